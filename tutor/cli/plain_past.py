"""`history` with words behind it: the requests that hold them, as the History screen narrows them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tutor.wording import Language, say
from tutor.wording.signs import ALLOWED, FAILED, SIGNS

if TYPE_CHECKING:
    from tutor.app.models.past import PastRow
    from tutor.gateway import Sandbox

REFUSED: Final = frozenset({"refused", "거부"})
BEFORE: Final = frozenset({"before", "이전"})
CONSOLE: Final = frozenset({*BEFORE, "all", "모두"})
"""Words that the console's own `history` knows when they stand alone."""


def is_search(words: Sequence[str]) -> bool:
    """Whether the words are for this; a number or `all` is for the console's own `history`."""
    return bool(words) and not (len(words) == 1 and (words[0].isdecimal() or words[0] in CONSOLE))


def past_lines(sandbox: "Sandbox", words: Sequence[str], language: Language) -> Iterator[str]:
    """Requests that hold every word; `refused` leaves only those, `before` takes in the time before."""
    from tutor.app.past_rows import past_picture

    sought = " ".join(word for word in words if word not in REFUSED | BEFORE)
    rows = past_picture(sandbox.save, told=True, size=0).shown(
        sought,
        refused_only=any(word in REFUSED for word in words),
        with_before=any(word in BEFORE for word in words),
    )
    asked = [row for row in rows if row.outcome]
    if not asked:
        yield say(language, "cli.plain.history.none")
    yield from map(_line, asked)


def _line(row: "PastRow") -> str:
    here = " " if row.here else "~"
    number = str(row.number) if row.number is not None else "·"
    error = f"  {row.error}" if row.error else ""
    late = bool(row.error) and row.outcome == ALLOWED
    sign = FAILED[0] if late else SIGNS[row.outcome]
    return f"{here} {number} {row.time} {sign} {row.who} {row.action} {row.resource}{error}"
