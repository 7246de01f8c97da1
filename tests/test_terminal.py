"""One real terminal: the tutor shows itself, leaves by key with exit code 0, and gives the terminal back."""

import sys
from pathlib import Path

from tests.pty_start import start_and_quit


def test_the_tutor_starts_and_leaves(tmp_path: Path) -> None:
    assert start_and_quit([sys.executable, "-m", "tutor", "--saves", str(tmp_path)]) is None
