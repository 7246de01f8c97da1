"""What the console says exists in both languages, with the same values in it."""

import re
from string import Formatter

import pytest

from tutor.gateway.notices import ENGLISH, Notice, Refused
from tutor.wording.console import MESSAGES

PARTICLE = re.compile(r"\}(?:은|는|이|가|을|를|과|와|로|으로|의|에|에서|예요|이에요)")


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("message", sorted(MESSAGES))
def test_both_languages_name_the_same_values(message: str) -> None:
    korean, english = MESSAGES[message]
    assert named(korean) <= named(english)
    assert re.search("[가-힣]", korean)
    assert not PARTICLE.search(korean)
    assert not re.search(r"\b(just|simply|obviously|easy)\b", english)


def test_every_notice_has_a_sentence() -> None:
    assert {f"console.{kind}" for kind in ENGLISH} <= MESSAGES.keys()
    notice = Notice("outside-file", {"path": "{0} [x]"})
    assert "{0} [x]" in notice.english
    assert str(Refused("outside-file", path="a")) == Notice("outside-file", {"path": "a"}).english
