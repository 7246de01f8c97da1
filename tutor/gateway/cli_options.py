"""What the AWS CLI itself has: a command's options, what commands and options are for; for completion."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Final

from tutor.gateway.aws_cli import COMMAND_LOCK, REGION
from tutor.gateway.candidates import CommandOption, one_line
from tutor.gateway.commands import SERVICE_OF, SandboxCommands, command_name
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.vendored import Invocation, command_line

POSITIONAL: Final = frozenset({"--outfile"})
"""What the CLI lists as an option although it is a plain word of the line."""


@cache
def options_of(commands: SandboxCommands, service: str, command: str) -> tuple[CommandOption, ...]:
    """The options of `aws SERVICE COMMAND`; none for what the sandbox lacks. Loads the CLI."""
    if commands.refuse(service, command) is not None or not commands.has_service(service):
        return ()
    invocation = Invocation(
        answer=_nobody,
        credentials_of=lambda _profile: None,
        profiles=(),
        profile=None,
        region=REGION,
        read_file=lambda _name, _binary: "",
        commands=commands,
        now=lambda: datetime(2026, 1, 1, tzinfo=UTC),
        on_notice=lambda _notice: None,
    )
    with COMMAND_LOCK:
        options = command_line().options_of(service, command, invocation)
    return tuple(option for option in options if option.name not in POSITIONAL)


@cache
def command_abouts(commands: SandboxCommands, service: str) -> Mapping[str, str]:
    """What each command of `aws SERVICE` does. Loads the service's model."""
    line, known = command_line(), commands.commands_of(service)
    if service == "s3":
        texts = line.file_commands()
        return {command: one_line(texts.get(command, "")) for command in known}
    model = line.service_model(SERVICE_OF[service])
    operations = {command: commands.operation_of(service, command) for command in known}
    return {
        command: one_line(model.operation_model(operation).documentation)
        for command, operation in operations.items()
    }


@cache
def global_abouts() -> Mapping[str, str]:
    """What the CLI's own options are for. Loads the CLI."""
    return {f"--{name}": one_line(text) for name, text in command_line().global_options().items()}


def waiters_of(commands: SandboxCommands, service: str) -> Mapping[str, str]:
    """The words that may follow `aws SERVICE wait`, each with the command that it repeats."""
    if service not in SERVICE_OF:
        return {}
    found = {
        command_name(name): command_name(operation)
        for name, operation in _waiters(SERVICE_OF[service]).items()
    }
    return {name: command for name, command in found.items() if commands.operation_of(service, command)}


@cache
def _waiters(service: str) -> Mapping[str, str]:
    return command_line().waiters_of(service)


def is_loaded() -> bool:
    """Whether the CLI is there already, so that asking it costs nothing."""
    return command_line.cache_info().currsize > 0


def _nobody(_request: HttpRequest) -> HttpResponse:
    raise AssertionError("reading options sends nothing")
