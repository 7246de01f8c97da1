"""Which question to ask about a skill: a fresh one from a family or the bank, at the learner's level."""

from collections.abc import Iterable, Sequence
from typing import Final

from .bank import bank, mixed
from .dice import Dice
from .family import LEVELS, Family, families, generate
from .log import Answered
from .question import Question
from .skills import Taught

__all__ = ["Sources", "level_of"]

RUN_UP: Final = 2
"""Right answers in a row after which questions become harder."""
RECENT: Final = 200
"""Answers back within which a question of the bank is not asked again while there is another."""
WRITTEN: Final = 0.35
"""How often a new written question comes where a family could ask as well."""
SEEDS: Final = 60
"""Seeds that are tried for a question about one certain skill."""


def level_of(answers: Iterable[Answered]) -> int:
    """The level that suits a learner, from the answers about one skill, oldest first.

    Two right ones in a row lead one level up, a wrong one leads one down.
    """
    level, run = 1, 0
    for answer in answers:
        if not answer.right:
            level, run = max(level - 1, LEVELS[0]), 0
        elif not answer.hint:
            run += 1
            if run == RUN_UP:
                level, run = min(level + 1, LEVELS[-1]), 0
    return level


class Sources:
    """What can be asked of one learner."""

    def __init__(self, taught: Taught, questions: Sequence[Question] | None = None) -> None:
        """`questions` in place of the course's own bank."""
        self.taught = taught
        held = bank() if questions is None else questions
        self._bank = tuple(one for one in held if taught.covers(one.skills))
        self._families = tuple(one for one in families() if one.may_ask(taught))

    def families_about(self, skill: str) -> tuple[Family, ...]:
        """The families whose questions can count for a skill."""
        return tuple(one for one in self._families if skill in one.asks)

    def written_about(self, skill: str) -> tuple[Question, ...]:
        """The bank's questions about a skill."""
        return tuple(one for one in self._bank if one.skill == skill)

    def can_ask(self, skill: str) -> bool:
        """Whether there is any question about it."""
        return bool(self.families_about(skill) or self.written_about(skill))

    def draw(self, skill: str, level: int, dice: Dice, recent: Sequence[str] = ()) -> Question:
        """A question about a skill; `recent` are ids of questions asked lately, newest last.

        Raises LookupError where there is none.
        """
        asked_at = {name: place for place, name in enumerate(recent[-RECENT:])}
        written = sorted(dice.shuffled(self.written_about(skill)), key=lambda one: asked_at.get(one.id, -1))
        is_new = bool(written) and written[0].id not in asked_at
        if is_new and (dice.chance(WRITTEN) or not self.families_about(skill)):
            return mixed(written[0], dice.number(1 << 30))
        generated = self._generated(skill, level, dice)
        if generated is not None:
            return generated
        if written:
            return mixed(written[0], dice.number(1 << 30))
        raise LookupError(skill)

    def _generated(self, skill: str, level: int, dice: Dice) -> Question | None:
        """A question of one of the families; None where none makes one about the skill."""
        for one in dice.shuffled(self.families_about(skill)):
            for _ in range(SEEDS):
                question = generate(one.id, level, dice.number(1 << 30), ways=self.taught.ways)
                if question.skill == skill and self.taught.covers(question.skills):
                    return question
        return None
