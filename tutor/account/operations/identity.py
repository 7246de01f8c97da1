"""The STS operation that everybody may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["get_caller_identity"]


def get_caller_identity(_world: World, account: Account, call: Call) -> Result:
    """Who the credentials belong to."""
    return {
        "UserId": call.caller.user_id,
        "Account": account.account_id,
        "Arn": call.caller.principal.arn,
    }
