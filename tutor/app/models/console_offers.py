"""How a word in the console may go on, told in the learner's language where the app knows more of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tutor.course.run.words import KOREAN, Word
from tutor.gateway.candidates import Candidate, Kind
from tutor.gateway.words import word_named
from tutor.wording import Language, say

from .offer import Offer

if TYPE_CHECKING:
    from tutor.gateway.console import Console

COMMANDS: Final = {
    Word.HINT: "hint",
    Word.NEXT: "next",
    Word.UNDO: "undo",
    Word.REDO: "redo",
    Word.SOLUTION: "solution",
    Word.HELP: "help",
    Word.MAP: "map",
    Word.HISTORY: "history",
    Word.CLEAR: "clear",
}
"""The course's words that are commands of the app too, by the names of their texts."""


def offers_of(console: "Console", line: str, cursor: int, language: Language) -> Sequence[Offer]:
    """The words, commands, options and names that may stand at the cursor, in order."""
    completion = console.complete(line, cursor)
    found = {
        one.text: Offer(one.text, completion.start, _about(one, language), one.required)
        for one in completion.found
    }
    beginning = line[:cursor]
    if not console.question and beginning.strip() == beginning and not any(map(str.isspace, beginning)):
        found = dict(sorted({**found, **_course_words(beginning, language)}.items()))
    return tuple(found.values())


def _course_words(beginning: str, language: Language) -> dict[str, Offer]:
    """The lesson's own words; in Korean where Korean was begun, or is spoken and nothing was begun."""
    korean = language == "ko" if not beginning else not beginning.isascii()
    names = KOREAN.items() if korean else ((word.value, word) for word in Word)
    return {
        name: Offer(name, 0, say(language, f"app.command.{COMMANDS[word]}.about") if word in COMMANDS else "")
        for name, word in names
        if name.casefold().startswith(beginning.casefold())
    }


def _about(candidate: Candidate, language: Language) -> str:
    if candidate.kind is Kind.SERVICE:
        return say(language, f"app.service.{candidate.text}")
    word = word_named(candidate.text) if candidate.kind is Kind.WORD else None
    if word is not None:
        return say(language, word.help.message, **word.help.values).partition(": ")[2]
    return candidate.about
