"""How a managed policy of AWS is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["FIRST", "ManagedRow", "row"]

FIRST: Final = "2015-02-06T18:40:00"
"""When AWS published its first managed policies."""


@dataclass(frozen=True, slots=True)
class ManagedRow:
    """One policy: its path and name, what it is for, its statements in short."""

    name: str
    description: str
    statements: tuple[str, ...]
    """See `tutor.account.managed`."""
    version: str = "v1"
    created: str = FIRST
    updated: str = FIRST
    policy_id: str = ""


def row(name: str, description: str, *statements: str, since: str = FIRST, version: str = "v1") -> ManagedRow:
    """A policy whose unique id and later dates are not on record."""
    return ManagedRow(name, description, statements, version, since, since)
