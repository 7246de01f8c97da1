"""A command or a document in the lesson text: a line that is too long goes on under its own beginning."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

HANG = 2


class CodeBlock(Widget):
    """Lines as they are; what does not fit hangs."""

    DEFAULT_CSS = """
    CodeBlock { height: auto; background: $code-background; color: $code; padding: 0 1; }
    """

    def __init__(self, content: Content, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._content = content

    def render(self) -> Content:
        """The wrapped lines."""
        return Content("\n").join(hanging(self._content, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the wrapped lines."""
        return len(hanging(self._content, width))


def broken(content: Content, width: int) -> list[Content]:
    """The rows of `content`; a name too long for one goes on behind a `/` or `:`, where it has some."""
    rows: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        left = line
        while left.cell_length > width:
            first = left.wrap(width)[0].plain
            ends = max(first.rfind(sign) for sign in "/:") + 1
            seam = left.plain[max(len(first) - 1, 0) : len(first) + 1]
            inside = len(seam) == 2 and not any(map(str.isspace, seam))
            cut = ends if inside and ends > first.rfind(" ") + 1 else max(len(first), 1)
            rows.append(left[:cut].rstrip())
            left = left[cut:]
            left = left[len(left.plain) - len(left.plain.lstrip()) :]
        rows.append(left)
    return rows


def hanging(content: Content, width: int) -> list[Content]:
    """The rows of `content`, the further ones of a line indented a little more than its first."""
    rows: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        room = width - indent - HANG
        if line.cell_length <= width or room < 8:
            rows += broken(line, max(width, 2)) or [Content()]
            continue
        body = line[indent:]
        first = broken(body, width - indent)[0]
        rows.append(first.pad_left(indent))
        start = len(first.plain)
        start += len(body.plain[start:]) - len(body.plain[start:].lstrip())
        rows += [row.pad_left(indent + HANG) for row in broken(body[start:], room)]
    return rows
