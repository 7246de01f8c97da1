"""One more Allow takes nothing away."""

from hypothesis import given

from tests.policy.builders import Json, policy
from tutor.policy import PolicySet, Request, decide

from .strategies import LAW, policy_sets, requests, statements, with_more


@LAW
@given(asked=requests, policies=policy_sets, more=statements(effect="Allow"))
def test_an_identity_policy_that_allows_never_removes(
    asked: Request, policies: PolicySet, more: Json
) -> None:
    if decide(asked, policies).allowed:
        assert decide(asked, with_more(policies, policy(more))).allowed
