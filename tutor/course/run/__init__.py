"""A lesson being done: what is typed goes in, what to show comes out."""

from .outcome import AnswerResult, HintResult, HintState, Outcome, OutcomeKind
from .permission_map import MapCell, MapRow
from .run import LessonRun
from .view import Explanation, GoalView, OptionView, StepView

__all__ = [
    "AnswerResult",
    "Explanation",
    "GoalView",
    "HintResult",
    "HintState",
    "LessonRun",
    "MapCell",
    "MapRow",
    "OptionView",
    "Outcome",
    "OutcomeKind",
    "StepView",
]
