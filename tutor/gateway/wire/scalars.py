"""Single values as text: numbers, truth values, times and bytes, by the model's type."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any, Final
from xml.sax.saxutils import escape

NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML text can hold."""

NOT_PLAIN: Final = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Those, and what must be escaped."""


def read_scalar(shape: Any, text: str) -> object:
    """The value that `text` stands for; raises ValueError."""
    return READERS.get(shape.type_name, str)(text)


def write_scalar(shape: Any, value: object, milliseconds: bool = False) -> str:
    """The text of a value inside an XML answer, not yet escaped."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        seconds = value.astimezone(UTC).isoformat()[:19]
        return f"{seconds}.000Z" if milliseconds else f"{seconds}Z"
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return str(value)


def write_header(value: object) -> str:
    """The text of a value in a header field."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return format_datetime(value.astimezone(UTC), usegmt=True)
    return str(value)


def xml_text(text: str) -> str:
    """`text` ready to stand between two tags."""
    if NOT_PLAIN.search(text) is None:
        return text
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", escape(text)).replace("\r", "&#13;")


def _boolean(text: str) -> bool:
    if text.lower() not in {"true", "false"}:
        raise ValueError(text)
    return text.lower() == "true"


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as fault:
        raise ValueError(text) from fault


def _time(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "boolean": _boolean,
    "integer": int,
    "long": int,
    "float": float,
    "double": float,
    "blob": _bytes,
    "timestamp": _time,
}
"""How each type of the models is read; every other type is text."""
