"""Ids and secrets: the same on replay, never issued twice (spec 1.2 for the shapes)."""

from __future__ import annotations

from base64 import b32encode, b64encode
from functools import lru_cache
from hashlib import sha256
from itertools import product
from typing import TYPE_CHECKING, Final
from uuid import UUID

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

__all__ = ["Mint", "new_seed"]

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_PAIRS: Final = tuple(second + first for first, second in product(_LETTERS, _LETTERS))
"""Two letters at a time, the lower one first."""
_MOST: Final = len(_LETTERS) ** 20
_ENTITY_LENGTH: Final = 17
_KEY_LENGTH: Final = 16
_BLOCK: Final = 64
"""Bytes that SHA-256 takes at a time."""
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
        digits = self._digest("request").hex()
        variant = "89ab"[int(digits[16], 16) & 3]
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"

    def _text(self, length: int) -> str:
        number = int.from_bytes(self._draw()) % _MOST  # what is above makes no letter
        pairs = []
        for _ in range(0, length, 2):
            number, pair = divmod(number, len(_PAIRS))
            pairs.append(_PAIRS[pair])
        return "".join(pairs)[:length]

    def _draw(self) -> bytes:
        count, self._count = self._count, self._count + 1
        return self._digest(str(count))

    def _digest(self, count: str) -> bytes:
        inner, outer = _keyed(self._seed)
        inner, outer = inner.copy(), outer.copy()
        inner.update(f"{self._index}:{count}".encode())
        outer.update(inner.digest())
        return outer.digest()


@lru_cache(maxsize=8)
def _keyed(seed: bytes) -> tuple[Hash, Hash]:
    """The two halves of HMAC with this key, of which every id needs a copy: three times as fast as `hmac`."""
    key = (sha256(seed).digest() if len(seed) > _BLOCK else seed).ljust(_BLOCK, b"\0")
    return sha256(bytes(byte ^ 0x36 for byte in key)), sha256(bytes(byte ^ 0x5C for byte in key))
