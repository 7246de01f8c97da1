"""Who signed a request: the first question at the door (spec/iam-facts.md 3.1 row 0, 6.2 C1 to C4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway import signature
from tutor.gateway.http import HttpRequest
from tutor.gateway.signature import Authorization, MalformedAuthorization
from tutor.gateway.wire import Failure

if TYPE_CHECKING:
    from tutor.account import Caller, World

QUERY_SERVICES: Final = frozenset({"iam", "sts"})
SERVICES: Final = QUERY_SERVICES | {"s3"}

S3_FORM_UNSUPPORTED: Final = Failure(
    "InvalidRequest",
    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
    400,
)
UNKNOWN_KEY: Final = Failure(
    "InvalidClientTokenId", "The security token included in the request is invalid.", 403
)
S3_UNKNOWN_KEY: Final = Failure(
    "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403
)
WRONG_SECRET: Final = (
    "The request signature we calculated does not match the signature you provided. "
    "Check your AWS Secret Access Key and signing method. Consult the service documentation for details."
)
S3_WRONG_SECRET: Final = (
    "The request signature we calculated does not match the signature you provided. "
    "Check your key and signing method."
)
PRESIGNED: Final = ("X-Amz-Signature=", "Signature=", "X-Amz-Algorithm=")


class Unauthenticated(Exception):
    """A request that nobody is known to have signed, with the answer that its service gives."""

    def __init__(self, failure: Failure, access_key_id: str | None = None) -> None:
        super().__init__(failure.code)
        self.failure = failure
        self.access_key_id = access_key_id


@dataclass(frozen=True, slots=True)
class Authenticated:
    """A caller whose signature holds, and where the request was signed for."""

    caller: "Caller"
    account_id: str
    region: str


@dataclass(frozen=True, slots=True)
class ConsoleKey:
    """A key of the console itself: it signs as the root user and is no access key of the account."""

    access_key_id: str
    secret: str
    account_id: str


def service_of(http: HttpRequest) -> str:
    """The service that a request is for: by its host, else by the scope of its signature."""
    name = http.host.removesuffix(".amazonaws.com") if http.host.endswith(".amazonaws.com") else ""
    labels = name.split(".")
    if "s3" in labels:
        return "s3"
    if labels[0] in QUERY_SERVICES:
        return labels[0]
    try:
        authorization = signature.authorization_of(http)
    except MalformedAuthorization:
        return "s3"
    return authorization.scope.service if authorization else "s3"


def authenticate(
    http: HttpRequest, service: str, world: "World", console_keys: Mapping[str, ConsoleKey], now: datetime
) -> Authenticated:
    """The caller; raises Unauthenticated in AWS's order: form, scope, key, token, time, signature."""
    s3 = service == "s3"
    authorization = _authorization(http, s3)
    key_id = authorization.access_key_id
    _check_scope(authorization, service)
    secret, caller, account_id = _key(authorization, s3, world, console_keys)
    if authorization.session_token is not None:
        raise Unauthenticated(_unknown_token(s3), key_id)
    _check_time(authorization, s3, now)
    if not signature.verifies(http, authorization, secret):
        words = S3_WRONG_SECRET if s3 else WRONG_SECRET
        raise Unauthenticated(Failure("SignatureDoesNotMatch", words, 403), key_id)
    if s3 and not signature.body_matches(http):
        words = "The provided 'x-amz-content-sha256' header does not match what was computed."
        raise Unauthenticated(Failure("XAmzContentSHA256Mismatch", words, 400), key_id)
    return Authenticated(caller, account_id, authorization.scope.region)


def _authorization(http: HttpRequest, s3: bool) -> Authorization:
    if any(part.startswith(PRESIGNED) for part in http.query.split("&")):
        raise Unauthenticated(S3_FORM_UNSUPPORTED)
    try:
        authorization = signature.authorization_of(http)
    except MalformedAuthorization as fault:
        if s3 and not http.headers.get("authorization", "").startswith(signature.ALGORITHM):
            raise Unauthenticated(S3_FORM_UNSUPPORTED) from fault
        code = "AuthorizationHeaderMalformed" if s3 else "IncompleteSignature"
        raise Unauthenticated(Failure(code, str(fault), 400)) from fault
    if authorization is None:
        if s3:
            raise Unauthenticated(Failure("AccessDenied", "Access Denied", 403))
        raise Unauthenticated(
            Failure("MissingAuthenticationToken", "Request is missing Authentication Token", 403)
        )
    return authorization


def _check_scope(authorization: Authorization, service: str) -> None:
    scope, fault = authorization.scope, None
    if scope.service != service:
        fault = f"Credential should be scoped to correct service: '{service}'. "
    elif service == "iam" and scope.region != "us-east-1":
        fault = "Credential should be scoped to a valid region. "
    elif scope.date != authorization.timestamp[:8]:
        fault = (
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
            f"'{scope.date}' != '{authorization.timestamp[:8]}', from '{authorization.timestamp}'."
        )
    if fault is not None:
        raise Unauthenticated(Failure("SignatureDoesNotMatch", fault, 403), authorization.access_key_id)


def _key(
    authorization: Authorization, s3: bool, world: "World", console_keys: Mapping[str, ConsoleKey]
) -> tuple[str, "Caller", str]:
    from tutor.account import caller_of

    key_id = authorization.access_key_id
    console_key = console_keys.get(key_id)
    if console_key is not None:
        account = world.accounts[console_key.account_id]
        return console_key.secret, caller_of(account, account.root, key_id), account.account_id
    found = world.find_key(key_id)
    if found is None or not found[2].active:
        raise Unauthenticated(S3_UNKNOWN_KEY if s3 else UNKNOWN_KEY, key_id)
    account, owner, key = found
    return key.secret, caller_of(account, owner, key_id), account.account_id


def _unknown_token(s3: bool) -> Failure:
    if s3:
        return Failure("InvalidToken", "The provided token is malformed or otherwise invalid.", 400)
    return UNKNOWN_KEY


def _check_time(authorization: Authorization, s3: bool, now: datetime) -> None:
    key_id = authorization.access_key_id
    try:
        late = abs(authorization.signed_at - now)
        fault = signature.skew_fault(authorization, now)
    except ValueError as malformed:
        words = f"Date must be in ISO-8601 'basic format'. Got '{authorization.timestamp}'."
        raise Unauthenticated(Failure("IncompleteSignature", words, 400), key_id) from malformed
    if s3 and late > signature.S3_SKEW:
        words = "The difference between the request time and the current time is too large."
        raise Unauthenticated(Failure("RequestTimeTooSkewed", words, 403), key_id)
    if not s3 and fault is not None:
        raise Unauthenticated(Failure("SignatureDoesNotMatch", fault, 403), key_id)
