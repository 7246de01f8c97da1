"""Policies that limit and grant nothing: boundaries, session policies, service control policies."""

from typing import Final

from .dice import Dice
from .errand import Errand
from .papers import Json, allow, deny
from .pen import NEAR_MISSES, Pen

__all__ = ["FULL_ACCESS", "accepting", "refusing", "silent"]

SERVICES: Final = ("s3", "ec2", "iam", "sqs", "cloudwatch", "dynamodb", "lambda", "logs")
FULL_ACCESS: Final = allow("*", "*")
"""The statement of FullAWSAccess."""


def accepting(pen: Pen, *, everywhere: bool = False) -> Json:
    """A statement of a cap that accepts the errand: whole services, or from level 4 what is near it.

    `everywhere`: for all resources, as an SCP is used to allow.
    """
    if pen.level < NEAR_MISSES or pen.dice.chance(0.5):
        return allow(_services(pen.dice, pen.errand, [f"{pen.errand.service}:*"]), "*")
    if not everywhere:
        return allow(f"{pen.errand.service}:*", pen.here())
    ending = [action for action in (*pen.errand.plain, *pen.errand.wide) if _may_stand_in_scp(action)]
    return allow(_services(pen.dice, pen.errand, pen.dice.one(ending)), "*")


def silent(pen: Pen, *, everywhere: bool = False) -> Json:
    """A statement of a cap that says nothing about the errand: other services, or a near miss."""
    if pen.level == 1 or pen.dice.chance(0.5 if pen.level < NEAR_MISSES else 0.2):
        return allow(_services(pen.dice, pen.errand, []), "*")
    if everywhere or pen.dice.chance(0.5):
        return allow(_services(pen.dice, pen.errand, pen.dice.one(pen.errand.others)), "*")
    return allow(f"{pen.errand.service}:*", pen.elsewhere())


def refusing(pen: Pen) -> Json:
    """A Deny of a cap that fits the errand."""
    if pen.level == 1 or pen.dice.chance(0.4):
        return deny(pen.errand.action, "*")
    return pen.deny_that_fits()


def _may_stand_in_scp(action: Json) -> bool:
    """Whether an action has its wildcard, if any, at the end."""
    return isinstance(action, list) or "*" not in action[:-1]


def _services(dice: Dice, errand: Errand, own: Json) -> Json:
    """One or two other services, with these actions of the errand's."""
    others = [name for name in SERVICES if name != errand.service]
    names = dice.some(others, 1 + dice.number(2))
    chosen = [*(own if isinstance(own, list) else [own]), *(f"{name}:*" for name in names)]
    return chosen[0] if len(chosen) == 1 else dice.shuffled(chosen)
