"""What the service refuses, in its words and its order (`spec/iam-facts.md` 2.4)."""

import json

import pytest

from tutor.policy import PolicyError, PolicyKind, parse_policy

from .builders import Json, statement, text

SYNTAX = "Syntax errors in policy."
VERSION = "Policy document must be version 2012-10-17 or greater."
LEGACY = "The policy failed legacy parsing"
UNIQUE = "Statement IDs (SID) in a single policy must be unique."
ACTIONS = "Policy statement must contain actions."
RESOURCES = "Policy statement must contain resources."
VENDOR = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
IAM_PATH = (
    'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, '
    "instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, "
    "report/, access-report/."
)
PRINCIPAL = "Policy document should not specify a principal."


def refusal(document: str, kind: PolicyKind = PolicyKind.IDENTITY, *, stored: bool = False) -> PolicyError:
    with pytest.raises(PolicyError) as caught:
        parse_policy(document, kind, stored=stored)
    assert caught.value.code == "MalformedPolicyDocument"
    return caught.value


def top(**elements: object) -> str:
    """A document with these top elements; a None leaves one out."""
    written: Json = {"Version": "2012-10-17", "Statement": [statement()]} | elements
    return json.dumps({name: value for name, value in written.items() if value is not None})


def when(conditions: object) -> str:
    return text(statement(Condition=conditions))


def date(value: object) -> str:
    return when({"DateGreaterThan": {"aws:CurrentTime": value}})


SYNTAX_FAULTS = [
    ("not-json", "Effect: Allow", "missing-quotes"),
    ("doubled-outer-brace", "{ " + top() + " }", "extra-opening-brace"),
    ("array", "[]", "not-an-object"),
    ("unknown-top-element", top(Statements=[]), "unknown-element"),
    ("lower-case-statement", top(Statement=None, statement=[]), "unknown-element"),
    ("unknown-statement-element", text(statement(Actions="s3:*")), "unknown-element"),
    ("no-statement", top(Statement=None), "missing-element"),
    ("empty-statement", top(Statement=[]), "empty-statement"),
    ("statement-text", top(Statement="Allow"), "statement-type"),
    ("statement-element-text", top(Statement=["Allow"]), "statement-type"),
    ("no-effect", top(Statement={"Action": "s3:*", "Resource": "*"}), "missing-element"),
    ("unknown-effect", text(statement("Permit")), "effect-value"),
    ("effect-array", top(Statement={"Effect": ["Allow"], "Action": "s3:*"}), "effect-value"),
    ("both-actions", text(statement(NotAction="s3:*")), "both-forms"),
    ("both-resources", text(statement(NotResource="*")), "both-forms"),
    ("action-number", text(statement(action=5)), "not-a-string"),
    ("action-nested", text(statement(action=[["s3:*"]])), "not-a-string"),
    ("resource-map", text(statement(resource={"a": "*"})), "not-a-string"),
    ("resource-with-map", text(statement(resource=["*", {}])), "not-a-string"),
    ("condition-array", when([{"StringEquals": {"a": "b"}}]), "condition-type"),
    ("condition-text", when("a"), "condition-type"),
    ("condition-without-key", when({"StringEquals": "b"}), "condition-type"),
    ("condition-map-value", when({"StringEquals": {"a": {}}}), "condition-value"),
    ("condition-null", when({"StringEquals": {"a": None}}), "condition-value"),
    ("unknown-operator", when({"StringEqual": {"a": "b"}}), "unknown-operator"),
    ("two-colons", when({"ForAnyValue::StringEquals": {"a": "b"}}), "unknown-operator"),
    ("sid-map", text(statement(Sid={})), "not-a-string"),
    ("id-array", top(Id=["x"]), "not-a-string"),
    ("other-version", top(Version="2026-01-01"), "version-value"),
    ("version-number", top(Version=2012), "version-value"),
]


@pytest.mark.parametrize(("document", "fault"), [pytest.param(d, f, id=i) for i, d, f in SYNTAX_FAULTS])
def test_syntax(document: str, fault: str) -> None:
    error = refusal(document)
    assert (error.message, error.fault) == (SYNTAX, fault)


LATER_FAULTS = [
    ("no-version", top(Version=None), VERSION),
    ("old-version", top(Version="2008-10-17"), VERSION),
    ("effect-case", text(statement("denY")), LEGACY),
    ("date-word", date("sdfdsf"), LEGACY),
    ("date-month-13", date("234-13"), LEGACY),
    ("date-epoch-too-late", date("9223372036854775808"), LEGACY),
    ("date-offset-of-one-digit", date("2016-12-13T02:00:00+1"), LEGACY),
    ("date-second-60", date("2016-12-13T02:00:60Z"), LEGACY),
    ("arn-too-short", text(statement(resource="arn:aws:s3::bucket")), LEGACY),
    ("arn-without-service", text(statement(resource="arn:aws::::bucket")), LEGACY),
    ("not-resource-too-short", text(statement(resource=None, NotResource="arn:aws:s3::b")), LEGACY),
    ("principal", text(statement(Principal="*")), PRINCIPAL),
    ("not-principal", text(statement(NotPrincipal={"AWS": "111122223333"})), PRINCIPAL),
    ("same-sid", text(statement(Sid="a"), statement(Sid="a")), UNIQUE),
    ("no-action", text(statement(action=None)), ACTIONS),
    ("empty-action", text(statement(action=[])), ACTIONS),
    ("no-resource", text(statement(resource=None)), RESOURCES),
    ("empty-resource", text(statement(resource=[])), RESOURCES),
    ("action-word", text(statement(action="GetObject")), VENDOR),
    ("empty-not-action", text(statement(action=None, NotAction="")), VENDOR),
    ("action-two-colons", text(statement(action="s3:a:b")), "Actions/Condition can contain only one colon."),
    ("action-space", text(statement(action="a a:b")), "Vendor a a is not valid"),
    ("action-wild-service", text(statement(action="s*:Get*")), "Vendor s* is not valid"),
    ("resource-word", text(statement(resource="all")), 'Resource all must be in ARN format or "*".'),
    ("resource-empty", text(statement(resource="")), 'Resource  must be in ARN format or "*".'),
    (
        "partition-alone",
        text(statement(resource="arn:moon")),
        'Partition "moon" is not valid for resource "arn:moon:*:*:*:*".',
    ),
    (
        "partition",
        text(statement(resource="arn:moon:s3:::b")),
        'Partition "moon" is not valid for resource "arn:moon:s3:::b".',
    ),
    (
        "arn-forgotten",
        text(statement(resource="aws:s3:::b")),
        'Partition "s3" is not valid for resource "arn:s3:::b:*".',
    ),
    (
        "partition-only",
        text(statement(resource="arn:aws")),
        "Resource vendor must be fully qualified and cannot contain regexes.",
    ),
    (
        "wild-service",
        text(statement(resource="arn:aws:*:::b")),
        "Resource vendor must be fully qualified and cannot contain regexes.",
    ),
    (
        "iam-region",
        text(statement(resource="arn:aws:iam:us-east-1::user/a")),
        "IAM resource arn:aws:iam:us-east-1::user/a cannot contain region information.",
    ),
    (
        "s3-region",
        text(statement(resource="arn:aws:s3:us-east-1::b")),
        "Resource arn:aws:s3:us-east-1::b can not contain region information.",
    ),
    ("iam-type", text(statement(resource="arn:aws:iam::111122223333:person/a")), IAM_PATH),
    ("iam-wild-type", text(statement(resource="arn:aws:iam::111122223333:u*")), IAM_PATH),
]


@pytest.mark.parametrize(("document", "message"), [pytest.param(d, m, id=i) for i, d, m in LATER_FAULTS])
def test_what_comes_after_syntax(document: str, message: str) -> None:
    assert refusal(document).message == message


ORDER = [
    ("syntax-before-version", top(Version=None, Statement=[]), SYNTAX),
    ("version-before-legacy", top(Version=None, Statement=statement("allow")), VERSION),
    ("legacy-before-sid", text(statement("aLLow", Sid="a"), statement(Sid="a")), LEGACY),
    ("date-before-resource", text(statement(resource="all", Condition={"DateEquals": {"a": "b"}})), LEGACY),
    ("short-arn-before-actions", text(statement(action=None, resource="arn:aws:s3::b")), LEGACY),
    ("sid-before-actions", text(statement(Sid="a"), statement(action=None, Sid="a")), UNIQUE),
    ("actions-before-resources", text(statement(action=None, resource=None)), ACTIONS),
    (
        "resource-form-before-action-names",
        text(statement(action="s:3:b", resource="all")),
        'Resource all must be in ARN format or "*".',
    ),
    ("action-names-before-resources", text(statement(action="invalid", resource=None)), VENDOR),
]


@pytest.mark.parametrize(("document", "message"), [pytest.param(d, m, id=i) for i, d, m in ORDER])
def test_the_first_fault_in_the_order_of_the_service(document: str, message: str) -> None:
    assert refusal(document).message == message


def test_sids_are_letters_and_digits() -> None:
    error = refusal(text(statement(Sid="no spaces")))
    assert (error.fault, error.found) == ("sid-letters", '"no spaces"')
    assert error.message.startswith("Statement IDs (SID) must be alpha-numeric.")


ACCEPTED = [
    ("statement-bare", top(Statement=statement())),
    ("arrays-of-one", text(statement(action=["s3:*"], resource=["*"]))),
    ("action-with-spaces", text(statement(action="iam: odd name "))),
    ("service-with-dot-and-dash", text(statement(action=["s3.s:a", "s3-s:a"]))),
    ("unknown-service", text(statement(resource="arn:aws:moonbase:::b"))),
    ("short-arn", text(statement(resource="arn:aws:moonbase"))),
    ("any-partition", text(statement(resource="arn:*:s3:::b"))),
    ("china", text(statement(resource="arn:aws-cn:s3:::b"))),
    ("colons-in-an-open-variable", text(statement(resource="arn:aws:moonbase:${a:b:c"))),
    ("iam-star", text(statement(resource="arn:aws:iam::111122223333:*"))),
    (
        "not-action-and-not-resource",
        top(Statement={"Effect": "Deny", "NotAction": "s3:*", "NotResource": "*"}),
    ),
    ("id", top(Id="mine")),
    ("empty-condition", when({})),
    ("unknown-operator-without-keys", when({"x": {}})),
    ("operator-without-values", when({"DateGreaterThan": {"a": []}})),
    ("if-exists-in-a-set", when({"ForAnyValue:StringEqualsIfExists": {"a": "b"}})),
    ("date-only-year", date("2026")),
    ("date-lower-case", date("2016-12-13t2:00:00.593194+23")),
    ("date-west", date("2016-12-13T02:00:00-05:00")),
    ("date-long-ago", date("-292275054")),
    ("date-hour-of-a-year", date("01T")),
    ("two-statements-one-sid", text(statement(Sid="a"), statement())),
]


@pytest.mark.parametrize("document", [pytest.param(d, id=i) for i, d in ACCEPTED])
def test_accepted(document: str) -> None:
    assert parse_policy(document).statements


@pytest.mark.parametrize("version", [None, "2008-10-17"])
def test_stored_documents_may_be_older(version: str | None) -> None:
    assert parse_policy(top(Version=version), stored=True).version == "2008-10-17"


def test_stored_documents_are_still_held_to_the_grammar() -> None:
    assert refusal(top(Statement=[]), stored=True).message == SYNTAX
    assert refusal(text(statement("allow")), stored=True).message == LEGACY


PARTNER_ROOT = {"AWS": "arn:aws:iam::444455556666:root"}
ASSUME: Json = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": PARTNER_ROOT}
TRUST_FAULTS = [
    ("not-json", "{'a': 1}", "This policy contains invalid Json"),
    (
        "other-action",
        top(Statement={**ASSUME, "Action": "s3:GetObject"}),
        "AssumeRole policy may only specify STS AssumeRole actions.",
    ),
    (
        "other-sts-action",
        top(Statement={**ASSUME, "Action": "sts:GetFederationToken"}),
        "AssumeRole policy may only specify STS AssumeRole actions.",
    ),
    ("resource", top(Statement={**ASSUME, "Resource": "*"}), "Has prohibited field Resource"),
    (
        "not-action",
        top(Statement={"Effect": "Allow", "NotAction": "sts:AssumeRole", "Principal": PARTNER_ROOT}),
        "AssumeRole policy may only specify STS AssumeRole actions.",
    ),
    (
        "not-principal",
        top(Statement={"Effect": "Deny", "Action": "sts:AssumeRole", "NotPrincipal": PARTNER_ROOT}),
        "Has prohibited field NotPrincipal",
    ),
    (
        "no-principal",
        top(Statement={"Effect": "Allow", "Action": "sts:AssumeRole"}),
        "Missing required field Principal",
    ),
    (
        "group",
        top(Statement={**ASSUME, "Principal": {"AWS": "arn:aws:iam::1:group/g"}}),
        'Invalid principal in policy: "AWS":"arn:aws:iam::1:group/g"',
    ),
    (
        "wildcard-in-principal",
        top(Statement={**ASSUME, "Principal": {"AWS": "arn:aws:iam::1:user/*"}}),
        'Invalid principal in policy: "AWS":"arn:aws:iam::1:user/*"',
    ),
    ("no-statement", top(Statement=[]), SYNTAX),
]


@pytest.mark.parametrize(("document", "message"), [pytest.param(d, m, id=i) for i, d, m in TRUST_FAULTS])
def test_trust_policies(document: str, message: str) -> None:
    assert refusal(document, PolicyKind.TRUST).message == message


@pytest.mark.parametrize(
    "action", ["sts:AssumeRole", "sts:assumerole*", ["sts:AssumeRole", "sts:TagSession"]]
)
def test_trust_policies_speak_of_assuming(action: object) -> None:
    written = top(Version="2008-10-17", Statement={**ASSUME, "Action": action})
    assert parse_policy(written, PolicyKind.TRUST).kind is PolicyKind.TRUST


KIND_FAULTS = [
    ("resource-policy-without-principal", PolicyKind.RESOURCE, text(statement()), "missing-element"),
    (
        "allow-with-not-principal",
        PolicyKind.RESOURCE,
        text(statement(NotPrincipal={"AWS": "111122223333"})),
        "not-principal-allow",
    ),
    ("principal-map-empty", PolicyKind.RESOURCE, text(statement(Principal={})), "principal-type"),
    ("principal-text", PolicyKind.RESOURCE, text(statement(Principal="111122223333")), "principal-type"),
    ("principal-family", PolicyKind.RESOURCE, text(statement(Principal={"Aws": "*"})), "unknown-element"),
    ("scp-with-principal", PolicyKind.SCP, text(statement(Principal="*")), "principal-forbidden"),
    ("rcp-without-principal", PolicyKind.RCP, text(statement("Deny")), "missing-element"),
    (
        "rcp-with-account",
        PolicyKind.RCP,
        text(statement("Deny", Principal={"AWS": "111122223333"})),
        "rcp-principal",
    ),
    ("boundary-with-principal", PolicyKind.BOUNDARY, text(statement(Principal="*")), "principal-forbidden"),
    ("session-with-principal", PolicyKind.SESSION, text(statement(Principal="*")), "principal-forbidden"),
]


@pytest.mark.parametrize(
    ("kind", "document", "fault"), [pytest.param(*row, id=name) for name, *row in KIND_FAULTS]
)
def test_each_kind_has_rules_of_its_own(kind: PolicyKind, document: str, fault: str) -> None:
    assert refusal(document, kind).fault == fault


def test_a_resource_policy_may_leave_resource_out() -> None:
    written = text(statement(resource=None, Principal={"Service": "s3.amazonaws.com"}))
    assert parse_policy(written, PolicyKind.RESOURCE).statements[0].resource is None
