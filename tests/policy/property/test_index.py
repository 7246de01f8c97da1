"""The action index finds exactly the statements that a look at each one finds."""

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import Json, policy
from tutor.policy import PolicySet
from tutor.policy.index import REMEMBERED_ACTIONS
from tutor.policy.views import view

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


def test_what_is_remembered_is_bounded() -> None:
    held = PolicySet(identity=(policy({"Effect": "Allow", "Action": "s3:A*", "Resource": "*"}),))
    for number in range(REMEMBERED_ACTIONS + 5):
        assert len(view(held, f"s3:a{number}").identity.allows) == 1
    assert 0 < len(held.views) <= REMEMBERED_ACTIONS
