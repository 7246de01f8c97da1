"""Permission map: who may do what to what, what the last command changed in it, and why each answer is so."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from tutor.app.desk import journal_size
from tutor.app.models.heading import Heading
from tutor.app.models.inspection import Question
from tutor.app.models.map_layout import head_of, lay_out
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.map_detail import MapDetail
from tutor.app.widgets.map_grid import MapGrid
from tutor.app.widgets.title_bar import TitleBar
from tutor.gateway.permissions import Axes, Cell, Key, narrowed
from tutor.wording import Language, say

from .base import TooSmall
from .map_work import Chart, MapWork

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors
    from .map_work import Requests

OTHERS: Final = 1.0
"""Seconds between two looks for what somebody else changed meanwhile."""


class MapScreen(MapWork):
    """A table that the keys walk through; Enter opens the decision of a cell."""

    SCOPE = Scope.MAP
    CSS_PATH = "map.tcss"
    AUTO_FOCUS = "#grid"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.MAP, letters=True),
        Binding("down,up", "back_to_grid", show=False),
    ]

    grid = query_one("#grid", MapGrid)
    sought = query_one("#map-sought", Input)
    detail = query_one(MapDetail)

    def __init__(self, learn: "LessonDoors", first: "Requests" = (), sought: str = "") -> None:
        """`first`: a lesson's own rows and requests; `sought`: what the filter holds at first."""
        super().__init__(first)
        self._learn = learn
        self._sought_first = sought
        self._chart: Chart | None = None
        self._before: dict[Key, Cell] = {}
        self._one: str | None = None
        """The resource that is shown alone."""
        self._journal = 0

    def compose(self) -> ComposeResult:
        """Filter, table, the cell under the cursor in words."""
        yield TitleBar()
        with Horizontal(id="map-top"):
            yield Input(self._sought_first, id="map-sought", compact=True)
            yield Static(id="map-mode")
        yield MapGrid(id="grid")
        yield MapDetail(id="map-detail")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Look at the account."""
        self.sought.cursor_blink = False
        self.sought.placeholder = self._say("seek")
        self.title_bar.heading = Heading(title=self._say("title"))
        self.grid.show(Axes(), {}, {}, self._say("looking"))
        self.detail.begin(self.language)
        self._read()
        self.set_interval(OTHERS, self._look_for_others)

    # What the floors below answered.

    def _read(self, *, again: bool = False) -> None:
        self._journal = journal_size(self.tutor.desk.folder)
        self.survey(again=again)

    def _look_for_others(self) -> None:
        if not self._learn.working and self._journal != journal_size(self.tutor.desk.folder):
            self._read(again=True)

    @on(MapWork.Renewed)
    def _renewed(self, message: MapWork.Renewed) -> None:
        first, place = self._chart is None, self._learn.map_place
        self._chart, self._before = message.chart, {}
        self._show()
        if first and place is not None and not self.sought.value:
            self.grid.go_to(place)

    @on(MapWork.Compared)
    def _compared(self, message: MapWork.Compared) -> None:
        if message.chart is self._chart:
            self._before = dict(message.before)
            self.grid.mark_changes(self._before)
            self.detail.show_change(
                message.chart.change, self._before, message.chart.cells, message.all_of_them
            )

    @on(MapWork.Filled)
    def _filled(self) -> None:
        self.grid.redraw()

    @on(MapWork.Told)
    def _told(self, message: MapWork.Told) -> None:
        if message.key == self.grid.key:
            self.detail.show_why(message.why)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.detail.complain(trouble(event.worker.error, self.language))

    # What is shown.

    def _show(self) -> None:
        """The part of the table that the filter and the choice of a resource leave."""
        chart = self._chart
        if chart is None:
            return
        axes = narrowed(chart.axes, self.sought.value)
        resources = list(dict.fromkeys(column.resource for column in axes.columns))
        mode = self._say("all")
        if self._one is not None and resources:
            if self._one not in resources:
                self._one = resources[0]
            columns = tuple(column for column in axes.columns if column.resource == self._one)
            axes = Axes(axes.rows, columns)
            number = resources.index(self._one) + 1
            name = head_of(lay_out(columns).groups[0])
            mode = self._say("one", number=number, count=len(resources), resource=name)
        self.query_one("#map-mode", Static).update(self._mode(mode))
        self.grid.show(axes, chart.cells, self._before, self._say("nothing"))
        self.detail.alone = len(chart.axes.rows) == 1
        self.detail.show_key(self.grid.key)
        size = self._say("size", rows=len(axes.rows), columns=len(axes.columns))
        self.title_bar.heading = Heading(title=self._say("title"), caller=size, time=chart.time)

    def _mode(self, mode: str) -> Content:
        letters = self._say("letters") + "  ·  " if self.grid.letters_for_actions else ""
        return Content.assemble((letters, "bold $accent"), (mode, "$quiet")).truncate(48, ellipsis=True)

    @on(MapGrid.Wanted)
    def _wanted(self, message: MapGrid.Wanted) -> None:
        self.fill(message.keys)

    @on(MapGrid.Moved)
    def _moved(self, message: MapGrid.Moved) -> None:
        self._learn.map_place = message.key
        self.detail.show_key(message.key)
        self.tell(message.key)

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.sought.placeholder = self._say("seek")
        self.detail.begin(language)
        self._show()

    # What the learner does.

    @on(Input.Changed)
    def _seek_again(self) -> None:
        self._show()

    @on(Input.Submitted)
    def action_back_to_grid(self) -> None:
        """From the filter to what it found."""
        self.grid.focus()

    def action_seek(self) -> None:
        """Type into the filter."""
        self.sought.focus()

    def action_why(self) -> None:
        """How the cell under the cursor is decided."""
        if self.sought.has_focus:
            self.grid.focus()
        else:
            self.grid.action_open()

    @on(MapGrid.Opened)
    def _opened(self, message: MapGrid.Opened) -> None:
        from .decision import DecisionScreen

        self.app.push_screen(DecisionScreen(question=Question(*message.key)))

    def action_next_change(self) -> None:
        """To the next cell that the last command changed."""
        shown = {row.reference for row in self.grid.axes.rows}
        columns = {(one.action, one.resource) for one in self.grid.axes.columns}
        order = {row.reference: number for number, row in enumerate(self.grid.axes.rows)}
        places = {(one.action, one.resource): number for number, one in enumerate(self.grid.axes.columns)}
        keys = [key for key in self._before if key[0] in shown and key[1:] in columns]
        if not keys:
            self.detail.say_no_change(hidden=bool(self._before))
            return
        keys.sort(key=lambda key: (order[key[0]], places[key[1:]]))
        later = [key for key in keys if (order[key[0]], places[key[1:]]) > self.grid.at]
        wanted = later[0] if later else keys[0]
        self.grid.focus()
        self.grid.go_to(wanted)
        self.detail.show_place(wanted, keys.index(wanted) + 1, len(keys))

    @on(events.Click, "#map-mode")
    def action_one(self) -> None:
        """One resource at a time, or all again."""
        key = self.grid.key
        self._one = None if self._one is not None or key is None else key[2]
        self._show()
        if key is not None:
            self.grid.go_to(key)

    def action_next_resource(self, step: int) -> None:
        """To the next resource, or the one before."""
        if self._one is None or self._chart is None:
            self.grid.next_group(step)
            return
        axes = narrowed(self._chart.axes, self.sought.value)
        resources = list(dict.fromkeys(column.resource for column in axes.columns))
        if self._one in resources:
            self._one = resources[(resources.index(self._one) + step) % len(resources)]
            self._show()

    def action_letters(self) -> None:
        """Letters look for actions, or for names again."""
        self.grid.letters_for_actions = not self.grid.letters_for_actions
        self.grid.focus()
        self._show()

    def action_leave(self) -> None:
        """Out of the filter first, then back to the lesson."""
        if self.sought.value or self.sought.has_focus:
            self.sought.value = ""
            self.grid.focus()
        else:
            self.app.pop_screen()

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.map.{message}", **values)
