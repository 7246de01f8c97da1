"""Account: the tree, everything about what is marked, and forms that write lines for the console."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from tutor.app.models.heading import Heading
from tutor.app.models.picture import Picture
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.account_detail import AccountDetail
from tutor.app.widgets.account_tree import AccountTree
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language

from .account_forms import AccountForms
from .account_work import AccountWork
from .base import TooSmall

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors

MOST_SAID: Final = 4
"""Lines of an answer that are told below."""

OTHERS: Final = 0.4
"""Seconds between two looks for what Learn shows now."""


class AccountScreen(AccountForms):
    """The tree at the left, the detail at the right."""

    SCOPE = Scope.ACCOUNT
    CSS_PATH = "account.tcss"
    AUTO_FOCUS = "#account-tree"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.ACCOUNT, letters=False)]

    outline = query_one("#account-tree", AccountTree)
    detail = query_one("#account-detail", AccountDetail)
    sought = query_one("#account-seek", Input)

    def __init__(self, learn: "LessonDoors", subject: str = "", sought: str = "") -> None:
        """Begin at a subject, or look for a name."""
        super().__init__(learn)
        self._first, self._sought_first = subject, sought
        self._trail: list[str] = []
        """What was open before, for the way back."""
        self._picture: Picture | None = None

    def compose(self) -> ComposeResult:
        """Finder and tree, head and detail, what the last line came to."""
        yield TitleBar()
        with Horizontal(id="account-work"):
            with Vertical(id="account-left"):
                yield Input(id="account-seek", compact=True, select_on_focus=False)
                yield AccountTree(id="account-tree", keeps_mark=True)
            with Vertical(id="account-right"):
                yield Static(id="account-head")
                yield AccountDetail(id="account-detail")
        yield Static(id="account-said")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Show the account of now."""
        self.sought.cursor_blink = False
        self.sought.placeholder = self.say("seek")
        self._show_picture()
        subject = self._first or self.outline.subject or "account"
        self.outline.go_to(subject)
        self.want(subject)
        self.sought.value = self._sought_first
        self.set_interval(OTHERS, self._look_for_others)

    # What is shown.

    def _look_for_others(self) -> None:
        """Learn has another picture: somebody else changed the account, or time was travelled."""
        if self.learn.picture is not self._picture:
            self._show_picture()
            self.want(self.subject or "account")

    def _show_picture(self) -> None:
        picture = self._picture = self.learn.picture
        if picture is None:
            return
        self.outline.show(picture.outline, picture.changes, picture.caller, self.language)
        heading = picture.heading
        self.title_bar.heading = Heading(title=self.say("title"), caller=heading.caller, time=heading.time)

    @on(AccountWork.Read)
    def _have_read(self, message: AccountWork.Read) -> None:
        if not self.has_read(message.detail.subject):
            return
        detail = message.detail
        self.detail.show(detail, anew=False)
        head = Content.assemble((detail.title, "bold"), (f"  {detail.kind}", "$quiet"))
        self.query_one("#account-head", Static).update(head, layout=False)

    def ran(self, picture: Picture, lines: list[Content]) -> None:
        """A line of a form has run."""
        if not self.is_attached:
            return
        typed, *answer = lines or [Content()]
        done = [Content(self.say("done"))] if not answer else answer[-MOST_SAID:]
        line = typed.truncate(max(self.size.width - 4, 1), ellipsis=True)
        self.tell(Content("\n").join((line, *done)))
        self._show_picture()
        if made := self.outline.made:
            self._trail.clear()
            self.outline.go_to(made)
        self.want(self.outline.subject or "account")

    def tell(self, words: Content) -> None:
        """Say something below."""
        said = self.query_one("#account-said", Static)
        said.update(words)
        said.display = bool(words)

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.sought.placeholder = self.say("seek")
        self.tell(Content())
        self._show_picture()
        self.want(self.subject)

    # Looking around.

    @on(AccountTree.Passed)
    def _passed(self, message: AccountTree.Passed) -> None:
        if message.subject:
            self._trail.clear()
            self.want(message.subject)

    @on(AccountTree.Chosen)
    def _chosen(self, message: AccountTree.Chosen) -> None:
        self._trail.clear()
        self.want(message.subject)
        self.detail.focus()

    @on(AccountDetail.Followed)
    def _followed(self, message: AccountDetail.Followed) -> None:
        self._trail.append(self.subject)
        self._go(message.subject)
        self.detail.focus()

    def _go(self, subject: str) -> None:
        self.outline.go_to(subject)
        self.want(subject)

    def action_look(self) -> None:
        """Enter opens what is marked, wherever the focus is."""
        (self.detail if self.detail.has_focus else self.outline).action_open()

    def action_previous(self) -> None:
        """Back to what was open before, in the end to the tree."""
        if self._trail:
            self._go(self._trail.pop())
        else:
            self.outline.focus()

    def action_find(self) -> None:
        """Type into the finder; what stands there goes with the first letter."""
        self.sought.focus()
        self.sought.select_all()

    @on(Input.Changed, "#account-seek")
    def _sought(self, message: Input.Changed) -> None:
        message.stop()
        self.outline.seek(message.value)
        fits = bool(self.outline.subject) and len(self.outline.rows) > 1
        self.tell(
            Content.styled(self.say("nothing-found"), "$quiet") if message.value and not fits else Content()
        )

    @on(Input.Submitted, "#account-seek")
    def _found(self, message: Input.Submitted) -> None:
        message.stop()
        self.outline.focus()

    def on_key(self, event: events.Key) -> None:
        """Letters go into the finder wherever the focus is; down leads from it to what it found."""
        if self.sought.has_focus:
            if event.key == "down":
                event.stop()
                self.outline.focus()
        elif event.is_printable and event.character and not event.character.isspace():
            event.stop()
            self.sought.focus()
            self.sought.insert_text_at_cursor("" if event.character == "/" else event.character)

    def action_leave(self) -> None:
        """Out of what was followed, of the detail, of the finder; then back to the console."""
        deep = not self.sought.has_focus and (self._trail or self.detail.has_focus)
        if deep:
            self.action_previous()
        elif self.sought.value or self.sought.has_focus:
            self.sought.value = ""
            self.outline.focus()
        else:
            self.dismiss()
