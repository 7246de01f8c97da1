"""Shapes of the service models as XML elements, both ways."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from tutor.gateway.wire.scalars import read_scalar, write_scalar, xml_text

LARGEST = 1024 * 1024
"""Bytes of a document that a client sends: a thousand keys to delete fit."""

DOCUMENT = "policyDocumentType"
"""IAM answers with its policy documents percent-encoded; the client library decodes them."""

NOT_ELEMENTS = frozenset({"location", "xmlAttribute"})
"""Marks of members that stand in a header, in the path or in a tag."""


Writer = Callable[[Any], str]
"""A value as the text of one element, or of what is in it."""


def write_members(shape: Any, value: Mapping[str, object], milliseconds: bool = False) -> str:
    """The elements of a structure's members, in the model's order, without the structure's own tag."""
    return "".join(
        [
            write(held)
            for name, write in _members_of(shape, milliseconds)
            if (held := value.get(name)) is not None
        ]
    )


def write_element(name: str, shape: Any, value: Any, milliseconds: bool = False) -> str:
    """One element with everything in it."""
    return _element(name, shape, milliseconds)(value)


@cache
def _members_of(shape: Any, milliseconds: bool) -> tuple[tuple[str, Writer], ...]:
    """Name and writer of the members that are elements: the same for every answer."""
    return tuple(
        (name, _member(member.serialization.get("name", name), member, milliseconds))
        for name, member in shape.members.items()
        if member.serialization.keys().isdisjoint(NOT_ELEMENTS)
    )


def _member(tag: str, shape: Any, milliseconds: bool) -> Writer:
    if shape.type_name == "list" and shape.serialization.get("flattened"):
        return _items(_element(shape.member.serialization.get("name", tag), shape.member, milliseconds))
    return _element(tag, shape, milliseconds)


@cache
def _element(tag: str, shape: Any, milliseconds: bool) -> Writer:
    """What writes a whole element; a structure's members are looked up late, it may hold itself."""
    start, end, write = f"<{tag}>", f"</{tag}>", _contents(shape, milliseconds)
    if shape.type_name == "structure" and _attributes_of(shape):
        return lambda value: f"<{tag}{_attributes(shape, value)}>{write(value)}{end}"
    return lambda value: f"{start}{write(value)}{end}"


def _contents(shape: Any, milliseconds: bool) -> Writer:
    if shape.type_name == "structure":
        return lambda value: write_members(shape, value, milliseconds)
    if shape.type_name == "list":
        return _items(_element(shape.member.serialization.get("name", "member"), shape.member, milliseconds))
    if shape.type_name == "map":
        key, item = _element("key", shape.key, milliseconds), _element("value", shape.value, milliseconds)
        return lambda value: "".join(
            f"<entry>{key(name)}{item(held)}</entry>" for name, held in value.items()
        )
    if shape.name == DOCUMENT:
        return lambda value: quote(write_scalar(shape, value, milliseconds), safe="-_.~")
    return lambda value: xml_text(value if type(value) is str else write_scalar(shape, value, milliseconds))


def _items(write: Writer) -> Writer:
    return lambda value: "".join([write(item) for item in value])


@cache
def _attributes_of(shape: Any) -> tuple[tuple[str, str], ...]:
    """Name and attribute of the members that stand in the tag."""
    return tuple(
        (name, member.serialization["name"])
        for name, member in shape.members.items()
        if member.serialization.get("xmlAttribute")
    )


def _attributes(shape: Any, value: Any) -> str:
    """The members that stand in a structure's tag, such as the xsi:type of an S3 grantee."""
    named = {tag: str(value[name]) for name, tag in _attributes_of(shape) if value.get(name) is not None}
    if not named:
        return ""
    space = shape.serialization["xmlNamespace"]
    written = "".join(f" {name}={quoteattr(text)}" for name, text in named.items())
    return f' xmlns:{space["prefix"]}="{space["uri"]}"{written}'


def parse_xml(text: bytes) -> ElementTree.Element:
    """The root of a document in UTF-8 without entities or a document type; raises ValueError."""
    if len(text) > LARGEST:
        raise ValueError("the document is too large")
    document = text.decode("utf-8-sig")
    if "<!" in document.replace("<!--", ""):
        raise ValueError("a document type is not allowed")
    try:
        return ElementTree.fromstring(document)  # as text, so that no declaration names another encoding
    except ElementTree.ParseError as fault:
        raise ValueError(str(fault)) from fault


def read_structure(shape: Any, element: ElementTree.Element) -> dict[str, object]:
    """The members of a structure that an element holds; raises ValueError for a value that is none."""
    found: dict[str, list[ElementTree.Element]] = {}
    for child in element:
        found.setdefault(child.tag.rpartition("}")[2], []).append(child)
    values: dict[str, object] = {}
    for name, member in shape.members.items():
        flat = member.type_name == "list" and member.serialization.get("flattened")
        tag = member.serialization.get("name", name)
        if flat:
            tag = member.member.serialization.get("name", tag)
        if tag in found:
            values[name] = (
                [_read(member.member, one) for one in found[tag]] if flat else _read(member, found[tag][0])
            )
    return values


def _read(shape: Any, element: ElementTree.Element) -> object:
    if shape.type_name == "structure":
        return read_structure(shape, element)
    if shape.type_name == "list":
        return [_read(shape.member, child) for child in element]
    return read_scalar(shape, element.text or "")


def elements(pairs: Sequence[tuple[str, str]]) -> str:
    """Plain elements with text in them."""
    return "".join(f"<{name}>{xml_text(text)}</{name}>" for name, text in pairs)
