"""The staff directory behind the simulated identity providers: who works here, and with which attributes.

It is no part of AWS. Whoever is struck off gets no more tokens; sessions that AWS has given out go on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Person"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the directory; the attributes become session tags."""

    name: str
    tags: dict[str, str] = field(default_factory=dict)
