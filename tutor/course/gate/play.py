"""Plays a lesson through on a save in memory: its start, its solution, its alternatives, every variant."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..faults import Fault
from ..goals import Grounds, Result, evaluate_goals
from ..lesson import Lesson, variants
from ..placeholders import NoSuchThing
from ..progress import ProgressStore
from ..run import LessonRun
from ..run.view import predictions_of
from ..schema import Step
from ..start import FILE_NAME, compile_start, read_start
from ..start_maker import StartFailure, start_lines
from .alternatives import Alternative, copied, read_alternatives

if TYPE_CHECKING:
    from ..nodes import Node


def play_faults(lesson: Lesson) -> Iterator[Fault]:
    """What does not happen as the lesson says, in any of its variants."""
    for variant in variants(lesson):
        yield from _played(variant)


def _played(lesson: Lesson) -> Iterator[Fault]:
    requests, failures = compile_start(lesson)
    yield from _start(lesson, requests, failures)
    yield from _models(lesson)
    lesson = replace(lesson, compiled_start=requests)
    alternatives, faults = read_alternatives(lesson)
    yield from faults
    with _opened(lesson) as run:
        yield from _untouched(run)
        for step in lesson.steps:
            if run.record.step != step.id:
                run.open_step(step.id)
            for alternative in alternatives:
                if alternative.step is step:
                    yield from _tried(run, alternative)
            yield from _solved(run, step)


@contextmanager
def _forked(run: LessonRun) -> Iterator[LessonRun]:
    """The same lesson at the same point, with an account and a folder of its own."""
    from tutor.gateway import Console, Sandbox

    sandbox = Sandbox(run.sandbox.save.copy(), run.sandbox.wall_clock)
    progress = ProgressStore()
    progress.keep_lesson(deepcopy(run.record))
    with TemporaryDirectory() as folder:
        workspace = copytree(run.console.workspace, Path(folder) / "workspace")
        console = Console(sandbox, workspace, run.lesson.file.caller)
        console.shell = deepcopy(run.console.shell)
        yield LessonRun(run.lesson, sandbox, console, progress, sandbox.wall_clock, as_read=True)


@contextmanager
def _opened(lesson: Lesson) -> Iterator[LessonRun]:
    from tutor.account import Save
    from tutor.gateway import Console, Sandbox

    def clock() -> datetime:
        return lesson.file.clock

    sandbox = Sandbox(Save.in_memory(seed=bytes(32), clock=clock), clock)
    with TemporaryDirectory() as folder:
        console = Console(sandbox, Path(folder), lesson.file.caller)
        yield LessonRun(lesson, sandbox, console, ProgressStore(), clock, as_read=True)


def _start(
    lesson: Lesson, requests: Sequence[Mapping[str, Any]], failures: Sequence[StartFailure]
) -> Iterator[Fault]:
    nodes = lesson.place(lesson.file.start, "lines").value
    for failure in failures:
        node = nodes[failure.index] if isinstance(nodes, list) else lesson.place(lesson.file.start)
        yield _fault(lesson, node, "start-line", failure.found, failure.expected)
    if (start_lines(lesson) or lesson.file.start.before) and read_start(lesson) != requests:
        yield Fault(lesson.folder / FILE_NAME, 1, 1, "start-stale")


def _models(lesson: Lesson) -> Iterator[Fault]:
    """Model files that goals compare with must be policies themselves."""
    from ..goals.files import read_policy
    from ..goals.results import Cause

    for goal in lesson.goals.values():
        if goal.file is not None and goal.file.equals_policy is not None:
            read = read_policy(lesson.model(goal.file.equals_policy), goal.file.kind)
            if isinstance(read, Cause):
                node = lesson.place(goal.file, "equals-policy")
                yield _fault(lesson, node, "not-a-policy", read.values["words"])


def _untouched(run: LessonRun) -> Iterator[Fault]:
    lesson = run.lesson
    begin = run.record.begin
    grounds = Grounds(run.sandbox, lesson.file.account, begin, begin, run.console, lesson)
    for step in lesson.steps:
        for goal, result in zip(step.goals, evaluate_goals(step.goals, grounds), strict=True):
            if result.passed:
                yield _fault(lesson, lesson.place(goal), "goal-at-start", goal.id)
    yield from _failing(lesson, evaluate_goals(lesson.file.keep, grounds), "keep-at-start")


def _solved(run: LessonRun, step: Step) -> Iterator[Fault]:
    """Do one step as the lesson solves it, and go on."""
    lesson = run.lesson
    yield from _answered(run, step)
    if step.work:
        try:
            run.run_solution(step)
        except NoSuchThing as missing:
            yield _fault(lesson, lesson.place(step.work, "solution"), "placeholder", missing.placeholder)
        run.refresh()
        view = run.view("en")
        goals = {goal.id for goal in step.goals}
        yield from _failing(lesson, [one for one in run.results if one.name in goals], "solution-goal")
        yield from _failing(lesson, [one for one in run.results if one.name not in goals], "solution-keep")
        if not view.passed:
            run.enter("solution")
    run.enter("next")


def _answered(run: LessonRun, step: Step) -> Iterator[Fault]:
    """Answer a question as the lesson does."""
    lesson = run.lesson
    if step.order:
        outcome = run.arrange(step.order.pieces)
    elif step.fill:
        outcome = run.fill({gap.id: gap.answers[0] for gap in step.fill.gaps})
    elif step.predict or step.choose:
        expected = {step.predict.expect} if step.predict else set(step.choose.answers if step.choose else ())
        keys = [option.key for option in run.view("en").options if option.id in expected]
        outcome = run.enter(" ".join(keys))
    else:
        return
    if outcome.answer is None or outcome.answer.right:
        return
    if step.predict:
        node = lesson.place(step.predict, "expect")
        error = outcome.answer.error if len(predictions_of(lesson)) > 2 else None
        found = error or ", ".join(outcome.answer.answers)
        yield _fault(lesson, node, "prediction", found, step.predict.expect)
    else:
        yield _fault(lesson, lesson.place(step), "solution-answer", ", ".join(outcome.answer.wrong))


def _failing(
    lesson: Lesson, results: "Iterator[Result] | tuple[Result, ...] | list[Result]", code: str
) -> Iterator[Fault]:
    for result in results:
        if not result.passed:
            yield _fault(lesson, lesson.place(lesson.goals[result.name]), code, result.name, _why(result))


def _tried(run: LessonRun, alternative: Alternative) -> Iterator[Fault]:
    """Run an alternative on the state after the solutions of the steps before its own."""
    with run.rehearsing():
        for line in alternative.lines:
            copy = copied(line)
            if copy is not None:
                run.copy_solution(*copy)
                continue
            try:
                run.run_line(line)
            except NoSuchThing as missing:
                yield Fault(alternative.file, 1, 1, "placeholder", missing.placeholder)
        run.refresh()
        results = {result.name: result for result in run.results}
    if alternative.fails is None:
        for result in results.values():
            if not result.passed:
                yield Fault(alternative.file, 1, 1, "solution-goal", result.name, _why(result))
        return
    if alternative.fails not in results:
        yield Fault(alternative.file, 1, 1, "unknown-goal", alternative.fails, ", ".join(results))
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
