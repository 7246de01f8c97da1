"""The learner's folder: what a command may name, and where that lies."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path
from typing import Final

from tutor.gateway.notices import Refused

TRANSFERS: Final = frozenset({"cp", "mv", "sync"})
"""The `aws s3` commands whose plain arguments are files."""


class Workspace:
    """The one folder whose files the console reads and writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(os.path.realpath(folder))

    def path_of(self, name: str) -> Path:
        """Where `name` lies; raises Refused if that is outside the folder or behind a link out of it."""
        if not _is_path(name):
            raise Refused("not-a-file", path=name)
        plain = Path(os.path.normpath(self.folder / name))
        if not self._holds(plain):
            raise Refused("outside-file", path=name)
        if not self._holds(Path(os.path.realpath(plain))):
            raise Refused("linked-file", path=name)
        return plain

    def read(self, name: str, *, binary: bool) -> str | bytes:
        """The contents of a file named by `file://` or `fileb://`; `$` and `~` mean nothing special."""
        path = self.path_of(name)
        try:
            return path.read_bytes() if binary else path.read_text("utf-8")
        except OSError as error:
            error.filename = name  # as typed: the CLI says so, and no more of the machine's paths is shown
            raise

    def files(self) -> tuple[str, ...]:
        """The names of all files in the folder, those in subfolders with their path, in order."""
        return tuple(sorted(str(path.relative_to(self.folder)) for path in self._walk()))

    def matching(self, pattern: str) -> tuple[str, ...]:
        """The files that a shell would put in a pattern's place."""
        depth = pattern.count("/")
        return tuple(name for name in self.files() if name.count("/") == depth and fnmatchcase(name, pattern))

    def check_arguments(self, arguments: Sequence[str]) -> None:
        """Raises Refused for an argument that names a file outside, before the AWS CLI opens anything."""
        words = [word for word in arguments if not word.startswith("-") or word == "-"]
        if "s3" in words and TRANSFERS & set(words):
            self._check_transfer(arguments)
        for option, value in pairwise(arguments):
            if option in {"--body", "--outfile"}:
                self.path_of(value)

    def _check_transfer(self, arguments: Sequence[str]) -> None:
        start = next(index for index, word in enumerate(arguments) if word in TRANSFERS)
        places = [word for word in arguments[start + 1 :] if not word.startswith("--")]
        if places[:1] == ["-"]:
            raise Refused("no-input")
        for place in places:
            if place != "-" and not place.startswith("s3://"):
                self.path_of(place)

    def _holds(self, path: Path) -> bool:
        return path == self.folder or self.folder in path.parents

    def _walk(self) -> Iterator[Path]:
        for root, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (Path(root, name) for name in names if not name.startswith("."))


def _is_path(name: str) -> bool:
    """Whether the file system can have such a name at all."""
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False
