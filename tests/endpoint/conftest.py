"""One endpoint a module, with accounts that are fresh for each test."""

from collections.abc import Iterator

import pytest

from tests.endpoint.serving import Client, serving
from tutor.gateway.endpoint.server import warm_up


@pytest.fixture(scope="session", autouse=True)
def models() -> None:
    warm_up()


@pytest.fixture(scope="module")
def server(models: None) -> Iterator[Client]:
    with serving() as client:
        yield client


@pytest.fixture
def client(server: Client) -> Client:
    assert server.control("reset").status == 200
    return server
