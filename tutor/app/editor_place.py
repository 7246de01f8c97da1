"""Where in a policy the cursor stands, also while the text is not JSON yet."""

import re
from dataclasses import dataclass, field
from typing import Final

TOKEN: Final = re.compile(r'"(?:[^"\\\n]|\\.)*\\?(?P<closed>"|(?=\n)|\Z)|[{}\[\],:]|[^\s{}\[\],:"]+')
"""A string, closed or open to the end of its line; a mark; anything else."""

DEEPEST: Final = 8
"""Names on the way that are told apart; no policy has so many."""

BEHIND: Final = frozenset({"", " ", "\t", "\r", "\n", ",", ":", "]", "}"})
"""What may stand behind a string."""

KEY, VALUE, AFTER = "key", "value", "after"


@dataclass(slots=True)
class Frame:
    """An object or an array that was opened; an object with the strings that stand in it."""

    is_object: bool
    path: tuple[str, ...]
    """The names on the way to it; arrays have none."""
    strings: dict[str, list[str]] = field(default_factory=dict)
    """By name the strings that are its value, or stand in it."""
    name: str = ""
    """The name whose value comes next."""
    expects: str = KEY


@dataclass(frozen=True, slots=True)
class Place:
    """The string in which the cursor stands."""

    start: int
    """Offset of its first letter, behind the quotation mark."""
    end: int
    """Offset behind its last letter."""
    closed: bool
    """A quotation mark stands at `end`."""
    typed: str
    """What stands before the cursor."""
    whole: str
    """All of it."""
    path: tuple[str, ...]
    """The names on the way to it, its own with a value."""
    is_key: bool
    named: bool
    """It is a name, and a colon follows."""
    siblings: dict[str, list[str]]
    """The names of the object that it stands in, with their strings."""
    statement: dict[str, list[str]]
    """The same of the statement around it."""
    version: str


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    closed: bool
    path: tuple[str, ...]
    is_key: bool
    here: Frame
    statement: Frame | None
    named: bool = False


def place_at(text: str, cursor: int) -> Place | None:
    """The string at an offset of the text; None if the cursor is in none."""
    reader = _Reader(cursor)
    for token in TOKEN.finditer(text):
        reader.take(token)
    found = reader.found
    if found is None:
        return None
    end, closed = found.end, found.closed
    tail, behind = text[cursor:end], text[end + 1 : end + 2]
    if not closed or re.search(r"[\s,]", tail) or behind not in BEHIND:  # the mark belongs to another string
        end, closed = cursor, False
    here = dict(found.here.strings)
    if found.is_key:
        here.pop(text[found.start : found.end], None)
    version = (reader.top.strings.get("Version", [""]) if reader.top else [""])[-1:]
    return Place(
        found.start,
        end,
        closed,
        text[found.start : cursor],
        text[found.start : end],
        found.path,
        found.is_key,
        found.named,
        here,
        found.statement.strings if found.statement else {},
        version[0] if version else "",
    )


class _Reader:
    """Follows objects and arrays; forgives what is missing."""

    def __init__(self, cursor: int) -> None:
        self.found: _Found | None = None
        self.top: Frame | None = None
        self._cursor = cursor
        self._stack: list[Frame] = []
        self._name_waits: _Found | None = None

    def take(self, token: "re.Match[str]") -> None:
        sign = token[0]
        if self._name_waits is not None:
            self._name_waits.named = sign == ":"
            self._name_waits = None
        if sign[0] == '"':
            self._string(token)
        elif sign in "{[":
            self._open(sign == "{")
        elif sign in "}]":
            self._close(sign == "}")
        elif self._stack and self._stack[-1].is_object:
            frame = self._stack[-1]
            frame.expects = VALUE if sign == ":" else KEY if sign == "," else AFTER

    def _open(self, is_object: bool) -> None:
        path: tuple[str, ...] = ()
        if self._stack:
            outer = self._stack[-1]
            deeper = outer.is_object and len(outer.path) < DEEPEST
            path = (*outer.path, outer.name) if deeper else outer.path
        frame = Frame(is_object, path, expects=KEY if is_object else VALUE)
        if self.top is None and is_object:
            self.top = frame
        self._stack.append(frame)

    def _close(self, is_object: bool) -> None:
        while self._stack:
            frame = self._stack.pop()
            if frame.is_object == is_object:
                break
        if self._stack and self._stack[-1].is_object:
            self._stack[-1].expects = AFTER

    def _string(self, token: "re.Match[str]") -> None:
        closed = bool(token["closed"])
        start, end = token.start() + 1, token.end() - closed
        frame = self._stack[-1] if self._stack else Frame(True, ())
        is_key = frame.is_object and frame.expects in {KEY, AFTER}
        written = token[0][1 : len(token[0]) - closed]
        path = frame.path if is_key or not frame.is_object else (*frame.path, frame.name)
        if start <= self._cursor <= end:
            self.found = _Found(start, end, closed, path, is_key, frame, self._statement)
            self._name_waits = self.found if is_key else None
        if is_key:
            frame.name, frame.expects = written, AFTER
            frame.strings.setdefault(written, [])
            return
        holder = self._holder
        if holder is not None and not (start <= self._cursor <= end):
            holder.strings.setdefault(holder.name, []).append(written)
        if frame.is_object:
            frame.expects = AFTER

    @property
    def _holder(self) -> Frame | None:
        return next((frame for frame in reversed(self._stack) if frame.is_object), None)

    @property
    def _statement(self) -> Frame | None:
        return next(
            (frame for frame in self._stack if frame.is_object and frame.path == ("Statement",)), None
        )
