"""Who a reference such as `user/yuna` or `role/auditor/july@222222222222` stands for in a question."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tutor.gateway.authorise import Asker
from tutor.gateway.entrance import anybody

if TYPE_CHECKING:
    from tutor.account import Caller, RootUser, Session, SessionKind, User, World

REFERENCE: Final = re.compile(r"(?P<kind>[a-z-]+)(/(?P<rest>.+?))?(@(?P<account>\d{12}))?")
SESSION_NAME: Final = "session"
"""Of a role's session that is asked about without a name."""
HOUR: Final = timedelta(hours=1)


class UnknownPrincipal(LookupError):
    """A principal that the account does not have, as it was referred to."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, taken apart."""

    text: str
    kind: str
    """user, role, assumed-role, root, anonymous or profile."""
    name: str
    session: str
    account_id: str | None


def read_reference(text: str) -> Reference:
    """Takes a reference apart; raises UnknownPrincipal for what is none."""
    match = REFERENCE.fullmatch(text)
    if match is None:
        raise UnknownPrincipal(text)
    kind, rest = match["kind"], match["rest"] or ""
    name, session = rest, ""
    if kind in {"role", "assumed-role"}:
        name, _, session = rest.partition("/")
    return Reference(text, kind, name, session or SESSION_NAME, match["account"])


def of_profile(reference: Reference, definition: Mapping[str, object]) -> Reference:
    """The user or root that a profile signs as."""
    account_id = str(definition["account"]) if "account" in definition else None
    if definition.get("root"):
        return replace(reference, kind="root", name="", account_id=account_id)
    return replace(reference, kind="user", name=str(definition.get("user")), account_id=account_id)


def asker_of(reference: Reference, world: "World", *, mfa: bool) -> Asker:
    """The principal as it would ask now; `mfa`: with temporary credentials for which a code was given."""
    from tutor.account import caller_of, caller_of_session

    if reference.kind == "anonymous":
        return Asker(anybody(), world.now)
    account_id = reference.account_id or next(iter(world.accounts))
    account = world.accounts.get(account_id)
    if account is None:
        raise UnknownPrincipal(reference.text)
    if reference.kind in {"role", "assumed-role"}:
        session = _of_role(reference, world, account_id, mfa=mfa)
        return Asker(_there(caller_of_session(world, session), reference), world.now, session=session)
    owner = account.root if reference.kind == "root" else account.users.get(reference.name)
    if owner is None or reference.kind not in {"user", "root"}:
        raise UnknownPrincipal(reference.text)
    proven = _of_owner(owner, world, account_id) if mfa else None
    return Asker(caller_of(account, owner), world.now, session=proven)


def _there(caller: "Caller | None", reference: Reference) -> "Caller":
    if caller is None:
        raise UnknownPrincipal(reference.text)
    return caller


def _of_role(reference: Reference, world: "World", account_id: str, *, mfa: bool) -> "Session":
    from tutor.account import SessionKind

    role = world.accounts[account_id].roles.get(reference.name)
    if role is None:
        raise UnknownPrincipal(reference.text)
    arn = f"arn:aws:sts::{account_id}:assumed-role/{role.name}/{reference.session}"
    session = _session(world, SessionKind.ROLE, account_id, role.role_id, arn)
    return replace(session, name=reference.session, mfa_at=world.now if mfa else None)


def _of_owner(owner: "User | RootUser", world: "World", account_id: str) -> "Session":
    from tutor.account import SessionKind

    issuer_id = getattr(owner, "user_id", account_id)
    return replace(_session(world, SessionKind.OWNER, account_id, issuer_id, owner.arn), mfa_at=world.now)


def _session(world: "World", kind: "SessionKind", account_id: str, issuer_id: str, arn: str) -> "Session":
    """Credentials that nobody holds: for a question only."""
    from tutor.account import Session

    return Session(
        key_id="",
        secret="",
        token="",
        kind=kind,
        account_id=account_id,
        issuer_id=issuer_id,
        name="",
        arn=arn,
        issued=world.now,
        expires=world.now + HOUR,
    )
