"""Resource patterns as questions: examples of what a pattern covers, and what two patterns share."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from tutor.policy.wildcards import compile_pattern

FRESH: Final = ("any-other-name", "a/b", "zz9")
"""What stands for `*` in an example: names that nobody's policy singles out."""

EITHER: Final = "x"
"""A letter for places where any letter does."""


def is_pattern(text: str) -> bool:
    """Whether `text` stands for more than itself."""
    return "*" in text or "?" in text


def examples(pattern: str) -> Iterator[str]:
    """Texts that the pattern covers."""
    if not is_pattern(pattern):
        yield pattern
        return
    for name in FRESH:
        yield pattern.replace("*", name).replace("?", EITHER)


@cache
def _test(pattern: str) -> Callable[[str], bool]:
    return compile_pattern(pattern)


def covers(pattern: str, text: str) -> bool:
    """Whether `*` and `?` in the pattern can stand for what is in the text; letters must be equal."""
    return _test(pattern)(text)


def shared(first: str, second: str) -> str | None:
    """A shortest text that both patterns cover, None if there is none."""
    start = (0, 0)
    written: dict[tuple[int, int], str] = {start: ""}
    waiting = [start]
    for places in waiting:
        one, two = places
        if one == len(first) and two == len(second):
            return written[places]
        for following, letter in _steps(first, second, one, two):
            if following not in written:
                written[following] = written[places] + letter
                waiting.append(following)
    return None


def _steps(first: str, second: str, one: int, two: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Where two readers can go: past a star for nothing, or on by one common letter."""
    a, b = first[one : one + 1], second[two : two + 1]
    if a == "*":
        yield (one + 1, two), ""
    if b == "*":
        yield (one, two + 1), ""
    if not a or not b or (a == "*" and b == "*"):
        return
    free = {"*", "?"}
    if a in free or b in free or a == b:
        letter = (EITHER if b in free else b) if a in free else a
        yield (one if a == "*" else one + 1, two if b == "*" else two + 1), letter
