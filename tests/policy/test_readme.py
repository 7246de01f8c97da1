"""The README shows `tutor.policy` as a library, and what it shows is what happens."""

import contextlib
import io
import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
MARK = "# tutor.policy in ten lines\n"
LINES = 11
"""With the mark."""


def blocks() -> list[tuple[str, str]]:
    """Each fenced block of the README: its language and its text."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_the_readme_shows_the_evaluator_in_ten_lines() -> None:
    texts = [text for _, text in blocks()]
    place = next(number for number, text in enumerate(texts) if text.startswith(MARK))
    code, shown = texts[place], texts[place + 1]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(README), "exec"), {})
    assert printed.getvalue() == shown
    assert len([line for line in code.splitlines() if line]) == LINES
