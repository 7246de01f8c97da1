"""How a console line becomes words."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.gateway.line import read_line
from tutor.gateway.notices import Refused


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("aws  iam\tlist-users", ("aws", "iam", "list-users")),
        ("aws 'a b' \"c d\" e\\ f", ("aws", "a b", "c d", "e f")),
        ("aws --x '' \"\"", ("aws", "--x", "", "")),
        ("aws a'b'\"c\"", ("aws", "abc")),
        ('aws "a\\"b\\\\c\\n"', ("aws", 'a"b\\c\\n')),
        ("aws 'a\\nb'", ("aws", "a\\nb")),
        ("aws iam \\\n  list-users", ("aws", "iam", "list-users")),
        ("aws iam list-users # all of them", ("aws", "iam", "list-users")),
        ("aws s3 ls s3://b#c", ("aws", "s3", "ls", "s3://b#c")),
        ("aws --query 'a|b && c > `1`'", ("aws", "--query", "a|b && c > `1`")),
        ('aws --d \'{"a": "${aws:username}"}\'', ("aws", "--d", '{"a": "${aws:username}"}')),
        ("# nothing", ()),
        ("", ()),
    ],
)
def test_words(line: str, words: tuple[str, ...]) -> None:
    assert read_line(line).words == words


def test_assignments_stand_in_front() -> None:
    command = read_line("A=1 B_2='x y' C= aws d=e")
    assert command.variables == {"A": "1", "B_2": "x y", "C": ""}
    assert command.words == ("aws", "d=e")


@pytest.mark.parametrize("sign", ["|", ";", "<", ">", "&", "`", "$("])
def test_what_only_a_shell_can_do_is_refused(sign: str) -> None:
    with pytest.raises(Refused) as refused:
        read_line(f"aws iam list-users {sign} x")
    assert refused.value.notice.values == {"sign": sign}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_what_a_shell_quotes_is_read_back(words: list[str]) -> None:
    assert read_line(" ".join(["aws", *map(shlex.quote, words)])).words == ("aws", *words)
