"""Free play in an account: what is typed goes in, what came of it comes out; there is nothing to reach."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.gateway.notices import Refused

from ..lesson import Lesson
from ..run.files import LineEdit, NoSuchLine, as_edit, read_file, report_on, write_file
from ..run.outcome import FileReport, Outcome, OutcomeKind
from ..run.permission_map import MapCell, MapRow
from ..run.words import Word, as_word
from .ideas import Idea, ideas_for
from .kept import is_staged

if TYPE_CHECKING:
    from tutor.account import Save
    from tutor.gateway import Console, Sandbox

BY_CONSOLE: Final = frozenset({Word.UNDO, Word.REDO})
"""Words that the console itself answers."""
WITHOUT_LESSON: Final = frozenset({Word.HINT, Word.NEXT, Word.SOLUTION, Word.TEST_OUT, Word.CHECK})
"""Words of a lesson: here they are answered with what can be tried."""
MOST_COLUMNS: Final = 4
MOST_BUCKETS: Final = 2
BUCKET_ACTIONS: Final = ("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject")
ACCOUNT_ACTIONS: Final = ("iam:ListUsers", "iam:CreateUser")


class FreeRun:
    """One sandbox in use, with the same doors as a `LessonRun`."""

    def __init__(self, sandbox: "Sandbox", console: "Console", folder: Path, lesson: Lesson | None) -> None:
        self.sandbox = sandbox
        self.console = console
        self.folder = folder
        self.lesson = lesson
        """The lesson whose account this began as; None for an empty one."""

    @property
    def name(self) -> str:
        """The sandbox's name."""
        return self.folder.name

    @property
    def save(self) -> "Save":
        """Its save."""
        return self.sandbox.save

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """What could be tried in the account as it is now."""
        return ideas_for(self.sandbox, self.console)

    @property
    def is_staged(self) -> bool:
        """Whether it began as an account that was staged elsewhere."""
        return is_staged(self.folder)

    def close(self) -> None:
        """Let go of the save."""
        self.save.close()

    def enter(self, text: str) -> Outcome:
        """Take one line: a word, a change of a file, or a line of the console."""
        if self.console.takes(text) or not text.strip():
            return self._console_line(text)
        edit = as_edit(text)
        if edit is not None:
            return self._edit(edit)
        word = as_word(text)
        if word is None or word in BY_CONSOLE:
            return self._console_line(text if word is None else word.value)
        return Outcome(OutcomeKind.IDEAS if word in WITHOUT_LESSON else OutcomeKind(word.value))

    def file_saved(self, name: str) -> Outcome:
        """What is to be said of a file that an editor saved."""
        return Outcome(OutcomeKind.EDITED, report=self.file_report(name))

    def write_file(self, name: str, text: str) -> Outcome:
        """Write a file of the workspace; raises Refused for a name outside, and OSError."""
        write_file(self.console.workspace, name, text)
        return self.file_saved(name)

    def file_report(self, name: str) -> FileReport | None:
        """A file of the workspace as a policy."""
        return report_on(self.console.workspace, name, None)

    def restart(self) -> None:
        """Begin with the same account again; the old one stays in the journal."""
        self.console.shell.begin_anew()
        self.console.begin_again()

    def map(self) -> tuple[MapRow, ...]:
        """Some of the account's users by some requests, as the evaluator answers now."""
        account = self.sandbox.account
        requests = list(self._requests())
        return tuple(
            MapRow(f"user/{name}", tuple(self._cell(name, *request) for request in requests))
            for name in list(account.users)[:MOST_COLUMNS]
        )

    def _requests(self) -> Iterator[tuple[str, str]]:
        for bucket in list(self.sandbox.account.buckets.values())[:MOST_BUCKETS]:
            key = next(iter(sorted(bucket.objects)), "note.txt")
            arn = f"arn:aws:s3:::{bucket.name}"
            for action in BUCKET_ACTIONS:
                yield action, arn if action == BUCKET_ACTIONS[0] else f"{arn}/{key}"
        for action in ACCOUNT_ACTIONS:
            yield action, "*"

    def _cell(self, name: str, action: str, resource: str) -> MapCell:
        outcome = self.sandbox.ask(f"user/{name}", action, resource).outcome.value
        return MapCell(f"{action} {resource}", action, resource, outcome)

    def _console_line(self, line: str) -> Outcome:
        result = self.console.run(line)
        return Outcome(OutcomeKind.CONSOLE, console=result, line=result.line)

    def _edit(self, edit: LineEdit) -> Outcome:
        workspace = self.console.workspace
        with suppress(Refused, OSError, NoSuchLine):
            write_file(workspace, edit.file, edit.applied(read_file(workspace, edit.file) or ""))
            return self.file_saved(edit.file)
        return Outcome(OutcomeKind.NO_SUCH_LINE, report=self.file_report(edit.file))
