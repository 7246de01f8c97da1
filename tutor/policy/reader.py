"""Reads JSON so that every value knows its place and every fault has a name.

The grammar is that of RFC 8259. What people really type or paste instead of it (a comma too many, curly
quotes, a doubled brace, a comment) is told apart, since "invalid JSON" helps nobody.
"""

from collections.abc import Callable
from json import JSONDecodeError
from typing import Final, Never

from .mistakes import DECODER, DIGITS, is_number, mistake_at
from .nodes import JsonArray, JsonBoolean, JsonNode, JsonNull, JsonNumber, JsonObject, JsonText
from .source import Source

__all__ = ["read_json"]

BLANKS: Final = frozenset(" \t\r\n")
NUMBER_LETTERS: Final = frozenset("+-.0123456789eE")
WORDS: Final = {"true": True, "false": False, "null": None}
DEEPEST: Final = 32
"""Levels of nesting that are read; a policy needs seven."""


def read_json(source: Source, message: str) -> JsonNode:
    """The value that the text holds; raises PolicyError with `message` where the text is not JSON."""
    return _Reader(source, message).document()


class _Reader:
    """A cursor over the text: one method a construct."""

    def __init__(self, source: Source, message: str) -> None:
        self.source = source
        self.text = source.text
        self.message = message
        self.offset = 0
        self.depth = 0

    def fail(self, fault: str, start: int, end: int, expected: str = "") -> Never:
        raise self.source.error(self.message, fault, start, end, expected)

    def peek(self) -> str:
        """The next character that is not blank; empty at the end."""
        text, offset = self.text, self.offset
        character = text[offset : offset + 1]
        if character not in BLANKS:
            return character
        while character in BLANKS:
            offset += 1
            character = text[offset : offset + 1]
        self.offset = offset
        return character

    def document(self) -> JsonNode:
        if not self.peek():
            self.fail("empty", 0, 0, "{")
        value = self.value("{")
        extra = self.peek()
        if extra:
            fault = "extra-closing-brace" if extra in "}]" else "text-after-end"
            self.fail(fault, self.offset, self.offset + 1)
        return value

    def value(self, expected: str = "value") -> JsonNode:
        character, start = self.peek(), self.offset
        if character == '"':
            return self.string()
        if character == "{":
            return self.nested(self.object)
        if character == "[":
            return self.nested(self.array)
        if character in DIGITS or character == "-":
            return self.number()
        word = self.word()
        if word in WORDS:
            self.offset += len(word)
            flag = WORDS[word]
            return JsonNull(start, self.offset) if flag is None else JsonBoolean(start, self.offset, flag)
        self.unexpected(expected)

    def nested(self, construct: Callable[[], JsonNode]) -> JsonNode:
        self.depth += 1
        if self.depth > DEEPEST:
            self.fail("too-deep", self.offset, self.offset + 1)
        node = construct()
        self.depth -= 1
        return node

    def string(self) -> JsonText:
        start = self.offset
        end = self.text.find('"', start + 1)
        value = self.text[start + 1 : end]
        if end >= 0 and "\\" not in value and value.isprintable():
            self.offset = end + 1
            return JsonText(start, end + 1, value)
        try:
            value, self.offset = DECODER.raw_decode(self.text, start)
        except JSONDecodeError as error:
            self.broken_string(start, error)
        return JsonText(start, self.offset, value)

    def broken_string(self, start: int, error: JSONDecodeError) -> Never:
        place = error.pos
        if place <= start or self.text[place : place + 1] in {"\n", "\r", ""}:
            line_end = self.text.find("\n", start)
            self.fail("unclosed-string", start, len(self.text) if line_end < 0 else line_end, '"')
        if self.text[place] < " ":
            self.fail("control-character", place, place + 1, "\\t" if self.text[place] == "\t" else "")
        escape = self.text.rfind("\\", start, place + 1)
        self.fail("bad-escape", escape, min(escape + 2, len(self.text)), "\\\\")

    def number(self) -> JsonNumber:
        text, start = self.text, self.offset
        end = start + 1
        while text[end : end + 1] in NUMBER_LETTERS:
            end += 1
        written = text[start:end]
        if not (written in DIGITS or is_number(written)):
            self.fail("bad-number", start, end)
        self.offset = end
        return JsonNumber(start, end, written)

    def word(self) -> str:
        end = self.offset
        while end < len(self.text) and (self.text[end].isalnum() or self.text[end] in "_$"):
            end += 1
        return self.text[self.offset : end]

    def array(self) -> JsonArray:
        start = self.offset
        self.offset += 1
        items: list[JsonNode] = []
        if self.peek() == "]":
            self.offset += 1
            return JsonArray(start, self.offset, ())
        while True:
            items.append(self.value())
            if self.closes(start, "]", items[-1].end):
                return JsonArray(start, self.offset, tuple(items))

    def object(self) -> JsonObject:
        start = self.offset
        self.offset += 1
        members: dict[str, tuple[JsonText, JsonNode]] = {}
        if self.peek() == "}":
            self.offset += 1
            return JsonObject(start, self.offset, ())
        while True:
            key = self.member_name(start)
            if key.value in members:
                self.fail("duplicate-key", key.start, key.end)
            if self.peek() != ":":
                self.missing_colon(key)
            self.offset += 1
            value = self.value()
            members[key.value] = (key, value)
            if self.closes(start, "}", value.end):
                return JsonObject(start, self.offset, tuple(members.values()))

    def member_name(self, opened: int) -> JsonText:
        character = self.peek()
        if character == '"':
            return self.string()
        if character == "{" and not self.text[opened + 1 : self.offset].strip(" \t\r\n"):
            self.fail("extra-opening-brace", self.offset, self.offset + 1, '"')
        self.unexpected('"')

    def missing_colon(self, key: JsonText) -> Never:
        character = self.peek()
        if character in {'"', "{", "[", ",", "}", "]"} or self.word():
            self.fail("missing-colon", key.end, key.end, ":")
        self.unexpected(":")

    def closes(self, opened: int, closing: str, value_end: int) -> bool:
        """Whether the container opened at `opened` ends here; otherwise steps over the comma."""
        character = self.peek()
        if character == closing:
            self.offset += 1
            return True
        if character == ",":
            comma = self.offset
            self.offset += 1
            following = self.peek()
            if following and following in "}],":
                if following == ",":
                    self.fail("extra-comma", self.offset, self.offset + 1)
                self.fail("trailing-comma", comma, comma + 1, following)
            return False
        if character in {"}", "]"}:
            self.fail("mismatched-bracket", self.offset, self.offset + 1, closing)
        if character in {'"', "{", "["} or character in DIGITS or self.word() in WORDS:
            self.fail("missing-comma", value_end, value_end, f", | {closing}")
        self.unexpected(f", | {closing}")

    def unexpected(self, expected: str) -> Never:
        """Names what stands at the cursor instead of `expected`."""
        mistake = mistake_at(self.text, self.offset, self.word(), expected)
        self.fail(mistake.fault, self.offset, mistake.end, mistake.expected)
