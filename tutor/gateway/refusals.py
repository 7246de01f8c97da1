"""How the services word a request that nobody is known to have signed (spec/iam-facts.md 6.2 C1 to C4).

EC2 and Organizations give their own codes for these; their protocols translate.
"""

from typing import Final

from tutor.gateway.wire import Failure

S3_FORM_UNSUPPORTED: Final = Failure(
    "InvalidRequest",
    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
    400,
)
UNSIGNED: Final = Failure("MissingAuthenticationToken", "Request is missing Authentication Token", 403)
BODY_DIFFERS: Final = Failure(
    "XAmzContentSHA256Mismatch",
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    400,
)

UNKNOWN_KEY: Final = Failure(
    "InvalidClientTokenId", "The security token included in the request is invalid.", 403
)
S3_UNKNOWN_KEY: Final = Failure(
    "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403
)
S3_WRONG_TOKEN: Final = Failure("InvalidToken", "The provided token is malformed or otherwise invalid.", 400)
EXPIRED: Final = Failure("ExpiredToken", "The security token included in the request is expired", 403)
S3_EXPIRED: Final = Failure("ExpiredToken", "The provided token has expired.", 400)
WRONG_SECRET: Final = Failure(
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match the signature you provided. "
    "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    403,
)
S3_WRONG_SECRET: Final = Failure(
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match the signature you provided. "
    "Check your key and signing method.",
    403,
)
S3_SKEWED: Final = Failure(
    "RequestTimeTooSkewed",
    "The difference between the request time and the current time is too large.",
    403,
)


class Unauthenticated(Exception):
    """A request that nobody is known to have signed, with the answer that its service gives."""

    def __init__(self, failure: Failure, access_key_id: str | None = None) -> None:
        super().__init__(failure.code)
        self.failure = failure
        self.access_key_id = access_key_id


def unknown_key(service: str) -> Failure:
    """The key is nobody's, or not active."""
    return S3_UNKNOWN_KEY if service == "s3" else UNKNOWN_KEY


def wrong_token(service: str) -> Failure:
    """The session token is not the one that came with the key, or its session is over with its issuer."""
    return S3_WRONG_TOKEN if service == "s3" else UNKNOWN_KEY


def expired(service: str) -> Failure:
    """The session has run out."""
    return S3_EXPIRED if service == "s3" else EXPIRED


def wrong_secret(service: str) -> Failure:
    """Signed with another secret, or something was changed on the way."""
    return S3_WRONG_SECRET if service == "s3" else WRONG_SECRET
