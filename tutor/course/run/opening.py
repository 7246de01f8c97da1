"""Going on with a lesson where it was left, or beginning it."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..lesson import Lesson
from ..progress import LessonRecord
from ..start import begin_lesson
from ..start_files import lay_out_files

if TYPE_CHECKING:
    from tutor.account import Entry, Save
    from tutor.gateway import Console


def resumed_at(lesson: Lesson, save: "Save", record: LessonRecord) -> bool:
    """Put the account back where the lesson was left; False if there is nothing to go on from.

    The journal is the truth: if its chain is the lesson's, the lesson goes on at its head, whatever the
    record says; else, after another lesson, where the record says it was.
    """
    for chain in (save.entries, _chain(save, record.head)):
        if chain and chain[0].index == record.begin and _lesson_of(chain[0]) == lesson.id:
            if chain[-1].index != save.head:
                save.goto(chain[-1].index)
            return True
    return False


def come_in_again(console: "Console", record: LessonRecord) -> None:
    """Whoever was signed in to the console when the lesson was left still is, if the session is there."""
    from tutor.gateway.shell import SignedIn
    from tutor.gateway.vendored import Credentials

    session = console.sandbox.world.find_session(record.signed_in) if record.signed_in else None
    if session is not None and console.shell.signed_in is None:
        credentials = Credentials(session.key_id, session.secret, session.token)
        console.shell.signed_in = SignedIn(session.arn, credentials)


def begun(lesson: Lesson, save: "Save", workspace: Path) -> LessonRecord:
    """A new record, with a fresh account and the lesson's files in the workspace."""
    begin = begin_lesson(lesson, save)
    lay_out_files(lesson, workspace)
    first, head = lesson.steps[0].id, save.head or begin
    return LessonRecord(lesson.id, first, begin, head, opened={first: head}, points={first: head})


def _chain(save: "Save", index: int) -> "tuple[Entry, ...]":
    """The chain to a position; empty if the save has no such position."""
    with suppress(LookupError):
        return save.chain(index)
    return ()


def _lesson_of(begin: "Entry") -> str | None:
    return getattr(begin.content, "lesson", None)
