"""What is typed behind a line whose beginning a step gave."""

import pytest

from tutor.gateway.begun import without_beginning

BEGUN = "aws iam attach-user-policy --user-name sender --policy-arn "


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("arn:aws:iam::111111111111:policy/Send", BEGUN + "arn:aws:iam::111111111111:policy/Send"),
        ("cat outside.json", "cat outside.json"),
        ("ㅊㅁㅅ", "ㅊㅁㅅ"),
        ("aws iam list-users --max-items 3", "aws iam list-users --max-items 3"),
        (BEGUN + "arn:x", BEGUN + "arn:x"),
        ("--policy-arn arn:x", BEGUN + "arn:x"),
        ("sender --policy-arn arn:x", BEGUN + "arn:x"),
        ("hint", "hint"),
        ("", BEGUN),
    ],
)
def test_a_whole_other_line_takes_the_place_of_the_beginning(typed: str, meant: str) -> None:
    assert without_beginning(BEGUN, BEGUN + typed, lambda rest: rest == "hint").strip() == meant.strip()


def test_half_a_word_is_typed_on_and_another_line_is_another() -> None:
    half = "aws s3 ls s3://moonrabbit-photos --rec"
    assert without_beginning(half, half + "ursive") == half + "ursive"
    assert without_beginning(half, half + "aws s3 ls") == "aws s3 ls"
    assert without_beginning(half, "aws s3 ls") == "aws s3 ls"
    assert without_beginning("", "aws s3 ls") == "aws s3 ls"
