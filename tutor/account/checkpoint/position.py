"""Which place in a journal a checkpoint belongs to, and the digest that closes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tutor.account.journal.ledger import Cursor

__all__ = ["Position", "Row", "Tables", "digest"]

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
