"""What could come next in a console line: words, commands, options, names that exist in the account."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tutor.gateway.candidates import Candidate, CommandOption, Kind
from tutor.gateway.commands import SERVICE_OF, SandboxCommands
from tutor.gateway.completion_values import ASSIGNED, GLOBAL_FLAGS, VALUES, Place, buckets_and_keys
from tutor.gateway.words import NAMES, REGISTRY, word_named
from tutor.gateway.words.variables import READ
from tutor.gateway.workspace import Workspace

if TYPE_CHECKING:
    from tutor.gateway.console import Console

GLOBAL_OPTIONS: Final = ("--output", "--profile", "--query", "--region")
SELDOM: Final = ("--cli-input-json", "--generate-cli-skeleton", "--marker", "--starting-token")
"""Options that beginners have no use for: they come last."""
CONFIGURE: Final = ("get", "list", "list-profiles", "set")
HELP: Final = "help"
VARIABLE: Final = re.compile(r"(.*\$\{?)([A-Za-z_][A-Za-z0-9_]*)?")
ASSIGNING: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Completion:
    """Candidates for the part of the line from `start` to `end`."""

    start: int
    end: int
    found: tuple[Candidate, ...] = ()

    @property
    def candidates(self) -> tuple[str, ...]:
        """Their texts, in order."""
        return tuple(candidate.text for candidate in self.found)


def complete(console: "Console", line: str, cursor: int) -> Completion:
    """The words that could stand at the cursor, in order; letters may be small or capital."""
    text = line[:cursor]
    start = len(text) - len(re.split(r"\s", text)[-1])
    workspace = Workspace(console.workspace)
    place = Place(console.sandbox, workspace, tuple(text[:start].split()), text[start:])
    if place.word.startswith("--") and "=" in place.word:
        option, _, value = place.word.partition("=")
        start += len(option) + 1
        place = replace(place, before=(*place.before, option), word=value)
    elif not place.plain and (given := ASSIGNING.fullmatch(place.word)) and given[1] in ASSIGNED:
        start += len(given[1]) + 1
        place = replace(place, word=given[2])
        return _completion(start, cursor, _texts(ASSIGNED[given[1]](place)), place.word)
    return _completion(start, cursor, _candidates(console, place), place.word)


def _completion(start: int, end: int, candidates: Iterable[Candidate], word: str) -> Completion:
    """Those that begin as the word does, each once, in order."""
    wanted = word.casefold()
    found = {one.text: one for one in candidates if one.text.casefold().startswith(wanted)}
    return Completion(start, end, tuple(sorted(found.values(), key=_rank)))


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, str]:
    text = candidate.text
    return not candidate.required, text in SELDOM, text in GLOBAL_OPTIONS, text


def _texts(texts: Iterable[str | Candidate], kind: Kind = Kind.VALUE) -> Iterator[Candidate]:
    for text in texts:
        yield text if isinstance(text, Candidate) else Candidate(text, kind)


def _candidates(console: "Console", place: Place) -> Iterable[Candidate]:
    if (variable := VARIABLE.fullmatch(place.word)) is not None:
        closed = "}" if variable[1].endswith("{") else ""
        return [
            Candidate(f"{variable[1]}{name}{closed}", about=_shown(name, value))
            for name, value in console.shell.variables.items()
        ]
    if not place.plain:
        return _texts(_first_words(place.word), Kind.WORD)
    first = place.plain[0]
    if first != "aws":
        word = word_named(first)
        behind = place.before[place.before.index(first) + 1 :]
        offers = word.offers(console, behind) if word is not None else ()
        return _texts(offers, Kind.WORD if word is not None and word.name == HELP else Kind.VALUE)
    return _AwsWords(console.cli.commands, place).candidates()


def _first_words(word: str) -> Iterable[str]:
    yield from NAMES
    if word and not word.isascii():
        yield from (known.korean for known in REGISTRY.values())
    elif word.isupper():
        yield from (f"{name}=" for name in READ)


def _shown(name: str, value: str) -> str:
    """What a variable holds, unless it is a secret."""
    return "" if "SECRET" in name or "TOKEN" in name else value


class _AwsWords:
    """What may stand behind `aws` and the words after it."""

    def __init__(self, commands: SandboxCommands, place: Place) -> None:
        self._commands, self._place = commands, place
        naive = place.plain
        self._service = naive[1] if len(naive) > 1 else ""
        self._command = naive[2] if len(naive) > 2 else ""
        if self._command == "wait" and len(naive) > 3:
            self._command = self._waiters.get(naive[3], "")
        self._waits = naive[2:3] == ("wait",)

    def candidates(self) -> Iterable[Candidate]:
        """By what stands before the cursor: an option that waits for a value, or words."""
        place, asking = self._place, self._asking
        if asking is not None and not place.word.startswith("--"):
            return self._values(asking)
        if place.word.startswith("-"):
            return self._options()
        words = self._words()
        return [*words, *self._options()] if self._complete and not place.word else words

    @property
    def _known(self) -> Mapping[str, CommandOption]:
        if not self._command or self._command == HELP:
            return {}
        from tutor.gateway.cli_options import options_of

        return {option.name: option for option in options_of(self._commands, self._service, self._command)}

    @property
    def _asking(self) -> CommandOption | None:
        """The option whose value stands at the cursor."""
        known, several = self._known, False
        for word in reversed(self._place.before):
            if not word.startswith("--"):
                several = True
                continue
            if "=" in word or word in GLOBAL_FLAGS:
                return None
            option = known.get(word, CommandOption(word))
            return None if option.flag or (several and not option.several) else option
        return None

    def _values(self, option: CommandOption) -> Iterable[Candidate]:
        if option.choices and option.name not in VALUES:
            return _texts(option.choices)
        taken = set(self._place.before) if option.several else set()
        found = _texts(VALUES[option.name](self._place)) if option.name in VALUES else ()
        choices = _texts(option.choices)
        return [one for one in (*found, *choices) if one.text not in taken]

    @property
    def _plain(self) -> tuple[str, ...]:
        """The words that are neither options nor values, now that it is known which have one."""
        known, values = self._known, False
        plain: list[str] = []
        for word in self._place.before:
            if word.startswith("--"):
                option = known.get(word, CommandOption(word, flag=word in GLOBAL_FLAGS))
                values = not option.flag and "=" not in word
                several = option.several
            elif values:
                values = several
            elif ASSIGNING.fullmatch(word) is None or plain:
                plain.append(word)
        return tuple(plain)

    @property
    def _complete(self) -> bool:
        """The words name a command: what else there may be are options."""
        return bool(self._command) and self._commands.operation_of(self._service, self._command) is not None

    def _words(self) -> Iterable[Candidate]:
        plain, commands, loaded = self._plain, self._commands, _loaded()
        if len(plain) == 1:
            names = (*commands.services(), "configure", HELP)
            return _texts(names, Kind.SERVICE)
        if len(plain) == 2:
            if self._service == "configure":
                return _texts(CONFIGURE, Kind.COMMAND)
            abouts = self._abouts() if loaded else {}
            more = ("wait",) if self._waiters and self._service else ()
            names = commands.commands_of(self._service)
            typed = (*more, HELP) if self._place.word and names else ()
            return [Candidate(name, Kind.COMMAND, abouts.get(name, "")) for name in (*names, *typed)]
        if self._waits and len(plain) == 3:
            return _texts(self._waiters, Kind.COMMAND)
        if self._service == "s3":
            return _texts(buckets_and_keys(self._place))
        return [Candidate(HELP, Kind.COMMAND)] if len(plain) == 3 and self._place.word else ()

    @property
    def _waiters(self) -> Mapping[str, str]:
        from tutor.gateway.cli_options import waiters_of

        return waiters_of(self._commands, self._service) if _loaded() else {}

    def _abouts(self) -> Mapping[str, str]:
        from tutor.gateway.cli_options import command_abouts

        known = self._service in SERVICE_OF or self._service == "s3"
        return command_abouts(self._commands, self._service) if known else {}

    def _options(self) -> Iterable[Candidate]:
        """Those that the line does not have yet, its own before the CLI's."""
        abouts: Mapping[str, str] = {}
        if _loaded():
            from tutor.gateway.cli_options import global_abouts

            abouts = global_abouts()
        used = {word.partition("=")[0] for word in self._place.before}
        own = [
            Candidate(option.name, Kind.OPTION, option.about, option.required)
            for option in self._known.values()
        ]
        general = [Candidate(name, Kind.OPTION, abouts.get(name, "")) for name in GLOBAL_OPTIONS]
        return [one for one in (*own, *general) if one.text not in used]


def _loaded() -> bool:
    from tutor.gateway.cli_options import is_loaded

    return is_loaded()
