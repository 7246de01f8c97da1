"""What the editor offers at the cursor, `|` in the text."""

import time

import pytest

from tutor.app.editor_completion import Completer
from tutor.app.editor_place import place_at
from tutor.app.models.editor_completion import AccountNames, Proposals

NAMES = AccountNames(
    account_id="111111111111",
    accounts=("111111111111", "222222222222"),
    arns=(
        "arn:aws:s3:::moonrabbit-photos",
        "arn:aws:s3:::moonrabbit-photos/*",
        "arn:aws:s3:::moonrabbit-photos/album/cover.jpg",
        "arn:aws:iam::111111111111:user/noah",
    ),
    principals=("arn:aws:iam::111111111111:root", "arn:aws:iam::111111111111:user/noah"),
    providers=("arn:aws:iam::111111111111:oidc-provider/example.com",),
    users=("noah",),
    tag_keys=("team",),
)
COMPLETER = Completer()


def offered(marked: str, kind: str = "identity") -> Proposals:
    cursor = marked.index("|")
    return COMPLETER.proposals(marked.replace("|", "", 1), cursor, kind, NAMES, "en")


def taken(marked: str, choice: str, kind: str = "identity") -> str:
    """The text after one of the rows was taken, with `|` where the cursor then stands."""
    found = offered(marked, kind)
    row = next(row for row in found.rows if row.text == choice)
    end = found.start + len(row.written)
    text = found.text[: found.start] + row.written + found.text[found.end :]
    return f"{text[: end - row.back]}|{text[end - row.back :]}"


STATEMENT = '{"Version": "2012-10-17", "Statement": [{%s}]}'


@pytest.mark.parametrize(
    ("inside", "first"),
    [
        ('"Effect": "|"', ("Allow", "Deny")),
        ('"E|"', ("Effect",)),
        ('"Action": "s|', ("s3:", "sts:")),
        ('"Action": "s3:GetOb|"', ("s3:GetObject",)),
        ('"Action": ["s3:GetObject", "s3:listb|"]', ("s3:ListBucket",)),
        ('"Action": "putobj|"', ("s3:PutObject",)),
        ('"Action": "s3:GetObject", "Resource": "|"', ("arn:aws:s3:::moonrabbit-photos/*",)),
        ('"Resource": "|", "Action": "s3:ListBucket"', ("arn:aws:s3:::moonrabbit-photos", "arn:aws:s3:::*")),
        ('"Action": "iam:GetUser", "Resource": "|"', ("arn:aws:iam::111111111111:user/noah",)),
        ('"Condition": {"|"', ("StringEquals", "StringNotEquals")),
        ('"Condition": {"StringLikeI|"', ("StringLikeIfExists",)),
        ('"Condition": {"ForAny|"', ("ForAnyValue:StringEquals",)),
        ('"Condition": {"Bool": {"aws:Multi|"', ("aws:MultiFactorAuthPresent",)),
        ('"Action": "s3:ListBucket", "Condition": {"StringLike": {"s3:pre|"', ("s3:prefix",)),
        ('"Condition": {"StringEquals": {"aws:ResourceTag|"', ("aws:ResourceTag/team",)),
        ('"Condition": {"Bool": {"aws:SecureTransport": "|"', ("true", "false")),
        ('"Condition": {"StringEquals": {"aws:PrincipalAccount": "2|"', ("222222222222",)),
        ('"Resource": "arn:aws:s3:::home/${|"', ("${aws:username}",)),
    ],
)
def test_what_fits_stands_first(inside: str, first: tuple[str, ...]) -> None:
    rows = offered(STATEMENT % inside).rows
    assert tuple(row.text for row in rows[: len(first)]) == first


@pytest.mark.parametrize(
    ("inside", "kind", "first"),
    [
        ('"Pr|"', "trust", "Principal"),
        ('"Principal": {"|"', "trust", "AWS"),
        ('"Principal": {"AWS": "|"', "resource", "arn:aws:iam::111111111111:root"),
        ('"Principal": {"Service": "ec|"', "trust", "ec2.amazonaws.com"),
        ('"Principal": {"Federated": "|"', "trust", "arn:aws:iam::111111111111:oidc-provider/example.com"),
        ('"Principal": "|"', "resource", "*"),
    ],
)
def test_who_is_let_in_is_offered_where_it_belongs(inside: str, kind: str, first: str) -> None:
    assert offered(STATEMENT % inside, kind).rows[0].text == first


@pytest.mark.parametrize(
    "marked",
    [
        STATEMENT % '"Pr|"',
        STATEMENT % '"Effect": "Allow", "Eff|"',
        STATEMENT % '"Effect": | "Allow"',
        STATEMENT % '"Effect": "Allow|"',
        STATEMENT % '"Effect": "A|llow"',
        STATEMENT % '"Sid": "S|"',
        STATEMENT % '"Action": "nothing:Here|"',
        "|",
        "no json at all |",
    ],
)
def test_nothing_is_offered_where_nothing_fits(marked: str) -> None:
    assert offered(marked).rows == ()


@pytest.mark.parametrize(
    ("inside", "choice", "after"),
    [
        ('"Action": "s3:Get|', "s3:GetObject", '"Action": "s3:GetObject"|'),
        ('"Action": "s3:Get|Obj"', "s3:GetObject", '"Action": "s3:GetObject"|'),
        ('"Action": ["s3:Get|, "s3:Put"]', "s3:GetObject", '"Action": ["s3:GetObject"|, "s3:Put"]'),
        ('"Action": ["s3:Get|"s3:PutObject"]', "s3:GetObject", '"Action": ["s3:GetObject"|"s3:PutObject"]'),
        ('"Action": "s|"', "s3:", '"Action": "s3:|"'),
        ('"Ef|', "Effect", '"Effect": "|'),
        ('"Act|"', "Action", '"Action": |'),
        ('"Eff|": "Allow"', "Effect", '"Effect"|: "Allow"'),
        ('"Resource": "home/${aws:user|}/*"', "${aws:username}", '"Resource": "home/${aws:username}|/*"'),
    ],
)  # fmt: skip
def test_a_choice_takes_the_place_of_what_was_typed(inside: str, choice: str, after: str) -> None:
    assert taken(STATEMENT % inside, choice) == STATEMENT % after


def test_names_of_the_account_cannot_break_out_of_their_quotation_marks() -> None:
    hostile = 'arn:aws:s3:::b/a"\\[red]'
    names = AccountNames(arns=(hostile,))
    marked = STATEMENT % '"Action": "s3:GetObject", "Resource": "|"'
    found = COMPLETER.proposals(marked.replace("|", ""), marked.index("|"), "identity", names, "en")
    assert found.rows[0].written == r'arn:aws:s3:::b/a\"\\[red]"'


def test_a_variable_says_which_version_it_needs() -> None:
    inside = '{"Statement": {"Resource": "${|"}}'
    assert "2012-10-17" in offered(inside).rows[0].detail


def test_hostile_text_is_read_in_no_time() -> None:
    for text in ('"' * 10_000, "{" * 10_000, "[{" * 5_000, '"\\' * 5_000, "\u202e한글\x07" * 2_500):
        begin = time.process_time()
        place_at(text, len(text) // 2)
        assert time.process_time() - begin < 0.5
