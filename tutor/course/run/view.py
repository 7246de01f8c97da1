"""What a step looks like now: everything that a front end shows, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..goals.results import Result
from ..language import Language
from ..lesson import Lesson
from ..progress import LessonRecord
from ..prose import StepProse
from ..schema import Step, StepKind

PREDICTIONS = ("allowed", "refused")
"""The options of every prediction."""


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal or keep with its text and its newest result."""

    id: str
    text: str
    result: Result


@dataclass(frozen=True, slots=True)
class OptionView:
    """An answer that can be picked."""

    key: str
    """The number to type."""
    id: str
    text: str | None
    """None for a prediction: the sentence is `course.option.<id>`."""
    chosen: bool = False
    right: bool | None = None
    """None until the question is answered."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an option is right or wrong; of a prediction the option is empty."""

    option: str
    markdown: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on screen."""

    step_id: str
    kind: StepKind
    index: int
    """Counted from 0."""
    total: int
    title: str
    body_markdown: str
    message: str
    """What a colleague says; of the first step also the lesson's opening message. Empty if nobody does."""
    story_markdown: str
    """What opens the lesson; empty on every step but the first."""
    goals: tuple[GoalView, ...]
    keeps: tuple[GoalView, ...]
    options: tuple[OptionView, ...]
    several: bool
    """More than one option may be picked."""
    line: str | None
    """The grey line that Enter runs; None once the step is passed."""
    begin: str | None
    """The first half of a line, to be prefilled; None once the step is passed."""
    recall: bool
    """A closing question: earlier text is hidden."""
    shows: tuple[str, ...]
    answered: bool
    passed: bool
    mastered: bool
    """Passed without a shown solution; a question: answered right."""
    hints_shown: tuple[str, ...]
    solution: tuple[str, ...]
    """The lines of the solution, if it was asked for."""
    explanations: tuple[Explanation, ...]
    after_markdown: str | None
    """The closing word; None until the step is passed."""
    finished: bool
    """The whole lesson is."""


def right_options(step: Step, record: LessonRecord) -> frozenset[str]:
    """The right options of an answered question; of a prediction as it turned out then."""
    if step.choose:
        return step.choose.answers
    return frozenset({record.truths[step.id]}) if step.id in record.truths else frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """A step in one language, as far as the learner is."""

    lesson: Lesson
    record: LessonRecord
    step: Step
    language: Language

    @property
    def texts(self) -> StepProse:
        """The step's texts."""
        return self.lesson.texts(self.step, self.language)

    @property
    def chosen(self) -> list[str] | None:
        """The options picked; None before the answer."""
        return self.record.answers.get(self.step.id)

    @property
    def passed(self) -> bool:
        """The step is passed."""
        return self.step.id in self.record.passed

    def view(self, goals: Sequence[Result], keeps: Sequence[Result]) -> StepView:
        """Everything to show, with the results of the step's goals and of the keeps."""
        step, texts = self.step, self.texts
        opening = self.lesson.prose[self.language].opening
        index = self.lesson.steps.index(step)
        message = [opening.message if index == 0 else None, texts.message]
        return StepView(
            step_id=step.id,
            kind=step.kind,
            index=index,
            total=len(self.lesson.steps),
            title=texts.title,
            body_markdown=texts.body.text,
            message="\n".join(passage.text for passage in message if passage),
            story_markdown=opening.body.text if index == 0 else "",
            goals=tuple(GoalView(result.name, texts.goals[result.name].text, result) for result in goals),
            keeps=tuple(GoalView(result.name, opening.keeps[result.name].text, result) for result in keeps),
            options=self._options(),
            several=bool(step.choose and step.choose.several),
            line=step.do.line if step.do and not self.passed else None,
            begin=step.do.begin if step.do and not self.passed else None,
            recall=step.recall,
            shows=step.shows,
            answered=self.chosen is not None,
            passed=self.passed,
            mastered=self.record.passed.get(step.id, False),
            hints_shown=self._hints(goals),
            solution=step.do.solution if step.do and step.id in self.record.solutions else (),
            explanations=tuple(self._explanations()),
            after_markdown=texts.after.text if texts.after and self.passed else None,
            finished=self.record.finished,
        )

    def _options(self) -> tuple[OptionView, ...]:
        step, chosen = self.step, self.chosen
        ids = step.choose.options if step.choose else PREDICTIONS if step.predict else ()
        right = right_options(step, self.record)
        return tuple(
            OptionView(
                str(number),
                option,
                self.texts.options[option].text if step.choose else None,
                chosen=option in (chosen or ()),
                right=None if chosen is None else option in right,
            )
            for number, option in enumerate(ids, start=1)
        )

    def _hints(self, goals: Sequence[Result]) -> tuple[str, ...]:
        """The levels shown; while a goal with a hint of its own fails, that one stands first."""
        texts = self.texts
        shown = [hint.text for hint in texts.hints[: self.record.hints.get(self.step.id, 0)]]
        failing = (goal.name for goal in goals if goal.failed and goal.name in texts.hints_when)
        special = next(failing, None)
        if shown and special is not None:
            shown[0] = texts.hints_when[special].text
        return tuple(shown)

    def _explanations(self) -> Iterator[Explanation]:
        """What was picked, and what ought to have been.

        A prediction's text explains what the author expected: an account that the learner bent gets none.
        """
        step, chosen = self.step, self.chosen
        if chosen is None:
            return
        if step.predict and self.texts.explain and self.record.truths.get(step.id) == step.predict.expect:
            yield Explanation("", self.texts.explain.text)
        for option in step.choose.options if step.choose else ():
            if option in chosen or option in right_options(step, self.record):
                yield Explanation(option, self.texts.explains[option].text)
