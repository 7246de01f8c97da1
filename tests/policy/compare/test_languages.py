"""Languages of patterns agree with all texts up to a length, written out."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.policy.property.strategies import LAW
from tutor.policy.compare.budget import Budget, WorkLimitError
from tutor.policy.compare.languages import arn_fields, ignoring_case, literal, wildcard
from tutor.policy.compare.product import EVERYTHING, contains, kinds_of_text, shortest_text
from tutor.policy.wildcards import compile_pattern, parts_of

TEXTS = ["".join(letters) for length in range(6) for letters in product("abx", repeat=length)]
"""All texts of up to five of three letters, one of which (`x`) no pattern names."""

patterns = st.text("ab*?", max_size=4)


@LAW
@given(patterns)
def test_a_pattern_covers_what_the_evaluator_says(text: str) -> None:
    pattern, fits = wildcard(text), compile_pattern(text)
    assert [pattern.covers(each) for each in TEXTS] == [fits(each) for each in TEXTS]


@LAW
@given(st.lists(patterns, max_size=2), st.lists(patterns, max_size=2))
def test_a_shortest_text_is_inside_and_not_outside_and_there_is_no_shorter(
    inside: list[str], outside: list[str]
) -> None:
    found = shortest_text(list(map(wildcard, inside)), list(map(wildcard, outside)))
    wanted = [
        text
        for text in TEXTS
        if all(compile_pattern(one)(text) for one in inside)
        and not any(compile_pattern(one)(text) for one in outside)
    ]
    if wanted:
        assert found is not None
        assert len(found) == len(wanted[0])
    if found is not None:
        assert all(compile_pattern(one)(found) for one in inside)
        assert not any(compile_pattern(one)(found) for one in outside)


@LAW
@given(st.lists(st.text("ab*?", max_size=3), max_size=3))
def test_every_combination_that_a_text_shows_is_found(written: list[str]) -> None:
    kinds = kinds_of_text(EVERYTHING, list(map(wildcard, written)), Budget(100_000))
    tests = list(map(compile_pattern, written))
    assert {tuple(fits(text) for fits in tests) for text in TEXTS} <= set(kinds)
    assert all(tuple(fits(text) for fits in tests) == covered for covered, text in kinds.items())


@pytest.mark.parametrize(
    ("wider", "narrower", "expected"),
    [
        ("*", "", True),
        ("a*", "a", True),
        ("a*", "*a", False),
        ("s3:*", "s3:Get*", True),
        ("s3:Get*", "s3:*", False),
        ("?*", "??", True),
        ("?*", "*", False),
        ("*a*b*", "*ab*", True),
        ("arn:aws:s3:::photos/*", "arn:aws:s3:::photos*", False),
        ("arn:aws:s3:::photos*", "arn:aws:s3:::photos/*", True),
        ("*?", "?*", True),
    ],
)
def test_one_pattern_contains_another(wider: str, narrower: str, expected: bool) -> None:
    assert contains(wider, narrower) is expected


def test_wildcards_of_an_arn_stay_in_their_field() -> None:
    fields = [parts_of(field) for field in ("arn", "aws", "s*", "", "?", "*")]
    pattern = arn_fields(fields)
    assert pattern.covers("arn:aws:sqs::1:queue:a")
    assert not pattern.covers("arn:aws:s:q::1:queue")
    assert not pattern.covers("arn:aws:sqs::12:queue")


def test_case_is_ignored_letter_by_letter() -> None:
    assert ignoring_case("aB-1").covers("Ab-1")
    assert not ignoring_case("ab").covers("a")
    assert shortest_text([ignoring_case("Ab")], [literal("ab"), literal("AB")]) in {"aB", "Ab"}


def test_a_hostile_pattern_ends_in_an_error_not_in_waiting() -> None:
    hostile = [wildcard(f"*{letter}" + "?" * 40) for letter in "ab"]
    with pytest.raises(WorkLimitError):
        kinds_of_text(EVERYTHING, hostile, Budget(20_000))
