"""Which place in a journal a checkpoint belongs to, and the digest that closes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tutor.account.journal.ledger import Cursor

__all__ = ["Position", "Row", "Tables", "digest", "entries_of"]

Row = dict[str, Any]
Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Position:
    """The place in the journal that a checkpoint belongs to."""

    entries: int
    """How many lines it covers."""
    checksum: str
    """Of the last of them."""
    cursor: Cursor


def digest(tables: Tables) -> str:
    """Over all tables, in their order, without the digest itself."""
    return sha256(json.dumps(tables).encode()).hexdigest()


def entries_of(tables: Tables) -> int:
    """How many lines a whole checkpoint covers, of an older format too; 0 for tables of other making."""
    try:
        state = dict(tables["state"]["1"])
        stated = state.pop("digest")
        entries = state["entries"]
        whole = stated == digest({**tables, "state": {"1": state}})
    except (LookupError, TypeError, ValueError):
        return 0
    return entries if whole and isinstance(entries, int) else 0
