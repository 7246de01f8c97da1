"""Documents as JSON, to be changed and parsed again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..parse import parse_policy
from ..request import AttachedPolicy
from ..source import PolicyError
from ..vocabulary import PolicyKind

__all__ = ["Json", "changed", "leaves", "listed", "new_policy", "statements_of", "values_of"]

Json = dict[str, Any]
"""A statement or a document as `json` reads it."""

LATEST = "2012-10-17"


def statements_of(policy: AttachedPolicy) -> list[Json]:
    """The statements as JSON, to be changed freely."""
    return _statements(_read(policy))


def changed(policy: AttachedPolicy, statements: Sequence[Json]) -> AttachedPolicy | None:
    """The policy with other statements; None where the service would refuse such a document."""
    return _parsed(policy, {**_read(policy), "Statement": list(statements)})


def new_policy(source: str, kind: PolicyKind, statement: Json) -> AttachedPolicy:
    """A policy with one statement."""
    text = json.dumps({"Version": LATEST, "Statement": [statement]}, indent=2)
    return AttachedPolicy(source, parse_policy(text, kind, stored=True))


def values_of(value: object) -> list[str]:
    """The values of an element, one or many, as text."""
    return [_text(one) for one in (value if isinstance(value, list) else [value])]


def listed(values: Sequence[str]) -> str | list[str]:
    """Values as a document writes them: one stands alone."""
    return values[0] if len(values) == 1 else list(values)


def leaves(value: object) -> int:
    """How many values a piece of JSON holds."""
    if isinstance(value, Mapping):
        return _sum(value.values())
    return _sum(value) if isinstance(value, list) else 1


def _sum(values: Iterable[object]) -> int:
    return sum(map(leaves, values))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _read(policy: AttachedPolicy) -> Json:
    # Numbers stay as they are written: 10.0 is not 10 to every operator.
    document: Json = json.loads(policy.document.text, strict=False, parse_float=str, parse_int=str)
    return document


def _statements(document: Json) -> list[Json]:
    statement = document["Statement"]
    return statement if isinstance(statement, list) else [statement]


def _parsed(policy: AttachedPolicy, document: Json) -> AttachedPolicy | None:
    old = policy.document
    try:
        new = parse_policy(json.dumps(document, indent=2), old.kind, stored=old.version != LATEST)
    except PolicyError:
        return None
    return replace(policy, document=new)
