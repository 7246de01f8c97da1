"""Screens kept as text: `UPDATE_SNAPSHOTS=1 pytest tests/app` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def assert_snapshot(name: str, rows: list[str]) -> None:
    """The screen is the one that was kept."""
    path = FOLDER / f"{name}.txt"
    shown = "\n".join(rows) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown
