"""NotAction, NotResource and NotPrincipal cover exactly what Action, Resource and Principal do not."""

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import ALICE, HOME, SERVICE, policy, statement
from tutor.policy import Outcome, PolicyKind, PolicySet, Request, decide

from .strategies import ACTION_PATTERNS, LAW, RESOURCE_PATTERNS, requests

ACCOUNT = f"arn:aws:iam::{HOME}:root"
actions = st.lists(st.sampled_from(ACTION_PATTERNS), min_size=1, max_size=3)
resources = st.lists(st.sampled_from(RESOURCE_PATTERNS), min_size=1, max_size=3)


def denied(asked: Request, **elements: object) -> bool:
    """Whether a policy with one such Deny, of a kind that binds every caller, denies."""
    elements = {"action": None, "resource": None, "Principal": "*", **elements}
    policies = PolicySet(resource=policy(statement("Deny", **elements), kind=PolicyKind.RESOURCE))
    return decide(asked, policies).outcome is Outcome.EXPLICIT_DENY


askable = requests.filter(lambda asked: asked.principal in {ALICE, SERVICE})


@LAW
@given(asked=askable, listed=actions, on=resources)
def test_not_action(asked: Request, listed: list[str], on: list[str]) -> None:
    covered = denied(asked, action=listed, resource="*")
    assert denied(asked, NotAction=listed, resource="*") is not covered
    both = denied(asked, action=listed, resource=on) or denied(asked, NotAction=listed, resource=on)
    assert both is denied(asked, action="*", resource=on)


@LAW
@given(asked=askable, listed=resources)
def test_not_resource(asked: Request, listed: list[str]) -> None:
    covered = denied(asked, action="*", resource=listed)
    assert denied(asked, action="*", NotResource=listed) is not covered


@LAW
@given(
    asked=askable,
    listed=st.sampled_from([{"AWS": [ALICE.arn, ACCOUNT]}, {"AWS": "*"}, {"Service": SERVICE.arn}]),
)
def test_not_principal_where_every_name_of_the_caller_is_listed(
    asked: Request, listed: dict[str, object]
) -> None:
    named = denied(asked, action="*", Principal=listed)
    assert denied(asked, action="*", Principal=None, NotPrincipal=listed) is not named
