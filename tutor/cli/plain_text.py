"""What plain mode writes: pages, answers and findings as lines without colour or markup."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tutor.cli.plain_console import ConsoleSpeaker
from tutor.cli.plain_prose import GOAL_SIGNS, plain_text
from tutor.cli.plain_questions import answered, next_gap, question
from tutor.cli.plain_words import read
from tutor.course.run.words import as_word
from tutor.gateway.begun import typed_on
from tutor.gateway.typed import mend
from tutor.gateway.words import NAMES, word_named
from tutor.wording import Language, say
from tutor.wording.results import (
    answer_sentences,
    belief_sentence,
    cause_sentence,
    help_sentence,
    hint_sentence,
    moved_sentence,
    not_yet_sentence,
)

if TYPE_CHECKING:
    from tutor.cli.plain_home import Doors
    from tutor.course import GoalView, LessonRun, OptionView, Outcome, Result, StepView
    from tutor.course.run.asked import AskedRequest
    from tutor.course.run.view import Callout
    from tutor.course.schema import Predict

ALONE: Final = {
    "nothing-to-undo": "course.undo.nothing",
    "nothing-to-redo": "course.redo.nothing",
    "no-such-place": "course.place.none",
    "answered": "course.option.answered",
}
"""Outcomes that are one sentence."""


class PlainSpeaker(ConsoleSpeaker):
    """Says one lesson in one language through `write`."""

    def __init__(
        self,
        run: "LessonRun",
        language: Language,
        write: Callable[[str], None],
        doors: "Doors | None" = None,
    ) -> None:
        super().__init__(run, language, write, run.lesson.file.layers, doors)
        self._run = run
        self._told: tuple[Callout, ...] = ()
        """The callouts of the step that were written last."""

    @property
    def _view(self) -> "StepView":
        return self._run.view(self._language)

    def continued(self, typed: str) -> str:
        """A line that the step has begun, with what was typed after it."""
        return continued(self._view.begin, typed, takes=self._run.console.takes(typed))

    def opening(self) -> None:
        """The lesson's title, and what there is to type."""
        self._write(f"IAM Tutor — {self._run.lesson.title(self._language)}")
        self._say("cli.plain.words")
        view = self._view
        if view.save_points:
            self._say("cli.plain.points", example=1)
            for number, point in enumerate(view.save_points, start=1):
                self._write(f"  {number}. {plain_text(point.title)}")
        if view.can_test_out:
            self._say("cli.plain.test-out")

    def step(self) -> None:
        """The page of the step."""
        view = self._view
        self._write("")
        self._write(f"== {view.index + 1}/{view.total} · {plain_text(view.title)}")
        for text in (view.story_markdown, view.message, view.body_markdown):
            if text:
                self._write("")
                self._write(plain_text(text))
        if view.options:
            self._write("")
            for option in view.options:
                self._write(f"  {option.key}. {plain_text(self._option(option))}")
        self._told = ()
        for line in (*self._callouts(view), *question(view)):
            self._write(line)
        if "map" in view.shows:
            self.map()
        if view.goals or view.hidden:
            self._write("")
            self._say("cli.plain.goals")
            self._goals(view.goals)
            self._hidden(view.hidden)
        self._invite(view)

    def _invite(self, view: "StepView") -> None:
        self._write("")
        if view.passed:
            if view.after_markdown:
                self._write(plain_text(view.after_markdown))
                self._write("")
            self._say("cli.plain.go-on")
        elif view.options:
            last = view.options[-1].key
            self._say("cli.plain.pick-several" if view.several else "cli.plain.pick-one", last=last)
        elif view.pieces:
            self._say("cli.plain.arrange", example=" ".join(piece.key for piece in reversed(view.pieces)))
        elif view.gaps:
            self._say_all(next_gap(self._language, view))
        elif view.file is not None:
            path = self._run.console.workspace / view.file
            self._say("cli.plain.repair", file=view.file, path=path)
        elif view.sign_in is not None:
            kind, _, name = view.sign_in.partition("@")[0].partition("/")
            option = "--root mina@moonrabbit.example" if kind == "root" else f"--user {name}"
            self._say("cli.plain.sign-in", who=name or kind, option=option)
        elif view.line:
            self._say("cli.plain.line", line=view.line)
        elif view.begin:
            self._say("cli.plain.begin", line=view.begin)
        elif view.kind == "read":
            self._say("cli.plain.go-on")

    def _no_such_option(self) -> str:
        """What can be typed at the question."""
        view = self._view
        if view.options:
            return say(self._language, "app.option.range", last=view.options[-1].key)
        return say(self._language, f"course.option.{'order' if view.pieces else 'none'}")

    def _option(self, option: "OptionView") -> str:
        return option.text or say(self._language, f"course.option.{option.id}")

    def _goals(self, goals: "tuple[GoalView, ...]") -> None:
        for goal in goals:
            self._write(f"  {GOAL_SIGNS[goal.result.passed]} {plain_text(goal.text)}")

    def _hidden(self, count: int) -> None:
        if count:
            self._write(
                f"  {GOAL_SIGNS[None]} {plain_text(say(self._language, 'course.next.hidden', count=count))}"
            )

    def _asked(self) -> "Sequence[AskedRequest]":
        return self._run.asked()

    def _prediction(self) -> "Predict | None":
        step = self._run.lesson.step(self._run.record.step)
        return step.predict if step is not None else None

    def spoken_anew(self) -> None:
        """Say the step again."""
        self.step()

    def outcome(self, typed: str, outcome: "Outcome", step_before: str) -> None:
        """All that an entry led to."""
        for line in self._outcome_lines(outcome):
            self._write(line)
        if outcome.kind in {"help", "map", "history"}:
            getattr(self, outcome.kind.value)()
        self._findings(outcome)
        if outcome.kind == "filled":
            self._say_all(next_gap(self._language, self._view))
        if outcome.console is not None and outcome.console.edits:
            self.file(outcome.console.edits)
        self.note(outcome)
        if outcome.step_passed and self._run.record.step == step_before:
            for line in self._callouts(self._view):
                self._write(line)
            self._invite(self._view)

    def _outcome_lines(self, outcome: "Outcome") -> Iterator[str]:
        language = self._language
        match outcome.kind:
            case "console" if outcome.console is not None:
                yield from self._console(outcome.console)
            case "answer" | "solution" if outcome.answer is not None:
                yield from (plain_text(one) for one in answer_sentences(language, outcome.answer))
                yield from self._explanations()
            case "solution":
                yield plain_text(say(language, "course.solution.shown"))
                yield from (f"    {line}" for line in outcome.lines)
            case "hint" if outcome.hint is not None:
                sentence = hint_sentence(language, outcome.hint)
                yield plain_text(sentence or self._view.hints_shown[-1])
            case "moved" | "finished":
                for result in outcome.ran:
                    yield from self._console(result)
                if outcome.kind == "finished":
                    yield plain_text(say(language, "course.lesson.finished"))
            case "not-yet":
                yield plain_text(not_yet_sentence(language, self._view))
            case "no-such-option":
                yield plain_text(self._no_such_option())
            case "edited" | "checked" | "no-such-line":
                yield from self._files(outcome)
            case "undone" | "redone":
                yield plain_text(moved_sentence(language, outcome))
            case kind if kind in ALONE:
                yield plain_text(say(language, ALONE[kind]))

    def _explanations(self) -> Iterator[str]:
        view = self._view
        yield from answered(self._language, view)
        keys = {option.id: option.key for option in view.options}
        for one in view.explanations:
            key = keys.get(one.option) if one.option else None
            yield f"{key}. {plain_text(one.markdown)}" if key else plain_text(one.markdown)
        yield from self._callouts(view)

    def _callouts(self, view: "StepView") -> Iterator[str]:
        """What may have been learnt elsewhere, as far as it was not written yet."""
        for callout in view.callouts:
            if callout not in self._told:
                yield ""
                yield plain_text(callout.markdown)
        self._told = view.callouts

    def _findings(self, outcome: "Outcome") -> None:
        view = self._view
        texts = {goal.id: goal.text for goal in (*view.goals, *view.keeps)}
        for name in outcome.newly_passed:
            if name in texts:
                self._write(f"✓ {plain_text(texts[name])}")
        for result in outcome.broken_keeps:
            self._say("course.keep.broken", text=texts.get(result.name, result.name))
            self._reason(result)
        for result in outcome.missing:
            self._write(f"{GOAL_SIGNS[result.passed]} {plain_text(texts.get(result.name, result.name))}")
            self._reason(result)
            if result.passed is None and result.dependency in texts:
                self._say("cli.plain.first", text=plain_text(texts[result.dependency]))
        self._hidden(outcome.hidden)

    def _reason(self, result: "Result") -> None:
        if result.cause is not None:
            for sentence in (cause_sentence, belief_sentence, help_sentence):
                if said := plain_text(sentence(self._language, result.cause)):
                    self._write(f"    {said}")


def continued(begun: str | None, typed: str, *, takes: bool) -> str:
    """The begun line with what was typed after it; what stands by itself, such as a command, stays so.

    `takes`: the console awaits an answer.
    """
    words = mend(typed)[0].split() if typed.strip() else []
    if begun is None or not words or takes or as_word(typed) is not None or read(typed) is not None:
        return typed
    first, *others = words
    command = first in NAMES or word_named(first) is not None or "=" in first
    sentence = bool(others) and not any(word.startswith("-") for word in words)
    if command or sentence:
        return typed
    half = begun.rpartition(" ")[2]  # of a word, which may be typed on or anew
    whole = begun.removesuffix(half) if half and first.startswith(half) else begun
    return typed_on(whole, typed.strip())
