"""Ids and secrets: the same on replay, never issued twice (spec 1.2 for the shapes)."""

from __future__ import annotations

import hmac
from base64 import b32encode, b64encode
from typing import Final
from uuid import UUID

__all__ = ["Mint", "new_seed"]

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_ENTITY_LENGTH: Final = 17
_KEY_LENGTH: Final = 16
_TOKEN_HEAD: Final = "IQoJb3JpZ2luX2VjE"
_TOKEN_DRAWS: Final = 6


def new_seed() -> bytes:
    """A random seed for a new save."""
    from secrets import token_bytes

    return token_bytes(32)


class Mint:
    """Makes the ids of one journal entry: HMAC(seed, index, n)."""

    __slots__ = ("_count", "_index", "_seed")

    def __init__(self, seed: bytes, index: int) -> None:
        self._seed = seed
        self._index = index
        self._count = 0

    def user_id(self) -> str:
        """AIDA and 17 characters."""
        return "AIDA" + self._text(_ENTITY_LENGTH)

    def group_id(self) -> str:
        """AGPA and 17 characters."""
        return "AGPA" + self._text(_ENTITY_LENGTH)

    def policy_id(self) -> str:
        """ANPA and 17 characters."""
        return "ANPA" + self._text(_ENTITY_LENGTH)

    def entity_id(self, prefix: str) -> str:
        """A prefix of spec 1.2, such as AROA for a role, and 17 characters."""
        return prefix + self._text(_ENTITY_LENGTH)

    def access_key_id(self) -> str:
        """AKIA and 16 characters."""
        return "AKIA" + self._text(_KEY_LENGTH)

    def session_key_id(self) -> str:
        """ASIA and 16 characters."""
        return "ASIA" + self._text(_KEY_LENGTH)

    def session_token(self) -> str:
        """An opaque text that looks like the tokens of STS."""
        return _TOKEN_HEAD + b64encode(b"".join(self._draw() for _ in range(_TOKEN_DRAWS))).decode()

    def seed(self) -> str:
        """64 characters of base32, for a virtual MFA device."""
        return b32encode(self._draw() + self._draw()[:8]).decode()

    def uuid(self) -> str:
        """The id of a job."""
        return str(UUID(bytes=self._draw()[:16], version=4))

    def salt(self) -> bytes:
        """For a password's hash; asking again gives the same one."""
        return self._digest("salt")[:16]

    def secret(self) -> str:
        """40 characters of base64."""
        return b64encode(self._draw()[:30]).decode()

    def hexadecimal(self, length: int) -> str:
        """Up to 64 hexadecimal digits, as in the ids of EC2 and Organizations."""
        return self._draw().hex()[:length]

    def digits(self, length: int) -> str:
        """Decimal digits, the first of them no 0, as in an account id."""
        return str(10 ** (length - 1) + int.from_bytes(self._draw()) % (9 * 10 ** (length - 1)))

    def request_id(self) -> str:
        """The request's UUID; asking again gives the same one."""
        return str(UUID(bytes=self._digest("request")[:16], version=4))

    def _text(self, length: int) -> str:
        number = int.from_bytes(self._draw())
        letters = []
        for _ in range(length):
            number, letter = divmod(number, len(_LETTERS))
            letters.append(_LETTERS[letter])
        return "".join(letters)

    def _draw(self) -> bytes:
        count, self._count = self._count, self._count + 1
        return self._digest(str(count))

    def _digest(self, count: str) -> bytes:
        return hmac.digest(self._seed, f"{self._index}:{count}".encode(), "sha256")
