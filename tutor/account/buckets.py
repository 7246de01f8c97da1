"""What S3 holds: buckets and objects."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from tutor.account.table import Table, by_exact_key

__all__ = ["Bucket", "StoredObject"]


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object: `etag` in its quotes, `headers` as botocore names them (Expires as ISO text)."""

    body: bytes
    etag: str
    modified: datetime
    content_type: str = "binary/octet-stream"
    metadata: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    storage_class: str = "STANDARD"
    checksum: str | None = None
    """CRC32 in base64, if the upload asked for one."""


def _objects() -> Table[StoredObject]:
    return Table(by_exact_key)


@dataclass(slots=True)
class Bucket:
    """A bucket of one account; its objects in key order."""

    name: str
    account_id: str
    region: str
    created: datetime
    objects: Table[StoredObject] = field(default_factory=_objects)

    @property
    def arn(self) -> str:
        """The bucket's ARN: no region, no account."""
        return f"arn:aws:s3:::{self.name}"

    def copy(self) -> Bucket:
        """An independent copy; objects are shared, they never change."""
        return replace(self, objects=self.objects.copied(lambda stored: stored))
