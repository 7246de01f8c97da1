"""When a skill counts as mastered: only in later review, and never by guessing.

Each answer is evidence. A right one weighs the more the fewer would have been right by chance
(`Question.surprise`), a wrong one weighs against; the sum is a sequential likelihood-ratio test of
"knows the rule, slips now and then" against "guesses". Whoever guesses comes to the threshold once in
about e^9 beginnings, and sinks to the floor within a few answers, from where the way up is e^5 times longer.
"""

from collections.abc import Iterable
from datetime import date
from math import exp, log
from typing import Final

from .log import Answered

__all__ = ["DAYS", "SLIP", "THRESHOLD", "Evidence"]

SLIP: Final = 0.08
"""How often somebody who knows the rule answers wrong."""
THRESHOLD: Final = 9.0
FLOOR: Final = -5.0
DAYS: Final = 3
"""Different days on which it must have been answered, the last at least as many days after the first."""


class Evidence:
    """What speaks for one skill being known."""

    def __init__(self, answers: Iterable[Answered] = ()) -> None:
        """Takes in the answers about one skill, oldest first."""
        self.weight = 0.0
        self._days: set[date] = set()
        self.mastered = False
        for answer in answers:
            self.take(answer)

    def take(self, answer: Answered) -> None:
        """One more answer; one with a hint says nothing for it, a wrong one takes mastery away."""
        guess = exp(-answer.surprise)
        if not answer.right:
            self.weight = max(self.weight + log(SLIP / (1 - guess)), FLOOR)
            self.mastered = False
            return
        if answer.hint:
            return
        self._days.add(answer.at.date())
        self.weight = min(self.weight + log((1 - SLIP) / guess), THRESHOLD + 2)
        is_later = len(self._days) >= DAYS and (max(self._days) - min(self._days)).days >= DAYS
        self.mastered = is_later and self.weight >= THRESHOLD
