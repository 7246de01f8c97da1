"""Who a request comes from, if its service lets it come unsigned too."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.authenticate import Authenticated, authenticate, check_reach, is_unsigned
from tutor.gateway.http import HttpRequest
from tutor.gateway.keys import KeyRing
from tutor.gateway.rows_sts import vouched_for
from tutor.gateway.wire import Asked
from tutor.policy import Principal, PrincipalKind

if TYPE_CHECKING:
    from tutor.account import Caller

UNSIGNED_OPERATIONS: Final = frozenset({"AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"})
REGION: Final = "us-east-1"


def who_sent(http: HttpRequest, asked: Asked, keys: KeyRing, now: datetime) -> Authenticated:
    """The caller of a request; raises Unauthenticated."""
    if asked.service == "s3" and is_unsigned(http):
        return Authenticated(anybody(), REGION)
    if asked.service == "sts" and asked.operation in UNSIGNED_OPERATIONS:
        return Authenticated(_vouched(asked, keys), REGION)
    who = authenticate(http, asked.service, keys, now)
    check_reach(who, asked.service, asked.operation)
    return who


def anybody() -> "Caller":
    """Somebody without credentials."""
    from tutor.account import Caller

    return Caller(Principal(PrincipalKind.ANONYMOUS, "", ""), None, "anonymous", None)


def _vouched(asked: Asked, keys: KeyRing) -> "Caller":
    """Whom an identity provider vouches for; with a bad token anybody, whom the operation turns away."""
    from tutor.account import Caller, ServiceError

    try:
        somebody = vouched_for(keys.world, asked.parameters, keys.at, asked.operation)
    except ServiceError:
        return anybody()
    return Caller(Principal(PrincipalKind.FEDERATED, somebody.provider_arn, ""), None, somebody.subject, None)
