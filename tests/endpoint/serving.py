"""An endpoint in a thread of the test, and a client that says exactly what it is told to say."""

import asyncio
import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote

from tests.gateway.signing import FORM, IAM, S3, STS, signed
from tutor.account import ClockMode, Save
from tutor.gateway import Credentials, HttpRequest
from tutor.gateway.endpoint import Accounts, Endpoint, Limits
from tutor.gateway.endpoint.accounts import begun_again
from tutor.gateway.endpoint.control import Control
from tutor.gateway.endpoint.server import listen

NOW: Final = datetime(2031, 3, 14, 15, 9, 26, tzinfo=UTC)
"""Far from today: the wall clock of the tests."""

ROOT: Final = Credentials("AKIAROOTROOTROOTROOT", "a/secret+of+the/root")
TOKEN: Final = "a-token"
SCOPES: Final = {"iam": IAM, "sts": STS, "s3": S3}
VERSIONS: Final = {"iam": "2010-05-08", "sts": "2011-06-15"}
PATIENCE: Final = 10.0
"""Seconds after which a test that still waits has failed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Client:
    """Talks to an endpoint on loopback, each time on a connection of its own."""

    port: int

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def form(self, text: str, *, service: str = "iam", key: Credentials = ROOT) -> HttpRequest:
        """A signed form such as `Action=GetUser&UserName=kim`; the version is added."""
        body = f"{text}&Version={VERSIONS[service]}".encode()
        plain = HttpRequest.of("POST", f"http://{self.host}/", [("Content-Type", FORM)], body)
        return signed(plain, key, NOW, scope=SCOPES[service])

    def s3(
        self, method: str, path: str, body: bytes = b"", *, host: str = "", key: Credentials = ROOT
    ) -> HttpRequest:
        """A signed request to S3."""
        plain = HttpRequest.of(method, f"http://{host or self.host}{quote(path, safe='/?=&-')}", [], body)
        return signed(plain, key, NOW, scope=S3)

    def send(self, request: HttpRequest) -> Answer:
        """The answer to a request, sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            target = request.path + (f"?{request.query}" if request.query else "")
            connection.request(request.method, target, request.body, dict(request.headers))
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def ask(self, text: str, *, service: str = "iam", key: Credentials = ROOT) -> Answer:
        """The answer to a signed form."""
        return self.send(self.form(text, service=service, key=key))

    def control(self, word: str, body: str = "", *, method: str = "POST", token: str = TOKEN) -> Answer:
        """The answer of the control address."""
        url = f"http://{self.host}/_tutor/{token}/{word}"
        return self.send(HttpRequest.of(method, url, [("Content-Type", FORM)], body.encode()))

    def open(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def raw(self, sent: bytes, *, then_end: bool = False) -> bytes:
        """The first answer to these bytes, or what comes until the server ends the connection."""
        with self.open() as connection:
            try:
                connection.sendall(sent)
                if then_end:
                    connection.shutdown(socket.SHUT_WR)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it has answered already
            return read_answer(connection)


def read_answer(connection: socket.socket) -> bytes:
    """One answer, or what comes until the other side ends."""
    return _read(connection, _is_whole)


def read_all(connection: socket.socket) -> bytes:
    """What comes until the other side ends."""
    return _read(connection, lambda _came: False)


def _read(connection: socket.socket, enough: Callable[[bytes], bool]) -> bytes:
    came = b""
    try:
        while not enough(came) and (piece := connection.recv(65536)):
            came += piece
    except ConnectionResetError:
        pass  # it did not want the rest of what was sent
    return came


def _is_whole(came: bytes) -> bool:
    head, end, body = came.partition(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return bool(end) and len(body) >= int(length or 0)


def bytes_of(request: HttpRequest, *more: str, body: bytes | None = None) -> bytes:
    """A request as it stands on the wire, with further header lines; its length unless `body` is given."""
    target = request.path + (f"?{request.query}" if request.query else "")
    length = [] if body is not None else [f"Content-Length: {len(request.body)}"]
    fields = [f"{name}: {value}" for name, value in request.headers.items()]
    lines = [f"{request.method} {target} HTTP/1.1", *fields, *length, *more, "", ""]
    return "\r\n".join(lines).encode() + (request.body if body is None else body)


def status_of(raw: bytes) -> int:
    """The status of a bare answer, 0 if there is none."""
    return int(raw.split(b" ", 2)[1]) if raw.startswith(b"HTTP/") else 0


def fresh_save(_before: object = None) -> Save:
    """A save in memory with one empty account."""
    save = Save.in_memory(seed=bytes(32), clock=lambda: NOW)
    save.begin(mode=ClockMode.WALL)
    return save


@contextmanager
def serving(save: Save | None = None, limits: Limits | None = None) -> Iterator[Client]:
    """An endpoint that answers while the block runs; a save that is given is begun anew on reset."""

    accounts = Accounts(
        save or fresh_save(),
        renew=fresh_save if save is None else begun_again,
        wall_clock=lambda: NOW,
        root_key=ROOT,
    )
    listener = listen(0)
    endpoint = Endpoint(listener, accounts, Control(TOKEN), limits=limits)
    port = listener.getsockname()[1]
    started: Future[Callable[[], object]] = Future()

    async def serve() -> None:
        loop, stopped = asyncio.get_running_loop(), asyncio.Event()
        await endpoint.start()
        started.set_result(lambda: loop.call_soon_threadsafe(stopped.set))
        await stopped.wait()
        await endpoint.stop()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    stop = started.result(PATIENCE)
    try:
        yield Client(port)
    finally:
        stop()
        thread.join()
