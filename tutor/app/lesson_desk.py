"""One open lesson: what is typed goes in, pictures and lines come out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.app.authenticator import device_rows
from tutor.app.desk import TEST_OUT, Turn, journal_size
from tutor.app.inspector import Inspector
from tutor.app.lesson_map import MapMemory
from tutor.app.models.devices import DeviceRow
from tutor.app.models.heading import Heading
from tutor.app.models.offer import Offer
from tutor.app.models.outline import Branch, Changes, compare, outline
from tutor.app.models.past import PastPicture
from tutor.app.models.picture import Picture
from tutor.app.models.visitor import Visitor
from tutor.app.past_rows import past_picture
from tutor.app.render.pages import lesson_page
from tutor.app.render.said import PastRequest, Said, lines_of
from tutor.app.workspace_files import read_file, write_file
from tutor.course import LessonRun, Outcome, OutcomeKind, load_lesson
from tutor.gateway.console import Console
from tutor.gateway.sandbox import Sandbox
from tutor.gateway.stamp import Stamp
from tutor.gateway.words import REGISTRY
from tutor.gateway.words.past import Past
from tutor.gateway.workspace import Workspace
from tutor.wording import Language
from tutor.wording.card import DecisionCard
from tutor.wording.cards import answer_card, event_card

if TYPE_CHECKING:
    from textual.content import Content

    from tutor.account import Account, Save
    from tutor.course import ProgressStore
    from tutor.course.index import LessonEntry

MOST_SAID: Final = 200
"""Lines sent that can be said again in another language."""

TRIED: Final = {OutcomeKind.EDITED, OutcomeKind.CHECKED, OutcomeKind.NOT_YET}
"""Beside a command: after these the learner wants to know why a goal is open."""

OPENS: Final = {OutcomeKind.HELP: "help", OutcomeKind.MAP: "map", OutcomeKind.FINISHED: "home"}


class LessonDesk:
    """A run of a lesson with what the screen showed last, so that changes can be marked."""

    def __init__(self, run: LessonRun, order: int, progress: "ProgressStore", folder: Path) -> None:
        self._run = run
        self._order = order
        self._progress = progress
        self._folder = folder
        self._said: list[Said] = []
        self._card: DecisionCard | None = None
        self._outline: Branch | None = None
        self._changes = Changes()
        self._map = MapMemory()
        self._tried = False
        self.inspector = Inspector(run)
        """Looks at the decision that was spoken of last."""
        self.seen_size = 0
        """Bytes of the journal after the last turn."""

    @classmethod
    def open(
        cls,
        save: "Save",
        progress: "ProgressStore",
        folder: Path,
        entry: "LessonEntry",
        clock: Callable[[], datetime],
    ) -> "LessonDesk":
        """Go on with a lesson where the learner left it, or begin it; a finished one begins anew."""
        lesson = load_lesson(entry.folder)
        workspace = folder / "workspace"
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
        sandbox = Sandbox(save, clock)
        console = Console(sandbox, workspace, lesson.file.caller)
        run = LessonRun(lesson, sandbox, console, progress, clock)
        if run.finished:
            run.restart()
        return cls(run, entry.order, progress, folder)

    def look(self, language: Language) -> Turn:
        """The picture now."""
        return Turn(self._picture(language), ())

    def enter(self, line: str, language: Language) -> Turn:
        """Take one line."""
        step = self._run.record.step
        return self._took(line, step, self._run.enter(line), language)

    def go(self, place: str, language: Language) -> Turn:
        """Go to a save point, or to the last challenge to test out."""
        step = self._run.record.step
        outcome = self._run.test_out() if place == TEST_OUT else self._run.go_to(place)
        return self._took("", step, outcome, language)

    def saved(self, name: str, text: str, before: str | None, language: Language) -> Turn:
        """Write a file and check everything again; raises FileChangedError if it is not as `before`."""
        write_file(self._run.console.workspace, name, text, before)
        step = self._run.record.step
        return self._took("", step, self._run.file_saved(name), language, saved=name)

    def file_text(self, name: str) -> str:
        """What a file of the workspace holds."""
        return read_file(self._run.console.workspace, name)

    def file_names(self) -> Sequence[str]:
        """The files of the workspace."""
        return Workspace(self._run.console.workspace).files()

    def past(self) -> PastPicture:
        """Every request of the account, and where it stands."""
        size = journal_size(self._folder)
        self._run.sandbox.save.catch_up()
        told = self._progress.setting("told-of-travel") is not None
        return past_picture(self._run.sandbox.save, told=told, size=size)

    def explained(self, number: int, language: Language) -> "Sequence[Content]":
        """Why a request of the history was answered as it was."""
        run = self._run
        result = REGISTRY["explain"].run(run.console, (str(number),), Stamp())
        outcome = Outcome(OutcomeKind.CONSOLE, console=result)
        return self._lines(Said("", outcome, run.record.step), language)

    def travel(self, line: str, language: Language) -> Turn:
        """Go through time by a line of the console; what it was asking is asked no more."""
        run, step = self._run, self._run.record.step
        run.console.shell.waiting = None
        result = run.console.run(line)
        outcome = replace(run.refresh(), console=result, line=result.line)
        return self._took(line, step, outcome, language)

    def devices(self) -> Sequence[DeviceRow]:
        """The MFA devices there are."""
        return tuple(device_rows(self._run.sandbox))

    def _took(self, line: str, step: str, outcome: "Outcome", language: Language, *, saved: str = "") -> Turn:
        """What a line, or something that was done beside the console, changed on the screen."""
        history = self._past() if outcome.kind is OutcomeKind.HISTORY else ()
        said = Said(line, outcome, step, history, saved)
        moved = self._run.record.step != step
        if moved:
            self._tried, self._changes = False, Changes()
        self._note(outcome)
        if outcome.line:
            self._progress.add_console_line(outcome.line)
        cleared = outcome.kind is OutcomeKind.CLEAR or (moved and self._run.view(language).recall)
        if cleared:
            self._said.clear()
        self._said = [*self._said, said][-MOST_SAID:]
        opens, subject = _opens(outcome)
        return Turn(
            self._picture(language),
            self._lines(said, language),
            outcome.line,
            cleared,
            opens,
            subject,
            outcome.console,
        )

    def _past(self) -> "tuple[PastRequest, ...]":
        """The requests so far with the numbers by which `explain` and `goto` know them."""
        past = Past(self._run.sandbox.save)
        return tuple(
            PastRequest(number, past.event(number), past.visitor(number))
            for number, entry in past.requests.items()
            if entry.index in past.here
        )

    def speak(self, language: Language) -> Turn:
        """Everything that stands in the console, said again."""
        lines = [line for said in self._said for line in self._lines(said, language)]
        return Turn(self._picture(language), lines)

    def catch_up(self, language: Language) -> Turn:
        """Show what another process did to the account."""
        self._run.sandbox.save.catch_up()
        self._run.refresh()
        return self.look(language)

    def offers(self, line: str, cursor: int) -> Sequence[Offer]:
        """How the word at `cursor` may go on."""
        completion = self._run.console.complete(line, cursor)
        return [Offer(word, completion.start) for word in completion.candidates]

    def warm_up(self) -> None:
        """Load the AWS CLI."""
        self._run.console.warm_up()

    def _lines(self, said: Said, language: Language) -> "Sequence[Content]":
        return lines_of(said, self._run.lesson, language)

    def _note(self, outcome: "Outcome") -> None:
        """Remember what the outcome shows in the decision panel and marks in the account."""
        self.inspector.note(outcome)
        results = [result for result in (outcome.console, *outcome.ran) if result is not None]
        if results or outcome.kind in TRIED:
            self._tried = True
        events = [event for result in results for event in result.events]
        if events:
            self._card = event_card(events, self._run.sandbox.world)
        step = self._run.lesson.step(self._run.record.step)
        if outcome.answer is not None and step is not None and step.predict is not None:
            self._card = answer_card(outcome.answer, step.predict)

    @property
    def _account(self) -> "Account":
        return self._run.sandbox.world.accounts[self._run.lesson.file.account]

    def _picture(self, language: Language) -> Picture:
        self.seen_size = journal_size(self._folder)
        run, account = self._run, self._account
        caller = self._caller
        now = outline(account, caller)
        if now != self._outline:
            self._changes, self._outline = compare(self._outline, now), now
        view, question = run.view(language), run.console.question
        shows_map = "map" in view.shows
        map_picture = self._map.picture(run.map())
        lesson = run.lesson
        return Picture(
            heading=Heading(
                title=f"{self._order:02} {lesson.title(language)}",
                step=view.index + 1,
                steps=view.total,
                caller=f"{caller} @ {account.account_id}",
                signed_in=run.console.shell.signed_in is not None,
                time=f"{run.sandbox.world.now:%Y-%m-%d %H:%M} UTC",
            ),
            page=lesson_page(
                view, language, tried=self._tried, map_picture=map_picture if shows_map else None
            ),
            outline=now,
            changes=self._changes,
            caller=caller,
            card=self._card,
            map=map_picture,
            visitor=self._visitor,
            shows_map=shows_map,
            ghost="" if question else view.line or "",
            begin=view.begin or "",
            asked=question is not None,
            secret=question is not None and question.secret,
        )

    @property
    def _visitor(self) -> Visitor:
        """Whom the sign-in offers: the step's person, else the lesson's caller."""
        run = self._run
        wanted = run.view("en").sign_in or self._caller_reference
        reference, _, account_id = wanted.partition("@")
        account = run.sandbox.world.accounts.get(account_id) or self._account
        here = account.alias or account.account_id
        signed_in = run.console.shell.signed_in
        arn = signed_in.arn if signed_in else ""
        if reference == "root":
            return Visitor(root=True, account=here, name=account.root.email or "", signed_in=arn)
        return Visitor(account=here, name=reference.removeprefix("user/"), signed_in=arn)

    @property
    def _caller_reference(self) -> str:
        """The lesson's caller, as the lesson would name them."""
        lesson = self._run.lesson.file
        user = lesson.profiles[lesson.caller].user
        return f"user/{user}" if user else "root"

    @property
    def _caller(self) -> str:
        """Who a line without a profile speaks for: whoever signed in, else the lesson's caller."""
        if signed_in := self._run.console.shell.signed_in:
            return signed_in.arn.rpartition(":")[2].rpartition("/")[2]
        return self._caller_reference.removeprefix("user/")


def _opens(outcome: "Outcome") -> tuple[str, str]:
    """Which screen the outcome asks for, and about what."""
    result = outcome.console
    if result is not None and result.edits:
        return "edit", result.edits
    return OPENS.get(outcome.kind, ""), ""
