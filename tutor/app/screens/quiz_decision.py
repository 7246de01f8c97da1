"""The decision of a question's request: nobody sent it, and no account stands behind it."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from tutor.app.inspector import MOST_EDITS, PASSED
from tutor.app.models.inspection import Inspection, Question
from tutor.app.registry import Scope, bindings_for
from tutor.wording import say

from .decision import DecisionScreen

if TYPE_CHECKING:
    from tutor.quiz.scene import Scene


class QuizDecisionScreen(DecisionScreen):
    """A scene's decision with its least change; what else could be asked is left to the sandbox."""

    SCOPE = Scope.QUIZ_WHY
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.QUIZ_WHY, letters=False)]

    def __init__(self, scene: "Scene") -> None:
        super().__init__()
        self._scene = scene

    def begin(self) -> None:
        """Show it at once: it was decided when the question was made."""
        self.asked = inspection_of(self._scene)
        self.call_after_refresh(self.show, self.asked)

    @work(thread=True, exclusive=True, group="flip", exit_on_error=False)
    def search(self, about: Inspection) -> None:
        """Look for the least change."""
        from tutor.policy.flip import flips

        decision = about.decision
        found = flips(decision.request, decision.policies, most_edits=MOST_EDITS) if decision else ()
        self.post_message(self.Turned(about, next(iter(found), None)))

    async def action_what_if(self) -> None:
        """There is no account to ask."""

    def _nothing(self) -> str:
        """Why there is no statement to look at."""
        keys = {command.id: command.key_label for command in self.commands}
        return say(self.language, "app.quiz.no-statement", flip=keys["flip"])


def inspection_of(scene: "Scene") -> Inspection:
    """A scene as the Decision screen looks at it."""
    principal = scene.principal
    caller = principal.arn.rpartition("/")[2] if "/" in principal.arn else "root"
    question = Question(principal.arn, scene.action, scene.resource)
    return Inspection(
        "all", caller, scene.action, scene.resource, PASSED, scene.decision, question, sent=False
    )
