"""The principals that a bucket policy names: who exists, and under which unique id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tutor.account.operations.s3_buckets import canonical_owner
from tutor.account.trust import unique_id_of

if TYPE_CHECKING:
    from tutor.account.world import World
    from tutor.policy.principals import NamedPrincipal

__all__ = ["principal_id"]

_SERVICE: Final = re.compile(r"[a-z0-9][a-z0-9.-]*\.amazonaws\.com|\*")


def principal_id(world: World, named: NamedPrincipal) -> str | None:
    """The unique id of a user or role, "" for whatever else there may be; None for what is not there."""
    text = named.written.text
    if named.family == "Service":
        return "" if _SERVICE.fullmatch(text) else None
    if named.family == "CanonicalUser":
        known = (canonical_owner(account)["ID"] for account in world.accounts.values())
        return "" if text in known else None
    return unique_id_of(world, text) if named.family == "AWS" else ""
