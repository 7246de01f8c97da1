"""The action index finds exactly the statements that a look at each one finds."""

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import Json, policy

from .strategies import ACTIONS, LAW, statements


@LAW
@given(
    written=st.lists(statements(), min_size=1, max_size=6),
    action=st.sampled_from([*ACTIONS, "sqs:SendMessage"]),
)
def test_the_index_agrees_with_looking_at_every_statement(written: list[Json], action: str) -> None:
    document = policy(*written).document
    denies, allows = document.actions.about(action.lower())
    covering = [each for each in document.statements if each.action.covers(action.lower())]
    assert {each.index for each in (*denies, *allows)} == {each.index for each in covering}
    assert {each.effect.value for each in denies} <= {"Deny"}
    assert {each.effect.value for each in allows} <= {"Allow"}
    assert document.actions.about(action.lower()) == (denies, allows)
