"""The signs of a decision and the short forms of names; plain text, for both front ends."""

from typing import Final

ALLOWED: Final = "allowed"
EXPLICIT: Final = "explicitDeny"
IMPLICIT: Final = "implicitDeny"
UNKNOWN_CALLER: Final = "unauthenticated"

SIGNS: Final = {ALLOWED: "✓", EXPLICIT: "✗", IMPLICIT: "–", UNKNOWN_CALLER: "✗"}
"""Outcome of a request to the sign that stands for it."""

COLOURS: Final = {ALLOWED: "$success", EXPLICIT: "$error", IMPLICIT: "$error", UNKNOWN_CALLER: "$error"}
"""Outcome of a request to the theme colour of its sign."""

FAILED: Final = ("!", "$warning")
"""Sign and colour of what was allowed and then could not be done."""


def short_resource(resource: str) -> str:
    """An ARN without what all of them repeat: `moonrabbit-photos/a.jpg`, `policy/ReadPhotos`."""
    pieces = resource.split(":", 5)
    return pieces[5] if len(pieces) == 6 and pieces[0] == "arn" else resource


def short_key(access_key_id: str) -> str:
    """`AKIA…7Q2` for an access key id."""
    return f"{access_key_id[:4]}…{access_key_id[-3:]}" if len(access_key_id) > 10 else access_key_id
