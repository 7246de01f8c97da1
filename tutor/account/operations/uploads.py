"""Digests of an upload."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import md5
from typing import TYPE_CHECKING
from zlib import crc32

from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.call import Call

__all__ = ["computed_checksum", "entity_tag", "verified_checksum"]


def entity_tag(body: bytes) -> str:
    """The ETag of an object stored in one piece, in its quotes."""
    return f'"{md5(body, usedforsecurity=False).hexdigest()}"'


def computed_checksum(body: bytes) -> str:
    """The CRC32 in base64."""
    return b64encode(crc32(body).to_bytes(4)).decode()


def verified_checksum(call: Call, body: bytes) -> str | None:
    """The CRC32 to keep, if the upload has one; raises BadDigest or InvalidDigest for one that is wrong."""
    given_md5 = call.text("ContentMD5")
    if given_md5 is not None:
        _verify_md5(given_md5, body)
    given = call.text("ChecksumCRC32")
    if given is None and call.text("ChecksumAlgorithm") != "CRC32":
        return None
    actual = computed_checksum(body)
    if given not in (None, actual):
        message = "The CRC32 you specified did not match the calculated checksum."
        raise ServiceError("BadDigest", message, 400)
    return actual


def _verify_md5(given: str, body: bytes) -> None:
    try:
        digest = b64decode(given, validate=True)
    except ValueError:
        digest = b""
    actual = md5(body, usedforsecurity=False).digest()
    if len(digest) != len(actual):
        raise ServiceError("InvalidDigest", "The Content-MD5 you specified was invalid.", 400)
    if digest != actual:
        message = "The Content-MD5 you specified did not match what we received."
        raise ServiceError("BadDigest", message, 400)
