"""Which commands of the AWS CLI the sandbox has, and what to say of the others."""

from collections.abc import Iterable, Mapping
from typing import Final

from tutor.gateway.nearest import is_alike, nearest_command, nearest_service
from tutor.gateway.notices import Refused

HIGH_LEVEL_S3: Final = frozenset({"ls", "cp", "mv", "rm", "mb", "rb", "sync", "presign"})
"""The `aws s3` commands that need no more than the sandbox's S3 operations."""

ALWAYS: Final = frozenset({"wait", "help"})
"""Commands of the CLI itself that stand beside a service's operations."""

SERVICE_OF: Final[Mapping[str, str]] = {
    "iam": "iam",
    "sts": "sts",
    "s3api": "s3",
    "ec2": "ec2",
    "organizations": "organizations",
}
"""The service behind each command that offers its operations one by one."""


class SandboxCommands:
    """The command table of the sandbox, made from the operations that the account performs."""

    def __init__(self, operations: Iterable[str]) -> None:
        self._operations: dict[str, dict[str, str]] = {command: {} for command in SERVICE_OF}
        for name in operations:
            service, _, operation = name.partition(":")
            for command, behind in SERVICE_OF.items():
                if behind == service:
                    self._operations[command][operation.lower()] = operation

    def has_service(self, command: str) -> bool:
        """Whether `aws COMMAND` is part of the sandbox."""
        return command in ("help", "s3") or bool(self._operations.get(command))

    def services(self) -> tuple[str, ...]:
        """The words that may follow `aws`."""
        return tuple(sorted([*(name for name, known in self._operations.items() if known), "s3"]))

    def commands_of(self, service: str) -> tuple[str, ...]:
        """The words that may follow `aws SERVICE`."""
        if service == "s3":
            return tuple(sorted(HIGH_LEVEL_S3))
        return tuple(
            sorted(command_name(operation) for operation in self._operations.get(service, {}).values())
        )

    def operation_of(self, service: str, command: str) -> str | None:
        """The API operation that `aws SERVICE COMMAND` calls, if the sandbox has it."""
        return self._operations.get(service, {}).get(command.replace("-", ""))

    def refuse(self, service: str, command: str, words: Iterable[str] = ()) -> Refused | None:
        """Why `aws COMMAND` (service empty) or `aws SERVICE COMMAND` is not to be had here; None if it is.

        `words` are all that was typed behind `aws`.
        """
        if not service:
            return self._refuse_service(command, words)
        known = command in (HIGH_LEVEL_S3 if service == "s3" else ()) or self.operation_of(service, command)
        if known or command in ALWAYS or not self.has_service(service):
            return None
        nearest = nearest_command(command, self.commands_of(service))
        kind = "outside-operation" if is_alike(command, nearest) else "outside-unlike"
        return Refused(kind, service=service, command=command, nearest=nearest)

    def nearest(self, service: str, operation: str) -> str:
        """In place of an API operation that is not here: one that is, or a command for another service's."""
        known = next((name for name, behind in SERVICE_OF.items() if behind == service), "")
        if not operation or not self.commands_of(known):
            return nearest_service(service, (command_name(operation),) if operation else ())
        found = nearest_command(command_name(operation), self.commands_of(known))
        return self.operation_of(known, found) or found

    def _refuse_service(self, command: str, words: Iterable[str]) -> Refused | None:
        if self.has_service(command):
            return None
        if command == "configure":
            return Refused("configure")
        options = [word for word in words if not word.startswith("-")]
        nearest, available = nearest_service(command, options), ", ".join(self.services())
        return Refused("outside-service", command=command, nearest=nearest, available=available)


def command_name(operation: str) -> str:
    """The CLI's spelling of an operation: CreateVirtualMFADevice is create-virtual-mfa-device."""
    words: list[str] = []
    for index, letter in enumerate(operation):
        before, after = operation[index - 1 : index], operation[index + 1 : index + 2]
        starts_word = letter.isupper() and (
            before.islower() or before.isdigit() or (before and after.islower())
        )
        if starts_word:
            words.append("-")
        words.append(letter.lower())
    return "".join(words)
