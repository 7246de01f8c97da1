"""QR codes as text: the picture that CreateVirtualMFADevice gives, on a screen without pictures."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Final

__all__ = ["NotAQrCode", "blocks", "modules_of"]

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
FINDER: Final = 7
"""Modules of the dark edge of a corner mark."""
QUIET: Final = 2
"""Light modules that are shown around the code."""
LONGEST: Final = 4000
"""Pixels of a side."""

Modules = tuple[tuple[bool, ...], ...]


class NotAQrCode(ValueError):
    """A file that is no picture of a QR code as AWS gives it."""


def modules_of(picture: bytes) -> Modules:
    """The modules of a QR code in a black and white PNG, dark ones True; raises NotAQrCode."""
    try:
        rows = _pixels(picture)
    except (ValueError, IndexError, zlib.error) as fault:
        raise NotAQrCode from fault
    top = next((number for number, row in enumerate(rows) if any(row)), None)
    if top is None:
        raise NotAQrCode
    left = rows[top].index(True)
    edge = next((number for number, dark in enumerate(rows[top][left:]) if not dark), 0)
    scale = edge // FINDER
    if scale == 0 or edge % FINDER:
        raise NotAQrCode
    side = (len(rows) - 2 * top) // scale
    try:
        return tuple(
            tuple(rows[top + row * scale][left + column * scale] for column in range(side))
            for row in range(side)
        )
    except IndexError as fault:
        raise NotAQrCode from fault


def blocks(modules: Sequence[Sequence[bool]], *, light: bool = False) -> str:
    """Two modules a character; `light` for a terminal whose background is light."""
    width = len(modules) + 2 * QUIET
    quiet = (False,) * width
    rows = [quiet] * QUIET
    rows += [(*quiet[:QUIET], *row, *quiet[:QUIET]) for row in modules]
    rows += [quiet] * (QUIET + len(rows) % 2)
    signs = " ▄▀█" if light else "█▀▄ "
    return "".join(
        "".join(signs[2 * upper + lower] for upper, lower in zip(above, below, strict=True)) + "\n"
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    )


def _pixels(picture: bytes) -> list[list[bool]]:
    """Dark pixels by row, of a PNG with one bit a pixel."""
    if not picture.startswith(SIGNATURE):
        raise ValueError("not a PNG")
    chunks = list(_chunks(picture[len(SIGNATURE) :]))
    header = dict(chunks).get(b"IHDR", b"")
    width, height = (int.from_bytes(header[start : start + 4]) for start in (0, 4))
    if header[8] != 1 or header[12] != 0 or not 0 < max(width, height) <= LONGEST:
        raise ValueError("not black and white")
    dark = _dark_bit(header[9], dict(chunks).get(b"PLTE", b""))
    stride = (width + 7) // 8 + 1
    packed = b"".join(body for name, body in chunks if name == b"IDAT")
    data = zlib.decompressobj().decompress(packed, stride * height)
    if len(data) != stride * height:
        raise ValueError("cut short")
    rows: list[list[bool]] = []
    line = bytes(stride - 1)
    for start in range(0, len(data), stride):
        line = _unfiltered(data[start], data[start + 1 : start + stride], line)
        rows.append([line[place // 8] >> (7 - place % 8) & 1 == dark for place in range(width)])
    return rows


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """A line of a PNG as it was before its filter; a pixel here is never longer than a byte."""
    plain = bytearray()
    for place, value in enumerate(line):
        left, corner = (plain[place - 1], above[place - 1]) if place else (0, 0)
        guess = (0, left, above[place], (left + above[place]) // 2, _paeth(left, above[place], corner))[kind]
        plain.append((value + guess) & 0xFF)
    return bytes(plain)


def _paeth(left: int, above: int, corner: int) -> int:
    """Which of three neighbours is nearest to their sum without the corner."""
    towards = left + above - corner
    return min((left, above, corner), key=lambda value: abs(towards - value))


def _dark_bit(colour: int, palette: bytes) -> int:
    """Which bit is the darker one: grey has 0 for black, a palette what it says."""
    if colour == 0:
        return 0
    if colour == 3 and len(palette) >= 6:
        return 0 if sum(palette[:3]) < sum(palette[3:6]) else 1
    raise ValueError("not black and white")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    while data:
        length = int.from_bytes(data[:4])
        yield data[4:8], data[8 : 8 + length]
        data = data[12 + length :]
