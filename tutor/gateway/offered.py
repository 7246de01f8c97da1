"""What the sandbox can do, operation by operation, beside what the AWS CLI's own examples name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.gateway.aws_cli import sandbox_cli
from tutor.gateway.commands import SERVICE_OF, command_name
from tutor.gateway.vendored import command_line

if TYPE_CHECKING:
    from tutor.gateway.commands import SandboxCommands

__all__ = ["COMPARED", "REFUSED", "Offered", "offered"]

COMPARED: Final = ("iam", "sts")
"""The services that are compared with the examples and with the whole API."""

CALL: Final = re.compile(r"\baws ([a-z0-9-]+) ([a-z0-9-]+)")

REFUSED: Final[Mapping[str, frozenset[str]]] = {
    "delegation": frozenset(
        {
            "accept-delegation-request",
            "associate-delegation-request",
            "create-delegation-request",
            "get-delegated-access-token",
            "get-delegation-request",
            "list-delegation-requests",
            "reject-delegation-request",
            "send-delegation-token",
            "update-delegation-request",
        }
    ),
    "outbound": frozenset(
        {
            "disable-outbound-web-identity-federation",
            "enable-outbound-web-identity-federation",
            "get-outbound-web-identity-federation-info",
            "get-web-identity-token",
        }
    ),
    "summary": frozenset({"get-human-readable-summary"}),
}
"""Commands of `aws iam` and `aws sts` that the sandbox does not have on purpose, by the reason why."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The commands of one service: those that work here, and those that are known elsewhere."""

    service: str
    """As it stands behind `aws`."""
    commands: tuple[str, ...]
    documented: tuple[str, ...] = ()
    """Of a compared service: what the AWS CLI's examples name."""
    lacking: Mapping[str, str] | None = None
    """Of a compared service: its other commands, each with the reason; None for the others."""

    @property
    def undocumented(self) -> tuple[str, ...]:
        """What the examples name and the sandbox does not have."""
        return tuple(command for command in self.documented if command not in self.commands)


def offered() -> tuple[Offered, ...]:
    """All services of the sandbox; raises KeyError for a lacking command without a reason."""
    commands = sandbox_cli().commands
    return tuple(_offered(service, commands) for service in commands.services())


def _offered(service: str, commands: "SandboxCommands") -> Offered:
    known = commands.commands_of(service)
    if service not in COMPARED:
        return Offered(service, known)
    every = _api(service)
    reasons = {command: reason for reason, group in REFUSED.items() for command in group}
    lacking = {command: reasons[command] for command in every if command not in known}
    return Offered(service, known, tuple(sorted(set(_documented(service)))), lacking)


def _api(service: str) -> tuple[str, ...]:
    model = command_line().service_model(SERVICE_OF[service])
    return tuple(sorted(command_name(operation) for operation in model.operation_names))


def _documented(service: str) -> Iterator[str]:
    """The commands of a service that the examples are about.

    An example stands in a file of its command's name; one that does not is about the first command in it.
    """
    every = set(_api(service))
    for folder in COMPARED:
        for name, text in command_line().examples(folder):
            first = CALL.search(text)
            about = (folder, name)
            if first is not None and (folder != service or name not in every):
                about = (first[1], first[2])
            if about[0] == service and about[1] in every:
                yield about[1]
