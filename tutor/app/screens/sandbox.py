"""Sandbox: the screen of a lesson without a lesson, for free play."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from tutor.app.desk import Desk, Turn
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.lesson_parts import IdeaLine
from tutor.wording import Language

from .learn import LearnScreen

if TYPE_CHECKING:
    from tutor.course.free_play.staged import StagedAccount


class SandboxScreen(LearnScreen):
    """One account to play in."""

    SCOPE = Scope.SANDBOX
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.SANDBOX, letters=False)]

    def __init__(self, name: str, lesson: "str | StagedAccount" = "") -> None:
        """`lesson` is the account that a new one begins with: a lesson's by its id, or a staged one."""
        super().__init__(None)
        self._sandbox = name
        self._lesson = lesson

    def open_with(self, desk: Desk, language: Language) -> Turn:
        """Open the sandbox, or make it."""
        return desk.open_sandbox(self._sandbox, language, self._lesson)

    @on(IdeaLine.Picked)
    def _idea(self, message: IdeaLine.Picked) -> None:
        self.console.prompt.put(message.line)
        self.console.prompt.focus()

    def action_sandboxes(self) -> None:
        """Choose another one."""
        self.tutor.open_sandboxes()
