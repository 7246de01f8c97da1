"""Who asks, and the Principal element that names who may (`spec/iam-facts.md` 2.2, 3.2)."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from .arn import account_of
from .context import Context
from .values import Written

__all__ = [
    "WITHOUT_ACCOUNT",
    "Grant",
    "NamedPrincipal",
    "Principal",
    "PrincipalElement",
    "PrincipalKind",
    "is_service_linked",
]


class PrincipalKind(StrEnum):
    """The kinds of caller, in the words of `CallerType`."""

    USER = "User"
    ROLE = "Role"
    ASSUMED_ROLE = "AssumedRole"
    FEDERATED_USER = "FederatedUser"
    ROOT = "Root"
    AWS_SERVICE = "AWSService"
    FEDERATED = "Federated"
    ANONYMOUS = "Anonymous"


WITHOUT_ACCOUNT: Final = frozenset(
    {PrincipalKind.AWS_SERVICE, PrincipalKind.FEDERATED, PrincipalKind.ANONYMOUS}
)
"""Callers that have nothing but what a resource-based policy gives them."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The caller of a request."""

    kind: PrincipalKind
    arn: str
    """An ARN, the DNS name of a service, or the host of an identity provider; "" when anonymous."""
    account: str
    """The caller's account; "" where the caller belongs to none."""
    parent: str | None = None
    """Of a federated user: the ARN of the user who asked for the session; None when that is not known."""


def is_service_linked(principal: Principal) -> bool:
    """Whether the caller is a service-linked role, which organization policies and boundaries do not bind."""
    if principal.kind not in {PrincipalKind.ROLE, PrincipalKind.ASSUMED_ROLE}:
        return False
    name = principal.arn.split("/")[1 if principal.kind is PrincipalKind.ASSUMED_ROLE else -1 :]
    return bool(name) and name[0].startswith("AWSServiceRoleFor")


class Grant(IntEnum):
    """How far a resource-based Allow reaches for a caller of the same account, by how it names them."""

    NONE = 0
    """It does not name the caller."""
    ACCOUNT = 1
    """It names the account: an identity policy must allow too."""
    LIMITED = 2
    """It names the role or the parent user: boundary and session policy still limit."""
    DIRECT = 3
    """It names the user, the session, or everyone: no implicit deny limits it."""


@dataclass(frozen=True, slots=True)
class NamedPrincipal:
    """One value of a Principal element."""

    family: str
    """`AWS`, `Service`, `Federated` or `CanonicalUser`."""
    written: Written

    def grant(self, principal: Principal, context: Context) -> Grant:
        """How this value includes the caller."""
        return _names(self.family, self.written.text, principal, context)


@dataclass(frozen=True, slots=True)
class PrincipalElement:
    """Principal or NotPrincipal of a statement."""

    name: str
    """`Principal` or `NotPrincipal`."""
    named: tuple[NamedPrincipal, ...]

    @property
    def negated(self) -> bool:
        """Whether the element lists whom the statement spares."""
        return self.name == "NotPrincipal"

    def grant(self, principal: Principal, context: Context) -> Grant:
        """The furthest-reaching way in which the listed principals include the caller."""
        best = Grant.NONE
        for named in self.named:
            best = max(best, named.grant(principal, context))
        return best

    def spares(self, principal: Principal, context: Context) -> bool:
        """Whether a NotPrincipal list spares the caller: every name that the caller goes by is in it."""
        aws = [named.written.text for named in self.named if named.family == "AWS"]
        if "*" in aws:
            return True
        if principal.kind in WITHOUT_ACCOUNT:
            return self.grant(principal, context) is not Grant.NONE
        account = any(_is_account(text, principal.account) for text in aws)
        if principal.kind is PrincipalKind.ROOT:
            return account
        itself = any(_is_caller(text, principal, context) for text in aws)
        if principal.kind is PrincipalKind.ASSUMED_ROLE:
            return account and itself and any(_is_role_of(text, principal, context) for text in aws)
        return account and itself


def _names(family: str, text: str, principal: Principal, context: Context) -> Grant:
    kind = principal.kind
    if text == "*" and (family == "AWS" or kind is _FAMILY_OF.get(family)):
        return Grant.DIRECT
    if kind in WITHOUT_ACCOUNT:
        return Grant.DIRECT if kind is _FAMILY_OF.get(family) and text == principal.arn else Grant.NONE
    if family != "AWS":
        return Grant.NONE
    if _is_account(text, principal.account):
        return Grant.ACCOUNT
    if _is_caller(text, principal, context):
        return Grant.LIMITED if kind is PrincipalKind.ROLE else Grant.DIRECT
    if kind is PrincipalKind.ASSUMED_ROLE and _is_role_of(text, principal, context):
        return Grant.LIMITED
    if kind is PrincipalKind.FEDERATED_USER and _is_parent_of(text, principal):
        return Grant.LIMITED
    return Grant.NONE


_FAMILY_OF = {"Service": PrincipalKind.AWS_SERVICE, "Federated": PrincipalKind.FEDERATED}


def _is_account(text: str, account: str) -> bool:
    if not account:
        return False
    return text == account or (text.endswith(f"::{account}:root") and account_of(text) == account)


def _is_caller(text: str, principal: Principal, context: Context) -> bool:
    if text == principal.arn:
        return True
    if principal.kind is PrincipalKind.ROLE:
        return _is_role_id(text, context)
    return principal.kind is PrincipalKind.USER and text == context.single("aws:userid")


def _is_role_id(text: str, context: Context) -> bool:
    """Whether `text` is the unique id of the caller's role, which `aws:userid` begins with."""
    return text.startswith("AROA") and text == (context.single("aws:userid") or "").partition(":")[0]


def _is_role_of(text: str, principal: Principal, context: Context) -> bool:
    """Whether `text` is the role of a session, whose ARN drops the path of the role."""
    if _is_role_id(text, context):
        return True
    _, session, names = principal.arn.partition(":assumed-role/")
    _, role, path = text.partition(f":iam::{principal.account}:role/")
    return bool(session and role) and path.rpartition("/")[2] == names.partition("/")[0]


def _is_parent_of(text: str, principal: Principal) -> bool:
    """Whether `text` is the user behind a federated session.

    Where the request does not say whose session it is, a user of the same account counts as that user.
    """
    if principal.parent is not None:
        return text == principal.parent
    return f":iam::{principal.account}:user/" in text
