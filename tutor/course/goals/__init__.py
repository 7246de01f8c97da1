"""Goals: questions to the evaluator, to the account and to the history, never to what was typed."""

from .evaluate import evaluate_goals
from .grounds import Grounds, Refusal
from .results import Cause, CauseKind, Help, Result

__all__ = ["Cause", "CauseKind", "Grounds", "Help", "Refusal", "Result", "evaluate_goals"]
