"""Files of the workspace: ls, cat, edit, rm."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.gateway.notices import Notice
from tutor.gateway.result import USAGE, ConsoleResult, refused
from tutor.gateway.words.word import Word
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp
    from tutor.gateway.words.word import Run

MOST_SHOWN: Final = 1_000_000
"""Bytes of a file that `cat` shows."""


def _in_workspace(run: "Run") -> "Run":
    """What the file system refuses becomes a sentence."""

    def tried(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
        try:
            return run(console, words, stamp)
        except OSError as error:
            path = os.path.basename(str(error.filename or ""))
            return refused("file-trouble", path=path, why=error.strerror or type(error).__name__)

    return tried


def _ls(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    folder = Workspace(console.workspace)
    for name in words:
        if not name.startswith("-") and not folder.path_of(name).exists():
            return refused("not-a-file", path=name)
    below = tuple(f"{name.strip('/')}/" for name in words if not name.startswith("-") and name.strip("./"))
    names = [name for name in folder.files() if not below or name.startswith(below) or name in words]
    return ConsoleResult(0, "".join(f"{name}\n" for name in names))


def _cat(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if not words:
        return refused("names-a-file", USAGE, word="cat")
    texts: list[str] = []
    for name in words:
        path = _file(console, name)
        if path is None:
            return refused("not-a-file", path=name)
        if path.stat().st_size > MOST_SHOWN:
            return refused("too-long", path=name)
        text = path.read_bytes().decode("utf-8", "replace")
        texts.append(text if text.endswith("\n") or not text else f"{text}\n")
    return ConsoleResult(0, "".join(texts))


def _rm(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    options = [word for word in words if word.startswith("-") and len(word) > 1]
    names = [word for word in words if word not in options]
    if not names:
        return refused("names-a-file", USAGE, word="rm")
    paths = [_file(console, name) for name in names]
    for name, path in zip(names, paths, strict=True):
        if path is None:
            return refused("not-a-file", path=name)
    for path in paths:
        assert path is not None, "all of them are there"
        path.unlink(missing_ok=True)
    return ConsoleResult(0)


def _edit(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if len(words) != 1:
        return refused("names-a-file", USAGE, word="edit")
    path = Workspace(console.workspace).path_of(words[0])
    if path.is_dir():
        return refused("not-a-file", path=words[0])
    notice = Notice("edit", {"path": words[0]})
    return ConsoleResult(1, "", f"\n{notice.english}\n", notice=notice, edits=words[0])


def _file(console: "Console", name: str) -> Path | None:
    """The file of that name; None if it is none. Raises Refused for one outside."""
    path = Workspace(console.workspace).path_of(name)
    return path if path.is_file() else None


def _files(console: "Console", _before: Sequence[str]) -> Iterable[str]:
    return Workspace(console.workspace).files()


WORDS: Final = (
    Word("ls", "목록", _in_workspace(_ls), _files),
    Word("cat", "보기", _in_workspace(_cat), _files),
    Word("edit", "편집", _in_workspace(_edit), _files),
    Word("rm", "삭제", _in_workspace(_rm), _files),
)
