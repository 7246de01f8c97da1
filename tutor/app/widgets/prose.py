"""A page of lesson prose."""

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.render.prose import Block, BlockKind, blocks

from .code import CodeBlock
from .marked import Marked
from .table import Table


class Prose(Vertical):
    """Paragraphs, lists, quotations and commands, each a block with air around it."""

    DEFAULT_CSS = """
    Prose {
        height: auto;
        & .-paragraph, & .-heading, & .-code, & .-table { height: auto; margin-bottom: 1; }
        & .-quote, & .-item { height: auto; }
        & .-item { margin-bottom: 0; }
        & .-item.-last { margin-bottom: 1; }
        & .-quote { margin-bottom: 0; }
        & .-quote.-last { margin-bottom: 1; }
        & .-heading { text-style: bold; color: $primary; }
        & .-quote { border-left: outer $accent; padding: 0 1; background: $panel; }
    }
    """

    def __init__(self, page: tuple[Block, ...], *, classes: str | None = None) -> None:
        super().__init__(
            *(_widget(block, _last(page, place)) for place, block in enumerate(page)), classes=classes
        )


def prose(markdown: str, *, classes: str | None = None) -> Prose:
    """The page of a Markdown text."""
    return Prose(blocks(markdown), classes=classes)


def _last(page: tuple[Block, ...], place: int) -> bool:
    """Whether another kind of block follows."""
    following = page[place + 1 : place + 2]
    return not following or following[0].kind is not page[place].kind


def _widget(block: Block, last: bool) -> Widget:
    classes = f"-{block.kind}" + (" -last" if last else "")
    if block.kind is BlockKind.ITEM:
        indent = 3 if block.marker != "•" else 2
        row = Marked(Content.styled(block.marker, "$accent"), block.content, indent=indent, classes=classes)
        row.styles.padding = (0, 0, 0, 2 * block.depth)
        return row
    if block.kind is BlockKind.CODE:
        return CodeBlock(block.content, classes=classes)
    if block.kind is BlockKind.TABLE:
        return Table(block.rows, classes=classes)
    return Static(block.content, classes=classes)
