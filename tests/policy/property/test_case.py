"""The case of actions, of condition keys and of variables decides nothing."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import Json
from tutor.policy import AttachedPolicy, Context, PolicySet, Request, decide, parse_policy

from .strategies import LAW, policy_sets, requests

CASES = st.sampled_from([str.lower, str.upper, str.swapcase])


def recased(policy: AttachedPolicy, draw: st.DataObject) -> AttachedPolicy:
    """The policy with its actions, condition keys and variables in another case."""
    document: Json = json.loads(policy.document.text)
    change = draw.draw(CASES)
    statements = document["Statement"]
    assert isinstance(statements, list)
    for statement in statements:
        for element in ("Action", "NotAction"):
            if element in statement:
                statement[element] = [change(action) for action in statement[element]]
        statement["Condition"] = {
            operator: {change(key): values for key, values in block.items()}
            for operator, block in statement.get("Condition", {}).items()
        }
    text = re.sub(r"\$\{[^}]*\}", lambda variable: change(variable[0]), json.dumps(document))
    return AttachedPolicy(policy.source, parse_policy(text, policy.document.kind), policy.through)


@LAW
@given(asked=requests, policies=policy_sets, draw=st.data())
def test_case_does_not_matter(asked: Request, policies: PolicySet, draw: st.DataObject) -> None:
    def several(held: tuple[AttachedPolicy, ...]) -> tuple[AttachedPolicy, ...]:
        return tuple(recased(policy, draw) for policy in held)

    change = draw.draw(CASES)
    other = Request(
        asked.principal,
        change(asked.action),
        asked.resource,
        asked.resource_account,
        Context.of({change(key): value for key, value in asked.context.entries.items()}),
    )
    moved = PolicySet(
        identity=several(policies.identity),
        resource=policies.resource and recased(policies.resource, draw),
        boundary=policies.boundary and recased(policies.boundary, draw),
        session=several(policies.session),
        service_control=tuple(map(several, policies.service_control)),
        resource_control=tuple(map(several, policies.resource_control)),
    )
    here, there = decide(asked, policies), decide(other, moved)
    assert (here.outcome, here.decided_by) == (there.outcome, there.decided_by)
