"""What an honest client gets: the same door as the console's, over HTTP."""

import json
import zlib
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from urllib.parse import quote

import pytest

from tests.endpoint.serving import NOW, ROOT, Client, bytes_of, read_all, status_of
from tests.gateway.signing import S3, signed
from tutor.gateway import Credentials, HttpRequest


def new_key(client: Client, user: str) -> Credentials:
    assert client.ask(f"Action=CreateUser&UserName={user}").status == 200
    made = client.ask(f"Action=CreateAccessKey&UserName={user}").text
    return Credentials(
        made.partition("<AccessKeyId>")[2].partition("<")[0],
        made.partition("<SecretAccessKey>")[2].partition("<")[0],
    )


def test_the_service_is_the_one_that_the_signature_names(client: Client) -> None:
    assert "<GetUserResult>" in client.ask("Action=GetUser").text
    assert "<GetCallerIdentityResult>" in client.ask("Action=GetCallerIdentity", service="sts").text
    assert "<ListAllMyBucketsResult" in client.send(client.s3("GET", "/")).text


def test_a_user_without_rights_is_told_what_is_missing(client: Client) -> None:
    kim = new_key(client, "kim")
    refused = client.ask("Action=ListUsers", key=kim)
    assert refused.status == 403
    assert "<Code>AccessDenied</Code>" in refused.text
    assert "user/kim is not authorized to perform: iam:ListUsers" in refused.text


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_the_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.send(client.s3("GET", "/", host=host.format(port=client.port))).status == 200


@pytest.mark.parametrize("host", ["moon.localhost", "moon.s3.localhost"])
def test_a_bucket_may_stand_in_the_host(client: Client, host: str) -> None:
    assert client.send(client.s3("PUT", "/moon")).status == 200
    put = client.s3("PUT", "/tide.txt", b"high", host=f"{host}:{client.port}")
    assert client.send(put).status == 200
    assert client.send(client.s3("GET", "/moon/tide.txt")).body == b"high"


@pytest.mark.parametrize("key", ["a b/e+&.txt", "달/토끼.txt", "100%.txt", "a//b", "=?"])
def test_object_keys_of_any_characters(client: Client, key: str) -> None:
    assert client.send(client.s3("PUT", "/moon")).status == 200
    plain = HttpRequest.of("PUT", f"http://{client.host}/moon/{quote(key, safe='/-_.~')}", [], b"x")
    assert client.send(signed(plain, ROOT, NOW, scope=S3)).status == 200
    assert client.send(signed(replace(plain, method="GET", body=b""), ROOT, NOW, scope=S3)).body == b"x"


def test_head_has_the_length_and_no_body(client: Client) -> None:
    client.send(client.s3("PUT", "/moon"))
    client.send(client.s3("PUT", "/moon/tide.txt", b"high"))
    head = client.send(client.s3("HEAD", "/moon/tide.txt"))
    assert (head.status, head.headers["Content-Length"], head.body) == (200, "4", b"")
    assert client.send(client.s3("HEAD", "/moon/none")).status == 404


def test_an_upload_waits_for_100_continue(client: Client) -> None:
    client.send(client.s3("PUT", "/moon"))
    request = client.s3("PUT", "/moon/tide.txt", b"high")
    with client.open() as connection:
        head = bytes_of(request, f"Content-Length: {len(request.body)}", "Expect: 100-continue", body=b"")
        connection.sendall(head)
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(request.body)
        assert status_of(connection.recv(65536)) == 200
    assert client.send(client.s3("GET", "/moon/tide.txt")).body == b"high"


def test_an_upload_in_chunks_with_a_checksum_behind_it(client: Client) -> None:
    client.send(client.s3("PUT", "/moon"))
    parts = [bytes(8192), b"the end"]
    body = b"".join(parts)
    crc = b64encode(zlib.crc32(body).to_bytes(4, "big"))
    framed = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    framed += b"0\r\nx-amz-checksum-crc32:" + crc + b"\r\n\r\n"
    fields = [
        ("Content-Encoding", "aws-chunked"),
        ("X-Amz-Trailer", "x-amz-checksum-crc32"),
        ("X-Amz-Decoded-Content-Length", str(len(body))),
    ]
    plain = HttpRequest.of("PUT", f"http://{client.host}/moon/tide", fields, framed)
    request = signed(plain, ROOT, NOW, scope=S3, payload="STREAMING-UNSIGNED-PAYLOAD-TRAILER")
    http_chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(framed), framed)
    raw = client.raw(bytes_of(request, "Transfer-Encoding: chunked", "Connection: close", body=http_chunks))
    assert status_of(raw) == 200
    assert sha256(client.send(client.s3("GET", "/moon/tide")).body).digest() == sha256(body).digest()


def test_sixteen_mebibytes_reach_s3_and_no_more(client: Client) -> None:
    client.send(client.s3("PUT", "/moon"))
    most = 16 * 1024 * 1024
    assert "EntityTooLarge" in client.send(client.s3("PUT", "/moon/large", bytes(most))).text
    assert status_of(client.raw(bytes_of(client.s3("PUT", "/moon/larger", bytes(most + 1))))) == 413
    assert client.send(client.s3("PUT", "/moon/eight", bytes(most // 2))).status == 200


def test_a_connection_answers_several_requests(client: Client) -> None:
    with client.open() as connection:
        for _ in range(3):
            connection.sendall(bytes_of(client.form("Action=GetUser")))
            assert status_of(connection.recv(65536)) == 200


def test_requests_sent_behind_one_another_are_answered_in_their_order(client: Client) -> None:
    requests = [client.form(f"Action=CreateUser&UserName=u{number}") for number in range(5)]
    last = client.form("Action=ListUsers")
    with client.open() as connection:
        connection.sendall(b"".join(map(bytes_of, requests)) + bytes_of(last, "Connection: close"))
        raw = read_all(connection)
    names = [part.partition(b"<")[0] for part in raw.split(b"<UserName>")[1:]]
    assert names == [b"u%d" % number for number in range(5)] * 2


def test_a_client_that_has_sent_all_and_ends_still_gets_its_answer(client: Client) -> None:
    assert status_of(client.raw(bytes_of(client.form("Action=GetUser")), then_end=True)) == 200


def test_an_origin_gets_no_leave_to_read_the_answer(client: Client) -> None:
    plain = HttpRequest.of("OPTIONS", f"http://{client.host}/", [("Access-Control-Request-Method", "POST")])
    for request in (plain, client.form("Action=GetUser")):
        raw = client.raw(bytes_of(request, "Origin: http://evil.example", "Connection: close"))
        assert status_of(raw) >= 200
        assert b"access-control" not in raw.lower()


def test_the_requests_come_from_where_the_console_sends_and_count_as_tls(client: Client) -> None:
    kim = new_key(client, "kim")
    document = {
        "Version": "2012-10-17",
        "Statement": {
            "Effect": "Allow",
            "Action": "iam:GetUser",
            "Resource": "*",
            "Condition": {
                "IpAddress": {"aws:SourceIp": "203.0.113.0/24"},
                "Bool": {"aws:SecureTransport": "true"},
            },
        },
    }
    put = f"Action=PutUserPolicy&UserName=kim&PolicyName=p&PolicyDocument={quote(json.dumps(document))}"
    assert client.ask(put).status == 200
    assert client.ask("Action=GetUser", key=kim).status == 200
