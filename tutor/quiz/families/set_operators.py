"""Conditions on several values at once, on none, and on keys that are not there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from ..dice import Dice
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, allow, deny
from ..pieces import words
from ..place import Place, a_place
from ..question import Question
from ..quick import quick_paper, read_afresh
from ..scene import Scene

__all__ = ["FAMILIES"]

KEYS: Final = "aws:TagKeys"
BELIEFS: Final = ("M14", "Q34", "Q35", "M15", "M13", "Q52", "B9", "Q39", "Q14", "Q2", "Q18")
DOUBTS: Final = ("Q16", "Q9")
"""Why somebody sees no Allow in one that fits."""
TAGS: Final = (("env", "cost-center"), ("team", "project"), ("owner", "purpose"))
OTHER_TAGS: Final = ("note", "phase", "color")


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Statements, and the tags that the request sets."""

    statements: list[Json]
    tags: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    """Further context: the value of a tag."""
    is_short: bool = True
    """Whether there is room for another statement."""


def _set(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    kind = draw.theme(KINDS[draw.level - 1])
    if draw.target == "explicitDeny" and kind in (_only_these, _not_empty):
        kind = _none_of_these
    made = kind(draw, place)
    looks = [allow(dice.one(("ec2:DescribeInstances", "ec2:Describe*", "ec2:DescribeTags")), "*")]
    paper = quick_paper(f"{place.user.title()}Tags", *(looks if made.is_short else ()), *made.statements)
    context: dict[str, Json] = dict(made.values)
    if made.tags:
        context[KEYS] = made.tags
    server = f"arn:aws:ec2:us-east-1:{place.account}:instance/{place.server}"
    scene = Scene(place.principal, "ec2:CreateTags", server, (paper,), context)
    facts = () if made.tags else (words("quiz.set.no-tags"),)
    beliefs = (*BELIEFS, *DOUBTS) if draw.target == "allowed" else BELIEFS
    question = outcome_question(draw, scene, Ask(("X4",), beliefs, hint=words("quiz.set.hint"), facts=facts))
    return question and _shown(question, scene)


def _shown(question: Question, scene: Scene) -> Question:
    return replace(question, scene=read_afresh(scene))


def _tags(dice: Dice, listed: tuple[str, ...], *, none: bool) -> tuple[str, ...]:
    """Tags of a request: some listed, some not, or none."""
    choices: list[tuple[str, ...]] = [
        listed,
        listed[:1],
        (listed[0], dice.one(OTHER_TAGS)),
        (dice.one(OTHER_TAGS),),
    ]
    if none:
        choices += [(), ()]
    return tuple(dice.shuffled(dice.one(choices)))


def _only_these(draw: Draw, place: Place) -> Circumstance:
    """An Allow for listed tags only."""
    dice = draw.dice
    listed = dice.one(TAGS)
    over = dice.one(("ForAllValues", "ForAllValues", "ForAnyValue"))
    statements = [
        allow("ec2:CreateTags", "*", Condition={f"{over}:StringEquals": {KEYS: list(listed)}}),
        deny("ec2:DeleteTags", "*"),
    ]
    return Circumstance(dice.shuffled(statements), _tags(dice, listed, none=draw.level > 1))


def _none_of_these(draw: Draw, place: Place) -> Circumstance:
    """A Deny about listed tags."""
    dice = draw.dice
    listed = dice.one(TAGS)
    over = dice.one(("ForAnyValue", "ForAnyValue", "ForAllValues"))
    statements = [
        _broad(draw, dice),
        deny("ec2:CreateTags", "*", Condition={f"{over}:StringEquals": {KEYS: list(listed)}}),
    ]
    return Circumstance(statements, _tags(dice, listed, none=draw.level > 1))


def _broad(draw: Draw, dice: Dice) -> Json:
    """The Allow beside a Deny; of another action where an implicit deny is wanted."""
    if draw.target == "implicitDeny":
        return allow(dice.one(("ec2:StartInstances", "ec2:DeleteTags")), "*")
    return allow(dice.one(("ec2:CreateTags", "ec2:*", "ec2:Create*")), "*")


def _not_empty(draw: Draw, place: Place) -> Circumstance:
    """An Allow that also asks for a key to be there."""
    dice = draw.dice
    listed = dice.one(TAGS)
    condition = {
        "ForAllValues:StringEquals": {KEYS: list(listed)},
        "Null": {KEYS: dice.one(("false", "false", "true"))},
    }
    statements = [allow("ec2:CreateTags", "*", Condition=condition), deny("ec2:DeleteTags", "*")]
    return Circumstance(dice.shuffled(statements), _tags(dice, listed, none=True), is_short=False)


def _must_differ(draw: Draw, place: Place) -> Circumstance:
    """A Deny with a negated operator on the value of a tag that may be missing."""
    dice = draw.dice
    allowed_values = dice.one((["dev", "test"], ["dev"], ["seoul", "busan"]))
    key = f"aws:RequestTag/{dice.one(('env', 'team'))}"
    operator = dice.one(("StringNotEquals", "StringNotEquals", "StringNotEqualsIfExists"))
    first = _broad(draw, dice)
    statements = [first, deny("ec2:CreateTags", "*", Condition={operator: {key: allowed_values}})]
    value = dice.one((allowed_values[0], "prod", None))
    tag = key.partition("/")[2]
    if value is None:
        return Circumstance(statements, (dice.one(OTHER_TAGS),))
    return Circumstance(statements, (tag,), ((key, value),))


def _both(draw: Draw, place: Place) -> Circumstance:
    """An Allow for listed tags, and a Deny about one of them."""
    dice = draw.dice
    listed = dice.one(TAGS)
    statements = [
        allow("ec2:CreateTags", "*", Condition={"ForAllValues:StringEquals": {KEYS: list(listed)}}),
        deny(
            "ec2:CreateTags", "*",
            Condition={dice.one(("ForAnyValue", "ForAllValues")) + ":StringEquals": {KEYS: [listed[0]]}},
        ),
    ]  # fmt: skip
    stranger = dice.one(OTHER_TAGS)
    tags = dice.one((listed[:1], listed[1:2], listed[:2], (listed[1], stranger), (stranger,), ()))
    return Circumstance(dice.shuffled(statements), tags, is_short=False)


Kind = Callable[[Draw, Place], Circumstance]
KINDS: Final[tuple[tuple[Kind, ...], ...]] = (
    (_only_these, _none_of_these),
    (_only_these, _none_of_these),
    (_none_of_these, _must_differ, _only_these),
    (_not_empty, _must_differ, _none_of_these),
    (_both, _not_empty, _both),
)

NEEDS: Final = ("A3", "G1", "G2", "G6", "G7", "G8", "G11", "G12")
FAMILIES: Final = (Family("set-operators", ("X4",), NEEDS, _set),)
