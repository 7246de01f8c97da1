"""The path of lessons on Home: a row a lesson, the next one marked, and a card about the marked one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.app.models.home import HomePicture, LessonRow, LessonState, SkillState
from tutor.wording import Language, say

from .marked import Marked
from .title_bar import progress_bar

STATE_SIGNS: Final = {
    LessonState.NEW: ("○", "$quiet"),
    LessonState.GOING: ("◐", "$accent"),
    LessonState.FINISHED: ("✓", "$success"),
    LessonState.MASTERED: ("●", "$success"),
}
SKILL_SIGNS: Final = {
    SkillState.OPEN: ("○", "$quiet"),
    SkillState.PRACTISED: ("◐", "$accent"),
    SkillState.MASTERED: ("●", "$success"),
}


class LessonLine(Static):
    """A lesson: state, number, title."""

    @dataclass
    class Picked(Message):
        """It was clicked."""

        lesson_id: str

    def __init__(self, row: LessonRow) -> None:
        title = Content.assemble(
            STATE_SIGNS[row.state], "  ", (f"{row.number:02}", "bold $accent"), "  ", (row.title, "")
        )
        super().__init__(title)
        self.row = row

    def on_click(self, event: events.Click) -> None:
        """Mark it; the second click opens it."""
        event.stop()
        self.post_message(self.Picked(self.row.id))


class LessonPath(VerticalScroll):
    """Rows from the first lesson on; arrows mark one, Enter opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "mark(-1)", show=False),
        Binding("down,j,ㅓ", "mark(1)", show=False),
        Binding("home", "mark(-99)", show=False),
        Binding("end", "mark(99)", show=False),
    ]

    DEFAULT_CSS = """
    LessonPath {
        scrollbar-size-vertical: 1;
        & LessonLine {
            height: 1;
            padding: 0 1;
            border-left: blank;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            &:hover { background: $panel; }
            &.-marked { border-left: outer $accent; background: $panel; text-style: bold; }
        }
    }
    """

    class Marked(Message):
        """Another lesson is marked."""

    @dataclass
    class Opened(Message):
        """The marked lesson was clicked."""

        lesson_id: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marked = ""

    @property
    def marked(self) -> LessonRow | None:
        """The marked lesson."""
        return next((line.row for line in self.query(LessonLine) if line.row.id == self._marked), None)

    async def show(self, picture: HomePicture) -> None:
        """Show the path."""
        self._marked = self._marked or picture.next_id
        await self.remove_children()
        await self.mount_all(LessonLine(row) for row in picture.lessons)
        self._mark()

    def action_mark(self, step: int) -> None:
        """Mark the lesson before or after."""
        ids = [line.row.id for line in self.query(LessonLine)]
        if self._marked in ids:
            self._take(ids[max(0, min(ids.index(self._marked) + step, len(ids) - 1))])

    def on_lesson_line_picked(self, message: LessonLine.Picked) -> None:
        """The first click marks, the second opens."""
        message.stop()
        if message.lesson_id == self._marked:
            self.post_message(self.Opened(message.lesson_id))
        else:
            self._take(message.lesson_id)

    def _take(self, lesson_id: str) -> None:
        self._marked = lesson_id
        self._mark()
        self.post_message(self.Marked())

    def _mark(self) -> None:
        for line in self.query(LessonLine):
            line.set_class(line.row.id == self._marked, "-marked")
            if line.row.id == self._marked:
                line.scroll_visible(animate=False)


class Way(Static):
    """A key and what it does with the marked lesson; a click does it too."""

    @dataclass
    class Taken(Message):
        """It was clicked."""

        action: str

    def __init__(self, key: str, words: str, action: str, *, classes: str = "") -> None:
        super().__init__(
            Content.assemble(
                (f" {key} ", "bold $footer-key-foreground on $panel"),
                "  ",
                (words, "bold" if classes == "-loud" else ""),
            ),
            classes=f"way {classes}".rstrip(),
        )
        self._action = action

    def on_click(self, event: events.Click) -> None:
        """Do it."""
        event.stop()
        self.post_message(self.Taken(self._action))


def lesson_card(row: LessonRow, language: Language) -> Iterable[Widget]:
    """What there is to know about a lesson, and the ways into it."""
    yield Static(Content.styled(row.title, "bold"), classes="card-title")
    state = say(language, f"app.home.{row.state}", done=row.done, steps=row.steps)
    if row.minutes:
        state = f"{say(language, 'app.home.minutes', minutes=row.minutes)}  ·  {state}"
    yield Marked(Content.styled(*STATE_SIGNS[row.state]), Content(state), indent=3)
    if row.steps and row.state is LessonState.GOING:
        yield Static(progress_bar(row.done, row.steps))
    if row.skills:
        yield Static(_skills(row, language), classes="card-skills")
    ways = {LessonState.NEW: "start", LessonState.GOING: "continue"}
    words = say(language, f"app.home.{ways.get(row.state, 'again')}")
    yield Way("Enter", words, "screen.open", classes="-loud")
    if row.state in {LessonState.FINISHED, LessonState.MASTERED}:
        yield Way("f7", say(language, "app.home.last-page"), "screen.last_page")
    if row.can_test_out:
        yield Way("f6", say(language, "app.home.test-out"), "screen.test_out")
    if row.places:
        yield Static(Content.styled(say(language, "app.home.places"), "bold $quiet"), classes="card-label")
    for key, place in enumerate(row.places, start=1):
        yield Way(str(key), f"{place.number}. {place.title}", f"screen.place({key})", classes="-place")


def _skills(row: LessonRow, language: Language) -> Content:
    """A sign a skill, and how many are how far."""
    signs = [Content.styled(*SKILL_SIGNS[state]) for state in sorted(row.skills, key=_rank)]
    counts = [
        say(language, f"app.skill-state.{state}", count=row.skills.count(state))
        for state in reversed(SkillState)
        if state in row.skills
    ]
    return Content.assemble(Content(" ").join(signs), "\n", (" · ".join(counts), "$quiet"))


def _rank(state: SkillState) -> int:
    return -list(SkillState).index(state)
