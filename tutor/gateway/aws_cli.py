"""Runs `aws` command lines in this process: a fresh session each, walls around it, one at a time."""

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol

from tutor.gateway.capture import Captured
from tutor.gateway.commands import SandboxCommands
from tutor.gateway.gate import the_gate
from tutor.gateway.http import Headers, HttpRequest, HttpResponse
from tutor.gateway.needs import NEEDS
from tutor.gateway.notices import Notice, Refused
from tutor.gateway.sandbox import CONSOLE_ADDRESS
from tutor.gateway.stamp import Stamp
from tutor.gateway.vendored import Credentials, Invocation, command_line
from tutor.gateway.workspace import Workspace

REGION: Final = "us-east-1"
"""The region of a command that names none."""

WARM_UP: Final = ("sts get-caller-identity", "iam list-users", "iam create-user --user-name a", "s3 ls")
"""The commands whose models and code are loaded before the learner's first."""


class CommandLock:
    """One command at a time: stdout, the working folder and the CLI's own globals belong to the process."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._waiting: set[int] = set()

    def __enter__(self) -> None:
        thread = threading.get_ident()
        self._waiting.add(thread)
        self._lock.acquire()
        self._waiting.discard(thread)

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    @property
    def is_wanted(self) -> bool:
        """Whether a command waits for another to end."""
        return bool(self._waiting)


COMMAND_LOCK: Final = CommandLock()


class Counterpart(Protocol):
    """Where a command's requests go and whose keys sign them; `Sandbox` is one."""

    def send(self, http: HttpRequest, *, source_ip: str = ..., stamp: Stamp | None = ...) -> HttpResponse:
        """Answers one signed request."""

    def credentials_of(self, profile: str | None) -> Credentials | None:
        """The key of a profile, None if its owner has none."""

    @property
    def wall_clock(self) -> Callable[[], datetime]:
        """The clock that signatures are made and checked by."""

    def sandbox_clock(self) -> datetime:
        """Sandbox time: addresses that are signed for others to open end by it."""

    @property
    def profile_names(self) -> Sequence[str]:
        """The profiles that `--profile` may name."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where commands are typed: whose sandbox, which folder, and who is signed in unless a command says."""

    sandbox: Counterpart
    workspace: Path
    profile: str | None = None
    region: str = REGION
    source_ip: str = CONSOLE_ADDRESS


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What one command line printed and returned; `notice` says what the console itself refused."""

    rc: int
    stdout: str
    stderr: str
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class AwsCli:
    """The AWS CLI confined to one set of sandbox commands."""

    commands: SandboxCommands

    def run(
        self,
        arguments: Sequence[str],
        terminal: Terminal,
        *,
        credentials: Credentials | None = None,
        stamp: Stamp | None = None,
    ) -> CommandResult:
        """Runs `aws` with these arguments; raises errors of the save, everything else is in the result."""
        folder, run = Workspace(terminal.workspace), _Run(terminal, stamp)
        sandbox = terminal.sandbox
        with COMMAND_LOCK:
            cli = command_line()
            captured = Captured()
            try:
                folder.check_arguments(arguments)
                invocation = Invocation(
                    answer=run.answer,
                    credentials_of=lambda named: (
                        sandbox.credentials_of(named) if named or credentials is None else credentials
                    ),
                    profile=None if credentials else terminal.profile,
                    profiles=tuple(sandbox.profile_names),
                    region=terminal.region,
                    read_file=lambda name, binary: folder.read(name, binary=binary),
                    commands=self.commands,
                    now=sandbox.sandbox_clock if _presigns(arguments) else sandbox.wall_clock,
                    on_notice=run.notices.append,
                )
                walls = the_gate().around(folder.folder)
                with _working_in(folder.folder), walls as stopped, captured.taking():
                    code = cli.run(arguments, invocation)
                if code == 0 and stopped and not captured.stdout and not run.answered:
                    raise Refused("outside-file", path=stopped[0].filename)
            except Refused as refused:
                return CommandResult(255, "", f"\n{refused}\n", refused.notice)
        if run.failure is not None:
            raise run.failure
        notice = run.notices[0] if run.notices else None
        return CommandResult(code, captured.stdout, captured.stderr, notice)

    def warm_up(self) -> None:
        """Loads the CLI and what first commands need, then takes it all out of garbage collection.

        A command that waits meanwhile loads the rest of what it needs itself, before the others.
        """
        with TemporaryDirectory() as folder, _uncollected():
            with COMMAND_LOCK:
                command_line()
            for line in WARM_UP:
                if COMMAND_LOCK.is_wanted:
                    break
                self.run(line.split(), Terminal(_WarmUp(), Path(folder)))
            freeze_once()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Next to nothing of what is loaded is garbage, and looking for it would stop every thread for 100 ms."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def freeze_once() -> None:
    """Take what is loaded out of garbage collection, once: later it would keep what only lives now."""
    gc.freeze()


@cache
def sandbox_cli() -> AwsCli:
    """The AWS CLI with the commands whose operations the account performs."""
    from tutor.account import OPERATIONS

    return AwsCli(SandboxCommands(name for name in OPERATIONS if name in NEEDS))


class _Run:
    """One command's way to the door, open in the gate; keeps an error that is not AWS's to report."""

    def __init__(self, terminal: Terminal, stamp: Stamp | None) -> None:
        self._terminal, self._stamp = terminal, stamp
        self.failure: Exception | None = None
        self.notices: list[Notice] = []
        self.answered = False

    def answer(self, http: HttpRequest) -> HttpResponse:
        """Sends one request through the door; an error of the save is kept and ends the command."""
        self.answered = True
        with the_gate().exempt():
            try:
                return self._terminal.sandbox.send(
                    http, source_ip=self._terminal.source_ip, stamp=self._stamp
                )
            except Exception as failure:
                self.failure = failure
                raise


class _WarmUp:
    """A door that refuses everybody, to load the CLI without an account."""

    profile_names: Sequence[str] = ()

    def send(self, http: HttpRequest, *, source_ip: str = "", stamp: Stamp | None = None) -> HttpResponse:
        body = (
            b"<ErrorResponse><Error><Code>AccessDenied</Code><Message/></Error><RequestId/></ErrorResponse>"
        )
        return HttpResponse(403, Headers([("Content-Type", "text/xml")]), body)

    def credentials_of(self, profile: str | None) -> Credentials | None:
        return Credentials("AKIDEXAMPLE", "secret")

    def wall_clock(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)

    def sandbox_clock(self) -> datetime:
        return self.wall_clock()


def _presigns(arguments: Sequence[str]) -> bool:
    """Whether it is `s3 presign`, which sends nothing."""
    return ("s3", "presign") in pairwise(arguments)


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    try:
        before = os.getcwd()
    except FileNotFoundError:  # the folder that the tutor was started in is gone
        before = str(folder)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
