"""What a command printed that is a page to read: the AWS CLI's own help."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.gateway.result import ConsoleResult

HELP: Final = "help"


def is_manual(result: "ConsoleResult") -> bool:
    """Whether the line was `aws … help` and a page came of it."""
    words = result.line.split()
    return result.rc == 0 and len(words) > 1 and words[-1] == HELP and "aws" in words and bool(result.printed)
