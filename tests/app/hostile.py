"""Texts that try to be more than text, and what must hold on a screen that shows one."""

import re
from collections.abc import Iterator
from typing import Final

from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App

MARKUP: Final = (
    "[/foo]",
    "[/]",
    "[red]",
    "[link=http://e]x",
    "[@click=app.quit]x[/]",
    "[@click=app.bang()]x[/]",
    r"a\[b]",
    "[bold]x[/bold]",
    "arn:aws:s3:::b[1]",
    "$name ${x}",
    "[bold red",
    "_b_ `c` <i>d</i>",
)
CONTROLS: Final = (
    "a\x1b[31mb\x1b[2Jc",
    "a\x1b]0;title\x07b",
    "a\x1b]8;;http://e\x1b\\b\x1b]8;;\x1b\\",
    "a\x9b2Jb\x85c",
    "a\rb\bc\x7fd\x00e",
    "a\tb\vc\fd",
)
BIDI: Final = ("a\u202egnp\u202cb", "a\u2066b\u2069c\u200fd\u061ce", "a\u2028b\u2029c")
COMBINING: Final = ("e\u0301\u0302\u0303", "\u0301a", "a" + "\u0316" * 60, "z\u20e3\u0488")
WIDE: Final = (
    "한글 이름 漢字 テスト",
    "👨\u200d👩\u200d👧\u200d👦 🇰🇷 ✌️",
    "\u200b\u200b\ufeffx\u00ad\u200d",
    "가\u1100\u1161\u11a8",
)
ROWS: Final = ("a\nb\n\nc", "\n", "a\r\nb", "\n" * 40)
LONG: Final = ("x" * 10_000, "한" * 10_000, "[b]" * 3_000, "a" + "\u0301" * 10_000, "a b " * 2_500)
HALVES: Final = ("a\ud800b", "\udcff\udcfe")

KINDS: Final = {
    "markup": MARKUP,
    "control": CONTROLS,
    "bidi": BIDI,
    "combining": COMBINING,
    "wide": WIDE,
    "rows": ROWS,
    "long": LONG,
    "halves": HALVES,
}
NASTY: Final = tuple(text for texts in KINDS.values() for text in texts)

OBEYED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Nothing of this may reach a terminal."""


SCROLLING: Final = ("scroll_up", "scroll_down", "grab", "release")
"""What the parts of a scroll bar do."""


def hostile() -> st.SearchStrategy[str]:
    """The examples, anything at all, and both behind each other."""
    any_text = st.text(max_size=60)
    signs = st.text(
        st.sampled_from("[]()@=/\\$`*_#&<>\x1b\x9b\u202e\u2066\u0301\u200d한👨\n\t "), max_size=40
    )
    return st.one_of(
        st.sampled_from(NASTY), any_text, signs, st.tuples(st.sampled_from(NASTY), any_text).map("".join)
    )


def is_plain(text: str) -> bool:
    """Nothing in it has to be drawn as something else."""
    return text.isprintable()


def squeezed(text: str) -> str:
    """What is left of a text when it is broken into rows, wherever that is."""
    return re.sub(r"[\s│┃╏▌⠀]", "", text)


def rows_of(app: App[None]) -> list[list[Segment]]:
    """The segments of every row of the screen."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def faults(app: App[None]) -> Iterator[str]:
    """What is wrong with the screen, whatever is on it."""
    if app._exception is not None:
        yield f"crashed: {app._exception!r}"
    if not app.is_running or app._exit:
        yield "left"
    for number, row in enumerate(rows_of(app)):
        text = "".join(one.text for one in row)
        if found := OBEYED.search(text):
            yield f"row {number}: {found[0]!r} reaches the terminal: {text!r}"
        cells = sum(cell_len(one.text) for one in row)
        if cells != app.size.width:
            yield f"row {number}: {cells} cells instead of {app.size.width}: {text!r}"
        for one in row:
            if one.style is not None and (one.style.link or _acts(one.style.meta)):
                yield f"row {number}: {one.text!r} does something"


def _acts(meta: dict[str, object]) -> bool:
    """Whether a click or the like runs an action; a scroll bar's may."""
    return any(name.startswith("@") and value not in SCROLLING for name, value in meta.items())
