"""The values of a statement's elements: as written, and how each fares with a request."""

from collections.abc import Sequence
from typing import NamedTuple

from .context import Context
from .source import Position
from .variables import filled_text

__all__ = ["ValueTrace", "Written", "WrittenValues"]


class Written(NamedTuple):
    """A value as it is written in a document, and where."""

    text: str
    position: Position


class ValueTrace(NamedTuple):
    """One value of an element."""

    text: str
    """As written in the document."""
    position: Position
    matched: bool
    """Whether the request's value fits this one, before any negation."""
    compared: str | None
    """What it was compared as, variables filled in; None where a variable has no value."""


class WrittenValues:
    """The values of Action or Resource, taken apart so that a trace needs no look at each."""

    __slots__ = ("_missed", "positions", "templates", "texts")

    def __init__(self, values: Sequence[Written]) -> None:
        self.texts = tuple([value.text for value in values])
        self.positions = tuple([value.position for value in values])
        self.templates = "${" in "".join(self.texts)
        """Whether any may hold a variable."""
        self._missed: tuple[ValueTrace, ...] | None = None

    def traces(self, fits: Sequence[bool], context: Context | None = None) -> tuple[ValueTrace, ...]:
        """One a value; variables take their values from `context`, where there are any."""
        if self.templates and context is not None:
            compared = [filled_text(text, context, variables=True) for text in self.texts]
            return tuple(map(ValueTrace, self.texts, self.positions, fits, compared))
        if True in fits:
            return tuple(map(ValueTrace, self.texts, self.positions, fits, self.texts))
        if self._missed is None:
            # The usual case, and always the same.
            self._missed = tuple(map(ValueTrace, self.texts, self.positions, fits, self.texts))
        return self._missed
