"""Puts a document before every rule."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from ..catalogue import Catalogue
from ..document import PolicyDocument
from ..parse import parse_policy
from ..vocabulary import PolicyKind
from .actions import check_actions
from .conditions import check_conditions
from .finding import SEVERITIES, Finding
from .keys import check_keys
from .powers import check_powers
from .targets import check_targets
from .trusted import check_trusted
from .variables import check_variables
from .written import Reading, WrittenStatement

__all__ = ["LIMIT", "lint"]

LIMIT: Final = 100
"""How many findings there are at most, before one that says that the reading ended here."""

Rule = Callable[[WrittenStatement], Iterator[Finding]]
RULES: Final[tuple[Rule, ...]] = (
    check_actions,
    check_targets,
    check_keys,
    check_conditions,
    check_variables,
    check_powers,
    check_trusted,
)


def lint(
    document: PolicyDocument | str,
    kind: PolicyKind = PolicyKind.IDENTITY,
    catalogue: Catalogue | None = None,
) -> tuple[Finding, ...]:
    """What deserves a second look, in the order of the text.

    A text is read as `kind` first and raises PolicyError where the service refuses it; a document is of its
    own kind, and never raises. `catalogue` is the one that comes with the package unless given.
    """
    if isinstance(document, str):
        document = parse_policy(document, kind)
    reading = Reading(document, catalogue or Catalogue.open())
    found = tuple(islice(_findings(reading), LIMIT + 1))
    if len(found) <= LIMIT:
        return found
    *kept, last = found
    end = replace(last, code="too-many", severity=SEVERITIES["too-many"], found="", end=last.position)
    return (*kept, replace(end, expected=(), other="", wanted_types=(), found_type=""))


def _findings(reading: Reading) -> Iterator[Finding]:
    for statement in reading.statements():
        found = islice((finding for rule in RULES for finding in rule(statement)), LIMIT + 1)
        yield from sorted(found, key=lambda finding: finding.position)
