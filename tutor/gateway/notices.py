"""What the console says of its own accord, as typed values, and the English line that its stderr shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "outside-service": (
        "`aws {command}` is a real AWS command, but the service {command} is not part of this sandbox. "
        "Here you can use: {available}."
    ),
    "outside-operation": (
        "`aws {service} {command}` is a real AWS command, but it is not part of this sandbox. "
        "The nearest one that works here is `aws {service} {nearest}`."
    ),
    "outside-unlike": (
        "`aws {service} {command}` is a real AWS command, but it is not part of this sandbox. "
        "Here `aws {service}` has: {available}."
    ),
    "outside-request": "The operation {operation} of the service {service} is not part of this sandbox.",
    "configure": (
        "`aws configure` is not needed here: this console never touches AWS settings on your computer. "
        "Choose who you are with --profile, or put keys in front of the command: "
        "AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=... aws ..."
    ),
    "outside-file": "The file {path} is outside your workspace. The console reads and writes only in there.",
    "linked-file": "The file {path} is a link that leads outside your workspace. Put a copy there instead.",
    "no-network": "The console has no network: {url} was not fetched. Save the text as a file and use file://NAME.",
    "no-input": "The console has no standard input: write the file into your workspace and name it.",
    "endpoint": "--endpoint-url is not needed here: every command of this console goes to the sandbox.",
    "debug": "--debug has nothing to add here: the sandbox's own decision view shows each request.",
    "not-a-command": "{word} is not a command of this console. Begin with `aws`, or use: {available}.",
    "shell-syntax": "{sign} belongs to a shell. This console runs one `aws` command a line.",
    "open-quote": "A quotation mark was opened and not closed.",
    "not-a-file": "There is no file {path} in your workspace.",
    "undone": "Undone: the account is as it was before line {line}.",
    "nothing-to-undo": "There is nothing to undo.",
    "redone": "Done again: line {line}.",
    "nothing-to-redo": "There is nothing to do again.",
    "clock": "The sandbox clock now shows {time} UTC.",
    "clock-form": "Write the step like this: clock +1h (also +30m, +2d, +10s).",
}
"""One English sentence a kind; `tutor/wording/console.py` holds the same in both languages."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing the console has to say: its kind and the values that the sentence names."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The id of the sentence in the catalogue."""
        return f"console.{self.kind}"

    @property
    def english(self) -> str:
        """The sentence as it stands on stderr, where the AWS CLI speaks English too."""
        return ENGLISH[self.kind].format(**self.values)


class Refused(Exception):
    """A command that the console will not run; its text is what the AWS CLI prints."""

    def __init__(self, kind: str, **values: object) -> None:
        self.notice = Notice(kind, values)
        super().__init__(self.notice.english)
