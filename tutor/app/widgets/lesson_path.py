"""The path of lessons on Home: one card a lesson, the next one marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tutor.app.models.home import HomePicture, LessonRow, SkillState
from tutor.wording import Language, say

from .title_bar import progress_bar

SKILL_SIGNS: Final = {
    SkillState.OPEN: ("○", "$quiet"),
    SkillState.PRACTISED: ("◐", "$accent"),
    SkillState.MASTERED: ("●", "$success"),
}


class LessonCard(Static):
    """A lesson: number, title, how far, and its skills."""

    @dataclass
    class Opened(Message):
        """A card was clicked."""

        lesson_id: str

    def __init__(self, row: LessonRow, language: Language) -> None:
        super().__init__(Content("\n").join(_card(row, language)))
        self.row = row

    def on_click(self, event: events.Click) -> None:
        """Open the lesson."""
        event.stop()
        self.post_message(self.Opened(self.row.id))


class LessonPath(VerticalScroll):
    """Cards from the first lesson on; arrows mark one, Enter opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "mark(-1)", show=False),
        Binding("down,j,ㅓ", "mark(1)", show=False),
    ]

    DEFAULT_CSS = """
    LessonPath {
        height: auto;
        max-height: 1fr;
        scrollbar-size-vertical: 1;
        & LessonCard {
            border-left: solid $border;
            padding: 1 2;
            margin-bottom: 1;
            background: $surface;
            &:hover { background: $panel; }
            &.-marked { border-left: outer $accent; background: $panel; }
        }
    }
    """

    class Marked(Message):
        """Another lesson is marked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marked = ""

    @property
    def marked(self) -> str:
        """The id of the marked lesson."""
        return self._marked

    async def show(self, picture: HomePicture, language: Language) -> None:
        """Show the path."""
        self._marked = self._marked or picture.next_id
        await self.remove_children()
        await self.mount_all(LessonCard(row, language) for row in picture.lessons)
        self._mark()

    def action_mark(self, step: int) -> None:
        """Mark the lesson before or after."""
        ids = [card.row.id for card in self.query(LessonCard)]
        if self._marked in ids:
            self._marked = ids[max(0, min(ids.index(self._marked) + step, len(ids) - 1))]
            self._mark()
            self.post_message(self.Marked())

    def _mark(self) -> None:
        for card in self.query(LessonCard):
            card.set_class(card.row.id == self._marked, "-marked")
            if card.row.id == self._marked:
                card.scroll_visible(animate=False)


def _card(row: LessonRow, language: Language) -> Iterable[Content]:
    head = [(f"{row.number:02}  ", "bold $accent"), (row.title, "bold")]
    if row.minutes:
        head.append(("   " + say(language, "app.home.minutes", minutes=row.minutes), "$quiet"))
    yield Content.assemble(*head)
    yield Content()
    if row.steps:
        words = say(
            language,
            "app.home.finished" if row.finished else "app.home.going",
            done=row.done,
            steps=row.steps,
        )
        yield Content.assemble(progress_bar(row.done, row.steps), ("  " + words, "$quiet"))
    else:
        yield Content.styled(say(language, "app.home.new"), "$quiet")
    names = [Content(say(language, f"app.skill.{skill.id}")) for skill in row.skills]
    widest = max((name.cell_length for name in names), default=0)
    for skill, name in zip(row.skills, names, strict=True):
        sign, style = SKILL_SIGNS[skill.state]
        state = say(language, f"app.skill-state.{skill.state}")
        padded = name.pad_right(widest - name.cell_length)
        yield Content.assemble(
            (f"{sign} ", style), (f"{skill.id}  ", "$quiet"), padded, (f"  {state}", "$quiet")
        )
