"""A small lesson, opened on a save in memory."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from tutor.account import Save
from tutor.course import Lesson, LessonRun, ProgressStore, lessons_folder, load_lesson
from tutor.gateway import Console, Sandbox

FIXTURES = Path(__file__).parent / "fixtures"
CLOAKROOM = FIXTURES / "lessons" / "07-cloakroom"
WORKSHOP = FIXTURES / "lessons" / "08-workshop"
"""A lesson with every kind of step, goal and placeholder, three accounts and two variants."""
MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)

Change = tuple[str, str]
"""A text in a file of the lesson and what to put in its place."""


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        """Let time go by."""
        self.now += timedelta(seconds=seconds)


class Desk:
    """Everything that one learner has before them."""

    def __init__(self, lesson: Lesson, workspace: Path, save: Save, progress: ProgressStore) -> None:
        self.watch = Watch()
        self.lesson = lesson
        self.save = save
        self.progress = progress
        self.sandbox = Sandbox(save, self.watch)
        self.console = Console(self.sandbox, workspace, lesson.file.caller)

    def sit_down(self) -> LessonRun:
        """Open the lesson, or go on with it."""
        return LessonRun(self.lesson, self.sandbox, self.console, self.progress, self.watch)


@pytest.fixture(scope="session")
def cloakroom() -> Lesson:
    """The small lesson."""
    return load_lesson(CLOAKROOM)


@pytest.fixture(scope="session")
def workshop() -> Lesson:
    """The lesson with every kind of step."""
    return load_lesson(WORKSHOP)


@pytest.fixture
def bench(workshop: Lesson, tmp_path: Path) -> Desk:
    """A learner who has not begun the lesson with every kind of step."""
    return Desk(workshop, tmp_path, Save.in_memory(seed=bytes(32), clock=lambda: MONDAY), ProgressStore())


@pytest.fixture
def desk(cloakroom: Lesson, tmp_path: Path) -> Desk:
    """A learner who has not begun."""
    return Desk(cloakroom, tmp_path, Save.in_memory(seed=bytes(32)), ProgressStore())


@pytest.fixture
def run(desk: Desk) -> LessonRun:
    """The small lesson, just begun."""
    return desk.sit_down()


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the small lesson with texts changed: `edited(yaml=("a", "b"), ko=(...))`."""

    def edit(lesson: Path = CLOAKROOM, /, **changes: Change) -> Path:
        folder = tmp_path / lesson.name
        copytree(lesson, folder, dirs_exist_ok=True)
        for name, (old, new) in changes.items():
            file = folder / ("lesson.yaml" if name == "yaml" else f"{name}.md")
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {file.name}"
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return edit


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str, str], LessonRun]:
    """A lesson of the course at one of its steps, the ones before it done by their solutions."""

    def open_at(name: str, step_id: str) -> LessonRun:
        lesson = load_lesson(lessons_folder() / name)
        run = Desk(lesson, tmp_path, Save.in_memory(seed=bytes(32)), ProgressStore()).sit_down()
        for step in run.lesson.steps:
            run.open_step(step.id)
            if step.id == step_id:
                break
            run.run_solution(step)
        return run

    return open_at
