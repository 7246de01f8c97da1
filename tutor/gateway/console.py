"""The console: one line in, what the AWS CLI prints and what happened in the account out."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.gateway.aws_cli import COMMAND_LOCK, AwsCli, CommandResult, Terminal, sandbox_cli
from tutor.gateway.complete import Completion, complete
from tutor.gateway.events import Event
from tutor.gateway.line import CommandWords, read_line
from tutor.gateway.notices import Notice, Refused
from tutor.gateway.sandbox import Sandbox
from tutor.gateway.stamp import Stamp
from tutor.gateway.typed import WORDS, Fix, mend
from tutor.gateway.vendored import Credentials
from tutor.gateway.workspace import Workspace
from tutor.policy import PolicyError

if TYPE_CHECKING:
    from tutor.account import Move

NOT_FOUND: Final = 127
USAGE: Final = 2

STEP: Final = re.compile(r"\+(\d{1,6})([smhd])")
UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True, slots=True)
class ConsoleResult:
    """One line's output as the AWS CLI prints it, and what it did."""

    rc: int
    stdout: str = ""
    stderr: str = ""
    """AWS's own words; a refused policy document is shown under them with a caret."""
    events: tuple[Event, ...] = ()
    """The requests that the line made, with their decisions."""
    changed: bool = False
    """Whether the account, its profiles or its clock are another than before."""
    fixes: tuple[Fix, ...] = ()
    """What was mended in the line before it ran."""
    notice: Notice | None = None
    """What the console itself says; stderr then holds the same sentence in English."""
    fault: PolicyError | None = None
    """Where the policy document that the service refused is malformed."""


@dataclass(slots=True)
class Console:
    """A prompt in one sandbox, with a workspace folder and a default profile (None is root)."""

    sandbox: Sandbox
    workspace: Path
    default_profile: str | None = None
    cli: AwsCli = field(default_factory=sandbox_cli)

    def warm_up(self) -> None:
        """Loads the AWS CLI, so that the first command does not wait for it."""
        self.cli.warm_up()

    def run(self, line: str, *, stamp: Stamp | None = None) -> ConsoleResult:
        """Runs one line; raises errors of the save and nothing else."""
        mended, fixes = mend(line)
        try:
            command = read_line(mended)
            with COMMAND_LOCK:
                result = self._dispatch(command, stamp or Stamp(line=self._next_line()))
        except Refused as refused:
            result = _said(refused.notice, USAGE)
        return replace(result, fixes=fixes)

    def complete(self, line: str, cursor: int) -> Completion:
        """The words that could stand where the cursor is."""
        return complete(self.sandbox, Workspace(self.workspace), self.cli.commands, line, cursor)

    def _next_line(self) -> int:
        with self.sandbox.save.exclusive():  # so that the lines of other processes are known
            return self.sandbox.save.next_line

    def _dispatch(self, command: CommandWords, stamp: Stamp) -> ConsoleResult:
        if not command.words:
            return ConsoleResult(0)
        word, *arguments = command.words
        if word == "aws":
            return self._aws(command.variables, arguments, stamp)
        own = self._own_words().get(word)
        if own is not None:
            return own(arguments, stamp)
        available = tuple(sorted(WORDS - {"aws"}))
        nearest = difflib.get_close_matches(word, WORDS, 1)
        values = {"word": word, "available": ", ".join(available), "nearest": nearest[0] if nearest else ""}
        return _said(Notice("not-a-command", values), NOT_FOUND)

    def _own_words(self) -> Mapping[str, Callable[[list[str], Stamp], ConsoleResult]]:
        return {
            "ls": self._ls,
            "cat": self._cat,
            "undo": self._undo,
            "redo": self._redo,
            "clock": self._clock,
        }

    def _aws(self, variables: Mapping[str, str], arguments: list[str], stamp: Stamp) -> ConsoleResult:
        key, secret = variables.get("AWS_ACCESS_KEY_ID"), variables.get("AWS_SECRET_ACCESS_KEY")
        if (key is None) != (secret is None):
            missing = "AWS_SECRET_ACCESS_KEY" if secret is None else "AWS_ACCESS_KEY_ID"
            return ConsoleResult(255, "", f"\nPartial credentials found in env, missing: {missing}\n")
        credentials = None
        if key is not None and secret is not None:
            credentials = Credentials(key, secret, variables.get("AWS_SESSION_TOKEN"))
        terminal = Terminal(self.sandbox, self.workspace, self._profile(variables))
        region = variables.get("AWS_REGION") or variables.get("AWS_DEFAULT_REGION")
        if region:
            terminal = replace(terminal, region=region)
        with self.sandbox.watching() as events:
            result = self.cli.run(arguments, terminal, credentials=credentials, stamp=stamp)
        own = tuple(event for event in events if event.line == stamp.line)
        return self._with_events(result, own)

    def _profile(self, variables: Mapping[str, str]) -> str | None:
        return variables.get("AWS_PROFILE") or variables.get("AWS_DEFAULT_PROFILE") or self.default_profile

    def _with_events(self, result: CommandResult, events: tuple[Event, ...]) -> ConsoleResult:
        fault = next((event.fault for event in events if event.fault is not None), None)
        stderr = result.stderr if fault is None else f"{result.stderr}\n{fault.caret()}\n"
        changed = any(self.sandbox.save.entry(event.index).changes for event in events)
        return ConsoleResult(
            result.rc, result.stdout, stderr, events, changed, notice=result.notice, fault=fault
        )

    def _ls(self, arguments: list[str], stamp: Stamp) -> ConsoleResult:
        names = Workspace(self.workspace).files()
        return ConsoleResult(0, "".join(f"{name}\n" for name in names))

    def _cat(self, arguments: list[str], stamp: Stamp) -> ConsoleResult:
        folder = Workspace(self.workspace)
        texts: list[str] = []
        for name in arguments:
            path = folder.path_of(name)
            if not path.is_file():
                return _said(Notice("not-a-file", {"path": name}), 1)
            text = path.read_bytes().decode("utf-8", "replace")
            texts.append(text if text.endswith("\n") or not text else f"{text}\n")
        return ConsoleResult(0, "".join(texts))

    def _undo(self, arguments: list[str], stamp: Stamp) -> ConsoleResult:
        return _moved(self.sandbox.save.undo(line=stamp.line), "undone", "nothing-to-undo")

    def _redo(self, arguments: list[str], stamp: Stamp) -> ConsoleResult:
        return _moved(self.sandbox.save.redo(line=stamp.line), "redone", "nothing-to-redo")

    def _clock(self, arguments: list[str], stamp: Stamp) -> ConsoleResult:
        step = STEP.fullmatch("".join(arguments))
        if step is None or not _in_reach(self.sandbox.world.now, int(step[1]) * UNITS[step[2]]):
            return _said(Notice("clock-form"), USAGE)
        self.sandbox.save.advance_clock(int(step[1]) * UNITS[step[2]], line=stamp.line)
        shown = self.sandbox.world.now.strftime("%Y-%m-%d %H:%M:%S")
        return ConsoleResult(0, changed=True, notice=Notice("clock", {"time": shown}))


def _said(notice: Notice, rc: int) -> ConsoleResult:
    return ConsoleResult(rc, "", f"\n{notice.english}\n", notice=notice)


def _moved(move: "Move | None", done: str, nothing: str) -> ConsoleResult:
    if move is None:
        return _said(Notice(nothing), 1)
    first = move.undone[0].line if move.undone else None
    return ConsoleResult(0, changed=True, notice=Notice(done, {"line": first or move.from_index}))


def _in_reach(now: datetime, seconds: int) -> bool:
    try:
        return bool(now + timedelta(seconds=seconds))
    except OverflowError:
        return False
