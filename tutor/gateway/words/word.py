"""What a word of the console is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.gateway.notices import Notice

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.result import ConsoleResult
    from tutor.gateway.stamp import Stamp

    Run = Callable[[Console, Sequence[str], Stamp], ConsoleResult]
    Offer = Callable[[Console, Sequence[str]], Iterable[str]]


def nothing(_console: "Console", _before: "Sequence[str]") -> "Iterable[str]":
    """Offers no completion."""
    return ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word that begins a line of the console, beside `aws`."""

    name: str
    korean: str
    run: "Run"
    """Does what a line asks for: the console, the words behind this one, the mark of its entries."""
    offers: "Offer" = nothing
    """What may stand behind the words before the cursor."""
    remote: bool = True
    """It also works in the shell of an instance."""

    @property
    def help(self) -> Notice:
        """How it is written and what it does."""
        return Notice(f"help.{self.name}", {"korean": self.korean})
