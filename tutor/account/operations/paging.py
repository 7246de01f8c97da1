"""Pages of a listing: MaxItems and Marker in, IsTruncated and Marker out."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from tutor.account.service_error import not_valid

if TYPE_CHECKING:
    from tutor.account.call import Call
    from tutor.account.operations.checks import Checks

__all__ = ["page", "rows_of"]

T = TypeVar("T")

Rows = Callable[[str | None], Iterable[tuple[str, T]]]
"""From a label on (behind it), in order; None is the beginning."""


def page(
    call: Call, checks: Checks, rows: Rows[T], *, keep: Callable[[T], bool] = lambda _item: True
) -> tuple[list[T], dict[str, object]]:
    """One page of the rows that `keep` holds for, and its IsTruncated and Marker; finishes the checks.

    A page costs what it holds, not what the account holds.
    """
    size = checks.page_size()
    checks.finish()
    items: list[T] = []
    last = ""
    for label, item in rows(_position(call)):
        if not keep(item):
            continue
        if len(items) == size:
            return items, {"IsTruncated": True, "Marker": _marker(call, last)}
        items.append(item)
        last = label
    return items, {"IsTruncated": False}


def rows_of(items: Iterable[T], label: Callable[[T], str]) -> Rows[T]:
    """Rows of a short list: its order is that of its labels."""
    listed = sorted(((label(item), item) for item in items), key=lambda row: row[0])

    def after(start: str | None) -> Iterator[tuple[str, T]]:
        return (row for row in listed if start is None or row[0] > start)

    return after


def _marker(call: Call, label: str) -> str:
    return urlsafe_b64encode(f"{call.action}\n{label}".encode()).decode()


def _position(call: Call) -> str | None:
    marker = call.text("Marker")
    if marker is None:
        return None
    try:
        action, _, label = urlsafe_b64decode(marker.encode()).decode().partition("\n")
    except ValueError:
        raise not_valid("Invalid Marker.") from None
    if action != call.action:
        raise not_valid("Invalid Marker.")
    return label
