"""Choosing an account to play in: one that is kept, an empty one, or a lesson's."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tutor.app.models.heading import Heading
from tutor.app.models.sandboxes import SandboxChoice, SandboxKind, SandboxRow
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.render.prose import sentence
from tutor.app.widgets.home_sandboxes import SandboxList
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import Way
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import DIALOG, TooSmall, TutorScreen


class SandboxesScreen(TutorScreen):
    """Enter opens the marked one, or makes it."""

    SCOPE = Scope.SANDBOXES
    CSS_PATH = "sandboxes.tcss"
    AUTO_FOCUS = "#sandboxes"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.SANDBOXES, letters=True),
        *letter_bindings(),
    ]

    sandboxes = query_one(SandboxList)

    class Read(Message):
        """What can be chosen now; `said` tells what was done before."""

        def __init__(self, choice: SandboxChoice, said: str, name: str) -> None:
            super().__init__()
            self.choice, self.said, self.name = choice, said, name

    def __init__(self) -> None:
        super().__init__()
        self.choice = SandboxChoice()
        """What can be chosen."""

    def compose(self) -> ComposeResult:
        """A line about it, the list, and beside it what the marked row is."""
        yield TitleBar()
        with Vertical(id="choice"):
            yield Static(id="lead")
            with Horizontal(id="rows"):
                yield SandboxList(self.language)
                yield VerticalScroll(id="about", can_focus=False)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Read which there are."""
        self._lead()
        self._read(self.language)

    @work(thread=True, exclusive=True, group="sandboxes", exit_on_error=False)
    def _read(self, language: Language, said: str = "", name: str = "") -> None:
        self.post_message(self.Read(self.tutor.desk.sandboxes(language), said, name))

    @work(thread=True, exclusive=True, group="sandboxes", exit_on_error=False)
    def _reset(self, name: str, language: Language) -> None:
        self.tutor.desk.reset_sandbox(name, language)
        said = say(language, "app.sandboxes.reset.done", name=name)
        self.post_message(self.Read(self.tutor.desk.sandboxes(language), said, name))

    @work(thread=True, exclusive=True, group="sandboxes", exit_on_error=False)
    def _delete(self, name: str, language: Language) -> None:
        self.tutor.desk.delete_sandbox(name)
        said = say(language, "app.sandboxes.delete.done", name=name)
        self.post_message(self.Read(self.tutor.desk.sandboxes(language), said, ""))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.query_one("#lead", Static).update(trouble(event.worker.error, self.language))

    @on(Read)
    async def _have_read(self, message: Read) -> None:
        self.choice = message.choice
        self.sandboxes.show(message.choice, name=message.name)
        self._lead(message.said)
        await self._tell()

    def _lead(self, said: str = "") -> None:
        """What was done, else what this is."""
        self.title_bar.heading = Heading(title=self._say("title"))
        words = said or self._say("lead")
        self.query_one("#lead", Static).update(Content.styled(words, "$accent" if said else "$quiet"))

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self.sandboxes.language = language
        row = self.sandboxes.row
        self._read(language, "", row.name if row is not None else "")

    @on(RowList.Marked)
    async def _tell(self) -> None:
        """What the marked row is, and what can be done with it."""
        row, about = self.sandboxes.row, self.query_one("#about", VerticalScroll)
        with self.app.batch_update():
            await about.remove_children()
            if row is not None:
                await about.mount_all(self._card(row))

    def _card(self, row: SandboxRow) -> list[Static]:
        keys = {command.id: command.key_label for command in self.commands}
        kept = row.kind is SandboxKind.KEPT
        title = row.name if kept else row.lesson_title or self._say("empty")
        about = "kept.lesson" if row.lesson_title else "kept.quiz" if row.staged else "kept.empty"
        if not kept:
            about = "lesson.about" if row.lesson else "empty.about"
        words = sentence(self.language, f"app.sandboxes.{about}", {"lesson": row.lesson_title})
        card = [Static(Content.styled(title, "bold"), classes="card-title"), Static(words)]
        if kept:
            command = f"iam-tutor endpoint --save {_quoted(row.name)}"
            card += [
                Static(Content.styled(self._say("kept.when", when=row.when), "$quiet"), classes="card-label"),
                Way("Enter", self._say("kept"), "screen.choose", classes="-loud"),
                Way(keys["begin-again"], self._say("reset.yes"), "screen.begin_again"),
                Way(
                    keys["delete-sandbox"], self._say("delete.yes"), "screen.delete_sandbox", classes="-place"
                ),
                Static(Content.styled(self._say("endpoint"), "$quiet"), classes="card-label"),
                Static(Content.styled(command, "$code on $code-background"), classes="card-code"),
            ]
        else:
            card.append(Way("Enter", self._say("new"), "screen.choose", classes="-loud"))
        if not self.choice.kept and row.kind is SandboxKind.EMPTY:
            card.append(Static(Content.styled(self._say("none"), "$quiet"), classes="card-label"))
        return card

    @on(Way.Taken)
    async def _way(self, message: Way.Taken) -> None:
        await self.run_action(message.action)

    @on(RowList.Opened)
    async def _opened(self) -> None:
        await self.run_action("screen.choose")

    def action_choose(self) -> None:
        """Go on with the marked one, or make it."""
        row = self.sandboxes.row
        if row is None:
            return
        if row.kind is SandboxKind.KEPT:
            self.tutor.open_sandbox(row.name)
        else:
            self._make(row)

    @work(group=DIALOG, exclusive=True)
    async def _make(self, row: SandboxRow) -> None:
        """Ask for the name; the one that is offered will do."""
        from .sandbox_name import SandboxNameScreen

        taken = frozenset(one.name.casefold() for one in self.choice.kept)
        if name := await self.app.push_screen_wait(SandboxNameScreen(row.name, taken, self.language)):
            self.tutor.open_sandbox(name, row.lesson)

    def action_begin_again(self) -> None:
        """Take the marked one back to its first account."""
        self._ask("reset")

    def action_delete_sandbox(self) -> None:
        """Delete the marked one."""
        self._ask("delete")

    @work(group=DIALOG, exclusive=True)
    async def _ask(self, deed: str) -> None:
        from .asking import AskingScreen

        row = self.sandboxes.row
        if row is None or row.kind is not SandboxKind.KEPT:
            self._lead(self._say("kept-only"))
            return
        answers = [self._say(f"{deed}.yes"), self._say("no")]
        question = AskingScreen(self._say(f"{deed}.ask", name=row.name), answers)
        if not await self.app.push_screen_wait(question):
            (self._reset if deed == "reset" else self._delete)(row.name, self.language)

    def action_leave(self) -> None:
        """Back Home."""
        self.tutor.go_home()

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.sandboxes.{message}", **values)


def _quoted(name: str) -> str:
    """A name as a shell takes it."""
    from shlex import quote

    return quote(name)
