"""How a managed policy of AWS is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["CONSOLE", "FIRST", "ManagedRow", "linked", "row"]

FIRST: Final = "2015-02-06T18:40:00"
"""When AWS published its first managed policies."""

CONSOLE: Final = "via the AWS Management Console."
"""How many a description ends."""


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


def linked(service: str, name: str) -> str:
    """The statement that lets a service's own role be made."""
    condition = f'{{"StringEquals": {{"iam:AWSServiceName": "{service}.amazonaws.com"}}}}'
    return f"iam:CreateServiceLinkedRole on arn:aws:iam::*:role/aws-service-role/{name} if {condition}"
