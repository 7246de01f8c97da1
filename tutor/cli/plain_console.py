"""What plain mode writes of the console: answers, files, the map, the history, the words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from tutor.cli.plain_beside import Beside
from tutor.cli.plain_files import findings, numbered
from tutor.cli.plain_map import map_overview
from tutor.cli.plain_prose import plain_text
from tutor.cli.plain_words import help_about, help_lines, read
from tutor.gateway.words.past import Past
from tutor.wording import Language, say
from tutor.wording.cards import error_after, event_card
from tutor.wording.explained import explanation_lines
from tutor.wording.signs import FAILED
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.cli.plain_home import Doors
    from tutor.course import FileReport, MapRow, Outcome
    from tutor.course.run.asked import AskedRequest
    from tutor.course.schema import Predict
    from tutor.gateway import Console, ConsoleResult, Notice, Sandbox
    from tutor.wording.trace_text import Layers

MAP_SIGNS: Final = {"allowed": "✓", "explicitDeny": "✗", "implicitDeny": "–", "unauthenticated": "✗"}
MOST_EVENTS: Final = 20


class PlainRun(Protocol):
    """An open account: of a lesson, or for free play."""

    sandbox: "Sandbox"
    console: "Console"

    def map(self) -> "tuple[MapRow, ...]":
        """The permission map."""

    def file_report(self, name: str) -> "FileReport | None":
        """A file of the workspace as a policy."""

    def write_file(self, name: str, text: str) -> "Outcome":
        """Write a file of the workspace."""


class ConsoleSpeaker:
    """Says what the console answers in one language through `write`."""

    HELP: ClassVar[tuple[str, ...]] = ("cli.plain.words", "course.help.words")
    """What help tells before the console's own words."""
    LESSONS: ClassVar[bool] = True
    """There are lessons to go to."""

    def __init__(
        self,
        run: PlainRun,
        language: Language,
        write: Callable[[str], None],
        layers: "Layers" = "all",
        doors: "Doors | None" = None,
    ) -> None:
        self._account = run
        self._doors = doors
        self._language: Language = language
        self._write = write
        self.layers: Layers = layers
        """The layers of a decision that are spoken of."""
        self._beside = Beside(run, layers, self._asked)
        self._beside.typed.extend(doors.typed if doors is not None else ())

    @property
    def language(self) -> Language:
        """The language that is spoken now."""
        return self._language

    def _asked(self) -> "Sequence[AskedRequest]":
        """The requests that are to pass or to be refused now."""
        return ()

    def _prediction(self) -> "Predict | None":
        """What was to be foretold."""
        return None

    def note(self, outcome: "Outcome") -> None:
        """Take in what an entry led to; who is new is shown round after the first line that went through."""
        self._beside.note(outcome, self._prediction())
        result = outcome.console
        went_through = result is not None and result.rc == 0 and bool(result.events)
        if went_through and self._doors is not None and self._doors.wants_tour():
            self.tour()

    def answered(self, typed: str) -> bool:
        """Answer a line for which the app has a screen; False for any other line."""
        if self._account.console.takes(typed):
            return False
        lines = self._beside.lines(typed, self._language)
        if lines is None and (about := self._beside.about(typed, self._language)) is not None:
            lines = iter((about,))
        if lines is None:
            return self._led_out(typed)
        for line in lines:
            self._write(line)
        return True

    def _led_out(self, typed: str) -> bool:
        """Answer a line about what is around the account: the language, lessons, sandboxes, the tour."""
        found = read(typed)
        if found is None:
            return False
        word, words = found
        if word.name == "tour":
            self.tour()
        elif self._doors is None:
            return False
        elif word.name == "language":
            turned = self._doors.turn(words)
            self._language = turned or self._language
            self._say_all([] if turned else [help_about("language", self._language) or ""])
            if turned:
                self._say("cli.plain.language.now")
                self.spoken_anew()
        elif word.name == "lessons" and self.LESSONS:
            self._say_all(self._doors.lessons(words))
        elif word.name == "sandboxes":
            self._say_all(self._doors.sandboxes())
        elif word.name == "quiz" and self.LESSONS:
            self._doors.quiz(self._write)
            self.spoken_anew()
        else:
            return False
        return True

    def spoken_anew(self) -> None:
        """Say again, in another language, what is to be done."""

    def tour(self) -> None:
        """What there is, in a few sentences."""
        self._write("")
        self._say("cli.plain.tour")

    def laid_out(self, typed: str) -> tuple[str, str] | None:
        """The file that `format FILE` names, with its JSON laid out; None for any other line."""
        found = None if self._account.console.takes(typed) else read(typed)
        if found is None or found[0].name != "format" or len(found[1]) != 1:
            return None
        text = self._beside.bench.laid_out(found[1][0])
        return None if text is None else (found[1][0], text)

    def others(self) -> None:
        """Tell what other processes did to the account, such as a client of the endpoint."""
        save = self._account.sandbox.save
        if news := save.catch_up():
            from tutor.app.outside import outside_of
            from tutor.app.render.outside import outside_lines

            for line in outside_lines(outside_of(news, save), self._language):
                self._write(line.plain)

    def _say(self, message: str, **values: object) -> None:
        self._write(plain_text(say(self._language, message, **values)))

    def _say_all(self, sentences: Iterable[str]) -> None:
        for sentence in sentences:
            self._write(plain_text(sentence))

    def _files(self, outcome: "Outcome") -> Iterator[str]:
        """A file after a change, or what a check says of everything."""
        if outcome.kind == "no-such-line":
            yield plain_text(say(self._language, "course.edit.no-such-line"))
        if outcome.report is not None:
            if outcome.kind != "checked":
                yield from numbered(self._language, outcome.report)
            yield from findings(self._language, outcome.report)
        if outcome.kind == "checked" and not outcome.missing and not outcome.hidden:
            yield plain_text(say(self._language, "cli.plain.checked"))

    def _console(self, result: "ConsoleResult") -> Iterator[str]:
        for fix in result.fixes:
            yield plain_text(say(self._language, fix.message, found=fix.found, meant=fix.meant))
        if result.printed:
            yield result.printed.rstrip("\n")
        if result.explained is not None:
            yield from explanation_lines(result.explained, self._language, layers=self.layers)
        yield from map(self._notice, result.page)
        if result.notice is not None and not result.edits:
            yield self._notice(result.notice)
        elif result.stderr and not result.edits:
            yield result.short_of_advice.strip("\n")
        if result.advice is not None:
            yield self._notice(result.advice)
        if result.question is not None:
            yield self._notice(result.question.notice)
        card = event_card(result.events, self._account.sandbox.world)
        if card is not None:
            for number, gate in enumerate(card.gates, start=1):
                question = say(self._language, f"app.gate.{number}")
                why = shown(gate.why(self._language))
                yield f"  [{number}] {question} {gate.sign} {why}"
            if card.error:
                yield f"  {FAILED[0]} " + say(self._language, "app.outcome.failed", error=shown(card.error))

    def _notice(self, notice: "Notice") -> str:
        return plain_text(say(self._language, notice.message, **notice.values))

    def file(self, name: str) -> None:
        """A file with its line numbers and what is to be said of it."""
        report = self._account.file_report(name)
        if report is not None:
            for line in (*numbered(self._language, report), *findings(self._language, report)):
                self._write(line)

    def map(self) -> None:
        """The permission map: a line a principal and request."""
        self._write("")
        rows = self._account.map()
        for line in () if rows else map_overview(self._account.sandbox, self._language):
            self._write(line)
        for row in rows:
            self._write(shown(row.principal))
            for cell in row.cells:
                self._write(f"  {MAP_SIGNS[cell.outcome]} {shown(cell.action)}  {shown(cell.resource)}")

    def history(self) -> None:
        """The last requests: when, who, what, and what became of it."""
        numbers = Past(self._account.sandbox.save).numbers
        for event in [event for event in self._account.sandbox.history() if not event.start][-MOST_EVENTS:]:
            number = numbers[event.index]
            sign = FAILED[0] if error_after(event) else MAP_SIGNS[event.outcome]
            names = " ".join(map(shown, (event.who, event.action, event.resource)))
            self._write(f"  {number} {event.at:%m-%d %H:%M:%S} {sign} {names}")

    def help(self) -> None:
        """What can be typed."""
        for message in self.HELP:
            self._say(message)
        self._say_all(help_lines(self._language, lessons=self.LESSONS))
        for notice in self._account.console.help:
            self._write(self._notice(notice))
