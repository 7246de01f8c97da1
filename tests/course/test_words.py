"""Words and answers are understood in both languages and in any input mode."""

import pytest

from tutor.course.run.words import KOREAN, Word, as_choice, as_word


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        *KOREAN.items(),
        *((word.value, word) for word in Word),
        ("HINT", Word.HINT),
        ("  next ", Word.NEXT),
        ("ｎｅｘｔ", Word.NEXT),
        ("ㅗㅑㅜㅅ", Word.HINT),
        ("ㅜㄷㅌㅅ", Word.NEXT),
        ("ㅕㅜㅇㅐ", Word.UNDO),
        ("되돌리기", Word.UNDO),
    ],
)
def test_a_word_of_the_course(typed: str, word: Word) -> None:
    assert as_word(typed) is word


@pytest.mark.parametrize("typed", ["aws s3 ls", "n", "힌", "hints", "hint me", "1", ""])
def test_what_is_no_word(typed: str) -> None:
    assert as_word(typed) is None


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("1", ("a",)),
        ("３", ("c",)),
        (" 2 ", ("b",)),
        ("b", ("b",)),
        ("B", ("b",)),
        ("ㅠ", ("b",)),
        ("13", ("a", "c")),
        ("3 1", ("a", "c")),
        ("1, 3", ("a", "c")),
        ("ㅁ ㅊ", ("a", "c")),
        ("4", ()),
        ("14", ()),
        ("aws s3 ls", None),
        ("", None),
    ],
)
def test_an_answer(typed: str, picked: tuple[str, ...] | None) -> None:
    assert as_choice(typed, ["a", "b", "c"], several=True) == picked


def test_only_one_where_only_one_may_be_picked() -> None:
    assert as_choice("1", ["a", "b"], several=False) == ("a",)
    assert as_choice("12", ["a", "b"], several=False) == ()
