"""Numbers, dates and addresses told apart by limits: one value on each limit and one between any two."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation, localcontext
from ipaddress import IPv4Address, IPv6Address, ip_network
from itertools import pairwise
from typing import Final

from ..dates import SECOND, instant

__all__ = ["OutOfRangeError", "addresses_around", "dates_around", "numbers_around"]

DIGITS: Final = 10_000
"""More than a document can hold, so that limits are never rounded."""
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class OutOfRangeError(Exception):
    """A neighbour of a limit cannot be written down."""


def numbers_around(limits: Iterable[str]) -> list[str]:
    """Each limit, a number below all, one above all, and one between any two neighbours."""
    with localcontext(prec=DIGITS):
        bounds = sorted({number for limit in limits if (number := _number(limit)) is not None})
        if not bounds:
            return ["0"]
        points = [bounds[0] - 1]
        for bound, following in zip(bounds, [*bounds[1:], None], strict=True):
            points.append(bound)
            whole = bound + 1
            points.append(whole if following is None or whole < following else (bound + following) / 2)
        return [format(point, "f") for point in points]


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < DIGITS else None


def dates_around(limits: Iterable[str]) -> list[str]:
    """The same for moments; raises OutOfRangeError outside the years 1 to 9999."""
    bounds = sorted({moment for limit in limits if (moment := instant(limit)) is not None})
    if not bounds:
        return [_date(0)]
    points = [bounds[0] - SECOND]
    for bound, following in zip(bounds, [*bounds[1:], None], strict=True):
        points.append(bound)
        later = bound + SECOND
        if following is not None and later >= following:
            later = (bound + following) // 2
        if later != bound:
            points.append(later)
    return [_date(point) for point in points]


def _date(moment: int) -> str:
    seconds, nanoseconds = divmod(moment, SECOND)
    fraction = f".{nanoseconds:09d}" if nanoseconds else ""
    try:
        day = EPOCH + timedelta(seconds=seconds)
    except OverflowError as error:
        raise OutOfRangeError from error
    return day.replace(tzinfo=None).isoformat() + fraction + "Z"


def addresses_around(networks: Iterable[str]) -> list[str]:
    """An address of every stretch that the edges of the networks cut out, of both families."""
    starts: dict[int, set[int]] = {4: {0}, 6: {0}}
    for text in networks:
        try:
            network = ip_network(text.strip(), strict=False)
        except ValueError:
            continue
        starts[network.version] |= {int(network.network_address), int(network.broadcast_address) + 1}
    return [str(IPv4Address(point)) for point in _stretches(starts[4], 32, 0xC6336401)] + [
        str(IPv6Address(point)) for point in _stretches(starts[6], 128, 0x20010DB8 << 96 | 1)
    ]


def _stretches(starts: set[int], bits: int, usual: int) -> Iterator[int]:
    """A point of each stretch: the usual one where it lies in it, else the second, else the first."""
    bounds = [*sorted(start for start in starts if start < 1 << bits), 1 << bits]
    for first, end in pairwise(bounds):
        yield usual if first <= usual < end else min(first + 1, end - 1)
