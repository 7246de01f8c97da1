"""Predict whether a user may assume a role: the caller's policy and the role's trust policy."""

from typing import Final

from tutor.policy import PolicyKind
from tutor.policy.context import ContextSource

from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, allow, deny, document
from ..pen import is_sensible
from ..pieces import words
from ..place import Place, a_place
from ..question import Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TELLING: Final = ("B14", "Q14", "B11", "M4", "Q12", "M6", "Q41", "Q15", "Q13", "B9", "Q43")
READING: Final = ("Q16", "Q17", "B10", "Q7", "Q8", "Q9")
ASSUME: Final = "sts:AssumeRole"
MFA: Final = "aws:MultiFactorAuthPresent"


def _trust(draw: Draw) -> Question | None:
    place = a_place(draw.dice)
    theme = draw.theme(("H1", "I3b"))
    case = _Case(draw, place, is_cross=theme == "I3b")
    own, trust = case.written()
    if not is_sensible(own) or not is_sensible(trust):
        return None
    papers = (
        *([Paper(case.name, PolicyKind.IDENTITY, document(*own))] if own else []),
        Paper(place.role, PolicyKind.TRUST, document(*trust)),
    )
    scene = Scene(place.principal, ASSUME, case.role_arn, papers, case.context)
    facts = [] if own else [words("quiz.request.bare")]
    if case.by_group:
        facts.append(words("quiz.request.groups", groups=place.group))
    ask = Ask(
        (theme,),
        (*TELLING, *draw.dice.shuffled(READING), "Q42", "Q18"),
        hint=words("quiz.predict.hint.trust"),
        facts=tuple(facts),
    )
    return outcome_question(draw, scene, ask)


class _Case:
    """Writes the caller's policy and the role's trust policy."""

    def __init__(self, draw: Draw, place: Place, *, is_cross: bool) -> None:
        self.draw, self.dice, self.place = draw, draw.dice, place
        self.is_cross = is_cross
        owner = place.partner if is_cross else place.account
        self.role_arn = f"arn:aws:iam::{owner}:role/{place.role}"
        self.name = f"{place.user.title()}Roles"
        self.context: dict[str, ContextSource] = {"aws:PrincipalArn": place.user_arn}
        self.by_group = False
        """Whether the trust policy speaks of the caller's group, which never fits."""

    def written(self) -> tuple[list[Json], list[Json]]:
        """The statements of both."""
        own, trust = self._settled()
        is_open = self.draw.target == "allowed" and self.draw.ways == 3
        if is_open and self.dice.chance(0.5):
            trust.append(allow(ASSUME, Principal={"AWS": self.place.other_arn}))
        elif is_open or self.draw.level == 5 or (self.draw.level >= 3 and self.dice.chance(0.5)):
            trust.append(self._lets_in_service())
        if self.draw.level == 5 and self.dice.chance(0.5):
            trust.append(deny(ASSUME, Principal={"AWS": self.place.other_arn}))
        if self.draw.level >= 4 and self.name != "AdministratorAccess":
            own.append(self._own_misses())
        return self.dice.shuffled(own), self.dice.shuffled(trust)

    def _settled(self) -> tuple[list[Json], list[Json]]:
        dice, level = self.dice, self.draw.level
        match self.draw.target:
            case "allowed" if self.is_cross or dice.chance(0.5):
                return [self._own_fits()], [self._lets_in(dice.chance(0.5))]
            case "allowed":
                return dice.one(([], [self._own_misses()])), [self._lets_in(False)]
            case "explicitDeny" if dice.chance(0.5):
                refusal = deny(
                    ASSUME, dice.one((self.role_arn, f"{self.role_arn.rpartition('/')[0]}/*", "*"))
                )
                return [self._own_fits(wide=True), refusal], [self._lets_in(dice.chance(0.5))]
            case "explicitDeny":
                return [self._own_fits()], [self._lets_in(True), self._shuts_out()]
            case _ if dice.chance(0.5 if level == 1 else 0.3):
                return self._own_unfit(), [self._lets_in(True)]
            case _ if level >= 4 and dice.chance(0.5):
                return [self._own_fits()], [self._lets_in_group()]
            case _ if self.is_cross and dice.chance(0.3):
                return self._own_unfit(), [self._lets_in(False)]
            case _:
                own = self._administrator() if dice.chance(0.4) else self._own_fits()
                return [own], [self._lets_in_other()]

    def _own_unfit(self) -> list[Json]:
        return self.dice.one(([], [self._own_misses()]))

    def _own_fits(self, *, wide: bool = False) -> Json:
        """The caller may assume the role, as far as the caller's own policies go."""
        if wide or (self.draw.level >= 2 and self.dice.chance(0.5)):
            return allow(self.dice.one((ASSUME, "sts:*")), "*")
        return allow(ASSUME, self.role_arn)

    def _administrator(self) -> Json:
        self.name = "AdministratorAccess"
        return allow("*", "*")

    def _own_misses(self) -> Json:
        other = f"{self.role_arn.rpartition('/')[0]}/{self.place.other_role}"
        if self.draw.level >= 4 and self.dice.chance(0.4):
            return allow(self.dice.one(("iam:GetRole", "iam:PassRole")), self.role_arn)
        return allow(ASSUME, other)

    def _lets_in(self, by_account: bool) -> Json:
        """A statement of the trust policy that lets the caller in."""
        named = self.place.root_arn if by_account else self.place.user_arn
        if self.draw.level >= 4 and self.dice.chance(0.4 if self.draw.level == 4 else 0.7):
            self.context[MFA] = True
            return allow(ASSUME, Principal={"AWS": named}, Condition={"Bool": {MFA: "true"}})
        return allow(ASSUME, Principal={"AWS": named})

    def _lets_in_other(self) -> Json:
        """One that lets others in: another user, a service, from level 3 whoever signed in with MFA."""
        if self.draw.level >= 3 and MFA not in self.context and self.dice.chance(0.3):
            self.context[MFA] = False
            named = self.dice.one((self.place.user_arn, self.place.root_arn))
            return allow(ASSUME, Principal={"AWS": named}, Condition={"Bool": {MFA: "true"}})
        if self.dice.chance(0.3):
            return self._lets_in_service()
        others = [self.place.other_arn]
        if self.draw.level >= 3 and self.dice.chance(0.4):
            others.append(self.place.other_arn.replace(self.place.other, self.place.third))
        return allow(ASSUME, Principal={"AWS": others[0] if len(others) == 1 else others})

    def _lets_in_service(self) -> Json:
        service = self.dice.one(("ec2.amazonaws.com", "lambda.amazonaws.com"))
        return allow(ASSUME, Principal={"Service": service})

    def _lets_in_group(self) -> Json:
        """One that speaks of the caller's group, which is no principal."""
        self.by_group = True
        group = f"arn:aws:iam::{self.place.account}:group/{self.place.group}"
        condition = {"ArnEquals": {"aws:PrincipalArn": group}}
        return allow(ASSUME, Principal={"AWS": self.place.root_arn}, Condition=condition)

    def _shuts_out(self) -> Json:
        """A Deny of the trust policy that fits the caller."""
        return deny(ASSUME, Principal={"AWS": self.place.user_arn})


NEEDS: Final = ("A3", "G2", "G6", "G7", "G8", "G11", "G12")
FAMILIES: Final = (Family("predict-trust", ("H1", "I3b"), NEEDS, _trust),)
