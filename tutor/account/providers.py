"""Identity providers whose users may assume roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["OidcProvider", "SamlProvider"]


@dataclass(frozen=True, slots=True)
class OidcProvider:
    """An OpenID Connect provider."""

    arn: str
    url: str
    """Host and path, without the scheme: the prefix of its condition keys."""
    created: datetime
    secret: str
    """What the simulated provider signs its tokens with."""
    client_ids: tuple[str, ...] = ()
    thumbprints: tuple[str, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SamlProvider:
    """A SAML 2.0 provider."""

    arn: str
    name: str
    uuid: str
    created: datetime
    valid_until: datetime
    secret: str
    """What the simulated provider signs its assertions with."""
    metadata: str
    encryption: str = "Allowed"
    tags: dict[str, str] = field(default_factory=dict)
