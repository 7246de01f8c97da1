"""One real terminal: a step is played, and however the tutor ends, the terminal is given back as it was."""

import os
import re
import signal
import sys
import termios
from pathlib import Path

import pytest

from tests.pty_start import Terminal, start_and_quit

TAKEN = (b"?1049", b"?1000", b"?1003", b"?1006", b"?2004")
"""Modes that an app takes: the other screen, the mouse's three, marked paste."""
FAULTY = """
import sys
from tutor.app import application

def fail(app):
    raise RuntimeError("a fault of the tutor's own")

application.TutorApp.action_switch_theme = fail
from tutor.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def tutor(saves: Path, *words: str) -> list[str]:
    """The command on a folder of its own."""
    return [sys.executable, "-m", "tutor", "--saves", str(saves), *words]


def is_given_back(terminal: Terminal, before: list[object]) -> bool:
    """The line settings are as they were, and each mode that was switched on was switched off again."""
    after = termios.tcgetattr(terminal.master)
    modes = (terminal.output.rfind(mode + b"h") <= terminal.output.rfind(mode + b"l") for mode in TAKEN)
    cursor = terminal.output.rfind(b"\x1b[?25l") < terminal.output.rfind(b"\x1b[?25h")
    return after == before and all(modes) and cursor


def test_the_tutor_starts_and_leaves(tmp_path: Path) -> None:
    assert start_and_quit(tutor(tmp_path)) is None


def test_a_step_is_played_and_the_terminal_given_back(tmp_path: Path) -> None:
    with Terminal(tutor(tmp_path), columns=80, rows=24) as terminal:
        before = termios.tcgetattr(terminal.master)
        assert terminal.until(lambda: "English" in terminal.text), terminal.text
        terminal.send(b"2")
        assert terminal.until(lambda: "get-caller-identity" in terminal.text), terminal.text
        terminal.send(b"\r")
        assert terminal.until(lambda: "user/yuna" in terminal.text), terminal.text
        terminal.send(b"\x11")
        assert terminal.until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0
        assert is_given_back(terminal, before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(tutor(tmp_path)) as terminal:
        before = termios.tcgetattr(terminal.master)
        assert terminal.until(lambda: "English" in terminal.text)
        os.kill(terminal.process.pid, number)
        assert terminal.until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 128 + number
        assert is_given_back(terminal, before)


def test_a_fault_of_its_own_is_a_sentence_and_a_report(tmp_path: Path) -> None:
    program = tmp_path / "faulty.py"
    program.write_text(FAULTY, encoding="utf-8")
    command = [sys.executable, str(program), "--saves", str(tmp_path), "--language", "en"]
    with Terminal(command) as terminal:
        before = termios.tcgetattr(terminal.master)
        assert terminal.until(lambda: "IAM Tutor" in terminal.text), terminal.text
        terminal.send(b"\x1b[20~")
        assert terminal.until(lambda: terminal.process.poll() is not None), terminal.text
        assert terminal.process.returncode == 70
        assert is_given_back(terminal, before)
        assert "What you saved is safe" in terminal.text
        assert "Traceback" not in terminal.text
    assert "a fault of the tutor's own" in (tmp_path / "crash.txt").read_text(encoding="utf-8")


def test_no_color_is_heeded(tmp_path: Path) -> None:
    with Terminal(tutor(tmp_path), environment={"NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        assert terminal.until(lambda: "English" in terminal.text)
        drawn = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.output)
        assert drawn
        assert all(len(set(shade)) == 1 for shade in drawn)


def test_a_dumb_terminal_gets_plain_lines(tmp_path: Path) -> None:
    with Terminal(tutor(tmp_path, "--language", "en"), environment={"TERM": "dumb"}) as terminal:
        assert terminal.until(lambda: "get-caller-identity" in terminal.text), terminal.text
        assert "\x1b" not in terminal.output.decode()
        assert "--plain" in terminal.text
