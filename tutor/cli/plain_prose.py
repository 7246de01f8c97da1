"""Markdown as plain mode writes it."""

import re
from typing import Final

CODE: Final = re.compile(r"`[^`]*`")
CODE_PLACE: Final = "\ue000"
"""Stands for a code span while emphasis is looked for, so that its stars stay."""

EMPHASIS: Final = re.compile(r"\*\*(.+?)\*\*|(?<!\w)\*([^*\s][^*]*?)\*(?!\w)")
GOAL_SIGNS: Final = {True: "✓", False: "✗", None: "·"}


def plain_text(markdown: str) -> str:
    """Markdown as a screen reader should hear it: code as it is, no emphasis marks, no fences."""
    lines, fenced = [], False
    for line in markdown.strip("\n").split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        else:
            lines.append(f"    {line}" if fenced else _spoken(line))
    return "\n".join(lines).strip("\n")


def _spoken(line: str) -> str:
    unquoted = line.removeprefix("> ").removeprefix(">")
    spans = iter(CODE.findall(unquoted))
    prose = EMPHASIS.sub(lambda found: found[1] or found[2], CODE.sub(CODE_PLACE, unquoted))
    return re.sub(CODE_PLACE, lambda _: next(spans), prose).replace("`", "")
