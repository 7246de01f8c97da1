"""Plays a lesson through on a save in memory: its start, its solution, its alternatives."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..faults import Fault
from ..goals import Grounds, Result, evaluate_goals
from ..lesson import Lesson
from ..progress import ProgressStore
from ..run import LessonRun
from ..run.view import PREDICTIONS
from ..schema import Step
from ..start import FILE_NAME, StartFailure, compile_start, read_start, start_lines
from .alternatives import Alternative, read_alternatives

if TYPE_CHECKING:
    from ..nodes import Node


def play_faults(lesson: Lesson) -> Iterator[Fault]:
    """What does not happen as the lesson says."""
    requests, failures = compile_start(lesson)
    yield from _start(lesson, requests, failures)
    lesson = replace(lesson, compiled_start=requests)
    with _opened(lesson) as run:
        yield from _untouched(run)
        for step in lesson.steps:
            yield from _solved(run, step)
    alternatives, faults = read_alternatives(lesson)
    yield from faults
    for alternative in alternatives:
        yield from _tried(lesson, alternative)


@contextmanager
def _opened(lesson: Lesson) -> Iterator[LessonRun]:
    from tutor.account import Save
    from tutor.gateway import Console, Sandbox

    def clock() -> datetime:
        return lesson.file.clock

    sandbox = Sandbox(Save.in_memory(seed=bytes(32), clock=clock), clock)
    with TemporaryDirectory() as folder:
        console = Console(sandbox, Path(folder), lesson.file.caller)
        yield LessonRun(lesson, sandbox, console, ProgressStore(), clock)


def _start(
    lesson: Lesson, requests: Sequence[Mapping[str, Any]], failures: Sequence[StartFailure]
) -> Iterator[Fault]:
    nodes = lesson.place(lesson.file.start, "lines").value
    for failure in failures:
        node = nodes[failure.index] if isinstance(nodes, list) else lesson.place(lesson.file.start)
        yield _fault(lesson, node, "start-line", failure.found, failure.expected)
    if start_lines(lesson) and read_start(lesson) != requests:
        yield Fault(lesson.folder / FILE_NAME, 1, 1, "start-stale")


def _untouched(run: LessonRun) -> Iterator[Fault]:
    lesson = run.lesson
    begin = run.record.begin
    grounds = Grounds(run.sandbox, lesson.file.account, begin, begin)
    for step in lesson.steps:
        for goal, result in zip(step.goals, evaluate_goals(step.goals, grounds), strict=True):
            if result.passed:
                yield _fault(lesson, lesson.place(goal), "goal-at-start", goal.id)
    yield from _failing(lesson, evaluate_goals(lesson.file.keep, grounds), "keep-at-start")


def _solved(run: LessonRun, step: Step) -> Iterator[Fault]:
    """Do one step as the lesson solves it, and go on."""
    lesson = run.lesson
    view = run.view("en")
    if step.predict or step.choose:
        expected = {step.predict.expect} if step.predict else set(step.choose.answers if step.choose else ())
        outcome = run.enter(" ".join(option.key for option in view.options if option.id in expected))
        if outcome.answer and not outcome.answer.right:
            found = next(option for option in PREDICTIONS if option not in expected)
            yield _fault(lesson, lesson.place(step.predict, "expect"), "prediction", found, *expected)
    if step.do:
        for line in step.do.solution:
            run.enter(line)
        view = run.view("en")
        yield from _failing(lesson, [goal.result for goal in view.goals], "solution-goal")
        yield from _failing(lesson, [keep.result for keep in view.keeps], "solution-keep")
        if not view.passed:
            run.enter("solution")
    run.enter("next")


def _failing(
    lesson: Lesson, results: "Iterator[Result] | tuple[Result, ...] | list[Result]", code: str
) -> Iterator[Fault]:
    for result in results:
        if not result.passed:
            yield _fault(lesson, lesson.place(lesson.goals[result.name]), code, result.name, _why(result))


def _tried(lesson: Lesson, alternative: Alternative) -> Iterator[Fault]:
    """Run an alternative on the state after the solutions of the steps before its own."""
    with _opened(lesson) as run:
        for step in lesson.steps[: lesson.steps.index(alternative.step)]:
            list(_solved(run, step))
        for line in alternative.lines:
            run.enter(line)
        view = run.view("en")
    results = {shown.id: shown.result for shown in (*view.goals, *view.keeps)}
    if alternative.fails is None:
        for result in results.values():
            if not result.passed:
                yield Fault(alternative.file, 1, 1, "solution-goal", result.name, _why(result))
        return
    result = results[alternative.fails]
    if not result.failed:
        yield Fault(alternative.file, 1, 1, "wrong-passes", result.name, _why(result))
    elif alternative.cause and result.cause and result.cause.kind != alternative.cause:
        yield Fault(alternative.file, 1, 1, "wrong-cause", result.cause.kind, alternative.cause)


def _why(result: Result) -> str:
    if result.cause is None:
        return f"after {result.dependency}" if result.dependency else ""
    values = " ".join(value for value in result.cause.values.values() if value)
    return f"{result.cause.kind}: {values}"


def _fault(lesson: Lesson, node: "Node", code: str, found: str, expected: str = "") -> Fault:
    return Fault(lesson.yaml, node.line, node.column, code, found, expected)
