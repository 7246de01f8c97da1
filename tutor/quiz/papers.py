"""Policy documents of questions: named, written as a person would write them, compiled once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Final

from tutor.policy import PolicyDocument, PolicyKind, parse_policy

from .pieces import Words

__all__ = ["Json", "Paper", "allow", "deny", "document", "written"]

Json = Any
"""What `json` reads and writes."""

WIDTH: Final = 56
"""Cells up to which a list stays on one line."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A policy of a question."""

    name: str
    """As learners know it: `SoraPhotos`, `moonrabbit-photos`."""
    kind: PolicyKind
    text: str
    """The document."""
    through: str | None = None
    """The name of the group that it is inherited by."""
    level: int = 0
    """Of an SCP or RCP: 0 the organization's root, 1 the unit below, and so on to the account."""
    title: Words | None = None
    """What stands above it; None: what its kind says."""
    held: PolicyDocument | None = field(default=None, repr=False, compare=False)
    """The document as a belief bends it; None: as the text says."""

    @property
    def compiled(self) -> PolicyDocument:
        """The document as the evaluator wants it; raises PolicyError."""
        return self.held or _compiled(self.text, self.kind)

    def holding(self, document: PolicyDocument, kind: PolicyKind | None = None) -> "Paper":
        """The paper with its document bent, or read as one of another kind."""
        if kind is None:
            return replace(self, held=document)
        return replace(self, held=document, kind=kind, level=0, through=None)

    @property
    def fields(self) -> Json:
        """The document as `json` reads it; raises ValueError."""
        return json.loads(self.text)


@lru_cache(maxsize=4096)
def _compiled(text: str, kind: PolicyKind) -> PolicyDocument:
    return parse_policy(text, kind)


def allow(action: Json, resource: Json = None, **more: Json) -> Json:
    """A statement that allows; further elements by name (`Condition=…`, `Principal=…`, `Sid=…`)."""
    return _statement("Allow", action, resource, more)


def deny(action: Json, resource: Json = None, **more: Json) -> Json:
    """A statement that denies."""
    return _statement("Deny", action, resource, more)


def _statement(effect: str, action: Json, resource: Json, more: Mapping[str, Json]) -> Json:
    statement: dict[str, Json] = {}
    if "Sid" in more:
        statement["Sid"] = more["Sid"]
    statement["Effect"] = effect
    for name in ("Principal", "NotPrincipal"):
        if name in more:
            statement[name] = more[name]
    if action is not None:
        statement["Action"] = action
    if "NotAction" in more:
        statement["NotAction"] = more["NotAction"]
    if resource is not None:
        statement["Resource"] = resource
    for name in ("NotResource", "Condition"):
        if name in more:
            statement[name] = more[name]
    return statement


def document(*statements: Json, version: str | None = "2012-10-17") -> str:
    """The text of a document with these statements."""
    head = {} if version is None else {"Version": version}
    return written({**head, "Statement": list(statements)})


def written(value: Json, depth: int = 0) -> str:
    """JSON with two spaces a level, in which what is short stays on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    is_small = not (depth < 2 and isinstance(value, Mapping)) and len(flat) + 2 * depth <= WIDTH
    if is_small and not _holds_statements(value):
        return flat
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, Mapping):
        rows = [f"{inner}{json.dumps(key)}: {written(item, depth + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{outer}}}"
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        rows = [f"{inner}{written(item, depth + 1)}" for item in value]
        return "[\n" + ",\n".join(rows) + f"\n{outer}]"
    return flat


def _holds_statements(value: Json) -> bool:
    """Whether it is a statement or a list of them, which have a line for each element."""
    if isinstance(value, Mapping):
        return "Effect" in value
    return isinstance(value, list) and any(_holds_statements(item) for item in value)
