"""An `aws` line of the console: who it is signed as, and what is said beside AWS's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tutor.gateway.aws_cli import CommandResult, Terminal
from tutor.gateway.events import Event
from tutor.gateway.instance_role import OnInstance, address_of
from tutor.gateway.notices import Notice, Refused
from tutor.gateway.result import ConsoleResult, advised
from tutor.gateway.shortened import perhaps_meant
from tutor.gateway.stuck import stuck
from tutor.gateway.vendored import Credentials
from tutor.gateway.words.instances import on_instance
from tutor.gateway.words.options import option_value
from tutor.gateway.words.profiles import DEFAULT, configure, named_profile

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.stamp import Stamp

WITH_VALUES: Final = frozenset(
    {"--profile", "--region", "--output", "--query", "--endpoint-url", "--ca-bundle", "--color"}
)
"""Options of `aws` itself that take a value."""

NAMES: Final = ("name", "alias", "bucket")
"""How options end whose values are names of things."""


@dataclass(frozen=True, slots=True)
class AwsLine:
    """One run of `aws`: variables in front of it, or a key that it is to be signed with."""

    console: "Console"
    variables: Mapping[str, str]
    key: Credentials | None = None

    def run(self, arguments: Sequence[str], stamp: "Stamp") -> ConsoleResult:
        """Runs the words behind `aws`; raises Refused and errors of the save."""
        words = _without_options(arguments)
        if words[:1] == ["configure"]:
            if (remote := self.console.shell.remote) is not None:
                raise Refused("leave-first", word="aws configure", instance=remote.instance_id)
            place = list(arguments).index("configure")
            return configure(
                self.console, arguments[place + 1 :], option_value(arguments[:place], "--profile"), stamp
            )
        missing = self._missing_half()
        if missing is not None:
            return ConsoleResult(255, "", f"\nPartial credentials found in env, missing: {missing}\n")
        sandbox = self.console.sandbox
        if self.console.shell.remote is not None:
            return self._remote(arguments, stamp)
        profile = self.console.profile(self.variables)
        credentials, lost = self._credentials()
        settings = self._settings(option_value(arguments, "--profile") or named_profile(self._environment))
        terminal = Terminal(sandbox, self.console.workspace, profile)
        if region := settings.get("region"):
            terminal = replace(terminal, region=region)
        if (form := settings.get("output")) and option_value(arguments, "--output") is None:
            arguments = ["--output", form, *arguments]
        return self._advised(self._run(arguments, terminal, credentials, stamp), arguments, lost=lost)

    def _remote(self, arguments: Sequence[str], stamp: "Stamp") -> ConsoleResult:
        """As on an instance: its role's credentials unless variables say otherwise, and its address."""
        instance, of_role = on_instance(self.console, stamp)
        credentials, _ = self._credentials()
        terminal = Terminal(
            OnInstance(self.console.sandbox),
            self.console.workspace,
            self._environment.get("AWS_PROFILE"),
            self._settings(None).get("region") or instance.region,
            address_of(instance),
        )
        result = self._run(arguments, terminal, credentials or of_role, stamp)
        return self._advised(result, arguments, lost=False)

    def _run(
        self,
        arguments: Sequence[str],
        terminal: Terminal,
        credentials: Credentials | None,
        stamp: "Stamp",
    ) -> ConsoleResult:
        with self.console.sandbox.watching() as events:
            result = self.console.cli.run(arguments, terminal, credentials=credentials, stamp=stamp)
        return self._with_events(result, tuple(event for event in events if event.line == stamp.line))

    @property
    def _environment(self) -> Mapping[str, str]:
        return {**self.console.shell.environment(), **self.variables}

    def _missing_half(self) -> str | None:
        halves = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
        missing = [name for name in halves if not self._environment.get(name)]
        return missing[0] if len(missing) == 1 and self.key is None else None

    def _credentials(self) -> tuple[Credentials | None, bool]:
        """The key that signs, None if a profile's does; and whether who was signed in is no more."""
        environment, shell = self._environment, self.console.shell
        key_id, secret = environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY")
        if self.key is not None:
            return self.key, False
        if key_id and secret:
            return Credentials(key_id, secret, environment.get("AWS_SESSION_TOKEN") or None), False
        signed_in = shell.signed_in if shell.remote is None else None
        if signed_in is None or named_profile(environment) is not None:
            return None, False
        if self.console.sandbox.world.find_session(signed_in.credentials.access_key_id) is None:
            shell.signed_in = None
            return None, True
        return signed_in.credentials, False

    def _settings(self, named: str | None) -> Mapping[str, str]:
        """Region and output: variables first, then what the profile was configured with.

        Whoever names no profile gets the settings of the one that is called default.
        """
        environment, remote = self._environment, self.console.shell.remote is not None
        definition = {} if remote else self.console.sandbox.profiles.get(named or DEFAULT, {})
        region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")
        return {
            "region": region or str(definition.get("region", "")),
            "output": environment.get("AWS_DEFAULT_OUTPUT") or str(definition.get("output", "")),
        }

    def _with_events(self, result: CommandResult, events: tuple[Event, ...]) -> ConsoleResult:
        fault = next((event.fault for event in events if event.fault is not None), None)
        stderr = result.stderr if fault is None else f"{result.stderr}\n{fault.caret()}\n"
        save = self.console.sandbox.save
        changed = any(save.entry(event.index).changes for event in events)
        return ConsoleResult(
            result.rc, result.stdout, stderr, events, changed, notice=result.notice, fault=fault
        )

    def _stuck(self, result: ConsoleResult, arguments: Sequence[str]) -> Notice | None:
        console = self.console
        words, given = _without_options(arguments), console.shell.given is not None
        return stuck(result.stderr, arguments, words, console.workspace, given=given)

    def _advised(self, result: ConsoleResult, arguments: Sequence[str], *, lost: bool) -> ConsoleResult:
        if lost:
            return advised(result, "sign-in-gone")
        foreign = next(_foreign_names(arguments), None)
        if result.rc and result.notice is None and foreign is not None:
            return advised(result, "ascii-name", name=foreign)
        if result.rc and (meant := perhaps_meant(result.stderr, _without_options(arguments))) is not None:
            return advised(result, "perhaps-meant", meant=meant)
        if result.rc and result.notice is None and (about := self._stuck(result, arguments)) is not None:
            return replace(result, advice=about)  # stderr stays as the AWS CLI prints it
        return _about_devices(result, arguments)


def _about_devices(result: ConsoleResult, arguments: Sequence[str]) -> ConsoleResult:
    """How a new device gets onto a phone; that the root user's own is enabled elsewhere."""
    path, name = option_value(arguments, "--outfile"), option_value(arguments, "--virtual-mfa-device-name")
    if result.rc == 0 and "create-virtual-mfa-device" in arguments and path and name:
        return replace(result, advice=Notice("qr-next", {"path": path, "name": name}))
    if (
        result.rc
        and "enable-mfa-device" in arguments
        and option_value(arguments, "--user-name") in (None, "root")
    ):
        return advised(result, "mfa-root")
    return result


def _foreign_names(arguments: Sequence[str]) -> Iterator[str]:
    """Names of things with letters that AWS has no place for."""
    for option, value in pairwise(arguments):
        if option.startswith("--") and option.endswith(NAMES) and not value.isascii():
            yield value
    for word in arguments:
        option, sign, value = word.partition("=")
        if sign and option.startswith("--") and option.endswith(NAMES) and not value.isascii():
            yield value
        if word.startswith("s3://") and not word.removeprefix("s3://").partition("/")[0].isascii():
            yield word


def _without_options(arguments: Sequence[str]) -> list[str]:
    """The words that are neither options of `aws` itself nor their values."""
    pairs = zip(("", *arguments), arguments, strict=False)
    return [word for before, word in pairs if not word.startswith("--") and before not in WITH_VALUES]
