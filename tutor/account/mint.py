"""Ids and secrets: the same on replay, never issued twice (spec 1.2 for the shapes)."""

from __future__ import annotations

import hmac
from base64 import b64encode
from typing import Final
from uuid import UUID

__all__ = ["Mint", "new_seed"]

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_ENTITY_LENGTH: Final = 17
_KEY_LENGTH: Final = 16


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

    def access_key_id(self) -> str:
        """AKIA and 16 characters."""
        return "AKIA" + self._text(_KEY_LENGTH)

    def secret(self) -> str:
        """40 characters of base64."""
        return b64encode(self._draw()[:30]).decode()

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
