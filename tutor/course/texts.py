"""Faults between structure and texts: what a step needs and a language lacks, what nobody asked for."""

from collections.abc import Iterator, Mapping

from .detect.ids import KNOWN
from .faults import Fault, nearest_name
from .language import Language
from .lesson import Lesson
from .prose import ONCE, Passage, Prose, StepProse
from .schema import ANSWERED, DONE, Step
from .told import COUNTED, MARK, mentions

TOLD_MARKS = (
    "{when NAME} …, {when not NAME} …, {found:STEP}, {left:STEP}, {count:WHAT:STEP} ("
    + ", ".join(COUNTED)
    + ")"
)
"""How a text tells what the learner did."""

HINT_LEVELS = 3
"""Hints of a step that is done: a nudge, a narrower one, nearly the line."""


def text_faults(lesson: Lesson, language: Language) -> Iterator[Fault]:
    """What is missing from or left over in one language's file."""
    prose = lesson.prose[language]
    if not prose.file.is_file():
        return
    yield from _steps(lesson, prose)
    keeps = tuple(keep.id for keep in lesson.file.keep)
    yield from _section(prose, prose.opening, {"keep": keeps}, allowed={"message", "teacher"})
    listed = _listed(lesson)
    for step in lesson.steps:
        texts = prose.steps.get(step.id)
        if texts and step.kinds:
            yield from _step(prose, step, texts, listed=step.id in listed)
    yield from _told(lesson, prose)


def _steps(lesson: Lesson, prose: Prose) -> Iterator[Fault]:
    wanted = [step.id for step in lesson.steps]
    for step_id in wanted:
        if step_id not in prose.steps:
            yield Fault(prose.file, 1, 1, "text-missing", expected=f"## {step_id} — …")
    for step_id, texts in prose.steps.items():
        if step_id not in wanted:
            nearest = nearest_name(step_id, wanted)
            yield Fault(prose.file, texts.line, 1, "text-unasked", f"## {step_id}", nearest=nearest)
    shared = [step_id for step_id in prose.steps if step_id in wanted]
    ordered = [step_id for step_id in wanted if step_id in prose.steps]
    for found, expected in zip(shared, ordered, strict=True):
        if found != expected:
            yield Fault(prose.file, prose.steps[found].line, 1, "text-order", found, expected)
            return


def _listed(lesson: Lesson) -> frozenset[str]:
    """Steps whose findings a text lists in some language, or that have some in one."""
    found = {step.id for step in lesson.steps for one in _proses(lesson, step.id) if one.findings}
    for prose in lesson.prose.values():
        for passage in prose.passages():
            found |= {one.name for one in mentions(passage.text) if one.what in {"found", "left"}}
    return frozenset(found)


def _proses(lesson: Lesson, step_id: str) -> Iterator[StepProse]:
    for prose in lesson.prose.values():
        if step_id in prose.steps:
            yield prose.steps[step_id]


def _told(lesson: Lesson, prose: Prose) -> Iterator[Fault]:
    """Marks that tell what the learner did, but ask of something that is not there."""
    steps = [step.id for step in lesson.steps]
    worked = [step.id for step in lesson.steps if step.goals]
    known = [*(fact.id for fact in lesson.file.facts), *lesson.goals, *steps]
    for passage in prose.passages():
        for one in mentions(passage.text) if MARK.search(passage.text) else ():
            names = known if one.what == "when" else steps if one.what in {"requests", "refused"} else worked
            line = passage.line + one.line
            if not one.what:
                yield Fault(prose.file, line, 1, "told-mark", one.written, TOLD_MARKS)
            elif one.name not in names:
                nearest = nearest_name(one.name, names)
                yield Fault(prose.file, line, 1, "unknown-told", one.written, ", ".join(names), nearest)


def _step(prose: Prose, step: Step, texts: StepProse, *, listed: bool) -> Iterator[Fault]:
    goals = tuple(goal.id for goal in step.goals)
    options = step.choose.ids if step.choose else ()
    wanted = {
        "goal": goals,
        "option": options,
        "explain": options,
        "piece": step.order.pieces if step.order else (),
        "gap": tuple(gap.id for gap in step.fill.gaps) if step.fill else (),
        "callout": step.callouts,
        "finding": goals if listed else (),
    }
    explained = step.kind in ANSWERED and not step.choose
    allowed = {"message", "after", "teacher"} | ({"explain"} if explained else set())
    yield from _section(prose, texts, wanted, allowed)
    if not texts.body.text and not texts.message:
        yield Fault(prose.file, texts.line, 1, "text-empty", found=f"## {step.id}")
    if explained and texts.explain is None:
        yield Fault(prose.file, texts.line, 1, "text-missing", expected="### explain")
    levels = HINT_LEVELS if step.kind in DONE else 0
    if len(texts.hints) != levels:
        yield Fault(prose.file, texts.line, 1, "hint-count", str(len(texts.hints)), str(levels))
    for name, passage in texts.hints_when.items():
        if name not in (*goals, *KNOWN) or not levels:
            nearest = nearest_name(name, goals)
            yield Fault(prose.file, passage.line - 1, 1, "text-unasked", f"### hint when {name}", "", nearest)


def _section(
    prose: Prose, texts: StepProse, wanted: Mapping[str, tuple[str, ...]], allowed: set[str]
) -> Iterator[Fault]:
    """Missing, left-over and empty texts under one `##` heading (or above the first)."""
    for word, named in texts.named.items():
        names = wanted.get(word, ())
        for name in names:
            if name not in named:
                yield Fault(prose.file, texts.line, 1, "text-missing", expected=f"### {word} {name}")
        for name, passage in named.items():
            if name not in names:
                nearest = nearest_name(name, names)
                yield Fault(prose.file, passage.line, 1, "text-unasked", f"### {word} {name}", "", nearest)
    for kind in sorted(ONCE):
        passage_or_none: Passage | None = getattr(texts, kind)
        if passage_or_none and kind not in allowed:
            yield Fault(prose.file, passage_or_none.line, 1, "text-unasked", found=f"### {kind}")
    for passage in texts.passages():
        if not passage.text and passage is not texts.body:
            yield Fault(prose.file, passage.line, 1, "text-empty")
