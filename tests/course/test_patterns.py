"""Laws of examples and shared texts of resource patterns."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.course.goals.patterns import covers, examples, is_pattern, shared

patterns = st.text("ab/*?", max_size=8)


@given(patterns)
def test_a_pattern_covers_its_examples(pattern: str) -> None:
    assert all(covers(pattern, example) for example in examples(pattern))


@given(patterns, patterns)
def test_what_two_patterns_share_is_covered_by_both(first: str, second: str) -> None:
    common = shared(first, second)
    if common is not None:
        assert covers(first, common)
        assert covers(second, common)


@given(patterns, patterns, st.text("ab/x", max_size=6))
def test_a_text_covered_by_both_shows_that_they_share_one(first: str, second: str, text: str) -> None:
    if covers(first, text) and covers(second, text):
        assert shared(first, second) is not None


@given(patterns, patterns)
def test_sharing_has_no_direction(first: str, second: str) -> None:
    assert (shared(first, second) is None) == (shared(second, first) is None)


@given(st.text("ab/", max_size=8))
def test_a_plain_text_is_its_own_example(text: str) -> None:
    assert not is_pattern(text)
    assert list(examples(text)) == [text]
