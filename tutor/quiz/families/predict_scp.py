"""Predict what a request gets in an organization with service control policies."""

from typing import Final

from tutor.policy import PolicyKind

from ..caps import FULL_ACCESS, accepting, refusing, silent
from ..errand import an_errand
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, document
from ..pen import Pen, is_sensible
from ..pieces import Words, words
from ..place import Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("M12", "B16", "Q46", "Q11", "M11", "B6", "Q21", "Q14", "B9")
READING: Final = ("Q16", "Q17", "B10", "Q7", "Q8", "Q9", "Q3")
FULL: Final = document(FULL_ACCESS)
NAMES: Final = ("StudioGuard", "TeamLimits", "SafeHarbour")
LEVELS: Final = (0, 1, 2)
"""The organization's root, the unit, the account."""

USER: Final = "user"
ROOT: Final = "root"
MANAGEMENT: Final = "management"


def _scp(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    who = dice.one(_callers(draw))
    errand = an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    own, limits = _settled(draw, pen, who)
    if not is_sensible(own) or not all(map(is_sensible, limits)):
        return None
    caller = place.root if who == ROOT else place.principal
    scps = _scps(draw, limits, whole=who != MANAGEMENT)
    shown = tuple(paper for paper in scps if paper.text != FULL)
    papers = (*_own_policy(draw, place, errand.topic, own), *(() if who == MANAGEMENT else scps))
    beside = shown if who == MANAGEMENT else ()
    scene = Scene(caller, errand.action, errand.resource, papers, pen.circumstances, beside=beside)
    ask = Ask(
        ("X3",),
        (*TELLING, *dice.shuffled(READING), "Q18"),
        hint=words("quiz.predict.hint.scp"),
        facts=_facts(who, is_whole=len(shown) == len(LEVELS)),
        papers=(*shown, *(paper for paper in papers if paper.kind is PolicyKind.IDENTITY)),
    )
    return outcome_question(draw, scene, ask)


def _callers(draw: Draw) -> tuple[str, ...]:
    if draw.target != "allowed":
        return (USER, USER, ROOT) if draw.level >= 2 else (USER,)
    return (USER, USER, MANAGEMENT, ROOT) if draw.level >= 2 else (USER,)


def _settled(draw: Draw, pen: Pen, who: str) -> tuple[list[Json], list[list[Json]]]:
    """The statements of the caller's policy, and of the SCPs that are shown."""
    dice = draw.dice
    if who == MANAGEMENT:
        own, limits = [pen.allow_that_fits(), pen.missing(denies=False)], [[FULL_ACCESS, refusing(pen)]]
    elif draw.target == "allowed":
        own = [pen.allow_that_fits(), pen.missing(denies=dice.chance(0.5))]
        spares = who == ROOT or dice.chance(0.5)
        limits = [[FULL_ACCESS, pen.deny_that_misses()] if spares else [accepting(pen, everywhere=True)]]
    elif draw.target == "explicitDeny":
        own, limits = [pen.allow_that_fits()], [[FULL_ACCESS, refusing(pen)]]
    elif who == ROOT or dice.chance(0.5):
        own, limits = [pen.allow_that_fits()], [[silent(pen, everywhere=True)]]
    else:
        own, limits = [pen.allow_that_misses()], [[accepting(pen, everywhere=True)]]
    if draw.level >= 3:
        limits.append([accepting(pen, everywhere=True)])
    if draw.level >= 5 or (draw.level == 4 and dice.chance(0.5)):
        own.append(pen.missing(denies=True))
    return ([] if who == ROOT else own), dice.shuffled(limits)


def _scps(draw: Draw, limits: list[list[Json]], *, whole: bool) -> tuple[Paper, ...]:
    """One SCP a level: those that limit, and FullAWSAccess where none does."""
    levels = sorted(draw.dice.some(LEVELS, len(limits))) if whole else list(range(len(limits)))
    names = draw.dice.shuffled(NAMES)
    texts = {level: document(*statements) for level, statements in zip(levels, limits, strict=True)}
    return tuple(
        Paper(names[level], PolicyKind.SCP, texts[level], level=level)
        if level in texts
        else Paper("FullAWSAccess", PolicyKind.SCP, FULL, level=level)
        for level in (LEVELS if whole else levels)
    )


def _own_policy(draw: Draw, place: Place, topic: str, own: list[Json]) -> tuple[Paper, ...]:
    if not own:
        return ()
    text = document(*draw.dice.shuffled(own))
    return (Paper(f"{place.user.title()}{topic}", PolicyKind.IDENTITY, text),)


def _facts(who: str, *, is_whole: bool) -> tuple[Words, ...]:
    account = words("quiz.request.management" if who == MANAGEMENT else "quiz.request.member")
    return (account,) if is_whole or who == MANAGEMENT else (account, words("quiz.request.full"))


NEEDS: Final = ("A3", "F11", "G2", "G6", "G7", "G8", "G11", "G12", "I8")
FAMILIES: Final = (Family("predict-scp", ("X3",), NEEDS, _scp),)
