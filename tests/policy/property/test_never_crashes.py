"""Whatever a case holds, it gets an answer; what cannot be answered is an `error`."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.policy import CaseError, load_case, simulate

from .strategies import ACTION_PATTERNS, ACTIONS, CONDITIONS, LAW, PRINCIPALS, RESOURCE_PATTERNS, RESOURCES

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
WORDS = [
    *ACTION_PATTERNS,
    *RESOURCE_PATTERNS,
    "Allow",
    "Deny",
    "allow",
    "2012-10-17",
    "2008-10-17",
    "${",
    "${a, 'b'}",
]
words = st.sampled_from(WORDS)
several = words | st.lists(words, max_size=3) | junk
statements = st.fixed_dictionaries(
    {},
    optional={
        "Sid": words | junk,
        "Effect": st.sampled_from(["Allow", "Deny"]) | junk,
        "Action": several,
        "NotAction": several,
        "Resource": several,
        "NotResource": several,
        "Principal": st.sampled_from(PRINCIPALS) | junk,
        "NotPrincipal": st.sampled_from(PRINCIPALS) | junk,
        "Condition": st.sampled_from(CONDITIONS) | junk,
    },
)
documents = st.fixed_dictionaries({"Statement": statements | st.lists(statements, max_size=3) | junk})
policies = documents | documents.map(json.dumps) | st.text(max_size=12) | junk
FIELDS = {
    "Name": junk,
    "CallerArn": words | junk,
    "CallerType": st.sampled_from(["User", "Role", "Anonymous", "AWSService"]) | junk,
    "ActionNames": st.lists(st.sampled_from(ACTIONS), max_size=2) | junk,
    "ResourceArns": st.lists(st.sampled_from(RESOURCES), max_size=2) | junk,
    "ResourceOwner": words | junk,
    "PolicyInputList": st.lists(policies, max_size=2) | junk,
    "PermissionsBoundaryPolicyInputList": st.lists(policies, max_size=2) | junk,
    "ResourcePolicy": policies,
    "ContextEntries": junk,
    "SessionPolicyInputList": st.lists(policies, max_size=2) | junk,
    "ServiceControlPolicyInputList": st.lists(st.lists(policies, max_size=2), max_size=2) | junk,
    "ResourceControlPolicyInputList": st.lists(st.lists(policies, max_size=2), max_size=2) | junk,
}
ANSWERS = {"allowed", "explicitDeny", "implicitDeny", "error"}


@settings(LAW, max_examples=120)
@given(case=st.fixed_dictionaries({}, optional=FIELDS), trace=st.booleans())
def test_every_case_is_answered(case: dict[str, object], trace: bool) -> None:
    answer = simulate(case, trace=trace)
    results = answer.get("EvaluationResults", [answer])
    assert isinstance(results, list)
    assert {result["EvalDecision"] for result in results} <= ANSWERS
    json.dumps(answer)


@LAW
@given(text=st.binary(max_size=40) | junk.map(lambda value: json.dumps(value).encode()))
def test_every_text_is_a_case_or_said_not_to_be(text: bytes) -> None:
    try:
        simulate(load_case(text))
    except CaseError as error:
        message = str(error)
    else:
        message = "answered"
    assert message
