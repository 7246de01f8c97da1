"""How a console line becomes words."""

import shlex
from contextlib import suppress

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


def test_only_bare_names_assign() -> None:
    assert read_line("'A'=1 aws").words == ("A=1", "aws")
    assert read_line("A=1 b A=2").words == ("b", "A=2")
    assert read_line("1A=2 aws").words == ("1A=2", "aws")


VARIABLES = {"NAME": "yuna", "TWO": "a  b", "EMPTY": "", "?": "255", "SIGNS": "|;<>&$(`'\""}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("$NAME ${NAME} \"$NAME\" '$NAME'", ("yuna", "yuna", "yuna", "$NAME")),
        ('user/$NAME/x "user/${NAME}s"', ("user/yuna/x", "user/yunas")),
        ('$TWO "$TWO" x$TWO', ("a", "b", "a  b", "xa", "b")),
        ('$EMPTY "$EMPTY" x', ("", "x")),
        ('$? \\$NAME "\\$NAME"', ("255", "$NAME", "$NAME")),
        ("$SIGNS", ("|;<>&$(`'\"",)),
        ('$ a$ "$ $" $/', ("$", "a$", "$ $", "$/")),
        ("export A=$TWO", ("export", "A=a  b")),
        ("tag Key=$TWO", ("tag", "Key=a", "b")),
    ],
)
def test_variables_are_filled_in_as_a_shell_does(line: str, words: tuple[str, ...]) -> None:
    assert read_line(line, VARIABLES).words == words


def test_a_value_that_is_assigned_stays_whole() -> None:
    assert read_line("A=$TWO aws", VARIABLES).variables == {"A": "a  b"}


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("|", "shell-pipe", {"sign": "|"}),
        ("||", "shell-list", {"sign": "||"}),
        (";", "shell-list", {"sign": ";"}),
        ("&&", "shell-list", {"sign": "&&"}),
        ("&", "shell-list", {"sign": "&"}),
        (">", "shell-output", {"sign": ">"}),
        (">>", "shell-output", {"sign": ">>"}),
        ("2>", "shell-output", {"sign": ">"}),
        ("<", "shell-input", {"sign": "<"}),
        ("`", "shell-substitution", {"sign": "`"}),
        ("$(", "shell-substitution", {"sign": "$("}),
        ('"`x`"', "shell-substitution", {"sign": "`"}),
        ('"$(x)"', "shell-substitution", {"sign": "$("}),
        ("~", "shell-home", {"sign": "~"}),
        ("~/x", "shell-home", {"sign": "~"}),
        ("$NAME", "no-variable", {"name": "NAME"}),
        ('"${NAME}"', "no-variable", {"name": "NAME"}),
        ('"${aws:username}"', "variable-form", {"text": "${aws:username}"}),
        ("${NAME:-x}", "variable-form", {"text": "${NAME:-x}"}),
        ("${NAME", "variable-form", {"text": "${NAME x"}),
        ("$1", "variable-form", {"text": "$1"}),
        ("$$", "variable-form", {"text": "$$"}),
        ("$'x'", "variable-form", {"text": "$'"}),
    ],
)
def test_what_only_a_shell_can_do_is_refused_each_in_its_own_words(
    text: str, kind: str, values: dict[str, str]
) -> None:
    with pytest.raises(Refused) as refused:
        read_line(f"aws iam list-users {text} x")
    assert (refused.value.notice.kind, refused.value.notice.values) == (kind, values)


def test_patterns_are_told_apart_from_signs_in_quotes() -> None:
    assert read_line("aws s3 cp *.txt 'b*' \"c?\" d? Users[].Arn").patterns == ("*.txt", "d?")


@given(st.text(st.sampled_from("$ab{}()'\"\\ =|~#`A_?*\n")))
def test_any_line_is_words_or_a_refusal(text: str) -> None:
    with suppress(Refused):
        assert all(isinstance(word, str) for word in read_line(text, VARIABLES).words)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_what_a_shell_quotes_is_read_back(words: list[str]) -> None:
    assert read_line(" ".join(["aws", *map(shlex.quote, words)])).words == ("aws", *words)
