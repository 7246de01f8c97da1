"""What beginners paste and type, and what it was meant to be (shared/ui.md, Console)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.gateway.dubeolsik import keys_of
from tutor.gateway.typed import mend


@pytest.mark.parametrize(
    ("typed", "meant", "kinds"),
    [
        ("aws iam list-users", "aws iam list-users", set()),
        ("  aws iam list-users ", "aws iam list-users", set()),
        ("$ aws iam list-users", "aws iam list-users", {"prompt"}),
        ("$aws iam list-users", "aws iam list-users", {"prompt"}),
        ("ㅁㅈㄴ ㅑ므 ㅣㅑㄴㅅ-ㅕㄴㄷㄱㄴ", "aws iam list-users", {"hangul"}),
        (
            "ㅁㅈㄴ ㅑ므 ㅎㄷㅅ-ㅕㄴㄷㄱ --ㅕㄴㄷㄱ-ㅜ믇 ㅠㅐㅠ",
            "aws iam get-user --user-name bob",
            {"hangul"},
        ),
        ("ㅕㅜ애", "undo", {"hangul"}),
        ("aws iam ㅣㅑㄴㅅ-ㅕㄴㄷㄱㄴ", "aws iam list-users", {"hangul"}),
        ("ａｗｓ　ｉａｍ list-users", "aws iam list-users", {"full-width", "space"}),
        ("aws\u00a0iam\u00a0list-users", "aws iam list-users", {"space"}),
        ("aws iam list-users\u200b", "aws iam list-users", set()),
        ("aws iam create-user —user-name bob", "aws iam create-user --user-name bob", {"dash"}),
        ("aws iam create-user –-user-name=bob", "aws iam create-user --user-name=bob", {"dash"}),
        ("aws iam create‑user --user-name bob", "aws iam create-user --user-name bob", {"dash"}),
        ("aws iam create-user --user-name “bob”", 'aws iam create-user --user-name "bob"', {"quotes"}),
        ("aws iam get-user --query ‘User.Arn’", "aws iam get-user --query 'User.Arn'", {"quotes"}),
    ],
)
def test_what_was_meant(typed: str, meant: str, kinds: set[str]) -> None:
    line, fixes = mend(typed)
    assert line == meant
    assert {fix.kind for fix in fixes} == kinds


@pytest.mark.parametrize(
    "line",
    [
        "힌트",
        "다음",
        "되돌리기",
        "cat 사진.txt",
        "aws s3 cp 사진.jpg s3://moonrabbit-photos/",
        "aws iam create-user --user-name 보라",
        "aws iam tag-user --tags 'Key=팀,Value=“달토끼”'",
        "aws iam put-user-policy --policy-document '{“Version”: “2012-10-17”}'",
        "aws iam create-user --user-name a–b",
        "aws s3 cp - s3://b/k",
        "aws iam list-users --query 'Users[?UserName==`bob`]'",
        "",
    ],
)
def test_quoted_text_option_values_and_korean_words_stay_as_they_are(line: str) -> None:
    assert mend(line) == (line, ())


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=20))
def test_every_syllable_has_keys(text: str) -> None:
    assert keys_of(text).isascii()


@given(st.text(max_size=60))
def test_mending_twice_is_mending_once(text: str) -> None:
    once, _ = mend(text)
    assert mend(once)[0] == once


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40))
def test_plain_text_is_left_alone(text: str) -> None:
    line = "aws iam " + text
    assert mend(line) == (line, ())
