"""Finds the S3 operation that a method, a path and a query stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, unquote

from tutor.gateway.http import HttpRequest

HOSTS: Final = (".s3.amazonaws.com", ".s3.localhost", ".localhost")
"""Behind a bucket's name in the host, beside `.s3.REGION.amazonaws.com`."""

IGNORED: Final = frozenset({"x-id"})
"""Query parameters that say nothing about the operation."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a request is about: a bucket, an object in it, or neither."""

    bucket: str | None
    key: str | None
    query: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Route:
    """One operation and what must be in a request to mean it."""

    operation: str
    fixed: frozenset[tuple[str, str]]
    needed_query: frozenset[str]
    needed_headers: frozenset[str]

    def fits(self, http: HttpRequest, query: Mapping[str, str]) -> bool:
        """Whether the request has everything that this operation cannot be without."""
        return (
            all(name in query and (not value or query[name] == value) for name, value in self.fixed)
            and self.needed_query <= query.keys()
            and all(name in http.headers for name in self.needed_headers)
        )

    @property
    def weight(self) -> int:
        """How much it asks for: the operation that asks for most is the one that is meant."""
        return len(self.fixed) * 4 + len(self.needed_query) * 2 + len(self.needed_headers)


class Routes:
    """All operations of the S3 model, by method and by what the path names."""

    def __init__(self, model: Any) -> None:
        self._routes: dict[tuple[str, str], list[Route]] = {}
        for name in model.operation_names:
            operation = model.operation_model(name)
            path, _, query = operation.http["requestUri"].partition("?")
            path = operation.http.get("authPath", path)  # a client that ran before us left the path there
            kind = "object" if "{Key+}" in path else "bucket" if "{Bucket}" in path else "service"
            self._routes.setdefault((operation.http["method"], kind), []).append(
                _route(name, operation, query)
            )
        for routes in self._routes.values():
            routes.sort(key=lambda route: (-route.weight, route.operation not in PLAIN))

    def operation_of(self, http: HttpRequest, place: Place) -> str | None:
        """The operation meant, None if there is none."""
        kind = "object" if place.key is not None else "bucket" if place.bucket is not None else "service"
        for route in self._routes.get((http.method, kind), ()):
            if route.fits(http, place.query):
                return route.operation
        return None


PLAIN: Final = frozenset(
    {"ListBuckets", "ListObjects", "CreateBucket", "DeleteBucket", "HeadBucket", "GetObject"}
)
"""The operations that a method alone stands for, where the model has several."""


def place_of(http: HttpRequest) -> Place:
    """The bucket and key of a request, in virtual-host or path style."""
    query = {
        name: value for name, value in parse_qsl(http.query, keep_blank_values=True) if name not in IGNORED
    }
    path = http.path.removeprefix("/")
    bucket = _bucket_in_host(http.host)
    if bucket is None:
        bucket, _, path = path.partition("/")
    return Place(unquote(bucket) or None, unquote(path) or None, query)


def _bucket_in_host(host: str) -> str | None:
    for ending in HOSTS:
        if host.endswith(ending) and host != "s3.localhost":
            return host.removesuffix(ending)
    name, found, rest = host.partition(".s3.")
    return name if found and rest.endswith(".amazonaws.com") else None


def _route(name: str, operation: Any, query: str) -> Route:
    fixed = frozenset(
        (key, value) for key, value in parse_qsl(query, keep_blank_values=True) if key not in IGNORED
    )
    members = operation.input_shape.members if operation.input_shape else {}
    needed = {
        member: members[member].serialization
        for member in getattr(operation.input_shape, "required_members", ())
    }
    return Route(
        name,
        fixed,
        frozenset(at["name"] for at in needed.values() if at.get("location") == "querystring"),
        frozenset(at["name"] for at in needed.values() if at.get("location") == "header"),
    )
