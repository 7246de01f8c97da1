"""Choices that a seed fixes: the same seed gives the same question on every machine and Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A row of choices. Only `random()` is used, whose values Python promises to keep for a seed."""

    def __init__(self, *seed: object) -> None:
        self._random = random.Random("/".join(map(str, seed)))

    def fraction(self) -> float:
        """A number from 0 up to, but not, 1."""
        return self._random.random()

    def number(self, below: int) -> int:
        """A number from 0 up to, but not, `below`."""
        return int(self._random.random() * below)

    def chance(self, odds: float) -> bool:
        """Whether something happens that happens in `odds` of all cases."""
        return self._random.random() < odds

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.number(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """As many different ones as asked for, in random order; all of them where there are fewer."""
        return self.shuffled(choices)[:count]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in random order."""
        mixed = list(items)
        for place in range(len(mixed) - 1, 0, -1):
            other = self.number(place + 1)
            mixed[place], mixed[other] = mixed[other], mixed[place]
        return mixed
