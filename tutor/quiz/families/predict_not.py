"""Predict what a request gets by a policy with NotAction or NotResource."""

from typing import Final

from tutor.policy import PolicyKind

from ..errand import Errand, an_errand
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, allow, deny, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("M3", "B9", "Q44", "Q14", "B6", "Q21")
READING: Final = ("Q3", "Q7", "Q8", "Q9", "B10", "Q17")
SERVICES: Final = ("iam", "organizations", "account", "s3", "ec2", "kms", "billing")


def _not(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    errand = an_errand(place, dice.fraction())
    pen = Pen(dice, draw.level, errand)
    odd, plain = _Odd(draw, errand).written(pen)
    if not is_sensible(plain):
        return None
    text = document(*dice.shuffled([odd, *plain]))
    paper = Paper(f"{place.user.title()}{errand.topic}", PolicyKind.IDENTITY, text)
    scene = Scene(place.principal, errand.action, errand.resource, (paper,), pen.circumstances)
    beliefs = (*TELLING, *dice.shuffled(READING), "Q18")
    return outcome_question(draw, scene, Ask(("X6",), beliefs, hint=words("quiz.predict.hint.not")))


class _Odd:
    """Writes the statement that lists what it leaves out."""

    def __init__(self, draw: Draw, errand: Errand) -> None:
        self.draw, self.dice, self.errand = draw, draw.dice, errand

    def written(self, pen: Pen) -> tuple[Json, list[Json]]:
        """It, and the other statements of the policy."""
        dice, level = self.dice, self.draw.level
        match self.draw.target:
            case "allowed" if dice.chance(0.4):
                odd, plain = self._all_but(leaves_out=False), [pen.missing(denies=True)]
            case "allowed" if dice.chance(0.4):
                odd, plain = self._all_but(leaves_out=True), [pen.allow_that_fits()]
            case "allowed":
                odd, plain = self._never_but(spares=True), [pen.allow_that_fits()]
            case "explicitDeny":
                odd, plain = self._never_but(spares=False), [pen.allow_that_fits()]
            case _ if dice.chance(0.5):
                odd, plain = self._all_but(leaves_out=True), []
            case _:
                odd, plain = self._never_but(spares=True), [pen.allow_that_misses()] if level > 1 else []
        if level >= 3:
            plain.append(pen.missing(denies=True))
        return odd, plain

    def _all_but(self, *, leaves_out: bool) -> Json:
        """An Allow for all actions but some."""
        own = self.errand.service
        others = [f"{name}:*" for name in self.dice.some([one for one in SERVICES if one != own], 2)]
        spared = self.errand.action if self.draw.level >= 4 and self.dice.chance(0.4) else f"{own}:*"
        listed = self.dice.shuffled([spared, others[0]]) if leaves_out else others
        return allow(None, "*", NotAction=listed)

    def _never_but(self, *, spares: bool) -> Json:
        """A Deny for everything but some resources, or but some actions."""
        errand = self.errand
        if self.dice.chance(0.6):
            elsewhere = errand.there if self.draw.level < 4 else errand.near
            listed = self.dice.one([one for one in (errand.here if spares else elsewhere) if one != "*"])
            return deny(f"{errand.service}:*", NotResource=listed)
        other = self.dice.one(errand.siblings)
        return deny(None, "*", NotAction=[errand.action, other] if spares else errand.siblings[0])


NEEDS: Final = ("A3", "G2", "G3", "G6", "G7", "G8", "G11", "G12")
FAMILIES: Final = (Family("predict-not", ("X6",), NEEDS, _not),)
