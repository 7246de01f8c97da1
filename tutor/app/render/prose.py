"""Lesson prose to blocks of content: the part of Markdown that lessons use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.content import Content

from tutor.wording import Language, say

from .json_colours import coloured


class BlockKind(StrEnum):
    """How a block of prose is laid out."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page."""

    kind: BlockKind
    content: Content
    marker: str = ""
    """The bullet or number of an item."""
    depth: int = 0
    """How deep an item is nested."""
    rows: tuple[tuple[Content, ...], ...] = ()
    """The cells of a table, its heading first."""


INLINE_STYLES: Final = {"strong": "bold", "em": "italic", "link": "underline", "s": "strike"}
PRIVATE_USE: Final = 0xE000
"""Letters from here on are the stand-ins."""


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, top to bottom."""
    return tuple(_Reader().read(_parser().parse(markdown)))


def letter(markdown: str) -> tuple[Block, ...]:
    """The blocks of a colleague's message, whose line breaks are meant."""
    return blocks("  \n".join(markdown.splitlines()))


def inline(markdown: str) -> Content:
    """One line of Markdown without blocks, such as a goal's description."""
    return Content.assemble(*_parts(markdown))


def sentence(language: Language, message: str, values: Mapping[str, object]) -> Content:
    """A message of the catalogue with values put in as they are: what a learner typed is never Markdown."""
    stand_ins = stand_ins_for(values)
    return filled(
        say(language, message, **stand_ins), {stand_ins[name]: str(values[name]) for name in values}
    )


def stand_ins_for(names: Iterable[str]) -> dict[str, str]:
    """A letter for each name that stands in for its value while a sentence is parsed."""
    return {name: chr(PRIVATE_USE + number) for number, name in enumerate(names)}


def filled(markdown: str, words: Mapping[str, str]) -> Content:
    """One line of Markdown in which words take the place of stand-ins."""
    table = str.maketrans(dict(words))
    return Content.assemble(*((text.translate(table), style) for text, style in _parts(markdown)))


def _parts(markdown: str) -> list[tuple[str, str]]:
    tokens = _parser().parseInline(markdown)
    return _styled(tokens[0].children or []) if tokens else []


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Reader:
    """Walks through the tokens of a page and keeps what is open."""

    def __init__(self) -> None:
        self._numbers: list[int | None] = []
        """The next number of each open list; None for bullets."""
        self._markers: list[str] = []
        """The sign of each open item, empty once it was given."""
        self._quotes = 0
        self._rows: list[list[Content]] | None = None
        """The rows of the table that is open."""
        self._heading = False

    def read(self, tokens: list[Token]) -> Iterator[Block]:
        """The blocks, top to bottom."""
        for token in tokens:
            kind, _, edge = token.type.rpartition("_")
            if token.type in {"fence", "code_block"}:
                yield Block(BlockKind.CODE, coloured(token.content.rstrip("\n")))
            elif token.type == "inline":
                yield from self._text(Content.assemble(*_styled(token.children or [])))
            elif token.type == "table_close":
                rows = tuple(tuple(row) for row in self._rows or ())
                yield Block(BlockKind.TABLE, Content(), rows=rows)
                self._rows = None
            elif edge == "open":
                self._open(kind, token)
            elif edge == "close":
                self._close(kind)

    def _text(self, content: Content) -> Iterator[Block]:
        if self._rows is not None:
            self._rows[-1].append(content)
        elif self._heading:
            yield Block(BlockKind.HEADING, content)
        elif self._quotes:
            yield Block(BlockKind.QUOTE, content)
        elif self._markers:
            yield Block(BlockKind.ITEM, content, self._markers[-1], len(self._markers) - 1)
            self._markers[-1] = ""
        else:
            yield Block(BlockKind.PARAGRAPH, content)

    def _open(self, kind: str, token: Token) -> None:
        match kind:
            case "bullet_list":
                self._numbers.append(None)
            case "ordered_list":
                self._numbers.append(int(token.attrGet("start") or 1))
            case "list_item":
                self._markers.append(self._next_marker())
            case "blockquote":
                self._quotes += 1
            case "heading":
                self._heading = True
            case "table":
                self._rows = []
            case "tr" if self._rows is not None:
                self._rows.append([])

    def _close(self, kind: str) -> None:
        match kind:
            case "bullet_list" | "ordered_list":
                self._numbers.pop()
            case "list_item":
                self._markers.pop()
            case "blockquote":
                self._quotes -= 1
            case "heading":
                self._heading = False

    def _next_marker(self) -> str:
        number = self._numbers[-1]
        if number is None:
            return "•"
        self._numbers[-1] = number + 1
        return f"{number}."


def _styled(tokens: list[Token]) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    styles: list[str] = []
    for token in tokens:
        kind, _, edge = token.type.rpartition("_")
        if edge == "open" and kind in INLINE_STYLES:
            styles.append(INLINE_STYLES[kind])
        elif edge == "close" and kind in INLINE_STYLES:
            styles.remove(INLINE_STYLES[kind])
        elif token.type == "code_inline":
            parts.append((token.content, " ".join([*styles, "$code on $code-background"])))
        elif token.type == "softbreak":
            parts.append((" ", ""))
        elif token.type == "hardbreak":
            parts.append(("\n", ""))
        else:
            parts.append((token.content, " ".join(styles)))
    return parts
