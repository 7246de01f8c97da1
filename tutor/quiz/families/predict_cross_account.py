"""Predict what a request gets by the caller's policy and the bucket's, within one account and between two."""

from typing import Final

from tutor.policy import PolicyKind

from ..errand import Errand, a_file, a_list, within_bucket
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, document
from ..pen import Pen, is_sensible
from ..pieces import words
from ..place import ACCOUNTS, OBJECT_ACTIONS, Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("Q14", "M4", "Q12", "M6", "M7", "Q15", "B6", "Q21", "Q43")
READING: Final = ("Q16", "Q17", "B10", "Q7", "Q8", "Q9", "Q3")
TRUSTED: Final = "TrustedAccountOnly"
"""The Sid of the statement that keeps S3 within trusted accounts, as the study notes show it."""


def _cross(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    theme = draw.theme(("G2", "I3b", "G10", "G11") if draw.ways == 3 else ("G2", "I3b"))
    is_cross = theme in {"I3b", "G10"} or dice.chance(0.5)
    errand = a_list(place) if dice.chance(0.3) else a_file(place, dice.one(OBJECT_ACTIONS))
    pen = Pen(dice, draw.level, errand)
    side = _Sides(draw, pen, place, is_cross=is_cross, theme=theme)
    own, there = side.written()
    if not is_sensible(own) or not is_sensible(there):
        return None
    if side.is_fenced:
        pen.circumstances["s3:ResourceAccount"] = side.owner
    scene = Scene(
        place.principal,
        errand.action,
        errand.resource,
        (*_paper(draw, place, errand, own), Paper(place.bucket, PolicyKind.RESOURCE, document(*there))),
        pen.circumstances,
        resource_account=side.owner,
    )
    ask = Ask(
        (theme,),
        (*(("B9",) if theme == "G11" else ()), *TELLING, "B9", *dice.shuffled(READING), "Q42", "Q18"),
        hint=words("quiz.predict.hint.cross"),
        facts=() if own else (words("quiz.request.bare"),),
    )
    return outcome_question(draw, scene, ask)


class _Sides:
    """Writes what the caller's side says and what the bucket's."""

    def __init__(self, draw: Draw, pen: Pen, place: Place, *, is_cross: bool, theme: str) -> None:
        self.draw, self.dice, self.pen, self.place = draw, draw.dice, pen, place
        self.is_cross = is_cross
        inside = within_bucket(pen.errand, place)
        by = ("action", "resource") if inside.there else ("action",)
        self.bucket = Pen(draw.dice, draw.level, inside, by, pen.circumstances)
        self.owner = place.partner if is_cross else place.account
        self.theme = theme
        self.is_fenced = theme in {"G10", "G11"}
        """Whether the caller has the Deny that keeps S3 within trusted accounts."""

    def written(self) -> tuple[list[Json], list[Json]]:
        """The statements of the caller's policy, and of the bucket's."""
        own, there = self._settled()
        if self.is_fenced:
            closes = self.draw.target == "explicitDeny"
            others = [one for one in ACCOUNTS if one != self.owner]
            own.append(_fence(self.dice.one(others) if closes else self.owner))
        elif self.draw.level >= 4:
            side, pen = self.dice.one(((own, self.pen), (there, self.bucket)))
            side.append(pen.missing(denies=True))
        if self.draw.target == "allowed" and self.draw.ways == 3:
            there.append(self._turns_by())
        named = [_named(one, self.place.user_arn) for one in there]
        return self.dice.shuffled(own), self.dice.shuffled(named)

    def _settled(self) -> tuple[list[Json], list[Json]]:
        pen, dice = self.pen, self.dice
        match self.draw.target:
            case "allowed" if self.is_cross:
                return [pen.allow_that_fits()], [self._lets_in()]
            case "allowed" if dice.chance(0.5):
                return [pen.allow_that_fits()], [] if self.draw.ways == 3 else [self._turns_by()]
            case "allowed":
                return dice.one(([], [pen.allow_that_misses()])), [
                    self.bucket.allow_that_fits(Principal=self._me())
                ]
            case "explicitDeny" if self.is_fenced or dice.chance(0.3):
                fence = [] if self.is_fenced else [pen.deny_that_fits()]
                return [pen.allow_that_fits(), *fence], [self._lets_in()]
            case "explicitDeny":
                deny = self.bucket.deny_that_fits(Principal=dice.one((self._me(), "*", self._account())))
                return [pen.allow_that_fits()], [deny, self._turns_by()]
            case _ if self.theme == "G11" and dice.chance(0.7):
                return [], [self._lets_in() if self.is_cross else self._turns_by()]
            case _ if self.is_cross and dice.chance(0.5):
                return [pen.allow_that_fits()], [self._turns_by()]
            case _ if self.is_cross:
                return dice.one(([], [pen.allow_that_misses()])), [self._lets_in()]
            case _ if self.draw.level >= 2 and dice.chance(0.5):
                own = dice.one(([], [pen.allow_that_misses()]))
                return own, [self.bucket.allow_that_fits(Principal=self._account())]
            case _:
                return [pen.allow_that_misses()], [self._turns_by()]

    def _lets_in(self) -> Json:
        """An Allow of the bucket that names the caller, or from level 2 the caller's account."""
        named = self._account() if self.draw.level >= 2 and self.dice.chance(0.5) else self._me()
        return self.bucket.allow_that_fits(Principal=named)

    def _turns_by(self) -> Json:
        """A statement of the bucket that does not let the caller in."""
        other = {"AWS": self.place.other_arn}
        if self.draw.level == 1 or self.dice.chance(0.6):
            return self.bucket.allow_that_fits(Principal=other)
        return self.bucket.allow_that_misses(Principal=self._me())

    def _me(self) -> Json:
        return {"AWS": self.place.user_arn}

    def _account(self) -> Json:
        return {"AWS": self.place.root_arn}


def _named(statement: Json, arn: str) -> Json:
    """A statement of a bucket policy, which has to name somebody."""
    if "Principal" in statement:
        return statement
    effect, *others = statement.items()
    return dict([effect, ("Principal", {"AWS": arn}), *others])


def _fence(trusted: str) -> Json:
    """The study notes' statement: no S3 but in a trusted account."""
    return {
        "Sid": TRUSTED,
        "Effect": "Deny",
        "Action": "s3:*",
        "Resource": "*",
        "Condition": {"StringNotEquals": {"s3:ResourceAccount": trusted}},
    }


def _paper(draw: Draw, place: Place, errand: Errand, own: list[Json]) -> tuple[Paper, ...]:
    if not own:
        return ()
    return (Paper(f"{place.user.title()}{errand.topic}", PolicyKind.IDENTITY, document(*own)),)


NEEDS: Final = ("A3", "G2", "G6", "G7", "G8", "G12")
FAMILIES: Final = (Family("predict-cross-account", ("G2", "I3b", "G10", "G11"), NEEDS, _cross),)
