"""Other solutions of a lesson: right ones that must pass, wrong ones that must fail for their reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..faults import Fault, nearest_name
from ..goals import CauseKind
from ..lesson import Lesson
from ..schema import Step

FAILS = "# fails: GOAL [CAUSE]"
STEP = "# step: STEP"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One file in `solutions/`."""

    file: Path
    step: Step
    lines: tuple[str, ...]
    fails: str | None = None
    """The goal or keep that must fail; None for a right alternative."""
    cause: str | None = None
    """The cause that it must fail with."""


def read_alternatives(lesson: Lesson) -> tuple[list[Alternative], list[Fault]]:
    """The lesson's alternatives, and the files whose first lines do not say what they are."""
    found: list[Alternative] = []
    faults: list[Fault] = []
    for file in sorted((lesson.folder / "solutions").glob("*.txt")):
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        read = _Header(lesson, file, lines)
        wrong = list(read.faults())
        faults += wrong
        if not wrong and read.step is not None:
            commands = tuple(line for line in lines if line.strip() and not line.startswith("#"))
            found.append(Alternative(file, read.step, commands, read.fails, read.cause))
    return found, faults


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
        working = [step for step in self.lesson.steps if step.do]
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
        elif self.step is None or self.step.do is None:
            steps = [step.id for step in self.lesson.steps if step.do]
            named = " ".join(self.values.get("step", ()))
            yield self._fault("unknown-step", named or STEP, ", ".join(steps), steps)
        if self.cause is not None and self.cause not in set(CauseKind):
            yield self._fault("unknown-cause", self.cause, ", ".join(CauseKind), list(CauseKind))

    def _fault(self, code: str, found: str, expected: str, known: "object" = ()) -> Fault:
        names = list(known) if isinstance(known, list | dict) else []
        return Fault(self.file, 1, 1, code, found, expected, nearest_name(found, names))
