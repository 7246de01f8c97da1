"""What was asked and answered: one line each, appended and synced, never changed (`quiz.jsonl` of a save)."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from filelock import FileLock

__all__ = ["FILE_NAME", "Answered", "Entry", "ExamBegun", "ExamEnded", "QuizLog", "Undone"]

FILE_NAME: Final = "quiz.jsonl"
PATIENCE: Final = 2.0
"""Seconds to wait for another process that writes."""


class Answered(msgspec.Struct, frozen=True, tag="answered", omit_defaults=True):
    """An answer to a question."""

    number: int
    """Its place in the log, from 0."""
    at: datetime
    """With the learner's own offset: its date is the day on which it was answered there."""
    mode: str
    """`review`, `practice`, `daily` or `exam`."""
    question: str
    """The question's id."""
    skill: str
    answer: tuple[str, ...]
    right: bool
    surprise: float
    """`Question.surprise`."""
    level: int
    hint: bool = False
    """A hint was asked for."""
    seconds: float = 0.0
    rating: int | None = None
    """1 Again, 2 Hard, 3 Good; None where the answer moves no schedule."""
    misconceptions: tuple[str, ...] = ()
    exam: int | None = None
    """The number of the exam's first line."""
    place: int | None = None
    """The question's place in the exam, from 0."""


class Undone(msgspec.Struct, frozen=True, tag="undone"):
    """An answer that does not count."""

    number: int
    at: datetime
    undoes: int
    """The number of the answer."""


class ExamBegun(msgspec.Struct, frozen=True, tag="exam-begun"):
    """An exam that was begun; its number names it."""

    number: int
    at: datetime
    code: str
    """What it is made from (`ExamSpec.code`)."""


class ExamEnded(msgspec.Struct, frozen=True, tag="exam-ended"):
    """An exam that was handed in, or whose time is over."""

    number: int
    at: datetime
    exam: int
    seconds: float
    """How much of its time was used."""


Entry = Answered | Undone | ExamBegun | ExamEnded
_DECODER: Final = msgspec.json.Decoder(Entry)


class QuizLog:
    """One learner's log; two programs may append to it at once."""

    def __init__(self, folder: Path | None) -> None:
        """Reads `quiz.jsonl` of the folder, or keeps everything in memory if there is none."""
        self._path = None if folder is None else folder / FILE_NAME
        self._entries: list[Entry] = []
        self._read_to = 0
        self.catch_up()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything, oldest first."""
        return tuple(self._entries)

    def answers(self) -> Iterator[Answered]:
        """The answers that count, oldest first."""
        undone = {entry.undoes for entry in self._entries if isinstance(entry, Undone)}
        for entry in self._entries:
            if isinstance(entry, Answered) and entry.number not in undone:
                yield entry

    def __len__(self) -> int:
        return len(self._entries)

    def catch_up(self) -> None:
        """Take in what another program has appended."""
        if self._path is None or not self._path.exists():
            return
        with self._path.open("rb") as file:
            file.seek(self._read_to)
            self._take(file.read())

    def append(self, entry: Entry) -> Entry:
        """Add a line, synced before this returns, and number it; raises OSError and filelock.Timeout."""
        if self._path is None:
            numbered = msgspec.structs.replace(entry, number=len(self._entries))
            self._entries.append(numbered)
            return numbered
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(f"{self._path}.lock", timeout=PATIENCE):
            self.catch_up()
            numbered = msgspec.structs.replace(entry, number=len(self._entries))
            line = msgspec.json.encode(numbered) + b"\n"
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "r+b") as file:
                file.truncate(self._read_to)  # the torn line of a program that was killed
                file.seek(self._read_to)
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            self._take(line)
        return numbered

    def _take(self, data: bytes) -> None:
        """Read whole lines; a last one without its end, or that cannot be read, is not there."""
        while (end := data.find(b"\n")) >= 0:
            try:
                entry = _DECODER.decode(data[:end])
            except msgspec.DecodeError:
                if data.find(b"\n", end + 1) < 0:
                    return
                self._read_to += end + 1
                data = data[end + 1 :]
                continue
            self._entries.append(entry)
            self._read_to += end + 1
            data = data[end + 1 :]
