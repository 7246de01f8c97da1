"""What can be chosen for free play, in the learner's language."""

from datetime import datetime

from tutor.app.models.sandboxes import SandboxChoice, SandboxKind, SandboxRow
from tutor.course.free_play import FreePlay, KeptSandbox
from tutor.course.index import LessonEntry, LessonIndex
from tutor.wording import Language

FIRST = "playground"
"""The name that a new sandbox with an empty account is offered."""


def sandbox_choice(free_play: FreePlay, index: LessonIndex, language: Language) -> SandboxChoice:
    """Kept ones, then an empty account, then the account of every lesson."""
    entries = {entry.id: entry for entry in index.entries}
    kept = tuple(_kept(one, entries.get(one.lesson), language) for one in free_play.kept())
    empty = SandboxRow(SandboxKind.EMPTY, free_play.free_name(FIRST))
    fresh = (
        SandboxRow(
            SandboxKind.LESSON,
            free_play.free_name(f"lesson-{entry.order:02}"),
            entry.id,
            _title(entry, language),
        )
        for entry in index.entries
    )
    return SandboxChoice((*kept, empty, *fresh))


def _kept(one: KeptSandbox, entry: LessonEntry | None, language: Language) -> SandboxRow:
    when = datetime.fromtimestamp(one.touched).strftime("%Y-%m-%d %H:%M")
    title = _title(entry, language) if entry is not None else ""
    return SandboxRow(SandboxKind.KEPT, one.name, one.lesson, title, when, one.staged)


def _title(entry: LessonEntry, language: Language) -> str:
    return f"{entry.order:02} {entry.titles[language]}"
