"""The three signs of a decision and the marks of a goal, with the colour that goes with each."""

from typing import Final

from textual.content import Content

ALLOWED: Final = "allowed"
EXPLICIT: Final = "explicitDeny"
IMPLICIT: Final = "implicitDeny"
UNKNOWN_CALLER: Final = "unauthenticated"

SIGNS: Final = {ALLOWED: "✓", EXPLICIT: "✗", IMPLICIT: "–", UNKNOWN_CALLER: "✗"}
"""Outcome of a request to the sign that stands for it."""

COLOURS: Final = {ALLOWED: "$success", EXPLICIT: "$error", IMPLICIT: "$error", UNKNOWN_CALLER: "$error"}
"""Outcome of a request to the theme colour of its sign."""


def outcome_sign(outcome: str) -> Content:
    """The sign of an outcome in its colour."""
    return Content.styled(SIGNS[outcome], f"bold {COLOURS[outcome]}")


def goal_mark(passed: bool | None) -> Content:
    """`✓` reached, `·` not asked yet, `○` still open."""
    if passed:
        return Content.styled("✓", "bold $success")
    return Content.styled("·" if passed is None else "○", "$quiet")


def keep_mark(passed: bool | None) -> Content:
    """`✓` the work goes on, `✗` it stands still."""
    return Content.styled("✓", "$success") if passed is not False else Content.styled("✗", "bold $error")


def short_resource(resource: str) -> str:
    """An ARN without what every ARN of the account repeats: `moonrabbit-photos/a.jpg`, `policy/ReadPhotos`."""
    pieces = resource.split(":", 5)
    return pieces[5] if len(pieces) == 6 and pieces[0] == "arn" else resource


def short_key(access_key_id: str) -> str:
    """`AKIA…7Q2` for an access key id."""
    return f"{access_key_id[:4]}…{access_key_id[-3:]}" if len(access_key_id) > 10 else access_key_id
