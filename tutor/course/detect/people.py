"""Detectors on users, groups and their keys."""

from typing import TYPE_CHECKING

from .evidence import Evidence

if TYPE_CHECKING:
    from tutor.account import RequestRecord, User

NO_SUCH_ENTITY = "NoSuchEntity"
MFA_KEY = "aws:multifactorauthpresent"
ENTRIES = ("CreateAccessKey", "CreateLoginProfile", "UpdateLoginProfile")
TOO_MANY_KEYS = frozenset({"keys", "key"})


def signed_in_means_allowed(evidence: Evidence) -> bool:
    """B1: the learner gave somebody a way in and no policy."""
    user = evidence.user
    return (
        evidence.refused_implicitly and user is not None and _holds_nothing(user) and _got_in(evidence, user)
    )


def new_user_can_do_something(evidence: Evidence) -> bool:
    """B2: the learner made a user and nothing else."""
    user = evidence.user
    if user is None or not evidence.refused_implicitly:
        return False
    return _made(evidence, user) and _holds_nothing(user) and not _got_in(evidence, user)


def key_outlives_password(evidence: Evidence) -> bool:
    """B3: the password is gone, a key goes on working."""
    user = evidence.user
    if user is None or user.login is not None or not _lets_in_too_much(evidence):
        return False
    taken = [one for one in evidence.done("DeleteLoginProfile") if _user_name(one) == user.name]
    return bool(taken) and any(key.active for key in user.keys.values())


def inactive_key_is_still_there(evidence: Evidence) -> bool:
    """B4: an inactive key counts, and is in the way of what is wanted."""
    user = evidence.user
    if user is None or evidence.decision is not None:
        return False
    if all(key.active for key in user.keys.values()):
        return False
    failed = evidence.last_failed("CreateAccessKey")
    if failed is not None and failed.error == "LimitExceeded" and _user_name(failed) == user.name:
        return True
    made_inactive = any(
        _user_name(one) == user.name and one.parameters.get("Status") == "Inactive"
        for one in evidence.done("UpdateAccessKey")
    )
    if evidence.goal.kind == "key" and evidence.cause.actual != "Inactive":
        return False
    return made_inactive and _too_many_keys(evidence)


def mfa_guards_keys_too(evidence: Evidence) -> bool:
    """B5: a request without MFA goes through, though the user has a device."""
    user = evidence.user
    if user is None or not evidence.still_allowed or MFA_KEY not in evidence.context:
        return False
    if not user.devices or str(evidence.context[MFA_KEY]).lower() == "true":
        return False
    return not any(MFA_KEY in statement.policy.document.text.lower() for statement in evidence.statements)


def group_in_group(evidence: Evidence) -> bool:
    """B13: the learner put a group into a group."""
    failed = evidence.last_failed("AddUserToGroup")
    if failed is None or failed.error != NO_SUCH_ENTITY:
        return False
    return _user_name(failed) in evidence.account.groups


def new_key_ends_the_old(evidence: Evidence) -> bool:
    """B15: a new key was made, and the old one goes on."""
    user = evidence.user
    if user is None or evidence.decision is not None or not _too_many_keys(evidence):
        return False
    made = [one for one in evidence.done("CreateAccessKey") if _user_name(one) == user.name]
    return bool(made) and sum(key.active for key in user.keys.values()) > 1


def role_as_a_group_or_user(evidence: Evidence) -> bool:
    """B17: the learner treated a role as a group, or gave it a password or a key."""
    failed = evidence.last_failed("AddUserToGroup", "CreateLoginProfile", "CreateAccessKey")
    if failed is None or failed.error != NO_SUCH_ENTITY:
        return False
    names = {failed.parameters.get("GroupName"), _user_name(failed)}
    strangers = names - {None, *evidence.account.users, *evidence.account.groups}
    return any(name in evidence.account.roles for name in strangers)


def _user_name(request: "RequestRecord") -> str:
    return str(request.parameters.get("UserName", ""))


def _holds_nothing(user: "User") -> bool:
    return not (user.attached or user.inline or user.groups)


def _made(evidence: Evidence, user: "User") -> bool:
    return any(_user_name(one) == user.name for one in evidence.done("CreateUser"))


def _got_in(evidence: Evidence, user: "User") -> bool:
    return any(_user_name(one) == user.name for one in evidence.done(*ENTRIES))


def _lets_in_too_much(evidence: Evidence) -> bool:
    return evidence.still_allowed or _too_many_keys(evidence)


def _too_many_keys(evidence: Evidence) -> bool:
    """The goal counts keys and found more than it wants, or one that ought to have ended."""
    if evidence.goal.kind not in TOO_MANY_KEYS:
        return False
    expected, actual = evidence.cause.expected, evidence.cause.actual
    if expected.isdigit() and actual.isdigit():
        return int(actual) > int(expected)
    return expected != "Active"
