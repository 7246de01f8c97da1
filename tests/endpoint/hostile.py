"""Hostile requests: what a client that means harm, or is broken, puts on the wire."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from tests.endpoint.serving import NOW, ROOT, Client, bytes_of
from tests.gateway.signing import FORM, S3, signed
from tutor.gateway import Credentials, Headers, HttpRequest

BOMB: Final = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxx">]><Tagging><TagSet/>&x;</Tagging>'
CREATE: Final = "Action=CreateUser&UserName=intruder"


@dataclass(frozen=True, slots=True)
class Attack:
    """What is sent, and the statuses that may come back; 0 is a connection that ends without an answer."""

    name: str
    sent: Callable[[Client], bytes]
    statuses: tuple[int, ...]
    code: str = ""
    """AWS's error code, where a service answers."""
    then_end: bool = False
    """The client ends its side behind it."""


def get(*lines: str, host: str | None = None, target: str = "/") -> Callable[[Client], bytes]:
    """A plain GET with these header lines; its Host is right unless given."""

    def sent(client: Client) -> bytes:
        head = [f"GET {target} HTTP/1.1", f"Host: {host or client.host}".format(port=client.port), *lines]
        return "\r\n".join([*head, "", ""]).encode("latin-1")

    return sent


def post(*lines: str, body: bytes = b"") -> Callable[[Client], bytes]:
    """A POST whose length is what the lines say."""

    def sent(client: Client) -> bytes:
        return bytes_of(HttpRequest.of("POST", f"http://{client.host}/"), *lines, body=body)

    return sent


def form(text: str = CREATE, *lines: str, key: Credentials = ROOT) -> Callable[[Client], bytes]:
    """A well-signed form."""
    return lambda client: bytes_of(client.form(text, key=key), *lines)


def with_host(host: str) -> Callable[[Client], bytes]:
    """A form that is well signed for a Host that is not ours."""

    def sent(client: Client) -> bytes:
        named = host.format(port=client.port)
        plain = HttpRequest("POST", "/", "", Headers([("Host", named), ("Content-Type", FORM)]))
        return bytes_of(signed(replace(plain, body=f"{CREATE}&Version=2010-05-08".encode()), ROOT, NOW))

    return sent


def s3_put(body: bytes, path: str = "/moon?tagging") -> Callable[[Client], bytes]:
    """A well-signed PUT to S3."""
    return lambda client: bytes_of(client.s3("PUT", path, body))


def altered(change: Callable[[HttpRequest], HttpRequest]) -> Callable[[Client], bytes]:
    """A form that was changed after it was signed."""
    return lambda client: bytes_of(change(client.form(CREATE)))


def header(request: HttpRequest, name: str, value: str) -> HttpRequest:
    """`request` with another value in one header field."""
    fields = [(key, value if key.lower() == name else text) for key, text in request.headers.items()]
    return replace(request, headers=Headers(fields))


def signed_at(offset: timedelta) -> Callable[[Client], bytes]:
    """A form that was signed at another time: recorded then, and replayed now."""

    def sent(client: Client) -> bytes:
        body = f"{CREATE}&Version=2010-05-08".encode()
        plain = HttpRequest.of("POST", f"http://{client.host}/", [("Content-Type", FORM)], body)
        return bytes_of(signed(plain, ROOT, NOW + offset))

    return sent


def upload(framed: bytes) -> Callable[[Client], bytes]:
    """A well-signed upload to S3 in aws-chunks, framed as given."""

    def sent(client: Client) -> bytes:
        fields = [("Content-Encoding", "aws-chunked"), ("X-Amz-Decoded-Content-Length", "4")]
        plain = HttpRequest.of("PUT", f"http://{client.host}/moon/x", fields, framed)
        return bytes_of(signed(plain, ROOT, NOW, scope=S3, payload="STREAMING-UNSIGNED-PAYLOAD-TRAILER"))

    return sent


def _wrong(key: Credentials) -> Credentials:
    return replace(key, secret_access_key=key.secret_access_key[:-1] + "!")


ATTACKS: Final = (
    # Whose server it is
    Attack("no host", lambda _: b"GET / HTTP/1.1\r\n\r\n", (400,)),
    Attack("no host, HTTP/1.0", lambda _: b"GET / HTTP/1.0\r\n\r\n", (400,)),
    Attack("an empty host", lambda _: b"GET / HTTP/1.1\r\nHost:\r\n\r\n", (400, 421)),
    Attack("two hosts", get("Host: localhost"), (400,)),
    Attack("a foreign host", get(host="evil.example"), (421,)),
    Attack("a foreign host, well signed", with_host("evil.example:{port}"), (421,)),
    Attack("a service of AWS as host, well signed", with_host("iam.amazonaws.com"), (421,)),
    Attack("a host that begins like ours", with_host("localhost.evil.example:{port}"), (421,)),
    Attack("a host with a user in it", with_host("localhost:{port}@evil.example:{port}"), (421,)),
    Attack("another address of this machine", with_host("127.0.0.2:{port}"), (421,)),
    Attack("every address", with_host("0.0.0.0:{port}"), (421,)),
    Attack("our host with another port", with_host("127.0.0.1:1"), (421,)),
    Attack("our host with the default port", with_host("127.0.0.1"), (421,)),
    Attack("a proxy's request", get(target="http://evil.example/"), (400,)),
    Attack("CONNECT", lambda c: f"CONNECT evil:1 HTTP/1.1\r\nHost: {c.host}\r\n\r\n".encode(), (400,)),
    Attack("an upgrade", get("Connection: Upgrade", "Upgrade: websocket"), (403,), "AccessDenied"),
    # Lengths and chunks
    Attack(
        "length and chunks",
        post("Content-Length: 5", "Transfer-Encoding: chunked", body=b"0\r\n\r\n"),
        (400,),
    ),
    Attack("two lengths", post("Content-Length: 5", "Content-Length: 6", body=b"aaaaaa"), (400,)),
    Attack("a negative length", post("Content-Length: -1"), (400,)),
    Attack("a signed length", post("Content-Length: +1", body=b"a"), (400,)),
    Attack("a list of lengths", post("Content-Length: 1, 1", body=b"a"), (400,)),
    Attack("a length that is no number", post("Content-Length: many"), (400,)),
    Attack("a length beyond 64 bits", post("Content-Length: 99999999999999999999"), (400, 413)),
    Attack("more than a form may hold", form("Action=GetUser&X=" + "a" * 1024 * 1024), (413,)),
    Attack("terabytes", post("Content-Length: 1099511627776"), (413,)),
    Attack("another transfer encoding", post("Transfer-Encoding: gzip", body=b"a"), (400, 501)),
    Attack("a bad chunk size", post("Transfer-Encoding: chunked", body=b"zz\r\na\r\n0\r\n\r\n"), (400,)),
    Attack("a negative chunk", post("Transfer-Encoding: chunked", body=b"-1\r\na\r\n0\r\n\r\n"), (400,)),
    Attack("a chunk that is too long", post("Transfer-Encoding: chunked", body=b"1\r\naaaa\r\n"), (400,)),
    Attack("endless chunks", post("Transfer-Encoding: chunked", body=b"ffffffffffffffffff\r\n"), (400,)),
    Attack("a truncated body", post("Content-Length: 100", body=b"Action=Ge"), (400,), then_end=True),
    Attack("truncated chunks", post("Transfer-Encoding: chunked", body=b"5\r\nab"), (400,), then_end=True),
    Attack("a truncated head", lambda _: b"POST / HTTP/1.1\r\nHost: loc", (400,), then_end=True),
    Attack("an upload without a chunk size", upload(b"zz\r\nhigh\r\n0\r\n\r\n"), (400,), "IncompleteBody"),
    Attack("an upload that breaks off", upload(b"4\r\nhi"), (400,), "IncompleteBody"),
    Attack("an upload of another length", upload(b"3\r\nlow\r\n0\r\n\r\n"), (400,), "IncompleteBody"),
    Attack("an upload in crumbs", upload(b"1\r\nh\r\n" * 5000 + b"0\r\n\r\n"), (400,), "IncompleteBody"),
    # Heads
    Attack("100 kB in one header field", get("X-Large: " + "a" * 100_000), (431,)),
    Attack("100 kB in many header fields", get(*(f"X-{n}: {'a' * 2000}" for n in range(50))), (431,)),
    Attack("a thousand header fields", get(*(f"X-{n}: a" for n in range(1000))), (400, 431)),
    Attack("a path of 100 kB", get(target="/" + "a" * 100_000), (400, 414, 431)),
    Attack("bytes that are not UTF-8 in a header", get("X-Name: \xff\xfe"), (400,)),
    Attack("a NUL in a header", get("X-Name: a\0b"), (400,)),
    Attack("a header that is folded", get("X-Name: a", " b"), (400,)),
    Attack("a header without a colon", get("X-Name"), (400,)),
    Attack("a space before the colon", get("X-Name : a"), (400,)),
    Attack("bytes that are not ASCII in the path", get(target="/\xff"), (400,)),
    Attack("an unknown expectation", post("Expect: a miracle", "Content-Length: 0"), (417,)),
    Attack("HTTP/0.9", lambda _: b"GET /\r\n\r\n", (400,)),
    Attack("HTTP/2", lambda _: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (400,)),
    Attack("TLS", lambda _: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64), (400,)),
    Attack("noise", lambda _: bytes(range(256)) * 8, (400,)),
    # Bodies that no service understands
    Attack("a form that is not UTF-8", form("Action=GetUser&UserName=%FF"), (400,), "MalformedQueryString"),
    Attack("a form of a million fields", form("a=&" * 300_000), (400,), "MalformedQueryString"),
    Attack("a form that is none", form("%%%"), (400,), "MalformedQueryString"),
    Attack("a number of 5,000 digits", form("Action=ListUsers&MaxItems=" + "9" * 5000), (400,)),
    Attack("XML with a document type", s3_put(BOMB.encode()), (400,), "MalformedXML"),
    Attack("the same in UTF-16", s3_put(BOMB.encode("utf-16")), (400,), "MalformedXML"),
    Attack("XML that is not UTF-8", s3_put(b"<Tagging>\xff</Tagging>"), (400,), "MalformedXML"),
    Attack("XML that does not end", s3_put(b"<Tagging>" * 50_000), (400,), "MalformedXML"),
    Attack("XML of 2 MB", s3_put(b"<a/>" * 500_000), (400,), "MalformedXML"),
    # Signatures
    Attack("no signature", get(), (403,), "AccessDenied"),
    Attack(
        "a form without a signature",
        post(f"Content-Type: {FORM}", "Content-Length: 8", body=b"Action=x"),
        (403,),
    ),
    Attack(
        "an unknown key", form(key=Credentials("AKIAIOSFODNN7EXAMPLE", "x")), (403,), "InvalidClientTokenId"
    ),
    Attack("a wrong secret", form(key=_wrong(ROOT)), (403,), "SignatureDoesNotMatch"),
    Attack(
        "a body changed after signing",
        altered(lambda r: replace(r, body=r.body.replace(b"intruder", b"attacker"))),
        (403,),
        "SignatureDoesNotMatch",
    ),
    Attack(
        "a path changed after signing",
        altered(lambda r: replace(r, path="/other")),
        (403,),
        "SignatureDoesNotMatch",
    ),
    Attack(
        "another host than was signed",
        altered(lambda r: header(r, "host", r.headers["host"].replace("127.0.0.1", "localhost"))),
        (403,),
        "SignatureDoesNotMatch",
    ),
    Attack(
        "a signature of another algorithm",
        altered(lambda r: header(r, "authorization", "AWS4-ECDSA-P256-SHA256 Credential=x")),
        (400, 403),
    ),
    Attack(
        "a signature that is not ASCII",
        altered(lambda r: header(r, "authorization", r.headers["authorization"][:-1] + "\u00e9")),
        (403,),
        "SignatureDoesNotMatch",
    ),
    Attack(
        "half an Authorization header",
        altered(lambda r: header(r, "authorization", "AWS4-HMAC-SHA256 Credential=a/20310314/us-east-1/iam")),
        (400, 403),
    ),
    Attack("replayed after an hour", signed_at(timedelta(hours=-1)), (403,), "SignatureDoesNotMatch"),
    Attack("from the future", signed_at(timedelta(hours=1)), (403,), "SignatureDoesNotMatch"),
    Attack(
        "a token that nobody gave",
        form(key=replace(ROOT, session_token="x" * 500)),
        (403,),
        "InvalidClientTokenId",
    ),
)
