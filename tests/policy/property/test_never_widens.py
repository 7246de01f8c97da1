"""What can only limit never widens: a boundary, a session policy, an organization's policy."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.policy.builders import FEDERATED
from tutor.policy import AttachedPolicy, PolicyKind, PolicySet, Request, decide

from .strategies import LAW, policies, policy_sets, requests, with_more

LIMITS = [PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP, PolicyKind.RCP]


@LAW
@given(
    asked=requests,
    held=policy_sets,
    limit=st.sampled_from(LIMITS).flatmap(policies),
)
def test_a_first_limit_allows_nothing_that_was_refused(
    asked: Request, held: PolicySet, limit: AttachedPolicy
) -> None:
    kind = limit.document.kind
    assume(kind is not PolicyKind.BOUNDARY or held.boundary is None)
    # A federated session needs a session policy, and several count as their union.
    assume(kind is not PolicyKind.SESSION or (not held.session and asked.principal != FEDERATED))
    if not decide(asked, held).allowed:
        assert not decide(asked, with_more(held, limit)).allowed
