"""Plain mode at a real terminal: earlier lines on the arrow keys, names completed with Tab."""

import sys
from pathlib import Path

import pytest

from tests.pty_start import Terminal

UP, TAB, ENTER = b"\x1b[A", b"\t", b"\r"


def sandbox(saves: Path) -> list[str]:
    """A sandbox in plain mode."""
    return [sys.executable, "-m", "tutor", "--saves", str(saves), "--language", "en", "sandbox", "--plain"]


def seen(terminal: Terminal) -> str:
    """What was written, without the bell that Tab rings where several words fit."""
    return terminal.text.replace("\x07", "")


def say_and_see(terminal: Terminal, keys: bytes, answer: str) -> None:
    """Type, and wait until the answer stands below what was there."""
    before = len(seen(terminal))
    terminal.send(keys)
    assert terminal.until(lambda: answer in seen(terminal)[before:]), seen(terminal)[before:]


def leave(terminal: Terminal) -> None:
    """Leave by word."""
    say_and_see(terminal, b"quit" + ENTER, "Saved.")
    assert terminal.until(lambda: terminal.process.poll() is not None)
    assert terminal.process.returncode == 0


@pytest.mark.long
def test_lines_are_recalled_and_names_completed(tmp_path: Path) -> None:
    with Terminal(sandbox(tmp_path), columns=200) as terminal:
        assert terminal.until(lambda: "$ " in terminal.text), terminal.text
        say_and_see(terminal, b"aws iam create-user --user-name bob" + ENTER, '"UserName": "bob"')
        assert terminal.until(lambda: seen(terminal).endswith("$ "))
        say_and_see(terminal, b"aws iam get-us" + TAB, "get-user")
        say_and_see(terminal, b" --user-name b" + TAB, "bob")
        say_and_see(terminal, ENTER, '"UserName": "bob"')
        assert terminal.until(lambda: seen(terminal).endswith("$ "))
        say_and_see(terminal, UP + UP, "create-user --user-name bob")
        say_and_see(terminal, ENTER, "EntityAlreadyExists")
        assert terminal.until(lambda: seen(terminal).endswith("$ "))
        say_and_see(terminal, b"what" + TAB, "what-if ")
        say_and_see(terminal, b"who=bob" + ENTER, "bob → iam:CreateUser")
        assert terminal.until(lambda: seen(terminal).endswith("$ "))
        leave(terminal)
    with Terminal(sandbox(tmp_path), columns=200) as terminal:
        assert terminal.until(lambda: terminal.text.endswith("$ ")), terminal.text
        say_and_see(terminal, UP + UP, "what-if who=bob")
        say_and_see(terminal, b"\x15", "")
        leave(terminal)
