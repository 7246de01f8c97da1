"""What the Account screen asks of the floors below, in threads; answers come back as messages."""

from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import Worker, WorkerState

from tutor.app.models.account_detail import Detail
from tutor.app.models.form_names import AccountNames, names_for
from tutor.app.registry import COMMANDS, Scope, with_keys
from tutor.wording import Language, say

from .base import TutorScreen

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors


class AccountWork(TutorScreen):
    """Reads details one at a time: what is wanted meanwhile is read next, what was wanted before is not."""

    class Read(Message):
        """A detail is there."""

        def __init__(self, detail: Detail) -> None:
            super().__init__()
            self.detail = detail

    def __init__(self, learn: "LessonDoors") -> None:
        super().__init__()
        self.learn = learn
        self.subject = ""
        """What is shown, or is about to be."""
        self._reading = False
        self._again = False

    def say(self, message: str, **values: object) -> str:
        """A sentence of this screen."""
        return say(self.language, f"app.account.{message}", **values)

    def want(self, subject: str) -> None:
        """Show a subject as soon as it is read."""
        self.subject = subject
        if self._reading:
            self._again = True
        else:
            self._reading = True
            self._read(subject, self.language, self._ways)

    def has_read(self, subject: str) -> bool:
        """Whether what was read is what is wanted still; else that is read now."""
        self._reading = False
        wanted, self._again = self._again, False
        if wanted:
            self.want(self.subject)
        return not wanted or subject == self.subject

    @property
    def _ways(self) -> dict[str, str]:
        """The keys that empty places speak of, as the learner has set them."""
        commands = with_keys(COMMANDS, self.tutor.looks.keys)
        return {one.id: one.key_label for one in commands if one.scope is Scope.ACCOUNT}

    @work(thread=True, group="account", exit_on_error=False)
    def _read(self, subject: str, language: Language, ways: dict[str, str]) -> None:
        from tutor.app.render.account_detail import detail_of

        detail = self.tutor.desk.inspect(
            lambda inspector: detail_of(inspector.sandbox, subject, language, ways)
        )
        self.post_message(self.Read(detail))

    async def names_of(self, subject: str) -> AccountNames:
        """The names that a form about a subject offers."""
        return await self._find_names(subject).wait()

    @work(thread=True, group="names", exit_on_error=False)
    def _find_names(self, subject: str) -> AccountNames:
        return self.tutor.desk.inspect(
            lambda inspector: names_for(inspector.sandbox, inspector.console.workspace, subject)
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self._reading = False
            self.learn.console.transcript.write([trouble(event.worker.error, self.language)])
