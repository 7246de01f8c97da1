"""The truth table of `spec/iam-facts.md` 4.3; ids are its row numbers."""

import json
from dataclasses import replace

import pytest

from tutor.policy import (
    AttachedPolicy,
    Context,
    ContextValue,
    Outcome,
    PolicyError,
    PolicySet,
    decide,
    parse_policy,
)
from tutor.policy.context import ContextSource

from .builders import policy, request, statement, text

KEY = "aws:Tested"
LONG_AGO = "2026-01-01T00:00:00Z"
DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/"
SESSION_ARN = "arn:aws:sts::111122223333:assumed-role/app/s1"
MFA = "aws:MultiFactorAuthPresent"
ABSENT = Context()


def single(value: str, key: str = KEY) -> Context:
    return Context({key.lower(): ContextValue((value,))})


def several(*values: str, key: str = KEY) -> Context:
    return Context({key.lower(): ContextValue(values, multivalued=True)})


def both(*contexts: Context) -> Context:
    return Context({key: value for context in contexts for key, value in context.entries.items()})


def holds(conditions: dict[str, dict[str, object]], context: Context, version: str = "2012-10-17") -> bool:
    """Whether an Allow with these conditions lets the request through."""
    allow = policy(statement(Condition=conditions), version=version)
    asked = replace(request(), context=context)
    return decide(asked, PolicySet(identity=(allow,))).outcome is Outcome.ALLOWED


ROWS: list[tuple[int | str, str, object, Context, bool]] = [
    (1, "StringEquals", "a", single("a"), True),
    (2, "StringEquals", "a", single("A"), False),
    (3, "StringEquals", "a*", single("ab"), False),
    (4, "StringEquals", ["a", "b"], single("b"), True),
    (5, "StringEquals", "a", ABSENT, False),
    (6, "StringEquals", 10, single("10"), True),
    (7, "StringNotEquals", "a", single("b"), True),
    (8, "StringNotEquals", ["a", "b"], single("b"), False),
    (9, "StringNotEquals", ["a", "b"], single("c"), True),
    (10, "StringNotEquals", "a", ABSENT, True),
    (11, "StringEqualsIgnoreCase", "PreProd", single("preprod"), True),
    (12, "StringNotEqualsIgnoreCase", "a", single("A"), False),
    (13, "StringLike", "home/*", single("home/x/y"), True),
    (14, "StringLike", "a*", single("a"), True),
    (15, "StringLike", "a?c", single("abc"), True),
    (16, "StringLike", "a?c", single("ac"), False),
    (17, "StringLike", "abc", single("abcd"), False),
    (18, "StringLike", "A*", single("abc"), False),
    (19, "StringLike", "", single(""), True),
    (20, "StringLike", "*", ABSENT, False),
    (21, "StringNotLike", "*", ABSENT, True),
    (22, "StringNotLike", ["a*", "b*"], single("bx"), False),
    (23, "StringLike", "${*}", single("*"), True),
    (24, "StringLike", "${*}", single("x"), False),
    (25, "StringLike", "a${?}", single("ab"), False),
    (26, "StringEquals", "${aws:username}", both(single("alice"), single("alice", "aws:username")), True),
    (27, "StringEquals", "${aws:username}", single("alice"), False),
    (28, "StringNotEquals", "${aws:PrincipalTag/team}", single("x"), True),
    (29, "StringEquals", "${aws:PrincipalTag/team, 'none'}", single("none"), True),
    (31, "StringLikeIfExists", "t2.*", ABSENT, True),
    (32, "StringLikeIfExists", "t2.*", single("m5.large"), False),
    (33, "StringNotEqualsIfExists", "a", ABSENT, True),
    (34, "NumericLessThanEquals", "10", single("10"), True),
    (35, "NumericLessThanEquals", "10", single("11"), False),
    (36, "NumericLessThan", "3600", ABSENT, False),
    (37, "NumericEquals", "10.0", single("10"), True),
    (38, "NumericNotEquals", "5", ABSENT, True),
    (39, "NumericGreaterThan", ["5", "50"], single("20"), True),
    (40, "NumericLessThanIfExists", "5", ABSENT, True),
    (41, "NumericEquals", "abc", single("5"), False),
    (42, "DateLessThan", LONG_AGO, single("2025-12-31T23:59:59Z"), True),
    (43, "DateLessThan", LONG_AGO, single(LONG_AGO), False),
    (44, "DateLessThanEquals", LONG_AGO, single(LONG_AGO), True),
    (45, "DateGreaterThan", "1767225600", single("2026-01-01T00:00:01Z"), True),
    (46, "DateEquals", "2026-01-01", single(LONG_AGO), True),
    (47, "DateGreaterThan", "2026-01-01T01:00:00+01:00", single("2026-01-01T00:00:01Z"), True),
    (48, "DateNotEquals", LONG_AGO, ABSENT, True),
    (50, "DateLessThan", LONG_AGO, ABSENT, False),
    (51, "Bool", "true", single("true"), True),
    (52, "Bool", "true", ABSENT, False),
    (53, "Bool", "false", ABSENT, False),
    (54, "BoolIfExists", "false", ABSENT, True),
    (55, "BoolIfExists", "true", ABSENT, True),
    (56, "Bool", "true", single("false"), False),
    (57, "Bool", "True", single("true"), True),
    (58, "Null", "true", ABSENT, True),
    (59, "Null", "true", single("a"), False),
    (60, "Null", "false", single("a"), True),
    (61, "Null", "false", ABSENT, False),
    (62, "Null", "false", single("false"), True),
    (63, "Null", "false", several(), False),
    (64, "BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", single("QmluYXJ5VmFsdWVJbkJhc2U2NA=="), True),
    (65, "BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", single("QmluYXI="), False),
    ("65-missing", "BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", ABSENT, False),
    (66, "IpAddress", "203.0.113.0/24", single("203.0.113.1"), True),
    (67, "IpAddress", "203.0.113.0/24", single("198.51.100.1"), False),
    (68, "IpAddress", "203.0.113.7", single("203.0.113.7"), True),
    (69, "IpAddress", "203.0.113.7", single("203.0.113.8"), False),
    (70, "IpAddress", ["203.0.113.0/24", "2001:DB8:1234:5678::/64"], single("2001:db8:1234:5678::9"), True),
    (71, "IpAddress", "203.0.113.0/24", single("2001:db8::1"), False),
    (72, "IpAddress", "0.0.0.0/0", single("2001:db8::1"), False),
    (73, "IpAddress", "203.0.113.0/24", ABSENT, False),
    (74, "NotIpAddress", "203.0.113.0/24", ABSENT, True),
    (75, "NotIpAddress", ["192.0.2.0/24", "203.0.113.0/24"], single("203.0.113.5"), False),
    (76, "NotIpAddress", "192.0.2.0/24", single("2001:db8::1"), True),
    (77, "ArnLike", "arn:aws:iam::111122223333:role/*", single("arn:aws:iam::111122223333:role/a/b/R"), True),
    (78, "ArnEquals", "arn:aws:iam::*:role/Dev?", single("arn:aws:iam::111122223333:role/Dev1"), True),
    (
        79,
        "ArnLike",
        "arn:aws:s:*:111122223333:f/*",
        single("arn:aws:s:us-east-2:999999999999:st/abc:111122223333:f/d"),
        False,
    ),
    (
        80,
        "StringLike",
        "arn:aws:s:*:111122223333:f/*",
        single("arn:aws:s:us-east-2:999999999999:st/abc:111122223333:f/d"),
        True,
    ),
    (81, "ArnEquals", SESSION_ARN, single("arn:aws:iam::111122223333:role/app"), False),
    (
        82,
        "ArnLike",
        "arn:aws:iam::*:user/${aws:username}",
        both(single("arn:aws:iam::111122223333:user/alice"), single("alice", "aws:username")),
        True,
    ),
    (83, "ArnNotLike", "arn:aws:iam::*:user/x", ABSENT, True),
    (84, "ArnLike", "*", single("arn:aws:iam::111122223333:user/alice"), False),
    (85, "ForAllValues:StringEquals", ["env", "cost"], several("env"), True),
    (86, "ForAllValues:StringEquals", ["env", "cost"], several("env", "dept"), False),
    (87, "ForAllValues:StringEquals", ["env", "cost"], ABSENT, True),
    ("87-empty", "ForAllValues:StringEquals", ["env", "cost"], several(), True),
    (89, "ForAnyValue:StringEquals", ["env", "cost"], several("env", "dept"), True),
    (90, "ForAnyValue:StringEquals", ["env", "cost"], several("dept"), False),
    (91, "ForAnyValue:StringEquals", ["env", "cost"], ABSENT, False),
    ("91-empty", "ForAnyValue:StringEquals", ["env", "cost"], several(), False),
    (92, "ForAnyValue:StringEquals", "environment", several("Environment"), False),
    (93, "ForAllValues:StringNotEquals", ["a"], several("b", "c"), True),
    (94, "ForAllValues:StringNotEquals", ["a"], several("a", "b"), False),
    (95, "ForAllValues:StringNotEquals", ["a"], ABSENT, True),
    (96, "ForAnyValue:StringNotEquals", ["a"], several("a", "b"), True),
    (97, "ForAnyValue:StringNotEquals", ["a"], several("a"), False),
    (98, "ForAnyValue:StringLike", ["o-1/r-1/ou-1/*"], several("o-1/r-1/ou-1/ou-2/"), True),
    (
        99,
        "ForAllValues:ArnLike",
        [f"{DISTRIBUTION}*"],
        several(f"{DISTRIBUTION}a", "arn:aws:cloudfront::999999999999:distribution/a"),
        False,
    ),
    (100, "StringEquals", "a", several("a", "b"), False),
    (106, "NumericLessThan", "${aws:x}", both(single("5"), single("9", "aws:x")), False),
    (107, "ForAnyValue:StringEqualsIfExists", "a", ABSENT, False),
]


@pytest.mark.parametrize(
    ("row", "operator", "value", "context", "expected"), ROWS, ids=[f"C{r[0]}" for r in ROWS]
)
def test_one_operator(row: object, operator: str, value: object, context: Context, expected: bool) -> None:
    assert holds({operator: {KEY: value}}, context) is expected


def test_c30_a_variable_is_literal_text_in_version_2008() -> None:
    context = both(single("alice"), single("alice", "aws:username"))
    assert not holds({"StringEquals": {KEY: "${aws:username}"}}, context, version="2008-10-17")
    assert holds({"StringEquals": {KEY: "${aws:username}"}}, single("${aws:username}"), version="2008-10-17")


def test_c49_a_date_with_a_wildcard_is_refused() -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(text(statement(Condition={"DateLessThan": {KEY: "2026-*"}})))
    assert (caught.value.message, caught.value.fault) == ("The policy failed legacy parsing", "date-value")


def test_c88_null_false_closes_the_gap_that_for_all_values_leaves() -> None:
    conditions: dict[str, dict[str, object]] = {
        "ForAllValues:StringEquals": {KEY: ["env", "cost"]},
        "Null": {KEY: "false"},
    }
    assert not holds(conditions, ABSENT)
    assert holds(conditions, several("env"))


def test_c101_key_names_ignore_case() -> None:
    assert holds({"StringEquals": {"AWS:UserName": "alice"}}, single("alice", "aws:username"))


def test_c102_tag_keys_ignore_case_too() -> None:
    assert holds({"StringEquals": {"aws:PrincipalTag/TEAM": "x"}}, single("x", "aws:PrincipalTag/team"))


def test_c103_operators_are_anded() -> None:
    assert not holds({"StringEquals": {KEY: "a"}, "StringLike": {KEY: "b*"}}, single("a"))


def test_c104_keys_under_one_operator_are_anded() -> None:
    context = both(single("a"), single("b", "aws:other"))
    assert not holds({"StringEquals": {KEY: "a", "aws:Other": "c"}}, context)
    assert holds({"StringEquals": {KEY: "a", "aws:Other": "b"}}, context)


def test_c105_no_condition_is_met() -> None:
    assert holds({}, ABSENT)


def test_an_arn_pattern_of_variables_alone_has_no_fields() -> None:
    context = both(single("arn:aws:iam::111122223333:user/a"), single("a", "aws:username"))
    assert not holds({"ArnLike": {KEY: "${aws:username}"}}, context)
    assert holds({"ArnNotLike": {KEY: "${aws:username}"}}, context)


MFA_IDIOMS = [
    ("Deny", "Bool", "false", (True, False, True)),
    ("Deny", "BoolIfExists", "false", (False, False, True)),
    ("Allow", "Bool", "true", (False, False, True)),
    ("Allow", "BoolIfExists", "true", (True, False, True)),
]
CREDENTIALS: list[dict[str, ContextSource]] = [{}, {MFA: "false"}, {MFA: "true"}]
"""A long-term key; temporary credentials without and with MFA."""


@pytest.mark.parametrize(("effect", "operator", "value", "allowed"), MFA_IDIOMS)
def test_the_four_mfa_idioms(effect: str, operator: str, value: str, allowed: tuple[bool, ...]) -> None:
    guarded = policy(statement(effect, Condition={operator: {MFA: value}}))
    others: tuple[AttachedPolicy, ...] = (policy(statement()),) if effect == "Deny" else ()
    policies = PolicySet(identity=(guarded, *others))
    assert tuple(decide(request(context=keys), policies).allowed for keys in CREDENTIALS) == allowed


@pytest.mark.parametrize("written", [10, 10.5, True, "x", [1, False, "y"]])
def test_numbers_and_booleans_may_be_unquoted(written: object) -> None:
    document = parse_policy(text(statement(Condition={"StringEquals": {KEY: written}})))
    values = written if isinstance(written, list) else [written]
    expected = [value if isinstance(value, str) else json.dumps(value) for value in values]
    assert [value.text for value in document.statements[0].conditions[0].values] == expected
