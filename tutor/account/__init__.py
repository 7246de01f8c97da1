"""The simulated accounts: entities, operations, the journal and its store (floor 2).

Names are loaded at first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket, StoredObject
    from tutor.account.call import Call, Caller, Operation, Result
    from tutor.account.clock import LESSON_TICK, Clock, ClockMode, format_time, parse_time, wall_clock
    from tutor.account.entities import (
        AccessKey,
        Group,
        LastUsed,
        ManagedPolicy,
        PolicyText,
        PolicyVersion,
        RootUser,
        User,
    )
    from tutor.account.errors import (
        Damage,
        Holder,
        SaveDamaged,
        SaveError,
        SaveLocked,
        SaveNotWritable,
        SaveTooNew,
        StorageDamaged,
        StorageTooNew,
    )
    from tutor.account.federation import Federated
    from tutor.account.journal.entry import (
        Asked,
        Begin,
        ClockChange,
        Entry,
        MoveRecord,
        MoveVerb,
        Note,
        ProfileChange,
        RequestRecord,
    )
    from tutor.account.managed import AWS_MANAGED
    from tutor.account.mfa import check_mfa
    from tutor.account.mint import Mint
    from tutor.account.operations import OPERATIONS, perform
    from tutor.account.policies import caller_of, caller_of_session, policies_for, policies_of
    from tutor.account.records import Move, Recorded
    from tutor.account.restored import Restored, Source
    from tutor.account.roles import InstanceProfile, Role
    from tutor.account.saml import saml_assertion, saml_identity
    from tutor.account.save import LEARNER, Save
    from tutor.account.service_error import ServiceError
    from tutor.account.sessions import Session, SessionKind
    from tutor.account.totp import address_of, code_at, step_of
    from tutor.account.trust import trust_of
    from tutor.account.web_identity import web_identity, web_identity_token
    from tutor.account.world import Account, World

_MODULES: Final = {
    "buckets": ("Bucket", "StoredObject"),
    "call": ("Call", "Caller", "Operation", "Result"),
    "clock": ("LESSON_TICK", "Clock", "ClockMode", "format_time", "parse_time", "wall_clock"),
    "entities": (
        "AccessKey",
        "Group",
        "LastUsed",
        "ManagedPolicy",
        "PolicyText",
        "PolicyVersion",
        "RootUser",
        "User",
    ),
    "errors": (
        "Damage",
        "Holder",
        "SaveDamaged",
        "SaveError",
        "SaveLocked",
        "SaveNotWritable",
        "SaveTooNew",
        "StorageDamaged",
        "StorageTooNew",
    ),
    "journal.entry": (
        "Asked",
        "Begin",
        "ClockChange",
        "Entry",
        "MoveRecord",
        "MoveVerb",
        "Note",
        "ProfileChange",
        "RequestRecord",
    ),
    "managed": ("AWS_MANAGED",),
    "mint": ("Mint",),
    "operations": ("OPERATIONS", "perform"),
    "federation": ("Federated",),
    "mfa": ("check_mfa",),
    "policies": ("caller_of", "caller_of_session", "policies_for", "policies_of"),
    "records": ("Move", "Recorded"),
    "restored": ("Restored", "Source"),
    "roles": ("InstanceProfile", "Role"),
    "saml": ("saml_assertion", "saml_identity"),
    "sessions": ("Session", "SessionKind"),
    "totp": ("address_of", "code_at", "step_of"),
    "trust": ("trust_of",),
    "web_identity": ("web_identity", "web_identity_token"),
    "save": ("LEARNER", "Save"),
    "service_error": ("ServiceError",),
    "world": ("Account", "World"),
}
_HOME: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AWS_MANAGED",
    "LEARNER",
    "LESSON_TICK",
    "OPERATIONS",
    "AccessKey",
    "Account",
    "Asked",
    "Begin",
    "Bucket",
    "Call",
    "Caller",
    "Clock",
    "ClockChange",
    "ClockMode",
    "Damage",
    "Entry",
    "Federated",
    "Group",
    "Holder",
    "InstanceProfile",
    "LastUsed",
    "ManagedPolicy",
    "Mint",
    "Move",
    "MoveRecord",
    "MoveVerb",
    "Note",
    "Operation",
    "PolicyText",
    "PolicyVersion",
    "ProfileChange",
    "Recorded",
    "RequestRecord",
    "Restored",
    "Result",
    "Role",
    "RootUser",
    "Save",
    "SaveDamaged",
    "SaveError",
    "SaveLocked",
    "SaveNotWritable",
    "SaveTooNew",
    "ServiceError",
    "Session",
    "SessionKind",
    "Source",
    "StorageDamaged",
    "StorageTooNew",
    "StoredObject",
    "User",
    "World",
    "address_of",
    "caller_of",
    "caller_of_session",
    "check_mfa",
    "code_at",
    "format_time",
    "parse_time",
    "perform",
    "policies_for",
    "policies_of",
    "saml_assertion",
    "saml_identity",
    "step_of",
    "trust_of",
    "wall_clock",
    "web_identity",
    "web_identity_token",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        found = getattr(import_module(f"tutor.account.{_HOME[name]}"), name)
        globals()[name] = found  # asked once: the next time it is simply there
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
