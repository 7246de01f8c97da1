"""SAML 2.0 providers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, tags
from tutor.account.operations.find import saml_provider
from tutor.account.operations.shapes import tag_list
from tutor.account.providers import SamlProvider
from tutor.account.service_error import exists, invalid_input, limit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "create_saml_provider",
    "delete_saml_provider",
    "get_saml_provider",
    "list_saml_providers",
    "update_saml_provider",
]

_PROVIDERS: Final = 100
_VALIDITY: Final = timedelta(days=36500)
_NAME: Final = re.compile(r"[\w._-]+", re.ASCII)
_DESCRIPTOR: Final = re.compile(r"<(?:[\w-]+:)?EntityDescriptor[\s>]")


def _metadata(checks: Checks) -> str:
    metadata = checks.length("SAMLMetadataDocument", 1000, 10_000_000)
    checks.finish()
    if not _DESCRIPTOR.search(metadata):
        raise invalid_input("Could not parse metadata")
    return metadata


def create_saml_provider(world: World, account: Account, call: Call) -> Result:
    """Lets the users of a SAML provider be named in trust policies."""
    checks = Checks(call)
    name = checks.length("Name", 1, 128)
    checks.pattern("Name", name, _NAME, r"[\w._-]+")
    mode = checks.choice("AssertionEncryptionMode", ("Required", "Allowed"), "Allowed")
    given_tags = tags(call, checks, fold=False)
    metadata = _metadata(checks)
    arn = f"arn:aws:iam::{account.account_id}:saml-provider/{name}"
    if arn in account.saml_providers:
        raise exists(f"Provider with name {name} already exists.")
    if len(account.saml_providers) >= _PROVIDERS:
        raise limit(f"Cannot exceed quota for SAMLProvidersPerAccount: {_PROVIDERS}")
    now = call.moment(world)
    account.saml_providers[arn] = SamlProvider(
        arn, name, call.mint.uuid(), now, now + _VALIDITY, call.mint.secret(), metadata, mode, given_tags
    )
    return {"SAMLProviderArn": arn, **({"Tags": tag_list(given_tags)} if given_tags else {})}


def _saml(account: Account, call: Call) -> SamlProvider:
    return saml_provider(account, call.required("SAMLProviderArn"))


def get_saml_provider(_world: World, account: Account, call: Call) -> Result:
    """A provider with its metadata."""
    provider = _saml(account, call)
    return {
        "SAMLProviderUUID": provider.uuid,
        "SAMLMetadataDocument": provider.metadata,
        "CreateDate": provider.created,
        "ValidUntil": provider.valid_until,
        "Tags": tag_list(provider.tags),
        "AssertionEncryptionMode": provider.encryption,
    }


def list_saml_providers(_world: World, account: Account, _call: Call) -> Result:
    """All providers, by ARN."""
    providers = sorted(account.saml_providers.values(), key=lambda provider: provider.arn)
    shapes = [
        {"Arn": provider.arn, "ValidUntil": provider.valid_until, "CreateDate": provider.created}
        for provider in providers
    ]
    return {"SAMLProviderList": shapes}


def update_saml_provider(_world: World, account: Account, call: Call) -> Result:
    """Replaces the metadata document."""
    checks = Checks(call)
    provider = _saml(account, call)
    mode = checks.choice("AssertionEncryptionMode", ("Required", "Allowed"), provider.encryption)
    metadata = provider.metadata
    if call.text("SAMLMetadataDocument") is not None:
        metadata = _metadata(checks)
    checks.finish()
    account.saml_providers[provider.arn] = replace(provider, metadata=metadata, encryption=mode)
    return {"SAMLProviderArn": provider.arn}


def delete_saml_provider(_world: World, account: Account, call: Call) -> Result:
    """Takes a provider away."""
    del account.saml_providers[_saml(account, call).arn]
    return {}
