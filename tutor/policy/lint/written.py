"""A document as it is written: every text with its place, ready for the rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..catalogue import Action, Catalogue, Service
from ..document import PolicyDocument
from ..grammar import LATEST_VERSION, SYNTAX, texts_of, values_of
from ..nodes import JsonBoolean, JsonNode, JsonNumber, JsonObject, JsonText
from ..reader import read_json
from ..source import Source
from ..vocabulary import OperatorName, PolicyKind, read_operator
from .finding import SEVERITIES, Finding

__all__ = ["Reading", "WrittenCondition", "WrittenStatement", "only", "value_text"]


@dataclass(frozen=True, slots=True)
class WrittenCondition:
    """One operator with one key and its values."""

    operator: JsonText
    name: OperatorName
    """The operator, taken apart."""
    key: JsonText
    values: tuple[JsonNode, ...]


class WrittenStatement:
    """One statement."""

    def __init__(self, number: int, node: JsonObject, reading: "Reading") -> None:
        self.number = number
        self.node = node
        self.reading = reading

    def texts(self, *elements: str) -> list[JsonText]:
        """The strings of these elements."""
        return [text for element in elements for text in texts_of(self.node.get(element))]

    @cached_property
    def allows(self) -> bool:
        """Whether the effect is Allow."""
        return any(effect.value == "Allow" for effect in self.texts("Effect"))

    @cached_property
    def principals(self) -> list[JsonText]:
        """The values of Principal and NotPrincipal."""
        found: list[JsonText] = []
        for element in ("Principal", "NotPrincipal"):
            node = self.node.get(element)
            if isinstance(node, JsonObject):
                found += (text for _, values in node.members for text in texts_of(values))
            else:
                found += texts_of(node)
        return found

    @cached_property
    def conditions(self) -> list[WrittenCondition]:
        """The conditions, in the order of the text."""
        return list(self._conditions())

    def _conditions(self) -> Iterator[WrittenCondition]:
        block = self.node.get("Condition")
        for operator, keys in block.members if isinstance(block, JsonObject) else ():
            name = read_operator(operator.value)
            if name is not None and isinstance(keys, JsonObject):
                for key, value in keys.members:
                    yield WrittenCondition(operator, name, key, values_of(value))

    @cached_property
    def covered(self) -> "list[tuple[Service, Action]] | None":
        """Every action that Action covers; None where they cannot be counted up.

        That is so with NotAction, with a wildcard for the service, and where a name is unknown.
        """
        patterns = self.texts("Action")
        if not patterns or any(text.value.startswith("*") for text in patterns):
            return None
        each = [self.reading.matches(text.value) for text in patterns]
        return [pair for pairs in each for pair in pairs] if all(each) else None

    def finding(self, code: str, node: JsonNode, expected: Sequence[str] = (), *, other: str = "") -> Finding:
        """A finding about a place in this statement."""
        position, end = self.reading.source.position(node.start), self.reading.source.position(node.end)
        severity, found = SEVERITIES[code], value_text(node)
        return Finding(code, severity, self.number, position, end, found, tuple(expected), other)


class Reading:
    """A document and what the rules look things up in."""

    def __init__(self, document: PolicyDocument, catalogue: Catalogue) -> None:
        self.kind: PolicyKind = document.kind
        self.variables = document.version == LATEST_VERSION
        """Whether `${...}` is special in this document."""
        self.catalogue = catalogue
        self.source = Source(document.text)
        self._carriers: dict[tuple[str, str], frozenset[str]] = {}
        self._matches: dict[str, tuple[tuple[Service, Action], ...]] = {}

    def statements(self) -> Iterator[WrittenStatement]:
        """The statements, in order."""
        root = read_json(self.source, SYNTAX)
        block = root.get("Statement") if isinstance(root, JsonObject) else None
        for number, node in enumerate(() if block is None else values_of(block)):
            if isinstance(node, JsonObject):
                yield WrittenStatement(number, node, self)

    def matches(self, pattern: str) -> tuple[tuple[Service, Action], ...]:
        """Every action that a pattern covers, with its service."""
        found = self._matches.get(pattern)
        if found is None:
            found = self._matches[pattern] = tuple(self.catalogue.matches(pattern))
        return found

    def carriers(self, service: Service, key: str) -> frozenset[str]:
        """The actions of a service that know a condition key, all in lower case."""
        place = service.prefix, key
        found = self._carriers.get(place)
        if found is None:
            actions = service.actions.items()
            carrying = (name for name, action in actions if key in service.keys_of(action))
            found = self._carriers[place] = frozenset(carrying)
        return found


def value_text(node: JsonNode) -> str:
    """A value as text; a number as it is written, a boolean in JSON's words, nothing for a container."""
    if isinstance(node, JsonText | JsonNumber):
        return node.value
    if isinstance(node, JsonBoolean):
        return "true" if node.value else "false"
    return ""


def only(texts: Sequence[JsonText]) -> str:
    """The text that stands alone; empty where there are several."""
    return texts[0].value if len(texts) == 1 else ""
