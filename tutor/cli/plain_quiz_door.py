"""The quiz's door in plain mode: which modes there are, and the way into each."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from tutor.cli.parser import fail
from tutor.cli.plain_quiz import PlainQuiz, Read, Write
from tutor.course import LessonIndex
from tutor.quiz.exam import Exam, ExamSpec, unfinished
from tutor.quiz.learner import Learner
from tutor.quiz.log import QuizLog
from tutor.quiz.progress import FORECAST_DAYS, picture
from tutor.quiz.sessions import Daily, Practice, Review
from tutor.quiz.skills import SECTIONS, section_of, taught_by
from tutor.wording import Language, say
from tutor.wording.quiz_say import skill_name

if TYPE_CHECKING:
    from tutor.course import ProgressStore
    from tutor.quiz.progress import Picture, SkillRow

BEYOND: Final = "quiz-beyond"
"""The setting that turns on what lies beyond the notes."""
MODES: Final = ("review", "daily", "practice", "exam", "progress")
SOON: Final = {0: ".today", 1: ".tomorrow"}
"""Days that have a name, by their distance."""
NUMBER: Final = 20
MINUTES: Final = 30


class Door:
    """One learner at the door."""

    def __init__(
        self, folder: Path, progress: "ProgressStore", language: Language, read: Read, write: Write
    ) -> None:
        self._folder = folder
        self._language: Language = language
        self._read, self._write = read, write
        beyond = progress.setting(BEYOND) == "on"
        self.learner = Learner(QuizLog(folder), taught_by(progress, beyond=beyond))
        self._quiz = PlainQuiz(language, read, write)

    def open(self, arguments: argparse.Namespace) -> int:
        """Go where the command line says; without a mode show what there is and ask."""
        if arguments.way is None:
            return self.ask()
        if not self.learner.skills and arguments.way not in {"progress", "exam"}:
            return fail(self._language, "quiz.nothing-taught")
        match arguments.way:
            case "review":
                self.review()
            case "daily":
                self.daily()
            case "practice":
                return self.practice(arguments.topic)
            case "exam":
                return self._exam(arguments)
            case _:
                self.progress()
        return 0

    def ask(self) -> int:
        """The modes by number, until the input ends or the learner leaves."""
        while True:
            for number, (mode, about) in enumerate(self._modes(), start=1):
                self._write(f"  {number}. {say(self._language, f'quiz.mode.{mode}')}  {about}")
            self._say("quiz.plain.door")
            line = self._read()
            if line is None or line.strip().lower() in {"", "exit", "quit", "끝내기", "나가기"}:
                return 0
            if line.strip() not in map(str, range(1, len(MODES) + 1)):
                self._say("quiz.plain.unread.choose")
                continue
            self._enter(MODES[int(line) - 1])

    def _enter(self, mode: str) -> None:
        if not self.learner.skills and mode in {"review", "daily", "practice"}:
            self._say("quiz.nothing-taught")
            return
        match mode:
            case "review":
                self.review()
            case "daily":
                self.daily()
            case "practice":
                self._say("quiz.plain.topic", known=", ".join(self._topics()))
                self.practice((self._read() or "").split())
            case "exam":
                self.exam(None)
            case _:
                self.progress()

    def _modes(self) -> Iterator[tuple[str, str]]:
        due = len(self.learner.due())
        yield "review", self._line("review.about", count=due) if due else self._line("review.none")
        daily = Daily(self.learner)
        yield "daily", self._line("daily.done" if daily.is_done_today else "daily.about")
        yield "practice", self._line("practice.about")
        begun = unfinished(self.learner)
        if begun is None:
            yield "exam", self._line("exam.about")
        else:
            left = Exam(self.learner, begun, self._folder).seconds_left
            yield "exam", self._line("exam.going", minutes=int(left // 60))
        yield "progress", self._line("progress.about")

    def _line(self, name: str, **values: object) -> str:
        return say(self._language, f"quiz.mode.{name}", **values)

    def _say(self, message: str, **values: object) -> None:
        self._write(say(self._language, message, **values))

    def review(self) -> None:
        """What is due, or when something will be."""
        if self.learner.due():
            self._quiz.play(Review(self.learner))
            return
        days = [day for skill in self.learner.skills if (day := self.learner.schedule.due_on(skill))]
        if days:
            self._say("quiz.nothing-due", day=min(days).isoformat())
        else:
            self._say("quiz.nothing-due.ever")

    def daily(self) -> None:
        """The daily five, or that they are done."""
        daily = Daily(self.learner)
        if daily.is_done_today:
            self._say("quiz.daily.done")
        else:
            self._quiz.play(daily)

    def practice(self, words: Sequence[str]) -> int:
        """Practise a topic: a lesson, sections or skills; without one everything that was taught."""
        skills = self._skills_of(words)
        if not skills:
            known = ", ".join(self._topics())
            return fail(self._language, "quiz.no-topic", found=" ".join(words), known=known)
        self._quiz.play(Practice(self.learner, skills))
        return 0

    def _skills_of(self, words: Sequence[str]) -> list[str]:
        if not words:
            return list(self.learner.skills)
        index, found = LessonIndex.list(), set()
        for word in words:
            entry = index.find(word)
            named = {word.upper(), word[:2].upper() + word[2:].lower()}
            found |= set(entry.skills) if entry is not None else set()
            found |= {skill for skill in self.learner.skills if skill in named or section_of(skill) in named}
        return [skill for skill in self.learner.skills if skill in found]

    def _topics(self) -> list[str]:
        """Lessons by number, sections and skills that can be asked."""
        known = set(self.learner.skills)
        lessons = [str(entry.order) for entry in LessonIndex.list().entries if known & set(entry.skills)]
        sections = [letter for letter in (*SECTIONS, "X") if any(section_of(one) == letter for one in known)]
        return [*lessons, *sections, *self.learner.skills]

    def _exam(self, arguments: argparse.Namespace) -> int:
        """An exam by its code or its parts; without any the one that is going on, or a new one."""
        parts = (arguments.number, arguments.minutes, arguments.sections, arguments.seed)
        if arguments.code is None and all(part is None for part in parts):
            return self.exam(None)
        code = arguments.code or "-".join(
            (
                str(NUMBER if arguments.number is None else arguments.number),
                str(MINUTES if arguments.minutes is None else arguments.minutes),
                (arguments.sections or "".join(SECTIONS)).upper(),
                arguments.seed or token_hex(3),
            )
        )
        return self.exam(code)

    def exam(self, code: str | None) -> int:
        """Sit the exam with a code; without one the one that is going on, else one of the usual size."""
        begun = unfinished(self.learner)
        if code is None and begun is not None:
            exam = Exam(self.learner, begun, self._folder)
            self._say("quiz.exam.resumed")
        else:
            wanted = code if code is not None else f"{NUMBER}-{MINUTES}-{''.join(SECTIONS)}-{token_hex(3)}"
            spec = ExamSpec.read(wanted)
            if spec is None:
                return fail(self._language, "quiz.exam.bad-code", found=wanted)
            exam = Exam.begin(self.learner, spec, self._folder)
        self._say("quiz.exam.code", code=exam.spec.code)
        self._quiz.sit(exam)
        return 0

    def progress(self) -> None:
        """How it goes, in lines."""
        for line in progress_lines(picture(self.learner), self._language):
            self._write(line)


def progress_lines(shown: "Picture", language: Language) -> Iterator[str]:
    """Accuracy and recall by week, the skills, what is weak, what comes."""
    if not shown.asked:
        yield say(language, "quiz.progress.nothing")
        return
    yield say(language, "quiz.progress.asked", asked=shown.asked, right=shown.right)
    yield say(language, "quiz.progress.mastered", count=shown.mastered)
    if shown.days_in_a_row > 1:
        yield say(language, "quiz.progress.streak", days=shown.days_in_a_row)
    yield say(language, "quiz.progress.weeks")
    for week in shown.weeks:
        if week.asked:
            parts = [f"{say(language, 'quiz.progress.accuracy')} {week.accuracy:.0%}"]
            if week.recall is not None:
                parts.append(f"{say(language, 'quiz.progress.recall')} {week.recall:.0%}")
            yield f"  {week.begins.isoformat()}  {' · '.join(parts)}  ({week.right}/{week.asked})"
    for row in shown.skills:
        if row.asked:
            yield f"  {_skill_line(row, language)}"
    if shown.weakest:
        yield say(language, "quiz.progress.weakest")
        yield from (f"  {skill}  {skill_name(skill, language)}" for skill in shown.weakest)
    yield say(language, "quiz.progress.forecast", days=FORECAST_DAYS)
    for day, count in enumerate(shown.forecast):
        if count:
            yield say(language, f"quiz.progress.due{SOON.get(day, '')}", days=day, count=count)


def _skill_line(row: "SkillRow", language: Language) -> str:
    sign = "●" if row.mastered else "◐" if row.right else "○"
    known = (
        ""
        if row.recall is None or not row.right
        else f"  {say(language, 'quiz.progress.recall')} {row.recall:.0%}"
    )
    due = "" if row.due is None else f"  → {row.due.isoformat()}"
    return f"{sign} {row.skill:<4} {row.right}/{row.asked}{known}{due}  {skill_name(row.skill, language)}"
