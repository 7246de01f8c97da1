"""Other solutions of a lesson: right ones that must pass, wrong ones that must fail for their reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..faults import Fault, nearest_name
from ..goals import CauseKind
from ..lesson import Lesson
from ..schema import Step

FAILS = "# fails: GOAL [CAUSE]"
STEP = "# step: STEP"
COPY: Final = re.compile(r"file:\s*(?P<over>\S+)\s*<-\s*(?P<name>\S+)\s*")
"""A line that puts a file of `solutions/` over one of the workspace."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One file in `solutions/`."""

    file: Path
    step: Step
    lines: tuple[str, ...]
    """What is typed, and copies of files (`file: NAME <- OTHER`)."""
    fails: str | None = None
    """The goal or keep that must fail; None for a right alternative."""
    cause: str | None = None
    """The cause that it must fail with."""


def read_alternatives(lesson: Lesson) -> tuple[list[Alternative], list[Fault]]:
    """The lesson's alternatives, and the files whose first lines do not say what they are."""
    found: list[Alternative] = []
    faults: list[Fault] = []
    for file in sorted((lesson.folder / "solutions").glob("*.txt")):
        text = lesson.filled(file.read_text(encoding="utf-8", errors="replace"))
        lines = text.splitlines()
        read = _Header(lesson, file, lines)
        wrong = list(read.faults())
        commands, missing = _commands(lesson, file, lines)
        faults += [*wrong, *missing]
        if not wrong and not missing and read.step is not None:
            found.append(Alternative(file, read.step, commands, read.fails, read.cause))
    return found, faults


def copied(line: str) -> tuple[str, str] | None:
    """Of `file: NAME <- OTHER` the OTHER and the NAME; None of a command."""
    found = COPY.fullmatch(line)
    return (found["name"], found["over"]) if found is not None else None


def _commands(lesson: Lesson, file: Path, lines: list[str]) -> tuple[tuple[str, ...], list[Fault]]:
    """What the file does, line by line; copies of files that are not there are faults."""
    faults: list[Fault] = []
    folder = lesson.folder / "solutions"
    for number, line in enumerate(lines, start=1):
        copy = copied(line)
        if copy is not None and not (folder / copy[0]).is_file():
            known = sorted(path.name for path in folder.iterdir() if path.suffix != ".txt")
            nearest = nearest_name(copy[0], known)
            faults.append(Fault(file, number, 1, "unknown-file", copy[0], ", ".join(known), nearest))
    return tuple(line for line in lines if line.strip() and not line.startswith("#")), faults


class _Header:
    """The `# name: value` lines at the top of a file."""

    def __init__(self, lesson: Lesson, file: Path, lines: list[str]) -> None:
        self.lesson = lesson
        self.file = file
        self.first = lines[0] if lines else ""
        pairs = (line[1:].partition(":") for line in lines if line.startswith("#"))
        self.values = {name.strip(): value.split() for name, _, value in pairs}

    @property
    def is_wrong(self) -> bool:
        return self.file.name.startswith("wrong-")

    @property
    def fails(self) -> str | None:
        return next(iter(self.values.get("fails", ())), None) if self.is_wrong else None

    @property
    def cause(self) -> str | None:
        return next(iter(self.values.get("fails", ())[1:]), None)

    @property
    def step(self) -> Step | None:
        """The step named, or the one whose goal fails; for a keep the last one that has work to do."""
        named = next(iter(self.values.get("step", ())), None)
        if named is not None:
            return self.lesson.step(named)
        working = [step for step in self.lesson.steps if step.work]
        asked = (step for step in working if self.fails in {goal.id for goal in step.goals})
        return next(asked, working[-1] if working and self.is_wrong else None)

    def faults(self) -> Iterator[Fault]:
        if not self.file.name.startswith(("right-", "wrong-")):
            yield self._fault("file-name", self.file.name, "right-*.txt, wrong-*.txt")
            return
        if not self.values.get("fails" if self.is_wrong else "step"):
            yield self._fault("solution-header", self.first, FAILS if self.is_wrong else STEP)
            return
        if self.fails is not None and self.fails not in self.lesson.goals:
            yield self._fault("unknown-goal", self.fails, ", ".join(self.lesson.goals), self.lesson.goals)
        elif self.step is None or self.step.work is None:
            steps = [step.id for step in self.lesson.steps if step.work]
            named = " ".join(self.values.get("step", ()))
            yield self._fault("unknown-step", named or STEP, ", ".join(steps), steps)
        if self.cause is not None and self.cause not in set(CauseKind):
            yield self._fault("unknown-cause", self.cause, ", ".join(CauseKind), list(CauseKind))

    def _fault(self, code: str, found: str, expected: str, known: "object" = ()) -> Fault:
        names = list(known) if isinstance(known, list | dict) else []
        return Fault(self.file, 1, 1, code, found, expected, nearest_name(found, names))
