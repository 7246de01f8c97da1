"""YAML as values that remember where they stand (ruamel.yaml composes, YAML 1.2)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .faults import Fault
from .fill_in import filled

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node as ComposedNode

TAG: Final = "tag:yaml.org,2002:"
FOLD: Final = "\a"
"""What the composer puts where a folded text (`>`) was folded; no text of a lesson can hold it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file with its position; mappings and sequences hold nodes."""

    value: "str | int | float | bool | list[Node] | dict[str, tuple[Node, Node]] | None"
    """A mapping gives for each key the key's own node and its value's node."""
    line: int
    column: int

    def walk(self) -> "Iterator[Node]":
        """This node and every node below it."""
        yield self
        if isinstance(self.value, list):
            for item in self.value:
                yield from item.walk()
        elif isinstance(self.value, dict):
            for _, item in self.value.values():
                yield from item.walk()

    def filled(self, values: "Mapping[str, str]") -> "Node":
        """The same with `{name}` replaced in every text; keys, and the place `vary` itself, stay."""
        if not values:
            return self
        if isinstance(self.value, list):
            return Node([item.filled(values) for item in self.value], self.line, self.column)
        if isinstance(self.value, dict):
            pairs = self.value.items()
            items = {
                name: (key, item if name == "vary" else item.filled(values)) for name, (key, item) in pairs
            }
            return Node(items, self.line, self.column)
        if isinstance(self.value, str):
            return Node(filled(self.value, values), self.line, self.column)
        return self

    def plain(self) -> object:
        """The value without its positions."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, (_, item) in self.value.items()}
        return self.value


DEEPEST: Final = 16
"""Levels of nesting that are read; a lesson needs eight."""

BRACKETS: Final = 100
"""Brackets in brackets, before anything is composed: a policy inside a text has some too."""
BRACKET: Final = re.compile(r"[\[\]{}]")

MOST: Final = 20_000
"""Values that are read, an alias counting as often as it is used."""


class _TooMuch(Exception):
    """Deeper or larger than any lesson, such as an alias inside itself."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.line = line
        self.column = column


def read_yaml(path: Path, text: str) -> tuple[Node | None, list[Fault]]:
    """The file's root node and what is wrong with its YAML; the node is None where the syntax fails."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    reader = _Reader(path)
    if _bracketed(text) > BRACKETS:
        return None, [Fault(path, 1, 1, "yaml-too-much")]
    try:
        composed = YAML(typ="rt", pure=True).compose(text)
        if composed is None:
            return None, [Fault(path, 1, 1, "empty-file")]
        return reader.read(composed), reader.faults
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return None, [Fault(path, line, column, "yaml-syntax", found=str(error.problem or error.context))]
    except YAMLError as error:
        return None, [Fault(path, 1, 1, "yaml-syntax", found=str(error).splitlines()[0])]
    except _TooMuch as place:
        return None, [Fault(path, place.line, place.column, "yaml-too-much")]
    except RecursionError:
        return None, [Fault(path, 1, 1, "yaml-too-much")]


def _bracketed(text: str) -> int:
    """How deep brackets stand in each other, those in texts counted too."""
    depth = deepest = 0
    for sign in BRACKET.findall(text):
        depth = depth + 1 if sign in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


class _Reader:
    """Turns composed nodes into ours, up to a depth and a number."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self._read = 0

    def read(self, composed: "ComposedNode", depth: int = 0) -> Node:
        """The node with everything below it; raises _TooMuch."""
        line, column = composed.start_mark.line + 1, composed.start_mark.column + 1
        self._read += 1
        if depth > DEEPEST or self._read > MOST:
            raise _TooMuch(line, column)
        tag = str(composed.tag).removeprefix(TAG)
        if tag == "map":
            return Node(self._pairs(composed, depth + 1), line, column)
        if tag == "seq":
            return Node([self.read(item, depth + 1) for item in composed.value], line, column)
        if not isinstance(composed.value, str):
            self.faults.append(Fault(self.path, line, column, "yaml-tag", found=str(composed.tag)))
            return Node(None, line, column)
        return Node(_scalar(tag, composed.value.replace(FOLD, "")), line, column)

    def _pairs(self, composed: "ComposedNode", depth: int) -> dict[str, tuple[Node, Node]]:
        pairs: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in composed.value:
            key = self.read(key_node, depth)
            name = str(key.value)
            if name in pairs:
                self.faults.append(Fault(self.path, key.line, key.column, "field-twice", found=name))
            pairs[name] = (key, self.read(value_node, depth))
        return pairs


def _scalar(tag: str, text: str) -> str | int | float | bool | None:
    """A scalar in YAML 1.2's core schema; a timestamp stays text and is read by the field that wants one."""
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() == "true"
    if tag == "int":
        try:
            return int(text, 0) if text.lower().lstrip("+-").startswith(("0x", "0o")) else int(text)
        except ValueError:
            return text
    if tag == "float":
        try:
            return float(text)
        except ValueError:
            return text
    return text
