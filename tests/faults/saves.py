"""A save to be damaged, and the command line in this process, so that a row of a table costs little."""

import json
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.account.people import Person
from tutor.account import Save
from tutor.cli.main import run
from tutor.course import ProgressStore

NAME = "learner"
USERS = tuple(f"u{number}" for number in range(6))
LIST = "aws iam list-users --query Users[].UserName --output text"
MAKE = "aws iam create-user --user-name another"


def still() -> datetime:
    """A wall clock that stands."""
    return datetime(2026, 2, 1, 12, 30, tzinfo=UTC)


def make_save(saves: Path, *, language: str = "ko") -> Path:
    """A save with six users, closed, then four more lines that no checkpoint and no backup has."""
    folder = saves / NAME
    with Save.create(folder, seed=bytes(32), clock=still) as save:
        save.begin(start=still())
        for name in USERS[:4]:
            Person(save).ask("iam:CreateUser", UserName=name)
    save = Save.open(folder, clock=still)
    for name in USERS[4:]:
        Person(save).ask("iam:CreateUser", UserName=name)
        Person(save).ask("iam:ListUsers")
    save._tape.close()  # as if killed
    progress = ProgressStore(folder / "progress.json")
    progress.set_setting("language", language)
    progress.set_setting("theme", "light")
    progress.close()
    return folder


def users_made(folder: Path) -> list[str]:
    """The users whose making is in the journal."""
    rows = map(json.loads, (folder / "journal.jsonl").read_bytes().splitlines())
    return [row["parameters"]["UserName"] for row in rows if row.get("operation") == "CreateUser"]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a save but its lock."""
    files = {path for path in folder.iterdir() if path.is_file() and path.name != "lock"}
    return {path.name: path.read_bytes() for path in files}


class Typed:
    """Standard input, a line at a time; what a generator does between two lines happens between them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    def readline(self) -> str:
        """The next line, empty at the end."""
        return next((f"{line}\n" for line in self._lines), "")

    def __iter__(self) -> Iterator[str]:
        return iter(self.readline, "")

    def isatty(self) -> bool:
        """It is a pipe."""
        return False


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Both together, on one line."""
        return " ".join((self.out + self.err).split())


@dataclass(frozen=True, slots=True)
class Commands:
    """`iam-tutor` in this process."""

    saves: Path
    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def give(self, *words: str, lines: Iterable[str] = ()) -> Ended:
        """The command with these words and this standard input."""
        self.patch.setattr("sys.stdin", Typed(lines))
        code = run([*words, "--saves", str(self.saves)])
        if isinstance(lines, Generator):
            lines.close()
        out, err = self.capture.readouterr()
        assert "Traceback" not in out + err
        return Ended(code, out, err)

    def console(self, *lines: str, language: str = "ko") -> Ended:
        """`iam-tutor run` on the save."""
        return self.give("run", "--save", NAME, "--language", language, lines=lines or (LIST,))

    def plain(self, *lines: str) -> Ended:
        """`iam-tutor --plain`; the language is the one in the save, if it can be read."""
        return self.give("--plain", lines=lines)
