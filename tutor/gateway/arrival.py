"""How a request came, as far as policies can ask: what is neither the caller's nor a parameter."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from tutor.gateway.http import HttpRequest
from tutor.gateway.presigned import is_presigned, presigned_of
from tutor.gateway.signature import ALGORITHM
from tutor.policy.context import ContextSource

SECURE: Final = "aws:SecureTransport"

HEADERS: Final[Mapping[str, str]] = {"user-agent": "aws:UserAgent", "referer": "aws:Referer"}


def arrival_keys(
    http: HttpRequest, service: str, now: datetime, sandbox: datetime
) -> dict[str, ContextSource]:
    """aws:UserAgent and the like, and S3's keys about the signature, by the wall clock and sandbox time."""
    keys: dict[str, ContextSource] = {SECURE: http.secure}
    for header, key in HEADERS.items():
        if (text := http.headers.get(header)) is not None:
            keys[key] = text
    return keys | (_s3_keys(http, now, sandbox) if service == "s3" else {})


def _s3_keys(http: HttpRequest, now: datetime, sandbox: datetime) -> dict[str, ContextSource]:
    keys: dict[str, ContextSource] = {}
    if "authorization" in http.headers:
        keys = {"s3:authType": "REST-HEADER", "s3:signatureversion": ALGORITHM}
    elif is_presigned(http):
        presigned = presigned_of(http)
        age = presigned.clock(now, sandbox) - presigned.authorization.signed_at
        keys = {
            "s3:authType": "REST-QUERY-STRING",
            "s3:signatureversion": ALGORITHM,
            "s3:signatureAge": int(age.total_seconds() * 1000),
        }
    if (hashed := http.headers.get("x-amz-content-sha256")) is not None:
        keys["s3:x-amz-content-sha256"] = hashed
    return keys
