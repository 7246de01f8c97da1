"""The step on screen, put together from the lesson's texts and the learner's record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..goals.results import Result
from ..language import Language
from ..lesson import Lesson
from ..progress import LessonRecord
from ..prose import StepProse
from ..schema import Step
from .book import Book
from .view import (
    Callout,
    Explanation,
    GapView,
    GoalView,
    OptionView,
    PieceView,
    SavePoint,
    StepView,
    fits,
    options_of,
    pieces_of,
    right_options,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A step in one language, as far as the learner is."""

    book: Book
    step: Step
    language: Language
    seed: str
    """The learner's, which shuffles pieces."""
    told: Callable[[str], str]
    """Tells a text as it stands for this learner, its placeholders filled in."""
    solved: Callable[[Sequence[str]], tuple[str, ...]]
    """Fills in the placeholders of a solution's lines."""

    @property
    def lesson(self) -> Lesson:
        """The lesson."""
        return self.book.lesson

    @property
    def record(self) -> LessonRecord:
        """How far the learner is."""
        return self.book.record

    @property
    def texts(self) -> StepProse:
        """The step's texts."""
        return self.lesson.texts(self.step, self.language)

    @property
    def chosen(self) -> list[str] | None:
        """The options picked, pieces arranged, values filled in; None before the answer."""
        return self.record.answers.get(self.step.id)

    @property
    def passed(self) -> bool:
        """The step is passed."""
        return self.step.id in self.record.passed

    def view(self, goals: Sequence[Result], keeps: Sequence[Result]) -> StepView:
        """Everything to show, with the results of the step's goals and of the keeps."""
        shown = [result for result in goals if self.book.shows(result.name)]
        step, texts = self.step, self.texts
        opening = self.lesson.prose[self.language].opening
        steps = self.book.steps
        index = steps.index(step)
        first = step is self.lesson.steps[0]
        message = [opening.message if first else None, texts.message]
        do = step.do if not self.passed else None
        last = self.lesson.last_challenge
        return StepView(
            step_id=step.id,
            kind=step.kind,
            index=index,
            total=len(steps),
            title=texts.title,
            body_markdown=self.told(texts.body.text),
            message=self.told("\n".join(passage.text for passage in message if passage)),
            story_markdown=opening.body.text if first else "",
            goals=tuple(GoalView(result.name, texts.goals[result.name].text, result) for result in shown),
            keeps=tuple(GoalView(result.name, opening.keeps[result.name].text, result) for result in keeps),
            options=self._options(),
            several=bool(step.choose and step.choose.several),
            line=self.told(line) if (line := self.book.given_line) is not None else None,
            begin=self.told(do.begin) if do and do.begin is not None else None,
            recall=step.recall,
            shows=step.shows,
            answered=self.chosen is not None,
            passed=self.passed,
            mastered=self.record.passed.get(step.id, False),
            hints_shown=tuple(self._hints()),
            solution=self._solution() if step.id in self.record.solutions else (),
            explanations=tuple(self._explanations()),
            after_markdown=self.told(texts.after.text) if texts.after and self.passed else None,
            finished=self.record.finished,
            pieces=self._pieces(),
            gaps=self._gaps(),
            template=step.fill.text if step.fill else "",
            file=step.repair.file if step.repair else None,
            policy_kind=step.repair.kind if step.repair else None,
            sign_in=step.sign_in.principal if step.sign_in else None,
            callouts=self._callouts(),
            save_points=tuple(self._save_points()),
            last_challenge=step.last_challenge,
            hidden=len(goals) - len(shown),
            can_test_out=self.book.untouched and last is not None and last is not step,
        )

    def _callouts(self) -> tuple[Callout, ...]:
        """Those of the step; of a question or a repair only behind it, since they tell the answer."""
        asks = self.step.predict or self.step.choose or self.step.order or self.step.fill
        if (asks and self.chosen is None) or (self.step.repair and not self.passed):
            return ()
        texts = self.texts.callouts
        return tuple(Callout(claim, texts[claim].text) for claim in self.step.callouts)

    def _options(self) -> tuple[OptionView, ...]:
        step, chosen = self.step, self.chosen
        right = right_options(step, self.record)
        return tuple(
            OptionView(
                str(number),
                option,
                self.texts.options[option].text if step.choose else None,
                chosen=option in (chosen or ()),
                right=None if chosen is None else option in right,
            )
            for number, option in enumerate(options_of(self.lesson, step), start=1)
        )

    def _pieces(self) -> tuple[PieceView, ...]:
        step, chosen = self.step, self.chosen
        if step.order is None:
            return ()
        shown = pieces_of(self.lesson, step, self.seed)
        keys = {piece: str(number) for number, piece in enumerate(shown, start=1)}
        texts = self.texts.pieces
        if chosen is None:
            return tuple(PieceView(keys[piece], piece, texts[piece].text) for piece in shown)
        placed = [*chosen, *([""] * len(shown))]
        return tuple(
            PieceView(str(place), piece, texts[piece].text, piece == mine)
            for place, (piece, mine) in enumerate(zip(step.order.pieces, placed, strict=False), start=1)
        )

    def _gaps(self) -> tuple[GapView, ...]:
        step, chosen = self.step, self.chosen
        if step.fill is None:
            return ()
        given = self.record.gaps.get(step.id, []) if chosen is None else chosen
        found = []
        for number, gap in enumerate(step.fill.gaps):
            typed = given[number] if number < len(given) else None
            right = None if chosen is None else typed is not None and fits(gap, typed)
            label, answers = self.texts.gaps[gap.id].text, gap.answers if chosen is not None else ()
            found.append(GapView(gap.id, label, gap.options, typed, right, answers))
        return tuple(found)

    def _hints(self) -> Iterator[str]:
        """The hints given, as they were given."""
        levels = {str(number): hint for number, hint in enumerate(self.texts.hints, start=1)}
        known = levels | self.texts.hints_when
        for name in self.record.hinted.get(self.step.id, ()):
            if name in known:
                yield self.told(known[name].text)

    def _solution(self) -> tuple[str, ...]:
        """The lines of the solution; before them, of a repair step, the mended file."""
        step = self.step
        lines = self.solved(step.work.solution) if step.work else ()
        if step.repair is None:
            return lines
        text = self.lesson.model(step.repair.solution_file)
        return (f"# {step.repair.file}", *text.splitlines(), *lines)

    def _explanations(self) -> Iterator[Explanation]:
        """What was picked, and what ought to have been.

        A prediction's text explains what the author expected: an account that the learner bent gets none.
        """
        step, chosen = self.step, self.chosen
        if chosen is None:
            return
        expected = step.predict is None or self.record.truths.get(step.id) == step.predict.expect
        if self.texts.explain and expected:
            yield Explanation("", self.told(self.texts.explain.text))
        for option in step.choose.ids if step.choose else ():
            if option in chosen or option in right_options(step, self.record):
                yield Explanation(option, self.told(self.texts.explains[option].text))

    def _save_points(self) -> Iterator[SavePoint]:
        prose = self.lesson.prose[self.language].steps
        for index, step in enumerate(self.lesson.steps):
            if step.save_point:
                yield SavePoint(step.id, index, prose[step.id].title, step.id in self.record.points)
