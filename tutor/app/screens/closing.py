"""The card that closes a lesson: what was learnt, what was answered wrong, what comes next."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.app.desk import Desk
from tutor.app.models.closing import Closing, closing_of
from tutor.wording import Language, say
from tutor.wording.app_closing import skills_named

if TYPE_CHECKING:
    from tutor.app.account_desk import AccountDesk


class ClosingScreen(ModalScreen[None]):
    """Closed by Enter or Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,space", "leave", show=False)]

    DEFAULT_CSS = """
    ClosingScreen {
        align: center middle;
        background: $background 60%;
        & #closing {
            width: 64;
            max-width: 96%;
            height: auto;
            max-height: 96%;
            border: round $accent;
            background: $panel;
            padding: 1 3;
        }
    }
    """

    class Read(Message):
        """What the lesson leaves is known."""

        def __init__(self, closing: Closing | None) -> None:
            super().__init__()
            self.closing = closing

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self._desk = desk
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """An empty card until the progress is read."""
        with Vertical(id="closing"):
            yield Static(id="closing-text")

    def on_mount(self) -> None:
        """Read what was learnt."""
        self._read()

    @work(thread=True, exit_on_error=False)
    def _read(self) -> None:
        self.post_message(self.Read(self._desk.at(_closing)))

    @on(Read)
    def _show(self, message: Read) -> None:
        if message.closing is None:
            self.dismiss(None)
        else:
            self.query_one("#closing-text", Static).update(closing_card(message.closing, self._language))

    def on_click(self, event: events.Click) -> None:
        """A click closes it too."""
        event.stop()
        self.dismiss(None)

    def action_leave(self) -> None:
        """To Home."""
        self.dismiss(None)


def _closing(account: "AccountDesk") -> Closing | None:
    from tutor.course import LessonIndex

    lesson = account.lesson
    if lesson is None:
        return None
    return closing_of(lesson.id, LessonIndex.list(lesson.folder.parent), account.parts.progress)


def closing_card(closing: Closing, language: Language) -> Content:
    """The card as text."""
    title = closing.lesson.titles[language]
    rows = [
        Content.assemble(("✓ ", "bold $success"), (say(language, "app.closing.done", title=title), "bold"))
    ]
    for kind, sign, claims in (("learnt", "✓", closing.learnt), ("missed", "✗", closing.missed)):
        if claims:
            colour = "$success" if kind == "learnt" else "$error"
            rows += [Content(), Content.styled(say(language, f"app.closing.{kind}"), "bold $quiet")]
            rows += [Content.assemble((f"{sign} ", colour), one) for one in skills_named(claims, language)]
    if closing.missed:
        rows.append(Content.styled(say(language, "app.closing.missed.where"), "$quiet"))
    rows += [Content(), Content.styled(following(closing, language), "bold $accent")]
    rows.append(Content.styled(say(language, "app.closing.key"), "$quiet"))
    return Content("\n").join(rows)


def following(closing: Closing, language: Language) -> str:
    """Which lesson comes next."""
    if closing.following is None:
        return say(language, "app.closing.end")
    number, title = f"{closing.following.order:02}", closing.following.titles[language]
    return say(language, "app.closing.next", number=number, title=title)
