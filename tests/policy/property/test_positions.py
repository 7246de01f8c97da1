"""The reader reads what `json` reads, refuses what it refuses, and knows where everything stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.policy import PolicyError
from tutor.policy.nodes import JsonArray, JsonBoolean, JsonNode, JsonNumber, JsonObject, JsonText
from tutor.policy.reader import read_json
from tutor.policy.source import Source

from .strategies import LAW

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)
indents = st.none() | st.integers(0, 3)


def plain(node: JsonNode) -> object:
    """What a node stands for."""
    match node:
        case JsonText() | JsonBoolean():
            return node.value
        case JsonNumber():
            return json.loads(node.value)
        case JsonArray():
            return [plain(item) for item in node.items]
        case JsonObject():
            return {key.value: plain(value) for key, value in node.members}
    return None


def nodes(node: JsonNode) -> list[JsonNode]:
    """A node and everything in it."""
    inner: list[JsonNode] = []
    if isinstance(node, JsonArray):
        inner = list(node.items)
    elif isinstance(node, JsonObject):
        inner = [each for member in node.members for each in member]
    return [node, *(below for each in inner for below in nodes(each))]


@LAW
@given(value=values, indent=indents)
def test_every_node_is_found_again_at_its_place(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    root = read_json(Source(text), "")
    assert plain(root) == value
    for node in nodes(root):
        assert json.loads(text[node.start : node.end]) == plain(node)


@LAW
@given(text=st.text(min_size=1).map(lambda text: text.replace("\r", "\n")), draw=st.data())
def test_a_position_leads_back_to_its_offset(text: str, draw: st.DataObject) -> None:
    offset = draw.draw(st.integers(0, len(text)))
    position = Source(text).position(offset)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: position.line - 1]) + position.column - 1 == offset
    assert Source(text).line_at(offset) == lines[position.line - 1]


DOCUMENT = '{"a": [1, -2.5e3, true], "b": {"c": "d\\n", "e": null}}'


@LAW
@given(
    place=st.integers(0, len(DOCUMENT)),
    cut=st.integers(0, 3),
    put=st.text(",:{}[]\"\\ \n\t01-.eEtrunl/'“a", max_size=3),
)
def test_it_refuses_what_json_refuses(place: int, cut: int, put: str) -> None:
    text = DOCUMENT[:place] + put + DOCUMENT[place + cut :]
    try:
        expected = json.loads(text, object_pairs_hook=without_repetition)
    except ValueError:
        with pytest.raises(PolicyError) as caught:
            read_json(Source(text), "")
        assert 1 <= caught.value.position.line <= text.count("\n") + 1
        assert caught.value.caret().endswith("^")
    else:
        assert plain(read_json(Source(text), "")) == expected


def without_repetition(members: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(members)) < len(members):
        raise ValueError(members)
    return dict(members)
