"""What numbers, addresses and base64 in conditions stand for; dates are in `dates`."""

from base64 import b64decode
from binascii import Error as Base64Error
from decimal import Decimal
from functools import lru_cache
from ipaddress import ip_address

__all__ = ["address", "decoded", "number"]


@lru_cache(maxsize=1024)
def number(written: str) -> Decimal | None:
    """The integer or decimal that `written` is; None when it is neither."""
    text = written.strip()
    digits = text.removeprefix("-").removeprefix("+")
    whole, point, fraction = digits.partition(".")
    plain = (whole + fraction).isascii() and (whole + fraction).isdigit() and bool(whole)
    return Decimal(text) if plain and (fraction or not point) else None


def decoded(written: str) -> bytes:
    """The bytes that base64 text stands for; text that is not base64 stands for itself."""
    try:
        return b64decode(written, validate=True)
    except (Base64Error, ValueError):
        return written.encode(errors="surrogatepass")


@lru_cache(maxsize=1024)
def address(written: str) -> tuple[int, int] | None:
    """The version of an address and its number; None when it is no address."""
    try:
        address = ip_address(written.strip())
    except ValueError:
        return None
    return address.version, int(address)
