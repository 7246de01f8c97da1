"""Where the app meets the quiz: opens the log, begins sessions, draws questions; called by workers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.app.models.quiz import QuizDoor, QuizMode, Topic
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.course import ProgressStore
    from tutor.quiz.exam import Exam, ExamSpec
    from tutor.quiz.learner import Learner
    from tutor.quiz.progress import Picture
    from tutor.quiz.question import Question
    from tutor.quiz.sessions import Session

BEYOND: Final = "quiz-beyond"
"""The setting that turns questions beyond the notes on."""


@dataclass(frozen=True, slots=True)
class LearnerPlace:
    """Where a learner's quiz is kept, and what was taught."""

    folder: Path
    progress: "ProgressStore"
    lock: AbstractContextManager[object]
    """Held while the progress is read."""
    clock: Callable[[], datetime]


class QuizDesk:
    """One learner's quiz."""

    def __init__(
        self,
        learner: LearnerPlace,
        lessons: Path | None = None,
        questions: "Sequence[Question] | None" = None,
    ) -> None:
        """`questions` in place of the course's own bank."""
        self._folder, self._clock, self._lock = learner.folder, learner.clock, learner.lock
        self._progress = learner.progress
        self._lessons = lessons
        self._questions = questions

    @property
    def beyond(self) -> bool:
        """Whether what lies beyond the notes is asked, too."""
        with self._lock:
            return self._progress.setting(BEYOND) == "on"

    def turn_beyond(self) -> None:
        """Ask what lies beyond the notes from now on, or no longer."""
        with self._lock:
            self._progress.set_setting(BEYOND, "off" if self.beyond else "on")

    def learner(self) -> "Learner":
        """What the log says about the learner as of now."""
        from tutor.quiz.learner import Learner
        from tutor.quiz.log import QuizLog
        from tutor.quiz.skills import taught_by

        with self._lock:
            taught = taught_by(self._progress, beyond=self.beyond)
        return Learner(QuizLog(self._folder), taught, self._clock, self._questions)

    def door(self) -> QuizDoor:
        """What there is to do today."""
        from tutor.quiz.sessions import Daily

        learner = self.learner()
        exam = self.unfinished(learner)
        due = learner.due()
        return QuizDoor(
            taught=len(learner.skills),
            due=len(due),
            next_due=None if due else next_due(learner),
            daily_done=Daily(learner).is_done_today,
            exam_seconds=None if exam is None else exam.seconds_left,
            asked=len(learner.answers),
            right=sum(answer.right for answer in learner.answers),
            beyond=self.beyond,
        )

    def unfinished(self, learner: "Learner") -> "Exam | None":
        """The exam that is going on."""
        from tutor.quiz.exam import Exam, unfinished

        begun = unfinished(learner)
        return None if begun is None else Exam(learner, begun, self._folder, self._questions)

    def session(self, mode: QuizMode, skills: Sequence[str] = ()) -> "Session":
        """Begin to be asked; `skills` is the topic of practice. Raises LookupError where there is nothing."""
        from tutor.quiz.sessions import Daily, Practice, Review

        learner = self.learner()
        match mode:
            case QuizMode.REVIEW:
                return Review(learner)
            case QuizMode.DAILY:
                return Daily(learner)
            case _:
                return Practice(learner, skills)

    def exam(self, spec: "ExamSpec | None") -> "Exam":
        """Begin an exam, or go on with the one that was begun; raises LookupError where there is none."""
        from tutor.quiz.exam import Exam

        learner = self.learner()
        if spec is not None:
            return Exam.begin(learner, spec, self._folder, self._questions)
        exam = self.unfinished(learner)
        if exam is None:
            raise LookupError("no exam is going on")
        return exam

    def picture(self) -> "Picture":
        """How it goes."""
        from tutor.quiz.progress import picture

        return picture(self.learner())

    def topics(self, language: Language) -> tuple[Topic, ...]:
        """What can be practised: everything, a lesson, a section, a skill."""
        learner = self.learner()
        known = learner.skills
        mastered = {skill for skill in known if learner.mastered(skill)}
        groups = self._groups(known, language)
        return tuple(
            Topic(kind, name, skills, len(mastered.intersection(skills)))
            for kind, name, skills in groups
            if skills
        )

    def _groups(self, known: Sequence[str], language: Language) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        from tutor.course.index import LessonIndex
        from tutor.quiz.skills import SECTIONS, lesson_of, section_of
        from tutor.wording.quiz_say import skill_name

        yield "all", say(language, "app.quiz.topic.all"), tuple(known)
        for entry in LessonIndex.list(self._lessons).entries:
            taught = tuple(skill for skill in known if lesson_of(skill) == entry.id)
            yield "lesson", f"{entry.order:02} {entry.titles[language]}", taught
        for letter in (*SECTIONS, "X"):
            mine = tuple(skill for skill in known if section_of(skill) == letter)
            yield "section", f"{letter}  {say(language, f'quiz.section.{letter}')}", mine
        for skill in known:
            yield "skill", skill_name(skill, language), (skill,)


def next_due(learner: "Learner") -> date | None:
    """The next day on which a skill is due, after today."""
    days = [day for skill in learner.skills if (day := learner.schedule.due_on(skill)) is not None]
    return min(days, default=None)


def due_today(folder: Path, progress: "ProgressStore", now: datetime) -> int:
    """How many skills are to be reviewed today, by the log alone: no question is read for it."""
    from tutor.quiz.log import FILE_NAME, QuizLog
    from tutor.quiz.schedule import NEW_A_DAY, Schedule
    from tutor.quiz.skills import SKILLS, taught_by

    taught = taught_by(progress, beyond=progress.setting(BEYOND) == "on").skills
    if not (folder / FILE_NAME).exists():
        return min(len(taught), NEW_A_DAY)
    skills = [skill for skill in SKILLS if skill in taught]
    return len(Schedule(QuizLog(folder).answers()).due(skills, now))


def days_until(learner: "Learner", skill: str) -> int | None:
    """In how many days a skill is asked again."""
    day = learner.schedule.due_on(skill)
    return None if day is None else max((day - learner.clock().date()).days, 0)
