"""Learn: the step's text and goals, the account and the last decision, the console that does it all."""

from collections import deque
from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.getters import query_one
from textual.message import Message
from textual.worker import Worker, WorkerState

from tutor.app.desk import Turn
from tutor.app.models.picture import Picture
from tutor.app.registry import Scope
from tutor.app.widgets.account_tree import AccountTree
from tutor.app.models.offer import Offer
from tutor.app.widgets.console import Console
from tutor.app.widgets.decision import DecisionLine, DecisionPanel
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_text import LessonText, OptionLine
from tutor.app.widgets.permission_map import PermissionMap
from tutor.app.widgets.prompt import Prompt
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall, TutorScreen, scope_bindings

OTHERS: Final = 0.4
"""Seconds between two looks for what other processes wrote."""

CONSOLE_SHARE: Final = 0.42
"""How much of the height the console may take."""


class LearnScreen(TutorScreen):
    """One lesson."""

    SCOPE = Scope.LEARN
    CSS_PATH = "learn.tcss"
    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = scope_bindings(Scope.LEARN, letters=False)

    console = query_one("#console", Console)
    lesson = query_one("#lesson", LessonText)
    account = query_one("#account", AccountTree)
    decision = query_one("#decision", DecisionPanel)
    decision_line = query_one(DecisionLine)
    map = query_one("#permissions", PermissionMap)

    class Opened(Message):
        """The lesson is there."""

        def __init__(self, turn: Turn, typed: Sequence[str]) -> None:
            super().__init__()
            self.turn, self.typed = turn, typed

    class Answered(Message):
        """A line has run."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    class Spoken(Message):
        """Everything in the language chosen now."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    class Offered(Message):
        """How a line may go on."""

        def __init__(self, offers: Sequence[Offer], line: str, cursor: int) -> None:
            super().__init__()
            self.offers, self.line, self.cursor = offers, line, cursor

    def __init__(self, lesson_id: str | None) -> None:
        super().__init__()
        self._lesson_id = lesson_id
        self._picture: Picture | None = None
        self._waiting: deque[str] = deque()
        self._warm = False

    def compose(self) -> ComposeResult:
        """Text and account above, console below."""
        yield TitleBar()
        with Horizontal(id="upper"):
            yield LessonText(id="lesson")
            with Vertical(id="side"):
                yield AccountTree(id="account")
                with VerticalScroll(id="map", can_focus=False):
                    yield PermissionMap(id="permissions")
                with VerticalScroll(id="decision-box", can_focus=False):
                    yield DecisionPanel(id="decision")
        yield DecisionLine()
        yield Console(id="console")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Open the lesson."""
        self.console.busy = True
        self._open(self._lesson_id, self.language)

    def on_resize(self, event: events.Resize) -> None:
        """Give the console its share."""
        self.console.room = int(event.size.height * CONSOLE_SHARE)

    # What workers do: everything below the screens.

    @work(thread=True, group="lesson", exit_on_error=False)
    def _open(self, lesson_id: str | None, language: Language) -> None:
        desk = self.tutor.desk
        self.post_message(self.Opened(desk.open_lesson(lesson_id, language), desk.typed_lines()))

    @work(thread=True, group="lesson", exit_on_error=False)
    def _answer(self, line: str, language: Language) -> None:
        self.post_message(self.Answered(self.tutor.desk.enter(line, language)))

    @work(thread=True, group="lesson", exit_on_error=False)
    def _speak(self, language: Language) -> None:
        self.post_message(self.Spoken(self.tutor.desk.speak(language)))

    @work(thread=True, group="lesson", exit_on_error=False)
    def _catch_up(self, language: Language) -> None:
        self.post_message(self.Answered(self.tutor.desk.catch_up(language)))

    @work(thread=True, group="offers", exclusive=True, exit_on_error=False)
    def _find_offers(self, line: str, cursor: int) -> None:
        self.post_message(self.Offered(self.tutor.desk.offers(line, cursor), line, cursor))

    @work(thread=True, group="warm-up", exit_on_error=False)
    def _warm_up(self) -> None:
        self.tutor.desk.warm_up()

    # What their messages do to the widgets.

    @on(Opened)
    async def _opened(self, message: Opened) -> None:
        self.console.prompt.past.extend(message.typed)
        await self._show(message.turn.picture)
        self.set_interval(OTHERS, self._look_for_others)
        self._run_next()

    @on(Answered)
    async def _answered(self, message: Answered) -> None:
        if message.turn.cleared:
            self.console.transcript.show(())
        self.console.transcript.write(message.turn.lines)
        await self._show(message.turn.picture)
        await self._follow(message.turn.opens)
        self._run_next()

    async def _follow(self, opens: str) -> None:
        """Open what the line asked to see."""
        match opens:
            case "help":
                self.tutor.action_help()
            case "map":
                self._set_pane("map", aside=True)
            case "home":
                await self.tutor.go_home()

    @on(Spoken)
    async def _spoken(self, message: Spoken) -> None:
        self.console.transcript.show(message.turn.lines)
        await self._show(message.turn.picture)
        self._run_next()

    @on(Offered)
    def _offered(self, message: Offered) -> None:
        self.console.offer(message.offers, message.line, message.cursor)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            self._waiting.clear()
            from tutor.app.render.trouble import trouble

            self.console.transcript.write([trouble(event.worker.error, self.language)])
            self._run_next()

    async def _show(self, picture: Picture) -> None:
        language, before = self.language, self._picture
        self._picture = picture
        self.title_bar.heading = picture.heading
        self.account.show(picture.outline, picture.changes, picture.caller, language)
        self.decision.language = self.decision_line.language = language
        self.decision.card = self.decision_line.card = picture.card
        self.map.show(picture.map)
        if before is None or before.page.step != picture.page.step:
            self._set_pane("map" if picture.shows_map else "account", aside=False)
            self.set_class(picture.page.kind != "do", "-quiet")
            begin = picture.begin
        else:
            begin = ""
        self.console.begin_line(ghost=picture.ghost, begin=begin, invitation=picture.page.invitation)
        await self.lesson.show(picture.page, language)

    # Lines: one at a time, in the order in which they were sent.

    @on(Prompt.Sent)
    def _sent(self, message: Prompt.Sent) -> None:
        self._waiting.append(message.line)
        if not self.console.busy:
            self._run_next()

    @on(OptionLine.Picked)
    def _picked(self, message: OptionLine.Picked) -> None:
        self._send(message.key)

    def _send(self, line: str) -> None:
        self._waiting.append(line)
        if not self.console.busy:
            self._run_next()

    def _look_for_others(self) -> None:
        """Show what another process did to the account, when nothing else is going on."""
        if not self.console.busy and self.tutor.desk.others_wrote:
            self.console.busy = True
            self._catch_up(self.language)

    def _run_next(self) -> None:
        self.console.busy = bool(self._waiting)
        if self._waiting:
            self._answer(self._waiting.popleft(), self.language)

    @on(Prompt.Touched)
    def _touched(self) -> None:
        if not self._warm:
            self._warm = True
            self._warm_up()

    @on(Console.CompletionWanted)
    def _completion_wanted(self, message: Console.CompletionWanted) -> None:
        if not self.console.busy:
            self._find_offers(message.line, message.cursor)

    async def speak(self, language: Language) -> None:
        """Say the lesson and all that was said in another language."""
        await super().speak(language)
        if self._picture:
            self.console.busy = True
            self._speak(language)

    # Commands of the registry.

    def action_pane(self, name: str) -> None:
        """Show a pane beside the text; on a narrow screen in its place, the same key brings the text back."""
        if self.has_class("-wide") and name == "decision":
            self.decision.in_full = not self.decision.in_full
            return
        back = self.has_class("-aside", f"-{name}")
        self._set_pane("account" if back else name, aside=not back)

    def _set_pane(self, name: str, *, aside: bool) -> None:
        self.update_classes(
            {"-aside": aside, "-account": name == "account", "-map": name == "map", "-decision": name == "decision"}
        )
        self.decision.in_full = aside and name == "decision"
        self.decision.brief = name == "map"

    async def action_leave(self) -> None:
        """Close what is open; with nothing open go Home."""
        if self.console.completions.is_open:
            self.console.completions.close()
        elif self.has_class("-aside") and self.has_class("-narrow"):
            self._set_pane("account", aside=False)
        elif not self.console.prompt.has_focus:
            self.console.prompt.focus()
        else:
            await self.tutor.go_home()

    def action_type_word(self, word: str) -> None:
        """Send a word as if it had been typed."""
        self._send(say(self.language, f"app.word.{word}"))

    def action_page(self, step: int) -> None:
        """Turn the text."""
        pane = self.lesson
        (pane.scroll_page_down if step > 0 else pane.scroll_page_up)(animate=False)

    def action_output(self, step: int) -> None:
        """Scroll what the console said."""
        self.console.transcript.scroll_relative(y=step * 3, animate=False)

    def action_clear_output(self) -> None:
        """Empty the console's output."""
        self._send(say(self.language, "app.word.clear"))

    def on_key(self, event: events.Key) -> None:
        """A letter typed anywhere goes into the console."""
        prompt = self.console.prompt
        if event.is_printable and event.character and not prompt.has_focus:
            event.stop()
            prompt.focus()
            prompt.insert(event.character)
