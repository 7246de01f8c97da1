"""Predict what a session of a role gets that was given a session policy."""

from typing import Final

from tutor.policy import PolicyKind

from ..caps import accepting, refusing, silent
from ..errand import Errand, an_errand
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("Q40", "M20", "Q11", "B6", "Q21", "Q14", "B9")
READING: Final = ("Q16", "Q17", "B10", "Q7", "Q8", "Q9", "Q3")


def _session(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    own, passed = _limited(draw, pen)
    if not is_sensible(own) or not is_sensible(passed):
        return None
    role = "".join(word.title() for word in place.role.split("-"))
    papers = (
        Paper(f"{role}{errand.topic}", PolicyKind.IDENTITY, document(*dice.shuffled(own))),
        Paper(dice.one(("TodayOnly", "ForThisTask")), PolicyKind.SESSION, document(*dice.shuffled(passed))),
    )
    beside = _users_own(draw, pen, place, errand)
    scene = Scene(place.session, errand.action, errand.resource, papers, pen.circumstances, beside=beside)
    ask = Ask(
        ("X2",),
        (*TELLING, *dice.shuffled(READING), "Q18"),
        hint=words("quiz.predict.hint.session"),
        facts=(words("quiz.request.session", user=place.user, role=place.role),),
    )
    return outcome_question(draw, scene, ask)


def _limited(draw: Draw, pen: Pen) -> tuple[list[Json], list[Json]]:
    """The statements of the role's policy and of the session policy."""
    dice = draw.dice
    match draw.target:
        case "allowed":
            own, passed = [accepting(pen)], [pen.allow_that_fits(), pen.allow_that_misses()]
            if dice.chance(0.5):
                own.append(pen.deny_that_misses())
        case "explicitDeny" if draw.level >= 3 and dice.chance(0.3):
            own, passed = [accepting(pen), refusing(pen)], [pen.allow_that_fits()]
        case "explicitDeny":
            own, passed = [pen.allow_that_fits()], [accepting(pen), pen.deny_that_fits()]
        case _ if dice.chance(0.5):
            own, passed = [accepting(pen)], [pen.allow_that_misses()]
        case _:
            own, passed = [dice.one((pen.allow_that_misses, lambda: silent(pen)))()], [accepting(pen)]
    if draw.level >= 4:
        dice.one((own, passed)).append(pen.missing(denies=True))
    return own, passed


def _users_own(draw: Draw, pen: Pen, place: Place, errand: Errand) -> tuple[Paper, ...]:
    """What the user may do without the role, which the session does not have."""
    if draw.level < 3 or draw.target != "implicitDeny" or not draw.dice.chance(0.5):
        return ()
    name = f"{place.user.title()}{errand.topic}"
    title = words("quiz.paper.of-user", user=place.user, name=name)
    return (Paper(name, PolicyKind.IDENTITY, document(pen.allow_that_fits()), title=title),)


NEEDS: Final = ("A3", "G2", "G6", "G7", "G8", "G11", "G12", "H1", "H9")
FAMILIES: Final = (Family("predict-session", ("X2",), NEEDS, _session),)
