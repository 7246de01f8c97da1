"""Every hint, provoked, beside a neighbour that gives none (`spec/iam-facts.md` 2.3, 2.4, 4.1, 4.4)."""

import json

import pytest

from tests.policy.builders import Json, statement, text
from tutor.policy import PolicyError, PolicyKind, parse_policy
from tutor.policy.lint import LIMIT, Finding, Severity, lint
from tutor.policy.lint.finding import SEVERITIES

BUCKET = "arn:aws:s3:::photos"
OBJECTS = "arn:aws:s3:::photos/*"
MFA = "aws:MultiFactorAuthPresent"


def when(
    operator: str, key: str, value: object, *, action: str = "s3:GetObject", effect: str = "Allow"
) -> Json:
    """A statement with one condition."""
    return statement(effect, action, "*", Condition={operator: {key: value}})


def trust(principal: object, **elements: object) -> Json:
    """A statement of a trust policy."""
    return statement("Allow", "sts:AssumeRole", None, Principal=principal, **elements)


# id, statement, code, found, expected (its beginning)
FOUND = [
    ("misspelt", statement(action="s3:GetObjet"), "unknown-action", "s3:GetObjet", ("s3:GetObject",)),
    ("operation", statement(action="s3:HeadBucket"), "unknown-action", "s3:HeadBucket", ("s3:ListBucket",)),
    ("command", statement(action="s3:cp"), "unknown-action", "s3:cp", ("s3:GetObject", "s3:PutObject")),
    ("nothing-like-it", statement(action="s3:Xyzzy"), "unknown-action", "s3:Xyzzy", ()),
    (
        "not-action",
        statement(action=None, NotAction="iam:PasRole"),
        "unknown-action",
        "iam:PasRole",
        ("iam:PassRole",),
    ),
    ("service", statement(action="s4:GetObject"), "unknown-service", "s4:GetObject", ("s3:GetObject",)),
    ("no-service-like-it", statement(action="foo:Bar"), "unknown-service", "foo:Bar", ()),
    ("empty-pattern", statement(action="s3:Fetch*"), "pattern-without-action", "s3:Fetch*", ()),
    (
        "bucket-action",
        statement(action="s3:ListBucket", resource=OBJECTS),
        "resource-without-action",
        OBJECTS,
        ("arn:aws:s3:::<BucketName>",),
    ),
    (
        "object-action",
        statement(action="s3:GetObject", resource=BUCKET),
        "resource-without-action",
        BUCKET,
        ("arn:aws:s3:::<BucketName>/<ObjectName>",),
    ),
    (
        "one-resource-of-two",
        statement(action="s3:Get*", resource=[OBJECTS, "arn:aws:sns:us-east-1:111122223333:t"]),
        "resource-without-action",
        "arn:aws:sns:us-east-1:111122223333:t",
        (),
    ),
    (
        "one-action-of-two",
        statement(action=["s3:ListBucket", "s3:GetObject"], resource=OBJECTS),
        "action-without-resource",
        "s3:ListBucket",
        ("arn:aws:s3:::<BucketName>",),
    ),
    (
        "group-for-user",
        statement(action="iam:CreateUser", resource="arn:aws:iam::111122223333:group/x"),
        "resource-without-action",
        "arn:aws:iam::111122223333:group/x",
        ("arn:aws:iam::<Account>:user/<UserNameWithPath>",),
    ),
    (
        "without-region",
        statement(action="dynamodb:GetItem", resource="arn:aws:dynamodb:*:*:index/x"),
        "resource-without-action",
        "arn:aws:dynamodb:*:*:index/x",
        ("arn:aws:dynamodb:<Region>:<Account>:table/<TableName>",),
    ),
    (
        "only-everything",
        statement(action="s3:ListAllMyBuckets", resource=BUCKET),
        "action-without-resource-type",
        "s3:ListAllMyBuckets",
        ("*",),
    ),
    ("key", when("StringEquals", "s3:prefx", "a"), "unknown-key", "s3:prefx", ("s3:prefix",)),
    ("global-key", when("StringEquals", "aws:usrname", "a"), "unknown-key", "aws:usrname", ("aws:username",)),
    ("bare-key", when("StringEquals", "Prefix", "a"), "unknown-key", "Prefix", ("s3:prefix",)),
    (
        "bare-global-key",
        when("IpAddress", "SourceIp", "192.0.2.1"),
        "unknown-key",
        "SourceIp",
        ("aws:SourceIp",),
    ),
    (
        "tag-without-key",
        when("StringEquals", "aws:PrincipalTag", "a"),
        "unknown-key",
        "aws:PrincipalTag",
        ("aws:PrincipalTag/${TagKey}",),
    ),
    (
        "key-of-another-action",
        when("StringEquals", "s3:prefix", "a"),
        "key-not-carried",
        "s3:prefix",
        ("s3:ListBucket",),
    ),
    (
        "key-of-another-service",
        when("StringEquals", "s3:prefix", "a", action="iam:GetUser"),
        "key-not-carried",
        "s3:prefix",
        (),
    ),
    (
        "tag-of-the-request",
        when("StringEquals", "aws:RequestTag/team", "a", action="iam:GetUser"),
        "key-not-carried",
        "aws:RequestTag/team",
        ("iam:",),
    ),
    (
        "key-twice",
        statement(action="s3:*", Condition={"StringEquals": {"aws:username": "a", "aws:UserName": "b"}}),
        "key-twice",
        "aws:UserName",
        (),
    ),
    (
        "variable",
        statement(action="s3:GetObject", resource=f"{BUCKET}/${{aws:user}}"),
        "unknown-variable",
        f"{BUCKET}/${{aws:user}}",
        ("aws:userid", "aws:username"),
    ),
    (
        "variable-in-the-account",
        statement(action="iam:GetUser", resource="arn:aws:iam::${aws:PrincipalAccount}:user/*"),
        "variable-place",
        "arn:aws:iam::${aws:PrincipalAccount}:user/*",
        (),
    ),
    ("variable-in-an-action", statement(action="s3:Get${*}"), "variable-place", "s3:Get${*}", ()),
    (
        "variable-in-a-number",
        when("NumericEquals", "aws:MultiFactorAuthAge", "${aws:username}"),
        "variable-operator",
        "${aws:username}",
        (),
    ),
    (
        "operator-case",
        when("stringequals", "aws:username", "a"),
        "operator-case",
        "stringequals",
        ("StringEquals",),
    ),
    (
        "null-if-exists",
        when("NullIfExists", "aws:username", "true"),
        "null-if-exists",
        "NullIfExists",
        ("Null",),
    ),
    (
        "set-without-operator",
        when("StringEquals", "aws:TagKeys", "a", action="iam:CreateUser"),
        "set-operator-missing",
        "StringEquals",
        ("ForAnyValue:StringEquals", "ForAllValues:StringEquals"),
    ),
    (
        "set-of-a-service",
        when("StringLike", "sts:TransitiveTagKeys", "a", action="sts:AssumeRole"),
        "set-operator-missing",
        "StringLike",
        ("ForAnyValue:StringLike",),
    ),
    (
        "all-values-of-one",
        when("ForAllValues:StringLike", "aws:username", "a*"),
        "set-operator-on-single",
        "ForAllValues:StringLike",
        ("StringLike",),
    ),
    (
        "both-booleans",
        when("Bool", "aws:SecureTransport", ["true", "false"]),
        "bool-values",
        "aws:SecureTransport",
        (),
    ),
    (
        "private-range",
        when("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24", "10.1.0.0/16"]),
        "private-address",
        "10.1.0.0/16",
        ("aws:VpcSourceIp",),
    ),
    ("private-ipv6", when("IpAddress", "aws:SourceIp", "fd00::/8"), "private-address", "fd00::/8", ()),
    ("M9", when("Bool", MFA, "false", effect="Deny"), "mfa-deny-spares-keys", "Bool", ("BoolIfExists",)),
    ("M10", when("BoolIfExists", MFA, True), "mfa-allow-takes-keys", "BoolIfExists", ("Bool",)),
    ("pass-role", statement(action="iam:PassRole"), "pass-any-role", "*", ()),
    (
        "pass-role-pattern",
        statement(action="iam:Pass*", resource="arn:aws:iam::*:role/*"),
        "pass-any-role",
        "arn:aws:iam::*:role/*",
        (),
    ),
    ("everything", statement(), "allow-everything", "*", ()),
]

SILENT = [
    ("action", statement(action="s3:getobject", resource=OBJECTS)),
    ("pattern", statement(action="s3:Get*", resource=OBJECTS)),
    ("all-of-a-service", statement(action="s3:*", resource=BUCKET)),
    ("both-forms", statement(action=["s3:ListBucket", "s3:GetObject"], resource=[BUCKET, OBJECTS])),
    ("bucket-pattern", statement(action=["s3:ListBucket", "s3:GetObject"], resource="arn:aws:s3:::*")),
    ("name-pattern", statement(action="s3:GetObject", resource="arn:aws:s3:::pho*")),
    ("own-user", statement(action="iam:*AccessKey*", resource="arn:aws:iam::*:user/${aws:username}")),
    ("path-of-users", statement(action="iam:ListUsers", resource="arn:aws:iam::111122223333:user/")),
    ("short-arn", statement(action="sns:Publish", resource="arn:aws:sns:*")),
    (
        "owner-of-an-image",
        statement(action="ec2:RunInstances", resource="arn:aws:ec2:*:111122223333:image/*"),
    ),
    ("not-resource", statement("Deny", "s3:GetObject", None, NotResource=BUCKET)),
    ("any-service", statement("Deny", "*", BUCKET)),
    ("any-service-of-a-name", statement("Deny", "*:Get*")),
    ("key", when("StringLike", "s3:prefix", ["", "home/*"], action="s3:ListBucket")),
    ("key-of-a-pattern", when("StringLike", "s3:prefix", "home/*", action="s3:List*")),
    ("key-case", when("StringEquals", "AWS:USERNAME", "a")),
    ("tag", when("StringEquals", "aws:PrincipalTag/Team", "a")),
    ("tag-of-the-resource", when("StringEquals", "iam:ResourceTag/team", "a", action="iam:GetUser")),
    ("key-of-the-credentials", when("ArnLike", "ec2:SourceInstanceARN", "*", action="s3:GetObject")),
    ("provider", when("StringEquals", "token.actions.githubusercontent.com:sub", "a", action="s3:GetObject")),
    ("provider-with-path", when("StringEquals", "oidc.eks.us-east-1.amazonaws.com/id/E:aud", "a")),
    ("null-of-a-set", when("Null", "aws:TagKeys", "false", action="iam:CreateUser")),
    ("set", when("ForAllValues:StringEquals", "aws:TagKeys", "a", action="iam:CreateUser")),
    ("variable", statement(action="s3:GetObject", resource=f"{BUCKET}/${{aws:username}}/*")),
    ("variable-with-default", when("StringEquals", "aws:username", "${aws:PrincipalTag/team, 'none'}")),
    ("escape", statement(action="s3:GetObject", resource=f"{BUCKET}/${{*}}")),
    ("variable-in-a-bool", when("Bool", "aws:SecureTransport", "${aws:PrincipalTag/tls}")),
    ("one-boolean", when("Bool", "aws:SecureTransport", "false", effect="Deny")),
    ("public-range", when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "2001:db8::/32", "0.0.0.0/0"])),
    ("private-range-of-a-vpc", when("IpAddress", "aws:VpcSourceIp", "10.0.0.0/8")),
    ("mfa-deny", when("BoolIfExists", MFA, "false", effect="Deny")),
    ("mfa-allow", when("Bool", MFA, "true")),
    ("pass-one-role", statement(action="iam:PassRole", resource="arn:aws:iam::111122223333:role/app")),
    ("deny-pass-role", statement("Deny", "iam:PassRole")),
    ("deny-everything", statement("Deny")),
]


def only(document: str, kind: PolicyKind = PolicyKind.IDENTITY) -> Finding:
    """The one finding about a document."""
    (finding,) = lint(document, kind)
    return finding


@pytest.mark.parametrize(
    ("written", "code", "found", "expected"), [each[1:] for each in FOUND], ids=[each[0] for each in FOUND]
)
def test_a_finding(written: Json, code: str, found: str, expected: tuple[str, ...]) -> None:
    document = text(written)
    findings = [finding for finding in lint(document) if finding.code == code]
    assert [finding.found for finding in findings] == [found]
    for name, beginning in zip(findings[0].expected, expected, strict=False):
        assert name.startswith(beginning)
    assert len(findings[0].expected) >= len(expected)
    assert findings[0].severity is SEVERITIES[code]


@pytest.mark.parametrize("written", [each[1] for each in SILENT], ids=[each[0] for each in SILENT])
def test_no_finding(written: Json) -> None:
    assert lint(text(written)) == ()


def test_resource_and_action_name_their_types() -> None:
    finding = only(text(statement(action="s3:ListBucket", resource=OBJECTS)))
    assert finding.other == "s3:ListBucket"
    assert finding.wanted_types == ("bucket", "accesspoint")
    assert finding.found_type == "object"


@pytest.mark.parametrize("principal", ["*", {"AWS": "*"}, {"AWS": ["111122223333", "*"]}])
def test_a_trust_policy_for_anyone(principal: object) -> None:
    finding = only(text(trust(principal)), PolicyKind.TRUST)
    assert (finding.code, finding.found, finding.severity) == ("trust-anyone", "*", Severity.SECURITY)


def test_a_trust_policy_for_anyone_on_a_condition() -> None:
    condition = {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}
    finding = only(text(trust("*", Condition=condition)), PolicyKind.TRUST)
    assert finding.code == "trust-anyone-on-condition"


def test_a_trust_policy_for_one_account() -> None:
    condition = {"StringEquals": {"sts:ExternalId": "7"}}
    assert lint(text(trust({"AWS": "111122223333"}, Condition=condition)), PolicyKind.TRUST) == ()


@pytest.mark.parametrize(
    ("principal", "code"),
    [
        ({"AWS": "ian"}, "no-such-principal"),
        ({"AWS": "user/ian"}, "no-such-principal"),
        ({"AWS": ["111122223333", "arn:aws:s3:::bucket"]}, "no-such-principal"),
        ({"AWS": "ec2.amazonaws.com"}, "service-as-account"),
        ({"Service": "ec2"}, "no-such-service"),
    ],
)
def test_a_principal_that_aws_refuses(principal: object, code: str) -> None:
    finding = only(text(trust(principal)), PolicyKind.TRUST)
    assert (finding.code, finding.severity) == (code, Severity.ERROR)


@pytest.mark.parametrize(
    "principal",
    [
        {"AWS": "arn:aws:iam::111122223333:user/team/ian"},
        {"AWS": "arn:aws:sts::111122223333:assumed-role/album/theo"},
        {"Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"]},
        {"Federated": "arn:aws:iam::111122223333:oidc-provider/id.example"},
    ],
)
def test_a_principal_that_aws_takes(principal: object) -> None:
    assert lint(text(trust(principal)), PolicyKind.TRUST) == ()


def test_everything_is_what_a_service_control_policy_begins_with() -> None:
    assert lint(text(statement()), PolicyKind.SCP) == ()
    assert lint(text(statement()), PolicyKind.BOUNDARY) == ()


@pytest.mark.parametrize("version", ["2008-10-17", None])
def test_a_variable_in_an_old_document(version: str | None) -> None:
    written = statement(action="s3:GetObject", resource=f"{BUCKET}/${{aws:username}}", Principal="*")
    elements: Json = {"Version": version} if version else {}
    document = json.dumps({**elements, "Statement": [written]})
    finding = only(document, PolicyKind.RESOURCE)
    assert (finding.code, finding.expected) == ("variable-old-version", ("2012-10-17",))


def test_a_finding_stands_where_its_text_stands() -> None:
    document = text(statement(action=["s3:ListBucket", "s3:GetObjet"]), statement("Deny", "s3:GetObjekt"))
    first, second = lint(document)
    lines = document.split("\n")
    for finding, written in ((first, '"s3:GetObjet"'), (second, '"s3:GetObjekt"')):
        assert finding.position.line == finding.end.line
        line = lines[finding.position.line - 1]
        assert line[finding.position.column - 1 : finding.end.column - 1] == written
    assert (first.statement, second.statement) == (0, 1)


def test_a_document_is_of_its_own_kind() -> None:
    document = parse_policy(text(trust("*")), PolicyKind.TRUST)
    assert [finding.code for finding in lint(document)] == ["trust-anyone"]


def test_a_text_that_the_service_refuses() -> None:
    with pytest.raises(PolicyError):
        lint("{{")


def test_a_hundred_findings_and_one_that_says_that_the_reading_ended() -> None:
    many = [statement(action=f"s3:Get{number}Objet") for number in range(LIMIT + 20)]
    findings = lint(text(*many))
    assert len(findings) == LIMIT + 1
    assert [finding.code for finding in findings[-2:]] == ["unknown-action", "too-many"]
    assert lint(text(*many[:LIMIT]))[-1].code == "unknown-action"


def test_every_code_is_provoked_here() -> None:
    elsewhere = {"trust-anyone", "trust-anyone-on-condition", "variable-old-version", "too-many"}
    elsewhere |= {"no-such-principal", "service-as-account", "no-such-service"}
    assert {each[2] for each in FOUND} | elsewhere == set(SEVERITIES)
