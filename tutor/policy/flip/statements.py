"""Edits inside one statement: so that an element matches the request, or no longer does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..arn import ARN_FIELDS
from ..explain import ElementTrace
from ..operators import NEGATED
from ..principals import Principal, PrincipalKind
from ..request import Request
from ..vocabulary import read_operator
from .edits import EditKind
from .written import Json, listed, values_of

__all__ = ["Change", "changes", "principal_map"]

FAMILIES: Final = {PrincipalKind.AWS_SERVICE: "Service", PrincipalKind.FEDERATED: "Federated"}


@dataclass(frozen=True, slots=True)
class Change:
    """A statement with one element changed."""

    kind: EditKind
    statement: Json
    element: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    size: int
    """How many values are written or removed."""
    operator: str | None = None
    key: str | None = None


def changes(statement: Json, element: ElementTrace, request: Request, *, match: bool) -> Iterator[Change]:
    """Ways to make an element match that does not, or, without `match`, to end a match."""
    match element.element:
        case "Action" | "NotAction":
            kinds = (EditKind.ADD_ACTION, EditKind.REMOVE_ACTION)
            yield from _listing(statement, element, (request.action,), kinds, match=match)
        case "Resource" | "NotResource":
            texts = tuple(dict.fromkeys((request.resource, *_wider(request.resource))))
            kinds = (EditKind.ADD_RESOURCE, EditKind.REMOVE_RESOURCE)
            yield from _listing(statement, element, texts, kinds, match=match)
        case "Principal" | "NotPrincipal":
            if (element.element == "Principal") is match and request.principal.arn:
                yield _naming(statement, element, request.principal)
        case _:
            yield from _conditions(statement, element, match=match)


def principal_map(principal: Principal) -> dict[str, str | list[str]]:
    """A Principal element that names the caller."""
    return {FAMILIES.get(principal.kind, "AWS"): principal.arn}


def _listing(
    statement: Json,
    element: ElementTrace,
    texts: Sequence[str],
    kinds: tuple[EditKind, EditKind],
    *,
    match: bool,
) -> Iterator[Change]:
    """Adds one of the texts to the element's values, or takes away the values that fit the request."""
    name = element.element
    before = tuple(value.text for value in element.values)
    if name.startswith("Not") is not match:
        for text in texts:
            after = (*before, text)
            yield Change(kinds[0], {**statement, name: listed(after)}, name, before, after, 1)
        return
    rest = tuple(value.text for value in element.values if not value.matched)
    if rest:
        removed = len(before) - len(rest)
        yield Change(kinds[1], {**statement, name: listed(rest)}, name, before, rest, removed)


def _wider(resource: str) -> Iterator[str]:
    """The folder that a resource is in, and for S3 the whole bucket's objects, as patterns."""
    fields = resource.split(":", ARN_FIELDS - 1)
    if len(fields) == ARN_FIELDS and "/" in fields[-1]:
        yield resource.rpartition("/")[0] + "/*"
        if fields[2] == "s3":
            yield resource.partition("/")[0] + "/*"


def _naming(statement: Json, element: ElementTrace, principal: Principal) -> Change:
    """Adds the caller; a NotPrincipal spares only those whose account it lists too."""
    name = element.element
    names = [principal.arn]
    if name == "NotPrincipal" and principal.account:
        names.append(f"arn:aws:iam::{principal.account}:root")
    written = statement[name]
    families = {"AWS": written} if isinstance(written, str) else written
    family = FAMILIES.get(principal.kind, "AWS")
    before = tuple(values_of(families[family])) if family in families else ()
    after = (*before, *(text for text in names if text not in before))
    named = {**families, family: listed(after)}
    size = len(after) - len(before)
    return Change(EditKind.NAME_CALLER, {**statement, name: named}, name, before, after, size)


def _conditions(statement: Json, element: ElementTrace, *, match: bool) -> Iterator[Change]:
    operator, key = element.operator or "", element.key or ""
    before = tuple(value.text for value in element.values)

    def change(kind: EditKind, after: tuple[str, ...], size: int) -> Change:
        condition = _with_values(statement["Condition"], operator, key, after)
        rest = {name: value for name, value in statement.items() if name != "Condition"}
        edited = {**rest, "Condition": condition} if condition else rest
        return Change(kind, edited, "Condition", before, after, size, operator, key)

    if match:
        yield change(EditKind.DROP_CONDITION, (), max(1, len(before)))
    name = read_operator(operator)
    if name is None or not element.request_values:
        return
    if (name.base in NEGATED) is not match:
        value = element.request_values[0]
        if len(before) == 1:
            yield change(EditKind.CHANGE_CONDITION_VALUE, (value,), 1)
        yield change(EditKind.CHANGE_CONDITION_VALUE, (*before, value), 1)
    else:
        rest = tuple(value.text for value in element.values if not value.matched)
        if rest:
            yield change(EditKind.CHANGE_CONDITION_VALUE, rest, len(before) - len(rest))


def _with_values(condition: Json, operator: str, key: str, values: Sequence[str]) -> Json:
    """The Condition with other values under an operator and key; without values the key goes."""
    block = {name: value for name, value in condition[operator].items() if name != key or values}
    if values:
        block[key] = listed(values)
    edited = {name: value for name, value in condition.items() if name != operator or block}
    if block:
        edited[operator] = block
    return edited
