"""Bodies and header fields on their way between botocore and the door."""

import io
from collections.abc import Iterator
from typing import Any


class RawBody(io.BytesIO):
    """An answer's body in the shape that botocore reads."""

    def stream(self, size: int = 65536) -> Iterator[bytes]:
        """The body in pieces."""
        while piece := self.read(size):
            yield piece


def header_text(value: object) -> str:
    """A header field, which botocore may hold as bytes."""
    return value.decode("utf-8") if isinstance(value, bytes) else str(value)


def body_of(body: Any) -> bytes:
    """A request's body, whatever botocore made of it."""
    if body is None:
        return b""
    if isinstance(body, str):
        return body.encode("utf-8")
    if isinstance(body, bytes | bytearray):
        return bytes(body)
    return bytes(body.read())
