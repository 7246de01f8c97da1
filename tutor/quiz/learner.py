"""One learner's quiz: what was answered, what is due, how well each skill is known."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from .dice import Dice
from .drawing import Sources, level_of
from .log import Answered, QuizLog, Undone
from .marking import Mark, mark
from .mastery import Evidence
from .question import Question
from .schedule import Schedule, rating_of
from .skills import SKILLS, Taught

__all__ = ["Given", "Learner", "local_clock"]


def local_clock() -> datetime:
    """The time on the learner's own clock, with its offset."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Given:
    """How a question was answered."""

    answer: tuple[str, ...]
    hint: bool = False
    seconds: float = 0.0


class Learner:
    """What the log says about one learner; every mode of the quiz asks and answers through it."""

    def __init__(
        self,
        log: QuizLog,
        taught: Taught,
        clock: Callable[[], datetime] = local_clock,
        questions: Sequence[Question] | None = None,
    ) -> None:
        self.log = log
        self.clock = clock
        self.sources = Sources(taught, questions)
        self._take_in()

    def _take_in(self) -> None:
        self.answers: list[Answered] = list(self.log.answers())
        """Those that count, oldest first."""
        self.schedule = Schedule(self.answers)
        self._by_skill: defaultdict[str, list[Answered]] = defaultdict(list)
        for answer in self.answers:
            self._by_skill[answer.skill].append(answer)

    @property
    def skills(self) -> tuple[str, ...]:
        """What was taught and can be asked, in the course's order."""
        return tuple(
            skill for skill in SKILLS if skill in self.sources.taught.skills and self.sources.can_ask(skill)
        )

    def about(self, skill: str) -> Sequence[Answered]:
        """The answers about a skill, oldest first."""
        return self._by_skill.get(skill, ())

    def due(self) -> list[str]:
        """The skills to be reviewed today, most urgent first."""
        return self.schedule.due(self.skills, self.clock())

    def level(self, skill: str) -> int:
        """The level at which it is asked."""
        return level_of(self.about(skill))

    def mastered(self, skill: str) -> bool:
        """Whether it counts as mastered."""
        return Evidence(self.about(skill)).mastered

    def draw(self, skill: str) -> Question:
        """A fresh question about a skill, other each time; raises LookupError where there is none."""
        recent = [answer.question for answer in self.answers]
        dice = Dice("draw", skill, len(self.log), self.clock().isoformat())
        return self.sources.draw(skill, self.level(skill), dice, recent)

    def answer(
        self,
        question: Question,
        given: Given,
        mode: str,
        *,
        rated: bool,
        exam: tuple[int, int] | None = None,
    ) -> tuple[Mark, Answered]:
        """Judge and note an answer; a rated one moves the skill's schedule.

        `exam` is the number of an exam and the question's place in it.
        """
        judged = mark(question, given.answer)
        entry = self.log.append(
            Answered(
                number=0,
                at=self.clock(),
                mode=mode,
                question=question.id,
                skill=question.skill,
                answer=given.answer,
                right=judged.right,
                surprise=round(question.surprise, 4),
                level=question.level,
                hint=given.hint,
                seconds=round(given.seconds, 1),
                rating=rating_of(right=judged.right, hint=given.hint) if rated else None,
                misconceptions=judged.misconceptions,
                exam=exam[0] if exam else None,
                place=exam[1] if exam else None,
            )
        )
        assert isinstance(entry, Answered)
        self.answers.append(entry)
        self._by_skill[entry.skill].append(entry)
        self.schedule.take(entry)
        return judged, entry

    def undo(self) -> Answered | None:
        """Take back the last answer that moved a schedule; None if there is none today."""
        today = self.clock().date()
        last = next((one for one in reversed(self.answers) if one.rating is not None), None)
        if last is None or last.at.date() != today:
            return None
        self.take_back(last)
        return last

    def take_back(self, answer: Answered) -> None:
        """Let an answer not count."""
        self.log.append(Undone(0, self.clock(), answer.number))
        self._take_in()

    def catch_up(self) -> None:
        """Take in what another program has noted."""
        before = len(self.log)
        self.log.catch_up()
        if len(self.log) != before:
            self._take_in()
