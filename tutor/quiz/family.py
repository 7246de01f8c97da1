"""Families of generated questions: the same family, level and seed give the same question."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Final, TypeVar

from tutor.policy import Outcome

from .dice import Dice
from .question import Question
from .skills import BEYOND, Taught

__all__ = ["LEVELS", "REFUSED", "Draw", "Family", "again", "families", "family", "generate", "outcomes"]

T = TypeVar("T")

LEVELS: Final = (1, 2, 3, 4, 5)
TRIES: Final = 400
"""Drafts after which a family that makes no sound question is at fault."""

REFUSED: Final = "refused"
"""Both kinds of refusal, where learners do not tell them apart yet."""

MODULES: Final = (
    "predict_policy", "predict_not", "predict_many", "predict_group", "predict_boundary", "predict_session",
    "predict_scp", "predict_cross_account", "predict_trust", "deciding",
    "which_allowed", "flip", "find_fault", "which_arn", "conditions", "contrast", "least", "set_operators",
    "variables",
)  # fmt: skip
"""The modules of `tutor.quiz.families`; each holds its `FAMILIES`."""


def outcomes(ways: int) -> tuple[str, ...]:
    """What a prediction tells apart, in the order of its options."""
    return (Outcome.ALLOWED, REFUSED) if ways == 2 else tuple(Outcome)


@dataclass(frozen=True, slots=True)
class Draw:
    """What a question is made from.

    Drafts are thrown away until one is sound, which would favour whatever is easily made; so what shall be
    equally frequent is settled before the first draft: which answer is right, and what it is about.
    """

    dice: Dice
    level: int
    ways: int = 3
    """Outcomes that a prediction tells apart: 2 (goes through, refused) or 3 (the refusal by its kind)."""
    settled: tuple[float, float] = (0.0, 0.0)
    """Two numbers below 1 that are the same for all drafts of a question."""

    @property
    def target(self) -> str:
        """The outcome that shall be right."""
        return self.pick(outcomes(self.ways))

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, the same one in every draft: for the answer that shall be right."""
        return choices[int(self.settled[0] * len(choices))]

    def theme(self, choices: Sequence[T]) -> T:
        """One of the choices, the same one in every draft and independent of `pick`."""
        return choices[int(self.settled[1] * len(choices))]


@dataclass(frozen=True, slots=True)
class Family:
    """Questions of one form about one thing, at five levels."""

    id: str
    asks: tuple[str, ...]
    """The skills that its questions count for: the first skill of each is one of these."""
    needs: tuple[str, ...]
    """The claims that must have been taught, beyond those that it asks."""
    make: Callable[[Draw], Question | None]
    """A draft without its id; None where the dice made nothing sound, and they are thrown again."""

    @property
    def is_beyond(self) -> bool:
        """Whether it lies beyond the notes."""
        return any(skill in BEYOND for skill in (*self.asks, *self.needs))

    def may_ask(self, taught: Taught) -> bool:
        """Whether a learner who was taught this can be asked."""
        return taught.covers(self.needs) and any(skill in taught.skills for skill in self.asks)


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of the reference."""
    return tuple(_all())


def _all() -> Iterator[Family]:
    for name in MODULES:
        found: tuple[Family, ...] = import_module(f"tutor.quiz.families.{name}").FAMILIES
        yield from found


def family(family_id: str) -> Family:
    """The family with this id; raises LookupError."""
    for one in families():
        if one.id == family_id:
            return one
    raise LookupError(family_id)


def generate(family_id: str, level: int, seed: int | str, *, ways: int = 3) -> Question:
    """The question of a family for a seed; raises LookupError for a family that there is not.

    In the id a colon of the seed is a dash, since colons part the id.
    """
    made = family(family_id)
    name = f"{family_id}:{level}:{str(seed).replace(':', '-')}" + (":2" if ways == 2 else "")
    first = Dice(name)
    settled = (first.fraction(), first.fraction())
    for attempt in range(TRIES):
        question = made.make(Draw(Dice(name, attempt), level, ways, settled))
        if question is not None:
            return replace(question, id=name)
    raise AssertionError(f"{name}: {TRIES} drafts and none is sound")


def again(question_id: str) -> Question:
    """The generated question with this id; raises LookupError."""
    name, _, rest = question_id.partition(":")
    level, _, seed = rest.partition(":")
    if level not in map(str, LEVELS) or not seed:
        raise LookupError(question_id)
    two = seed.endswith(":2")
    return generate(name, int(level), seed.removesuffix(":2") if two else seed, ways=2 if two else 3)
