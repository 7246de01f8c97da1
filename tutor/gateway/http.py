"""An HTTP request and its answer, as values that need no server and no client."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, overload
from urllib.parse import urlsplit

T = TypeVar("T")


class Headers(Mapping[str, str]):
    """Header fields by name without regard to case, in the order they came."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        self._fields: dict[str, tuple[str, str]] = {}
        for name, value in fields:
            known = self._fields.get(name.lower())
            self._fields[name.lower()] = (name, value if known is None else f"{known[1]},{value}")

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()][1]

    @overload
    def get(self, name: str, /) -> str | None: ...

    @overload
    def get(self, name: str, /, default: str | T) -> str | T: ...

    def get(self, name: str, /, default: T | None = None) -> str | T | None:
        """The value of a field, or `default`; written out, since most requests lack most fields."""
        field = self._fields.get(name.lower())
        return default if field is None else field[1]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._fields

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._fields.values())

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Headers({list(self._fields.values())!r})"


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One request as it stood on the wire; `path` and `query` keep their percent signs."""

    method: str
    path: str
    query: str = ""
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    secure: bool = True

    @classmethod
    def of(
        cls, method: str, url: str, headers: Iterable[tuple[str, str]] = (), body: bytes = b""
    ) -> "HttpRequest":
        """A request for an absolute URL, whose host becomes the Host header unless one is given."""
        parts = urlsplit(url)
        fields = Headers(headers)
        if "host" not in fields:
            fields = Headers([*fields.items(), ("Host", _host(parts.scheme, parts.netloc))])
        return cls(method, parts.path or "/", parts.query, fields, body, parts.scheme == "https")

    @property
    def host(self) -> str:
        """The Host header without its port, in lower case."""
        return self.headers.get("host", "").lower().partition(":")[0]


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """The answer to one request."""

    status: int
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""


def _host(scheme: str, netloc: str) -> str:
    host = netloc.rpartition("@")[2]
    default = {"http": ":80", "https": ":443"}.get(scheme, "")
    return host.removesuffix(default) if default else host
