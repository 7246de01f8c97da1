"""Learn: the step's text and goals, the account and the last decision, the console that does it all."""

from typing import ClassVar, Final

from textual import events, on
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from tutor.app.models.picture import Picture
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.console import Console
from tutor.app.widgets.lesson_parts import OptionLine
from tutor.app.widgets.pieces import PieceList
from tutor.app.widgets.prompt import Prompt
from tutor.wording import Language, say

from .console_keys import ConsoleKeys
from .lesson_work import LessonWork
from .tour import LessonTour

OPENED: Final = ("editor", "account", "map", "history", "decision", "help", "settings", "page", "home")
"""Screens that open from here."""
OTHERS: Final = 0.3
"""Seconds between two looks for what other processes wrote."""


class LearnScreen(LessonTour, ConsoleKeys):
    """One lesson."""

    SCOPE = Scope.LEARN
    CSS_PATH = "learn.tcss"
    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.LEARN, letters=False)]

    def on_mount(self) -> None:
        """Open the lesson."""
        self.decision.language = self.decision_line.language = self.language
        self.begin_lesson()

    # What the floors below answered.

    @on(LessonWork.Opened)
    async def _opened(self, message: LessonWork.Opened) -> None:
        self.console.prompt.past.extend(message.typed)
        self.console.transcript.write(message.turn.lines)
        await self._show(message.turn.picture)
        self._look_outside()
        self.set_interval(OTHERS, self._look_outside)
        self.tutor.make_ready(*OPENED)
        self.work_on()

    @on(LessonWork.Answered)
    async def _answered(self, message: LessonWork.Answered) -> None:
        turn = message.turn
        self.took(turn)
        with self.app.batch_update():  # one layout for all of it
            if turn.cleared:
                self.console.transcript.show(())
            self.console.transcript.write(turn.lines)
            self.keep_back(turn)
            await self._show(turn.picture, "" if turn.reached else turn.ran)
        if turn.no_answer and (pieces := self.lesson.pieces) is not None:
            pieces.focus()
        self.offer_tour(turn)
        if message.then is not None:
            message.then(turn)
        match turn.opens:
            case "help":
                self.tutor.action_help()
            case "map":
                self.action_map()
            case "page":
                self.open_page(turn)
            case "edit":
                self.open_editor(turn.subject)
            case "home":
                self.close_lesson()
        self.work_on()

    def _look_outside(self) -> None:
        """Say whether another process has the account open, and take in what it did."""
        live = self.tutor.desk.others_are_there
        self.title_bar.live = say(self.language, "app.live") if live else ""
        self.look_for_others()

    @on(LessonWork.Failed)
    def _failed(self, message: LessonWork.Failed) -> None:
        if message.job.failed is not None:
            message.job.failed(message.error)
        self.work_on()

    @on(LessonWork.Spoken)
    async def _spoken(self, message: LessonWork.Spoken) -> None:
        self.console.transcript.show(message.turn.lines)
        await self._show(message.turn.picture)
        self.work_on()

    @on(LessonWork.Offered)
    def _offered(self, message: LessonWork.Offered) -> None:
        self.console.offer(message.offers, message.line, message.cursor, asked=message.asked)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, in a sentence."""
        if event.state is WorkerState.ERROR and event.worker.error:
            from tutor.app.render.trouble import trouble
            from tutor.wording.troubles import UNUSABLE

            if self.picture is None and isinstance(event.worker.error, UNUSABLE):
                self.tutor.leave_with(event.worker.error)
            elif self.picture is None and event.worker.group == "lesson":
                self.tutor.turn_back(event.worker.error)
                return
            self.console.transcript.write([trouble(event.worker.error, self.language)])
            if event.worker.group == "lesson":
                self.drop_waiting()
                self.work_on()

    def show_working(self, working: bool) -> None:
        """The prompt's sign waits."""
        self.console.busy = working

    async def _show(self, picture: Picture, ran: str = "") -> None:
        """`ran` is a line that led no further; the half that a step begins comes back after a try with it."""
        language, before = self.language, self.picture
        self.spoken = language
        self.picture = picture
        self.title_bar.heading = picture.heading
        self.account.show(picture.outline, picture.changes, picture.caller, language)
        self.decision.language = self.decision_line.language = language
        self.decision.card = self.decision_line.card = picture.card
        self.map.show(picture.map)
        self.fresh = before is None or before.page.step != picture.page.step
        if self.fresh:
            self.show_pane("map" if picture.shows_map else "account", aside=False)
        self.share_rows()
        invitation = say(language, "app.invite.answer") if picture.asked else picture.page.invitation
        tried_with = bool(ran) and (self.stood_behind or ran.startswith(picture.begin.rstrip()))
        begin = picture.begin if self.fresh or tried_with else ""
        self.console.begin_line(ghost=picture.ghost, begin=begin, invitation=invitation)
        self.console.prompt.secret = picture.secret
        self.console.place = picture.place
        await self.lesson.show(picture.page, language)
        if self.fresh and (pieces := self.lesson.pieces) is not None:
            pieces.focus()
        elif self.focused is None:
            self.console.prompt.focus()

    async def on_screen_resume(self) -> None:
        """On a screen above the language may have been changed, and lines been written."""
        self.call_after_refresh(self.console.transcript.scroll_end, animate=False)
        if self.picture and self.spoken != self.language:
            await self.speak(self.language)

    async def speak(self, language: Language) -> None:
        """Say the lesson and all that was said in another language."""
        await super().speak(language)
        self.spoken = language
        if self.picture:
            self.say_again(language)

    # What the learner does.

    @on(Prompt.Sent)
    def _sent(self, message: Prompt.Sent) -> None:
        line = self.as_meant(message.line)
        if (sought := self.sought_in_map(line)) is not None:
            self.action_map(sought)
        elif not self.shows_account(line) and (line.strip() or not self.enter_opens()):
            self.send(line)

    @on(PieceList.Arranged)
    def _arranged(self, message: PieceList.Arranged) -> None:
        self.send(message.line)

    @on(Prompt.Left)
    def _left_prompt(self) -> None:
        if (pieces := self.lesson.pieces) is not None:
            pieces.focus()

    @on(PieceList.Left)
    def _left_pieces(self) -> None:
        self.console.prompt.focus()

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
        """A letter typed anywhere goes into the console; so does Enter, where nothing else takes it."""
        prompt = self.console.prompt
        if event.key == "enter" and self.focused is None:
            event.stop()
            prompt.focus()
            prompt.action_send()
        if event.is_printable and event.character and not prompt.has_focus:
            event.stop()
            prompt.focus()
            prompt.insert(event.character)

    def action_output(self, step: int) -> None:
        """Scroll what the console said; pieces that wait to be put in order are moved instead."""
        if (pieces := self.lesson.pieces) is not None:
            pieces.focus()
            pieces.action_carry(step)
        else:
            super().action_output(step)

    def action_leave(self) -> None:
        """Close what is open; with nothing open go Home."""
        if self.console.is_searching:
            self.console.leave_search()
        elif self.console.completions.is_open:
            self.console.completions.close()
        elif self.end_tour():
            self.console.prompt.focus()
        elif self.aside:
            self.show_pane("account", aside=False)
            self.console.prompt.focus()
        elif not self.console.prompt.has_focus:
            self.console.prompt.focus()
        else:
            self.tutor.go_home()

    def action_type_word(self, word: str) -> None:
        """Send a word as if it had been typed."""
        self.send(say(self.language, f"app.word.{word}"))

    def action_clear_output(self) -> None:
        """Empty the console's output."""
        self.action_type_word("clear")
