"""Choose the one change that lets a request through, or that stops it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from tutor.policy.context import ContextSource

from ..choices import Choice, Frame, choose
from ..errand import Errand, an_errand
from ..family import Draw, Family
from ..papers import Json, Paper, allow, deny
from ..pieces import Words, words
from ..place import Place, a_place
from ..question import Question
from ..quick import quick_paper, read_afresh
from ..scene import Scene
from ..shown import exhibits, request_exhibit

__all__ = ["FAMILIES"]

BELIEFS: Final = (
    "B6", "Q51", "B10", "Q17", "Q20", "Q22", "Q31", "Q21", "Q24", "Q7", "Q8", "Q5", "Q2", "Q6", "Q10",
)  # fmt: skip
"""What can be behind most wrong changes; some have beliefs of their own."""
OFFICE: Final = "203.0.113.0/24"
INSIDE: Final = "203.0.113.25"
VERB: Final = re.compile(r"[a-z0-9]+:[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a change is sought."""

    place: Place
    errand: Errand
    own: tuple[Json, ...]
    """The statements of the user's own policy."""
    group: tuple[Json, ...] = ()
    """Those of the group's policy; none: there is no group."""
    context: tuple[tuple[str, ContextSource], ...] = ()
    papers: tuple[Paper, ...] = field(init=False)
    """The policies as they are."""

    def __post_init__(self) -> None:
        own = quick_paper(f"{self.place.user.title()}{self.errand.topic}", *self.own)
        name, group = f"{self.place.group.title()}{self.errand.topic}", self.place.group
        more = (quick_paper(name, *self.group, through=group),) if self.group else ()
        object.__setattr__(self, "papers", (own, *more))

    def after(self, *change: Any) -> Callable[[], Scene]:
        """The request after a change, made when it is wanted; the arguments of `scene`."""
        return partial(self.scene, *change)

    def scene(
        self, own: Sequence[Json] | None = None, group: Sequence[Json] | None = None, *more: Paper
    ) -> Scene:
        """The request with other statements, and further policies; a policy that goes is beside it."""
        papers, gone = [], []
        for paper, now in zip(self.papers, (own, group), strict=False):
            if now is None:
                papers.append(paper)
            elif now:
                papers.append(quick_paper(paper.name, *now, through=paper.through))
            else:
                gone.append(paper)
        errand = self.errand
        return Scene(
            self.place.principal, errand.action, errand.resource, (*papers, *more), dict(self.context),
            beside=tuple(gone),
        )  # fmt: skip


Wrong = tuple[Words, Callable[[], Scene]] | tuple[Words, Callable[[], Scene], str]
"""A wrong change, and where it is not one of `BELIEFS` what its author believes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A situation, its right change, and wrong ones."""

    skill: str
    now: Scene
    right: tuple[Words, Callable[[], Scene]]
    wrong: tuple[Wrong, ...]
    goes: bool = True
    """Whether the change shall let the request through; otherwise stop it."""


def _flip(draw: Draw, plan: Plan | None) -> Question | None:
    if plan is None or plan.now.decision.allowed is plan.goes:
        return None
    said, scene = plan.right
    right = Choice(said, (scene(),), (plan.goes,))
    others = (
        Choice(text, (changed(),), (plan.goes,), tuple(own) or BELIEFS, before=None if own else plan.now)
        for text, changed, *own in draw.dice.shuffled(plan.wrong)
        if _is_change(text)
    )
    caller = plan.now.principal
    groups = sorted({paper.through for paper in plan.now.papers if paper.through})
    facts = [words("quiz.request.groups", groups=", ".join(groups))] if groups else []
    frame = Frame(
        (plan.skill,),
        words("quiz.flip.opens" if plan.goes else "quiz.flip.stops"),
        (*exhibits(plan.now.papers, caller), request_exhibit(plan.now, facts)),
        read_afresh(plan.now),
        words("quiz.flip.hint" if plan.goes else "quiz.flip.hint.stop"),
    )
    return choose(draw, frame, right, others)


def _texts(value: Json) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _wrong_resource(draw: Draw) -> Plan | None:
    """The Allow is about another resource."""
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    action = dice.one(errand.plain if draw.level < 2 else (*errand.plain, *errand.wide))
    off = dice.one((errand.near[0], *errand.there) if draw.level < 3 else errand.near)
    here = dice.one(errand.here)
    first = allow(action, off)
    rest = [allow(dice.one(errand.others), errand.there[0])] if draw.level >= 2 else []
    at = Situation(place, errand, (first, *rest))
    narrow = [errand.resource.rpartition("/")[0], f"{errand.resource}/*", _loud(place, errand.resource)]
    rights = (
        (_changed("Resource", off, here), at.after([allow(action, here), *rest])),
        (_added(allow(errand.action, here)), at.after([first, *rest, allow(errand.action, here)])),
    )
    return Plan(
        "G8",
        at.scene(),
        dice.one(rights),
        (
            *(
                (_changed("Resource", off, other), at.after([allow(action, other), *rest]))
                for other in (*narrow, *errand.near, *errand.there) if "/" in other or other == errand.near[0]
            ),
            *((_added(more), at.after([first, *rest, more])) for more in _beside_it(errand, here)),
        ),
    )  # fmt: skip


def _beside_it(errand: Errand, here: Json) -> tuple[Json, ...]:
    """Statements about what one would do beside the errand."""
    return tuple([allow(sibling, here) for sibling in errand.siblings])


def _loud(place: Place, arn: str) -> str:
    """The ARN with a capital letter where it has a small one."""
    return arn.replace(f"/{place.folder}/", f"/{place.folder.title()}/")


def _wrong_action(draw: Draw) -> Plan | None:
    """The Allow is about another action."""
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    off = dice.one(errand.others)
    here = dice.one(errand.here)
    if here == "*":
        return None
    rest = [allow(errand.siblings[-1], errand.there[0])] if draw.level >= 2 else []
    at = Situation(place, errand, (allow(off, here), *rest))
    right = dice.one((errand.plain[0], errand.wide[0]))
    elsewhere = [allow(errand.action, arn) for arn in (*errand.near[:2], errand.there[0])]
    rights = (
        (_changed("Action", off, right), at.after([allow(right, here), *rest])),
        (_added(allow(right, here)), at.after([allow(off, here), *rest, allow(right, here)])),
    )
    return Plan(
        "G7",
        at.scene(),
        dice.one(rights),
        (
            *(
                (_changed("Action", off, other), at.after([allow(other, here), *rest]))
                for other in (_verb(errand.action), *errand.siblings)
            ),
            *((_added(more), at.after([allow(off, here), *rest, more])) for more in elsewhere),
        ),
    )  # fmt: skip


def _verb(action: str) -> str:
    """An action's name cut off behind its verb: `s3:Get`."""
    return str(VERB.findall(action)[0])


def _denied(draw: Draw) -> Plan | None:
    """A Deny beats the Allow."""
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    yes = allow(dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
    no = deny(dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
    exact = allow(errand.action, errand.resource)
    if yes["Resource"] == no["Resource"] and yes["Action"] == no["Action"]:
        return None
    in_group = draw.level >= 3 and dice.chance(0.6)
    at = Situation(place, errand, (yes,), (no,)) if in_group else Situation(place, errand, (no, yes))
    elsewhere = dice.one(errand.there)
    moved = deny(no["Action"], elsewhere)
    wrong: list[Wrong]
    if in_group:
        rights = [
            (words("quiz.flip.leave", user=place.user, group=place.group), at.after(None, [])),
            (_changed("Resource", no["Resource"], elsewhere, "Deny"), at.after(None, [moved])),
        ]
        wrong = [
            (_added(exact), at.after([yes, exact])),
            (words("quiz.flip.admin"), at.after(None, None, _admin(place)), "Q10"),
            (words("quiz.flip.allow-in-group", group=place.group), at.after(None, [no, exact]), "B10"),
            (words("quiz.flip.star", element="Resource"), at.after([allow(yes["Action"], "*")])),
            (words("quiz.flip.copy-own", group=place.group), at.after([yes], [no, yes]), "Q10"),
        ]
    else:
        rights = [
            (words("quiz.flip.drop-deny"), at.after([yes])),
            (_changed("Resource", no["Resource"], elsewhere, "Deny"), at.after([moved, yes])),
        ]
        wrong = [
            (words("quiz.flip.order"), at.after([yes, no]), "Q17"),
            (_added(exact), at.after([no, yes, exact])),
            (words("quiz.flip.admin"), at.after(None, None, _admin(place)), "Q10"),
            (words("quiz.flip.drop-allow"), at.after([no])),
            (
                _changed("Resource", yes["Resource"], "*", "Allow"),
                at.after([no, allow(yes["Action"], "*")]),
            ),
        ]
    return Plan("G11", at.scene(), dice.one(rights), tuple(wrong))


def _admin(place: Place) -> Paper:
    return quick_paper("AdministratorAccess", allow("*", "*"))


def _only_spared(draw: Draw) -> Plan | None:
    """Nothing but a Deny with an exception: nothing is allowed."""
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    if dice.chance(0.5):
        return _spared_by_address(draw, place, errand)
    wide = errand.wide[1] if errand.wide[1].endswith(":*") else errand.wide[-1]
    outside = {"StringNotEquals": {"aws:ResourceAccount": place.account}}
    no = deny(wide, "*", Condition=outside)
    both = {"StringNotEquals": {"aws:ResourceAccount": [place.account, place.partner]}}
    at = Situation(
        place,
        errand,
        (no,),
        (allow(errand.siblings[0], errand.here[0]),),
        (("aws:ResourceAccount", place.account),),
    )
    return _spared(
        at, no, deny(wide, "*", Condition=both), words("quiz.flip.more-accounts", account=place.partner)
    )


def _spared_by_address(draw: Draw, place: Place, errand: Errand) -> Plan | None:
    no = deny(errand.wide[-1], "*", Condition={"NotIpAddress": {"aws:SourceIp": OFFICE}})
    more = {"NotIpAddress": {"aws:SourceIp": [OFFICE, f"{INSIDE}/32"]}}
    at = Situation(
        place, errand, (no,), (allow(errand.siblings[0], errand.here[0]),), (("aws:SourceIp", INSIDE),)
    )
    return _spared(
        at, no, deny(errand.wide[-1], "*", Condition=more), words("quiz.flip.more-addresses", address=INSIDE)
    )


def _spared(at: Situation, no: Json, wider: Json, said: Words) -> Plan:
    errand = at.errand
    exact = allow(errand.action, errand.here[0])
    other = allow(errand.siblings[0], errand.here[0])
    near = allow(errand.action, errand.near[0])
    return Plan(
        "G11",
        at.scene(),
        (_added(exact), at.after([no, exact])),
        (
            (said, at.after([wider]), "B9"),
            (words("quiz.flip.drop-deny"), at.after([]), "Q50"),
            (_added(near), at.after([no, near])),
            (
                _changed("Resource", other["Resource"], "*", "Allow"),
                at.after([no], [allow(other["Action"], "*")]),
            ),
            (_added(other), at.after([no, other])),
        ),
    )


def _stop(draw: Draw) -> Plan | None:
    """Allowed twice over: taking one Allow away does not stop it."""
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    mine = allow(dice.one(errand.plain), dice.one(errand.here))
    ours = allow(dice.one(errand.wide), dice.one(errand.here))
    at = Situation(place, errand, (mine,), (ours,))
    no = deny(dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
    off = deny(errand.action, dice.one(errand.near))
    other = deny(dice.one(errand.siblings), dice.one(errand.here))
    limited = allow(errand.action, dice.one(errand.there))
    return Plan(
        "G11",
        at.scene(),
        (_added(no), at.after([mine, no])),
        (
            (words("quiz.flip.leave", user=place.user, group=place.group), at.after(None, [])),
            (words("quiz.flip.detach", user=place.user), at.after([])),
            (_added(off), at.after([mine, off])),
            (_added(other), at.after([mine, other])),
            (
                _changed("Resource", mine["Resource"], limited["Resource"], "own"),
                at.after([allow(mine["Action"], limited["Resource"])]),
            ),
        ),
        goes=False,
    )


def _is_change(said: Words) -> bool:
    """Whether what stands there after it is something else."""
    values = dict(said.values)
    return "before" not in values or values["before"] != values["after"]


def _changed(element: str, before: Json, after: Json, effect: str | None = None) -> Words:
    """An element gets another value; `effect` says of which statement, `own` in which policy."""
    values = {"element": element, "before": _texts(before), "after": _texts(after)}
    if effect is None:
        return words("quiz.flip.changed", **values)
    if effect == "own":
        return words("quiz.flip.changed.own", **values)
    return words("quiz.flip.changed.of", effect=effect, **values)


def _added(statement: Json) -> Words:
    """A statement more in the user's policy."""
    effect = str(statement["Effect"])
    return words(
        "quiz.flip.added",
        effect=effect,
        action=_texts(statement["Action"]),
        resource=_texts(statement["Resource"]),
    )


ALLOWS: Final = (_wrong_resource, _wrong_action)
DENIALS: Final = (
    (_denied,), (_denied, _only_spared), (_denied, _only_spared, _stop), (_denied, _only_spared, _stop),
    (_denied, _only_spared, _stop),
)  # fmt: skip
"""By level."""


def _missing(draw: Draw) -> Question | None:
    return _flip(draw, draw.theme(ALLOWS)(draw))


def _beaten(draw: Draw) -> Question | None:
    return _flip(draw, draw.theme(DENIALS[draw.level - 1])(draw))


NEEDS: Final = ("A3", "F2", "G1", "G3", "G6", "G7", "G8", "G12")
FAMILIES: Final = (
    Family("flip", ("G7", "G8"), NEEDS, _missing),
    Family("flip-deny", ("G11",), (*NEEDS, "G2", "G10"), _beaten),
)
