"""Two policies that differ in one place: which of them lets the request through."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import permutations
from typing import Final

from tutor.policy import Outcome

from ..beliefs import believed
from ..dice import Dice
from ..errand import Errand, a_list, an_errand
from ..family import Draw, Family
from ..papers import Json, Paper, allow, deny
from ..pieces import words
from ..place import Place, a_place
from ..question import Key, Kind, Option, Question, Rule
from ..quick import quick_paper, read_afresh
from ..reasons import sides
from ..scene import Scene
from ..shown import exhibits, request_exhibit

__all__ = ["FAMILIES"]

PATTERNS: Final = {
    "both": (True, True),
    "first": (True, False),
    "second": (False, True),
    "neither": (False, False),
}
COUNT: Final = 3
"""How many options are offered: seldom is every pattern believed."""
BELIEFS: Final = (
    "B6", "M9", "M10", "B9", "Q52", "Q32", "B10", "Q22", "Q21", "Q20", "Q23", "Q9", "Q3", "Q55", "Q18",
    "Q17", "Q7", "Q8", "Q14", "Q2", "Q39", "Q16", "Q10", "Q6",
)  # fmt: skip
MFA: Final = "aws:MultiFactorAuthPresent"
OFFICE: Final = "203.0.113.0/24"
ALLOWS: Final = ("G6", "G7", "G8")
DENIALS: Final = ("G11", "G12")


def _contrast(draw: Draw, themes: Sequence[str]) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    target = draw.pick(tuple(PATTERNS))
    theme = draw.theme(themes)
    made = _twins(draw, errand, theme, PATTERNS[target])
    if made is None:
        return None
    (one, other), context = made
    if one == other:
        return None
    scenes = tuple(
        [_scene(place, errand, statements, name, context) for statements, name in ((one, "A"), (other, "B"))]
    )
    first, second = scenes
    if (first.decision.allowed, second.decision.allowed) != PATTERNS[target]:
        return None
    options = tuple(_options((first, second), target))
    if len(options) < COUNT:
        return None
    is_about_mfa = theme == "G12" and MFA in first.papers[0].text
    facts = (
        [words("quiz.conditions.session" if MFA in context else "quiz.conditions.key")]
        if is_about_mfa
        else []
    )
    return Question(
        id="",
        kind=Kind.CHOOSE,
        skills=(theme,),
        level=draw.level,
        prompt=words("quiz.contrast.ask"),
        options=tuple(dice.shuffled(options)),
        key=Key((target,), Rule.PAIR),
        exhibits=(
            *exhibits((*first.papers, *second.papers), place.principal), request_exhibit(first, facts),
        ),
        scene=read_afresh(second if target in {"second", "neither"} else first),
        hint=words("quiz.contrast.hint"),
    )  # fmt: skip


def _scene(
    place: Place, errand: Errand, statements: Iterable[Json], name: str, context: Mapping[str, Json]
) -> Scene:
    paper: Paper = replace(quick_paper(f"Draft{name}", *statements), title=words(f"quiz.contrast.{name}"))
    return Scene(place.principal, errand.action, errand.resource, (paper,), context)


def _options(scenes: tuple[Scene, Scene], target: str) -> Iterable[Option]:
    """Those that are right or believed, in their fixed order."""
    believers: dict[tuple[bool, ...], str] = {}
    for belief in BELIEFS:
        if len(believers.keys() - {PATTERNS[target]}) == COUNT - 1:
            break
        expected = tuple([_expects(belief, scene) for scene in scenes])
        believers.setdefault(expected, belief)
    for name, pattern in PATTERNS.items():
        text = words(f"quiz.contrast.{name}")
        if name == target:
            why = sides(words(f"quiz.contrast.why.{name}"), scenes)
            yield Option(name, text, why, scenes=scenes, wanted=tuple([scene.outcome for scene in scenes]))
        elif pattern in believers:
            belief = believers[pattern]
            wanted = tuple([believed(belief, scene) or scene.outcome for scene in scenes])
            yield Option(name, text, words(f"quiz.believed.{belief}"), belief, scenes, wanted)


def _expects(belief: str, scene: Scene) -> bool:
    return (believed(belief, scene) or scene.outcome) is Outcome.ALLOWED


Twins = tuple[tuple[list[Json], list[Json]], Mapping[str, Json]]


def _twins(draw: Draw, errand: Errand, theme: str, goes: tuple[bool, bool]) -> Twins | None:
    """Two lists of statements one value apart, and what the request carries."""
    match theme:
        case "G7":
            return _by_action(draw, errand, goes)
        case "G8":
            return _by_resource(draw, errand, goes)
        case "G6":
            return _by_effect(draw, errand, goes)
        case "G12":
            return _by_condition(draw, errand, goes)
        case _:
            return _by_denial(draw, errand, goes)


def _more(draw: Draw, errand: Errand) -> list[Json]:
    """What both have beside."""
    dice = draw.dice
    if draw.level < 2:
        return []
    if draw.level < 4 or draw.ways == 2:
        return [allow(dice.one(errand.siblings), dice.one((*errand.here, *errand.there)))]
    return [deny(dice.one(errand.siblings), dice.one(errand.there))]


def _picked(
    draw: Draw, goes: tuple[bool, bool], fitting: tuple[Json, ...], missing: tuple[Json, ...]
) -> list[Json]:
    """One value for each policy; different ones."""
    yes, no = draw.dice.shuffled(fitting), draw.dice.shuffled(missing)
    return [yes.pop() if one else no.pop() for one in goes]


def _by_action(draw: Draw, errand: Errand, goes: tuple[bool, bool]) -> Twins:
    fitting = (*errand.plain, *errand.wide)
    missing = (*errand.others, *errand.siblings, f"{errand.action}Version")
    here, more = draw.dice.one(errand.here), _more(draw, errand)
    one, other = [[allow(action, here), *more] for action in _picked(draw, goes, fitting, missing)]
    return (one, other), {}


def _by_resource(draw: Draw, errand: Errand, goes: tuple[bool, bool]) -> Twins:
    missing = (*errand.near, *errand.there)
    wide = errand.plain if draw.level < 2 else (*errand.plain, *errand.wide)
    action, more = draw.dice.one(wide), _more(draw, errand)
    one, other = [[allow(action, arn), *more] for arn in _picked(draw, goes, errand.here, missing)]
    return (one, other), {}


def _by_effect(draw: Draw, errand: Errand, goes: tuple[bool, bool]) -> Twins | None:
    """The same second statement, once allowing and once denying."""
    dice = draw.dice
    if goes == (False, False):
        first = deny(dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
        part = (dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
        made = [[first, allow(*part)], [first, deny(*part)]]
        return (made[0], made[1]) if dice.chance(0.5) else (made[1], made[0]), {}
    first = allow(dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
    if goes == (True, True):
        part = (dice.one(errand.siblings), dice.one(errand.here))
        made = [[first, allow(*part)], [first, deny(*part)]]
        return (made[0], made[1]) if dice.chance(0.5) else (made[1], made[0]), {}
    part = (dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
    if part == (first["Action"], first["Resource"]):
        return None
    one, other = [[first, allow(*part) if yes else deny(*part)] for yes in goes]
    return (one, other), {}


def _by_denial(draw: Draw, errand: Errand, goes: tuple[bool, bool]) -> Twins:
    """A Deny that differs in its resource or its action."""
    dice = draw.dice
    first = allow(dice.one((*errand.plain, *errand.wide)), dice.one(errand.here))
    if dice.chance(0.5):
        action = dice.one((*errand.plain, *errand.wide))
        arns = _picked(draw, goes, (*errand.near, *errand.there), errand.here)
        denials = [deny(action, arn) for arn in arns]
    else:
        here = dice.one(errand.here)
        actions = _picked(draw, goes, (*errand.others, *errand.siblings), (*errand.plain, *errand.wide))
        denials = [deny(action, here) for action in actions]
    late = dice.chance(0.5)
    one, other = [[first, no] if late else [no, first] for no in denials]
    return (one, other), {}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two conditions for the same statement, and what the request carries."""

    denies: bool
    one: Json
    other: Json
    context: Mapping[str, Json]


def _pairs() -> Iterator[Pair]:
    contexts: tuple[Mapping[str, Json], ...] = ({}, {MFA: False}, {MFA: True})
    addresses = ({"aws:SourceIp": "203.0.113.9"}, {"aws:SourceIp": "198.51.100.9"})
    about_mfa = [
        {operator: {MFA: value}} for operator in ("Bool", "BoolIfExists") for value in ("true", "false")
    ]
    about_place = [{operator: {"aws:SourceIp": OFFICE}} for operator in ("IpAddress", "NotIpAddress")]
    for denies in (True, False):
        for conditions, carried in ((about_mfa, contexts), (about_place, addresses)):
            for one, other in permutations(conditions, 2):
                is_one_token = next(iter(one)) == next(iter(other)) or list(one.values()) == list(
                    other.values()
                )
                if is_one_token:
                    yield from (Pair(denies, one, other, context) for context in carried)


@cache
def _by_outcome() -> Mapping[tuple[bool, bool], tuple[Pair, ...]]:
    """The pairs of conditions by which of the two policies lets the request through."""
    place = a_place(Dice("contrast"))
    found: dict[tuple[bool, bool], tuple[Pair, ...]] = {}
    for pair in _pairs():
        scenes = [
            _scene(
                place,
                a_list(place),
                _conditioned(pair, one, "s3:ListBucket", place.bucket_arn),
                "A",
                pair.context,
            )
            for one in (pair.one, pair.other)
        ]
        goes = (scenes[0].decision.allowed, scenes[1].decision.allowed)
        found[goes] = (*found.get(goes, ()), pair)
    return found


def _conditioned(pair: Pair, condition: Json, action: Json, resource: Json) -> list[Json]:
    if pair.denies:
        return [allow(action, resource), deny(action, resource, Condition=condition)]
    return [allow(action, resource, Condition=condition)]


def _by_condition(draw: Draw, errand: Errand, goes: tuple[bool, bool]) -> Twins:
    """The same statement under two conditions."""
    dice = draw.dice
    pair = dice.one(_by_outcome()[goes])
    action, here = dice.one(errand.plain), dice.one(errand.here)
    one, other = [_conditioned(pair, each, action, here) for each in (pair.one, pair.other)]
    return (one, other), pair.context


NEEDS: Final = ("A3", "G1", "G3", "G6", "G7", "G8", "G12")
FAMILIES: Final = (
    Family("contrast", ALLOWS, NEEDS, partial(_contrast, themes=ALLOWS)),
    Family("contrast-deny", DENIALS, (*NEEDS, "G2", "C4"), partial(_contrast, themes=DENIALS)),
)
