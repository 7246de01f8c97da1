"""What stands before the first start line: accounts, their names, the organization, the profiles."""

from typing import TYPE_CHECKING

from .lesson import Lesson
from .schema import Profile

if TYPE_CHECKING:
    from tutor.account import Entry, Recorded, Save

POLICY_TYPES = ("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")


def definition_of(profile: Profile) -> dict[str, object]:
    """A profile as floor 3 defines it."""
    definition: dict[str, object] = {"user": profile.user} if profile.user else {}
    if profile.account is not None:
        definition["account"] = profile.account
    flags = {"root": profile.root, "wrong-secret": profile.wrong_secret, "unknown-key": profile.unknown_key}
    return definition | {name: True for name, given in flags.items() if given}


def begin_accounts(lesson: Lesson, save: "Save") -> "Entry":
    """Fresh accounts with their aliases, the organization and the profiles."""
    file = lesson.file
    begin = save.begin(accounts=lesson.account_ids, start=file.clock, alias=file.alias, lesson=lesson.id)
    for account in file.accounts:
        if account.alias is not None:
            _as_root(lesson, save, account.id, "iam", "CreateAccountAlias", AccountAlias=account.alias)
    if file.organization is not None:
        _organize(lesson, save)
    for name, profile in file.profiles.items():
        save.set_profile(name, definition_of(profile), start=True)
    return begin


def _organize(lesson: Lesson, save: "Save") -> None:
    wanted = lesson.file.organization
    assert wanted is not None, "the lesson has an organization"
    boss = wanted.management
    _as_root(lesson, save, boss, "organizations", "CreateOrganization", FeatureSet="ALL")
    for member in wanted.members:
        target = {"Type": "ACCOUNT", "Id": member}
        asked = _as_root(lesson, save, boss, "organizations", "InviteAccountToOrganization", Target=target)
        handshake = asked.result["Handshake"]
        assert isinstance(handshake, dict), "the invitation was sent"
        _as_root(lesson, save, member, "organizations", "AcceptHandshake", HandshakeId=handshake["Id"])
    organization = save.world.organization
    assert organization is not None, "it was made"
    for kind in POLICY_TYPES:
        parameters = {"RootId": organization.root_id, "PolicyType": kind}
        _as_root(lesson, save, boss, "organizations", "EnablePolicyType", **parameters)


def _as_root(
    lesson: Lesson, save: "Save", account_id: str, service: str, operation: str, **parameters: object
) -> "Recorded":
    from tutor.account import RequestRecord, caller_of
    from tutor.gateway.sandbox import CONSOLE_ADDRESS

    account = save.world.accounts[account_id]
    root = caller_of(account, account.root)
    request = RequestRecord(service, operation, parameters, root, None, CONSOLE_ADDRESS)
    recorded = save.append(request, start=True, at=lesson.file.clock)
    assert recorded.error is None, f"{operation}: {recorded.error}"
    return recorded
