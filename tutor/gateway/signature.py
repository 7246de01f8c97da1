"""Signature Version 4 as the service checks it (spec/iam-facts.md section 8)."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from tutor.gateway.http import HttpRequest

ALGORITHM: Final = "AWS4-HMAC-SHA256"

BASIC_TIME: Final = re.compile(r"\d{8}T\d{6}Z", re.ASCII)

UNSIGNED: Final = ("UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
"""Values of X-Amz-Content-SHA256 that say that the body is not part of the signature."""

SKEW: Final = timedelta(minutes=5)
S3_SKEW: Final = timedelta(minutes=15)


class MalformedAuthorization(Exception):
    """An Authorization header that is no complete Signature Version 4; the text names the missing parts."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a signature is good for: one day, one region, one service."""

    date: str
    region: str
    service: str

    def __str__(self) -> str:
        return f"{self.date}/{self.region}/{self.service}/aws4_request"


@dataclass(frozen=True, slots=True)
class Authorization:
    """The Authorization header of a signed request, taken apart."""

    access_key_id: str
    scope: Scope
    signed_headers: tuple[str, ...]
    signature: str
    timestamp: str
    session_token: str | None

    @property
    def signed_at(self) -> datetime:
        """When the client says that it signed, UTC; raises ValueError if that is no time."""
        if not BASIC_TIME.fullmatch(self.timestamp):
            raise ValueError(self.timestamp)
        return datetime.fromisoformat(self.timestamp)


def authorization_of(http: HttpRequest) -> Authorization | None:
    """The signature that a request carries; None if it has no Authorization header."""
    text = http.headers.get("authorization")
    if text is None:
        return None
    return _authorization(text, http.headers.get("x-amz-date", ""), http.headers.get("x-amz-security-token"))


@lru_cache(maxsize=64)  # a request's is asked for twice: which service it is for, and who signed it
def _authorization(text: str, timestamp: str, token: str | None) -> Authorization:
    algorithm, _, rest = text.partition(" ")
    if algorithm != ALGORITHM:
        raise MalformedAuthorization(f"Unsupported algorithm '{algorithm}'")
    parts = dict(_named(part) for part in rest.split(","))
    missing = [name for name in ("Credential", "Signature", "SignedHeaders") if not parts.get(name)]
    if missing or not timestamp:
        faults = [f"Authorization header requires '{name}' parameter." for name in missing]
        if not timestamp:
            faults.append(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
            )
        raise MalformedAuthorization(" ".join([*faults, f"Authorization={text}"]))
    key_id, *scope = parts["Credential"].split("/")
    if len(scope) != 4 or scope[3] != "aws4_request":
        raise MalformedAuthorization(
            f"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
            f"got '{parts['Credential']}'"
        )
    signed = tuple(parts["SignedHeaders"].lower().split(";"))
    return Authorization(key_id, Scope(*scope[:3]), signed, parts["Signature"], timestamp, token)


def canonical_request(http: HttpRequest, signed_headers: Sequence[str], service: str) -> str:
    """The text whose hash is signed; S3 signs its path as sent, the other services encode it once more."""
    path = http.path if service == "s3" else quote(http.path, safe="/-_.~")
    headers = "".join(f"{name}:{' '.join(http.headers.get(name, '').split())}\n" for name in signed_headers)
    payload = http.headers.get("x-amz-content-sha256") if service == "s3" else None
    return "\n".join(
        (
            http.method,
            path or "/",
            canonical_query(http.query),
            headers,
            ";".join(signed_headers),
            payload or hashlib.sha256(http.body).hexdigest(),
        )
    )


def canonical_query(query: str) -> str:
    """The query in the one spelling that both sides sign: sorted, with everything encoded."""
    pairs = (part.partition("=") for part in query.split("&") if part)
    encoded = (
        (quote(unquote(name), safe="-_.~"), quote(unquote(value), safe="-_.~")) for name, _, value in pairs
    )
    return "&".join(f"{name}={value}" for name, value in sorted(encoded))


def string_to_sign(canonical: str, timestamp: str, scope: Scope) -> str:
    """The four lines that the key signs."""
    return "\n".join((ALGORITHM, timestamp, str(scope), hashlib.sha256(canonical.encode()).hexdigest()))


@lru_cache(maxsize=256)
def signing_key(secret: str, scope: Scope) -> bytes:
    """The key of a day, region and service, made from the secret."""
    key = f"AWS4{secret}".encode()
    for part in (scope.date, scope.region, scope.service, "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


def signature_of(http: HttpRequest, authorization: Authorization, secret: str) -> str:
    """The signature that `secret` gives for this request, in hex."""
    canonical = canonical_request(http, authorization.signed_headers, authorization.scope.service)
    text = string_to_sign(canonical, authorization.timestamp, authorization.scope)
    return hmac.digest(signing_key(secret, authorization.scope), text.encode(), "sha256").hex()


def verifies(http: HttpRequest, authorization: Authorization, secret: str) -> bool:
    """Whether the request was signed with `secret`, its host and nothing less."""
    if "host" not in authorization.signed_headers:
        return False
    expected, given = signature_of(http, authorization, secret), authorization.signature
    return hmac.compare_digest(expected.encode(), given.encode(errors="replace"))


def body_matches(http: HttpRequest) -> bool:
    """Whether the body is the one whose hash S3's X-Amz-Content-SHA256 header names."""
    named = http.headers.get("x-amz-content-sha256")
    return named is None or named in UNSIGNED or named == hashlib.sha256(http.body).hexdigest()


def skew_fault(authorization: Authorization, now: datetime) -> str | None:
    """AWS's sentence for a signature that is too old or from the future; None if its time is right."""
    signed_at, stamp = authorization.signed_at, authorization.timestamp
    if signed_at < now - SKEW:
        return f"Signature expired: {stamp} is now earlier than {_stamp(now - SKEW)} ({_stamp(now)} - 5 min.)"
    if signed_at > now + SKEW:
        latest = f"{_stamp(now + SKEW)} ({_stamp(now)} + 5 min.)"
        return f"Signature not yet current: {stamp} is still later than {latest}"
    return None


def _named(part: str) -> tuple[str, str]:
    name, _, value = part.strip().partition("=")
    return name, value


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")
