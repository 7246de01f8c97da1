"""A lesson played on a save that is thrown away, and read again when one of its files changes."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from tutor.account import Save, wall_clock
from tutor.course import Fault, Lesson, LessonFaults, LessonRun, ProgressStore, load_lesson
from tutor.gateway import Console, Sandbox

PROSE: Final = frozenset({".md"})
"""Files that can change without the account being made anew."""


class Rehearsal:
    """One lesson under work: the last version that could be opened goes on being played.

    Raises LessonFaults where not even the first version can be opened.
    """

    def __init__(self, folder: Path, save: Save, progress: ProgressStore, workspace: Path) -> None:
        self._folder = folder
        self._save = save
        self._progress = progress
        self._workspace = workspace
        self._seen = self._stamps()
        self._structure = self._digest()
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.run = self._opened(load_lesson(folder))

    def changed(self) -> bool:
        """Whether a file of the lesson is not as it was when this was last asked."""
        before, self._seen = self._seen, self._stamps()
        return self._seen != before

    def reload(self) -> Sequence[Fault]:
        """Read the lesson again and go on at the same step; with faults the last version goes on."""
        try:
            lesson = load_lesson(self._folder)
        except LessonFaults as unsound:
            return unsound.faults
        structure, step = self._digest(), self._step
        anew = structure != self._structure
        self._structure = structure
        self.run = self._opened(lesson)
        if anew:
            self.run.restart()
            if lesson.step(step) is not None:
                self.go_to(step)
        return ()

    def go_to(self, step_id: str) -> None:
        """Open a step, on the account as the solutions of the steps before leave it."""
        for step in self.run.lesson.steps:
            if self.run.record.step != step.id:
                self.run.open_step(step.id)
            if step.id == step_id:
                break
            self.run.run_solution(step)
        self.run.refresh()

    @property
    def _step(self) -> str:
        """The step on screen, also where another run of the same lesson turned the page."""
        record = self._progress.lesson(self.run.lesson.id)
        return record.step if record is not None else self.run.record.step

    def _opened(self, lesson: Lesson) -> LessonRun:
        sandbox = Sandbox(self._save, wall_clock)
        console = Console(sandbox, self._workspace, lesson.file.caller)
        return LessonRun(lesson, sandbox, console, self._progress, wall_clock)

    def _files(self) -> Iterator[Path]:
        return (path for path in sorted(self._folder.rglob("*")) if path.is_file())

    def _stamps(self) -> dict[Path, tuple[int, int]]:
        stamps = {}
        for path in self._files():
            status = path.stat()
            stamps[path] = (status.st_mtime_ns, status.st_size)
        return stamps

    def _digest(self) -> str:
        """What the account and the steps are made of, as one text."""
        digest = sha256()
        for path in self._files():
            if path.suffix not in PROSE:
                digest.update(f"{path.relative_to(self._folder)}\0".encode() + path.read_bytes() + b"\0")
        return digest.hexdigest()
