"""One open lesson: an account with steps, goals and answers beside it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.app.account_desk import AccountDesk, Parts
from tutor.app.desk import TEST_OUT, Turn
from tutor.app.lesson_map import MapMemory
from tutor.app.models.heading import Heading
from tutor.app.models.outline import Changes
from tutor.app.models.picture import Picture
from tutor.app.models.visitor import Visitor
from tutor.app.render.pages import lesson_page
from tutor.app.render.said import Said
from tutor.course import Lesson, LessonRun, Outcome, OutcomeKind, load_lesson
from tutor.gateway.console import Console
from tutor.gateway.sandbox import Sandbox
from tutor.wording import Language
from tutor.wording.cards import answer_card

if TYPE_CHECKING:
    from tutor.account import Account, Save
    from tutor.course import ProgressStore
    from tutor.course.index import LessonEntry
    from tutor.course.run.asked import AskedRequest
    from tutor.course.schema import Predict

TRIED: Final = {OutcomeKind.EDITED, OutcomeKind.CHECKED, OutcomeKind.NOT_YET}
"""Beside a command: after these the learner wants to know why a goal is open."""


class LessonDesk(AccountDesk):
    """A run of a lesson with what the screen showed last."""

    def __init__(self, run: LessonRun, order: int, progress: "ProgressStore", folder: Path) -> None:
        self._run = run
        self._order = order
        self._map = MapMemory()
        self._tried = False
        super().__init__(Parts(run.sandbox, run.console, folder, progress, run.lesson.file.layers))

    @classmethod
    def open(  # noqa: PLR0913 - what a lesson is played on, and how
        cls,
        save: "Save",
        progress: "ProgressStore",
        folder: Path,
        entry: "LessonEntry",
        clock: Callable[[], datetime],
        *,
        again: bool = True,
    ) -> "LessonDesk":
        """Go on with a lesson where the learner left it, or begin it; `again`: a finished one begins anew."""
        lesson = load_lesson(entry.folder)
        workspace = folder / "workspace"
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
        sandbox = Sandbox(save, clock)
        console = Console(sandbox, workspace, lesson.file.caller)
        run = LessonRun(lesson, sandbox, console, progress, clock)
        if run.finished and again:
            run.restart()
        return cls(run, entry.order, progress, folder)

    def enter(self, line: str, language: Language) -> Turn:
        """Take one line."""
        step, place = self.step, self.place
        return self._moved(line, step, self._run.enter(line), language, place)

    def go(self, place: str, language: Language) -> Turn:
        """Go to a save point, or to the last challenge to test out."""
        step = self.step
        outcome = self._run.test_out() if place == TEST_OUT else self._run.go_to(place)
        return self._moved("", step, outcome, language)

    def asked(self) -> "tuple[AskedRequest, ...]":
        """The requests that the step's goals and today's work are about."""
        return self._run.asked()

    def keeps_quiet(self, name: str) -> bool:
        """Whether the file is yet to be mended, and to find what is wrong in it is the learner's task."""
        return self._run.keeps_quiet(name)

    def checked(self) -> Outcome:
        """The goals as they are after a change that no line of this console made."""
        return self._run.refresh()

    def file_saved(self, name: str) -> Outcome:
        """The goals as they are after the editor saved a file."""
        return self._run.file_saved(name)

    @property
    def lesson(self) -> Lesson:
        """The lesson in the learner's own variant."""
        return self._run.lesson

    @property
    def step(self) -> str:
        """The id of the step on screen."""
        return self._run.record.step

    @property
    def prediction(self) -> "Predict | None":
        """What the step lets the learner foretell."""
        step = self.lesson.step(self.step)
        return step.predict if step is not None else None

    @property
    def account(self) -> "Account":
        """The account that the lesson is about."""
        return self.sandbox.world.accounts[self.lesson.file.account]

    @property
    def caller_reference(self) -> str:
        """The lesson's caller, as the lesson would name them."""
        lesson = self.lesson.file
        user = lesson.profiles[lesson.caller].user
        return f"user/{user}" if user else "root"

    def _moved(self, line: str, step: str, outcome: Outcome, language: Language, place: str = "") -> Turn:
        """What an entry changed, perhaps the step too; a closing question hides what was said before."""
        moved = self.step != step
        if moved:
            self._tried, self._changes = False, Changes()
        cleared = outcome.kind is OutcomeKind.CLEAR or (moved and self._run.view(language).recall)
        said = Said(line, outcome, step, self._past(outcome), place=place)
        return self._took(said, language, cleared=cleared)

    def _note(self, outcome: Outcome) -> None:
        """Remember whether something was tried, and a prediction's answer."""
        super()._note(outcome)
        if outcome.console is not None or outcome.ran or outcome.kind in TRIED:
            self._tried = True
        predict = self.prediction
        if outcome.answer is not None and predict is not None:
            self._card = answer_card(outcome.answer, predict)

    def picture(self, language: Language) -> Picture:
        """Everything that Learn shows now."""
        run = self._run
        view, question = run.view(language), run.console.question
        shows_map = "map" in view.shows
        map_picture = self._map.picture(run.map())
        now, changes = self.outlined
        return Picture(
            heading=Heading(
                title=f"{self._order:02} {self.lesson.title(language)}",
                step=view.index + 1,
                steps=view.total,
                caller=self.shown_caller,
                signed_in=self.shown_signed_in,
                time=f"{run.sandbox.world.now:%Y-%m-%d %H:%M} UTC",
            ),
            page=lesson_page(
                view, language, tried=self._tried, map_picture=map_picture if shows_map else None
            ),
            outline=now,
            changes=changes,
            caller=self.caller,
            card=self._card,
            map=map_picture,
            visitor=self._visitor,
            shows_map=shows_map,
            ghost="" if question else view.line or "",
            begin=view.begin or "",
            asked=question is not None,
            place=self.place,
            secret=question is not None and question.secret,
        )

    @property
    def _visitor(self) -> Visitor:
        """Whom the sign-in offers: the step's person, else the lesson's caller."""
        return self.visitor(self._run.view("en").sign_in or self.caller_reference)
