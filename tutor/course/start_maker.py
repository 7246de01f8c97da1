"""Runs start lines through the real CLI and keeps the requests that they make as rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from .goals.references import Reference
from .lesson import Lesson
from .placeholders import NoSuchThing, resolved
from .schema import StartLine, Step
from .start_files import lay, lay_out_files, lesson_before, start_files
from .start_rows import row_of
from .start_world import definition_of

if TYPE_CHECKING:
    from tutor.account import Entry
    from tutor.gateway import Console, ConsoleResult, Sandbox

STARTER: Final = "starter"
"""The console profile of a start line's caller while the lines are compiled."""

SERVICE: Final = "sts.amazonaws.com"
"""Who assumes a role on behalf of a start line."""


@dataclass(frozen=True, slots=True)
class StartFailure:
    """A start line that ended otherwise than the lesson says."""

    index: int
    """The line's place in the list, from 0."""
    expected: str
    found: str


def start_lines(lesson: Lesson) -> tuple[StartLine, ...]:
    """The start lines, each in its full form."""
    lines = lesson.file.start.lines
    return tuple(StartLine(run=line) if isinstance(line, str) else line for line in lines)


@dataclass(slots=True)
class Maker:
    """Runs lines on a save and gathers the requests that they make."""

    lesson: Lesson
    sandbox: "Sandbox"
    requests: list[dict[str, Any]] = field(default_factory=list)
    failures: list[StartFailure] = field(default_factory=list)

    def before(self, folder: Path) -> None:
        """Do all that the lesson before starts with and is solved by."""
        from tutor.gateway import Console

        lesson = lesson_before(self.lesson)
        if lesson is None:
            return
        earlier = Maker(lesson, self.sandbox)
        save = self.sandbox.save
        with TemporaryDirectory() as below:
            earlier.before(Path(below))
        for place, path in start_files(lesson):
            lay(lesson, path, folder / place)
        for name, profile in lesson.file.profiles.items():
            save.set_profile(name, definition_of(profile), start=True)
        for index, line in enumerate(start_lines(lesson)):
            earlier.run(index, line, folder)
        lay_out_files(lesson, folder)
        console = Console(self.sandbox, folder, lesson.file.caller)
        for step in lesson.steps:
            with earlier.gathering(lesson.file.clock):
                _solve(lesson, step, console)
        self.requests += earlier.requests
        for name in lesson.file.profiles:
            save.set_profile(name, {}, start=True)
        for name, profile in self.lesson.file.profiles.items():
            save.set_profile(name, definition_of(profile), start=True)

    def run(self, index: int, line: StartLine, folder: Path) -> None:
        """Run one start line."""
        from tutor.gateway import Console

        home = self.lesson.file.account
        with self.gathering(line.at or self.lesson.file.clock) as made:
            self.sandbox.save.set_profile(STARTER, self._starter(line.principal), start=True)
            try:
                text = resolved(line.run, self.sandbox, home)
            except NoSuchThing as missing:
                self.failures.append(StartFailure(index, "0", missing.placeholder))
                return
            result = Console(self.sandbox, folder, STARTER).run(text)
        self.failures += _judged(index, line, result, made)

    def gathering(self, at: datetime) -> "_Gathering":
        """Keep the requests of a block as rows dated `at`."""
        return _Gathering(self, at)

    def _starter(self, principal: str) -> dict[str, object]:
        who = Reference.read(principal, self.lesson.file.account)
        if who.kind == "profile":
            return definition_of(self.lesson.file.profiles[who.name])
        if who.kind == "role":
            return self._session(who.name, who.account_id)
        named: dict[str, object] = {"root": True} if who.kind == "root" else {"user": who.name}
        return named | ({} if who.account_id == self.lesson.file.account else {"account": who.account_id})

    def _session(self, role: str, account_id: str) -> dict[str, object]:
        """Fresh credentials of a role, as nobody in particular assumed it."""
        from tutor.account import Caller, RequestRecord
        from tutor.gateway.sandbox import CONSOLE_ADDRESS
        from tutor.policy import Principal, PrincipalKind

        service = Caller(Principal(PrincipalKind.AWS_SERVICE, SERVICE, ""), None, SERVICE, None)
        arn = f"arn:aws:iam::{account_id}:role/{role}"
        known = self.sandbox.world.accounts[account_id].roles.get(role)
        parameters: dict[str, object] = {
            "RoleArn": known.arn if known is not None else arn,
            "RoleSessionName": "session",
        }
        request = RequestRecord("sts", "AssumeRole", parameters, service, None, CONSOLE_ADDRESS)
        given = self.sandbox.save.append(request).result.get("Credentials")
        if not isinstance(given, dict):
            return {"unknown-key": True}
        return {
            "aws_access_key_id": given["AccessKeyId"],
            "aws_secret_access_key": given["SecretAccessKey"],
            "aws_session_token": given["SessionToken"],
        }


@dataclass(slots=True)
class _Gathering:
    """A block whose journal entries become rows; the entries are known when it ends."""

    maker: Maker
    at: datetime
    first: int = 0
    made: "list[Entry]" = field(default_factory=list)

    def __enter__(self) -> "list[Entry]":
        self.first = self.maker.sandbox.save.head or 0
        return self.made

    def __exit__(self, *_: object) -> None:
        sandbox, home = self.maker.sandbox, self.maker.lesson.file.account
        self.made += [entry for entry in sandbox.save.entries if entry.index > self.first]
        rows = (row_of(entry, self.at, sandbox, home) for entry in self.made)
        self.maker.requests += [row for row in rows if row]


def _solve(lesson: Lesson, step: Step, console: "Console") -> None:
    if step.work is None:
        return
    if step.repair is not None:
        model = lesson.folder / "solutions" / step.repair.solution_file
        lay(lesson, model, console.workspace / step.repair.file)
    for line in step.work.solution:
        try:
            console.run(resolved(line, console.sandbox, lesson.file.account))
        except NoSuchThing:
            continue


def _judged(
    index: int, line: StartLine, result: "ConsoleResult", made: "Iterable[Entry]"
) -> list[StartFailure]:
    errors = [entry.request.error for entry in made if entry.request and entry.request.error]
    if line.fails is not None:
        found = errors[0] if errors else ""
        return [] if line.fails in errors else [StartFailure(index, line.fails, found)]
    if result.rc == 0:
        return []
    found = errors[0] if errors else (result.stderr.strip().splitlines() or [str(result.rc)])[-1]
    return [StartFailure(index, "0", found)]
