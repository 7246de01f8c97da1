"""Every lesson of the course, played from its first line to its last in plain mode, in both languages."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tutor.account import Save
from tutor.cli.plain import play_lesson
from tutor.course import LessonIndex, LessonRun, ProgressStore, load_lesson
from tutor.course.lesson import Lesson
from tutor.course.placeholders import resolved
from tutor.gateway import Console, Sandbox
from tutor.wording import LANGUAGES, Language, say

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

LESSONS = [entry.folder for entry in LessonIndex.list().entries]


class Learner:
    """Types what the lesson gives as its solution, looking at the step on screen for what comes next."""

    def __init__(self, run: LessonRun) -> None:
        self.run = run
        self.typing: deque[str] = deque()
        self.worked: set[str] = set()

    def readline(self) -> str:
        """The next line, as it comes from standard input."""
        if not self.typing:
            self.typing.extend(self.next_lines())
        line = self.typing.popleft()
        return resolved(line, self.run.sandbox, self.run.lesson.file.account) + "\n"

    def isatty(self) -> bool:
        return False

    def next_lines(self) -> list[str]:
        view = self.run.view("en")
        step = self.run.lesson.step(view.step_id)
        assert step is not None
        if view.passed or step.read:
            return [""]
        assert view.step_id not in self.worked, f"{view.step_id} is not passed by what solves it"
        self.worked.add(view.step_id)
        if step.predict or step.choose:
            right = {step.predict.expect} if step.predict else set(step.choose.answers if step.choose else ())
            return [" ".join(option.key for option in view.options if option.id in right)]
        if step.order:
            keys = {piece.id: piece.key for piece in view.pieces}
            return [" ".join(keys[piece] for piece in step.order.pieces)]
        if step.fill:
            return [gap.answers[0] or "-" for gap in step.fill.gaps]
        if step.repair:
            text = self.run.lesson.model(step.repair.solution_file).splitlines()
            return [f"edit {step.repair.file} all", *text, ".", *step.repair.solution, "check"]
        assert step.work is not None
        return list(step.work.solution)


def sit_down(lesson: Lesson, workspace: Path) -> LessonRun:
    save = Save.in_memory(seed=bytes(32), clock=lambda: lesson.file.clock)
    sandbox = Sandbox(save, lambda: lesson.file.clock)
    console = Console(sandbox, workspace, lesson.file.caller)
    return LessonRun(lesson, sandbox, console, ProgressStore(), lambda: lesson.file.clock)


def plays() -> Iterator["ParameterSet"]:
    """Every lesson in both languages; three of four plays are for the long run (the check plays them too)."""
    for number, folder in enumerate(LESSONS):
        for place, language in enumerate(LANGUAGES):
            marks = [pytest.mark.long] if (number + place) % 4 else []
            yield pytest.param(folder, language, marks=marks, id=f"{folder.name}-{language}")


@pytest.mark.parametrize(("folder", "language"), [*plays()])
def test_a_lesson_is_played_to_its_end(
    folder: Path, language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = sit_down(load_lesson(folder), tmp_path)
    said: list[str] = []
    assert play_lesson(run, language, Learner(run), said.append), "the lesson is finished"
    text = "\n".join(said)
    for step in run.lesson.steps:
        asked_again = any(other.again == step.id for other in run.lesson.steps)
        title = run.lesson.texts(step, language).title
        assert asked_again or title.replace("`", "") in text, f"{step.id} was on screen"
    assert all(run.record.passed.values()), "no step was passed by being shown"
    assert say(language, "course.lesson.finished") in text
    assert capsys.readouterr().err == ""
