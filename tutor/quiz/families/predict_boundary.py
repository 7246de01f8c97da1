"""Predict what a request gets under a permissions boundary."""

from typing import Final

from tutor.policy import PolicyKind

from ..caps import accepting, refusing, silent
from ..errand import a_file, an_errand
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, allow, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import OBJECT_ACTIONS, Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("M2", "M1", "Q11", "B6", "Q21", "Q14", "B9")
NAMES: Final = ("StudioBoundary", "TeamBoundary")
READING: Final = ("Q16", "Q17", "B10", "Q7", "Q8", "Q9", "Q3")


def _boundary(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    opens = draw.level >= 3 and draw.target == "allowed" and dice.chance(0.5)
    errand = a_file(place, dice.one(OBJECT_ACTIONS)) if opens else an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    own, cap = _opened(draw, pen) if opens else _bounded(draw, pen)
    if not is_sensible(own) or not is_sensible(cap):
        return None
    papers: tuple[Paper, ...] = (
        Paper(f"{place.user.title()}{errand.topic}", PolicyKind.IDENTITY, document(*dice.shuffled(own))),
        Paper(dice.one(NAMES), PolicyKind.BOUNDARY, document(*dice.shuffled(cap))),
    )
    if opens:
        papers = (*papers, _bucket_policy(place, errand.action))
    scene = Scene(place.principal, errand.action, errand.resource, papers, pen.circumstances)
    beliefs = (*TELLING, *dice.shuffled(READING), "Q18")
    return outcome_question(draw, scene, Ask(("X1",), beliefs, hint=words("quiz.predict.hint.boundary")))


def _bounded(draw: Draw, pen: Pen) -> tuple[list[Json], list[Json]]:
    """The statements of the user's policy and of the boundary, where nothing else speaks."""
    dice = draw.dice
    match draw.target:
        case "allowed":
            own, cap = [pen.allow_that_fits(), pen.missing(denies=dice.chance(0.5))], [accepting(pen)]
        case "explicitDeny" if draw.level >= 3 and dice.chance(0.3):
            own, cap = [pen.allow_that_fits(), pen.deny_that_fits()], [accepting(pen)]
        case "explicitDeny":
            own, cap = [pen.allow_that_fits()], [accepting(pen), refusing(pen)]
        case _ if dice.chance(0.5):
            own, cap = [pen.allow_that_fits()], [silent(pen)]
        case _:
            own, cap = [pen.allow_that_misses()], [accepting(pen)]
    if draw.level >= 4:
        dice.one((own, cap)).append(pen.missing(denies=True))
    return own, cap


def _opened(draw: Draw, pen: Pen) -> tuple[list[Json], list[Json]]:
    """The same where a bucket policy lets the user in by name and the boundary says nothing about it."""
    cap = [silent(pen)]
    if draw.level >= 4 or draw.dice.chance(0.5):
        cap.append(pen.deny_that_misses())
    return [draw.dice.one((pen.allow_that_misses, pen.allow_that_fits))()], cap


def _bucket_policy(place: Place, action: str) -> Paper:
    """The bucket's own policy, which names the user."""
    statement = allow(action, f"{place.bucket_arn}/*", Principal={"AWS": place.user_arn})
    return Paper(place.bucket, PolicyKind.RESOURCE, document(statement))


NEEDS: Final = ("A3", "G2", "G6", "G7", "G8", "G11", "G12")
FAMILIES: Final = (Family("predict-boundary", ("X1",), NEEDS, _boundary),)
