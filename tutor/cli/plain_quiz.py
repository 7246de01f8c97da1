"""The quiz in plain mode: questions as lines, answers by number, explanations at once or at the end."""

import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.course.run.words import KOREAN, Word
from tutor.gateway.dubeolsik import keys_of
from tutor.quiz.exam import Exam
from tutor.quiz.learner import Given
from tutor.quiz.marking import Mark, matched, right_sides
from tutor.quiz.question import Kind, Question
from tutor.wording import Language, say
from tutor.wording.quiz_say import (
    answer_text,
    option_text,
    place_text,
    skill_name,
    taught_in,
    told,
    verdict,
    why_now,
)
from tutor.wording.quiz_text import piece_text

if TYPE_CHECKING:
    from tutor.quiz.exam import SkillReport
    from tutor.quiz.sessions import Asked, Session

LEAVE: Final = frozenset({"exit", "quit", "끝내기", "나가기"})
HINT: Final = frozenset({"hint", "힌트"})
PASS: Final = frozenset({"?", "pass", "모름"})
WHY: Final = frozenset({"why", "왜"})
UNDO: Final = frozenset({Word.UNDO.value, *(word for word, found in KOREAN.items() if found is Word.UNDO)})
LETTERS: Final = "abcdefgh"
"""The right sides of a match."""
MARKED: Final = re.compile(r"`([^`]*)`|\*\*(.+?)\*\*")
"""All the markup that texts of the quiz have; any other star belongs to a pattern."""


def spoken(text: str) -> str:
    """A text of the quiz without the signs around code and what matters."""
    return MARKED.sub(lambda found: found[1] if found[2] is None else found[2], text)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a line: an answer, or a word."""

    answer: tuple[str, ...] = ()
    word: str = ""
    trouble: str = ""
    """The message that says what is wrong with it."""


Read = Callable[[], str | None]
"""The next line without its end; None when there are no more."""
Write = Callable[[str], None]


class PlainQuiz:
    """Asks on `write` and takes answers from `read`."""

    def __init__(self, language: Language, read: Read, write: Write) -> None:
        self._language: Language = language
        self._read = read
        self._write = write
        self._answered: tuple[Question, Mark] | None = None
        self._begun = 0.0

    def _say(self, message: str, **values: object) -> None:
        self._write(say(self._language, message, **values))

    def play(self, session: "Session") -> None:
        """Ask until the session or the input ends, or the learner leaves."""
        self._say("quiz.plain.words")
        while (asked := session.next()) is not None:
            if not self._one(session, asked):
                break
        results = session.results
        if results:
            self._say("quiz.end", asked=len(results), right=sum(one.right for one in results))

    def _one(self, session: "Session", asked: "Asked") -> bool:
        """One question to its answer; False to leave."""
        self._head(asked)
        self.ask(asked.question)
        hinted = False
        while (typed := self._typed(asked.question)) is not None and typed.word != "leave":
            if typed.word == "hint":
                hinted = self._hint(asked.question) or hinted
            elif typed.word == "why":
                self._why()
            elif typed.word == "undo":
                taken = session.undo()
                if taken is None:
                    self._say("quiz.nothing-to-undo")
                    continue
                self._say("quiz.undone", skill=skill_name(taken.skill, self._language))
                return True
            elif typed.trouble:
                self._say(typed.trouble)
            else:
                given = Given(typed.answer, hint=hinted, seconds=time.monotonic() - self._begun)
                self._tell(asked.question, session.answer(given))
                if asked.rated:
                    self._next_due(session, asked.question.skill)
                return True
        return False

    def _next_due(self, session: "Session", skill: str) -> None:
        """When the skill comes again."""
        learner = session.learner
        day = learner.schedule.due_on(skill)
        days = (day - learner.clock().date()).days if day is not None else 0
        if days == 1:
            self._say("quiz.next-due.one")
        elif days > 1:
            self._say("quiz.next-due", days=days)

    def _head(self, asked: "Asked") -> None:
        question = asked.question
        self._write("")
        place = place_text(asked.number, asked.of, self._language)
        self._write(f"== {place} · {skill_name(question.skill, self._language)}")
        if reason := why_now(asked.why, self._language):
            self._write(reason)

    def ask(self, question: Question) -> None:
        """Write a question with what can be answered."""
        self._begun = time.monotonic()
        language = self._language
        for exhibit in question.exhibits:
            self._write("")
            if exhibit.title is not None:
                self._write(f"{piece_text(exhibit.title, language)}:")
            for line in piece_text(exhibit.body, language).split("\n"):
                self._write(f"    {line}")
        self._write("")
        self._write(spoken(piece_text(question.prompt, language)))
        for number, option in enumerate(question.options, start=1):
            first, *rest = spoken(option_text(option, language)).split("\n")
            self._write(f"  {number}. {first}")
            for line in rest:
                self._write(f"     {line}")
        if question.kind is Kind.MATCH:
            for letter, option in zip(LETTERS, right_sides(question), strict=False):
                text = piece_text(option.partner, language) if option.partner else ""
                self._write(f"  {letter}. {spoken(text)}")
        self._say(f"quiz.plain.how.{question.kind}", last=len(question.options))

    def _typed(self, question: Question) -> Typed | None:
        line = self._read()
        return None if line is None else read_answer(line, question)

    def _hint(self, question: Question) -> bool:
        if question.hint is None:
            self._say("quiz.no-hint")
            return False
        self._say("quiz.hint", hint=spoken(piece_text(question.hint, self._language)))
        return True

    def _tell(self, question: Question, mark: Mark) -> None:
        """What became of the answer, and why."""
        self._answered = (question, mark)
        language = self._language
        self._write("")
        self._write(verdict(mark, language))
        if not mark.right and question.kind is not Kind.MATCH:  # whose pairs are listed below
            self._say("quiz.answer.is", answer=spoken(answer_text(question, language)))
        for one in told(question, mark, language):
            if one.label:
                first, *rest = spoken(one.label).split("\n")
                self._write(f"  {one.sign} {first}")
                for line in rest:
                    self._write(f"    {line}")
            for line in spoken(one.why).split("\n"):
                self._write(f"    {line}")
        if question.scene is not None:
            self._say("quiz.plain.why")
        lesson = taught_in(question.skill, language)
        if lesson and not mark.right:
            self._write(lesson)

    def _why(self) -> None:
        """The decision about the request of the last question."""
        if self._answered is None or self._answered[0].scene is None:
            self._say("quiz.plain.no-why")
            return
        from tutor.wording.trace_text import trace_lines

        for line in trace_lines(self._answered[0].scene.decision, self._language):
            self._write(f"  {line}")

    def sit(self, exam: Exam) -> "tuple[SkillReport, ...] | None":
        """Ask the questions of an exam that are left; None where the learner leaves in between."""
        self._say("quiz.plain.exam-words")
        while (place := exam.next_place) is not None and not exam.is_over:
            question = exam.questions[place]
            self._write("")
            self._write(
                f"== {place_text(place + 1, len(exam.questions), self._language)} · {self._left(exam)}"
            )
            self.ask(question)
            if not self._exam_answer(exam, place, question):
                return None
        if exam.is_over:
            self._say("quiz.exam.time-over")
        report = exam.end()
        self._report(exam, report)
        return report

    def _exam_answer(self, exam: Exam, place: int, question: Question) -> bool:
        since = time.monotonic()
        while True:
            typed = self._typed(question)
            now = time.monotonic()
            exam.tick(now - since)
            since = now
            if typed is None or typed.word == "leave":
                return False
            if exam.is_over:
                return True
            if typed.word or typed.trouble:
                self._say(typed.trouble or "quiz.plain.not-in-exam")
                continue
            exam.answer(place, Given(typed.answer, seconds=now - self._begun))
            return True

    def _left(self, exam: Exam) -> str:
        minutes, seconds = divmod(int(exam.seconds_left), 60)
        return say(self._language, "quiz.exam.time-left", minutes=minutes, seconds=seconds)

    def _report(self, exam: Exam, report: "Sequence[SkillReport]") -> None:
        self._write("")
        for line in report_lines(report, self._language):
            self._write(line)
        for place, question in enumerate(exam.questions):
            given = exam.given.get(place)
            if given is None or given.right:
                continue
            from tutor.quiz.marking import mark

            self._write("")
            self._write(f"== {place_text(place + 1, len(exam.questions), self._language)}")
            self.ask(question)
            self._tell(question, mark(question, given.answer))


def report_lines(report: "Sequence[SkillReport]", language: Language) -> Iterator[str]:
    """An exam's result, skill by skill."""
    asked, right = sum(row.asked for row in report), sum(row.right for row in report)
    yield say(language, "quiz.exam.report", asked=asked, right=right)
    for row in report:
        sign = "✓" if row.right == row.asked else "✗" if not row.right else "~"
        yield f"  {sign} {row.right}/{row.asked}  {skill_name(row.skill, language)}"


def read_answer(line: str, question: Question) -> Typed:
    """What a line answers: numbers, number and letter for a match, the text itself for a gap."""
    text = unicodedata.normalize("NFC", line).strip()
    word = _word(text)
    if word is not None:
        return word
    text = unicodedata.normalize("NFKC", text)  # digits as an East Asian keyboard writes them
    if question.kind is Kind.FILL:
        return Typed((text,)) if text else Typed(trouble="quiz.plain.empty")
    if question.kind is Kind.MATCH:
        return _read_match(text, question)
    parts = text.replace(",", " ").split()
    numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
    sound = len(numbers) == len(parts) and all(1 <= one <= len(question.options) for one in numbers)
    if not parts or not sound or len(set(numbers)) < len(numbers):
        return Typed(trouble=f"quiz.plain.unread.{question.kind}")
    if question.kind is Kind.ORDER and len(numbers) < len(question.options):
        return Typed(trouble="quiz.plain.unread.order")
    if question.kind in {Kind.CHOOSE, Kind.TRUE_FALSE} and len(numbers) > 1:
        return Typed(trouble=f"quiz.plain.unread.{question.kind}")
    return Typed(tuple(question.options[number - 1].id for number in numbers))


def _word(text: str) -> Typed | None:
    """A word, in either language or with Hangul mode left on."""
    for names, word in ((LEAVE, "leave"), (HINT, "hint"), (WHY, "why"), (UNDO, "undo")):
        if {text.lower(), keys_of(text).lower()} & names:
            return Typed(word=word)
    return Typed(("",)) if text.lower() in PASS else None


def _read_match(text: str, question: Question) -> Typed:
    """`1b 2a 3c`, or `b a c`."""
    parts = text.lower().replace(",", " ").split()
    rights = right_sides(question)
    chosen: dict[str, str] = {}
    for place, part in enumerate(parts):
        number = int(part[:-1]) if part[:-1].isdigit() else place + 1 if len(part) == 1 else 0
        letter = LETTERS.find(part[-1])
        if not (1 <= number <= len(question.options) and 0 <= letter < len(rights)):
            return Typed(trouble="quiz.plain.unread.match")
        chosen[question.options[number - 1].id] = rights[letter].id
    if len(chosen) < len(question.options):
        return Typed(trouble="quiz.plain.unread.match")
    return Typed(matched(question, chosen))
