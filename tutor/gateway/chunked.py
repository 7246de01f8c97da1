"""Takes S3's chunked uploads apart: `Content-Encoding: aws-chunked` with a checksum behind the body."""

import base64
import zlib
from dataclasses import dataclass
from typing import Final

from tutor.gateway.http import HttpRequest

CHUNKED: Final = "aws-chunked"

MOST: Final = 4096
"""Chunks of one upload; clients send 8 KiB and more at a time."""


class MalformedChunks(Exception):
    """A chunked body that breaks off or counts wrong."""


@dataclass(frozen=True, slots=True)
class Upload:
    """The object itself and the checksums that came behind it."""

    body: bytes
    trailers: dict[str, str]

    @property
    def intact(self) -> bool:
        """Whether the CRC32 that was sent, if one was, is that of the body."""
        named = self.trailers.get("x-amz-checksum-crc32")
        return named is None or named == base64.b64encode(zlib.crc32(self.body).to_bytes(4, "big")).decode()


def upload_of(http: HttpRequest) -> Upload:
    """The body of a request without its chunk frame; raises MalformedChunks."""
    checksum = http.headers.get("x-amz-checksum-crc32")
    if CHUNKED not in http.headers.get("content-encoding", ""):
        return Upload(http.body, {"x-amz-checksum-crc32": checksum} if checksum else {})
    body, rest = _chunks(http.body)
    announced = http.headers.get("x-amz-decoded-content-length", str(len(body)))
    if announced != str(len(body)):
        raise MalformedChunks("the length is not the one announced")
    lines = (line.partition(":") for line in rest.decode("latin-1").split("\r\n") if ":" in line)
    return Upload(body, {name.strip().lower(): value.strip() for name, _, value in lines})


def _chunks(framed: bytes) -> tuple[bytes, bytes]:
    pieces: list[bytes] = []
    position = 0
    while True:
        end = framed.find(b"\r\n", position)
        try:
            size = int(framed[position:end].partition(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            raise MalformedChunks("a chunk has no size")
        position = end + 2
        if size == 0:
            return b"".join(pieces), framed[position:]
        if len(pieces) == MOST:
            raise MalformedChunks("it comes in crumbs")
        piece = framed[position : position + size]
        if len(piece) != size or framed[position + size : position + size + 2] != b"\r\n":
            raise MalformedChunks("a chunk breaks off")
        pieces.append(piece)
        position += size + 2
