"""Tags of everything in IAM that has some: Tag…, Untag… and List…Tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from tutor.account.operations.checks import Checks, policy_arn, tags
from tutor.account.operations.find import (
    mfa_device,
    oidc_provider,
    own_policy,
    own_role,
    profile_named,
    role_named,
    saml_provider,
    server_certificate,
    user_named,
)
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.shapes import tag_list
from tutor.account.service_error import limit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "CERTIFICATE",
    "DEVICE",
    "OIDC",
    "POLICY",
    "PROFILE",
    "ROLE",
    "SAML",
    "USER",
    "Tagging",
]

_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tag operations of one kind of resource."""

    find: Callable[[Account, Call, Checks, bool], Any]
    """The tagged thing by the call's parameters, for a change or not; finishes the checks."""
    keep: Callable[[Account, Any, dict[str, str]], None]
    """Gives it other tags."""
    fold: bool = True
    """Keys that differ by case alone are the same."""

    def tag(self, _world: World, account: Account, call: Call) -> Result:
        """Adds tags, or gives those that are there another value."""
        given = tags(call, Checks(call), fold=self.fold)
        found = self.find(account, call, Checks(call), True)
        names = {self._key(key) for key in given}
        kept = {key: value for key, value in found.tags.items() if self._key(key) not in names}
        if len(kept) + len(given) > _MOST:
            raise limit(f"Cannot exceed quota for TagsPerResource: {_MOST}")
        self.keep(account, found, {**kept, **given})
        return {}

    def untag(self, _world: World, account: Account, call: Call) -> Result:
        """Takes tags away; keys that are not there do not matter."""
        checks = Checks(call)
        listed = call.parameters.get("TagKeys") or ()
        assert isinstance(listed, Sequence)
        checks.must(len(listed) <= _MOST, "TagKeys", f"have length less than or equal to {_MOST}")
        found = self.find(account, call, checks, True)
        names = {self._key(str(key)) for key in listed}
        self.keep(
            account, found, {key: value for key, value in found.tags.items() if self._key(key) not in names}
        )
        return {}

    def list_tags(self, _world: World, account: Account, call: Call) -> Result:
        """Tags in the order of their keys."""
        checks = Checks(call)
        checks.page_size()
        found = self.find(account, call, checks, False)
        pairs, more = page(call, checks, rows_of(found.tags.items(), lambda pair: pair[0]))
        return {"Tags": tag_list(dict(pairs)), **more}

    def _key(self, key: str) -> str:
        return key.lower() if self.fold else key


def _named(parameter: str, look: Callable[[Account, str], Any]) -> Callable[..., Any]:
    def find(account: Account, call: Call, checks: Checks, _change: bool) -> Any:
        name = checks.name(parameter)
        checks.finish()
        return look(account, name)

    return find


def _by_id(parameter: str, look: Callable[[Account, str], Any]) -> Callable[..., Any]:
    def find(account: Account, call: Call, checks: Checks, _change: bool) -> Any:
        checks.finish()
        return look(account, call.required(parameter))

    return find


def _role(account: Account, _call: Call, checks: Checks, change: bool) -> Any:
    name = checks.name("RoleName", 64)
    checks.finish()
    return own_role(account, name) if change else role_named(account, name)


def _policy(account: Account, call: Call, checks: Checks, change: bool) -> Any:
    return own_policy(account, call, policy_arn(checks), change=change)


def _set(_account: Account, found: Any, tags_now: Mapping[str, str]) -> None:
    found.tags = dict(tags_now)


def _replace(table: str, key: str) -> Callable[[Account, Any, dict[str, str]], None]:
    def keep(account: Account, found: Any, tags_now: dict[str, str]) -> None:
        getattr(account, table)[getattr(found, key)] = replace(found, tags=tags_now)

    return keep


USER: Final = Tagging(_named("UserName", user_named), _set)
ROLE: Final = Tagging(_role, _set)
POLICY: Final = Tagging(_policy, _set, fold=False)
PROFILE: Final = Tagging(
    _named("InstanceProfileName", profile_named), _replace("instance_profiles", "name"), fold=False
)
DEVICE: Final = Tagging(_by_id("SerialNumber", mfa_device), _replace("mfa_devices", "serial"), fold=False)
OIDC: Final = Tagging(
    _by_id("OpenIDConnectProviderArn", oidc_provider), _replace("oidc_providers", "arn"), fold=False
)
SAML: Final = Tagging(_by_id("SAMLProviderArn", saml_provider), _replace("saml_providers", "arn"), fold=False)
CERTIFICATE: Final = Tagging(
    _named("ServerCertificateName", server_certificate), _replace("server_certificates", "name"), fold=False
)
