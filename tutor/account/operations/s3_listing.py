"""ListObjectsV2, ListObjects and ListObjectVersions."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tutor.account.operations.s3_buckets import bucket_named, canonical_owner
from tutor.account.operations.s3_errors import argument_fault

if TYPE_CHECKING:
    from tutor.account.buckets import Bucket, StoredObject
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["list_object_versions", "list_objects", "list_objects_v2"]

_PAGE: Final = 1000
_LAST_CHARACTER: Final = chr(0x10FFFF)


@dataclass(slots=True)
class _Page:
    contents: list[tuple[str, StoredObject]] = field(default_factory=list)
    prefixes: list[str] = field(default_factory=list)
    last: str | None = None
    """The last key or common prefix, if there is more behind it."""


def list_objects_v2(world: World, _account: Account, call: Call) -> Result:
    """Keys in order; with a Delimiter, what shares a prefix up to it is rolled up."""
    bucket = bucket_named(world, call)
    size = _page_size(call)
    prefix, delimiter = call.text("Prefix") or "", call.text("Delimiter") or ""
    token, start = call.text("ContinuationToken"), call.text("StartAfter")
    encode = _encoder(call)
    page = _collect(bucket, prefix, delimiter, _decoded(token) if token is not None else start, size)
    owner = canonical_owner(world.accounts[bucket.account_id]) if call.parameters.get("FetchOwner") else None
    result: Result = {
        "IsTruncated": page.last is not None,
        "Name": bucket.name,
        "Prefix": encode(prefix),
        "MaxKeys": size,
        "KeyCount": len(page.contents) + len(page.prefixes),
    }
    if page.contents:
        result["Contents"] = [_row(encode(key), stored, owner) for key, stored in page.contents]
    if page.prefixes:
        result["CommonPrefixes"] = [{"Prefix": encode(rolled)} for rolled in page.prefixes]
    if page.last is not None:
        result["NextContinuationToken"] = urlsafe_b64encode(page.last.encode()).decode()
    for name, value in (("Delimiter", delimiter), ("StartAfter", start)):
        if value:
            result[name] = encode(value)
    for name in ("ContinuationToken", "EncodingType"):
        if call.text(name):
            result[name] = call.text(name)
    return result


def list_objects(world: World, _account: Account, call: Call) -> Result:
    """The older listing: its Marker is a key, and owners are always shown."""
    bucket = bucket_named(world, call)
    page, result, encode = _by_marker(bucket, call, "Marker")
    owner = canonical_owner(world.accounts[bucket.account_id])
    if page.contents:
        result["Contents"] = [_row(encode(key), stored, owner) for key, stored in page.contents]
    if page.last is not None and call.text("Delimiter"):
        result["NextMarker"] = encode(page.last)
    return result


def list_object_versions(world: World, _account: Account, call: Call) -> Result:
    """What there is of a bucket without versioning: each object as its one version, called null."""
    bucket = bucket_named(world, call)
    page, result, encode = _by_marker(bucket, call, "KeyMarker")
    owner = canonical_owner(world.accounts[bucket.account_id])
    if page.contents:
        result["Versions"] = [
            {**_row(encode(key), stored, owner), "VersionId": "null", "IsLatest": True}
            for key, stored in page.contents
        ]
    if page.last is not None:
        result |= {"NextKeyMarker": encode(page.last), "NextVersionIdMarker": "null"}
    return result


def _by_marker(bucket: Bucket, call: Call, parameter: str) -> tuple[_Page, Result, Callable[[str], str]]:
    """A page behind a key, and what is said of it in both listings that have one."""
    size, encode, marker = _page_size(call), _encoder(call), call.text(parameter) or ""
    prefix, delimiter = call.text("Prefix") or "", call.text("Delimiter") or ""
    page = _collect(bucket, prefix, delimiter, marker or None, size)
    result: Result = {
        "IsTruncated": page.last is not None,
        "Name": bucket.name,
        "Prefix": encode(prefix),
        parameter: encode(marker),
        "MaxKeys": size,
    }
    if page.prefixes:
        result["CommonPrefixes"] = [{"Prefix": encode(rolled)} for rolled in page.prefixes]
    if delimiter:
        result["Delimiter"] = encode(delimiter)
    if call.text("EncodingType"):
        result["EncodingType"] = call.text("EncodingType")
    return page, result, encode


def _page_size(call: Call) -> int:
    size = int(str(call.parameters.get("MaxKeys", _PAGE)))
    if size < 0:
        message = "Argument maxKeys must be an integer between 0 and 2147483647"
        raise argument_fault(message, "maxKeys", str(size))
    return min(size, _PAGE)


def _encoder(call: Call) -> Callable[[str], str]:
    kind = call.text("EncodingType")
    if kind not in (None, "url"):
        raise argument_fault("Invalid Encoding Method specified in Request", "encoding-type", str(kind))
    return str if kind is None else lambda text: quote(text, safe="/-_.*")


def _decoded(token: str) -> str:
    try:
        return urlsafe_b64decode(token.encode()).decode()
    except ValueError:
        message = "The continuation token provided is incorrect"
        raise argument_fault(message, "continuation-token", token) from None


def _collect(bucket: Bucket, prefix: str, delimiter: str, after: str | None, size: int) -> _Page:
    """Walks from key to key, and over a rolled-up prefix in one step."""
    page = _Page()
    last: str | None = None
    position, inclusive = (prefix, True) if after is None or after < prefix else (after, False)
    if not inclusive and delimiter and _rolled(position, prefix, delimiter) == position:
        position += _LAST_CHARACTER
    while size:
        rows = bucket.objects.since(position) if inclusive else bucket.objects.after(position)
        key, stored = next(rows, (None, None))
        if key is None or stored is None or not key.startswith(prefix):
            break
        if len(page.contents) + len(page.prefixes) == size:
            page.last = last
            break
        rolled = _rolled(key, prefix, delimiter)
        if rolled is None:
            page.contents.append((key, stored))
            last = position = key
        else:
            if page.prefixes[-1:] != [rolled]:
                page.prefixes.append(rolled)
            last, position = rolled, rolled + _LAST_CHARACTER
        inclusive = False
    return page


def _rolled(key: str, prefix: str, delimiter: str) -> str | None:
    """The common prefix that stands for the key, or None."""
    if not delimiter or not key.startswith(prefix):
        return None
    end = key.find(delimiter, len(prefix))
    return None if end < 0 else key[: end + len(delimiter)]


def _row(key: str, stored: StoredObject, owner: dict[str, str] | None) -> Result:
    row: Result = {
        "Key": key,
        "LastModified": stored.modified,
        "ETag": stored.etag,
        "Size": len(stored.body),
        "StorageClass": stored.storage_class,
    }
    if stored.checksum is not None:
        row |= {"ChecksumAlgorithm": ["CRC32"], "ChecksumType": "FULL_OBJECT"}
    return row if owner is None else row | {"Owner": owner}
