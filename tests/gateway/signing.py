"""Signs requests by hand, for what the AWS CLI would never send."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from tutor.gateway import Credentials, Headers, HttpRequest, signature
from tutor.gateway.signature import Authorization, Scope

FORM = "application/x-www-form-urlencoded; charset=utf-8"
IAM, S3, STS = (("iam", "us-east-1"), ("s3", "us-east-1"), ("sts", "us-east-1"))


def signed(
    http: HttpRequest,
    key: Credentials,
    at: datetime,
    *,
    scope: tuple[str, str] = IAM,
    payload: str | None = None,
) -> HttpRequest:
    """`http` with an Authorization header for a service and region; `payload` overrides S3's content hash."""
    service, region = scope
    stamp = at.strftime("%Y%m%dT%H%M%SZ")
    fields = [*http.headers.items(), ("X-Amz-Date", stamp)]
    names = ["host", "x-amz-date"]
    if service == "s3":
        fields.append(("X-Amz-Content-SHA256", payload or sha256(http.body).hexdigest()))
        names.insert(1, "x-amz-content-sha256")
    if key.session_token is not None:
        fields.append(("X-Amz-Security-Token", key.session_token))
    plain = replace(http, headers=Headers(fields))
    named = Scope(stamp[:8], region, service)
    unsigned = Authorization(key.access_key_id, named, tuple(names), "", stamp, key.session_token)
    hexed = signature.signature_of(plain, unsigned, key.secret_access_key)
    header = (
        f"{signature.ALGORITHM} Credential={key.access_key_id}/{named}, "
        f"SignedHeaders={';'.join(names)}, Signature={hexed}"
    )
    return replace(plain, headers=Headers([*fields, ("Authorization", header)]))


def query(text: str, service: str = "iam") -> HttpRequest:
    """A form request as IAM and STS take it."""
    host = "iam.amazonaws.com" if service == "iam" else "sts.us-east-1.amazonaws.com"
    return HttpRequest.of("POST", f"https://{host}/", [("Content-Type", FORM)], text.encode())
