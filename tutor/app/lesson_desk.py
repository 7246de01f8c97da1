"""One open lesson: what is typed goes in, pictures and lines come out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.app.desk import Turn, journal_size
from tutor.app.models.heading import Heading
from tutor.app.models.map import MapLine, MapPicture
from tutor.app.models.offer import Offer
from tutor.app.models.outline import Branch, Changes, compare, outline
from tutor.app.models.picture import Picture
from tutor.app.render.pages import lesson_page
from tutor.app.render.said import Said, lines_of
from tutor.course import LessonIndex, LessonRun, OutcomeKind, load_lesson
from tutor.gateway.console import Console
from tutor.gateway.sandbox import Sandbox
from tutor.wording import Language
from tutor.wording.card import DecisionCard
from tutor.wording.cards import answer_card, event_card

if TYPE_CHECKING:
    from textual.content import Content

    from tutor.account import Account, Save
    from tutor.course import Outcome, ProgressStore

MOST_SAID: Final = 200
"""Lines sent that can be said again in another language."""

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
        self._map: tuple[MapPicture, MapPicture] | None = None
        self._tried = False
        self.seen_size = 0
        """Bytes of the journal after the last turn."""

    @classmethod
    def open(
        cls,
        save: "Save",
        progress: "ProgressStore",
        folder: Path,
        lesson_id: str | None,
        clock: Callable[[], datetime],
    ) -> "LessonDesk":
        """Go on with a lesson where the learner left it, or begin it; a finished one begins anew."""
        index = LessonIndex.list()
        entry = index.find(lesson_id) if lesson_id else next(one for one in index.entries if one.order > 0)
        if entry is None:
            raise LookupError(lesson_id)
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
        outcome = self._run.enter(line)
        history = self._run.sandbox.history() if outcome.kind is OutcomeKind.HISTORY else ()
        said = Said(line, outcome, step, tuple(event for event in history if not event.start))
        moved = self._run.record.step != step
        if moved:
            self._tried, self._changes = False, Changes()
        self._note(outcome)
        if outcome.line:
            self._progress.add_console_line(outcome.line)
        view = self._run.view(language)
        cleared = outcome.kind is OutcomeKind.CLEAR or (moved and view.recall)
        if cleared:
            self._said.clear()
        self._said = [*self._said, said][-MOST_SAID:]
        opens = OPENS.get(outcome.kind, "")
        return Turn(self._picture(language), self._lines(said, language), outcome.line, cleared, opens)

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
        results = [result for result in (outcome.console, *outcome.ran) if result is not None]
        if results:
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
        map_picture = self._map_picture()
        lesson = run.lesson
        return Picture(
            heading=Heading(
                title=f"{self._order:02} {lesson.title(language)}",
                step=view.index + 1,
                steps=view.total,
                caller=f"{caller} @ {account.account_id}",
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
            shows_map=shows_map,
            ghost="" if question else view.line or "",
            begin=view.begin or "",
            secret=question is not None and question.secret,
        )

    @property
    def _caller(self) -> str:
        """Who a line without a profile speaks for: whoever signed in, else the lesson's caller."""
        if signed_in := self._run.console.shell.signed_in:
            return signed_in.arn.rpartition(":")[2].rpartition("/")[2]
        lesson = self._run.lesson.file
        return lesson.profiles[lesson.caller].user or "root"

    def _map_picture(self) -> MapPicture:
        """The map now; its marks tell the last change that it saw."""
        now = _map_of(self._run)
        if self._map is None:
            self._map = (now, now)
        elif now != self._map[1]:
            self._map = (self._map[1], now)
        before = self._map[0]
        lines = zip(now.lines, before.lines, strict=True)
        marked = tuple(MapLine(new.action, new.resource, new.outcomes, old.outcomes) for new, old in lines)
        return MapPicture(now.principals, marked)


def _map_of(run: LessonRun) -> MapPicture:
    rows = run.map()
    requests = {cell.id: (cell.action, cell.resource) for row in rows for cell in row.cells}
    outcomes = [{cell.id: cell.outcome for cell in row.cells} for row in rows]
    lines = []
    for request, (action, resource) in requests.items():
        cells = tuple(of_row.get(request) for of_row in outcomes)
        lines.append(MapLine(action, resource, cells, cells))
    return MapPicture(tuple(row.principal.rpartition("/")[2] for row in rows), tuple(lines))
