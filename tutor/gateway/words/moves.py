"""Through time: undo, redo, reset, history, goto, explain."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tutor.gateway.result import USAGE, ConsoleResult, done, refused
from tutor.gateway.taken_back import taken_back
from tutor.gateway.words.past import Past
from tutor.gateway.words.word import Word

if TYPE_CHECKING:
    from tutor.gateway.console import Console
    from tutor.gateway.events import Event
    from tutor.gateway.stamp import Stamp

MOST: Final = 20
"""Requests that `history` shows unless it is told how many."""

ALL: Final = frozenset({"all", "모두"})
BEFORE: Final = frozenset({"before", "이전"})
"""What asks for the requests of the account's life before the learner's first line."""

SIGNS: Final = {"allowed": "✓", "explicitDeny": "✗", "implicitDeny": "–", "unauthenticated": "✗"}
NOT_AWS: Final = {"signin": "explain-sign-in", "directory": "explain-directory"}
"""What `explain` tells of requests that no policy is asked about, by their service."""
PAGES: Final = frozenset({"EnableMFADevice", "ResyncMFADevice"})
"""What the root user does on the console's own page."""


def _undo(console: "Console", _words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    move = console.sandbox.save.undo(line=stamp.line)
    if move is None:
        return refused("nothing-to-undo")
    back = taken_back(console.sandbox.save, move)
    kind = ("undone" if console.shell.has_undone else "undone-first") + ("-idle" if back.idle else "")
    console.shell.has_undone = True
    return done(kind, changed=True, what=back.what)


def _redo(console: "Console", _words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    move = console.sandbox.save.redo(line=stamp.line)
    if move is None:
        return refused("nothing-to-redo")
    return done("redone", changed=True, what=taken_back(console.sandbox.save, move).what)


def _reset(console: "Console", _words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    shell = console.shell
    if not shell.asked_to_reset:
        shell.asked_to_reset = True
        return done("reset-ask")
    shell.begin_anew()
    console.begin_again()
    return done("reset", changed=True)


def _history(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    past = Past(console.sandbox.save)
    if words and words[0] in BEFORE:
        return _before_with(past, " ".join(words[1:]))
    everything = any(word in ALL for word in words)
    count = next((int(word) for word in words if word.isdecimal()), MOST)
    if len(words) > 1 or (words and not everything and not words[0].isdecimal()):
        return refused("history-form", USAGE)
    numbers = [number for number, entry in past.requests.items() if everything or entry.index in past.here]
    shown = numbers if everything else numbers[-count:] if count else []
    if not shown:
        return done("no-requests")
    return ConsoleResult(0, "".join(_row(past, number) for number in shown))


def _row(past: Past, number: int) -> str:
    event = past.event(number)
    here = " " if event.index in past.here else "~"
    who = past.visitor(number) or event.who
    return f"{here}{number:>4}  {event.at:%m-%d %H:%M:%S}  {_what(event, who)}"


def _before_with(past: Past, wanted: str) -> ConsoleResult:
    """The requests from before the learner came, or those of them whose row has some words in it."""
    rows = [row for row in _before(past) if wanted.lower() in row.lower()]
    if rows:
        return ConsoleResult(0, "".join(rows))
    return done("no-such-before", word=wanted) if past.before else done("no-requests-before")


def _before(past: Past) -> Iterator[str]:
    return (f"{event.at:%Y-%m-%d %H:%M}  {_what(event, event.who)}" for event in past.before)


def _what(event: "Event", who: str) -> str:
    what = f"{event.action} {event.resource}".rstrip()
    error = f"  {event.error}" if event.error else ""
    return f"{SIGNS[event.outcome]} {who}  {what}{error}\n"


def _goto(console: "Console", words: Sequence[str], stamp: "Stamp") -> ConsoleResult:
    if len(words) != 1 or not words[0].isdecimal():
        return refused("goto-form", USAGE)
    past, number = Past(console.sandbox.save), int(words[0])
    if number and number not in past.requests:
        return refused("no-such-request", number=number, last=len(past.requests))
    place = past.requests[number].index if number else past.beginning
    console.sandbox.save.goto(place, line=stamp.line)
    return done("gone-to" if number else "gone-to-beginning", changed=True, number=number)


def _explain(console: "Console", words: Sequence[str], _stamp: "Stamp") -> ConsoleResult:
    if len(words) > 1 or (words and not words[0].isdecimal()):
        return refused("explain-form", USAGE)
    past = Past(console.sandbox.save)
    if words and int(words[0]) not in past.requests:
        return refused("no-such-request", number=int(words[0]), last=len(past.requests))
    number = int(words[0]) if words else past.last
    if not number:
        return refused("no-requests")
    event = past.event(number)
    if event.service in NOT_AWS:
        return done(NOT_AWS[event.service] if event.operation not in PAGES else "explain-page")
    return ConsoleResult(0, explained=console.sandbox.explain(event))


def _numbers(console: "Console", before: Sequence[str]) -> Sequence[str]:
    return () if before else [str(number) for number in list(Past(console.sandbox.save).requests)[-MOST:]]


WORDS: Final = (
    Word("explain", "설명", _explain, _numbers),
    Word("undo", "되돌리기", _undo),
    Word("redo", "다시", _redo),
    Word("history", "기록", _history),
    Word("goto", "이동", _goto, _numbers),
    Word("reset", "초기화", _reset),
)
