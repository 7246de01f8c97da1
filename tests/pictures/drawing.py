"""Draws screens of text as SVG: one picture, or many as a film that any browser plays.

Each distinct row is drawn once and used wherever it stands, so that a film of a minute stays small.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.pictures.blocks import CELL, DRAWN, LINE, rectangles

MARGIN: Final = 10
BASE: Final = 13.5
"""The letters' base line below the row's upper edge."""
NARROW: Final = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace"
WIDE: Final = (
    "D2Coding,'Noto Sans Mono CJK KR','Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK KR',monospace"
)
STYLES: Final = (
    f"text{{font:14px {NARROW};white-space:pre}}.w{{font:16.8px {WIDE}}}"
    ".b{font-weight:bold}.i{font-style:italic}"
)

Rows = Sequence[Strip]


@dataclass(frozen=True, slots=True)
class Shot:
    """A screen and how many seconds it stands."""

    rows: Rows
    seconds: float


def still(rows: Rows, title: str) -> str:
    """One screen as SVG."""
    return _svg(
        rows,
        title,
        "",
        "".join(f'<g transform="translate(0 {_y(y)})">{_row(r)}</g>' for y, r in enumerate(rows)),
    )


def film(shots: Sequence[Shot], title: str) -> str:
    """Screens one after another, over and over; a reader who wants no motion sees the last one."""
    names: dict[str, str] = {}
    frames, styles, begin = [], [], 0.0
    whole, last = sum(shot.seconds for shot in shots), len(shots) - 1
    for number, shot in enumerate(shots):
        uses = []
        for y, strip in enumerate(shot.rows):
            if drawn := _row(strip):
                name = names.setdefault(drawn, f"r{len(names)}")
                uses.append(f'<use href="#{name}" y="{_y(y)}"/>')
        frames.append(f'<g class="f f{number}">{"".join(uses)}</g>')
        end = begin + shot.seconds
        shown = f"{begin / whole:.4%}{{visibility:visible}}{end / whole:.4%}{{visibility:hidden}}"
        first = "" if number == 0 else "0%{visibility:hidden}"
        styles.append(f"@keyframes k{number}{{{first}{shown}}}.f{number}{{animation-name:k{number}}}")
        begin = end
    rules = (
        f".f{{visibility:hidden;animation:{whole:.2f}s step-end infinite}}{''.join(styles)}"
        f"@media(prefers-reduced-motion:reduce){{.f{{animation:none}}.f{last}{{visibility:visible}}}}"
    )
    rows = "".join(f'<g id="{name}">{drawn}</g>' for drawn, name in names.items())
    return _svg(shots[0].rows, title, rules, f"<defs>{rows}</defs>{''.join(frames)}")


def _svg(rows: Rows, title: str, rules: str, inside: str) -> str:
    columns = max(strip.cell_length for strip in rows)
    width, height = columns * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    ground = next((paper for strip in rows for _, paper, _ in _runs(strip) if paper), "#000000")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" '
        f'viewBox="0 0 {width:.0f} {height}" width="{width:.0f}">'
        f"<title>{escape(title)}</title><style>{STYLES}{rules}</style>"
        f'<rect width="100%" height="100%" rx="8" fill="{ground}"/>'
        f'<g transform="translate({MARGIN} {MARGIN})">{inside}</g></svg>\n'
    )


def _y(row: int) -> int:
    return row * LINE


def _row(strip: Strip) -> str:
    """A row at the origin: grounds first, then letters."""
    grounds: list[str] = []
    letters: list[str] = []
    x = 0
    for paper, same in groupby(_runs(strip), key=lambda run: run[1]):
        begin = x
        for text, _, style in same:
            letters += _letters(text, x, style)
            x += cell_len(text)
        if paper:
            left, width = begin * CELL, (x - begin) * CELL + 0.3  # no seam between two grounds
            grounds.append(f'<rect x="{left:.1f}" width="{width:.1f}" height="{LINE}" fill="{paper}"/>')
    return "".join(grounds) + "".join(letters)


def _letters(text: str, x: int, style: Style) -> Iterator[str]:
    """The letters of one style; each kind apart, so that each keeps its cells."""
    ink = _hex(style.color) or "#888888"
    classes = [name for name, on in (("b", style.bold), ("i", style.italic)) if on]
    line = ' text-decoration="underline"' if style.underline else ""
    for kind, same in groupby(text, key=_kind_of):
        run = "".join(same)
        if kind in DRAWN:
            yield from rectangles(kind, len(run), x * CELL, ink)
        elif word := run.strip(" "):
            left = x + len(run) - len(run.lstrip(" "))
            if kind == "s":  # fonts do not agree on their widths
                place = f'x="{" ".join(_places(word, left))}"'
            else:
                place = f'x="{left * CELL:.1f}" textLength="{cell_len(word) * CELL:.1f}"'
            looks = _class("w", *classes) if kind == "w" else _class(*classes)
            yield f'<text {place} y="{BASE}" fill="{ink}"{looks}{line}>{escape(word, quote=False)}</text>'
        x += cell_len(run)


def _kind_of(letter: str) -> str:
    """`a` for ASCII, `w` for wide letters, `s` for other signs, themselves for lines and blocks."""
    if letter in DRAWN:
        return letter
    if letter.isascii():
        return "a"
    return "w" if cell_len(letter) == 2 else "s"


def _places(word: str, left: int) -> Iterator[str]:
    """Where each letter begins."""
    for letter in word:
        yield f"{left * CELL:.1f}"
        left += cell_len(letter)


def _class(*classes: str) -> str:
    return f' class="{" ".join(classes)}"' if classes else ""


def _runs(strip: Strip) -> Iterator[tuple[str, str, Style]]:
    """Text, ground and style of each run of a row."""
    for segment in Segment.simplify(strip):
        style = segment.style or Style()
        if style.reverse:
            style += Style(color=style.bgcolor, bgcolor=style.color, reverse=False)
        yield segment.text, _hex(style.bgcolor), style


def _hex(colour: Color | None) -> str:
    return "" if colour is None or colour.is_default else colour.get_truecolor().hex
