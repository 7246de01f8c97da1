"""The rows of the help page: words and keys grouped by screen, narrowed by what is sought."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tutor.app.registry import Command, Scope, commands_for, with_keys
from tutor.wording import Language, say

ALONG = {
    Scope.SANDBOX: (Scope.SANDBOX, Scope.LEARN),
    Scope.QUIZ_WHY: (Scope.QUIZ_WHY, Scope.DECISION),
}
"""Screens that have the commands of another one too."""


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A key or word and what it does."""

    name: str
    about: str
    sought: str
    """All that a search finds it by, in both languages, without capitals."""


@dataclass(frozen=True, slots=True)
class HelpPart:
    """Rows under a heading."""

    title: str
    rows: tuple[HelpRow, ...]


def help_parts(scope: Scope, language: Language, keys: Mapping[str, str]) -> Iterator[HelpPart]:
    """The words of the console first where there is one, then this screen's keys, then the other screens'."""
    mine = with_keys(commands_for(scope), keys)
    own = ALONG.get(scope, (scope,))
    if Scope.LEARN in own:
        words = tuple(_word(one, language) for one in mine if one.word)
        yield HelpPart(say(language, "app.help.words"), words)
    here = say(language, f"app.settings.scope.{scope}")
    yield HelpPart(say(language, "app.help.here", scope=here), _rows(mine, own, language))
    yield HelpPart(say(language, "app.settings.scope.everywhere"), _rows(mine, (Scope.EVERYWHERE,), language))
    if Scope.LEARN in own:
        told = {one.id for one in mine if one.word}
        yield HelpPart(say(language, "app.help.more"), tuple(_console_words(told, language)))
    for other in Scope:
        if other in {*own, Scope.EVERYWHERE, Scope.CHOICE}:
            continue
        rows = _rows(with_keys(commands_for(other), keys), (other,), language)
        if rows:
            yield HelpPart(say(language, f"app.settings.scope.{other}"), rows)


def found(part: HelpPart, sought: str) -> HelpPart:
    """The rows that hold every word that is sought."""
    words = sought.casefold().split()
    return HelpPart(part.title, tuple(row for row in part.rows if all(word in row.sought for word in words)))


def _rows(
    commands: tuple[Command, ...], scopes: tuple[Scope, ...], language: Language
) -> tuple[HelpRow, ...]:
    """Keys; what has none is found in the palette."""
    palette = next((one.key_label for one in commands if one.id == "palette"), "^p")
    rows = []
    for command in commands:
        if command.scope in scopes and not (command.word and not command.key):
            label = command.label(language)
            name = command.key_label or f"{palette} →"
            about = command.about(language) if command.key_label else f"{label}: {command.about(language)}"
            letter = f"  ({command.letter})" if command.letter and Scope.LEARN not in scopes else ""
            rows.append(_row(name, about + letter, command))
    return tuple(rows)


def _word(command: Command, language: Language) -> HelpRow:
    return _row(
        command.console_word(language), command.about(language), command, *_both(f"app.word.{command.id}")
    )


def _row(name: str, about: str, command: Command, *more: str) -> HelpRow:
    told = (*_both(f"app.command.{command.id}"), *_both(f"app.command.{command.id}.about"))
    return HelpRow(name, about, " ".join((name, about, *told, *more)).casefold())


def _both(message: str) -> tuple[str, str]:
    return say("ko", message), say("en", message)


def _console_words(told: set[str], language: Language) -> Iterator[HelpRow]:
    """The words that the console itself has, but for those told above."""
    from tutor.gateway.words import REGISTRY

    for word in REGISTRY.values():
        if word.name not in told:
            name = word.korean if language == "ko" else word.name
            about = say(language, word.help.message, **word.help.values).partition(": ")[2]
            both = (say(one, word.help.message, **word.help.values) for one in ("ko", "en"))
            sought = " ".join((name, word.name, word.korean, *both))
            yield HelpRow(name, about, sought.casefold())
