"""Predict what a request gets by a user's own policies and those of the groups that the user is in."""

from typing import Final

from tutor.policy import PolicyKind

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

TELLING: Final = ("B13", "Q19", "Q5", "B6", "Q21", "Q14", "B9")
READING: Final = ("Q4", "Q16", "Q17", "B10", "Q7", "Q8", "Q9", "Q3")
BRANCHES: Final = ("web", "night", "seoul", "junior")
"""What a group with a longer name is called after."""


def _group(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    theme = draw.theme(("F2", "F7", "F8"))
    held = _held(draw, pen, theme)
    if not all(map(is_sensible, held)):
        return None
    groups = _groups(draw, place, theme)
    owners: list[str | None] = [*groups, None] if len(held) > len(groups) else list(groups)
    owners = dice.shuffled(owners)
    papers = tuple(_paper(place, errand, owner, one) for owner, one in zip(owners, held, strict=True))
    beside = _beside(draw, pen, place, errand, theme)
    scene = Scene(place.principal, errand.action, errand.resource, papers, pen.circumstances, beside=beside)
    ask = Ask(
        (theme,),
        (*TELLING, *dice.shuffled(READING), "Q18"),
        hint=words("quiz.predict.hint.groups"),
        facts=(words("quiz.request.groups", groups=", ".join(groups)),),
        papers=tuple(sorted((*papers, *beside), key=_order)),
    )
    return outcome_question(draw, scene, ask)


def _order(paper: Paper) -> tuple[bool, str]:
    """Groups by their names, then what is the user's own."""
    return paper.through is None, paper.through or ""


def _held(draw: Draw, pen: Pen, theme: str) -> list[list[Json]]:
    """The statements of each policy that applies."""
    held = [[statement] for statement in pen.settling(draw.target)]
    wanted = {"F2": 1, "F7": 2, "F8": 1}[theme] + (1 if draw.level >= 3 or draw.dice.chance(0.4) else 0)
    while len(held) < wanted:
        held.append([pen.missing(denies=draw.ways == 3)])
    while len(held) > wanted:
        held[-2].append(held.pop()[0])
    if draw.level >= 4:
        draw.dice.one(held).append(pen.missing(denies=draw.ways == 3))
    return [draw.dice.shuffled(one) for one in draw.dice.shuffled(held)]


def _groups(draw: Draw, place: Place, theme: str) -> tuple[str, ...]:
    if theme == "F8":
        return (f"{draw.dice.one(BRANCHES)}-{place.other_group}",)
    return (place.group,) if theme == "F2" else (place.group, place.other_group)


def _beside(draw: Draw, pen: Pen, place: Place, errand: Errand, theme: str) -> tuple[Paper, ...]:
    """The policy of a group that the user is not in: it would change the outcome."""
    if theme != "F8" and not (draw.level >= 4 and draw.dice.chance(0.5)):
        return ()
    is_denying = draw.target == "allowed" and draw.ways == 3
    statement = pen.deny_that_fits() if is_denying else pen.allow_that_fits()
    outside = place.other_group if theme in {"F8", "F2"} else "visitors"
    return (_paper(place, errand, outside, [statement]),)


def _paper(place: Place, errand: Errand, group: str | None, statements: list[Json]) -> Paper:
    owner = place.user if group is None else group.rpartition("-")[2]
    name = f"{owner.title()}{errand.topic}" if group is None or "-" not in group else f"Branch{errand.topic}"
    return Paper(name, PolicyKind.IDENTITY, document(*statements), through=group)


NEEDS: Final = ("A3", "F1", "G1", "G6", "G7", "G8", "G12")
FAMILIES: Final = (Family("predict-group", ("F2", "F7", "F8"), NEEDS, _group),)
