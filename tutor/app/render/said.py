"""What the console says to a line that was sent, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content

from tutor.app.models.console_page import is_manual
from tutor.app.registry import COMMANDS
from tutor.gateway.patience import STOPPED
from tutor.wording import Language, say
from tutor.wording.cards import telling_event
from tutor.wording.explained import explanation_lines
from tutor.wording.results import answer_sentences, hint_sentence, moved_sentence
from tutor.wording.signs import COLOURS, SIGNS, short_resource
from tutor.wording.statement_text import shown

from .denial import STYLES, found_parts, marked
from .findings import numbered, rows_of
from .output_lines import output_lines, with_error_code
from .outside import idea_lines, outside_lines
from .pages import reason
from .prose import inline, sentence

if TYPE_CHECKING:
    from tutor.app.outside import Outside
    from tutor.course import Lesson, Outcome, Result
    from tutor.course.free_play import Idea
    from tutor.course.schema import Step
    from tutor.gateway.console import ConsoleResult
    from tutor.gateway.events import Event
    from tutor.wording.trace_text import Layers

WHY: Final = next(command.key_label for command in COMMANDS if command.id == "why")
"""The key of the Decision screen."""
MOST_FINDINGS: Final = 3
MOST_EVENTS: Final = 15

PLAIN_ANSWERS: Final = {
    "nothing-to-undo": "course.undo.nothing",
    "nothing-to-redo": "course.redo.nothing",
    "no-such-option": "course.option.none",
    "answered": "course.option.answered",
    "no-such-place": "course.place.none",
    "finished": "course.lesson.finished",
}
"""Outcomes that are answered with one sentence."""


@dataclass(frozen=True, slots=True)
class PastRequest:
    """A request of the history."""

    number: int
    event: "Event"
    visitor: str
    """The name that somebody gave who wanted to sign in."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line that was sent and what came of it; can be said again in another language."""

    text: str
    outcome: "Outcome"
    step: str
    """The step that was on screen."""
    history: "tuple[PastRequest, ...]" = ()
    """What the word `history` asked for."""
    saved: str = ""
    """The file that the editor saved: nothing was typed."""
    outside: "tuple[Outside, ...]" = ()
    """What other processes did meanwhile: nothing was typed."""
    place: str = ""
    """The instance at whose prompt it was typed."""
    ideas: "tuple[Idea, ...]" = ()
    """What could be tried in free play."""


def lines_of(
    said: Said, lesson: "Lesson | None", language: Language, *, layers: "Layers" = "all"
) -> tuple[Content, ...]:
    """The lines that the console shows; free play has no lesson."""
    return tuple(_Speaker(said, lesson, language, layers).lines())


@dataclass(frozen=True, slots=True)
class _Speaker:
    said: Said
    lesson: "Lesson | None"
    language: Language
    layers: "Layers"

    def lines(self) -> Iterator[Content]:
        outcome = self.said.outcome
        yield from outside_lines(self.said.outside, self.language)
        answered = outcome.console is not None and not outcome.line
        typed = outcome.line or ("" if answered else self.said.text)
        if typed.strip() and outcome.kind not in {"moved", "clear"}:
            yield from _echo(typed, self.said.place)
        yield from self._answer()
        yield from self._progress()

    def _answer(self) -> Iterator[Content]:
        outcome = self.said.outcome
        match outcome.kind:
            case "console":
                if outcome.console is not None:
                    yield from self._console(outcome.console)
            case "answer" | "solution" if outcome.answer is not None:
                yield from self._judged()
            case "solution":
                yield self._note("course.solution.shown")
            case "hint" if outcome.hint is not None:
                yield self._hint()
            case "moved" | "finished" if outcome.ran:
                yield self._note("course.solution.ran")
                for result in outcome.ran:
                    yield from _echo(result.line) if result.line else ()
                    yield from self._console(result)
            case "not-yet":
                yield from self._not_yet()
            case "history":
                yield from map(self._past, self.said.history[-MOST_EVENTS:])
            case "edited" | "checked" | "no-such-line":
                yield from self._files()
            case "ideas" | "undone" | "redone":
                yield from self._told()
            case kind if kind in PLAIN_ANSWERS:
                yield self._no_such_option() if kind == "no-such-option" else self._note(PLAIN_ANSWERS[kind])

    def _no_such_option(self) -> Content:
        """What can be typed at the question."""
        from tutor.course.run.view import options_of

        step = self._step
        if step is not None and step.order:
            return self._note("course.option.order")
        options = options_of(self.lesson, step) if self.lesson is not None and step is not None else ()
        return (
            self._note("app.option.range", last=len(options)) if options else self._note("course.option.none")
        )

    def _told(self) -> Iterator[Content]:
        """What there is to try, or what an undo took back."""
        if self.said.outcome.kind == "ideas":
            yield self._note("app.ideas.instead")
            yield from idea_lines(self.said.ideas, self.language)
        else:
            yield Content(moved_sentence(self.language, self.said.outcome)).stylize_before("$accent")

    def _console(self, result: "ConsoleResult") -> Iterator[Content]:
        for fix in result.fixes:
            yield self._note(fix.message, found=fix.found, meant=fix.meant)
        if result.printed:
            if is_manual(result):
                yield self._note("app.console.page", line=result.line)
            else:
                yield from output_lines(result.printed.rstrip("\n"))
        if result.rc == STOPPED:
            yield self._note("app.console.stopped")
        if result.explained is not None:
            yield from map(Content, explanation_lines(result.explained, self.language, layers=self.layers))
            yield self._note("decision.hint", key=WHY)
        for notice in result.page:
            yield self._note(notice.message, **notice.values)
        if result.edits:
            yield self._note("app.said.edits", file=result.edits)
        elif result.notice is not None:
            yield self._note(result.notice.message, **result.notice.values)
        elif result.stderr:
            yield from self._error(result)
        if result.advice is not None:
            yield self._note(result.advice.message, **result.advice.values)
        if result.question is not None:
            question = result.question.notice
            yield self._note(question.message, **question.values)

    def _error(self, result: "ConsoleResult") -> Iterator[Content]:
        text = result.short_of_advice.strip("\n")
        event = telling_event(result.events)
        parts: dict[str, str] = {}
        if event is not None and event.caller is not None and event.outcome != "allowed":
            parts = {"who": event.caller.principal.arn, "what": event.action, "on-what": event.resource}
        yield from with_error_code(marked(text, parts)).split("\n")
        if found := found_parts(text, parts):
            words = [
                Content.assemble(
                    (say(self.language, f"app.denied.{part}"), STYLES[part]), " ", short_resource(parts[part])
                )
                for part in found
            ]
            yield Content("  ") + Content.styled(" · ", "$quiet").join(words)

    def _judged(self) -> Iterator[Content]:
        answer = self.said.outcome.answer
        assert answer is not None
        sign = ("✓ ", "bold $success") if answer.right else ("✗ ", "bold $error")
        yield Content.assemble(
            sign if answer.chosen else ("· ", "$quiet"), " ".join(answer_sentences(self.language, answer))
        )

    def _hint(self) -> Content:
        hint = self.said.outcome.hint
        assert hint is not None
        words = hint_sentence(self.language, hint) or say(self.language, "app.said.hint", number=hint.level)
        return inline(words).stylize_before("$accent")

    @property
    def _step(self) -> "Step | None":
        return self.lesson.step(self.said.step) if self.lesson is not None else None

    def _files(self) -> Iterator[Content]:
        """A file after a change, or what a check says of everything."""
        outcome, report = self.said.outcome, self.said.outcome.report
        if self.said.saved:
            yield self._note("app.said.saved", file=self.said.saved)
        if outcome.kind == "no-such-line":
            yield self._note("course.edit.no-such-line")
        if report is not None and report.text is not None and not self.said.saved:
            if outcome.kind != "checked":
                yield from numbered(report.text)
            for row in rows_of(report.fault, report.findings, self.language)[:MOST_FINDINGS]:
                place = say(self.language, "app.editor.place", line=row.start[0] + 1)
                yield from (Content.assemble(("✗ ", "bold $error"), place, "  ") + row.text).split("\n")
        if outcome.kind == "checked":
            if not outcome.missing and not outcome.hidden:
                yield self._note("app.said.checked")
            for result in outcome.missing[:MOST_FINDINGS]:
                yield from self._finding(result)
            yield from self._hidden()

    def _not_yet(self) -> Iterator[Content]:
        missing = self.said.outcome.missing
        lesson = self.lesson
        goals = lesson.prose[self.language].steps[self.said.step].goals if lesson is not None else ()
        keeps = [result for result in missing if result.name not in goals]
        if not missing and not self.said.outcome.hidden:
            kind = self._step.kind if self._step else ""
            yield self._note(
                {"order": "course.next.arrange", "fill": "course.next.fill"}.get(kind, "course.next.answer")
            )
        else:
            only_keeps = len(keeps) == len(missing) and not self.said.outcome.hidden
            yield self._note("course.next.keeps" if only_keeps else "course.next.missing")
        for result in missing[:MOST_FINDINGS]:
            yield from self._finding(result)
        yield from self._hidden()

    def _hidden(self) -> Iterator[Content]:
        """How many goals are still to be found."""
        if count := self.said.outcome.hidden:
            words = say(self.language, "course.next.hidden", count=count)
            yield Content.assemble(("  ○ ", "$quiet"), words)

    def _finding(self, result: "Result") -> Iterator[Content]:
        text = self._text_of(result.name)
        yield Content.assemble(("  ○ ", "$quiet"), inline(text))
        why = reason(result, self.language)
        if why:
            yield Content("    ") + why.stylize_before("$warning")

    def _progress(self) -> Iterator[Content]:
        outcome = self.said.outcome
        for name in outcome.newly_passed:
            yield Content.assemble(("✓ ", "bold $success"), inline(self._text_of(name)))
        for result in outcome.broken_keeps:
            words = say(self.language, "course.keep.broken", text=self._text_of(result.name))
            yield Content.assemble(("✗ ", "bold $error"), inline(words))

    def _text_of(self, name: str) -> str:
        if self.lesson is None:
            return name
        prose = self.lesson.prose[self.language]
        passage = prose.steps[self.said.step].goals.get(name) or prose.opening.keeps.get(name)
        return passage.text if passage else name

    @staticmethod
    def _past(past: PastRequest) -> Content:
        event = past.event
        return Content.assemble(
            (f"{past.number:>4}  ", "bold $footer-key-foreground"),
            (f"{event.at:%m-%d %H:%M:%S}  ", "$quiet"),
            (SIGNS[event.outcome] + " ", f"bold {COLOURS[event.outcome]}"),
            f"{past.visitor or event.who} → {event.action}  ",
            (short_resource(event.resource), "$quiet"),
        )

    def _note(self, message: str, **values: object) -> Content:
        return sentence(self.language, message, values).stylize_before("$accent")


def _echo(line: str, place: str = "") -> Iterator[Content]:
    first, *rest = line.split("\n")
    sign = f"{shown(place)} $ " if place else "$ "
    yield Content.assemble((sign, "bold $accent"), (first, "bold"))
    for more in rest:
        yield Content.assemble(("  ", ""), (more, "bold"))
