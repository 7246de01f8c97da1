"""How much of everything a client may take."""

from dataclasses import dataclass
from typing import Final

CONNECTIONS: Final = 512
SPARE_FILES: Final = 64
"""File descriptors that the process needs for other things than connections."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    field: int = 8 * 1024
    """One header field, and the request line."""
    headers: int = 32 * 1024
    """All header fields of a request."""
    fields: int = 100
    form: int = 1024 * 1024
    """The body of a request to a service other than S3."""
    upload: int = 16 * 1024 * 1024
    """The body of a request to S3, without the frame of its chunks."""
    frame: int = 64 * 1024
    """What the frame of an upload in chunks may add."""
    control: int = 1024
    """The body of a request to the control address."""
    small: int = 64 * 1024
    """A body of this size is read whatever others are sending."""
    bodies: int = 64 * 1024 * 1024
    """All larger bodies that are being received at once."""
    head_seconds: float = 10.0
    """From the first byte of a request to the end of its head."""
    body_seconds: float = 20.0
    idle_seconds: float = 60.0
    """How long a connection may wait for its next request."""
    linger_seconds: float = 2.0
    """How long the rest of a refused body is read and dropped, so that the client sees the answer."""
    connections: int = CONNECTIONS


def connections_allowed(wanted: int) -> int:
    """As many connections as are wanted, or as the process may have files open."""
    try:
        import resource
    except ImportError:  # not on Windows
        return wanted
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return wanted if soft < 0 else max(8, min(wanted, soft - SPARE_FILES))
