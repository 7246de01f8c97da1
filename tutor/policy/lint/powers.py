"""Statements that open more than they seem to."""

from collections.abc import Iterator
from typing import Final

from ..arn import ARN_FIELDS
from ..vocabulary import PolicyKind
from ..wildcards import compile_pattern
from .finding import Finding
from .written import WrittenStatement

__all__ = ["check_powers"]

PASS_ROLE: Final = "iam:passrole"
EVERY_ACTION: Final = frozenset({"*", "*:*"})
EVERY_ROLE: Final = frozenset({"*", "role*", "role/*"})
GRANTING: Final = frozenset({PolicyKind.IDENTITY, PolicyKind.SESSION, PolicyKind.RESOURCE})
"""The kinds whose Allow gives something; the others only cap."""


def check_powers(statement: WrittenStatement) -> Iterator[Finding]:
    """An administrator's statement, the right to pass any role, a role that anyone may try to assume."""
    kind = statement.reading.kind
    if not statement.allows:
        return
    if kind is PolicyKind.TRUST:
        yield from _anyone(statement)
    elif kind in GRANTING:
        every = [text for text in statement.texts("Action") if text.value in EVERY_ACTION]
        everything = any(text.value == "*" for text in statement.texts("Resource"))
        if every and everything and kind is PolicyKind.IDENTITY:
            yield statement.finding("allow-everything", every[0], other="*")
        elif not every:
            yield from _pass_role(statement)


def _pass_role(statement: WrittenStatement) -> Iterator[Finding]:
    passing = [text for text in statement.texts("Action") if compile_pattern(text.value.lower())(PASS_ROLE)]
    for resource in statement.texts("Resource") if passing else ():
        if _is_every_role(resource.value):
            yield statement.finding("pass-any-role", resource, other=passing[0].value)


def _is_every_role(resource: str) -> bool:
    if resource == "*":
        return True
    fields = resource.split(":", ARN_FIELDS - 1)
    return len(fields) == ARN_FIELDS and fields[2] == "iam" and fields[-1] in EVERY_ROLE


def _anyone(statement: WrittenStatement) -> Iterator[Finding]:
    for text in statement.principals:
        if text.value == "*":
            narrowed = "-on-condition" if statement.conditions else ""
            yield statement.finding(f"trust-anyone{narrowed}", text)
