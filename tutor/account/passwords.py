"""Console passwords: which ones an account takes, and the salted hashes that are kept of them."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode
from typing import Final

from tutor.account.settings import PasswordPolicy

__all__ = ["conforms", "hashed", "matches"]

_ROUNDS: Final = 60_000
_SYMBOLS: Final = frozenset("!@#$%^&*()_+-=[]{}|'")
_SHORTEST: Final = 8
_CLASSES: Final = 3


def hashed(password: str, salt: bytes) -> str:
    """`pbkdf2-sha256$rounds$salt$digest`."""
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _ROUNDS)
    return f"pbkdf2-sha256${_ROUNDS}${b64encode(salt).decode()}${b64encode(digest).decode()}"


def matches(password: str, stored: str) -> bool:
    """Whether a hash is of this password."""
    _name, rounds, salt, digest = stored.split("$")
    tried = hashlib.pbkdf2_hmac("sha256", password.encode(), b64decode(salt), int(rounds))
    return hmac.compare_digest(tried, b64decode(digest))


def conforms(password: str, policy: PasswordPolicy | None, account_names: tuple[str, ...] = ()) -> bool:
    """Whether a password satisfies the account's policy; without one the built-in policy holds (spec 6.3)."""
    classes = {
        "uppercase": any("A" <= sign <= "Z" for sign in password),
        "lowercase": any("a" <= sign <= "z" for sign in password),
        "numbers": any("0" <= sign <= "9" for sign in password),
        "symbols": not _SYMBOLS.isdisjoint(password),
    }
    if policy is None:
        named = password.lower() in {name.lower() for name in account_names}
        return len(password) >= _SHORTEST and sum(classes.values()) >= _CLASSES and not named
    wanted = [name for name in classes if getattr(policy, name)]
    return len(password) >= policy.minimum_length and all(classes[name] for name in wanted)
