"""The control address: a test suite's way to begin anew and to move the clock, behind a secret token."""

import hmac
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

from tutor.account import format_time
from tutor.gateway.endpoint.accounts import Accounts
from tutor.gateway.endpoint.refusal import Refusal, Refused

PREFIX: Final = "/_tutor/"
"""No bucket can be called so."""

TOKEN: Final = re.compile(r"[A-Za-z0-9._~-]{1,128}", re.ASCII)
"""What a control token may be made of."""

FARTHEST: Final = 100 * 366 * 24 * 3600
"""Seconds that the clock may go in one step."""

Action = Callable[[Accounts], bytes]


def new_token() -> str:
    """A random token."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Control:
    """Understands `/_tutor/TOKEN/reset` and `/_tutor/TOKEN/clock`."""

    token: str

    def action_of(self, method: str, path: str, query: str, body: bytes) -> Action:
        """What a request to the control address asks for; raises Refused."""
        token, _, word = path.removeprefix(PREFIX).partition("/")
        if not hmac.compare_digest(token.encode(), self.token.encode()) or word not in {"reset", "clock"}:
            raise Refused(Refusal.NOT_FOUND)
        if method != "POST":
            raise Refused(Refusal.NOT_POST)
        if word == "reset":
            return _reset
        seconds = _seconds(query) or _seconds(body.decode("latin-1"))
        if seconds is None:
            raise Refused(Refusal.NO_SECONDS)
        return lambda accounts: _answer(now=format_time(accounts.advance_clock(seconds)))


def _reset(accounts: Accounts) -> bytes:
    accounts.reset()
    return _answer(account=accounts.sandbox.account.account_id)


def _seconds(form: str) -> int | None:
    given = parse_qs(form, max_num_fields=10).get("seconds", [])
    if len(given) != 1 or not re.fullmatch(r"\d{1,10}", given[0], re.ASCII):
        return None
    return int(given[0]) if int(given[0]) <= FARTHEST else None


def _answer(**fields: str) -> bytes:
    return json.dumps(fields).encode()
