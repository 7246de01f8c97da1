"""What the console says of its own accord: typed, in English on stderr, by its id in both languages."""

from tutor.gateway.english import ENGLISH
from tutor.gateway.notices import Notice, Refused
from tutor.wording.console import MESSAGES


def test_every_notice_has_a_sentence_in_the_catalogue() -> None:
    assert {f"console.{kind}" for kind in ENGLISH} <= MESSAGES.keys()
    assert {Notice(kind).message for kind in ENGLISH} <= MESSAGES.keys()


def test_a_value_is_put_in_as_it_is() -> None:
    assert "{0} [x]" in Notice("outside-file", {"path": "{0} [x]"}).english
    assert str(Refused("outside-file", path="a")) == Notice("outside-file", {"path": "a"}).english
