"""Reading a request's body: so much, so fast, and not too many at once."""

import asyncio

from aiohttp import web
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestPayloadError

from tutor.gateway.endpoint.connection import Connection
from tutor.gateway.endpoint.limits import Limits
from tutor.gateway.endpoint.refusal import Refusal, Refused


class Bodies:
    """Reads the bodies of all connections."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._held = 0
        """Bytes of large bodies that are not complete yet."""

    async def read(self, request: web.BaseRequest, connection: Connection, limit: int) -> bytes:
        """The body of a request; raises Refused."""
        declared = request.content_length
        if declared is not None and declared > limit:
            raise Refused(Refusal.TOO_LARGE)
        if "Expect" in request.headers:
            await self._go_on(request)
        content = request.content
        body = content.read_nowait() if content.is_eof() else await self._receive(content, limit)
        if connection.broken:
            raise Refused(Refusal.BODY_BROKEN)
        if len(body) > limit:
            raise Refused(Refusal.TOO_LARGE)
        return body

    async def _go_on(self, request: web.BaseRequest) -> None:
        if request.headers["Expect"].strip().lower() != "100-continue":
            raise Refused(Refusal.EXPECTATION)
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0  # as aiohttp's own answer to it does: no part of the response

    async def _receive(self, content: StreamReader, limit: int) -> bytes:
        pieces: list[bytes] = []
        size = held = 0
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                while piece := await content.readany():
                    pieces.append(piece)
                    size += len(piece)
                    if size > limit:
                        raise Refused(Refusal.TOO_LARGE)
                    if size > self._limits.small:
                        self._held += size - held
                        held = size
                        if self._held > self._limits.bodies:
                            raise Refused(Refusal.BUSY)
        except TimeoutError:
            raise Refused(Refusal.TOO_SLOW) from None
        except (RequestPayloadError, ConnectionError):  # the latter: nobody is there to be told
            raise Refused(Refusal.BODY_BROKEN) from None
        finally:
            self._held -= held
        return b"".join(pieces)
