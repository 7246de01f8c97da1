"""Whose an access key is: long-term, temporary, or the console's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.gateway.refusals import Unauthenticated, expired, unknown_key, wrong_token

if TYPE_CHECKING:
    from tutor.account import Caller, Session, World


@dataclass(frozen=True, slots=True)
class ConsoleKey:
    """A key of the console itself: it signs as the root user and is no access key of the account."""

    access_key_id: str
    secret: str
    account_id: str


@dataclass(frozen=True, slots=True)
class Signer:
    """What a signature is checked with, and who it makes the caller."""

    secret: str
    caller: "Caller"
    session: "Session | None" = None


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All keys at one moment of sandbox time."""

    world: "World"
    console_keys: Mapping[str, ConsoleKey]
    at: datetime

    def signer(self, key_id: str, token: str | None, service: str) -> Signer:
        """Who signs with a key and a session token; raises Unauthenticated."""
        session = self.world.find_session(key_id)
        if session is not None:
            return self._temporary(session, token, service)
        signer = self._console(key_id) or self._long_term(key_id)
        if signer is None:
            raise Unauthenticated(unknown_key(service), key_id)
        if token is not None:
            raise Unauthenticated(wrong_token(service), key_id)
        return signer

    def _console(self, key_id: str) -> Signer | None:
        from tutor.account import caller_of

        key = self.console_keys.get(key_id)
        if key is None:
            return None
        account = self.world.accounts[key.account_id]
        return Signer(key.secret, caller_of(account, account.root, key_id))

    def _long_term(self, key_id: str) -> Signer | None:
        from tutor.account import caller_of

        found = self.world.find_key(key_id)
        if found is None or not found[2].active:
            return None
        account, owner, key = found
        return Signer(key.secret, caller_of(account, owner, key_id))

    def _temporary(self, session: "Session", token: str | None, service: str) -> Signer:
        """In the order that STS was seen to check: the token, its end, its issuer."""
        from tutor.account import caller_of_session

        key_id = session.key_id
        if token is None:
            raise Unauthenticated(unknown_key(service), key_id)
        if token != session.token:
            raise Unauthenticated(wrong_token(service), key_id)
        if session.expired(self.at):
            raise Unauthenticated(expired(service), key_id)
        caller = caller_of_session(self.world, session)
        if caller is None:
            raise Unauthenticated(wrong_token(service), key_id)
        return Signer(session.secret, caller, session)
