"""Reads the history of an account for the screen that shows it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.app.models.past import PastPicture, PastRow
from tutor.gateway.visible import visible
from tutor.gateway.words.past import Past
from tutor.wording.signs import short_resource

if TYPE_CHECKING:
    from tutor.account import Save
    from tutor.gateway.events import Event

MOST: Final = 400
"""Characters of a name that are looked through and shown."""


def past_picture(save: "Save", *, told: bool, size: int) -> PastPicture:
    """All requests, those of branches that were left too."""
    past = Past(save)
    return PastPicture(
        rows=tuple(_rows(past)),
        before=tuple(_row(event, None, event.who, here=True) for event in past.before),
        place=past.last,
        told=told,
        size=size,
    )


def _rows(past: Past) -> "Iterator[PastRow]":
    for number in past.requests:
        event = past.event(number)
        who = past.visitor(number) or event.who
        yield _row(event, number, who, here=event.index in past.here)


def _row(event: "Event", number: int | None, who: str, *, here: bool) -> PastRow:
    who, action, resource, error = (
        visible(text[:MOST]).replace("\n", "␊").replace("\t", " ")
        for text in (who, event.action, event.resource, event.error or "")
    )
    return PastRow(
        number,
        f"{event.at:%Y-%m-%d %H:%M:%S}",
        who,
        action,
        short_resource(resource),
        event.outcome,
        error,
        here,
        f"{number or ''} {who} {action} {resource} {error}".casefold(),
    )
