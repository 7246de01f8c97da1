"""What is said around a question: options, verdicts, explanations, why it is asked now."""

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.course.index import LessonIndex
from tutor.quiz.marking import Mark
from tutor.quiz.question import Kind, Option, Question
from tutor.quiz.schedule import Reason, WhyNow
from tutor.quiz.skills import lesson_of

from .quiz_text import piece_text
from .say import Language, say

__all__ = [
    "Told",
    "answer_text",
    "option_text",
    "place_text",
    "skill_name",
    "taught_in",
    "told",
    "verdict",
    "why_now",
]


@dataclass(frozen=True, slots=True)
class Told:
    """One option after the answer: whether it was right, whether it was picked, why."""

    sign: str
    """`✓` right, `✗` picked and wrong, `·` neither."""
    label: str
    why: str


def skill_name(skill: str, language: Language) -> str:
    """The name of a skill."""
    return say(language, f"quiz.skill.{skill}")


def option_text(option: Option, language: Language) -> str:
    """An option as it is offered; of a true-false with what it says of the statement."""
    text = piece_text(option.text, language)
    if option.says is None:
        return text
    says = say(language, f"quiz.says.{'true' if option.says else 'false'}")
    return say(language, "quiz.says", says=says, reason=text)


def verdict(mark: Mark, language: Language) -> str:
    """Right or not, in a word."""
    name = "right" if mark.right else "wrong" if any(mark.answer) else "unknown"
    return say(language, f"quiz.verdict.{name}")


def answer_text(question: Question, language: Language) -> str:
    """The right answer in words."""
    if question.kind is Kind.FILL:
        return question.key.right[0]
    options = [option for one in question.key.right if (option := question.option(one)) is not None]
    if question.kind is Kind.MATCH:
        return " · ".join(
            f"{option_text(option, language)} → {piece_text(option.partner, language)}"
            for option in options
            if option.partner is not None
        )
    separator = " → " if question.kind is Kind.ORDER else " · "
    return separator.join(option_text(option, language) for option in options)


def told(question: Question, mark: Mark, language: Language) -> Iterator[Told]:
    """Every option that has an explanation, what was picked wrongly first, then what is right."""
    for option, why in mark.whys:
        if option is None:
            yield Told("✗", mark.answer[0], piece_text(why, language))
            continue
        is_right = option.id in question.key.right
        is_chosen = question.kind in {Kind.CHOOSE, Kind.SEVERAL, Kind.TRUE_FALSE} and option.id in mark.answer
        sign = "✓" if is_right else "✗" if is_chosen else "·"
        yield Told(sign, _label(option, language), piece_text(why, language))
    if question.why is not None:
        yield Told("", "", piece_text(question.why, language))


def _label(option: Option, language: Language) -> str:
    text = option_text(option, language)
    return text if option.partner is None else f"{text} → {piece_text(option.partner, language)}"


def why_now(why: WhyNow | None, language: Language) -> str:
    """Why it is asked now; empty where the learner chose."""
    if why is None:
        return ""
    if why.reason is Reason.MISSED and why.days == 0:
        return say(language, "quiz.why.missed.today")
    return say(language, f"quiz.why.{why.reason}", days=why.days, recall=round(why.recall * 100))


def place_text(number: int, of: int | None, language: Language) -> str:
    """Where in the row a question stands."""
    name = "quiz.place.endless" if of is None else "quiz.place"
    return say(language, name, number=number, of=of)


def taught_in(skill: str, language: Language) -> str:
    """Which lesson teaches a skill; empty beyond the notes."""
    lesson = lesson_of(skill)
    entry = LessonIndex.list().find(lesson) if lesson else None
    return say(language, "quiz.taught-in", number=entry.order, title=entry.titles[language]) if entry else ""
