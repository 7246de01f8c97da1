"""Keeps tests off the network: `install()` adds one audit hook, for the life of the test process."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

LOOPBACK = ("127.", "::1", "localhost")
REACHING = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}
)


class NetworkUsed(AssertionError):
    """A test reached for the network."""


class _Rule:
    """Whether loopback is open; the hook itself cannot be taken out again."""

    def __init__(self) -> None:
        self.loopback = True

    def check(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raises NetworkUsed for an address that is neither a file's nor, while it is open, loopback."""
        if event not in REACHING:
            return
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        host = address[0] if isinstance(address, tuple) and address else address
        if isinstance(host, bytes):
            host = host.decode("latin-1")
        if event != "socket.getaddrinfo" and isinstance(address, str | bytes):
            return
        if not (self.loopback and isinstance(host, str) and host.startswith(LOOPBACK)):
            raise NetworkUsed(f"{event} {address!r}")


@cache
def install() -> _Rule:
    """Adds the hook once; loopback stays open."""
    rule = _Rule()
    sys.addaudithook(rule.check)
    return rule


@contextmanager
def without_loopback() -> Iterator[None]:
    """Closes loopback too for the block."""
    rule = install()
    before, rule.loopback = rule.loopback, False
    try:
        yield
    finally:
        rule.loopback = before
