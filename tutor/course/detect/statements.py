"""Statements looked at by their elements: which fit the request, what they say."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.policy import ElementTrace, StatementTrace


def elements(statement: "StatementTrace", *names: str) -> "list[ElementTrace]":
    """The elements of a statement with these names."""
    return [element for element in statement.elements if element.element in names]


def fits(statement: "StatementTrace", *names: str) -> bool:
    """Whether all elements of these names match the request."""
    return all(element.matched for element in elements(statement, *names))


def about(statement: "StatementTrace") -> bool:
    """Whether the statement is about the request's action and resource, whatever its conditions say."""
    return fits(statement, "Action", "NotAction", "Resource", "NotResource")


def values(statement: "StatementTrace", *names: str) -> list[str]:
    """What these elements say, as written."""
    return [value.text for element in elements(statement, *names) for value in element.values]


def conditions(statement: "StatementTrace", key: str = "") -> "list[ElementTrace]":
    """The conditions of a statement, all or those on one key."""
    found = elements(statement, "Condition")
    return [one for one in found if not key or (one.key or "").lower() == key.lower()]


def strings_in(text: str, element: str) -> list[str]:
    """Every string below an element of this name, in a document that need not be a sound policy."""
    try:
        return list(_strings(json.loads(text), element, inside=False))
    except (ValueError, RecursionError):
        return []


def _strings(node: object, element: str, *, inside: bool) -> Iterator[str]:
    if isinstance(node, str) and inside:
        yield node
    items: Iterable[tuple[str, object]] = ()
    if isinstance(node, dict):
        items = node.items()
    elif isinstance(node, list):
        items = (("", item) for item in node)
    for name, item in items:
        yield from _strings(item, element, inside=inside or name == element)
