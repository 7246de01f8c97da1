"""Statements about an errand, written so that it is settled beforehand whether they fit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tutor.policy.context import ContextSource
from tutor.policy.wildcards import compile_pattern

from .dice import Dice
from .errand import Errand
from .papers import Json, allow, deny

__all__ = ["Pen", "is_sensible"]

MFA: Final = "aws:MultiFactorAuthPresent"
IP: Final = "aws:SourceIp"
OFFICE: Final = "203.0.113.0/24"
INSIDE: Final = ("203.0.113.7", "203.0.113.40")
OUTSIDE: Final = ("198.51.100.23", "192.0.2.61")
ALL_OF_A_KIND: Final = re.compile(r"arn:aws:(ec2:\*|iam:):\d+:\w+/\*")
"""All servers, or all users: as good as `*` for actions on them."""
NEAR_MISSES: Final = 4
"""The level from which what is easily overlooked is preferred, and conditions are met."""


@dataclass(slots=True)
class Pen:
    """Writes statements for a level; every method says in its name whether its statement fits."""

    dice: Dice
    level: int
    errand: Errand
    by: tuple[str, ...] = ("action", "resource")
    """By which elements statements that do not fit may miss."""
    circumstances: dict[str, ContextSource] = field(default_factory=dict)
    """What the request has to carry for what has been written, settled by the first condition; shareable."""

    @property
    def good(self) -> bool | None:
        """Whether the circumstances are those that conditions ask for; None before the first condition."""
        if MFA in self.circumstances:
            return self.circumstances[MFA] is True
        return self.circumstances[IP] in INSIDE if IP in self.circumstances else None

    def allow_that_fits(self, **more: Json) -> Json:
        """An Allow that fits the request."""
        condition = self._condition(allows=True, met=True)
        return allow(self._action(), self.here(), **condition, **more)

    def deny_that_fits(self, **more: Json) -> Json:
        """A Deny that fits the request."""
        condition = self._condition(allows=False, met=True)
        return deny(self._action(), self.here(), **condition, **more)

    def allow_that_misses(self, by: tuple[str, ...] = (), **more: Json) -> Json:
        """An Allow that does not fit in one element: of `by` if given, from level 4 perhaps its condition."""
        return allow(**self._missing(by, allows=True), **more)

    def deny_that_misses(self, by: tuple[str, ...] = (), **more: Json) -> Json:
        """A Deny that does not fit in one element: of `by` if given, from level 4 perhaps its condition."""
        return deny(**self._missing(by, allows=False), **more)

    def settling(self, target: str) -> list[Json]:
        """What brings about an outcome: an Allow, an Allow and the Deny that beats it, a near miss."""
        if target == "allowed":
            return [self.allow_that_fits()]
        if target == "explicitDeny":
            return [self.allow_that_fits(), self.deny_that_fits()]
        return [self.allow_that_misses()]

    def missing(self, *, denies: bool) -> Json:
        """A statement that does not fit; a Deny only where `denies`."""
        return self.deny_that_misses() if denies and self.dice.chance(0.5) else self.allow_that_misses()

    def _missing(self, by: tuple[str, ...], *, allows: bool) -> dict[str, Json]:
        elements = by or self.by
        ways = elements if self.level < NEAR_MISSES else (*elements, "condition")
        way = self.dice.one(ways)
        if way == "condition":
            if condition := self._condition(allows=allows, met=False):
                return {"action": self._action(), "resource": self.here(), **condition}
            way = self.dice.one(elements)
        if way == "action":
            where = [one for one in self.errand.here if one != "*"]
            return {"action": self.dice.one(self.errand.others), "resource": self.dice.one(where)}
        return {"action": self._action(), "resource": self.elsewhere()}

    def _action(self) -> Json:
        """An action element that includes the errand's."""
        errand = self.errand
        if self.level == 1:
            return self.dice.one((*errand.plain, *errand.plain, f"{errand.service}:*"))
        return self.dice.one((*errand.plain, *errand.wide, *errand.wide))

    def here(self) -> Json:
        """A resource element that includes the errand's."""
        return self.dice.one(self.errand.here)

    def elsewhere(self) -> Json:
        """A resource element that does not include the errand's."""
        errand = self.errand
        if self.level == 1:
            return self.dice.one((*errand.there, errand.near[0]))
        if self.level < NEAR_MISSES:
            return self.dice.one((*errand.there, *errand.near[:2]))
        return self.dice.one((*errand.near, *errand.there[:1]))

    def _condition(self, *, allows: bool, met: bool) -> dict[str, Json]:
        """A condition that is met or is not; none where the circumstances are the other way round."""
        good = allows is met
        wanted = 0.3 if met else 1.0
        if self.level < NEAR_MISSES or not self.dice.chance(wanted):
            return {}
        if self.good is None:
            self.circumstances.update(self._circumstance(good))
        if self.good is not good:
            return {}
        return {"Condition": self._written(allows)}

    def _circumstance(self, good: bool) -> dict[str, ContextSource]:
        if self.dice.chance(0.5):
            return {MFA: good}
        return {IP: self.dice.one(INSIDE if good else OUTSIDE)}

    def _written(self, allows: bool) -> Json:
        if IP in self.circumstances:
            return {"IpAddress" if allows else "NotIpAddress": {IP: OFFICE}}
        return {"Bool": {MFA: "true" if allows else "false"}}


def is_sensible(statements: Sequence[Json]) -> bool:
    """Whether each statement of a policy adds something: none repeats another, no Deny undoes an Allow."""
    return not any(
        _outdoes(one, other)
        for place, one in enumerate(statements)
        for later, other in enumerate(statements)
        if place != later
    )


def _outdoes(one: Json, other: Json) -> bool:
    """Whether one statement leaves another, or an action of an Allow, without any effect of its own."""
    if one["Effect"] == "Allow" and other["Effect"] == "Deny":
        return False
    if "Condition" in one and one["Condition"] != other.get("Condition"):
        return False
    if one.get("Principal", "*") not in ("*", other.get("Principal", "*")):
        return False
    wide, narrow = one.get("Resource", "*"), other.get("Resource", "*")
    is_all = narrow == "*" and isinstance(wide, str) and ALL_OF_A_KIND.fullmatch(wide) is not None
    if not is_all and not _covers(wide, narrow):
        return False
    if one["Effect"] == other["Effect"]:
        return _covers(one["Action"], other["Action"])
    return any(_covers(one["Action"], action) for action in _listed(other["Action"]))


def _covers(wide: Json, narrow: Json) -> bool:
    tests = [compile_pattern(text) for text in _listed(wide)]
    return all(any(test(text) for test in tests) for text in _listed(narrow))


def _listed(value: Json) -> list[str]:
    return value if isinstance(value, list) else [value]
