"""Presigned addresses: Signature Version 4 in the query (spec/iam-facts.md section 8)."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import parse_qsl

from tutor.gateway import signature
from tutor.gateway.http import Headers, HttpRequest
from tutor.gateway.refusals import S3_FORM_UNSUPPORTED, Unauthenticated
from tutor.gateway.signature import Authorization, Scope
from tutor.gateway.wire import Failure

MARKS: Final = ("X-Amz-Signature=", "Signature=", "X-Amz-Algorithm=")
"""What stands in the query of an address that was signed, by version 4 or 2."""
NEEDED: Final = (
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Signature",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Expires",
)
LONGEST: Final = 604_800
"""A week in seconds."""
CONTENT: Final = "x-amz-content-sha256"


@dataclass(frozen=True, slots=True)
class Presigned:
    """The signature of an address, and how long it is good for."""

    authorization: Authorization
    lifetime: timedelta

    def clock(self, wall: datetime, sandbox: datetime) -> datetime:
        """The clock that it was signed by, the nearer one: a program has the wall's."""
        begins = self.authorization.signed_at
        return wall if abs(wall - begins) <= abs(sandbox - begins) else sandbox

    def check_time(self, now: datetime) -> None:
        """Raises Unauthenticated before its time and once it is over."""
        key_id = self.authorization.access_key_id
        begins = self.authorization.signed_at
        if begins > now + signature.S3_SKEW:
            raise Unauthenticated(Failure("AccessDenied", "Request is not valid yet", 403), key_id)
        ends = begins + self.lifetime
        if now > ends:
            fields = {
                "X-Amz-Expires": str(int(self.lifetime.total_seconds())),
                "Expires": _shown(ends),
                "ServerTime": _shown(now),
            }
            raise Unauthenticated(Failure("AccessDenied", "Request has expired", 403, fields), key_id)


def is_presigned(http: HttpRequest) -> bool:
    """Whether a request carries a signature in its address."""
    return any(part.startswith(MARKS) for part in http.query.split("&"))


def presigned_of(http: HttpRequest) -> Presigned:
    """The signature in the address; raises Unauthenticated for one that is not whole, or of version 2."""
    query = dict(parse_qsl(http.query, keep_blank_values=True))
    if query.get("X-Amz-Algorithm") != signature.ALGORITHM:
        raise Unauthenticated(S3_FORM_UNSUPPORTED)
    if "authorization" in http.headers:
        words = (
            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query "
            "string parameter or the Authorization header should be specified"
        )
        raise Unauthenticated(Failure("InvalidArgument", words, 400))
    if not all(query.get(name) for name in NEEDED):
        names = f"{', '.join(NEEDED[:-1])}, and {NEEDED[-1]}"
        raise _faulty(f"Query-string authentication version 4 requires the {names} parameters.")
    key_id, *scope = query["X-Amz-Credential"].split("/")
    if len(scope) != 4 or scope[3] != "aws4_request":
        raise _faulty(
            "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "
            '"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".'
        )
    authorization = Authorization(
        key_id,
        Scope(*scope[:3]),
        tuple(query["X-Amz-SignedHeaders"].lower().split(";")),
        query["X-Amz-Signature"],
        query["X-Amz-Date"],
        query.get("X-Amz-Security-Token"),
    )
    return Presigned(_dated(authorization), _lifetime(query["X-Amz-Expires"]))


def signed_part(http: HttpRequest, authorization: Authorization) -> HttpRequest:
    """The request as it was signed: without the signature, and at S3 without a word about the body.

    Raises Unauthenticated for headers that would count but were not signed.
    """
    query = "&".join(part for part in http.query.split("&") if not part.startswith("X-Amz-Signature="))
    fields = [*http.headers.items()]
    names = (name.lower() for name, _ in fields)
    unsigned = [
        name for name in names if name.startswith("x-amz-") and name not in authorization.signed_headers
    ]
    if any(name != CONTENT for name in unsigned):
        words = "There were headers present in the request which were not signed"
        named = {"HeadersNotSigned": ", ".join(unsigned)}
        raise Unauthenticated(Failure("AccessDenied", words, 403, named), authorization.access_key_id)
    if authorization.scope.service == "s3" and CONTENT not in authorization.signed_headers:
        fields = [(name, value) for name, value in fields if name.lower() != CONTENT]
        fields.append((CONTENT, signature.UNSIGNED[0]))
    return replace(http, query=query, headers=Headers(fields))


def _dated(authorization: Authorization) -> Authorization:
    try:
        _ = authorization.signed_at
    except ValueError as fault:
        words = "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""
        raise _faulty(words) from fault
    return authorization


def _lifetime(text: str) -> timedelta:
    if not text.lstrip("-").isdecimal() or not text.isascii():
        raise _faulty("X-Amz-Expires should be a number")
    if text.startswith("-"):
        raise _faulty("X-Amz-Expires must be non-negative")
    if len(text) > len(str(LONGEST)) or int(text) > LONGEST:
        raise _faulty(
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be "
            f"less than {LONGEST} seconds"
        )
    return timedelta(seconds=int(text))


def _faulty(words: str) -> Unauthenticated:
    return Unauthenticated(Failure("AuthorizationQueryParametersError", words, 400))


def _shown(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
