"""Codes of virtual MFA devices (spec 7): RFC 6238, 30 seconds, 6 digits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

__all__ = ["STEP", "address_of", "code_at", "matching_pair", "matching_step", "step_of"]

STEP: Final = 30
"""Seconds that a code is shown."""

_DRIFT: Final = 1
_ENROLMENT: Final = 2
_RESYNC: Final = 40


def step_of(moment: datetime) -> int:
    """The number of the 30 seconds that a moment lies in."""
    return int(moment.timestamp()) // STEP


def code_at(seed: str, step: int) -> str:
    """The six digits that a device shows in a step."""
    import pyotp

    return pyotp.TOTP(seed).at(step * STEP)


def address_of(seed: str, label: str) -> str:
    """What the QR code of a device holds: `otpauth://totp/NAME@ACCOUNT?secret=SEED` (spec 7)."""
    import pyotp

    return pyotp.TOTP(seed).provisioning_uri(name=label)


def matching_step(seed: str, code: str, moments: Iterable[datetime]) -> int | None:
    """The step whose code this is, one either side of the moments; None if there is none."""
    steps = _around(moments, _DRIFT)
    return next((step for step in steps if code_at(seed, step) == code), None)


def matching_pair(
    seed: str, codes: tuple[str, str], moments: Iterable[datetime], *, wide: bool = False
) -> int | None:
    """The second of two consecutive steps whose codes these are; `wide` for a device that is out of step."""
    steps = _around(moments, _RESYNC if wide else _ENROLMENT)
    pairs = (step + 1 for step in steps if code_at(seed, step) == codes[0])
    return next((second for second in pairs if code_at(seed, second) == codes[1]), None)


def _around(moments: Iterable[datetime], reach: int) -> Iterator[int]:
    """Steps, the nearest first, none twice."""
    seen = set()
    centres = [step_of(moment) for moment in moments]
    for distance in range(reach + 1):
        for centre in centres:
            for step in (centre - distance, centre + distance):
                if step >= 0 and step not in seen:
                    seen.add(step)
                    yield step
