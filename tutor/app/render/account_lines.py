"""A detail as lines of a width: pieces with their styles."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size

from tutor.app.models.account_detail import Detail, DetailRow, RowKind

SIGN_STYLES: Final = {
    "✓": "bold $success",
    "✗": "bold $error",
    "–": "bold $warning",
    "!": "bold $warning",
    "?": "$secondary",
}
LABEL, NARROW_LABEL = 17, 13
"""Cells of the label of a fact, its gap included."""

NARROW: Final = 56
INDENT: Final = 2
NARROWEST: Final = 12
LINK: Final = "$primary"

Piece = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One line to be drawn."""

    pieces: tuple[Piece, ...]
    link: str = ""
    """The subject that it opens; on every line of a wrapped row."""
    first: bool = True
    """The first line of its row."""


def detail_lines(detail: Detail, width: int) -> list[DetailLine]:
    """The whole detail for so many cells."""
    lines: list[DetailLine] = []
    for number, section in enumerate(detail.sections):
        if number:
            lines.append(DetailLine(()))
        count = f"  {section.count}" if section.count else ""
        lines.append(DetailLine(((section.title, "bold $accent"), (count, "$quiet"))))
        for row in section.rows:
            lines += _row(row, width)
    return lines


def _row(row: DetailRow, width: int) -> Iterator[DetailLine]:
    before: list[Piece] = [(" " * (INDENT * (row.depth + 1)), "")]
    if row.kind is RowKind.FACT:
        gap = max((LABEL if width >= NARROW else NARROW_LABEL) - cell_len(row.label), 1)
        before.append((row.label + " " * gap, "$quiet"))
    if row.sign:
        before.append((f"{row.sign} ", SIGN_STYLES.get(row.sign, "")))
    left = sum(cell_len(text) for text, _ in before)
    room = max(width - left, NARROWEST)
    if row.kind is RowKind.CODE:
        yield from _code(row.text, width)
        return
    style = LINK if row.link else "$quiet" if row.kind is RowKind.NOTE else ""
    texts = wrapped(row.text, room)
    notes = wrapped(row.note, room) if row.note else []
    joined = notes and cell_len(texts[-1]) + 2 + cell_len(notes[0]) <= room
    for number, text in enumerate(texts):
        pieces = [*before, (text, style)] if number == 0 else [(" " * left, ""), (text, style)]
        if joined and number == len(texts) - 1:
            pieces.append((f"  {notes.pop(0)}", "$quiet"))
        yield DetailLine(tuple(pieces), row.link, first=number == 0)
    for note in notes:
        yield DetailLine(((" " * left, ""), (note, "$quiet")), row.link, first=False)


def _code(text: str, width: int) -> Iterator[DetailLine]:
    """A line of JSON in its colours; what is too long hangs a little deeper than it begins."""
    from tutor.app.render.json_colours import STYLES, TOKEN

    pieces: list[Piece] = []
    place = 0
    for token in TOKEN.finditer(text):
        pieces.append((text[place : token.start()], "$code"))
        pieces.append((token[0], STYLES[token.lastgroup or "mark"]))
        place = token.end()
    pieces.append((text[place:], "$code"))
    indent = len(text) - len(text.lstrip(" "))
    first, hang = INDENT, INDENT + min(indent, width // 2) + INDENT
    line: list[Piece] = [(" " * first, "")]
    room, number = width - first, 0
    for piece, style in pieces:
        rest = piece
        while _exceeds(rest, room):
            head = _head(rest, room)
            line.append((head, style))
            yield DetailLine(tuple(line), first=number == 0)
            rest, number = rest[len(head) :], number + 1
            line, room = [(" " * hang, "")], max(width - hang, NARROWEST)
        line.append((rest, style))
        room -= cell_len(rest)
    yield DetailLine(tuple(line), first=number == 0)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many cells, broken at spaces where there are any."""
    lines: list[str] = []
    rest = text
    while _exceeds(rest, width):
        head = _head(rest, width)
        if rest[len(head) : len(head) + 1] != " ":
            head = _broken(head)
        lines.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*lines, rest] if rest or not lines else lines


def _exceeds(text: str, cells: int) -> bool:
    """Whether it takes more than so many cells; looks no further than it must."""
    taken = 0
    for start in range(0, len(text), max(cells, 1)):
        taken += cell_len(text[start : start + cells])
        if taken > cells:
            return True
    return False


def _broken(head: str) -> str:
    """As much of it as ends well: before a space, else behind a sign that parts an ARN."""
    space = head.rfind(" ")
    if space > len(head) // 3:
        return head[:space]
    sign = max(head.rfind(":"), head.rfind("/"))
    return head[: sign + 1] if sign > len(head) // 2 else head


def _head(text: str, cells: int) -> str:
    """As much of the beginning as fits, at least one character."""
    if cell_len(text[:cells]) <= cells:
        return text[: max(cells, 1)]
    cut = set_cell_size(text[:cells], cells)
    size = len(cut.rstrip(" ")) if text[: len(cut)] != cut else len(cut)
    return text[: max(min(size, cells), 1)]
