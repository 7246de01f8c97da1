"""One open sandbox: an account for free play, with things to try beside it."""

from typing import TYPE_CHECKING

from textual.content import Content

from tutor.app.account_desk import AccountDesk, Parts
from tutor.app.desk import Turn
from tutor.app.lesson_map import MapMemory
from tutor.app.models.heading import Heading
from tutor.app.models.page import LessonPage
from tutor.app.models.picture import Picture
from tutor.app.models.sandboxes import IdeaRow
from tutor.app.render.prose import blocks, sentence
from tutor.app.render.said import Said
from tutor.course.free_play import FreeRun
from tutor.course.run.outcome import Outcome, OutcomeKind
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.course import ProgressStore


class SandboxDesk(AccountDesk):
    """Free play in an account, with what the screen showed last."""

    def __init__(self, run: FreeRun, progress: "ProgressStore") -> None:
        self._run = run
        self._map = MapMemory()
        super().__init__(Parts(run.sandbox, run.console, run.folder, progress))

    def enter(self, line: str, language: Language) -> Turn:
        """Take one line."""
        place, outcome = self.place, self._run.enter(line)
        ideas = self._run.ideas if outcome.kind is OutcomeKind.IDEAS else ()
        said = Said(line, outcome, "", self._past(outcome), place=place, ideas=ideas)
        return self._took(said, language, cleared=outcome.kind is OutcomeKind.CLEAR)

    def restart(self, language: Language) -> Turn:
        """Begin with the same account again."""
        self._run.restart()
        self._card = None
        return self._took(Said("", Outcome(OutcomeKind.CLEAR), ""), language, cleared=True)

    def checked(self) -> Outcome:
        """Nothing but what was done: there are no goals."""
        return Outcome(OutcomeKind.CONSOLE)

    def file_saved(self, name: str) -> Outcome:
        """What is to be said of a file that the editor saved."""
        return self._run.file_saved(name)

    def close(self) -> None:
        """Let go of the sandbox's save."""
        self._run.close()

    @property
    def account(self) -> "Account":
        """The account that the sandbox is about: of a lesson's accounts the lesson's own."""
        lesson, accounts = self._run.lesson, self.sandbox.world.accounts
        found = accounts.get(lesson.file.account) if lesson is not None else None
        return found or self.sandbox.account

    @property
    def caller_reference(self) -> str:
        """Whose key the console signs with by default."""
        name = self.console.default_profile
        definition = self.sandbox.profiles.get(name or "", {})
        return f"user/{definition['user']}" if definition.get("user") else "root"

    def picture(self, language: Language) -> Picture:
        """Everything that is to be seen now."""
        question = self.console.question
        now, changes = self.outlined
        return Picture(
            heading=Heading(
                title=say(language, "app.sandbox.title", name=self._run.name),
                caller=self.shown_caller,
                signed_in=self.shown_signed_in,
                time=f"{self.sandbox.world.now:%Y-%m-%d %H:%M} UTC",
            ),
            page=self._page(language),
            outline=now,
            changes=changes,
            caller=self.caller,
            card=self._card,
            map=self._map.picture(self._run.map()),
            visitor=self.visitor(self.caller_reference),
            asked=question is not None,
            place=self.place,
            secret=question is not None and question.secret,
        )

    def _page(self, language: Language) -> LessonPage:
        lesson = self._run.lesson
        if lesson is not None:
            begun = say(language, "app.sandbox.begun.lesson", lesson=lesson.title(language))
        else:
            how = "quiz" if self._run.is_staged else "empty"
            user = self.caller_reference.removeprefix("user/")
            begun = say(language, f"app.sandbox.begun.{how}", user=user)
        ideas = self._run.ideas
        return LessonPage(
            step="sandbox",
            kind="sandbox",
            title=Content(say(language, "app.ideas")),
            body=blocks(f"{begun}\n\n{say(language, 'app.sandbox.rules')}"),
            ideas=tuple(
                IdeaRow(sentence(language, f"app.idea.{idea.id}", idea.values), idea.line) for idea in ideas
            ),
            invitation=say(language, "app.invite.sandbox"),
        )
