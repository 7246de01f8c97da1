"""JSON values that know where they stand in a text."""

from dataclasses import dataclass

__all__ = [
    "JsonArray",
    "JsonBoolean",
    "JsonNode",
    "JsonNull",
    "JsonNumber",
    "JsonObject",
    "JsonText",
]


@dataclass(frozen=True, slots=True)
class JsonNode:
    """A value in the text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""


@dataclass(frozen=True, slots=True)
class JsonText(JsonNode):
    """A string."""

    value: str


@dataclass(frozen=True, slots=True)
class JsonNumber(JsonNode):
    """A number, kept as it is written."""

    value: str


@dataclass(frozen=True, slots=True)
class JsonBoolean(JsonNode):
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class JsonNull(JsonNode):
    """`null`."""


@dataclass(frozen=True, slots=True)
class JsonArray(JsonNode):
    """An array."""

    items: tuple[JsonNode, ...]


@dataclass(frozen=True, slots=True)
class JsonObject(JsonNode):
    """An object; its keys are known to differ from each other."""

    members: tuple[tuple[JsonText, JsonNode], ...]

    def get(self, name: str) -> JsonNode | None:
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
