"""One case in, one answer out (`spec/simulate-format.md`)."""

import json
from typing import Any

import pytest

from tutor.policy import CaseError, load_case, simulate

ACCOUNT = "111122223333"
OBJECT = "arn:aws:s3:::data-bucket/home/alice/report.txt"
ALLOW: dict[str, Any] = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
DENY: dict[str, Any] = {"Sid": "Never", "Effect": "Deny", "Action": "*", "Resource": "*"}
EVERYTHING: dict[str, Any] = {"Effect": "Allow", "Action": "*", "Resource": "*"}


def document(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def case(**fields: object) -> dict[str, object]:
    """A case of the user alice; a None leaves a field out."""
    given: dict[str, object] = {
        "Name": "a case",
        "CallerArn": f"arn:aws:iam::{ACCOUNT}:user/alice",
        "ActionNames": ["s3:GetObject"],
        "ResourceArns": [OBJECT],
        "PolicyInputList": [document(ALLOW)],
        **fields,
    }
    return {name: value for name, value in given.items() if value is not None}


def verdict(**fields: object) -> tuple[object, object]:
    answer = simulate(case(**fields))
    return answer["EvalDecision"], answer.get("DecidedBy")


def matched(answer: dict[str, object]) -> list[dict[str, Any]]:
    statements = answer["MatchedStatements"]
    assert isinstance(statements, list)
    return statements


def test_the_example_of_the_format() -> None:
    answer = simulate(
        case(
            Name="boundary-caps-identity",
            CallerType="AssumedRole",
            CallerArn=f"arn:aws:sts::{ACCOUNT}:assumed-role/app/s1",
            ResourceOwner=f"arn:aws:iam::{ACCOUNT}:root",
            ContextEntries=[
                {
                    "ContextKeyName": "aws:TagKeys",
                    "ContextKeyValues": ["team", "env"],
                    "ContextKeyType": "stringList",
                }
            ],
            PermissionsBoundaryPolicyInputList=[document({**ALLOW, "Action": "s3:ListBucket"})],
            ServiceControlPolicyInputList=[[document(EVERYTHING)]],
        )
    )
    assert answer["Name"] == "boundary-caps-identity"
    assert (answer["EvalDecision"], answer["DecidedBy"]) == ("implicitDeny", "permissionsBoundary")
    assert [each["SourcePolicyId"] for each in matched(answer)] == [
        "ServiceControlPolicyInputList.1.1",
        "PolicyInputList.1",
    ]


def test_a_matched_statement_with_its_place_in_the_text() -> None:
    text = (
        '{"Version": "2012-10-17",\n "Statement": [{"Effect": "Allow", "Action": "*",\n  "Resource": "*"}]}'
    )
    assert simulate(case(PolicyInputList=[text])) == {
        "Name": "a case",
        "EvalDecision": "allowed",
        "DecidedBy": "identityPolicy",
        "MatchedStatements": [
            {
                "SourcePolicyId": "PolicyInputList.1",
                "SourcePolicyType": "identityPolicy",
                "Sid": "",
                "Effect": "Allow",
                "StartPosition": {"Line": 2, "Column": 16},
                "EndPosition": {"Line": 3, "Column": 18},
            }
        ],
    }


def test_an_object_is_placed_in_its_two_space_rendering() -> None:
    answer = simulate(case(PolicyInputList=[document(ALLOW, DENY)]))
    allow, deny = matched(answer)
    assert allow["StartPosition"] == {"Line": 4, "Column": 5}
    assert deny["EndPosition"] == {"Line": 14, "Column": 5}
    assert (deny["Sid"], answer["EvalDecision"]) == ("Never", "explicitDeny")


def test_several_actions_and_resources() -> None:
    answer = simulate(case(ActionNames=["s3:GetObject", "ec2:RunInstances"], ResourceArns=[OBJECT, "*"]))
    results = answer["EvaluationResults"]
    assert isinstance(results, list)
    assert [(each["EvalActionName"], each["EvalResourceName"], each["EvalDecision"]) for each in results] == [
        ("s3:GetObject", OBJECT, "allowed"),
        ("s3:GetObject", "*", "allowed"),
        ("ec2:RunInstances", OBJECT, "implicitDeny"),
        ("ec2:RunInstances", "*", "implicitDeny"),
    ]
    assert "EvalDecision" not in answer


CALLERS = [
    (f"arn:aws:iam::{ACCOUNT}:user/a/b", "allowed"),
    (f"arn:aws:iam::{ACCOUNT}:role/a", "allowed"),
    (f"arn:aws:iam::{ACCOUNT}:root", "allowed"),
    (f"arn:aws:sts::{ACCOUNT}:assumed-role/a/s", "allowed"),
    (f"arn:aws:sts::{ACCOUNT}:federated-user/a", "implicitDeny"),
    ("s3.amazonaws.com", "implicitDeny"),
    ("accounts.example.com", "implicitDeny"),
    (None, "implicitDeny"),
]


@pytest.mark.parametrize(("arn", "expected"), CALLERS)
def test_the_kind_of_caller_follows_from_the_arn(arn: str | None, expected: str) -> None:
    assert verdict(CallerArn=arn)[0] == expected


def test_a_resource_without_arns_is_the_star() -> None:
    assert (
        verdict(ResourceArns=None, PolicyInputList=[document({**ALLOW, "Resource": OBJECT})])[0]
        == "implicitDeny"
    )


def test_the_owner_wins_over_the_account_in_the_arn() -> None:
    queue = f"arn:aws:sqs:us-east-1:{ACCOUNT}:q"
    fields = {
        "ActionNames": ["sqs:SendMessage"],
        "ResourceArns": [queue],
        "PolicyInputList": [document(EVERYTHING)],
    }
    assert verdict(**fields)[0] == "allowed"
    assert verdict(**fields, ResourceOwner="arn:aws:iam::444455556666:root") == (
        "implicitDeny",
        "resourcePolicy",
    )


def test_the_account_in_the_arn_is_the_owner_otherwise() -> None:
    foreign = "arn:aws:sqs:us-east-1:444455556666:q"
    fields = {"ActionNames": ["sqs:SendMessage"], "PolicyInputList": [document(EVERYTHING)]}
    assert verdict(**fields, ResourceArns=[foreign]) == ("implicitDeny", "resourcePolicy")


def test_the_resource_policy_of_a_role_is_its_trust_policy() -> None:
    trust = document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ACCOUNT}})
    role = f"arn:aws:iam::{ACCOUNT}:role/r"
    fields: dict[str, object] = {"ActionNames": ["sts:AssumeRole"], "ResourceArns": [role]}
    assert verdict(**fields, ResourcePolicy=trust, PolicyInputList=[document(EVERYTHING)])[0] == "allowed"
    assert verdict(**fields, ResourcePolicy=trust, PolicyInputList=[]) == ("implicitDeny", "identityPolicy")
    bob = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/bob"}
    other = document({"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": bob})
    fields["PolicyInputList"] = [document(EVERYTHING)]
    assert verdict(**fields, ResourcePolicy=other) == ("implicitDeny", "trustPolicy")


def test_levels_of_organization_policies() -> None:
    assert verdict(ServiceControlPolicyInputList=[])[0] == "allowed"
    assert verdict(ServiceControlPolicyInputList=[[document(ALLOW)], []]) == (
        "implicitDeny",
        "serviceControlPolicy",
    )
    assert verdict(ResourceControlPolicyInputList=[[]])[0] == "allowed"
    deny = document({**DENY, "Principal": "*"})
    assert verdict(ResourceControlPolicyInputList=[[], [deny]]) == ("explicitDeny", "resourceControlPolicy")


def test_policies_of_version_2008_are_evaluated() -> None:
    old = {"Statement": [{**ALLOW, "Resource": "arn:aws:s3:::data-bucket/home/${aws:username}/*"}]}
    keys = [{"ContextKeyName": "aws:username", "ContextKeyValues": ["alice"], "ContextKeyType": "string"}]
    assert verdict(PolicyInputList=[old], ContextEntries=keys)[0] == "implicitDeny"
    assert verdict(PolicyInputList=[{**old, "Version": "2012-10-17"}], ContextEntries=keys)[0] == "allowed"


KEY_TYPES = [("string", True), ("stringList", False), ("numeric", True), ("ip", True), ("binaryList", False)]


@pytest.mark.parametrize(("written", "single"), KEY_TYPES)
def test_a_list_type_is_multivalued_whatever_its_length(written: str, single: bool) -> None:
    policy = document({**ALLOW, "Condition": {"StringEquals": {"x:Key": "a"}}})
    keys = [{"ContextKeyName": "X:key", "ContextKeyValues": ["a"], "ContextKeyType": written}]
    assert (verdict(PolicyInputList=[policy], ContextEntries=keys)[0] == "allowed") is single


def key(**fields: object) -> list[dict[str, object]]:
    given = {"ContextKeyName": "a", "ContextKeyValues": ["b"], "ContextKeyType": "string", **fields}
    return [given]


MALFORMED = [
    ("ActionNames", None),
    ("ActionNames", []),
    ("ActionNames", "s3:GetObject"),
    ("ActionNames", ["GetObject"]),
    ("ActionNames", ["s3:*"]),
    ("ResourceArns", [1]),
    ("CallerArn", 5),
    ("CallerArn", "arn:aws:s3:::bucket"),
    ("CallerArn", "arn:aws:iam::12:user/a"),
    ("CallerType", "Group"),
    ("CallerType", "Root"),
    ("CallerType", 5),
    ("ResourceOwner", "somebody"),
    ("ContextEntries", {}),
    ("ContextEntries", ["a"]),
    ("ContextEntries", key(ContextKeyName=5)),
    ("ContextEntries", key(ContextKeyValues="b")),
    ("ContextEntries", key(ContextKeyValues=[{}])),
    ("ContextEntries", key(ContextKeyType="text")),
    ("ContextEntries", [*key(), *key(ContextKeyName="A")]),
    ("PolicyInputList", document(ALLOW)),
    ("PolicyInputList", [5]),
    ("PolicyInputList", ["{"]),
    ("PolicyInputList", [document()]),
    ("PolicyInputList", [document({**ALLOW, "Effect": "allow"})]),
    ("PermissionsBoundaryPolicyInputList", [document(ALLOW), document(ALLOW)]),
    ("ResourcePolicy", document(ALLOW)),
    ("ResourcePolicy", []),
    ("SessionPolicyInputList", [document({**ALLOW, "Principal": "*"})]),
    ("ServiceControlPolicyInputList", [document(ALLOW)]),
    ("ResourceControlPolicyInputList", [[document(DENY)]]),
]


@pytest.mark.parametrize(("field", "value"), MALFORMED)
def test_a_malformed_case_is_an_error_that_names_the_field(field: str, value: object) -> None:
    answer = simulate(case(**{field: value}))
    assert set(answer) == {"Name", "EvalDecision", "Message"}
    assert answer["EvalDecision"] == "error"
    assert str(answer["Message"]).startswith("CallerArn" if value == "Root" else field)


def test_a_policy_object_that_is_nested_too_deeply() -> None:
    nested: dict[str, object] = {}
    for _ in range(2_000):
        nested = {"Statement": nested}
    answer = simulate(case(PolicyInputList=[nested]))
    assert answer["Message"] == "PolicyInputList.1: is nested too deeply"


def test_a_fault_in_a_policy_is_placed() -> None:
    answer = simulate(case(PolicyInputList=[document(ALLOW), '{"Version": "2012-10-17",}']))
    assert answer["Message"] == (
        "PolicyInputList.2: Syntax errors in policy. (trailing-comma at line 1, column 25)"
    )


def test_the_trace_shows_every_statement_and_what_was_compared() -> None:
    answer = simulate(case(PolicyInputList=[document({**ALLOW, "Resource": "arn:aws:s3:::x"})]), trace=True)
    trace = answer["Trace"]
    assert isinstance(trace, dict)
    identity = next(layer for layer in trace["Layers"] if layer["Layer"] == "identityPolicy")
    assert (identity["Verdict"], identity["Decided"], identity["Policies"]) == ("implicitDeny", True, 1)
    (statement,) = identity["Statements"]
    action, resource = statement["Elements"]
    assert (statement["Matched"], action["Matched"], resource["Matched"]) == (False, True, False)
    assert resource["PolicyValues"][0]["Text"] == "arn:aws:s3:::x"
    assert resource["RequestValues"] == [OBJECT]
    assert json.loads(json.dumps(answer)) == answer


def test_the_trace_names_operator_and_key_of_a_condition() -> None:
    guarded = {**ALLOW, "Condition": {"Bool": {"aws:SecureTransport": "true"}}}
    trace = simulate(case(PolicyInputList=[document(guarded)]), trace=True)["Trace"]
    assert isinstance(trace, dict)
    identity = next(layer for layer in trace["Layers"] if layer["Layer"] == "identityPolicy")
    condition = identity["Statements"][0]["Elements"][-1]
    assert (condition["Operator"], condition["Key"]) == ("Bool", "aws:SecureTransport")


NOT_CASES = [b"", b"[]", b"5", b"{", b"\xff\xfe\x00", b'{"a": 1, "a": 2}', b"[" * 100_000]


@pytest.mark.parametrize("text", NOT_CASES)
def test_what_is_no_case(text: bytes) -> None:
    with pytest.raises(CaseError):
        load_case(text)


def test_a_key_twice_in_a_policy_is_noticed_also_where_it_comes_as_an_object() -> None:
    text = json.dumps(case()).replace('"Effect": "Allow"', '"Effect": "Deny", "Effect": "Allow"')
    with pytest.raises(CaseError, match="'Effect' stands twice"):
        load_case(text)
