"""Conditions: about multi-factor authentication, about whose account a resource is in, about where one is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tutor.policy import PolicyKind
from tutor.policy.context import ContextSource

from ..choices import Choice, Frame, choose
from ..dice import Dice
from ..family import Draw, Family
from ..options import Ask, outcome_question
from ..papers import Json, Paper, allow, deny, document
from ..pieces import Code, Words, words
from ..place import Place, a_place
from ..question import Exhibit, Question
from ..scene import Scene

__all__ = ["FAMILIES"]

MFA: Final = "aws:MultiFactorAuthPresent"
BELIEFS: Final = ("M9", "M10", "M13", "Q32", "B9", "M6", "Q39", "Q14", "Q18", "Q2")
DOUBTS: Final = ("Q16", "Q3", "Q9")
"""Why somebody sees no Allow in one that fits."""
OFFICES: Final = ("203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24")
ADDRESSES: Final = ("203.0.113.61", "198.51.100.7", "192.0.2.44")
"""Each in the office of the same place."""
Context = dict[str, ContextSource]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A condition, and what the request carries."""

    skill: str
    condition: Json
    context: Context
    facts: tuple[Words, ...] = ()
    resource_account: str | None = None


def _predict(draw: Draw) -> Question | None:
    dice, place = draw.dice, a_place(draw.dice)
    effect = {"allowed": dice.one(("Allow", "Deny")), "explicitDeny": "Deny"}.get(
        draw.target, dice.one(("Allow", "Deny"))
    )
    made = draw.theme(KINDS[draw.level - 1])(dice, place, effect, draw.level)
    beliefs = (*BELIEFS, *DOUBTS) if draw.target == "allowed" else BELIEFS
    action = "s3:DeleteObject" if made.skill == "C4" else dice.one(("s3:GetObject", "s3:PutObject"))
    reach = f"{place.bucket_arn}/*"
    if effect == "Allow":
        statements = [allow(action, reach, Condition=made.condition)]
        if draw.level >= 3:
            statements.append(allow("s3:ListBucket", place.bucket_arn))
    else:
        statements = [
            allow(dice.one((action, "s3:*")), dice.one((reach, "*"))),
            deny(*_denied(made, action, reach), Condition=made.condition),
        ]
        if draw.target == "implicitDeny":
            statements[0] = allow(dice.one(("s3:GetObjectTagging", "s3:ListBucket")), "*")
    paper = Paper(f"{place.user.title()}{place.topic}", PolicyKind.IDENTITY, document(*statements))
    scene = Scene(place.principal, action, place.object_arn, (paper,), made.context, made.resource_account)
    hint = words("quiz.conditions.hint")
    return outcome_question(draw, scene, Ask((made.skill,), beliefs, hint=hint, facts=made.facts))


def _denied(made: Circumstance, action: str, reach: str) -> tuple[str, str]:
    """What a Deny is about: where it asks for accounts, everything in S3."""
    return ("s3:*", "*") if made.skill == "G10" else (action, reach)


def _mfa(dice: Dice, place: Place, effect: str, level: int) -> Circumstance:
    present = dice.one((True, False, None) if level > 1 else (True, False))
    context: Context = {} if present is None else {MFA: present}
    operator = dice.one(("Bool", "BoolIfExists")) if level > 1 else "Bool"
    value = "true" if effect == "Allow" else "false"
    fact = words("quiz.conditions.key" if present is None else "quiz.conditions.session")
    return Circumstance("C4", {operator: {MFA: value}}, context, (fact,))


def _account(dice: Dice, place: Place, effect: str, level: int) -> Circumstance:
    """In whose account the bucket is; another's would have to allow the request as well."""
    lists = ([place.account], [place.partner], [place.partner, place.account])
    listed = dice.one(lists[:2] if level < 2 else lists)
    owner = dice.one((place.account, place.account, place.partner))
    operator = "StringEquals" if effect == "Allow" else "StringNotEquals"
    value = listed[0] if len(listed) == 1 else listed
    context: Context = {"aws:ResourceAccount": owner}
    return Circumstance("G10", {operator: {"aws:ResourceAccount": value}}, context, resource_account=owner)


def _address(dice: Dice, place: Place, effect: str, level: int) -> Circumstance:
    count = 1 if level < 3 else 2
    offices = list(OFFICES[:count])
    address = dice.one(ADDRESSES)
    operator = "IpAddress" if effect == "Allow" else "NotIpAddress"
    value = offices[0] if count == 1 else offices
    return Circumstance("G12", {operator: {"aws:SourceIp": value}}, {"aws:SourceIp": address})


def _two_keys(dice: Dice, place: Place, effect: str, level: int) -> Circumstance:
    office, code = dice.chance(0.5), dice.chance(0.5)
    address = ADDRESSES[0] if office else ADDRESSES[1]
    allows = effect == "Allow"
    operator = "IpAddress" if allows else "NotIpAddress"
    condition = {"Bool": {MFA: "true" if allows else "false"}, operator: {"aws:SourceIp": OFFICES[0]}}
    fact = words("quiz.conditions.session")
    return Circumstance("C4", condition, {MFA: code, "aws:SourceIp": address}, (fact,))


Kind = Callable[[Dice, Place, str, int], Circumstance]
KINDS: Final[tuple[tuple[Kind, ...], ...]] = (
    (_mfa, _address, _account),
    (_mfa, _address, _account),
    (_mfa, _address, _account),
    (_mfa, _two_keys, _address, _account),
    (_mfa, _two_keys, _two_keys, _address, _account),
)
"""By level."""


def _idiom(draw: Draw) -> Question | None:
    """Which condition makes a Deny, or an Allow, demand MFA of everybody."""
    dice, place = draw.dice, a_place(draw.dice)
    denies = draw.level >= 3 if draw.level < 5 else draw.theme((True, False))
    action = dice.one(("s3:DeleteObject", "s3:PutObject"))
    right: Json = {"BoolIfExists": {MFA: "false"}} if denies else {"Bool": {MFA: "true"}}
    wrong: list[Json] = [
        {"Bool": {MFA: "false"}}, {"BoolIfExists": {MFA: "true"}}, {"Bool": {MFA: "true"}},
        {"BoolIfExists": {MFA: "false"}},
    ]  # fmt: skip
    if draw.level >= 4:
        wrong += [{"Null": {MFA: "true"}}, {"Null": {MFA: "false"}}]
    others = [_demanding(place, action, one, denies=denies) for one in dice.shuffled(wrong) if one != right]
    chosen = _demanding(place, action, right, denies=denies)
    reach = f"{place.bucket_arn}/*"
    blank: Json = {"________": {MFA: "____"}}
    first = [allow("s3:*", reach)] if denies else []
    shown = deny(action, reach, Condition=blank) if denies else allow(action, reach, Condition=blank)
    frame = Frame(
        ("C4",),
        words("quiz.conditions.demand.deny" if denies else "quiz.conditions.demand.allow"),
        (
            Exhibit(
                words("quiz.paper.identityPolicy", name=f"{place.user.title()}{place.topic}"),
                Code(document(*first, shown)),
            ),
        ),
        chosen.scenes[0],
        words("quiz.conditions.demand.hint"),
    )
    return choose(draw, frame, chosen, others)


def _demanding(place: Place, action: str, condition: Json, *, denies: bool) -> Choice:
    import json

    reach = f"{place.bucket_arn}/*"
    statements = (
        [allow("s3:*", reach), deny(action, reach, Condition=condition)]
        if denies
        else [allow(action, reach, Condition=condition)]
    )
    paper = Paper(f"{place.user.title()}{place.topic}", PolicyKind.IDENTITY, document(*statements))
    contexts: tuple[Context, ...] = ({MFA: True}, {MFA: False}, {})
    scenes = tuple([Scene(place.principal, action, place.object_arn, (paper,), one) for one in contexts])
    text = json.dumps(condition)
    why = words("quiz.conditions.demand.why.deny" if denies else "quiz.conditions.demand.why.allow")
    return Choice(Code(text), scenes, (True, False, False), ("M9", "M10", "Q32", "Q39", "Q52"), why)


NEEDS: Final = ("A3", "G1", "G2", "G6", "G7", "G8", "G10", "G11", "G12")
FAMILIES: Final = (
    Family("conditions", ("C4", "G10", "G12"), NEEDS, _predict),
    Family("mfa-condition", ("C4",), NEEDS, _idiom),
)
