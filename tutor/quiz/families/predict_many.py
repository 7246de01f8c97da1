"""Predict what a request gets by several policies of one user, managed and inline."""

from typing import Final

from tutor.policy import PolicyKind

from ..errand import an_errand
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("B6", "Q21", "Q14", "B9")
READING: Final = ("Q4", "Q16", "Q17", "B10", "Q7", "Q8", "Q9", "Q3")
COUNTS: Final = (2, 2, 3, 3, 4)
"""How many policies there are, by level."""


def _many(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    theme = draw.theme(("G2", "G11")) if draw.ways == 3 else "G2"
    held = _spread(draw, pen, theme)
    if held is None:
        return None
    papers = _named(draw, place, errand.topic, held)
    scene = Scene(place.principal, errand.action, errand.resource, papers, pen.circumstances)
    beliefs = (*TELLING, *dice.shuffled(READING), "Q18")
    return outcome_question(draw, scene, Ask((theme,), beliefs, hint=words("quiz.predict.hint.many")))


def _spread(draw: Draw, pen: Pen, theme: str) -> list[list[Json]] | None:
    """The statements of each policy: what settles the request is in policies of its own."""
    dice, denies = draw.dice, draw.ways == 3
    held = [[statement] for statement in pen.settling(draw.target)]
    if theme == "G11" and draw.target != "explicitDeny":
        held.append([pen.deny_that_misses()])
    while len(held) < COUNTS[draw.level - 1]:
        held.append([pen.missing(denies=denies)])
    if draw.level >= 4:
        dice.one(held).append(pen.missing(denies=denies))
    together = [statement for statements in held for statement in statements]
    repeats = len({str(statement) for statement in together}) < len(together)
    if repeats or not all(map(is_sensible, held)):
        return None
    return [dice.shuffled(statements) for statements in dice.shuffled(held)]


def _named(draw: Draw, place: Place, topic: str, held: list[list[Json]]) -> tuple[Paper, ...]:
    """Managed policies first, then at least one that is inline."""
    managed = [f"Team{topic}", f"{topic}Rules", "StudioBase"]
    inline = [f"{place.user.title()}{topic}", f"{place.user.title()}Extra"]
    count = max(1, len(held) - draw.dice.number(2) - 1)
    names = [(name, "managed") for name in draw.dice.some(managed, count)]
    names += [(name, "inline") for name in inline]
    return tuple(
        Paper(name, PolicyKind.IDENTITY, document(*statements), title=words(f"quiz.paper.{kind}", name=name))
        for (name, kind), statements in zip(names, held, strict=False)
    )


FAMILIES: Final = (Family("predict-many", ("G2", "G11"), ("A3", "G1", "G6", "G7", "G8", "G12"), _many),)
