"""Dates of conditions: the W3C profile of ISO 8601, or seconds since 1970.

Years reach far beyond those of `datetime` (the service accepts 292 million either way), so instants are
plain numbers here: nanoseconds since 1970-01-01T00:00:00Z.
"""

from functools import lru_cache
from typing import Final

__all__ = ["instant"]

LATEST_SECOND: Final = 9_223_372_036_854_775_807
EARLIEST_YEAR: Final = -292_275_054
LATEST_YEAR: Final = 292_278_993
FRACTION_DIGITS: Final = 9
SECOND: Final = 10**FRACTION_DIGITS


@lru_cache(maxsize=1024)
def instant(written: str) -> int | None:
    """The moment that `written` names; None when it is no date."""
    text = written.strip()
    if "-" not in text and "t" not in text.lower():
        return _epoch(text)
    day, _, time = text.replace("t", "T").partition("T")
    days = _days(day)
    seconds = _time(time.replace("z", "Z"))
    return None if days is None or seconds is None else days * 86_400 * SECOND + seconds


def _epoch(text: str) -> int | None:
    whole, point, fraction = text.partition(".")
    seconds = _number(whole, 0, LATEST_SECOND)
    nanoseconds = _fraction(fraction) if point else 0
    return None if seconds is None or nanoseconds is None else seconds * SECOND + nanoseconds


def _days(text: str) -> int | None:
    """Days from 1970-01-01 to a date of one to three fields."""
    negative = text.startswith("-")
    fields = text[negative:].split("-")
    year = _number(fields[0], 0, -EARLIEST_YEAR if negative else LATEST_YEAR)
    month = _number(fields[1], 1, 12) if len(fields) > 1 else 1
    day = _number(fields[2], 1, 31) if len(fields) > 2 else 1
    if year is None or month is None or day is None or len(fields) > 3:
        return None
    return _days_before(-year if negative else year, month, day)


def _days_before(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 in the Gregorian calendar; years are counted from March, the leap day last."""
    year -= month < 3
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def _time(text: str) -> int | None:
    """Nanoseconds from midnight in UTC, the zone included."""
    clock, offset = _zone(text)
    if offset is None:
        return None
    fields = clock.split(":")
    if len(fields) > 3:
        return None
    whole_second, point, fraction = (fields[2] if len(fields) > 2 else "0").partition(".")
    hour = _number(fields[0] or "0", 0, 23)
    minute = _number(fields[1], 0, 59) if len(fields) > 1 else 0
    second = _number(whole_second, 0, 59)
    nanoseconds = _fraction(fraction) if point else 0
    if hour is None or minute is None or second is None or nanoseconds is None:
        return None
    return ((hour * 60 + minute - offset) * 60 + second) * SECOND + nanoseconds


def _zone(text: str) -> tuple[str, int | None]:
    """The clock time, and its zone in minutes east of Greenwich; None when the zone is malformed."""
    if text.endswith("Z"):
        return text[:-1], 0
    for sign, factor in (("+", 1), ("-", -1)):
        clock, found, zone = text.partition(sign)
        if found:
            hours, colon, minutes = zone.partition(":")
            hour = _number(hours, 0, 23) if len(hours) == 2 else None
            minute = (_number(minutes, 0, 59) if len(minutes) == 2 else None) if colon else 0
            return clock, None if hour is None or minute is None else factor * (hour * 60 + minute)
    return text, 0


def _fraction(digits: str) -> int | None:
    if len(digits) > FRACTION_DIGITS:
        return None
    return _number(digits.ljust(FRACTION_DIGITS, "0"), 0, SECOND) if digits else None


def _number(text: str, least: int, most: int) -> int | None:
    if not text.isascii() or not text.isdigit() or len(text) > 19:
        return None
    number = int(text)
    return number if least <= number <= most else None
