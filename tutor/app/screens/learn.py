"""Learn: the step's text and goals, the account and the last decision, the console that does it all."""

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.getters import query_one
from textual.worker import Worker, WorkerState

from tutor.app.models.picture import Picture
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.account_tree import AccountTree
from tutor.app.widgets.console import Console
from tutor.app.widgets.decision import DecisionLine, DecisionPanel
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_parts import OptionLine
from tutor.app.widgets.lesson_text import LessonText
from tutor.app.widgets.permission_map import PermissionMap
from tutor.app.widgets.prompt import Prompt
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall
from .lesson_work import LessonWork

OTHERS: Final = 0.4
"""Seconds between two looks for what other processes wrote."""

CONSOLE_SHARE: Final = 0.42
"""How much of the height the console may take."""

WIDE: Final = 100
"""Columns from which the account stands beside the text."""

LOW: Final = 30
FRESH_ROWS: Final = 5
"""Rows of a low screen that the console takes while a step is new."""


class LearnScreen(LessonWork):
    """One lesson."""

    SCOPE = Scope.LEARN
    CSS_PATH = "learn.tcss"
    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.LEARN, letters=False)]

    console = query_one("#console", Console)
    lesson = query_one("#lesson", LessonText)
    account = query_one("#account", AccountTree)
    decision = query_one("#decision", DecisionPanel)
    decision_line = query_one(DecisionLine)
    map = query_one("#permissions", PermissionMap)

    def __init__(self, lesson_id: str | None) -> None:
        super().__init__(lesson_id)
        self.picture: Picture | None = None
        """What is shown now; None while the lesson opens."""
        self._fresh = True
        self._pane, self._aside = "account", False

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
        self.begin_lesson()

    # What the floors below answered.

    @on(LessonWork.Opened)
    async def _opened(self, message: LessonWork.Opened) -> None:
        self.console.prompt.past.extend(message.typed)
        await self._show(message.turn.picture)
        self.set_interval(OTHERS, self.look_for_others)
        self.work_on()

    @on(LessonWork.Answered)
    async def _answered(self, message: LessonWork.Answered) -> None:
        turn = message.turn
        self.console.prompt.past.add(turn.ran)
        if turn.cleared:
            self.console.transcript.show(())
        self.console.transcript.write(turn.lines)
        await self._show(turn.picture)
        match turn.opens:
            case "help":
                self.tutor.action_help()
            case "map":
                self._show_pane("map", aside=True)
            case "home":
                await self.tutor.go_home()
        self.work_on()

    @on(LessonWork.Spoken)
    async def _spoken(self, message: LessonWork.Spoken) -> None:
        self.console.transcript.show(message.turn.lines)
        await self._show(message.turn.picture)
        self.work_on()

    @on(LessonWork.Offered)
    def _offered(self, message: LessonWork.Offered) -> None:
        self.console.offer(message.offers, message.line, message.cursor)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble

            self.console.transcript.write([trouble(event.worker.error, self.language)])
            if event.worker.group == "lesson":
                self.drop_waiting()
                self.work_on()

    def show_working(self, working: bool) -> None:
        """The prompt's sign waits."""
        self.console.busy = working

    async def _show(self, picture: Picture) -> None:
        language, before = self.language, self.picture
        self.picture = picture
        self.title_bar.heading = picture.heading
        self.account.show(picture.outline, picture.changes, picture.caller, language)
        self.decision.language = self.decision_line.language = language
        self.decision.card = self.decision_line.card = picture.card
        self.map.show(picture.map)
        self._fresh = before is None or before.page.step != picture.page.step
        if self._fresh:
            self._show_pane("map" if picture.shows_map else "account", aside=False)
        self._share_rows()
        invitation = picture.page.invitation
        begin = picture.begin if self._fresh else ""
        self.console.begin_line(ghost=picture.ghost, begin=begin, invitation=invitation)
        await self.lesson.show(picture.page, language)

    async def speak(self, language: Language) -> None:
        """Say the lesson and all that was said in another language."""
        await super().speak(language)
        if self.picture:
            self.say_again(language)

    # Room.

    def on_resize(self) -> None:
        """Give the console its share."""
        self._share_rows()
        self._arrange()

    def _share_rows(self) -> None:
        """A new step on a low screen leaves the console a few rows, until something is sent."""
        small = self._fresh and self.size.height < LOW
        self.console.room = FRESH_ROWS if small else int(self.size.height * CONSOLE_SHARE)

    @on(LessonText.Turned)
    def _turned(self) -> None:
        self.decision_line.more = self.lesson.more_below and not self._aside

    # What the learner does.

    @on(Prompt.Sent)
    def _sent(self, message: Prompt.Sent) -> None:
        self.send(message.line)

    @on(OptionLine.Picked)
    def _picked(self, message: OptionLine.Picked) -> None:
        self.send(message.key)

    @on(Prompt.Touched)
    def _touched(self) -> None:
        self.warm_up()

    @on(Console.CompletionWanted)
    def _completion_wanted(self, message: Console.CompletionWanted) -> None:
        self.ask_offers(message.line, message.cursor)

    def on_key(self, event: events.Key) -> None:
        """A letter typed anywhere goes into the console."""
        prompt = self.console.prompt
        if event.is_printable and event.character and not prompt.has_focus:
            event.stop()
            prompt.focus()
            prompt.insert(event.character)

    def action_pane(self, name: str) -> None:
        """Show a pane beside the text; on a narrow screen in its place, the same key brings the text back."""
        if self._is_wide and name == "decision":
            self.decision.in_full = not self.decision.in_full
            return
        back = self._aside and self._pane == name
        self._show_pane("account" if back else name, aside=not back)
        if name == "account" and not back:
            self.account.focus()

    def _show_pane(self, name: str, *, aside: bool) -> None:
        self._pane, self._aside = name, aside
        self.decision.in_full = aside and name == "decision"
        self._arrange()

    def _arrange(self) -> None:
        """Wide: the text, account or map, the decision. Narrow: the text, or one of the others."""
        wide, aside, pane = self._is_wide, self._aside, self._pane
        self.query_one("#side").display = wide or aside
        self.lesson.display = wide or not aside
        self.account.display = pane == "account" or (wide and pane == "decision")
        self.query_one("#map").display = pane == "map"
        self.query_one("#decision-box").display = wide or pane == "decision"
        self.decision.brief = wide and pane == "map"
        self._turned()

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= WIDE

    async def action_leave(self) -> None:
        """Close what is open; with nothing open go Home."""
        if self.console.completions.is_open:
            self.console.completions.close()
        elif self._aside:
            self._show_pane("account", aside=False)
            self.console.prompt.focus()
        elif not self.console.prompt.has_focus:
            self.console.prompt.focus()
        else:
            await self.tutor.go_home()

    def action_type_word(self, word: str) -> None:
        """Send a word as if it had been typed."""
        self.send(say(self.language, f"app.word.{word}"))

    def action_page(self, step: int) -> None:
        """Turn the text."""
        (self.lesson.scroll_page_down if step > 0 else self.lesson.scroll_page_up)(animate=False)

    def action_output(self, step: int) -> None:
        """Scroll what the console said."""
        self.console.transcript.scroll_relative(y=step * 3, animate=False)

    def action_clear_output(self) -> None:
        """Empty the console's output."""
        self.action_type_word("clear")
