"""Ids of what detectors find: the misconceptions of the notes, and three plain slips."""

from typing import Final

BEGINNERS: Final = 20
FURTHER: Final = 22

MISCONCEPTIONS: Final = (
    *(f"B{number}" for number in range(1, BEGINNERS + 1)),
    *(f"M{number}" for number in range(1, FURTHER + 1)),
)
"""B: beginners, in the course of the notes; M: beyond the notes."""

WRONG_PRINCIPAL: Final = "wrong-principal"
"""A policy was attached, but to somebody else."""
DENY_ELSEWHERE: Final = "deny-elsewhere"
"""Another policy than the caller's own denies."""
TRUST_MISSES_CALLER: Final = "trust-misses-caller"
"""The role's trust policy does not name who wants to assume it."""

SLIPS: Final = (WRONG_PRINCIPAL, DENY_ELSEWHERE, TRUST_MISSES_CALLER)
"""Slips that are no belief, but common enough to be told by name."""

KNOWN: Final = (*MISCONCEPTIONS, *SLIPS)
"""Every id that a text, an option or a hint rule may name."""

ASKED_ONLY: Final = frozenset({"B19", "B20"})
"""Beliefs that no policy, trace or history can show: only a question finds them."""
