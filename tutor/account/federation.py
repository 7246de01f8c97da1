"""The simulated identity providers: what they say about their users, and how that is checked.

Their tokens are JSON Web Tokens, their assertions SAML responses. In place of a key pair each provider has a
secret of its own, so that a forged word is noticed without any network.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.account import Account
    from tutor.account.world import World

__all__ = ["Federated", "account_of_role", "refused", "signature"]


@dataclass(frozen=True, slots=True)
class Federated:
    """Somebody whom an identity provider vouches for."""

    provider_arn: str
    """What a trust policy names as `Federated`."""
    account_id: str
    provider: str
    """aws:FederatedProvider."""
    subject: str
    audience: str
    issuer: str
    claims: dict[str, str] = field(default_factory=dict)
    """Condition keys."""
    tags: dict[str, str] = field(default_factory=dict)
    transitive: tuple[str, ...] = ()
    source_identity: str | None = None
    roles: frozenset[str] = frozenset()
    """Of SAML: the roles that the assertion offers."""
    session_name: str | None = None
    longest: int | None = None
    """Seconds that a SAML assertion allows at most."""


def refused(message: str) -> ServiceError:
    """InvalidIdentityToken, 400."""
    return ServiceError("InvalidIdentityToken", message, 400)


def account_of_role(world: World, parameters: Mapping[str, object]) -> Account | None:
    """The account of the role that is to be assumed."""
    fields = str(parameters.get("RoleArn", "")).split(":")
    return world.accounts.get(fields[4]) if len(fields) > 4 else None


def signature(secret: str, signed: str) -> str:
    """What a provider puts under its word."""
    digest = hmac.digest(secret.encode(), signed.encode(), sha256)
    return urlsafe_b64encode(digest).decode().rstrip("=")
