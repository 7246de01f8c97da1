"""Files of the workspace, for the editor: read whole, written whole."""

import os
from pathlib import Path
from typing import Final

from tutor.gateway.workspace import Workspace

MOST: Final = 200_000
"""Bytes of a file that the editor opens."""


class FileUnreadableError(Exception):
    """A file that the editor cannot show: `kind` is too-long or not-text."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name, kind)
        self.name, self.kind = name, kind


class FileChangedError(Exception):
    """The file is not as it was when it was read: somebody else wrote it."""


def read_file(folder: Path, name: str) -> str:
    """The text, nothing if there is no such file; raises Refused, FileUnreadableError, OSError."""
    path = Workspace(folder).path_of(name)
    if not path.exists():
        return ""
    content = path.read_bytes()
    if len(content) > MOST:
        raise FileUnreadableError(name, "too-long")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise FileUnreadableError(name, "not-text") from None


def write_file(folder: Path, name: str, text: str, before: str | None) -> None:
    """Write it in one piece; raises FileChangedError if it no longer holds `before`, unless that is None."""
    if before is not None and read_file(folder, name) != before:
        raise FileChangedError(name)
    path = Workspace(folder).path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(text, encoding="utf-8", newline="")
    os.replace(draft, path)
