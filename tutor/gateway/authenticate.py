"""Who signed a request: the first question at the door (spec/iam-facts.md 3.1 row 0, 6.2 C1 to C4)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway import signature
from tutor.gateway.http import HttpRequest
from tutor.gateway.keys import KeyRing
from tutor.gateway.presigned import is_presigned, presigned_of, signed_part
from tutor.gateway.refusals import (
    BODY_DIFFERS,
    S3_FORM_UNSUPPORTED,
    S3_SKEWED,
    UNKNOWN_KEY,
    UNSIGNED,
    Unauthenticated,
    wrong_secret,
)
from tutor.gateway.signature import Authorization, MalformedAuthorization
from tutor.gateway.wire import Failure

if TYPE_CHECKING:
    from tutor.account import Caller, Session

HOSTS: Final = frozenset({"iam", "sts", "ec2", "organizations"})
"""The services that the first label of a host names."""
SERVICES: Final = HOSTS | {"s3"}
FORM: Final = "application/x-www-form-urlencoded"
"""Of a request without a signature: STS answers those who come with an identity provider's token."""
WITHOUT_REGIONS: Final = frozenset({"iam", "organizations"})


@dataclass(frozen=True, slots=True)
class Authenticated:
    """A caller whose signature holds, and where the request was signed for."""

    caller: "Caller"
    region: str
    session: "Session | None" = None
    """The session that the credentials are of; None for long-term ones."""


def service_of(http: HttpRequest) -> str:
    """The service that a request is for: by its host, the scope of its signature, or its form."""
    name = http.host.removesuffix(".amazonaws.com") if http.host.endswith(".amazonaws.com") else ""
    labels = name.split(".")
    if "s3" in labels:
        return "s3"
    if labels[0] in HOSTS:
        return labels[0]
    try:
        presigned = is_presigned(http)
        authorization = presigned_of(http).authorization if presigned else signature.authorization_of(http)
    except (MalformedAuthorization, Unauthenticated):
        authorization = None
    if authorization is not None:
        return authorization.scope.service
    form = http.headers.get("content-type", "").startswith(FORM) and http.path == "/"
    return "sts" if form and http.method == "POST" else "s3"


def authenticate(http: HttpRequest, service: str, keys: KeyRing, now: datetime) -> Authenticated:
    """The caller; raises Unauthenticated in AWS's order: form, scope, key, token, time, signature.

    `now` is the wall clock, which signatures are checked by; sessions end by the time of `keys`.
    """
    s3 = service == "s3"
    presigned = presigned_of(http) if is_presigned(http) else None
    authorization = presigned.authorization if presigned else _authorization(http, s3)
    key_id = authorization.access_key_id
    _check_scope(authorization, service)
    signer = keys.signer(key_id, authorization.session_token, service)
    if presigned is None:
        _check_time(authorization, s3, now)
    else:
        presigned.check_time(presigned.clock(now, keys.at))
        http = signed_part(http, authorization)
    if not signature.verifies(http, authorization, signer.secret):
        raise Unauthenticated(wrong_secret(service), key_id)
    if s3 and not signature.body_matches(http):
        raise Unauthenticated(BODY_DIFFERS, key_id)
    return Authenticated(signer.caller, authorization.scope.region, signer.session)


def check_reach(who: Authenticated, service: str, operation: str) -> None:
    """Raises Unauthenticated where this kind of session means nothing to a service (spec 6.4)."""
    if who.session is not None and service == "iam" and not who.session.reaches(service, operation):
        raise Unauthenticated(UNKNOWN_KEY, who.session.key_id)


def is_unsigned(http: HttpRequest) -> bool:
    """Whether a request carries no signature at all, in its header or in its address."""
    return "authorization" not in http.headers and not is_presigned(http)


def _authorization(http: HttpRequest, s3: bool) -> Authorization:
    try:
        authorization = signature.authorization_of(http)
    except MalformedAuthorization as fault:
        if s3 and not http.headers.get("authorization", "").startswith(signature.ALGORITHM):
            raise Unauthenticated(S3_FORM_UNSUPPORTED) from fault
        code = "AuthorizationHeaderMalformed" if s3 else "IncompleteSignature"
        raise Unauthenticated(Failure(code, str(fault), 400)) from fault
    if authorization is None:
        raise Unauthenticated(UNSIGNED)
    return authorization


def _check_scope(authorization: Authorization, service: str) -> None:
    scope, fault = authorization.scope, None
    if scope.service != service:
        fault = f"Credential should be scoped to correct service: '{service}'. "
    elif service in WITHOUT_REGIONS and scope.region != "us-east-1":
        fault = "Credential should be scoped to a valid region. "
    elif scope.date != authorization.timestamp[:8]:
        fault = (
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
            f"'{scope.date}' != '{authorization.timestamp[:8]}', from '{authorization.timestamp}'."
        )
    if fault is not None:
        raise Unauthenticated(Failure("SignatureDoesNotMatch", fault, 403), authorization.access_key_id)


def _check_time(authorization: Authorization, s3: bool, now: datetime) -> None:
    key_id = authorization.access_key_id
    try:
        late = abs(authorization.signed_at - now)
        fault = signature.skew_fault(authorization, now)
    except ValueError as malformed:
        words = f"Date must be in ISO-8601 'basic format'. Got '{authorization.timestamp}'."
        raise Unauthenticated(Failure("IncompleteSignature", words, 400), key_id) from malformed
    if s3 and late > signature.S3_SKEW:
        raise Unauthenticated(S3_SKEWED, key_id)
    if not s3 and fault is not None:
        raise Unauthenticated(Failure("SignatureDoesNotMatch", fault, 403), key_id)
