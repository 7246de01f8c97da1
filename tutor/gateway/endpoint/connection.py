"""One client's connection: what aiohttp's does, within the limits on heads and on how many there are."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from aiohttp.http_exceptions import LineTooLong
from aiohttp.streams import StreamReader

from tutor.gateway.endpoint.limits import Limits
from tutor.gateway.endpoint.refusal import Refusal, raw_response_of, response_of

BACKLOG: Final = 512
"""Connections that may wait to be accepted."""

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Connection(web.RequestHandler):
    """Reads requests and writes answers; a head that does not come in time ends it."""

    def __init__(self, manager: "Connections", limits: Limits) -> None:
        super().__init__(
            manager,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=limits.idle_seconds,
            access_log=None,  # type: ignore[arg-type] # aiohttp takes None for no log
            max_line_size=limits.field,
            max_field_size=limits.field,
            max_headers=limits.fields,
            lingering_time=limits.linger_seconds,
            auto_decompress=False,
        )
        self._limits, self._connections = limits, manager
        self._head_timer: asyncio.TimerHandle | None = None
        self._unanswered = 0
        """Requests whose head has come."""
        self._body: StreamReader | None = None
        self._cut = False
        self.ended = False
        """The client has said that it sends no more."""
        self.broken = False
        """The body that is being read will never be complete."""

    def data_received(self, data: bytes) -> None:
        """Bytes came: if they are the beginning of a head only, its time runs."""
        known = self._request_count
        super().data_received(data)
        if came := self._request_count - known:
            self._stop_timer()
            if self._unanswered:
                self._cut_short()  # a next request, or the parser's error, while a body is open
            self._count(came)
        elif self._head_timer is None and not self._unanswered:
            self._head_timer = asyncio.get_running_loop().call_later(
                self._limits.head_seconds, self._give_up, Refusal.TOO_SLOW
            )

    def eof_received(self) -> bool | None:  # type: ignore[override] # asyncio asks for the answer
        """The client sends no more; it still gets the answer to what it has sent."""
        self.ended = True
        if self._unanswered:
            self._cut_short()
        elif self._head_timer is not None:
            self._give_up(Refusal.BAD_REQUEST)
        return bool(self._unanswered)

    def connection_lost(self, exc: BaseException | None) -> None:
        """The client is gone."""
        self._stop_timer()
        self._count(-self._unanswered)
        super().connection_lost(exc)

    def begin(self, body: StreamReader) -> None:
        """A request's turn has come; its body may still be on its way."""
        cut, self._cut, self.broken = self._cut, self.ended, False
        self._body = body
        if cut:
            self._cut_short()

    def received(self) -> None:
        """The body is complete: from here on the connection is not given up for a newer one."""
        self._body = None
        self._connections.busy(self)

    def done(self) -> None:
        """The answer is ready."""
        self._body = None
        self._count(-1)
        self._connections.waiting(self)

    def _count(self, change: int) -> None:
        change = max(change, -self._unanswered)
        self._unanswered += change
        self._connections.unanswered += change

    def _cut_short(self) -> None:
        """Nothing more comes of the body that is open, if one is."""
        if self._body is None:
            self._cut = True
        elif not self._body.is_eof():
            self.broken = True
            self._body.feed_eof()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """The answer to bytes that are no HTTP; what goes wrong in here is still aiohttp's to report."""
        self._stop_timer()
        if status >= 500:
            return super().handle_error(request, status, exc, message)
        return response_of(Refusal.HEADERS_TOO_LARGE if isinstance(exc, LineTooLong) else Refusal.BAD_REQUEST)

    def drop(self) -> None:
        """End it at once, without an answer."""
        if self.transport is not None:
            self.transport.abort()

    def _give_up(self, refusal: Refusal) -> None:
        self._stop_timer()
        if self.transport is not None:
            self.transport.write(raw_response_of(refusal))
            self.transport.close()

    def _stop_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None


class Connections(web.Server):
    """All connections; when there are too many, the one that has waited longest without a request goes."""

    def __init__(self, handler: Handler, limits: Limits) -> None:
        super().__init__(handler)
        self._limits = limits
        self.unanswered = 0
        """Requests on all connections whose head has come."""
        self._waiting: dict[Connection, None] = {}
        self._busy: set[Connection] = set()

    def __call__(self) -> Connection:
        return Connection(self, self._limits)

    def connection_made(self, handler: web.RequestHandler, transport: asyncio.Transport) -> None:
        """One more."""
        super().connection_made(handler, transport)
        assert isinstance(handler, Connection)
        self._waiting[handler] = None
        while self._waiting and len(self._waiting) + len(self._busy) > self._limits.connections:
            oldest = next(iter(self._waiting))
            del self._waiting[oldest]
            oldest.drop()

    def connection_lost(self, handler: web.RequestHandler, exc: BaseException | None = None) -> None:
        """One less."""
        super().connection_lost(handler, exc)
        assert isinstance(handler, Connection)
        self._waiting.pop(handler, None)
        self._busy.discard(handler)

    def drop_waiting(self) -> None:
        """End all that have no whole request."""
        for connection in tuple(self._waiting):
            connection.drop()

    def busy(self, connection: Connection) -> None:
        """It has sent a whole request."""
        if self._waiting.pop(connection, self) is None:
            self._busy.add(connection)

    def waiting(self, connection: Connection) -> None:
        """It has its answer."""
        if connection in self._busy:
            self._busy.discard(connection)
            self._waiting[connection] = None
