"""Both languages always: every message is there twice, says the same things, and is used."""

import re
import string
from pathlib import Path

import pytest

import tutor
from tutor.wording.say import AREAS, catalogue, say

PARTICLE = re.compile(
    r"\}(?:은|는|이|가|을|를|과|와|로|으로|이라|라|이나|나|아|야|에|에서|의|도|만)(?=[\s.,!?)]|$)"
)
"""A Korean particle right after an inserted value: it cannot follow the value's last sound."""

UNKIND = {"ko": ("그냥", "단순히", "당연히", "쉽게"), "en": (" just ", "simply", "obviously", "easily")}

FILES = (".jsonl", ".tcss")
"""Ends of file names, which look like ids where they begin with the name of an area."""
TEXTUAL_ACTIONS = {"app.quit"}
"""Names in the code that look like a message's id."""

MESSAGES = [(name, pair) for area in AREAS for name, pair in catalogue(area).items()]
SOURCES = [
    path
    for path in Path(tutor.__file__).parent.rglob("*.py")
    if path.parent.name != "wording" or path.stem not in AREAS
]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("name", "pair"), MESSAGES, ids=[name for name, _ in MESSAGES])
def test_a_message_stands_in_both_languages_with_the_same_values(name: str, pair: tuple[str, str]) -> None:
    korean, english = pair
    assert korean.strip()
    assert english.strip()
    assert fields(korean) == fields(english)
    assert not PARTICLE.search(korean)
    assert not [word for word in UNKIND["ko"] if word in korean]
    assert not [word for word in UNKIND["en"] if word in f" {english.lower()} "]


@pytest.mark.parametrize("area", AREAS)
def test_a_message_id_begins_with_its_area(area: str) -> None:
    assert all(name.startswith(f"{area}.") for name in catalogue(area))


def test_every_id_that_the_code_names_exists_and_every_message_is_named() -> None:
    known = {name for name, _ in MESSAGES}
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    named = set(re.findall(rf"\"((?:{'|'.join(AREAS)})\.[a-z0-9.-]+[a-z0-9])\"", code))
    stems = tuple(set(re.findall(rf"f\"((?:{'|'.join(AREAS)})\.[a-z0-9.-]*)\{{", code)))
    assert (
        named
        - TEXTUAL_ACTIONS
        - known
        - {name for name in named if name.endswith(FILES)}
        - {name for name in named if any(one.startswith(f"{name}.") for one in known)}
        == set()
    )
    assert {name for name in known - named if not name.startswith(stems or ("\0",))} == set()


def test_a_value_is_put_in_as_it_is() -> None:
    assert "{x}" in say("en", "cli.usage.unknown-argument", found="{x}")
