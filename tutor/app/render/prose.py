"""Lesson prose to blocks of content: the part of Markdown that lessons use, without the cost of a widget a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.content import Content

from tutor.wording import Language, say


class BlockKind(StrEnum):
    """How a block of prose is laid out."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page."""

    kind: BlockKind
    content: Content
    marker: str = ""
    """The bullet or number of an item."""
    depth: int = 0
    """How deep an item is nested."""


INLINE_STYLES: Final = {"strong": "bold", "em": "italic", "link": "underline", "s": "strike"}
PRIVATE_USE: Final = 0xE000
"""Letters from here on are the stand-ins."""


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, top to bottom."""
    return tuple(_walk(_parser().parse(markdown)))


def letter(markdown: str) -> tuple[Block, ...]:
    """The blocks of a colleague's message, whose line breaks are meant."""
    return blocks("  \n".join(markdown.splitlines()))


def inline(markdown: str) -> Content:
    """One line of Markdown without blocks, such as a goal's description."""
    return Content.assemble(*_parts(markdown))


def sentence(language: Language, message: str, values: Mapping[str, object]) -> Content:
    """A message of the catalogue with values put in as they are: what a learner typed is never Markdown."""
    stand_ins = stand_ins_for(values)
    return filled(say(language, message, **stand_ins), {stand_ins[name]: str(values[name]) for name in values})


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


def _walk(tokens: list[Token]) -> Iterator[Block]:
    markers: list[str] = []
    counters: list[int | None] = []
    quotes = 0
    cells: list[Content] = []
    in_heading = in_cell = False
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                counters.append(None)
            case "ordered_list_open":
                counters.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                counters.pop()
            case "list_item_open":
                markers.append(_next_marker(counters))
            case "list_item_close":
                markers.pop()
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "heading_open" | "heading_close":
                in_heading = token.type == "heading_open"
            case "th_open" | "td_open":
                in_cell = True
            case "tr_close":
                yield Block(BlockKind.PARAGRAPH, Content("  ·  ").join(cells))
                cells, in_cell = [], False
            case "fence" | "code_block":
                yield Block(BlockKind.CODE, Content(token.content.rstrip("\n")))
            case "inline":
                content = _inline(token.children or [])
                if in_cell:
                    cells.append(content)
                elif in_heading:
                    yield Block(BlockKind.HEADING, content)
                elif quotes:
                    yield Block(BlockKind.QUOTE, content)
                elif markers:
                    yield Block(BlockKind.ITEM, content, markers[-1], len(markers) - 1)
                    markers[-1] = ""
                else:
                    yield Block(BlockKind.PARAGRAPH, content)


def _next_marker(counters: list[int | None]) -> str:
    number = counters[-1]
    if number is None:
        return "•"
    counters[-1] = number + 1
    return f"{number}."


def _inline(tokens: list[Token]) -> Content:
    return Content.assemble(*_styled(tokens))


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
