"""A lesson being done: what is typed goes in, what to show comes out."""

from .outcome import AnswerResult, FileReport, HintResult, HintState, Outcome, OutcomeKind
from .permission_map import MapCell, MapRow
from .run import LessonRun
from .view import Callout, Explanation, GapView, GoalView, OptionView, PieceView, SavePoint, StepView

__all__ = [
    "AnswerResult",
    "Callout",
    "Explanation",
    "FileReport",
    "GapView",
    "GoalView",
    "HintResult",
    "HintState",
    "LessonRun",
    "MapCell",
    "MapRow",
    "OptionView",
    "Outcome",
    "OutcomeKind",
    "PieceView",
    "SavePoint",
    "StepView",
]
