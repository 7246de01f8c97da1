"""YAML nodes to typed structures: all faults in one run, unknown fields refused (msgspec judges values)."""

import types
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from .faults import Fault, nearest_name
from .nodes import Node

S = TypeVar("S", bound=msgspec.Struct)

MISSING = object()
"""Stands for a value that could not be read; the structure around it is not built."""


@dataclass(slots=True)
class Decoder:
    """Reads nodes of one file and gathers what does not fit.

    A list or mapping goes on without what could not be read, so that one run finds what else is wrong.
    """

    path: Path
    faults: list[Fault] = field(default_factory=list)
    places: dict[int, Node] = field(default_factory=dict)
    """Where each structure was written, by `id` of the structure (the lesson keeps them alive)."""

    def struct(self, node: Node, wanted: type[S]) -> S | None:
        """`node` as a `wanted`, or None when a fault was recorded for it."""
        value = self._read(node, wanted)
        return value if isinstance(value, wanted) else None

    def _read(self, node: Node, wanted: Any) -> object:
        if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
            return self._struct(node, wanted)
        origin = get_origin(wanted)
        if origin is Annotated:
            origin = get_origin(get_args(wanted)[0])
        if origin in {Union, types.UnionType}:
            return self._union(node, wanted)
        if origin is tuple and get_args(_bare(wanted))[1:] == (Ellipsis,):
            return self._sequence(node, get_args(_bare(wanted))[0])
        if origin is dict:
            return self._mapping(node, get_args(_bare(wanted))[1])
        return self._leaf(node, wanted)

    def _union(self, node: Node, wanted: Any) -> object:
        """The member that has the node's shape: a structure, a list, or any of the plain ones."""
        members = get_args(wanted)
        wants = msgspec.Struct if isinstance(node.value, dict) else tuple
        for member in members:
            if isinstance(node.value, dict | list) and _shape(member) is wants:
                return self._read(node, member)
        if node.value is None and type(None) in members:
            return None
        # msgspec 0.22 crashes at exit on a union in which a text has a pattern: it never sees such a union.
        plain = [member for member in members if member is not type(None) and _shape(member) is None]
        return self._leaf(node, reduce(or_, plain)) if plain else self._read(node, members[0])

    def _struct(self, node: Node, wanted: type[msgspec.Struct]) -> object:
        if not isinstance(node.value, dict):
            return self._fault(node, "not-a-mapping", found=_shown(node))
        fields = {f.encode_name: f for f in msgspec.structs.fields(wanted)}
        hints = get_type_hints(wanted, include_extras=True)
        values: dict[str, object] = {}
        for name, (key, item) in node.value.items():
            if name not in fields:
                expected = ", ".join(fields)
                self._fault(key, "unknown-field", name, expected, nearest_name(name, fields))
                continue
            values[fields[name].name] = self._read(item, hints[fields[name].name])
        for name, info in fields.items():
            if info.required and name not in node.value:
                values[info.name] = self._fault(node, "missing-field", expected=name)
        if any(value is MISSING for value in values.values()):
            return MISSING
        built = wanted(**values)
        self.places[id(built)] = node
        return built

    def _sequence(self, node: Node, wanted: Any) -> object:
        if not isinstance(node.value, list):
            return self._fault(node, "not-a-list", found=_shown(node))
        items = [self._read(item, wanted) for item in node.value]
        return tuple(item for item in items if item is not MISSING)

    def _mapping(self, node: Node, wanted: Any) -> object:
        if not isinstance(node.value, dict):
            return self._fault(node, "not-a-mapping", found=_shown(node))
        items = {key: self._read(item, wanted) for key, (_, item) in node.value.items()}
        return {key: item for key, item in items.items() if item is not MISSING}

    def _leaf(self, node: Node, wanted: Any) -> object:
        try:
            return msgspec.convert(node.plain(), wanted, strict=True)
        except msgspec.ValidationError as error:
            choices = [str(choice) for choice in get_args(wanted)] if get_origin(wanted) is Literal else []
            expected = ", ".join(choices or _examples(wanted)) or _wanted(str(error))
            nearest = nearest_name(str(node.value), choices)
            return self._fault(node, "wrong-value", _shown(node), expected, nearest)

    def _fault(
        self, node: Node, code: str, found: str = "", expected: str = "", nearest: str | None = None
    ) -> object:
        self.faults.append(Fault(self.path, node.line, node.column, code, found, expected, nearest))
        return MISSING


def _shape(member: Any) -> type | None:
    """The shape of a union's member: a structure, a list, or None for a plain value."""
    if isinstance(member, type) and issubclass(member, msgspec.Struct):
        return msgspec.Struct
    return tuple if get_origin(member) is tuple else None


def _bare(wanted: Any) -> Any:
    return get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted


def _shown(node: Node) -> str:
    plain = node.plain()
    return msgspec.json.encode(plain).decode()[:60]


def _examples(wanted: Any) -> list[str]:
    """Sound values that the field's own declaration gives."""
    metas = [meta for meta in get_args(wanted)[1:] if isinstance(meta, msgspec.Meta)]
    return [str(example) for meta in metas for example in meta.examples or ()]


def _wanted(message: str) -> str:
    """What msgspec wanted, without what it got: "Expected `str`, got `int`" gives `str`."""
    return message.partition(" - ")[0].removeprefix("Expected ").partition(", got")[0].replace("`", "")
