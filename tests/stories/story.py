"""Reads a story's text; the format is told in this folder's docstring."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
REFUSED: Final = 255
"""The exit code of the AWS CLI, version 1, when the service refuses."""

STATES_NOTHING: Final = re.compile(r"clock |export |unset |aws configure set ")
"""Lines that may succeed without a word."""

KEPT: Final = frozenset({"keys", "file", "error", "text"})
"""Where a value may be kept from beside a JMESPath."""

HEAD_WORDS: Final = ("console only: ", "profile ", "file ")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must be so: a mark (`? -> `, `=`, `!` and so on) and its two sides."""

    mark: str
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Keep:
    """A value to keep: from the answer, the key in it, a file, what an error says, or a text as it is."""

    name: str
    source: str
    kind: str = "answer"


@dataclass(slots=True)
class Step:
    """A typed line, what it must lead to, and what is kept of it."""

    number: int
    line: str
    console_only: bool
    expectations: list[Expectation]
    keeps: list[Keep]
    rc: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """What a learner goes through from an empty account on."""

    name: str
    title: str
    steps: tuple[Step, ...]
    files: dict[str, str]
    profiles: dict[str, str]
    console_only: str
    """Why only the console can play it; empty if the `aws` program can."""


class StoryError(Exception):
    """A story's text is not what the format says; the message names file and line."""


def read_story(path: Path) -> Story:
    """The story of a file; raises StoryError."""
    return _Reader(path).story()


def stories() -> dict[str, Story]:
    """All of them by name, in the order of their numbers."""
    return {path.stem: read_story(path) for path in sorted(FOLDER.glob("*.story"))}


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines = path.read_text(encoding="utf-8").splitlines()
        self._number = 0
        self._title = self._console_only = ""
        self._files: dict[str, str] = {}
        self._profiles: dict[str, str] = {}
        self._steps: list[Step] = []

    def story(self) -> Story:
        for line in self._each():
            self._take(line)
        if not self._title or not self._steps:
            raise self._wrong("a story has a title and steps")
        self._check_step()
        if self._profiles and not self._console_only:
            raise self._wrong("profiles of the console are for console only stories")
        return Story(
            self._path.stem,
            self._title,
            tuple(self._steps),
            self._files,
            self._profiles,
            self._console_only,
        )

    def _each(self) -> Iterator[str]:
        while self._number < len(self._lines):
            line = self._lines[self._number]
            self._number += 1
            if line.strip() and not line.startswith(";"):
                yield line

    def _take(self, line: str) -> None:
        if line.startswith(("$ ", "% ")):
            self._check_step()
            self._steps.append(Step(self._number, line[2:], line[0] == "%", [], []))
        elif self._steps:
            self._expect(self._steps[-1], line)
        elif line.startswith("# ") and not self._title:
            self._title = line[2:]
        elif line.startswith(HEAD_WORDS):
            self._head(line)
        else:
            raise self._wrong(f"not understood in the head: {line}")

    def _head(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "console":
            self._console_only = rest.removeprefix("only: ")
        elif word == "profile":
            name, _, self._profiles[name] = _parted(rest)
        else:
            self._files[rest] = "".join(f"{inner}\n" for inner in self._block())

    def _block(self) -> Iterator[str]:
        while self._number < len(self._lines) and self._lines[self._number].startswith("    "):
            yield self._lines[self._number][4:]
            self._number += 1

    def _expect(self, step: Step, line: str) -> None:
        mark, _, rest = line.partition(" ")
        if mark == "save":
            step.keeps.append(_keep(rest))
        elif mark == "rc":
            step.rc = int(rest)
        elif mark == "?":
            arrow = next((arrow for arrow in (" -> ", " ~> ") if arrow in rest), None)
            if arrow is None:
                raise self._wrong("`?` wants an arrow, -> or ~>")
            left, _, right = rest.rpartition(arrow)
            step.expectations.append(Expectation(arrow.strip(), left, right))
        elif mark in {"!", "!~"}:
            step.rc = step.rc or REFUSED
            head, _, text = rest.partition(": ")
            step.expectations.append(Expectation(mark, head, text))
        elif mark in {"=", "~", "err", "err~", "quiet"}:
            step.expectations.append(Expectation(mark, rest))
        else:
            raise self._wrong(f"not understood: {line}")

    def _check_step(self) -> None:
        """Raises StoryError for a line without an answer."""
        if not self._steps:
            return
        step = self._steps[-1]
        marks = {expectation.mark for expectation in step.expectations}
        wanted = {"!", "!~", "err", "err~", "="} if step.rc else {"->", "~>", "=", "~", "quiet"}
        if not marks & wanted and (step.rc or not STATES_NOTHING.match(step.line)):
            raise self._wrong(f"nothing is expected of line {step.number}: {step.line}")

    def _wrong(self, said: str) -> StoryError:
        return StoryError(f"{self._path.name}:{self._number}: {said}")


def _keep(text: str) -> Keep:
    name, _, rest = _parted(text)
    word, _, source = _parted(rest)
    return Keep(name, source, word) if source and word in KEPT else Keep(name, rest)


def _parted(text: str) -> tuple[str, str, str]:
    head, _, tail = text.strip().partition(" ")
    return head, " ", tail.strip()
