"""Find what is wrong with a document: why IAM refuses it, or why it does not give what it should."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tutor.policy import PolicyKind

from ..choices import Choice, Frame, choose
from ..family import Draw, Family
from ..papers import Json, Paper, allow, written
from ..pieces import Code, Words, words
from ..place import Place, a_place
from ..question import Exhibit, Question
from ..scene import Scene
from ..shown import request_exhibit, title

__all__ = ["FAMILIES"]

TODAY: Final = "2026-01-14"
LATEST: Final = "2012-10-17"
S3: Final = "arn:aws:s3:::"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its author meant it, and what the author got wrong."""

    statements: tuple[Json, ...]
    version: str | None = LATEST
    head_last: bool = False
    """Whether Version stands below Statement."""
    effect_last: bool = False
    """Whether Effect stands below Action and Resource."""
    spoil: Callable[[str], str] = str
    """What the author got wrong in the text."""

    @property
    def text(self) -> str:
        """As it was written."""
        made = [self._ordered(one) for one in self.statements]
        head: dict[str, Json] = {} if self.version is None else {"Version": self.version}
        body: dict[str, Json] = {"Statement": made}
        return self.spoil(written({**body, **head} if self.head_last else {**head, **body}))

    def _ordered(self, statement: Json) -> Json:
        if not self.effect_last:
            return statement
        rest = {name: value for name, value in statement.items() if name not in {"Effect", "Sid"}}
        sid = {"Sid": statement["Sid"]} if "Sid" in statement else {}
        return {**sid, **rest, "Effect": statement["Effect"]}

    def first(self, **elements: Json) -> "Draft":
        """The draft with elements of its first statement written otherwise."""
        first, *rest = self.statements
        return replace(self, statements=(_elements({**first, **elements}), *rest))


ORDER: Final = ("Sid", "Effect", "Principal", "Action", "Resource", "Condition")


def _elements(statement: Json) -> Json:
    return {name: statement[name] for name in ORDER if name in statement}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to get wrong."""

    skill: str
    mend: Callable[[Draft], Words]
    """What puts it right."""
    spoiled: Callable[[Draft], Draft]
    """The draft with it."""
    why: str
    """The message that explains it."""


def _fault(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    name = dice.one(BY_SKILL[draw.theme(tuple(BY_SKILL))])
    fault = FAULTS[name]
    meant = _meant(draw, place, name)
    bad = fault.spoiled(meant)
    at = _scene(place, bad)
    right = Choice(
        fault.mend(meant), (_scene(place, meant),), (True,), why=words(f"quiz.fault.why.{fault.why}")
    )
    mends = [
        Choice(text, (_scene(place, mended),), (True,), (belief,))
        for text, mended, belief in dice.shuffled(list(_mends(bad, place, name)))
    ]
    is_read = name in ACCEPTED
    shown = Exhibit(title(at.papers[0], place.principal), Code(at.papers[0].text))
    frame = Frame(
        (fault.skill,),
        words("quiz.fault.ask.silent" if is_read else "quiz.fault.ask"),
        (shown, request_exhibit(at)) if is_read else (shown,),
        at if is_read else None,
        words("quiz.fault.hint.silent" if is_read else "quiz.fault.hint"),
    )
    return choose(draw, frame, right, mends)


def _scene(place: Place, draft: Draft) -> Scene:
    first = draft.statements[0]
    wanted = _wanted(first, place)
    name = f"{place.user.title()}{place.topic}"
    return Scene(place.principal, wanted, _on(wanted, place), (Paper(name, PolicyKind.IDENTITY, draft.text),))


def _wanted(statement: Json, place: Place) -> str:
    """The action that the draft is written for; its name survives every fault."""
    text = str(statement["Action"]).lower()
    for name, words_of in NAMES.items():
        if any(one in text for one in words_of):
            return name
    return "s3:GetObject"


NAMES: Final = {
    "s3:PutObject": ("putobject", "s3:cp"),
    "s3:ListBucket": ("listbucket", "s3:ls"),
    "s3:DeleteObject": ("deleteobject", "s3:rm"),
}
COMMANDS: Final = {"s3:PutObject": "s3:cp", "s3:ListBucket": "s3:ls", "s3:DeleteObject": "s3:rm"}


def _on(action: str, place: Place) -> str:
    return place.bucket_arn if action == "s3:ListBucket" else place.object_arn


def _meant(draw: Draw, place: Place, name: str) -> Draft:
    """A sound document, in an order that is not everybody's."""
    dice = draw.dice
    action = dice.one(tuple(COMMANDS))
    arn = (
        place.bucket_arn
        if action == "s3:ListBucket"
        else dice.one((f"{place.bucket_arn}/*", f"{place.bucket_arn}/{place.folder}/*"))
    )
    actions: Json = action
    if name == "two-actions" or (draw.level >= 3 and action != "s3:ListBucket" and dice.chance(0.4)):
        actions = [action, "s3:GetObjectTagging" if action != "s3:ListBucket" else "s3:GetBucketLocation"]
    statements = [allow(actions, arn)]
    if draw.level >= 3 or name == "two-statements":
        statements.append(allow("s3:GetBucketLocation", place.bucket_arn))
    if draw.level == 5:
        statements.append(allow(["s3:ListAllMyBuckets"], "*"))
    return Draft(tuple(statements), head_last=dice.chance(0.4), effect_last=dice.chance(0.4))


def _mends(bad: Draft, place: Place, name: str) -> Iterator[tuple[Words, Draft, str]]:
    """What others would do about it, and what they believe."""
    first = bad.statements[0]
    action = first["Action"]
    if bad.version == LATEST:
        yield words("quiz.fault.mend.today", date=TODAY), replace(bad, version=TODAY), "B8"
    if "Principal" not in first and name != "principal":
        statements = tuple(
            [_elements({**one, "Principal": {"AWS": place.user_arn}}) for one in bad.statements]
        )
        yield (
            words("quiz.fault.mend.add-principal", arn=place.user_arn),
            replace(bad, statements=statements),
            "M5",
        )
    if bad.head_last:
        yield words("quiz.fault.mend.version-first"), replace(bad, head_last=False, effect_last=False), "Q26"
    elif bad.effect_last:
        yield words("quiz.fault.mend.effect-first"), replace(bad, effect_last=False), "Q26"
    if "Sid" not in first:
        named = tuple(
            [_elements({**one, "Sid": f"Rule{number}"}) for number, one in enumerate(bad.statements, 1)]
        )
        yield words("quiz.fault.mend.sid"), replace(bad, statements=named), "Q27"
    if any(isinstance(one["Action"], str) for one in bad.statements):
        listed = tuple(
            [
                {**one, "Action": one["Action"] if isinstance(one["Action"], list) else [one["Action"]]}
                for one in bad.statements
            ]
        )
        yield words("quiz.fault.mend.brackets"), replace(bad, statements=listed), "Q28"
    if isinstance(action, str) and action in COMMANDS and name not in {"no-prefix", "command"}:
        yield (
            words("quiz.fault.mend.command", before=action, after=COMMANDS[action]),
            bad.first(Action=COMMANDS[action]),
            "B7",
        )
    lowered = tuple([{**one, "Action": _lower(one["Action"])} for one in bad.statements])
    yield words("quiz.fault.mend.lower"), replace(bad, statements=lowered), "Q53"
    if name == "objects":
        twin = f"{place.bucket_arn}/*" if action == "s3:ListBucket" else place.bucket_arn
        if first["Resource"] != twin:
            yield (
                words("quiz.fault.mend.resource", before=first["Resource"], after=twin),
                bad.first(Resource=twin),
                "B6",
            )


def _lower(action: Json) -> Json:
    return [one.lower() for one in action] if isinstance(action, list) else action.lower()


def _says(name: str) -> Callable[[Draft], Words]:
    return lambda _: words(f"quiz.fault.mend.{name}")


def _spoiling(change: Callable[[str], str]) -> Callable[[Draft], Draft]:
    return lambda draft: replace(draft, spoil=change)


def _doubled_key(text: str) -> str:
    """A list of two actions as two elements of one name."""
    return (
        text.replace('"Action": ["', '"Action": "', 1)
        .replace('", "', '",\n      "Action": "', 1)
        .replace('"],', '",', 1)
    )


def _doubled_statement(text: str) -> str:
    """The second statement under a second key."""
    return text.replace("    },\n    {", '    }\n  ],\n  "Statement": [\n    {', 1)


def _trailing_comma(text: str) -> str:
    """A comma behind the last element of the first statement."""
    head, _, tail = text.partition("\n    }")
    return f"{head},\n    }}{tail}"


def _missing_comma(text: str) -> str:
    """No comma behind the first element of the first statement."""
    start = text.index('"Statement"')
    place = text.index(',\n      "', start)
    return text[:place] + text[place + 1 :]


def _curly(text: str) -> str:
    """Quotes as a word processor makes them."""
    start = text.index('"Action": ') + len('"Action": ')
    end = text.index("\n", start)
    return text[:start] + _curled(text[start:end]) + text[end:]


def _curled(text: str) -> str:
    parts = text.split('"')
    return "".join(
        part + ("" if place == len(parts) - 1 else "“" if place % 2 == 0 else "”")
        for place, part in enumerate(parts)
    )


def _doubled_brace(text: str) -> str:
    return "{\n" + text + "\n}"


def _short(draft: Draft) -> Draft:
    action = draft.statements[0]["Action"]
    plain = (
        [one.partition(":")[2] for one in action] if isinstance(action, list) else action.partition(":")[2]
    )
    return draft.first(Action=plain)


def _action_mend(draft: Draft) -> Words:
    action = draft.statements[0]["Action"]
    name = action[0] if isinstance(action, list) else action
    return words("quiz.fault.mend.prefix", action=name)


def _bare(draft: Draft) -> Draft:
    return draft.first(Resource=draft.statements[0]["Resource"].removeprefix(S3))


def _without_resource(draft: Draft) -> Draft:
    first, *rest = draft.statements
    kept = {name: value for name, value in first.items() if name != "Resource"}
    return replace(draft, statements=(kept, *rest))


def _regional(draft: Draft) -> Draft:
    arn = draft.statements[0]["Resource"].replace(S3, "arn:aws:s3:ap-northeast-2::")
    return draft.first(Resource=arn)


def _twin(draft: Draft) -> Draft:
    arn = draft.statements[0]["Resource"]
    return draft.first(Resource=f"{arn}/*" if "/" not in arn else arn.partition("/")[0])


def _command(draft: Draft) -> Draft:
    action = draft.statements[0]["Action"]
    first = action[0] if isinstance(action, list) else action
    return draft.first(Action=COMMANDS[first])


def _change(element: str, spoiled: Callable[[Draft], Draft]) -> Callable[[Draft], Words]:
    def said(draft: Draft) -> Words:
        before, after = spoiled(draft).statements[0][element], draft.statements[0][element]
        return words("quiz.fault.mend.changed", element=element, before=_flat(before), after=_flat(after))

    return said


def _flat(value: Json) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _with_principal(draft: Draft) -> Draft:
    return draft.first(Principal="*")


FAULTS: Final[dict[str, Fault]] = {
    "version": Fault("G5", _says("version"), lambda one: replace(one, version=TODAY), "version"),
    "no-version": Fault("G5", _says("no-version"), lambda one: replace(one, version=None), "no-version"),
    "effect": Fault("G6", _says("effect"), lambda one: one.first(Effect="allow"), "effect"),
    "principal": Fault("G12", _says("principal"), _with_principal, "principal"),
    "brace": Fault("G10", _says("brace"), _spoiling(_doubled_brace), "brace"),
    "two-actions": Fault("G7", _says("two-actions"), _spoiling(_doubled_key), "two-keys"),
    "two-statements": Fault("G12", _says("two-statements"), _spoiling(_doubled_statement), "two-keys"),
    "comma": Fault("G3", _says("comma"), _spoiling(_trailing_comma), "comma"),
    "no-comma": Fault("G3", _says("no-comma"), _spoiling(_missing_comma), "no-comma"),
    "quotes": Fault("G3", _says("quotes"), _spoiling(_curly), "quotes"),
    "bare": Fault("G8", _change("Resource", _bare), _bare, "bare"),
    "region": Fault("G8", _change("Resource", _regional), _regional, "region"),
    "no-prefix": Fault("G7", _action_mend, _short, "prefix"),
    "no-resource": Fault("G8", _says("no-resource"), _without_resource, "no-resource"),
    "objects": Fault("G8", _change("Resource", _twin), _twin, "objects"),
    "command": Fault("G7", _change("Action", _command), _command, "command"),
}
ACCEPTED: Final = frozenset({"objects", "command"})
"""Faults that IAM does not refuse: the policy only does nothing for the request."""

BY_SKILL: Final = {
    "G3": ("comma", "no-comma", "quotes"),
    "G5": ("version", "no-version"),
    "G6": ("effect",),
    "G7": ("no-prefix", "two-actions", "command"),
    "G8": ("bare", "no-resource", "objects", "region"),
    "G10": ("brace",),
    "G12": ("principal", "two-statements"),
}

NEEDS: Final = ("A3", "G1", "G3", "G5", "G6", "G7", "G8", "G12")
FAMILIES: Final = (Family("find-fault", tuple(BY_SKILL), NEEDS, _fault),)
