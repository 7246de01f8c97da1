"""Requests that are turned away before the door: no service of AWS would have understood them."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from aiohttp import web

SERVER: Final = "iam-tutor"
"""What the Server header says."""


class Refusal(Enum):
    """Why a request is turned away: HTTP's status, and a sentence for whoever wrote the client."""

    BAD_REQUEST = 400, "This is not a request that HTTP/1.1 allows."
    BODY_BROKEN = 400, "The body is not what its headers announce."
    NO_HOST = 400, "A request needs exactly one Host header."
    NOT_TEXT = 400, "A header field or the request line holds bytes that are not text."
    NOT_A_PATH = 400, "The request line must name a path of this server."
    NO_SECONDS = 400, "Send seconds=N, a whole number of seconds to go forward."
    NOT_FOUND = 404, "There is nothing here."
    NOT_POST = 405, "Send this with POST."
    TOO_SLOW = 408, "The request did not arrive in time."
    TOO_LARGE = 413, "The body is larger than this server takes."
    EXPECTATION = 417, "Only the expectation 100-continue can be met."
    FOREIGN_HOST = 421, "This server answers to 127.0.0.1 and localhost only."
    BUSY = 429, "Too many large bodies are on their way at once; send it again in a moment."
    HEADERS_TOO_LARGE = 431, "The header fields are larger than this server takes."

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.value[0]

    @property
    def sentence(self) -> str:
        """What the answer says."""
        return self.value[1]


@dataclass
class Refused(Exception):
    """A request was turned away."""

    refusal: Refusal


def response_of(refusal: Refusal) -> web.Response:
    """The answer, after which the connection ends: what follows on it cannot be trusted."""
    response = web.Response(status=refusal.status, text=f"{refusal.sentence}\n", headers={"Server": SERVER})
    if refusal is Refusal.NOT_POST:
        response.headers["Allow"] = "POST"
    response.force_close()
    return response


def raw_response_of(refusal: Refusal) -> bytes:
    """The same, for a request whose head never came to its end."""
    body = f"{refusal.sentence}\n".encode()
    head = (
        f"HTTP/1.1 {refusal.status} Refused\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
