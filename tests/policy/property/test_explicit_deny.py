"""A Deny that matches wins, wherever it stands and whatever else is there."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.policy.builders import ALICE, SESSION, policy, statement
from tutor.policy import DecidedBy, Effect, Outcome, PolicyKind, PolicySet, Request, Verdict, decide
from tutor.policy.special import under_resource_control

from .strategies import LAW, policy_sets, requests, with_more

KINDS = [kind for kind in PolicyKind if kind is not PolicyKind.TRUST]


@LAW
@given(
    asked=requests.filter(lambda asked: asked.principal in {ALICE, SESSION}),
    policies=policy_sets,
    kind=st.sampled_from(KINDS),
)
def test_explicit_deny_beats_everything(asked: Request, policies: PolicySet, kind: PolicyKind) -> None:
    assume(kind is not PolicyKind.RCP or under_resource_control(asked.action.lower()))
    principal = {"Principal": "*"} if kind in {PolicyKind.RESOURCE, PolicyKind.RCP} else {}
    deny = policy(statement("Deny", **principal), kind=kind)
    assert decide(asked, with_more(policies, deny)).outcome is Outcome.EXPLICIT_DENY


@LAW
@given(asked=requests, policies=policy_sets)
def test_what_is_allowed_matches_an_allow_and_no_binding_deny(asked: Request, policies: PolicySet) -> None:
    decision = decide(asked, policies)
    if not decision.allowed or decision.decided_by is DecidedBy.ROOT:
        return
    binding = [layer for layer in decision.trace.layers if layer.verdict is not Verdict.NOT_APPLICABLE]
    effects = {statement.effect for layer in binding for statement in layer.matched}
    assert effects == {Effect.ALLOW}
