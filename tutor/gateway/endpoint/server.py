"""The HTTP server: turns away what is no request for it, and hands the others to the door."""

import asyncio
import socket
from collections.abc import Callable
from functools import partial
from typing import Final

from aiohttp import web
from multidict import CIMultiDict

from tutor.account import SaveError
from tutor.gateway.authenticate import SERVICES, service_of
from tutor.gateway.aws_cli import freeze_once
from tutor.gateway.endpoint.accounts import Accounts
from tutor.gateway.endpoint.bodies import Bodies
from tutor.gateway.endpoint.connection import BACKLOG, Connection, Connections
from tutor.gateway.endpoint.control import PREFIX, Control
from tutor.gateway.endpoint.heads import head_of
from tutor.gateway.endpoint.limits import Limits
from tutor.gateway.endpoint.refusal import SERVER, Refused, response_of
from tutor.gateway.endpoint.trouble import answer_of
from tutor.gateway.endpoint.turns import Turns
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.wire import protocol_of

LOOPBACK: Final = "127.0.0.1"
"""Nobody but this machine reaches it."""


def listen(port: int) -> socket.socket:
    """A socket on loopback, 0 takes any free port; raises OSError."""
    return socket.create_server((LOOPBACK, port), backlog=BACKLOG)


def warm_up() -> None:
    """Load the service models, so that the first request need not wait for them, and keep them for good."""
    for service in SERVICES:
        protocol_of(service)
    freeze_once()


class Endpoint:
    """Answers AWS requests on a socket until it is stopped; `on_trouble` hears of a save that fails."""

    def __init__(
        self,
        listener: socket.socket,
        accounts: Accounts,
        control: Control,
        *,
        limits: Limits | None = None,
        on_trouble: Callable[[SaveError], None] = lambda _error: None,
    ) -> None:
        self._listener, self._control, self._on_trouble = listener, control, on_trouble
        self._limits = limits or Limits()
        self._port: int = listener.getsockname()[1]
        self._bodies = Bodies(self._limits)
        self._turns = Turns(accounts)
        self._connections: Connections | None = None
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        """Such as `http://127.0.0.1:49152`."""
        return f"http://{LOOPBACK}:{self._port}"

    @property
    def control_address(self) -> str:
        """Where `reset` and `clock` are POSTed to, with a slash at its end."""
        return f"{self.address}{PREFIX}{self._control.token}/"

    async def start(self) -> None:
        """Begin to answer."""
        self._connections = Connections(self._handle, self._limits)
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._connections, sock=self._listener, backlog=BACKLOG)

    async def stop(self) -> None:
        """Answer what has come, end all connections and let go of the save."""
        if self._server is not None and self._connections is not None:
            self._server.close()
            self._connections.drop_waiting()
            self._connections.pre_shutdown()
            await self._connections.shutdown(self._limits.linger_seconds)
        await self._turns.close()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        connection = request.protocol
        assert isinstance(connection, Connection)
        connection.begin(request.content)
        try:
            response = await self._answer(request, connection)
        except Refused as refused:
            response = response_of(refused.refusal)
        finally:
            connection.done()
        response.headers["Server"] = SERVER
        if connection.ended:
            response.force_close()
        return response

    async def _answer(self, request: web.BaseRequest, connection: Connection) -> web.Response:
        http = head_of(request, self._port, self._limits)
        body = await self._bodies.read(request, connection, self._body_limit(request, http))
        connection.received()
        if http.path.startswith(PREFIX):
            action = self._control.action_of(http.method, http.path, http.query, body)
            return web.Response(body=await self._turns.do(action), content_type="application/json")
        if body:
            http = HttpRequest(http.method, http.path, http.query, http.headers, body, http.secure)
        alone = self._connections is not None and self._connections.unanswered == 1
        try:
            answer = await self._turns.do(partial(_send, http), alone=alone)
        except SaveError as error:
            self._on_trouble(error)
            answer = answer_of(error, http)
        return web.Response(status=answer.status, headers=CIMultiDict(answer.headers), body=answer.body)

    def _body_limit(self, request: web.BaseRequest, http: HttpRequest) -> int:
        if http.path.startswith(PREFIX):
            return self._limits.control
        length = request.content_length
        small = length is not None and length <= self._limits.form
        if small or service_of(http) != "s3":
            return self._limits.form
        return self._limits.upload + (self._limits.frame if "content-encoding" in http.headers else 0)


def _send(http: HttpRequest, accounts: Accounts) -> HttpResponse:
    return accounts.sandbox.send(http)
