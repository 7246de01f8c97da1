"""A decision explains itself: layers, statements, elements, the values compared and where they stand."""

import pytest

from tutor.policy import (
    AttachedPolicy,
    DecidedBy,
    Effect,
    PolicyKind,
    PolicySet,
    Position,
    StatementRef,
    ValueTrace,
    Verdict,
    decide,
    parse_policy,
)

from .builders import ALICE, HOME, OBJECT, policy, request, statement

TEXT = """{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": ["s3:List*", "s3:Get*"],
      "Resource": "arn:aws:s3:::data-bucket/${aws:username}/*",
      "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
    },
    {"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"}
  ]
}"""
GROUP = f"arn:aws:iam::{HOME}:group/readers"
READ = StatementRef(DecidedBy.IDENTITY, 0, 0)
POLICIES = PolicySet(identity=(AttachedPolicy("inline:read", parse_policy(TEXT), GROUP),))
ASKED = request(
    resource="arn:aws:s3:::data-bucket/alice/a.txt",
    context={"aws:username": "alice", "aws:SourceIp": "198.51.100.7"},
)


def test_the_element_that_failed_with_both_values_and_its_place() -> None:
    trace = decide(ASKED, POLICIES).trace.expand(READ)
    assert not trace.matched
    assert (trace.source, trace.through, trace.sid, trace.effect) == (
        "inline:read",
        GROUP,
        "Read",
        Effect.ALLOW,
    )
    assert (trace.start, trace.end) == (Position(4, 5), Position(10, 5))
    assert [(each.element, each.matched) for each in trace.elements] == [
        ("Action", True),
        ("Resource", True),
        ("Condition", False),
    ]
    condition = trace.elements[2]
    assert (condition.operator, condition.key) == ("IpAddress", "aws:SourceIp")
    assert condition.position == Position(9, 35)
    assert condition.request_values == ("198.51.100.7",)
    assert condition.values == (
        ValueTrace("203.0.113.0/24", Position(9, 51), matched=False, compared="203.0.113.0/24"),
    )


def test_which_of_several_values_matched_and_what_a_variable_stood_for() -> None:
    action, resource, _ = decide(ASKED, POLICIES).trace.expand(READ).elements
    assert [(value.text, value.matched) for value in action.values] == [
        ("s3:List*", False),
        ("s3:Get*", True),
    ]
    assert (action.request_values, action.position) == (("s3:GetObject",), Position(7, 18))
    assert resource.values[0].text == "arn:aws:s3:::data-bucket/${aws:username}/*"
    assert resource.values[0].compared == "arn:aws:s3:::data-bucket/alice/*"


def test_a_key_that_the_request_does_not_carry() -> None:
    trace = decide(request(), POLICIES).trace.expand(READ)
    assert trace.elements[2].request_values == ()
    assert trace.elements[1].values[0].compared is None


def test_layers_count_what_they_hold_and_list_what_matched() -> None:
    policies = PolicySet(
        identity=(*POLICIES.identity, policy(statement(Sid="All"))),
        service_control=((policy(statement(), kind=PolicyKind.SCP),),),
    )
    layers = {layer.layer: layer for layer in decide(ASKED, policies).trace.layers}
    assert list(layers) == [
        DecidedBy.RCP,
        DecidedBy.SCP,
        DecidedBy.RESOURCE,
        DecidedBy.IDENTITY,
        DecidedBy.BOUNDARY,
        DecidedBy.SESSION,
    ]
    own = layers[DecidedBy.IDENTITY]
    assert (own.policies, own.statements, own.verdict, own.decided) == (2, 3, Verdict.ALLOW, True)
    assert [each.sid for each in own.matched] == ["All"]
    assert layers[DecidedBy.SCP].verdict is Verdict.ALLOW
    assert layers[DecidedBy.BOUNDARY].verdict is Verdict.NOT_APPLICABLE


def test_principals_are_explained_too() -> None:
    written = statement(Principal={"AWS": [f"arn:aws:iam::{HOME}:user/bob", ALICE.arn]})
    policies = PolicySet(resource=policy(written, kind=PolicyKind.RESOURCE))
    principal = decide(request(), policies).trace.expand(StatementRef(DecidedBy.RESOURCE, 0, 0)).elements[0]
    assert principal.element == "Principal"
    assert [value.matched for value in principal.values] == [False, True]
    assert principal.request_values == (ALICE.arn,)


def test_the_deciding_deny_is_among_what_matched() -> None:
    policies = PolicySet(identity=(policy(statement()), policy(statement("Deny", Sid="No"))))
    decision = decide(request(resource=OBJECT), policies)
    (layer,) = [layer for layer in decision.trace.layers if layer.decided]
    assert layer.verdict is Verdict.EXPLICIT_DENY
    assert {each.sid for each in layer.matched} == {None, "No"}


@pytest.mark.parametrize(
    "ref",
    [
        StatementRef(DecidedBy.IDENTITY, 1, 0),
        StatementRef(DecidedBy.IDENTITY, 0, 2),
        StatementRef(DecidedBy.ROOT, 0, 0),
    ],
)
def test_a_statement_that_is_not_there(ref: StatementRef) -> None:
    with pytest.raises(LookupError):
        decide(ASKED, POLICIES).trace.expand(ref)
