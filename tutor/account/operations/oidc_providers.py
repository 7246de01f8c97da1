"""OpenID Connect providers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, tags
from tutor.account.operations.find import oidc_provider
from tutor.account.operations.shapes import tag_list
from tutor.account.providers import OidcProvider
from tutor.account.service_error import exists, invalid_input, limit, not_valid

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "add_client_id_to_open_id_connect_provider",
    "create_open_id_connect_provider",
    "delete_open_id_connect_provider",
    "get_open_id_connect_provider",
    "list_open_id_connect_providers",
    "remove_client_id_from_open_id_connect_provider",
    "update_open_id_connect_provider_thumbprint",
]

_PROVIDERS: Final = 100
_CLIENTS: Final = 100
_THUMBPRINTS: Final = 5
_URL: Final = re.compile(r"https://([A-Za-z0-9.-]+(?:/[!-~]*)?)")


def _texts(call: Call, parameter: str) -> tuple[str, ...]:
    listed = call.parameters.get(parameter) or ()
    assert isinstance(listed, Sequence)
    return tuple(str(text) for text in listed)


def _check_thumbprints(thumbprints: tuple[str, ...]) -> None:
    if len(thumbprints) > _THUMBPRINTS:
        raise invalid_input("Thumbprint list must contain fewer than 5 entries.")


def create_open_id_connect_provider(world: World, account: Account, call: Call) -> Result:
    """Lets the users of a provider be named in trust policies."""
    checks = Checks(call)
    url = checks.length("Url", 1, 255)
    given_tags = tags(call, checks, fold=False)
    clients, thumbprints = _texts(call, "ClientIDList"), _texts(call, "ThumbprintList")
    found = _URL.fullmatch(url)
    if found is None:
        raise not_valid("Invalid Open ID Connect Provider URL")
    _check_thumbprints(thumbprints)
    if len(clients) > _CLIENTS:
        raise limit(f"Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: {_CLIENTS}")
    place = found[1].rstrip("/")
    arn = f"arn:aws:iam::{account.account_id}:oidc-provider/{place}"
    if arn in account.oidc_providers:
        raise exists("Provider with url " + url + " already exists.")
    if len(account.oidc_providers) >= _PROVIDERS:
        raise limit(f"Cannot exceed quota for OpenIdConnectProvidersPerAccount: {_PROVIDERS}")
    account.oidc_providers[arn] = OidcProvider(
        arn, place, call.moment(world), call.mint.secret(), clients, thumbprints, given_tags
    )
    return {"OpenIDConnectProviderArn": arn, **({"Tags": tag_list(given_tags)} if given_tags else {})}


def _oidc(account: Account, call: Call) -> OidcProvider:
    return oidc_provider(account, call.required("OpenIDConnectProviderArn"))


def get_open_id_connect_provider(_world: World, account: Account, call: Call) -> Result:
    """A provider with its client ids and thumbprints."""
    provider = _oidc(account, call)
    return {
        "Url": provider.url,
        "ClientIDList": list(provider.client_ids),
        "ThumbprintList": list(provider.thumbprints),
        "CreateDate": provider.created,
        "Tags": tag_list(provider.tags),
    }


def list_open_id_connect_providers(_world: World, account: Account, _call: Call) -> Result:
    """All providers, by ARN."""
    return {"OpenIDConnectProviderList": [{"Arn": arn} for arn in sorted(account.oidc_providers)]}


def delete_open_id_connect_provider(_world: World, account: Account, call: Call) -> Result:
    """Takes a provider away; one that is not there does not matter."""
    account.oidc_providers.pop(call.required("OpenIDConnectProviderArn"), None)
    return {}


def add_client_id_to_open_id_connect_provider(_world: World, account: Account, call: Call) -> Result:
    """One more client id; one that is there already does not matter."""
    checks = Checks(call)
    client = checks.length("ClientID", 1, 255)
    checks.finish()
    provider = _oidc(account, call)
    if client not in provider.client_ids:
        if len(provider.client_ids) >= _CLIENTS:
            raise limit(f"Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: {_CLIENTS}")
        clients = (*provider.client_ids, client)
        account.oidc_providers[provider.arn] = replace(provider, client_ids=clients)
    return {}


def remove_client_id_from_open_id_connect_provider(_world: World, account: Account, call: Call) -> Result:
    """One client id less; one that is not there does not matter."""
    provider, client = _oidc(account, call), call.required("ClientID")
    clients = tuple(other for other in provider.client_ids if other != client)
    account.oidc_providers[provider.arn] = replace(provider, client_ids=clients)
    return {}


def update_open_id_connect_provider_thumbprint(_world: World, account: Account, call: Call) -> Result:
    """Replaces all thumbprints."""
    provider, thumbprints = _oidc(account, call), _texts(call, "ThumbprintList")
    _check_thumbprints(thumbprints)
    account.oidc_providers[provider.arn] = replace(provider, thumbprints=thumbprints)
    return {}
