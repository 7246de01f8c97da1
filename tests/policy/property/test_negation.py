"""A negated operator is the opposite of its positive one; so are the two set operators of each other."""

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import policy, statement
from tutor.policy import Context, ContextValue
from tutor.policy.operators import NEGATED

from .strategies import LAW

KEY = "aws:Tested"
VALUES = [
    "a",
    "ab",
    "A",
    "5",
    "10",
    "2026-01-01T00:00:00Z",
    "203.0.113.7",
    "2001:db8::1",
    "arn:aws:iam::1:user/a",
]
PATTERNS = [*VALUES, "a*", "203.0.113.0/24", "arn:aws:iam::*:user/*"]
DATES = [value for value in VALUES if value.startswith("2026")]
PAIRS = st.sampled_from(sorted((negated, positive) for negated, positive in NEGATED.items()))


def holds(operator: str, values: list[str], context: Context) -> bool:
    written = statement(Condition={operator: {KEY: values}})
    (condition,) = policy(written).document.statements[0].conditions
    return condition.holds(context)


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    negated, positive = draw(PAIRS)
    known = DATES if "Date" in negated else PATTERNS
    return negated, positive, draw(st.lists(st.sampled_from(known), min_size=1, max_size=3))


@LAW
@given(question=questions(), value=st.sampled_from(VALUES))
def test_negated_is_not_positive_where_the_key_is_there(
    question: tuple[str, str, list[str]], value: str
) -> None:
    negated, positive, values = question
    context = Context({KEY.lower(): ContextValue((value,))})
    assert holds(negated, values, context) is not holds(positive, values, context)


@LAW
@given(question=questions(), carried=st.lists(st.sampled_from(VALUES), max_size=3))
def test_for_any_value_is_the_opposite_of_for_all_values_negated(
    question: tuple[str, str, list[str]], carried: list[str]
) -> None:
    negated, positive, values = question
    context = Context({KEY.lower(): ContextValue(tuple(carried), multivalued=True)})
    some = holds(f"ForAnyValue:{positive}", values, context)
    assert some is not holds(f"ForAllValues:{negated}", values, context)
