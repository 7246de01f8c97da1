"""What the permission map asks the floors below, in threads and by few cells at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from tutor.gateway.permissions import Axes, Cell, Change, Key, Survey, Why

from .base import TutorScreen

if TYPE_CHECKING:
    from tutor.app.inspector import Inspector

Requests = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Rows, and the action and resource of each request."""

AT_ONCE: Final = 40
"""Cells that are answered before others get their turn."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The table at one moment; `cells` fills while it is looked at."""

    axes: Axes
    cells: Mapping[Key, Cell]
    change: Change | None
    time: str


class MapWork(TutorScreen):
    """The workers behind the map; they touch no widget."""

    class Renewed(Message):
        """The account as it is now."""

        def __init__(self, chart: Chart) -> None:
            super().__init__()
            self.chart = chart

    class Filled(Message):
        """More cells are known."""

    class Compared(Message):
        """The cells that the last command changed, as they were before."""

        def __init__(self, chart: Chart, before: Mapping[Key, Cell], *, all_of_them: bool) -> None:
            super().__init__()
            self.chart, self.before, self.all_of_them = chart, before, all_of_them

    class Told(Message):
        """Who decides about a cell."""

        def __init__(self, key: Key, why: Why | None) -> None:
            super().__init__()
            self.key, self.why = key, why

    def __init__(self, first: Requests) -> None:
        super().__init__()
        self._first = first
        self._survey: Survey | None = None

    @work(thread=True, exclusive=True, group="survey", exit_on_error=False)
    def survey(self, *, again: bool = False) -> None:
        """Look at the account, then for what its last change turned; `again`: only if it is another one."""
        worker, desk = get_current_worker(), self.tutor.desk
        chart = desk.inspect(lambda inspector: self._look(inspector, again=again))
        if chart is None:
            return
        self.post_message(self.Renewed(chart))
        survey = self._survey
        assert survey is not None, "looking makes one"
        while not worker.is_cancelled and desk.inspect(lambda _: survey.look_for_changes(AT_ONCE)):
            pass
        if not worker.is_cancelled:
            self.post_message(self.Compared(chart, dict(survey.before), all_of_them=survey.all_of_them))

    @work(thread=True, exclusive=True, group="cells", exit_on_error=False)
    def fill(self, keys: tuple[Key, ...]) -> None:
        """Answer what is to be seen."""
        worker, desk, survey = get_current_worker(), self.tutor.desk, self._survey
        if survey is None:
            return
        for first in range(0, len(keys), AT_ONCE):
            if worker.is_cancelled:
                return
            some = keys[first : first + AT_ONCE]
            desk.inspect(lambda _, some=some: survey.fill(some))  # type: ignore[misc]
            self.post_message(self.Filled())

    @work(thread=True, exclusive=True, group="why", exit_on_error=False)
    def tell(self, key: Key) -> None:
        """Find out who decides about a cell."""
        survey = self._survey
        if survey is not None:
            self.post_message(self.Told(key, self.tutor.desk.inspect(lambda _: survey.why(key))))

    def _look(self, inspector: "Inspector", *, again: bool) -> Chart | None:
        if self._survey is None:
            self._survey = Survey(inspector.sandbox, self._first)
        survey = self._survey
        if not survey.renew() and again:
            return None
        time = f"{inspector.sandbox.world.now:%Y-%m-%d %H:%M} UTC"
        return Chart(survey.axes, survey.cells, survey.change, time)
