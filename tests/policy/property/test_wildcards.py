"""The wildcard test agrees with the plainest possible reading of `*` and `?`, and never hangs."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.policy.wildcards import compile_pattern

from .strategies import LAW


def fits(pattern: str, text: str) -> bool:
    """The reference: tries every way."""

    @cache
    def rest(at: int, place: int) -> bool:
        if at == len(pattern):
            return place == len(text)
        if pattern[at] == "*":
            return rest(at + 1, place) or (place < len(text) and rest(at, place + 1))
        return place < len(text) and pattern[at] in {"?", text[place]} and rest(at + 1, place + 1)

    return rest(0, 0)


@settings(LAW, max_examples=500)
@given(pattern=st.text("ab*?", max_size=9), text=st.text("ab", max_size=12))
def test_agreement_with_the_reference(pattern: str, text: str) -> None:
    assert compile_pattern(pattern)(text) is fits(pattern, text)


@LAW
@given(text=st.text(max_size=20))
def test_a_text_without_wildcards_fits_itself_and_the_star(text: str) -> None:
    plain = text.replace("*", "").replace("?", "")
    assert compile_pattern(plain)(plain)
    assert compile_pattern("*")(text)
    assert compile_pattern("?" * len(text))(text)


HOSTILE = [
    ("a*" * 500 + "b", "a" * 20_000),
    ("*a?" * 300 + "*b", "a" * 20_000),
    ("*" + "?" * 3_000 + "a" * 3_000 + "*", "a" * 20_000),
    ("*" + "a?" * 2_000 + "b*", "a" * 20_000),
]


@pytest.mark.parametrize(("pattern", "text"), HOSTILE, ids=["stars", "star-and-one", "ones", "one-piece"])
def test_hostile_patterns_end(pattern: str, text: str) -> None:
    assert compile_pattern(pattern)(text) is (pattern[-2:] == "a*")
