"""The console: one line in, what the AWS CLI prints and what happened in the account out."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tutor.gateway.aws_cli import COMMAND_LOCK, AwsCli, sandbox_cli
from tutor.gateway.aws_line import AwsLine
from tutor.gateway.complete import Completion, complete
from tutor.gateway.fresh import begin_again
from tutor.gateway.kept import kept_line
from tutor.gateway.line import CommandWords, read_line
from tutor.gateway.notices import Notice, Refused
from tutor.gateway.result import NOT_FOUND, USAGE, ConsoleResult, Question, refused, said
from tutor.gateway.sandbox import Sandbox
from tutor.gateway.shell import Shell
from tutor.gateway.stamp import Stamp
from tutor.gateway.typed import mend
from tutor.gateway.vendored import Credentials
from tutor.gateway.visible import visible
from tutor.gateway.words import REGISTRY, help_page, word_named
from tutor.gateway.words.keep import credentials_in
from tutor.gateway.words.profiles import DEFAULT, named_profile
from tutor.gateway.words.variables import assigned
from tutor.gateway.workspace import Workspace

__all__ = ["Console", "ConsoleResult"]

TAKES_FILES: Final = frozenset({"ls", "cat", "edit", "rm"})
LEAVES: Final = frozenset({"exit", "나가기"})


@dataclass(slots=True)
class Console:
    """A prompt in one sandbox, with a workspace folder and a default profile (None is root)."""

    sandbox: Sandbox
    workspace: Path
    default_profile: str | None = None
    cli: AwsCli = field(default_factory=sandbox_cli)
    shell: Shell = field(default_factory=Shell)
    restart: Callable[[], None] | None = None
    """What `reset` does; without it the accounts begin again, empty."""

    def warm_up(self) -> None:
        """Loads the AWS CLI, so that the first command does not wait for it."""
        self.cli.warm_up()

    @property
    def question(self) -> Question | None:
        """What the console wants to know: whatever is typed next is the answer."""
        return self.shell.waiting.question if self.shell.waiting is not None else None

    @property
    def help(self) -> tuple[Notice, ...]:
        """The console's words, a sentence each."""
        return help_page()

    def takes(self, line: str) -> bool:
        """Whether a line is for this console even if its front end has a meaning of its own for it."""
        inside = self.shell.remote is not None and line.strip().lower() in LEAVES
        return self.question is not None or inside

    def run(self, line: str, *, stamp: Stamp | None = None) -> ConsoleResult:
        """Runs one line, or takes the answer to a question; raises errors of the save and nothing else."""
        with COMMAND_LOCK:
            if self.shell.waiting is not None:
                result = self._answered(line, stamp)
            else:
                result = replace(self._run(line, stamp), line=kept_line(line))
        self.shell.status = result.rc
        return replace(result, stdout=visible(result.stdout), stderr=visible(result.stderr))

    def complete(self, line: str, cursor: int) -> Completion:
        """The words that could stand where the cursor is."""
        if self.question is not None:
            return Completion(cursor, cursor)
        return complete(self, line, cursor)

    def profile(self, variables: Mapping[str, str]) -> str | None:
        """Whose `aws` lines are that name nobody; None is root."""
        named = named_profile({**self.shell.environment(), **variables})
        configured = self.sandbox.credentials_of(DEFAULT) is not None
        return named or (DEFAULT if configured else self.default_profile)

    def call(self, arguments: Sequence[str], credentials: Credentials, stamp: Stamp) -> ConsoleResult:
        """Runs `aws` with these arguments and a key."""
        return AwsLine(self, {}, credentials).run(arguments, stamp)

    def begin_again(self) -> None:
        """As `reset`: from the beginning, with what was before in the journal only."""
        if self.restart is not None:
            self.restart()
        else:
            begin_again(self.sandbox.save)

    def _run(self, line: str, stamp: Stamp | None) -> ConsoleResult:
        mended, fixes = mend(line)
        try:
            command = read_line(mended, self.shell.readable())
            self._check_patterns(command)
            result = self._dispatch(command, stamp or Stamp(line=self._next_line()))
        except Refused as refusal:
            result = said(refusal.notice, USAGE)
        return replace(result, fixes=fixes)

    def _answered(self, line: str, stamp: Stamp | None) -> ConsoleResult:
        waiting, self.shell.waiting = self.shell.waiting, None
        assert waiting is not None, "it was asked"
        try:
            return waiting.answered(line, stamp or Stamp(line=self._next_line()))
        except Refused as refusal:
            return said(refusal.notice, USAGE)

    def _next_line(self) -> int:
        with self.sandbox.save.exclusive():  # so that the lines of other processes are known
            return self.sandbox.save.next_line

    def _dispatch(self, command: CommandWords, stamp: Stamp) -> ConsoleResult:
        given = dict(command.variables)
        if not command.words:
            return assigned(self, given) if given else ConsoleResult(0)
        name, *arguments = command.words
        word = word_named(name)
        self.shell.asked_to_reset &= word is not None and word.name == "reset"
        if name == "aws":
            result = AwsLine(self, given).run(arguments, stamp)
            self.shell.given = credentials_in(result.stdout) or self.shell.given
            return result
        if word is None:
            return _unknown(name)
        if self.shell.remote is not None and not word.remote:
            return refused("leave-first", word=name, instance=self.shell.remote.instance_id)
        return word.run(self, arguments, stamp)

    def _check_patterns(self, command: CommandWords) -> None:
        """Raises Refused for `*.json` and the like, where a shell would put the names of files."""
        word = word_named(command.words[0]) if command.words else None
        for pattern in command.patterns:
            files = Workspace(self.workspace).matching(pattern)
            if files or (word is not None and word.name in TAKES_FILES):
                raise Refused("shell-glob", sign=pattern, files=", ".join(files[:3]) or "-")


def _unknown(name: str) -> ConsoleResult:
    nearest = difflib.get_close_matches(name, ("aws", *REGISTRY), 1)
    values = {"word": name, "nearest": nearest[0] if nearest else ""}
    kind = "not-a-command-but" if nearest else "not-a-command"
    return refused(kind, NOT_FOUND, **values)
