"""The order of checks at the door, and the answers of each gate, for requests no CLI would send."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from tests.gateway.conftest import WALL_CLOCK, Lines
from tests.gateway.signing import S3, STS, query, signed
from tutor.account import Save
from tutor.gateway import Credentials, Headers, HttpRequest, HttpResponse, Sandbox

WHO = query("Action=GetCallerIdentity&Version=2011-06-15", "sts")
LIST = query("Action=ListUsers&Version=2010-05-08")
UNSUPPORTED = (
    400,
    "InvalidRequest",
    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
)


def at_s3(method: str, target: str, body: bytes = b"", fields: Sequence[tuple[str, str]] = ()) -> HttpRequest:
    return HttpRequest.of(method, f"https://s3.amazonaws.com{target}", fields, body)


BUCKETS = at_s3("GET", "/")
STRANGER = Credentials("AKIAIOSFODNN7EXAMPLE", "secret")


@pytest.fixture
def root(sandbox: Sandbox) -> Credentials:
    key = sandbox.credentials_of(None)
    assert key is not None
    return key


def error(answer: HttpResponse) -> tuple[int, str, str]:
    """Status, code and message of an error answer, with or without a namespace."""
    texts = {
        element.tag.rpartition("}")[2]: element.text or ""
        for element in ElementTree.fromstring(answer.body).iter()
    }
    return answer.status, texts["Code"], texts["Message"]


def test_a_signed_request_gets_in(sandbox: Sandbox, root: Credentials) -> None:
    answer = sandbox.send(signed(WHO, root, WALL_CLOCK, scope=STS))
    assert answer.status == 200
    assert b"<Arn>arn:aws:iam::111111111111:root</Arn>" in answer.body
    assert answer.headers["x-amzn-requestid"] in answer.body.decode()


NO_SIGNATURE = [
    ("unsigned", WHO, (403, "MissingAuthenticationToken", "Request is missing Authentication Token")),
    ("anonymous", BUCKETS, (403, "AccessDenied", "Access Denied")),
    ("signed URL of version 2", at_s3("GET", "/b/k?AWSAccessKeyId=A&Signature=s&Expires=1"), UNSUPPORTED),
    ("signed URL of version 4", at_s3("GET", "/b/k?X-Amz-Algorithm=AWS4&X-Amz-Signature=0"), UNSUPPORTED),
    ("version 2", at_s3("GET", "/", fields=[("Authorization", "AWS AKID:frJIUN8DYpKDt")]), UNSUPPORTED),
]


@pytest.mark.parametrize(
    ("http", "expected"),
    [(http, expected) for _, http, expected in NO_SIGNATURE],
    ids=[name for name, _, _ in NO_SIGNATURE],
)
def test_what_is_not_signed_in_the_header_is_not_signed(
    sandbox: Sandbox, http: HttpRequest, expected: tuple[int, str, str]
) -> None:
    assert error(sandbox.send(http)) == expected


def test_a_wrong_scope_is_named_before_the_key_is_looked_up(sandbox: Sandbox) -> None:
    def code_and_words(service: str, region: str) -> tuple[int, str, str]:
        return error(sandbox.send(signed(LIST, STRANGER, WALL_CLOCK, scope=(service, region))))

    assert code_and_words("sts", "us-east-1") == (
        403,
        "SignatureDoesNotMatch",
        "Credential should be scoped to correct service: 'iam'. ",
    )
    assert code_and_words("iam", "ap-northeast-2") == (
        403,
        "SignatureDoesNotMatch",
        "Credential should be scoped to a valid region. ",
    )
    assert code_and_words("iam", "us-east-1")[1] == "InvalidClientTokenId"


def test_the_key_comes_before_the_time_and_the_time_before_the_signature(
    sandbox: Sandbox, root: Credentials
) -> None:
    late = WALL_CLOCK - timedelta(minutes=16)
    wrong = replace(root, secret_access_key="wrong")
    assert error(sandbox.send(signed(LIST, STRANGER, late)))[1] == "InvalidClientTokenId"
    assert error(sandbox.send(signed(LIST, wrong, late)))[2].startswith("Signature expired: ")
    assert error(sandbox.send(signed(LIST, wrong, WALL_CLOCK)))[2].startswith(
        "The request signature we calculated"
    )
    assert error(sandbox.send(signed(BUCKETS, root, late, scope=S3)))[1] == "RequestTimeTooSkewed"


def test_a_token_that_nobody_issued_is_refused(sandbox: Sandbox, root: Credentials) -> None:
    with_token = replace(root, session_token="token")
    assert error(sandbox.send(signed(LIST, with_token, WALL_CLOCK)))[:2] == (403, "InvalidClientTokenId")
    s3 = sandbox.send(signed(BUCKETS, with_token, WALL_CLOCK, scope=S3))
    assert error(s3)[:2] == (400, "InvalidToken")


def test_a_body_that_is_not_the_signed_one_is_refused(sandbox: Sandbox, root: Credentials) -> None:
    http = HttpRequest.of("PUT", "https://s3.amazonaws.com/b/k", [], b"moon")
    honest = signed(http, root, WALL_CLOCK, scope=S3)
    answer = sandbox.send(replace(honest, body=b"noon"))
    assert error(answer)[:2] == (400, "XAmzContentSHA256Mismatch")
    unsigned = signed(http, root, WALL_CLOCK, scope=S3, payload="UNSIGNED-PAYLOAD")
    assert error(sandbox.send(unsigned))[1] == "NoSuchBucket"


def test_refusals_at_the_first_gate_are_in_the_history_without_a_caller(
    sandbox: Sandbox, root: Credentials
) -> None:
    sandbox.send(signed(LIST, STRANGER, WALL_CLOCK))
    sandbox.send(signed(LIST, replace(root, secret_access_key="wrong"), WALL_CLOCK))
    first, second = sandbox.history()
    assert (first.outcome, first.error, first.caller) == ("unauthenticated", "InvalidClientTokenId", None)
    assert first.access_key_id == STRANGER.access_key_id
    assert (second.outcome, second.error, second.operation) == (
        "unauthenticated",
        "SignatureDoesNotMatch",
        "ListUsers",
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", (400, "MissingAction")),
        ("Action=Nonsense&Version=2010-05-08", (400, "InvalidAction")),
        ("Action=ListUsers&Version=1999-01-01", (400, "InvalidAction")),
        ("Action=CreateUser&Version=2010-05-08", (400, "ValidationError")),
        ("Action=ListUsers&Version=2010-05-08&MaxItems=many", (400, "MalformedInput")),
        ("Action=ListUsers&Version=2010-05-08&%FF=1", (400, "MalformedQueryString")),
        ("Action=ListDelegationRequests&Version=2010-05-08", (400, "NotImplemented")),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_and_not_recorded(
    sandbox: Sandbox, root: Credentials, body: str, expected: tuple[int, str]
) -> None:
    answer = sandbox.send(signed(query(body), root, WALL_CLOCK))
    assert error(answer)[:2] == expected
    assert sandbox.history() == ()


@pytest.mark.parametrize(
    ("http", "expected"),
    [
        (at_s3("POST", "/b/k"), (405, "MethodNotAllowed")),
        (at_s3("GET", "/b?inventory"), (400, "NotImplemented")),
        (at_s3("GET", "/b?list-type=2&max-keys=x"), (400, "InvalidArgument")),
        (at_s3("PUT", "/b", b"<!DOCTYPE x><CreateBucketConfiguration/>"), (400, "MalformedXML")),
        (at_s3("PUT", "/b", b"<Create"), (400, "MalformedXML")),
    ],
)
def test_s3_requests_that_make_no_sense(
    sandbox: Sandbox, root: Credentials, http: HttpRequest, expected: tuple[int, str]
) -> None:
    assert error(sandbox.send(signed(http, root, WALL_CLOCK, scope=S3)))[:2] == expected


def test_a_head_request_is_refused_by_its_status_alone(sandbox: Sandbox, root: Credentials) -> None:
    http = HttpRequest.of("HEAD", "https://s3.amazonaws.com/nothing-here/k")
    answer = sandbox.send(signed(http, root, WALL_CLOCK, scope=S3))
    assert (answer.status, answer.body) == (404, b"")


def chunked(frame: bytes, length: int = 4) -> HttpRequest:
    fields = [("Content-Encoding", "aws-chunked"), ("X-Amz-Decoded-Content-Length", str(length))]
    return at_s3("PUT", "/moonrabbit-photos/k", frame, fields)


@pytest.mark.parametrize(
    ("http", "code"),
    [
        (chunked(b"4\r\nmoon\r\n0\r\nx-amz-checksum-crc32:4+xH6A==\r\n\r\n"), None),
        (chunked(b"2\r\nmo\r\n2;ext=1\r\non\r\n0\r\n\r\n"), None),
        (chunked(b"4\r\nmoon\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n"), "BadDigest"),
        (chunked(b"4\r\nmoon\r\n0\r\n\r\n", 5), "IncompleteBody"),
        (chunked(b"9\r\nmoon\r\n0\r\n\r\n"), "IncompleteBody"),
        (chunked(b"x\r\nmoon\r\n"), "IncompleteBody"),
        (chunked(b"-4\r\nmoon\r\n"), "IncompleteBody"),
        (chunked(b"moon"), "IncompleteBody"),
    ],
)
def test_chunked_uploads(aws: Lines, root: Credentials, http: HttpRequest, code: str | None) -> None:
    aws.run("aws s3 mb s3://moonrabbit-photos")
    sandbox = aws.console.sandbox
    trailed = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
    answer = sandbox.send(signed(http, root, WALL_CLOCK, scope=S3, payload=trailed))
    if code is None:
        bucket = sandbox.world.bucket("moonrabbit-photos")
        assert bucket is not None
        assert bucket.objects["k"].body == b"moon"
        assert "ContentEncoding" not in bucket.objects["k"].headers
    else:
        assert error(answer)[:2] == (400, code)


def test_two_windows_on_one_save_see_each_other(save: Save, sandbox: Sandbox, aws: Lines) -> None:
    other = Sandbox(save, sandbox.wall_clock)
    aws.run("aws iam create-user --user-name yuna")
    assert "yuna" in other.account.users
    assert other.history() == sandbox.history()


def test_headers_know_no_case() -> None:
    headers = Headers([("X-Amz-Date", "1"), ("x-amz-meta-a", "1"), ("X-Amz-Meta-A", "2")])
    assert headers["x-amz-date"] == "1"
    assert headers["X-AMZ-META-A"] == "1,2"
    assert "host" not in headers
    assert len(headers) == 2
