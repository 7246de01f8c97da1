"""When the next hint may be had: after a new attempt, or after a while."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from .book import Book
from .outcome import HintResult, HintState

WAIT: Final = timedelta(seconds=20)


class HintGate:
    """Lets hints through one level at a time (`notes/pedagogy.md`, hints against gaming)."""

    def __init__(self, book: Book, clock: Callable[[], datetime]) -> None:
        self._book = book
        self._clock = clock
        self._shown_at: datetime | None = None
        self._tried = False

    def note_attempt(self) -> None:
        """The learner ran a line: the next level may follow at once."""
        self._tried = True
        self._book.note_tried()

    def turn_page(self) -> None:
        """Another step: its first hint can be had at once."""
        self._shown_at, self._tried = None, False

    def ask(self, levels: int, first: int = 1) -> HintResult:
        """Give the next of `levels` hints of the step on screen, or say why not; `first` where they begin."""
        record, step_id = self._book.record, self._book.step.id
        shown = record.hints.get(step_id, 0)
        if levels == 0:
            return HintResult(HintState.NONE_HERE)
        if shown >= levels:
            return HintResult(HintState.ALL_SHOWN, shown)
        waited = self._clock() - self._shown_at if self._shown_at else WAIT
        if waited < WAIT and not self._tried:
            return HintResult(HintState.WAIT, shown, -int(-(WAIT - waited).total_seconds() // 1))
        self._shown_at, self._tried = self._clock(), False
        record.hints[step_id] = max(shown + 1, first)
        return HintResult(HintState.SHOWN, record.hints[step_id])
