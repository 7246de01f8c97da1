"""The wire as the server sees it: S3's routes, parameters by the model, and what the client reads back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gateway.signing import query
from tutor.gateway import HttpRequest
from tutor.gateway.authenticate import service_of
from tutor.gateway.commands import SandboxCommands, command_name
from tutor.gateway.vendored import command_line
from tutor.gateway.wire import Asked, protocol_of
from tutor.gateway.wire.scalars import xml_text
from tutor.gateway.wire.xml import parse_xml

HOST = "https://s3.amazonaws.com"


@pytest.mark.parametrize(
    ("method", "url", "operation", "parameters"),
    [
        ("GET", f"{HOST}/", "ListBuckets", {}),
        ("GET", f"{HOST}/b?list-type=2&max-keys=2", "ListObjectsV2", {"Bucket": "b", "MaxKeys": 2}),
        ("GET", f"{HOST}/b?list-type=2&prefix=a%2Fb", "ListObjectsV2", {"Bucket": "b", "Prefix": "a/b"}),
        ("GET", f"{HOST}/b", "ListObjects", {"Bucket": "b"}),
        ("GET", f"{HOST}/b?location", "GetBucketLocation", {"Bucket": "b"}),
        ("GET", f"{HOST}/b?policy", "GetBucketPolicy", {"Bucket": "b"}),
        ("GET", f"{HOST}/b?versioning", "GetBucketVersioning", {"Bucket": "b"}),
        ("HEAD", f"{HOST}/b", "HeadBucket", {"Bucket": "b"}),
        ("PUT", f"{HOST}/b", "CreateBucket", {"Bucket": "b"}),
        ("DELETE", f"{HOST}/b", "DeleteBucket", {"Bucket": "b"}),
        ("POST", f"{HOST}/b?delete", "DeleteObjects", {"Bucket": "b"}),
        ("GET", f"{HOST}/b/a%20b/%ED%86%A0%EB%81%BC", "GetObject", {"Bucket": "b", "Key": "a b/토끼"}),
        ("GET", f"{HOST}/b/k?x-id=GetObject", "GetObject", {"Bucket": "b", "Key": "k"}),
        ("GET", f"{HOST}/b/k?acl", "GetObjectAcl", {"Bucket": "b", "Key": "k"}),
        ("HEAD", f"{HOST}/b/k", "HeadObject", {"Bucket": "b", "Key": "k"}),
        ("DELETE", f"{HOST}/b/k", "DeleteObject", {"Bucket": "b", "Key": "k"}),
        ("POST", f"{HOST}/b/k?uploads", "CreateMultipartUpload", {"Bucket": "b", "Key": "k"}),
        ("PUT", f"{HOST}/b/k", "PutObject", {"Bucket": "b", "Key": "k", "Body": b""}),
        ("GET", "https://b.s3.amazonaws.com/k", "GetObject", {"Bucket": "b", "Key": "k"}),
        ("GET", "https://b.c.s3.ap-northeast-2.amazonaws.com/k", "GetObject", {"Bucket": "b.c", "Key": "k"}),
        ("GET", "https://s3.ap-northeast-2.amazonaws.com/b/k", "GetObject", {"Bucket": "b", "Key": "k"}),
        ("GET", "http://127.0.0.1:8000/b/k", "GetObject", {"Bucket": "b", "Key": "k"}),
    ],
)  # fmt: skip
def test_s3_routes(method: str, url: str, operation: str, parameters: Mapping[str, object]) -> None:
    assert protocol_of("s3").read(HttpRequest.of(method, url)) == Asked("s3", operation, dict(parameters))


def test_what_headers_say_is_read_too() -> None:
    fields = [
        ("Content-Type", "text/plain"),
        ("x-amz-meta-Author", "yuna"),
        ("Content-Encoding", "gzip,aws-chunked"),
        ("x-amz-decoded-content-length", "1"),
    ]
    http = HttpRequest.of("PUT", f"{HOST}/b/k", fields, b"1\r\na\r\n0\r\n\r\n")
    asked = protocol_of("s3").read(http)
    assert asked.parameters["ContentType"] == "text/plain"
    assert asked.parameters["Metadata"] == {"author": "yuna"}
    assert asked.parameters["ContentEncoding"] == "gzip"
    assert asked.parameters["Body"] == b"a"
    copy = HttpRequest.of("PUT", f"{HOST}/b/k", [("x-amz-copy-source", "a/b")])
    assert protocol_of("s3").operation_of(copy) == "CopyObject"


def test_an_xml_body_is_read_by_the_model() -> None:
    body = (
        b'<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
        b"<LocationConstraint>ap-northeast-2</LocationConstraint></CreateBucketConfiguration>"
    )
    asked = protocol_of("s3").read(HttpRequest.of("PUT", f"{HOST}/b", [], body))
    assert asked.parameters["CreateBucketConfiguration"] == {"LocationConstraint": "ap-northeast-2"}


@pytest.mark.parametrize(
    ("form", "parameters"),
    [
        ("Action=CreateUser&Version=2010-05-08&UserName=a%20b%2Bc", {"UserName": "a b+c"}),
        (
            "Action=CreateUser&Version=2010-05-08&UserName=a&Tags.member.1.Key=k&Tags.member.1.Value=v"
            "&Tags.member.2.Key=l&Tags.member.2.Value=",
            {"UserName": "a", "Tags": [{"Key": "k", "Value": "v"}, {"Key": "l", "Value": ""}]},
        ),
        ("Action=CreateUser&Version=2010-05-08&UserName=a&Tags=", {"UserName": "a", "Tags": []}),
        (
            "Action=ListPolicies&Version=2010-05-08&OnlyAttached=true&MaxItems=5",
            {"OnlyAttached": True, "MaxItems": 5},
        ),
    ],
)
def test_query_parameters(form: str, parameters: Mapping[str, object]) -> None:
    assert protocol_of("iam").read(query(form)).parameters == parameters


def test_an_answer_is_what_the_model_says() -> None:
    asked = Asked("iam", "GetUser", {"UserName": "a"})
    made = datetime(2026, 1, 5, 9, tzinfo=UTC)
    user = {"Path": "/", "UserName": "<&>", "UserId": "AIDA", "Arn": "arn", "CreateDate": made, "Tags": []}
    body = protocol_of("iam").answer(asked, {"User": user}, "id").body.decode()
    assert body == (
        '<GetUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetUserResult><User>'
        "<Path>/</Path><UserName>&lt;&amp;&gt;</UserName><UserId>AIDA</UserId><Arn>arn</Arn>"
        "<CreateDate>2026-01-05T09:00:00Z</CreateDate><Tags></Tags></User></GetUserResult>"
        "<ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></GetUserResponse>"
    )
    quiet = protocol_of("iam").answer(Asked("iam", "DeleteUser", {}), {}, "id")
    assert quiet.status == 200
    assert b"<DeleteUserResponse" in quiet.body
    gone = protocol_of("s3").answer(Asked("s3", "DeleteObject", {}), {}, "id")
    assert (gone.status, gone.body) == (204, b"")


@given(st.text())
def test_every_text_survives_xml_but_for_what_xml_cannot_hold(text: str) -> None:
    try:
        encoded = f"<a>{xml_text(text)}</a>".encode()
    except UnicodeEncodeError:
        return
    read = parse_xml(encoded).text or ""
    assert len(read) == len(text)
    assert all(one in (other, "\N{REPLACEMENT CHARACTER}") for one, other in zip(read, text, strict=True))


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://iam.amazonaws.com/", "iam"),
        ("https://sts.amazonaws.com/", "sts"),
        ("https://sts.ap-northeast-2.amazonaws.com/", "sts"),
        ("https://s3.amazonaws.com/b", "s3"),
        ("https://iam.s3.amazonaws.com/k", "s3"),
        ("https://b.s3.ap-northeast-2.amazonaws.com/k", "s3"),
        ("http://127.0.0.1:8000/", "s3"),
    ],
)
def test_the_service_is_in_the_host(url: str, service: str) -> None:
    assert service_of(HttpRequest.of("GET", url)) == service


def test_operations_are_spelled_as_the_cli_spells_them() -> None:
    command_line()
    xform_name = import_module("botocore").xform_name
    for service in ("iam", "sts", "s3"):
        for operation in protocol_of(service).model.operation_names:
            spelled = xform_name(operation, "-")
            assert command_name(operation) == spelled
            commands = SandboxCommands([f"{service}:{operation}"])
            assert commands.operation_of("s3api" if service == "s3" else service, spelled) == operation
