"""Typed results of lessons as sentences, and as the dictionaries that check50 makes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from tutor.course import AnswerResult, Cause, Fault, HintResult, HintState, Outcome, Result, StepView

from .say import Language, say

STATES: Final = frozenset({"gone", "implicitDeny", "explicitDeny"})
"""What a goal expects or finds that is no word of AWS."""

TOLD_AS: Final[Mapping[str, str]] = {
    "plain": ".plain",
    "sender": ".other",
    "nothing": ".nothing",
    "long": ".long",
    "outside": ".lacks",
    "member": ".member",
}
"""The form of a cause's sentence, by the first of these values that the cause has."""
HELD: Final = frozenset({"take-away"})
"""Next steps that depend on whether a policy is AWS's own or inline."""
HELD_AS: Final = ("aws", "inline")
SAID_BY_BELIEF: Final[Mapping[str, frozenset[str]]] = {
    "M6": frozenset({"mend-resource-policy"}),
    "wrong-principal": frozenset({"attach-to", "join-group"}),
}
"""Next steps that stand in a belief's own sentence already."""


def cause_sentence(language: Language, cause: Cause) -> str:
    """Why a goal fails."""
    told = next((form for mark, form in TOLD_AS.items() if mark in cause.values), "")
    return say(language, f"course.cause.{cause.kind}{told}", **_values(language, cause))


def belief_sentence(language: Language, cause: Cause) -> str:
    """What was probably believed, what AWS does, and a next step; empty if the failure does not show it."""
    return say(language, f"detect.{cause.misconception}") if cause.misconception else ""


def help_sentence(language: Language, cause: Cause) -> str:
    """The one next step; empty where the belief's sentence says the same."""
    if cause.help in SAID_BY_BELIEF.get(cause.misconception or "", ()):
        return ""
    held = next((f".{mark}" for mark in HELD_AS if mark in cause.values), "") if cause.help in HELD else ""
    return say(language, f"course.help.{cause.help}{held}", **_values(language, cause))


def result_sentence(language: Language, result: Result, text_of: Callable[[str], str]) -> str:
    """What stands under a goal that does not pass; empty if it passes. `text_of` gives a goal's text by id."""
    if result.cause is not None:
        return cause_sentence(language, result.cause)
    if result.passed is None and result.dependency is not None:
        return say(language, "course.goal.waits", text=text_of(result.dependency))
    return ""


def answer_sentences(language: Language, answer: AnswerResult) -> tuple[str, ...]:
    """Whether the answer was right, and of a prediction how the request turns out."""
    predicted = answer.decision is not None or answer.error is not None
    verdict = "right" if answer.right else "shown"
    if answer.chosen and not answer.right:
        partly = answer.wrong or set(answer.chosen) & set(answer.answers)
        verdict = "foretold" if predicted else "partly" if partly else "wrong"
    sentences = [say(language, f"course.answer.{verdict}")]
    if predicted:
        sentences.append(say(language, f"course.answer.{answer.answers[0]}"))
    return tuple(sentences)


def moved_sentence(language: Language, outcome: Outcome) -> str:
    """What undo took back, or redo brought back; empty for any other outcome."""
    back = outcome.taken_back
    if back is None:
        return ""
    verb = f"{outcome.kind}.idle" if back.idle else outcome.kind.value
    return say(language, f"course.{verb}", what=back.what)


def hint_sentence(language: Language, hint: HintResult) -> str:
    """What a request for a hint says when it gives none; empty when the hint itself is shown."""
    if hint.state is HintState.SHOWN:
        return ""
    return say(language, f"course.hint.{hint.state}", seconds=hint.seconds)


def not_yet_sentence(language: Language, view: StepView) -> str:
    """Why `next` does not go on."""
    unanswered = {"order": "course.next.arrange", "fill": "course.next.fill"}
    if not view.goals and not view.hidden:
        return say(language, unanswered.get(view.kind, "course.next.answer"))
    goals_open = view.hidden or any(not goal.result.passed for goal in view.goals)
    return say(language, "course.next.missing" if goals_open else "course.next.keeps")


def fault_sentence(language: Language, fault: Fault) -> str:
    """What is wrong, what was expected, and the nearest name."""
    values = {"found": fault.found, "expected": fault.expected}
    sentence = say(language, f"course.fault.{fault.code}", **values).strip()
    if fault.nearest is None:
        return sentence
    return f"{sentence}; {say(language, 'course.fault.nearest', nearest=fault.nearest)}"


def fault_line(language: Language, fault: Fault, base: Path | None = None) -> str:
    """`file:line:column: sentence`; the file as seen from `base`."""
    return f"{shown_path(fault.file, base)}:{fault.line}:{fault.column}: {fault_sentence(language, fault)}"


def fault_fields(language: Language, fault: Fault, base: Path | None = None) -> dict[str, object]:
    """A fault as `--format json` reports it."""
    return {
        "file": shown_path(fault.file, base),
        "line": fault.line,
        "column": fault.column,
        "code": fault.code,
        "found": fault.found,
        "expected": fault.expected,
        "nearest": fault.nearest,
        "message": fault_sentence(language, fault),
    }


def to_check50(language: Language, result: Result, description: str) -> dict[str, object]:
    """A goal's result in check50's shape."""
    cause = result.cause
    return {
        "name": result.name,
        "description": description,
        "passed": result.passed,
        "cause": None
        if cause is None
        else {
            "rationale": cause_sentence(language, cause),
            "help": help_sentence(language, replace(cause, misconception=None)),
            "expected": cause.expected,
            "actual": cause.actual,
        },
        "dependency": result.dependency,
    }


def shown_path(path: Path, base: Path | None) -> str:
    """The path as seen from `base` if it lies below."""
    if base is not None and path.is_absolute() and path.is_relative_to(base):
        return str(path.relative_to(base))
    return str(path)


def state_word(language: Language, state: str) -> str:
    """What was expected or found, in the learner's words where the course has some for it."""
    return say(language, f"course.state.{state}") if state in STATES else state


def _values(language: Language, cause: Cause) -> dict[str, str]:
    kind = cause.values.get("kind")
    named = {"kind_word": say(language, f"course.kind.{kind}")} if kind else {}
    expected, actual = state_word(language, cause.expected), state_word(language, cause.actual)
    return {"expected": expected, "actual": actual, **cause.values, **named}
