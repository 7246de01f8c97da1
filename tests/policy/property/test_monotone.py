"""One more Allow takes nothing away, one more Deny gives nothing, in whatever policy they are written."""

import json
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.policy.builders import Json
from tutor.policy import AttachedPolicy, Outcome, PolicyKind, PolicySet, Request, decide, parse_policy

from .strategies import LAW, policy_sets, requests, statements

Policies = tuple[AttachedPolicy, ...]


def extended(held: PolicySet, effect: str, draw: st.DataObject) -> PolicySet:
    """The set with one more statement in one of its policies."""

    def longer(policy: AttachedPolicy) -> AttachedPolicy:
        kind = policy.document.kind
        document: Json = json.loads(policy.document.text)
        written = document["Statement"]
        assert isinstance(written, list)
        written.insert(draw.draw(st.integers(0, len(written))), draw.draw(statements(kind, effect)))
        return replace(policy, document=parse_policy(json.dumps(document), kind))

    def one(policies: Policies) -> Policies:
        assume(policies)
        place = draw.draw(st.integers(0, len(policies) - 1))
        return (*policies[:place], longer(policies[place]), *policies[place + 1 :])

    def in_a_level(levels: tuple[Policies, ...]) -> tuple[Policies, ...]:
        assume(levels)
        place = draw.draw(st.integers(0, len(levels) - 1))
        return (*levels[:place], one(levels[place]), *levels[place + 1 :])

    match draw.draw(st.sampled_from([kind for kind in PolicyKind if kind is not PolicyKind.TRUST])):
        case PolicyKind.IDENTITY:
            return replace(held, identity=one(held.identity))
        case PolicyKind.SESSION:
            return replace(held, session=one(held.session))
        case PolicyKind.BOUNDARY:
            assume(held.boundary)
            return replace(held, boundary=held.boundary and longer(held.boundary))
        case PolicyKind.SCP:
            return replace(held, service_control=in_a_level(held.service_control))
        case PolicyKind.RCP:
            return replace(held, resource_control=in_a_level(held.resource_control))
        case _:
            assume(held.resource)
            return replace(held, resource=held.resource and longer(held.resource))


@LAW
@given(asked=requests, held=policy_sets, draw=st.data())
def test_an_allow_never_takes_away(asked: Request, held: PolicySet, draw: st.DataObject) -> None:
    before, after = decide(asked, held), decide(asked, extended(held, "Allow", draw))
    assert after.allowed >= before.allowed
    assert (after.outcome is Outcome.EXPLICIT_DENY) is (before.outcome is Outcome.EXPLICIT_DENY)


@LAW
@given(asked=requests, held=policy_sets, draw=st.data())
def test_a_deny_never_gives(asked: Request, held: PolicySet, draw: st.DataObject) -> None:
    before, after = decide(asked, held), decide(asked, extended(held, "Deny", draw))
    assert after.allowed <= before.allowed
    if before.outcome is Outcome.EXPLICIT_DENY:
        assert after.outcome is Outcome.EXPLICIT_DENY
