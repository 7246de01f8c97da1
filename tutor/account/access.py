"""What somebody last did with a service, for the last-accessed reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Access"]


@dataclass(frozen=True, slots=True)
class Access:
    """The newest request of a user or role to a service, or of one action; refused ones count too."""

    at: datetime
    region: str
