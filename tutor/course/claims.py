"""The claims of the study notes (skill ids) and the lesson that teaches each (`notes/story.md`, Plan)."""

from typing import Final

LESSON_CLAIMS: Final[dict[str, tuple[str, ...]]] = {
    "warm-up": (),
    "two-gates": ("A1", "A2", "A3"),
    "shared-key": ("B1", "B2", "B3", "B4", "C1", "C2", "C3", "C6"),
    "users": ("D1", "D2", "D3", "D4"),
    "credentials": ("E1", "E2", "E3", "E4", "E5", "I5", "I5b"),
    "groups": ("E6", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"),
    "root-and-mfa": ("F10", "F11", "I1", "C4", "I8"),
    "policies": ("G1", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G12"),
    "decision": ("G2", "G10", "G11"),
    "roles": ("H1", "H6", "H7", "H9", "I4", "I4b"),
    "signing-ec2": ("H2", "H3", "H4", "H5", "H8", "I10"),
    "federation": ("C5", "I6", "I3", "I3b", "I9"),
    "best-practices": ("I2", "I7"),
    "capstone": (),
}
"""Claims by the lesson that must teach, practise and ask them."""

CLAIMS: Final = tuple(claim for claims in LESSON_CLAIMS.values() for claim in claims)
"""Every claim, in the order in which the course comes to it."""

SET_RIGHT: Final = frozenset({
    "A2", "B2", "D2", "D3", "E3", "E5", "E6", "F8", "F10", "F11", "G2", "G5", "G10", "G11", "G12", "H8",
    "I1", "I4b", "I5b", "I8",
})  # fmt: skip
"""Claims that AWS does not bear out as the notes word them: each needs a callout."""

OPTIONAL: Final = frozenset({"warm-up"})
"""Lessons without which the course is whole."""

PRACTISED_AT_MOST: Final = 3
"""How many claims one step may practise."""


def claims_of(lesson_id: str) -> tuple[str, ...] | None:
    """The claims that a lesson of the course must cover; None for a lesson that is not in the plan."""
    return LESSON_CLAIMS.get(lesson_id)
