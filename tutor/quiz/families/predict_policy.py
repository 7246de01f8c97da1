"""Predict what a request gets by one policy."""

from typing import Final

from tutor.policy import PolicyKind

from ..errand import an_errand
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("B6", "Q21", "Q14", "B9")
"""Beliefs about a single policy that say most about a learner."""
READING: Final = ("Q3", "Q7", "Q8", "Q9", "B10", "Q17")

BY: Final = {
    "G6": ("action", "resource"),
    "G7": ("action",),
    "G8": ("resource",),
    "G11": ("action", "resource"),
}
"""In which element statements miss, by what is asked."""

HINTS: Final = {
    "G6": words("quiz.predict.hint.effect"),
    "G7": words("quiz.predict.hint.action"),
    "G8": words("quiz.predict.hint.resource"),
    "G11": words("quiz.predict.hint"),
}


def _one(draw: Draw) -> Question | None:
    """One policy: from a single statement to four with near misses."""
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    theme = draw.theme(("G7", "G8", "G6", "G11") if draw.ways == 3 else ("G7", "G8", "G6"))
    pen = Pen(dice, draw.level, errand, BY[theme])
    statements = _statements(draw, pen, theme)
    if not is_sensible(statements):
        return None
    text = document(*dice.shuffled(statements))
    paper = Paper(f"{place.user.title()}{errand.topic}", PolicyKind.IDENTITY, text)
    scene = Scene(place.principal, errand.action, errand.resource, (paper,), pen.circumstances)
    return outcome_question(draw, scene, Ask((theme,), _beliefs(draw, theme), hint=HINTS[theme]))


def _beliefs(draw: Draw, theme: str) -> tuple[str, ...]:
    others = draw.dice.shuffled(READING)
    return (*TELLING, "Q18", *others) if theme == "G6" else (*TELLING, *others, "Q18")


def _statements(draw: Draw, pen: Pen, theme: str) -> list[Json]:
    """What settles the request, and beside it what does not."""
    denies = draw.ways == 3 or theme == "G6"
    if theme == "G6" and draw.target in {"explicitDeny", "refused"}:
        core = [pen.deny_that_fits(), pen.allow_that_misses()]
    elif draw.target == "allowed":
        core = pen.settling(draw.target)
        if draw.ways == 3 and (draw.level >= 3 or draw.dice.chance(0.5)):
            core.append(pen.allow_that_misses())
        if theme in {"G6", "G11"} or (denies and len(core) == 1):
            core.append(pen.deny_that_misses())
    elif draw.target == "implicitDeny":
        element, other = (
            draw.dice.shuffled(("action", "resource")) if len(pen.by) > 1 else _elements(pen.by[0])
        )
        core = [pen.allow_that_misses((element,)), pen.deny_that_misses((other,))]
    else:
        core = pen.settling(draw.target)
    for _ in range(_extra(draw, len(core))):
        core.append(pen.deny_that_misses() if denies and draw.dice.chance(0.4) else pen.allow_that_misses())
    return core


def _elements(first: str) -> tuple[str, str]:
    return first, "resource" if first == "action" else "action"


def _extra(draw: Draw, written: int) -> int:
    """How many statements more a level has."""
    wanted = (1, 2, 2, 3, 4)[draw.level - 1]
    return max(0, wanted - written - (1 if draw.dice.chance(0.3) else 0))


FAMILIES: Final = (
    Family("predict-policy", ("G6", "G7", "G8", "G11"), ("A3", "G3", "G6", "G7", "G8", "G12"), _one),
)
