"""A key takes one value for every way in which its conditions can fare together."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import policy, statement
from tests.policy.property.strategies import LAW
from tutor.policy import Context, ContextValue
from tutor.policy.compare.answer import DoubtKind
from tutor.policy.compare.budget import Budget
from tutor.policy.compare.keys import KeyUse, KeyValues, key_values
from tutor.policy.compare.points import (
    OutOfRangeError,
    addresses_around,
    dates_around,
    numbers_around,
)
from tutor.policy.vocabulary import read_operator

KEY = "s3:prefix"
Written = tuple[str, list[str]]


def uses(*conditions: Written) -> list[KeyUse]:
    """Conditions on the key, each by operator and values."""
    found = []
    for operator, values in conditions:
        document = policy(statement(Condition={operator: {KEY: values}})).document
        name = read_operator(operator)
        assert name is not None
        found.append(KeyUse(document.statements[0].conditions[0], name, document.statements[0].variables))
    return found


def values(*conditions: Written) -> KeyValues:
    return key_values(KEY, uses(*conditions), (), Context(), Budget(100_000))


def fares(conditions: list[KeyUse], value: ContextValue | None) -> tuple[bool, ...]:
    context = Context({} if value is None else {KEY: value})
    return tuple(use.condition.holds(context) for use in conditions)


def one_of_family(operators: list[str], texts: st.SearchStrategy[str]) -> st.SearchStrategy[Written]:
    modified = [f"{operator}{suffix}" for operator in operators for suffix in ("", "IfExists")]
    listed = st.lists(texts, min_size=1, max_size=2, unique=True)
    return st.tuples(st.sampled_from([*modified, "Null"]), listed).map(
        lambda pair: ("Null", ["true"]) if pair[0] == "Null" else pair
    )


ALPHABET = "aAbx"
SINGLE = [
    None,
    *(ContextValue(("".join(letters),)) for size in range(4) for letters in product(ALPHABET, repeat=size)),
]
TEXT = ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase"]
NUMBERS = ["NumericEquals", "NumericLessThan", "NumericGreaterThanEquals", "NumericNotEquals"]


@LAW
@given(st.lists(one_of_family(TEXT, st.text("aAb*?", max_size=3)), min_size=1, max_size=3))
def test_texts(conditions: list[Written]) -> None:
    used = uses(*conditions)
    found = values(*conditions)
    assert {fares(used, each) for each in SINGLE} <= {fares(used, each) for each in found.options}
    assert found.doubt is None


@LAW
@given(st.lists(one_of_family(NUMBERS, st.integers(-3, 3).map(str)), min_size=1, max_size=3))
def test_numbers(conditions: list[Written]) -> None:
    used = uses(*conditions)
    shown = [None, *(ContextValue((str(tenth / 10),)) for tenth in range(-50, 51, 5))]
    found = {fares(used, each) for each in values(*conditions).options}
    assert {fares(used, each) for each in shown} <= found


SETS = [f"{over}:{operator}" for over in ("ForAllValues", "ForAnyValue") for operator in TEXT[:4]]


@LAW
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*SETS, "StringEquals"]),
            st.lists(st.text("ab*", max_size=2), min_size=1, max_size=2),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_sets(conditions: list[Written]) -> None:
    used = uses(*conditions)
    texts = ["", "a", "b", "x", "ab", "*"]
    shown: list[ContextValue | None] = [
        ContextValue(tuple(chosen), True) for size in range(4) for chosen in product(texts, repeat=size)
    ]
    if "StringEquals" in {operator for operator, _ in conditions}:
        shown += [ContextValue((text,)) for text in texts]
    found = {fares(used, each) for each in values(*conditions).options}
    assert {fares(used, each) for each in [None, *shown]} <= found


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([("Bool", ["true"])], {None, "true"}),
        ([("Bool", ["true"]), ("Bool", ["false"])], {None, "true", "false"}),
        ([("Null", ["true"])], {None, "example"}),
        ([("NumericLessThan", ["10"])], {None, "9"}),
        ([("StringLike", ["home/*"])], {None, "home/example"}),
        ([("IpAddress", ["10.0.0.0/8"])], {None, "10.0.0.1"}),
        ([("DateGreaterThan", ["2026-01-01T00:00:00Z"])], {None, "2026-01-01T00:00:01Z"}),
        ([("BinaryEquals", ["QQ=="])], {None, "QQ=="}),
        (
            [("ArnLike", ["arn:aws:iam::*:role/?"]), ("Null", ["false"])],
            {None, "arn:aws:iam::example:role/x", "arn:aws:s3:::example"},
        ),
    ],
)
def test_values_read_like_real_ones(conditions: list[Written], expected: set[str | None]) -> None:
    options = values(*conditions).options
    assert {None if each is None else each.values[0] for each in options} == expected


def test_operators_of_different_families_leave_a_doubt() -> None:
    assert values(("StringLike", ["1*"]), ("NumericLessThan", ["12"])).doubt is DoubtKind.MIXED_KEY
    assert values(("StringLike", ["t*"]), ("Bool", ["true"])).doubt is None


def test_variables_in_values_are_filled() -> None:
    context = Context.of({"aws:username": "yuna"})
    options = key_values(
        KEY, uses(("StringLike", ["${aws:username}/*"])), (), context, Budget(10_000)
    ).options
    assert ContextValue(("yuna/example",)) in options


def test_numbers_lie_on_and_between_limits() -> None:
    assert numbers_around(["10", "10.5", "x"]) == ["9", "10", "10.25", "10.5", "11.5"]
    assert numbers_around([]) == ["0"]


def test_dates_lie_on_and_between_limits() -> None:
    assert dates_around(["2026-01-01", "1767225601"]) == [
        "2025-12-31T23:59:59Z",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.500000000Z",
        "2026-01-01T00:00:01Z",
        "2026-01-01T00:00:02Z",
    ]
    with pytest.raises(OutOfRangeError):
        dates_around(["250000-01-01"])


def test_addresses_lie_in_every_stretch_of_both_families() -> None:
    assert addresses_around(["10.0.0.0/8", "10.1.0.0/16", "nonsense"]) == [
        "0.0.0.1",
        "10.0.0.1",
        "10.1.0.1",
        "10.2.0.1",
        "198.51.100.1",
        "2001:db8::1",
    ]
    assert addresses_around(["255.255.255.255"])[1] == "255.255.255.255"
