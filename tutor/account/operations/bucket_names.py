"""S3's rules for the name of a general purpose bucket."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["valid_bucket_name"]

_SHAPE: Final = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_ADDRESS: Final = re.compile(r"\d+\.\d+\.\d+\.\d+")
_PREFIXES: Final = ("xn--", "sthree-", "amzn-s3-demo-")
_SUFFIXES: Final = ("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3")


def valid_bucket_name(name: str) -> bool:
    """3 to 63 lower-case letters, digits, dots and hyphens; no IP address, no reserved prefix or suffix."""
    return (
        _SHAPE.fullmatch(name) is not None
        and ".." not in name
        and not _ADDRESS.fullmatch(name)
        and not name.startswith(_PREFIXES)
        and not name.endswith(_SUFFIXES)
    )
