"""STS operations that look something up: who the caller is, whose a key is, what a message says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks
from tutor.account.service_error import ServiceError, not_valid

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["decode_authorization_message", "get_access_key_info", "get_caller_identity"]

_KEY_ID: Final = re.compile(r"[A-Za-z0-9_]*")


def get_caller_identity(_world: World, account: Account, call: Call) -> Result:
    """Who the credentials belong to."""
    return {
        "UserId": call.caller.user_id,
        "Account": account.account_id,
        "Arn": call.caller.principal.arn,
    }


def get_access_key_info(world: World, _account: Account, call: Call) -> Result:
    """The account that a key belongs to, whether or not it is active."""
    checks = Checks(call)
    key_id = checks.length("AccessKeyId", 16, 128)
    checks.pattern("AccessKeyId", key_id, _KEY_ID, r"[\w]*")
    checks.finish()
    found = world.find_key(key_id)
    if found is not None:
        return {"Account": found[0].account_id}
    session = world.find_session(key_id)
    if session is None:
        raise not_valid(f"Invalid access key ID: {key_id}")
    return {"Account": session.account_id}


def decode_authorization_message(_world: World, _account: Account, call: Call) -> Result:
    """What the encoded message of a refusal says, as JSON."""
    from tutor.account.authorization_message import decode

    checks = Checks(call)
    message = checks.length("EncodedMessage", 1, 10240)
    checks.finish()
    try:
        return {"DecodedMessage": decode(message)}
    except ValueError:
        text = "Message is not a valid authorization message."
        raise ServiceError("InvalidAuthorizationMessageException", text, 400) from None
