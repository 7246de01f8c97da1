"""Every fault of a document's text has a name, a place, and a caret under it."""

import pytest

from tutor.policy import PolicyError, Position, parse_policy

FAULTS = [
    ("", "empty", (1, 1), "", "{"),
    (" \n ", "empty", (1, 1), "", "{"),
    ('{ {"Version": "2012-10-17"} }', "extra-opening-brace", (1, 3), "{", '"'),
    ('{"a": 1}}', "extra-closing-brace", (1, 9), "}", ""),
    ('{"a": 1} {"b": 2}', "text-after-end", (1, 10), "{", ""),
    ('{"a": 1,}', "trailing-comma", (1, 8), ",", "}"),
    ('{"a": [1,\n ]}', "trailing-comma", (1, 9), ",", "]"),
    ('{"a": 1,, "b": 2}', "extra-comma", (1, 9), ",", ""),
    ('{"a": 1\n "b": 2}', "missing-comma", (1, 8), "", ", | }"),
    ('{"a": ["x" "y"]}', "missing-comma", (1, 11), "", ", | ]"),
    ('{"a" 1}', "missing-colon", (1, 5), "", ":"),
    ('{"a" "b"}', "missing-colon", (1, 5), "", ":"),
    ('{"a"}', "missing-colon", (1, 5), "", ":"),
    ('{"a": }', "missing-value", (1, 7), "}", "value"),
    ('{"a": [1}', "mismatched-bracket", (1, 9), "}", "]"),
    ('{"a": [1', "unclosed", (1, 9), "", "]}"),
    ('{"a": {"}": 1}', "unclosed", (1, 15), "", "}"),
    ('{"a":', "unclosed", (1, 6), "", "value"),
    ('{"a": "b\n}', "unclosed-string", (1, 7), '"b', '"'),
    ('{"a', "unclosed-string", (1, 2), '"a', '"'),
    ('{"a": "b\tc"}', "control-character", (1, 9), "\t", "\\t"),
    ('{"a": "b\\qc"}', "bad-escape", (1, 9), "\\q", "\\\\"),
    ('{"a": "\\u12"}', "bad-escape", (1, 8), "\\u", "\\\\"),
    ('{"a": 01}', "bad-number", (1, 7), "01", ""),
    ('{"a": -}', "bad-number", (1, 7), "-", ""),
    ('{"a": 1.}', "bad-number", (1, 7), "1.", ""),
    ('{"a": 1e}', "bad-number", (1, 7), "1e", ""),
    ("{a: 1}", "missing-quotes", (1, 2), "a", '"a"'),
    ('{"a": Allow}', "missing-quotes", (1, 7), "Allow", '"Allow"'),
    ('{"a": True}', "wrong-literal", (1, 7), "True", "true"),
    ('{"a": None}', "wrong-literal", (1, 7), "None", "null"),
    ("{'a': 1}", "single-quote", (1, 2), "'", '"'),
    ("{“a”: 1}", "curly-quote", (1, 2), "“", '"'),
    ('{"a"： 1}', "full-width", (1, 5), "：", ":"),
    ('{"a": 1， "b": 2}', "full-width", (1, 8), "，", ","),
    ("\ufeff{}", "invisible-character", (1, 1), "\ufeff", "{"),
    ('{"a":\u00a01}', "invisible-character", (1, 6), "\u00a0", "value"),
    ('{\n  // note\n  "a": 1}', "comment", (2, 3), "// note", '"'),
    ('{"a": 1 # note\n}', "comment", (1, 9), "# note", ", | }"),
    ('{"a": 1;}', "unexpected-character", (1, 8), ";", ", | }"),
    ('{"a": 1, "a": 2}', "duplicate-key", (1, 10), '"a"', ""),
    ("[" * 33, "too-deep", (1, 33), "[", ""),
]


@pytest.mark.parametrize(("text", "fault", "place", "found", "expected"), FAULTS)
def test_faults_of_json(text: str, fault: str, place: tuple[int, int], found: str, expected: str) -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(text)
    error = caught.value
    assert (error.fault, error.position) == (fault, Position(*place))
    assert (error.found, error.expected) == (found, expected)


CARETS = [
    ('{"a": 1,}', '{"a": 1,}\n       ^'),
    ('{\r\n\t"a": True\r\n}', '\t"a": True\n\t     ^'),
    ('{"그룹": 1,}', '{"그룹": 1,}\n          ^'),
    ('{"e\u0301": 1,}', '{"e\u0301": 1,}\n       ^'),
]


@pytest.mark.parametrize(("text", "drawn"), CARETS)
def test_the_caret_stands_under_the_fault_in_cells(text: str, drawn: str) -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(text)
    assert caught.value.caret() == drawn


def test_a_fault_of_meaning_points_at_the_value_and_names_the_nearest() -> None:
    text = '{\n  "Version": "2012-10-17",\n  "Statment": []\n}'
    with pytest.raises(PolicyError) as caught:
        parse_policy(text)
    error = caught.value
    assert (error.fault, error.position, error.end) == ("unknown-element", Position(3, 3), Position(3, 13))
    assert (error.found, error.expected, error.line_text) == ('"Statment"', '"Statement"', '  "Statment": []')


def test_the_sample_with_a_doubled_outer_brace_fails_at_line_1_column_3() -> None:
    sample = '{ { "Version": "2012-10-17", "Statement": [] } }'
    with pytest.raises(PolicyError) as caught:
        parse_policy(sample)
    assert caught.value.message == "Syntax errors in policy."
    assert caught.value.position == Position(1, 3)


def test_escapes_and_numbers_are_read_as_json_reads_them() -> None:
    text = (
        '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:\\u002a", '
        '"Resource": "*", "Condition": {"StringEquals": {"a": [1.50e+3, -0, "\\"\\\\\\/\\n"]}}}}'
    )
    (statement,) = parse_policy(text).statements
    assert statement.action.values[0].text == "s3:*"
    assert [value.text for value in statement.conditions[0].values] == ["1.50e+3", "-0", '"\\/\n']
