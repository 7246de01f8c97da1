"""Lessons: loading and checking them, grading goals, doing a lesson, progress (floor 4).

Names are loaded at first use: listing the lessons reads no YAML.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .claims import CLAIMS, LESSON_CLAIMS, claims_of
    from .faults import Fault, LessonFaults
    from .gate import check_lesson
    from .goals import Cause, CauseKind, Grounds, Help, Result, evaluate_goals
    from .index import LessonEntry, LessonIndex, lessons_folder
    from .language import LANGUAGES, Language
    from .lesson import Lesson, load_lesson
    from .progress import LessonRecord, ProgressStore, Skill
    from .run import (
        AnswerResult,
        Callout,
        Explanation,
        FileReport,
        GapView,
        GoalView,
        HintResult,
        HintState,
        LessonRun,
        MapCell,
        MapRow,
        OptionView,
        Outcome,
        OutcomeKind,
        PieceView,
        SavePoint,
        StepView,
    )

_MODULES: Final = {
    "claims": ("CLAIMS", "LESSON_CLAIMS", "claims_of"),
    "faults": ("Fault", "LessonFaults"),
    "gate": ("check_lesson",),
    "goals": ("Cause", "CauseKind", "Grounds", "Help", "Result", "evaluate_goals"),
    "index": ("LessonEntry", "LessonIndex", "lessons_folder"),
    "language": ("LANGUAGES", "Language"),
    "lesson": ("Lesson", "load_lesson"),
    "progress": ("LessonRecord", "ProgressStore", "Skill"),
    "run": (
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
    ),
}
_HOME: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "CLAIMS",
    "LANGUAGES",
    "LESSON_CLAIMS",
    "AnswerResult",
    "Callout",
    "Cause",
    "CauseKind",
    "Explanation",
    "Fault",
    "FileReport",
    "GapView",
    "GoalView",
    "Grounds",
    "Help",
    "HintResult",
    "HintState",
    "Language",
    "Lesson",
    "LessonEntry",
    "LessonFaults",
    "LessonIndex",
    "LessonRecord",
    "LessonRun",
    "MapCell",
    "MapRow",
    "OptionView",
    "Outcome",
    "OutcomeKind",
    "PieceView",
    "ProgressStore",
    "Result",
    "SavePoint",
    "Skill",
    "StepView",
    "check_lesson",
    "claims_of",
    "evaluate_goals",
    "lessons_folder",
    "load_lesson",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
