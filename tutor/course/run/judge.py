"""Whether an answer is right: by the evaluator for a prediction, by the lesson for everything else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.gateway.dubeolsik import keys_of

from ..goals import Grounds, Refusal
from ..lesson import Lesson
from ..schema import Gap, Predict, Step
from .outcome import AnswerResult
from .view import fits, predictions_of, value_of

if TYPE_CHECKING:
    from tutor.policy import Decision


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer, judged, and how a prediction turned out."""

    result: AnswerResult
    truth: str | None = None


def judge(lesson: Lesson, step: Step, chosen: tuple[str, ...], grounds: Grounds) -> Judgement:
    """Judge what was picked, arranged or filled in; nothing at all means that the answer is shown."""
    if step.predict:
        return _prediction(lesson, step.predict, chosen, grounds)
    if step.order:
        right = step.order.pieces
        wrong = tuple(one for one, wanted in zip(chosen, right, strict=False) if one != wanted)
        return Judgement(AnswerResult(chosen, right, chosen == right, wrong=wrong))
    if step.fill:
        gaps = step.fill.gaps
        answers = tuple(gap.answers[0] for gap in gaps)
        wrong = tuple(gap.id for gap, typed in zip(gaps, chosen, strict=False) if not fits(gap, typed))
        return Judgement(AnswerResult(chosen, answers, bool(chosen) and not wrong, wrong=wrong))
    assert step.choose is not None, "the step asks something"
    right = tuple(option for option in step.choose.ids if option in step.choose.answers)
    return Judgement(AnswerResult(chosen, right, set(chosen) == set(right)))


def _prediction(lesson: Lesson, asked: Predict, chosen: tuple[str, ...], grounds: Grounds) -> Judgement:
    answer = grounds.ask(asked.principal, asked.action, asked.resource, asked.context)
    decision: Decision | None = None
    error = None
    if isinstance(answer, Refusal):
        error, outcome = answer.error, "implicitDeny"
    else:
        decision, outcome = answer, answer.outcome.value
    three = lesson.file.predictions == "three"
    truth = outcome if three or outcome == "allowed" else "refused"
    answers = tuple(option for option in predictions_of(lesson) if option == truth)
    return Judgement(AnswerResult(chosen, answers, chosen == answers, decision, error), truth)


def gap_value(gap: Gap, typed: str) -> str | None:
    """What goes into a gap: the option with that number, or the text; None for a number that is none."""
    plain = value_of(typed)
    if not gap.options or plain in gap.options:
        return plain
    if plain.isascii() and plain.isdigit():
        place = int(plain)
        return gap.options[place - 1] if 0 < place <= len(gap.options) else None
    lowered: Mapping[str, str] = {option.lower(): option for option in gap.options}
    return lowered.get(plain.lower()) or lowered.get(keys_of(plain).lower())


def arranged(picked: Sequence[str], shown: Sequence[str]) -> tuple[str, ...] | None:
    """The pieces in the order named; None unless every one is there once."""
    return tuple(picked) if sorted(picked) == sorted(shown) else None
