"""The options that the AWS CLI itself has for a command, for completion."""

from datetime import UTC, datetime
from functools import cache
from typing import Final

from tutor.gateway.aws_cli import COMMAND_LOCK, REGION
from tutor.gateway.commands import SandboxCommands
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.vendored import Invocation, command_line

POSITIONAL: Final = frozenset({"--outfile"})
"""What the CLI lists as an option although it is a plain word of the line."""


def loaded_options(commands: SandboxCommands, service: str, command: str) -> tuple[str, ...] | None:
    """The options of `aws SERVICE COMMAND`; None as long as the CLI is not loaded, or for what it lacks."""
    if not command_line.cache_info().currsize:
        return None
    return _options(commands, service, command) or None


@cache
def _options(commands: SandboxCommands, service: str, command: str) -> tuple[str, ...]:
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
    return tuple(option for option in options if option not in POSITIONAL)


def _nobody(_request: HttpRequest) -> HttpResponse:
    raise AssertionError("reading options sends nothing")
