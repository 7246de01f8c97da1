"""Tokens of OpenID Connect providers."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from tutor.account.federation import Federated, account_of_role, refused, signature
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.providers import OidcProvider
    from tutor.account.world import World

__all__ = ["web_identity", "web_identity_token"]

_TAGS: Final = "https://aws.amazon.com/tags"
_SOURCE: Final = "https://aws.amazon.com/source_identity"


def _encoded(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def web_identity_token(
    provider: OidcProvider, claims: Mapping[str, object], at: datetime, *, seconds: int = 3600
) -> str:
    """The token that a user of the provider gets on signing in there; `claims` have `sub` and `aud`."""
    issued = int(at.timestamp())
    body = {"iss": f"https://{provider.url}", "iat": issued, "exp": issued + seconds, **claims}
    signed = f"{_encoded({'alg': 'HS256', 'typ': 'JWT'})}.{_encoded(body)}"
    return f"{signed}.{signature(provider.secret, signed)}"


def web_identity(world: World, parameters: Mapping[str, object], at: datetime) -> Federated:
    """Whom a WebIdentityToken is about; raises InvalidIdentityToken or ExpiredTokenException."""
    token = str(parameters.get("WebIdentityToken", ""))
    signed, _, found = token.rpartition(".")
    try:
        claims: Any = json.loads(_decoded(signed.split(".")[1]))
        issuer = str(claims["iss"]).removeprefix("https://").rstrip("/")
        subject, expires = str(claims["sub"]), int(claims["exp"])
        listed = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    except (ValueError, LookupError, TypeError):
        raise refused(
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"
        ) from None
    account = account_of_role(world, parameters)
    arn = f"arn:aws:iam::{account.account_id if account else ''}:oidc-provider/{issuer}"
    provider = None if account is None else account.oidc_providers.get(arn)
    if account is None or provider is None:
        raise refused(f"No OpenIDConnect provider found in your account for https://{issuer}")
    if not hmac.compare_digest(signature(provider.secret, signed), found):
        raise refused("The signature of the ID Token could not be verified.")
    audience = next((str(one) for one in listed if one in provider.client_ids), None)
    if audience is None:
        raise refused("Incorrect token audience")
    if at.timestamp() >= expires:
        raise ServiceError(
            "ExpiredTokenException",
            f"Token expired: current date/time {int(at.timestamp())} must be before "
            f"the expiration date/time {expires}",
            400,
        )
    tags = claims.get(_TAGS, {}) if isinstance(claims.get(_TAGS), Mapping) else {}
    return Federated(
        arn,
        account.account_id,
        issuer,
        subject,
        audience,
        f"https://{issuer}",
        {f"{issuer}:sub": subject, f"{issuer}:aud": audience},
        {str(key): _first(value) for key, value in dict(tags.get("principal_tags", {})).items()},
        tuple(str(key) for key in tags.get("transitive_tag_keys", ())),
        None if claims.get(_SOURCE) is None else str(claims[_SOURCE]),
    )


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else str(value)
