"""The encoded message in EC2's refusals, which only sts decode-authorization-message shows (spec 6.2)."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Final

__all__ = ["decode", "encode"]

_MARK: Final = b"IAMT"
"""What tells a message of the sandbox from any other text."""


def encode(contents: Mapping[str, object]) -> str:
    """The message with these contents: opaque, of letters, digits, - and _."""
    text = json.dumps(contents, ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(_MARK + zlib.compress(text.encode(), 9)).decode().rstrip("=")


def decode(message: str) -> str:
    """The contents as JSON text; raises ValueError for what `encode` did not make."""
    try:
        raw = urlsafe_b64decode(message + "=" * (-len(message) % 4))
        if not raw.startswith(_MARK):
            raise ValueError("not a message of the sandbox")
        return zlib.decompress(raw.removeprefix(_MARK)).decode()
    except (zlib.error, UnicodeError) as fault:
        raise ValueError(str(fault)) from fault
