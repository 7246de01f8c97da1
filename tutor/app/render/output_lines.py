"""Colours what a command printed, line by line: JSON, tables, AWS's errors, the pages of `help`."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from textual.content import Content, Span

from .json_colours import looks_like_json, spans_of

BORDER: Final = re.compile(r"[|+]|-{3,}")
TITLED: Final = re.compile(r"\|{1,3}\s+(?P<title>\w+)\s+\|{1,3}")
ERROR_CODE: Final = re.compile(
    r"An error occurred \((?P<code>[\w.]+)\) when calling the (?P<call>\w+) operation"
)
USAGE_ERROR: Final = re.compile(r"^(?:aws: error:|Unknown options:|Invalid choice)[^\n]*", re.MULTILINE)
UNDERLINE: Final = re.compile(r"[\^*=~-]{3,}")
BOLD: Final = re.compile(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*")
OPTION: Final = re.compile(r"(?<![\w-])--[a-z][\w-]*")


def output_lines(text: str) -> Iterator[Content]:
    """The lines of stdout."""
    lines = text.split("\n")
    if looks_like_json(text):
        for line in lines:
            yield Content(line, spans_of(line))
    elif is_table(lines):
        for line in lines:
            yield Content(line, list(_table_spans(line)))
    else:
        yield from map(Content, lines)


def is_table(lines: list[str]) -> bool:
    """Whether `--output table` drew it."""
    return len(lines) > 2 and len(lines[0]) > 3 and not lines[0].strip("-") and lines[1].startswith("|")


def _table_spans(line: str) -> Iterator[Span]:
    if (titled := TITLED.fullmatch(line)) is not None:
        yield Span(*titled.span("title"), "bold $primary")
    for border in BORDER.finditer(line):
        yield Span(*border.span(), "$quiet")


def with_error_code(text: Content) -> Content:
    """The sentence with which AWS refuses, with its code and the operation marked."""
    for found in ERROR_CODE.finditer(text.plain):
        text = text.stylize("bold $error", *found.span("code")).stylize("bold", *found.span("call"))
    for found in USAGE_ERROR.finditer(text.plain):
        text = text.stylize("bold $error", *found.span())
    return text


def page_lines(text: str) -> Iterator[Content]:
    """A page of `help`: its headings without the signs that underline them, and the options in it."""
    lines = text.split("\n")
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        if line and UNDERLINE.fullmatch(below):
            yield Content.styled(line, "bold $accent")
        elif not UNDERLINE.fullmatch(line):
            yield _page_line(line)


def _page_line(line: str) -> Content:
    """A line of a page: bold where `**` stands around words, and its options coloured."""
    parts = [Content.styled(part, "bold" if at % 2 else "") for at, part in enumerate(BOLD.split(line))]
    shown = Content("").join(parts)
    for found in OPTION.finditer(shown.plain):
        shown = shown.stylize("$primary", *found.span())
    return shown
