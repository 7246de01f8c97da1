"""The bytes of a journal line: JSON in a fixed order, closed by the checksum over the line before.

    {"index":…,"kind":…,…,"previous":"<64 hex>","checksum":"<64 hex>"}

The checksum is sha256(the checksum of the line before + this line's JSON without "checksum").
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from tutor.account.errors import Damage

__all__ = ["FIRST", "BadLine", "checksum_of", "seal", "verify"]

FIRST: Final = "0" * 64
"""What the first line has as the checksum of the line before."""

_TAIL: Final = b',"checksum":"'
_END: Final = b'"}\n'
_LENGTH: Final = 64
_PREVIOUS: Final = b'"previous":"'


@dataclass(frozen=True, slots=True)
class BadLine(Exception):
    """A line that cannot be trusted."""

    why: Damage


def _checksum(previous: str, body: bytes) -> str:
    return sha256(previous.encode() + body).hexdigest()


def seal(body: str, previous: str) -> bytes:
    """The line for a JSON object that ends in `"previous":"…"}`."""
    data = body.encode()
    return data[:-1] + _TAIL + _checksum(previous, data).encode() + _END


def checksum_of(line: bytes) -> str:
    """The checksum that a sealed line carries."""
    return line[-len(_END) - _LENGTH : -len(_END)].decode()


def verify(line: bytes, previous: str) -> None:
    """Raises BadLine unless these are the bytes that were written behind the line `previous` closes."""
    cut = len(line) - len(_END) - _LENGTH - len(_TAIL)
    if cut < 0 or not line.endswith(_END) or line[cut : cut + len(_TAIL)] != _TAIL:
        raise BadLine(Damage.FRAME)
    body = line[:cut] + b"}"
    if _checksum(previous, body).encode() == line[-len(_END) - _LENGTH : -len(_END)]:
        return
    raise BadLine(Damage.CHAIN if _whole_elsewhere(line, body) else Damage.CHECKSUM)


def _whole_elsewhere(line: bytes, body: bytes) -> bool:
    """The line is intact, but written behind another one."""
    stated = body[-1 - 1 - _LENGTH : -2]
    head = body[: -2 - _LENGTH]
    return head.endswith(_PREVIOUS) and sha256(stated + body).hexdigest().encode() == line[-67:-3]
