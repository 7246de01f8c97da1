"""Signature Version 4: the worked example of spec/iam-facts.md section 8, value by value."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest

from tutor.gateway import signature
from tutor.gateway.http import Headers, HttpRequest
from tutor.gateway.signature import Authorization, MalformedAuthorization, Scope

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
SCOPE = Scope("20150830", "us-east-1", "iam")
SIGNED = ("content-type", "host", "x-amz-date")
SIGNATURE = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"
AUTHORIZATION = (
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
    f"SignedHeaders=content-type;host;x-amz-date, Signature={SIGNATURE}"
)
EXAMPLE = HttpRequest(
    "GET",
    "/",
    "Action=ListUsers&Version=2010-05-08",
    Headers(
        [
            ("Host", "iam.amazonaws.com"),
            ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            ("X-Amz-Date", "20150830T123600Z"),
            ("Authorization", AUTHORIZATION),
        ]
    ),
)


def with_header(name: str, value: str) -> HttpRequest:
    fields = [(key, text) for key, text in EXAMPLE.headers.items() if key != name]
    return HttpRequest("GET", EXAMPLE.path, EXAMPLE.query, Headers([*fields, (name, value)]))


def parsed(http: HttpRequest = EXAMPLE) -> Authorization:
    authorization = signature.authorization_of(http)
    assert authorization is not None
    return authorization


def test_the_canonical_request_has_the_published_hash() -> None:
    canonical = signature.canonical_request(EXAMPLE, SIGNED, "iam")
    empty_body = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert canonical.splitlines()[-1] == empty_body
    assert hashlib.sha256(canonical.encode()).hexdigest() == (
        "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59"
    )


def test_the_signing_key_is_made_in_the_published_steps() -> None:
    steps = []
    key = b"AWS4" + SECRET.encode()
    for part in ("20150830", "us-east-1", "iam", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        steps.append(key.hex())
    assert steps == [
        "0138c7a6cbd60aa727b2f653a522567439dfb9f3e72b21f9b25941a42f04a7cd",
        "f33d5808504bf34812e5fade63308b424b244c59189be2a591dd2282c7cb563f",
        "199e1f48c602a5ae77ce26a46906920e76fc8427aeaa53da643646fcda1ccfb0",
        "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
    ]
    assert signature.signing_key(SECRET, SCOPE).hex() == steps[-1]


def test_the_signature_is_the_published_one() -> None:
    assert parsed() == Authorization("AKIDEXAMPLE", SCOPE, SIGNED, SIGNATURE, "20150830T123600Z", None)
    assert signature.signature_of(EXAMPLE, parsed(), SECRET) == SIGNATURE
    assert signature.verifies(EXAMPLE, parsed(), SECRET)


@pytest.mark.parametrize(
    "changed",
    [
        HttpRequest("POST", EXAMPLE.path, EXAMPLE.query, EXAMPLE.headers),
        HttpRequest("GET", "/other", EXAMPLE.query, EXAMPLE.headers),
        HttpRequest("GET", "/", "Action=ListRoles&Version=2010-05-08", EXAMPLE.headers),
        HttpRequest("GET", "/", EXAMPLE.query, EXAMPLE.headers, b"body"),
        with_header("Host", "sts.amazonaws.com"),
    ],
    ids=["method", "path", "query", "body", "host"],
)
def test_whatever_is_signed_cannot_be_changed(changed: HttpRequest) -> None:
    assert not signature.verifies(changed, parsed(), SECRET)


def test_another_secret_gives_another_signature() -> None:
    assert not signature.verifies(EXAMPLE, parsed(), SECRET[:-1] + "Z")


def test_a_signature_that_leaves_out_the_host_is_no_signature() -> None:
    bare = Authorization("AKIDEXAMPLE", SCOPE, ("x-amz-date",), "", "20150830T123600Z", None)
    signed = signature.signature_of(EXAMPLE, bare, SECRET)
    without_host = Authorization("AKIDEXAMPLE", SCOPE, ("x-amz-date",), signed, "20150830T123600Z", None)
    assert not signature.verifies(EXAMPLE, without_host, SECRET)


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("uploads", "uploads="),
        ("b=2&a=1", "a=1&b=2"),
        ("prefix=a%2Fb%20c&delimiter=%2F", "delimiter=%2F&prefix=a%2Fb%20c"),
        ("a=~-_.&B=*", "B=%2A&a=~-_."),
    ],
)
def test_a_query_has_one_spelling(query: str, canonical: str) -> None:
    assert signature.canonical_query(query) == canonical


def test_s3_signs_its_path_as_sent_and_other_services_encode_it_once_more() -> None:
    http = HttpRequest.of("GET", "https://s3.amazonaws.com/b/a%20b%2B")
    assert signature.canonical_request(http, ("host",), "s3").splitlines()[1] == "/b/a%20b%2B"
    assert signature.canonical_request(http, ("host",), "iam").splitlines()[1] == "/b/a%2520b%252B"


@pytest.mark.parametrize(
    "header",
    [
        "AWS AKIDEXAMPLE:signature",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/iam, SignedHeaders=host, Signature=00",
        "AWS4-HMAC-SHA256",
    ],
    ids=["version 2", "no signature", "short scope", "nothing"],
)
def test_half_a_signature_is_malformed(header: str) -> None:
    with pytest.raises(MalformedAuthorization):
        signature.authorization_of(with_header("Authorization", header))


def test_a_signature_holds_for_five_minutes_either_way() -> None:
    signed_at = datetime(2015, 8, 30, 12, 36, tzinfo=UTC)
    assert signature.skew_fault(parsed(), signed_at + timedelta(minutes=5)) is None
    assert signature.skew_fault(parsed(), signed_at - timedelta(minutes=5)) is None
    assert signature.skew_fault(parsed(), signed_at + timedelta(minutes=6)) == (
        "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T124200Z - 5 min.)"
    )
    assert signature.skew_fault(parsed(), signed_at - timedelta(minutes=6)) == (
        "Signature not yet current: 20150830T123600Z is still later than "
        "20150830T123500Z (20150830T123000Z + 5 min.)"
    )
