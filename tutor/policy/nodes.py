"""JSON values that know where they stand in a text."""

from typing import NamedTuple

__all__ = [
    "JsonArray",
    "JsonBoolean",
    "JsonNode",
    "JsonNull",
    "JsonNumber",
    "JsonObject",
    "JsonText",
]


class JsonText(NamedTuple):
    """A string."""

    start: int
    """Offset of the first character; so in every node."""
    end: int
    """Offset behind the last character; so in every node."""
    value: str


class JsonNumber(NamedTuple):
    """A number, kept as it is written."""

    start: int
    end: int
    value: str


class JsonBoolean(NamedTuple):
    """`true` or `false`."""

    start: int
    end: int
    value: bool


class JsonNull(NamedTuple):
    """`null`."""

    start: int
    end: int


class JsonArray(NamedTuple):
    """An array."""

    start: int
    end: int
    items: tuple["JsonNode", ...]


class JsonObject(NamedTuple):
    """An object; its keys are known to differ from each other."""

    start: int
    end: int
    members: tuple[tuple[JsonText, "JsonNode"], ...]

    def get(self, name: str) -> "JsonNode | None":
        """The value of the member `name`."""
        for key, value in self.members:
            if key.value == name:
                return value
        return None

    def key(self, name: str) -> JsonText | None:
        """The key `name` itself, for its place."""
        for key, _ in self.members:
            if key.value == name:
                return key
        return None


JsonNode = JsonText | JsonNumber | JsonBoolean | JsonNull | JsonArray | JsonObject
"""Any value."""
