"""What S3 holds: buckets, objects and uploads under way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from tutor.account.policy_text import PolicyText
from tutor.account.table import Table, by_exact_key

__all__ = ["Bucket", "PublicAccessBlock", "StoredObject", "Upload", "UploadPart"]


@dataclass(frozen=True, slots=True)
class PublicAccessBlock:
    """The four settings of Block Public Access; a new bucket has all of them on."""

    block_acls: bool = True
    ignore_acls: bool = True
    block_policy: bool = True
    """A policy that makes the bucket public is refused."""
    restrict_buckets: bool = True
    """What a public policy allows reaches only the owner's account and AWS services."""


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
    tags: dict[str, str] = field(default_factory=dict)
    parts: int | None = None
    """In how many parts it came; None for one in one piece."""


@dataclass(frozen=True, slots=True)
class UploadPart:
    """One part of a multipart upload."""

    number: int
    body: bytes
    etag: str
    modified: datetime
    checksum: str | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A multipart upload under way; a new part makes a new one of it."""

    upload_id: str
    key: str
    started: datetime
    initiator: str
    """The ARN of who began it."""
    like: StoredObject
    """An empty object with the headers, metadata and tags that the whole will have."""
    checksummed: bool = False
    parts: tuple[UploadPart, ...] = ()
    """In the order of their numbers."""


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
    policy: PolicyText | None = None
    policy_ids: dict[str, str] = field(default_factory=dict)
    """ARNs of users and roles that the policy names, and the unique id that each had then."""
    tags: dict[str, str] = field(default_factory=dict)
    public_access_block: PublicAccessBlock | None = PublicAccessBlock()
    """None once it was deleted: nothing is blocked."""
    uploads: dict[str, Upload] = field(default_factory=dict)
    """Multipart uploads under way, by id."""

    @property
    def arn(self) -> str:
        """The bucket's ARN: no region, no account."""
        return f"arn:aws:s3:::{self.name}"

    def copy(self) -> Bucket:
        """An independent copy; objects, uploads and the policy are shared, they never change."""
        return replace(
            self,
            objects=self.objects.copied(lambda stored: stored),
            policy_ids=self.policy_ids.copy(),
            tags=self.tags.copy(),
            uploads=self.uploads.copy(),
        )
