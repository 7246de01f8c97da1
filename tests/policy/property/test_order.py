"""The order of statements, of policies and of keys in a document decides nothing."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import Json
from tutor.policy import AttachedPolicy, PolicySet, Request, decide, parse_policy

from .strategies import LAW, policy_sets, requests


def shuffled_policy(policy: AttachedPolicy, draw: st.DataObject) -> AttachedPolicy:
    document: Json = json.loads(policy.document.text)
    statements = document["Statement"]
    assert isinstance(statements, list)
    moved = [
        dict(draw.draw(st.permutations(list(statement.items()))))
        for statement in draw.draw(st.permutations(statements))
    ]
    text = json.dumps({"Statement": moved, "Version": document["Version"]})
    return replace(policy, document=parse_policy(text, policy.document.kind))


@LAW
@given(asked=requests, policies=policy_sets, draw=st.data())
def test_order_does_not_matter(asked: Request, policies: PolicySet, draw: st.DataObject) -> None:
    def shuffled(several: tuple[AttachedPolicy, ...]) -> tuple[AttachedPolicy, ...]:
        return tuple(shuffled_policy(each, draw) for each in draw.draw(st.permutations(several)))

    def alone(policy: AttachedPolicy | None) -> AttachedPolicy | None:
        return None if policy is None else shuffled_policy(policy, draw)

    moved = PolicySet(
        identity=shuffled(policies.identity),
        resource=alone(policies.resource),
        boundary=alone(policies.boundary),
        session=shuffled(policies.session),
        service_control=tuple(map(shuffled, policies.service_control)),
        resource_control=tuple(map(shuffled, policies.resource_control)),
    )
    one, other = decide(asked, policies), decide(asked, moved)
    assert (one.outcome, one.decided_by) == (other.outcome, other.decided_by)
