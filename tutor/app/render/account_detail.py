"""The one renderer of everything about a thing of the account, for the app and for plain mode."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_detail import Detail
from tutor.app.models.account_subject import SECTIONS, Subject, read_subject
from tutor.wording import Language
from tutor.wording.statement_text import shown

from . import account_people, account_places, account_policies, account_roles
from .account_pen import Pen

if TYPE_CHECKING:
    from tutor.gateway.sandbox import Sandbox

NO_WAYS: Final[Mapping[str, str]] = MappingProxyType({})


def detail_of(
    sandbox: "Sandbox", subject: str, language: Language, ways: Mapping[str, str] = NO_WAYS
) -> Detail:
    """Everything about a subject; a short page that it is gone where it is not there any more.

    `ways` are the keys of the Account screen's commands by their ids, to be named where something is missing.
    """
    pen, about = Pen(language, ways), read_subject(subject)
    with suppress(KeyError):
        found = _detail(sandbox, about, pen)
        return replace(found, title=shown(found.title))
    gone = pen.plain_section("facts", [pen.note("gone")])
    return Detail(subject, shown(about.name), "", (gone,), missing=True)


def _detail(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    """Raises KeyError for what is not there."""
    if about.kind in SECTIONS:
        return account_places.section_detail(sandbox.account, about.kind, pen)
    return PAGES[about.kind](sandbox, about, pen)


def _policy(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    policy = sandbox.account.policy(about.name)
    if policy is None:
        raise KeyError(about.name)
    return account_policies.policy_detail(sandbox.account, policy, pen)


def _version(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    policy = sandbox.account.policy(about.name)
    if policy is None:
        raise KeyError(about.name)
    return account_policies.version_detail(policy, policy.versions[about.owner], pen)


def _inline(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    text = sandbox.account.holder(about.owner).inline[about.name]
    return account_policies.inline_detail(about.owner, about.name, text, pen)


def _provider(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    account = sandbox.account
    found = account.oidc_providers.get(about.name) or account.saml_providers[about.name]
    return account_roles.provider_detail(account, found, pen)


def _key(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    account = sandbox.account
    return account_people.key_detail(account.users[about.owner], about.name, pen)


def _bucket(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    return account_places.bucket_detail(sandbox.world, sandbox.account.buckets[about.name], pen)


def _object(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    return account_places.object_detail(sandbox.account.buckets[about.owner], about.name, pen)


def _instance(sandbox: "Sandbox", about: Subject, pen: Pen) -> Detail:
    account = sandbox.account
    return account_roles.instance_detail(account, account.compute.instances[about.name], pen)


PAGES: Final[Mapping[str, Callable[["Sandbox", Subject, Pen], Detail]]] = {
    "account": lambda sandbox, _, pen: account_places.account_detail(sandbox.account, pen),
    "user": lambda sandbox, about, pen: account_people.user_detail(
        sandbox, sandbox.account.users[about.name], pen
    ),
    "group": lambda sandbox, about, pen: account_people.group_detail(
        sandbox, sandbox.account.groups[about.name], pen
    ),
    "role": lambda sandbox, about, pen: account_roles.role_detail(
        sandbox, sandbox.account.roles[about.name], pen
    ),
    "policy": _policy,
    "version": _version,
    "inline": _inline,
    "key": _key,
    "device": lambda sandbox, about, pen: account_places.device_detail(
        sandbox.account.mfa_devices[about.name], pen
    ),
    "bucket": _bucket,
    "object": _object,
    "provider": _provider,
    "instance": _instance,
}
"""What makes the detail of each kind of subject."""
