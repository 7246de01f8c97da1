"""A console line as words: quotes, backslashes, variables, assignments as a shell reads them, no more."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tutor.gateway.notices import Refused

SHELL_SIGNS: Final[Mapping[str, str]] = {
    "||": "shell-list",
    "|": "shell-pipe",
    "&&": "shell-list",
    "&": "shell-list",
    ";": "shell-list",
    ">>": "shell-output",
    ">": "shell-output",
    "<": "shell-input",
}
"""Signs that mean something to a shell and nothing here, and what says how to do it."""

ASSIGNMENT: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)=(.*)", re.DOTALL)
PREFIX: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*=")
NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
BRACED: Final = re.compile(r"\$\{([^}]*)\}?")
GLOBS: Final = frozenset("*?")
DECLARING: Final = "export"
"""The one word behind which assignments are read as in front of a command."""


@dataclass(frozen=True, slots=True)
class CommandWords:
    """The words of a line, and the variables set in front of them."""

    variables: Mapping[str, str]
    words: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    """The words with a `*` or `?` that nothing quotes: a shell would look for files."""


@dataclass(slots=True)
class _Word:
    text: str = ""
    bare: bool = True
    """Nothing of it was quoted or put in so far."""
    assigns: bool = False
    pattern: bool = False


def read_line(text: str, variables: Mapping[str, str] | None = None) -> CommandWords:
    """The words of a line; raises Refused: an open quote, an unknown variable, what only a shell can do."""
    words = _Reader(text, variables or {}).words()
    given: dict[str, str] = {}
    while words and words[0].assigns and (match := ASSIGNMENT.fullmatch(words[0].text)):
        given[match[1]] = match[2]
        words.pop(0)
    patterns = tuple(word.text for word in words if word.pattern)
    return CommandWords(given, tuple(word.text for word in words), patterns)


@dataclass(slots=True)
class _Reader:
    """Goes through a line once."""

    text: str
    variables: Mapping[str, str]
    position: int = 0
    done: list[_Word] = field(default_factory=list)
    word: _Word | None = None

    def words(self) -> list[_Word]:
        while self.position < len(self.text):
            self._step(self.text[self.position])
        self._end_word()
        return self.done

    def _step(self, letter: str) -> None:
        if letter in "\"'":
            self._quoted(letter)
        elif letter == "\\" and self.position + 1 < len(self.text):
            self._escaped()
        elif letter.isspace():
            self._end_word()
            self.position += 1
        elif letter == "#" and self.word is None:
            end = self.text.find("\n", self.position)
            self.position = len(self.text) if end < 0 else end
        elif letter == "$":
            self._expanded(quoted=False)
        else:
            self._plain(letter)

    def _plain(self, letter: str) -> None:
        _refuse_substitution(self.text, self.position)
        for sign, kind in SHELL_SIGNS.items():
            if self.text.startswith(sign, self.position):
                raise Refused(kind, sign=sign)
        following = self.text[self.position + 1 : self.position + 2]
        if letter == "~" and self.word is None and (not following or following == "/" or following.isspace()):
            raise Refused("shell-home", sign=letter)
        word = self._current()
        word.text += letter
        word.pattern = word.pattern or letter in GLOBS
        if word.bare and letter == "=":
            word.assigns = self._may_assign() and PREFIX.fullmatch(word.text) is not None
            word.bare = False
        self.position += 1

    def _escaped(self) -> None:
        letter = self.text[self.position + 1]
        if letter != "\n":
            word = self._current()
            word.text += letter
            word.bare = False
        self.position += 2

    def _quoted(self, quote: str) -> None:
        word = self._current()
        word.bare = False
        self.position += 1
        while self.position < len(self.text):
            letter = self.text[self.position]
            if letter == quote:
                self.position += 1
                return
            if quote == '"' and letter == "$":
                self._expanded(quoted=True)
                continue
            following = self.text[self.position + 1 : self.position + 2]
            if quote == '"' and letter == "\\" and following in _ESCAPED:
                self.position += 1
                letter = self.text[self.position].replace("\n", "")
            elif quote == '"':
                _refuse_substitution(self.text, self.position)
            word.text += letter
            self.position += 1
        raise Refused("open-quote")

    def _expanded(self, *, quoted: bool) -> None:
        """Puts the variable's value in; without quotes it may become several words, or none."""
        _refuse_substitution(self.text, self.position)
        name, length = _variable_at(self.text, self.position, quoted=quoted)
        if not length:
            self._current().text += "$"
            self.position += 1
            return
        if name not in self.variables:
            raise Refused("no-variable", name=name)
        value = self.variables[name]
        self.position += length
        if quoted or (self.word is not None and self.word.assigns):
            word = self._current()
            word.text, word.bare = word.text + value, False
            return
        for number, part in enumerate(re.split(r"\s+", value) if value else ()):
            if number:
                self._end_word()
            if part:
                word = self._current()
                word.text, word.bare = word.text + part, False

    def _may_assign(self) -> bool:
        return all(word.assigns for word in self.done) or self.done[0].text == DECLARING

    def _current(self) -> _Word:
        if self.word is None:
            self.word = _Word()
        return self.word

    def _end_word(self) -> None:
        if self.word is not None:
            self.done.append(self.word)
        self.word = None


_ESCAPED: Final = ('"', "\\", "$", "`", "\n")
"""What a backslash takes the meaning from between double quotes."""


def _refuse_substitution(text: str, position: int) -> None:
    if text[position] == "`" or text.startswith("$(", position):
        raise Refused("shell-substitution", sign="`" if text[position] == "`" else "$(")


def _variable_at(text: str, position: int, *, quoted: bool) -> tuple[str, int]:
    """The name behind a `$` and how long it is with its sign; no length if the `$` is only itself."""
    following = text[position + 1 : position + 2]
    if following == "{":
        braced = BRACED.match(text, position)
        assert braced is not None, "it begins with ${"
        if NAME.fullmatch(braced[1]) is None:
            raise Refused("variable-form", text=braced[0])
        return braced[1], len(braced[0])
    if name := NAME.match(text, position + 1):
        return name[0], 1 + len(name[0])
    if following == "?":
        return "?", 2
    special = following.isdigit() or following in tuple("$!@*#-") or (following in ("'", '"') and not quoted)
    if following and special:
        raise Refused("variable-form", text=f"${following}")
    return "", 0
