"""Whether an answer is right, and what it shows that somebody believes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .dice import Dice
from .pieces import Piece
from .question import Kind, Option, Question

__all__ = ["Mark", "mark", "matched", "right_sides"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of an answer."""

    right: bool
    answer: tuple[str, ...]
    misconceptions: tuple[str, ...] = ()
    """What the wrong part of the answer is believed for, each once."""
    whys: tuple[tuple[Option | None, Piece], ...] = ()
    """Why, option by option: first what was picked wrongly, then what is right, then the others."""


def mark(question: Question, answer: Sequence[str]) -> Mark:
    """Judge an answer: ids as in `Key.right`, of a fill the text itself; empty for "I do not know"."""
    given = tuple(answer)
    match question.kind:
        case Kind.FILL:
            return _filled(question, given)
        case Kind.ORDER | Kind.MATCH:
            right = given == question.key.right
            wrong = [] if right else _misplaced(question, given)
        case _:
            right = set(given) == set(question.key.right)
            wrong = [one for one in given if one not in question.key.right]
    picked = [option for one in wrong if (option := question.option(one))]
    believed = tuple(dict.fromkeys(option.misconception for option in picked if option.misconception))
    return Mark(right, given, believed, _whys(question, picked))


def _misplaced(question: Question, given: tuple[str, ...]) -> list[str]:
    """Items that stand where another belongs; of a match the pairs whose right side is another's."""
    key = question.key.right
    return [want for place, want in enumerate(key) if place >= len(given) or given[place] != want]


def _whys(question: Question, picked: Sequence[Option]) -> tuple[tuple[Option | None, Piece], ...]:
    right = [
        option for one in question.key.right if (option := question.option(one)) and option not in picked
    ]
    others = [option for option in question.options if option not in picked and option not in right]
    return tuple((option, option.why) for option in (*picked, *right, *others) if option.why is not None)


def _filled(question: Question, given: tuple[str, ...]) -> Mark:
    text = given[0].strip() if given else ""
    if any(_same(text, accepted, exact=question.key.exact) for accepted in question.key.right):
        return Mark(True, given)
    for near in question.nears:
        if any(_same(text, one, exact=False) for one in near.texts):
            believed = (near.misconception,) if near.misconception else ()
            return Mark(False, given, believed, ((None, near.why),))
    return Mark(False, given)


def _same(text: str, accepted: str, *, exact: bool) -> bool:
    return text == accepted if exact else text.casefold() == accepted.strip().casefold()


def right_sides(question: Question) -> tuple[Option, ...]:
    """The right sides of a match in the order in which they are shown; the question's id fixes it."""
    return tuple(Dice("right sides", question.id).shuffled(question.options))


def matched(question: Question, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The answer to a match, from the id of the left side to that of the right side put to it."""
    return tuple(chosen.get(left, "") for left in question.key.right)
