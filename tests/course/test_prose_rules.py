"""Rules for the prose: how long a page is, what follows an inserted name, which words are ruled out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.course import load_lesson
from tutor.course.gate.prose_rules import prose_faults, syllables, words

Edit = Callable[..., Path]


def codes(folder: Path) -> list[tuple[str, str, str]]:
    return [(fault.file.name, fault.code, fault.found) for fault in prose_faults(load_lesson(folder))]


def test_the_small_lesson_breaks_no_rule(edited: Edit) -> None:
    assert codes(edited()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`yuna`가 요청해요.", "`yuna`가"),
        ("`s3:GetObject`를 요청해요.", "`s3:GetObject`를"),
        ("**`yuna`**는 요청해요.", "`yuna`**는"),
        ("(`yuna`)와 요청해요.", "`yuna`)와"),
        ("{bucket}으로 가요.", "{bucket}으로"),
        ("`ls`라는 명령이에요.", "`ls`라는"),
    ],
)
def test_hangul_directly_after_an_inserted_name(edited: Edit, text: str, found: str) -> None:
    folder = edited(ko=("첫째 문은 이름을 묻고, 둘째 문은 허가를 물어요.", text))
    assert codes(folder) == [("ko.md", "particle", found)]


@pytest.mark.parametrize(
    "text", ["`yuna` 사용자가 요청해요.", "`aws s3 ls`, 그리고 `aws`.", "```\n`yuna`가\n```"]
)
def test_a_noun_between_is_right(edited: Edit, text: str) -> None:
    assert codes(edited(ko=("첫째 문은 이름을 묻고, 둘째 문은 허가를 물어요.", text))) == []


@pytest.mark.parametrize("word", ["그냥", "단순히", "당연히", "쉽게"])
def test_tone_in_korean(edited: Edit, word: str) -> None:
    folder = edited(ko=("첫째 문은 이름을 묻고", f"첫째 문은 {word} 이름을 묻고"))
    assert codes(folder) == [("ko.md", "tone", word)]


@pytest.mark.parametrize("word", ["just", "Simply", "obviously", "easily", "of course"])
def test_tone_in_english(edited: Edit, word: str) -> None:
    folder = edited(en=("The first door asks", f"{word} the first door asks"))
    assert codes(folder) == [("en.md", "tone", word)]


def test_a_word_in_code_has_no_tone(edited: Edit) -> None:
    assert codes(edited(en=("The first door asks", "`just` the first door adjusts"))) == []


def test_a_fault_points_at_the_word(edited: Edit) -> None:
    folder = edited(en=("The first door asks", "One line.\n\nThe first door just asks"))
    (fault,) = prose_faults(load_lesson(folder))
    line = (folder / "en.md").read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert line[fault.column - 1 :].startswith("just")


def test_a_page_has_a_limit(edited: Edit) -> None:
    long_english = " ".join(["door"] * 91)
    assert codes(edited(en=("The first door asks", f"{long_english} asks")))[0][1:] == (
        "page-too-long-en",
        "100",
    )
    long_korean = "문" * 221
    assert codes(edited(ko=("첫째 문은", long_korean)))[0][1] == "page-too-long-ko"


def test_code_blocks_are_not_counted() -> None:
    assert syllables("문을 열어요.\n```\n문 문 문\n```") == 5
    assert words("Ask `aws s3 ls` twice - now.\n```\na b c\n```") == 4
