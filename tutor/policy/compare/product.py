"""Several patterns read at once: which of them a text can belong to together, with a shortest text for each.

States are tuples of the patterns' states. They are visited breadth first, so what is found is shortest, and
characters that no pattern tells apart are tried once, so the alphabet may be all of Unicode.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from .budget import Budget
from .languages import ANY_RUN, Pattern, wildcard

__all__ = ["EVERYTHING", "Covered", "contains", "kinds_of_text", "shortest_text"]

EVERYTHING: Final = Pattern((ANY_RUN,))
"""The language of all texts."""

Covered = tuple[bool, ...]
"""One a pattern: whether it covers the text."""

State = tuple[int, ...]
FILLERS: Final = "xyzabcdefghijklmnopqrstuvw0123456789XYZ"
WORK: Final = 200_000
"""What `shortest_text` and `contains` may take when nothing is said."""


def kinds_of_text(domain: Pattern, patterns: Sequence[Pattern], budget: Budget) -> dict[Covered, str]:
    """A shortest text of the domain for every combination of patterns that can cover a text together.

    The keys are complete: a combination that is not there covers no text of the domain.
    """
    kinds: dict[Covered, str] = {}
    for covered, text in _visit(domain, patterns, budget):
        kinds.setdefault(covered, text)
    return kinds


def shortest_text(
    inside: Sequence[Pattern], outside: Sequence[Pattern] = (), *, work: int = WORK
) -> str | None:
    """A shortest text in all of `inside` and in none of `outside`; None when there is none.

    Raises WorkLimitError where that is not decided within `work` steps.
    """
    first, *others = inside or (EVERYTHING,)
    wanted = (*(True for _ in others), *(False for _ in outside))
    for covered, text in _visit(first, (*others, *outside), Budget(work)):
        if covered == wanted:
            return text
    return None


def contains(wider: str, narrower: str) -> bool:
    """Whether a wildcard pattern covers every text that another covers; raises WorkLimitError."""
    return shortest_text([wildcard(narrower)], [wildcard(wider)]) is None


def _visit(domain: Pattern, patterns: Sequence[Pattern], budget: Budget) -> Iterator[tuple[Covered, str]]:
    """Every reachable state that ends a text of the domain: who covers the text, and the text."""
    everyone = (domain, *patterns)
    start: State = tuple(pattern.start for pattern in everyone)
    texts = {start: ""}
    waiting = [start]
    for state in waiting:
        if domain.accepts(state[0]):
            covered = zip(patterns, state[1:], strict=True)
            yield tuple(pattern.accepts(own) for pattern, own in covered), texts[state]
        for character in _alphabet(everyone, state):
            budget.spend()
            following = _step(everyone, state, character)
            if following[0] and following not in texts:
                texts[following] = texts[state] + character
                waiting.append(following)


def _step(patterns: Sequence[Pattern], state: State, character: str) -> State:
    pairs = zip(patterns, state, strict=True)
    return tuple(pattern.step(own, character) if own else 0 for pattern, own in pairs)


def _alphabet(patterns: Sequence[Pattern], state: State) -> list[str]:
    """The characters that may lead to different states from here: one for all that nobody looks at."""
    pairs = zip(patterns, state, strict=True)
    watched = frozenset().union(*(pattern.watched(own) for pattern, own in pairs if own))
    other = next((filler for filler in FILLERS if filler not in watched), None)
    if other is None:
        other = next(letter for letter in map(chr, count(0xAC00)) if letter not in watched)
    return [other, *sorted(watched)]
