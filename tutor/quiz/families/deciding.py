"""Find the statement that decides a request."""

from typing import Final

from tutor.policy import Effect, PolicyKind, Statement

from ..beliefs import bend
from ..beliefs.bend import fitting
from ..errand import an_errand
from ..family import Draw, Family
from ..papers import Json, Paper, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import Place, a_place
from ..question import Key, Kind, Option, Question, Rule
from ..scene import Scene
from ..shown import exhibits, is_readable, request_exhibit

__all__ = ["FAMILIES", "deciding"]

SIDS: Final = ("DailyWork", "SeasonRush", "StudioRule", "TeamShare", "OfficeDesk", "SpringPlan", "HouseRule")
"""What statements are called, none of which tells what it does."""
BELIEFS: Final = ("B6", "Q21", "Q14", "Q7", "Q8", "B10", "Q17", "Q10", "Q2")
SHAPES: Final = ((3,), (3,), (2, 2), (3, 2), (2, 2, 2))
"""How many statements the policies have, by level."""


def _deciding(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    theme = draw.theme(("G2", "G11"))
    held = _held(draw, pen, theme)
    if not all(map(is_sensible, held)):
        return None
    papers = _papers(draw, place, errand.topic, held)
    scene = Scene(place.principal, errand.action, errand.resource, papers, pen.circumstances)
    if not is_readable(papers, draw.level):
        return None
    right = deciding(scene)
    options = _options(scene, right)
    if len(right) != 1 or options is None:
        return None
    return Question(
        id="",
        kind=Kind.CHOOSE,
        skills=(theme,),
        level=draw.level,
        prompt=words("quiz.deciding.ask"),
        options=options,
        key=Key((str(right[0].sid),), Rule.DECIDING),
        exhibits=(*exhibits(papers, scene.principal), request_exhibit(scene)),
        scene=scene,
        hint=words("quiz.deciding.hint"),
    )


def deciding(scene: Scene) -> list[Statement]:
    """The statements of a caller's policies that bring the outcome about; of several, each alone would."""
    return fitting(scene, Effect.DENY) or fitting(scene, Effect.ALLOW)


def _held(draw: Draw, pen: Pen, theme: str) -> list[list[Json]]:
    """The statements of each policy: one that decides, and others that seem to."""
    dice, denies = draw.dice, draw.pick((False, True))
    allowing, denying = dice.shuffled(("action", "resource"))
    pile = [pen.allow_that_fits()]
    if denies:
        pile.append(pen.deny_that_fits())
    elif theme == "G11":
        pile.append(pen.deny_that_misses((denying,)))
    shape = SHAPES[draw.level - 1]
    while len(pile) < sum(shape):
        if denies:
            pile.append(pen.deny_that_misses())
        else:
            miss = (
                pen.allow_that_misses((allowing,)) if dice.chance(0.5) else pen.deny_that_misses((denying,))
            )
            pile.append(miss)
    pile = dice.shuffled(pile)
    names = draw.dice.some(SIDS, len(pile))
    signed = [{"Sid": name, **statement} for name, statement in zip(names, pile, strict=True)]
    return [[signed.pop() for _ in range(count)] for count in shape]


def _papers(draw: Draw, place: Place, topic: str, held: list[list[Json]]) -> tuple[Paper, ...]:
    own, team = f"{place.user.title()}{topic}", f"{place.group.title()}{topic}"
    owners = [(own, None), (team, place.group), (f"{place.other_group.title()}Base", place.other_group)]
    return tuple(
        Paper(name, PolicyKind.IDENTITY, document(*statements), through=group)
        for (name, group), statements in zip(owners, held, strict=False)
    )


def _options(scene: Scene, right: list[Statement]) -> tuple[Option, ...] | None:
    """A statement each, in the order of reading; None where a wrong one has no believer."""
    led: dict[str, set[str]] = {}
    for belief in BELIEFS:
        read = bend(belief, scene)
        led[belief] = set() if read is None else {str(one.sid) for one in deciding(read)}
    options: list[Option] = []
    for paper in scene.papers:
        for statement in paper.compiled.statements:
            sid = str(statement.sid)
            text = words("quiz.deciding.statement", policy=paper.name, sid=sid)
            if statement in right:
                kind = "deny" if statement.effect is Effect.DENY else "allow"
                why = words(f"quiz.deciding.because.{kind}", sid=sid)
                options.append(Option(sid, text, why, scenes=(scene,)))
                continue
            believers = [one for one in BELIEFS if sid in led[one]]
            if not believers:
                return None
            belief = believers[0]
            options.append(Option(sid, text, words(f"quiz.believed.{belief}"), belief, scenes=(scene,)))
    return tuple(options)


NEEDS: Final = ("A3", "F2", "F7", "G1", "G2", "G6", "G7", "G8", "G11", "G12")
FAMILIES: Final = (Family("deciding-statement", ("G2", "G11"), NEEDS, _deciding),)
