"""Every condition key that a request carries (spec 5): a policy that asks for it lets the request through."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.gateway.conftest import LESSON_START, WALL_CLOCK, Lines, wall_clock
from tests.gateway.signing import query, signed
from tests.gateway.stories import CAPSTONE, HOME, PARTNER, Cast, Json, document, statement, trust
from tests.gateway.test_door import error
from tutor.account import Save
from tutor.account.totp import code_at, step_of
from tutor.gateway import HttpRequest, Sandbox
from tutor.gateway.needs import NEEDS
from tutor.gateway.principals import UnknownPrincipal
from tutor.policy.catalogue import Catalogue

ACCOUNT = f"arn:aws:iam::{HOME}"


@pytest.fixture
def save() -> Iterator[Save]:
    with Save.in_memory(seed=bytes(32), clock=wall_clock) as save:
        save.begin(start=LESSON_START, accounts=(HOME, PARTNER, CAPSTONE))
        yield save


@pytest.fixture
def cast(aws: Lines, sandbox: Sandbox) -> Cast:
    return Cast(aws, sandbox)


def when(operator: str, key: str, *values: str) -> Json:
    """Everything is allowed where one condition holds."""
    return statement(Condition={operator: {key: list(values)}})


def equals(key: str, value: str) -> Json:
    return when("StringEquals", key, value)


def absent(key: str) -> Json:
    return when("Null", key, "true")


USER = "--profile lina"
LIST_USERS = "iam list-users"
BUCKET = "arn:aws:s3:::moon-data"

OF_EVERY_REQUEST = [
    equals("aws:PrincipalArn", f"{ACCOUNT}:user/lina"),
    equals("aws:PrincipalAccount", HOME),
    equals("aws:PrincipalType", "User"),
    equals("aws:PrincipalTag/team", "photo"),
    equals("aws:PrincipalTag/TEAM", "photo"),
    when("Bool", "aws:PrincipalIsAWSService", "false"),
    when("StringLike", "aws:userid", "AIDA*"),
    equals("aws:username", "lina"),
    equals("aws:ResourceAccount", HOME),
    equals("aws:RequestedRegion", "us-east-1"),
    when("Bool", "aws:SecureTransport", "true"),
    when("Bool", "aws:ViaAWSService", "false"),
    when("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
    when("DateGreaterThan", "aws:CurrentTime", "2026-01-05T09:00:00Z"),
    when("NumericGreaterThan", "aws:EpochTime", "1767600000"),
    when("StringLike", "aws:UserAgent", "aws-cli/*"),
    statement(resource="*", Condition={"StringLike": {"aws:PrincipalArn": "*/${aws:username}"}}),
    absent("aws:MultiFactorAuthPresent"),
    absent("aws:MultiFactorAuthAge"),
    absent("aws:TokenIssueTime"),
    absent("aws:SourceIdentity"),
    absent("aws:PrincipalOrgID"),
    absent("aws:FederatedProvider"),
    absent("aws:Referer"),
    absent("aws:CalledVia"),
    absent("aws:SourceVpc"),
]


def key_of(rule: Json) -> str:
    condition = rule["Condition"]
    assert isinstance(condition, dict)
    return str(next(iter(next(iter(condition.values())))))


@pytest.mark.parametrize("rule", OF_EVERY_REQUEST, ids=key_of)
def test_what_a_request_of_a_user_carries(cast: Cast, rule: Json) -> None:
    cast.user("lina", rule)
    cast.aws.run("aws iam tag-user --user-name lina --tags Key=team,Value=photo")
    assert cast.code(f"aws {USER} {LIST_USERS}") is None


PARAMETERS = [
    (
        equals("aws:RequestTag/team", "photo"),
        "iam create-user --user-name a --tags Key=team,Value=photo",
        "iam create-user --user-name a --tags Key=team,Value=print",
    ),
    (
        when("ForAllValues:StringEquals", "aws:TagKeys", "team", "cost"),
        "iam create-user --user-name a --tags Key=team,Value=photo",
        "iam create-user --user-name a --tags Key=team,Value=photo Key=x,Value=y",
    ),
    (
        when("ForAnyValue:StringEquals", "aws:TagKeys", "team"),
        "iam untag-user --user-name lina --tag-keys team",
        "iam untag-user --user-name lina --tag-keys cost",
    ),
    (
        equals("iam:ResourceTag/team", "photo"),
        "iam get-user --user-name lina",
        "iam get-user --user-name bare",
    ),
    (
        equals("aws:ResourceTag/team", "photo"),
        "iam list-role-tags --role-name tagged",
        "iam list-role-tags --role-name plain",
    ),
    (
        when("ArnEquals", "iam:PolicyARN", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
        "iam attach-user-policy --user-name bare --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        "iam attach-user-policy --user-name bare --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
    ),
    (
        equals("iam:PermissionsBoundary", "arn:aws:iam::aws:policy/PowerUserAccess"),
        "iam create-user --user-name a --permissions-boundary arn:aws:iam::aws:policy/PowerUserAccess",
        "iam create-user --user-name a",
    ),
    (
        equals("iam:PermissionsBoundary", "arn:aws:iam::aws:policy/PowerUserAccess"),
        "iam put-role-permissions-boundary --role-name plain "
        "--permissions-boundary arn:aws:iam::aws:policy/PowerUserAccess",
        "iam put-role-permissions-boundary --role-name plain "
        "--permissions-boundary arn:aws:iam::aws:policy/AdministratorAccess",
    ),
    (
        equals("iam:AWSServiceName", "support.amazonaws.com"),
        "iam create-service-linked-role --aws-service-name support.amazonaws.com",
        "iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com",
    ),
    (
        when("StringLike", "s3:prefix", "public/*"),
        "s3api list-objects-v2 --bucket moon-data --prefix public/a",
        "s3api list-objects-v2 --bucket moon-data",
    ),
    (
        equals("s3:delimiter", "/"),
        "s3api list-objects-v2 --bucket moon-data --delimiter /",
        "s3api list-objects-v2 --bucket moon-data",
    ),
    (
        when("NumericLessThanEquals", "s3:max-keys", "10"),
        "s3api list-objects-v2 --bucket moon-data --max-keys 5 --no-paginate",
        "s3api list-objects-v2 --bucket moon-data --max-keys 50 --no-paginate",
    ),
    (
        equals("s3:ExistingObjectTag/kind", "photo"),
        "s3api head-object --bucket moon-data --key tagged",
        "s3api head-object --bucket moon-data --key a.txt",
    ),
    (
        equals("s3:RequestObjectTag/kind", "photo"),
        "s3api put-object --bucket moon-data --key b --tagging kind=photo",
        "s3api put-object --bucket moon-data --key b --tagging kind=song",
    ),
    (
        equals("s3:x-amz-storage-class", "STANDARD_IA"),
        "s3api put-object --bucket moon-data --key b --storage-class STANDARD_IA",
        "s3api put-object --bucket moon-data --key b",
    ),
    (
        equals("s3:ResourceAccount", HOME),
        "s3api list-objects-v2 --bucket moon-data",
        "s3api list-objects-v2 --bucket far-data",
    ),
    (
        equals("s3:LocationConstraint", "ap-northeast-2"),
        "s3api create-bucket --bucket seoul-data --region ap-northeast-2 "
        "--create-bucket-configuration LocationConstraint=ap-northeast-2",
        "s3api create-bucket --bucket seoul-data",
    ),
    (equals("s3:authType", "REST-HEADER"), "s3 ls", None),
    (
        equals("aws:RequestedRegion", "ap-northeast-2"),
        "ec2 describe-instances --region ap-northeast-2",
        "ec2 describe-instances",
    ),
    (
        equals("ec2:Region", "ap-northeast-2"),
        "ec2 stop-instances --instance-ids i-00000000000000000 --region ap-northeast-2",
        "ec2 stop-instances --instance-ids i-00000000000000000",
    ),
]


@pytest.mark.parametrize(
    ("rule", "fits", "differs"),
    PARAMETERS,
    ids=[f"{key_of(rule)}-{shlex.split(fits)[1]}" for rule, fits, _ in PARAMETERS],
)
def test_what_the_parameters_add(cast: Cast, rule: Json, fits: str, differs: str | None) -> None:
    cast.user("lina", rule)
    aws = cast.aws
    aws.run("aws iam tag-user --user-name lina --tags Key=team,Value=photo")
    aws.run("aws iam create-user --user-name bare")
    cast.role("tagged", trust("*"), more="--tags Key=team,Value=photo")
    cast.role("plain", trust("*"))
    cast.bucket("moon-data")
    cast.bucket(
        "far-data",
        statement(Principal="*") | {"Resource": "arn:aws:s3:::far-data"},
        account=PARTNER,
        opened=True,
    )
    aws.run("aws s3api put-object --bucket moon-data --key tagged --tagging kind=photo")
    allowed = aws.console.run(f"aws {USER} {fits}")
    assert [event.outcome for event in allowed.events] == ["allowed"], allowed.stderr
    if differs is not None:
        assert aws.console.run(f"aws {USER} {differs}").events[-1].outcome == "implicitDeny"


ROLE = f"{ACCOUNT}:role/staff/auditor"
ASSUME = f"assume-role --role-arn {ROLE} --role-session-name july"


@pytest.mark.parametrize(
    ("rule", "more", "less"),
    [
        (equals("sts:ExternalId", "moon-1"), "--external-id moon-1", "--external-id moon-2"),
        (equals("sts:RoleSessionName", "july"), "", None),
        (equals("sts:SourceIdentity", "lina"), "--source-identity lina", "--source-identity mina"),
        (equals("aws:RequestTag/team", "a"), "--tags Key=team,Value=a", "--tags Key=team,Value=b"),
        (when("ForAllValues:StringEquals", "aws:TagKeys", "team"), "--tags Key=team,Value=a",
         "--tags Key=cost,Value=a"),
        (when("ForAnyValue:StringEquals", "sts:TransitiveTagKeys", "team"),
         "--tags Key=team,Value=a --transitive-tag-keys team", "--tags Key=team,Value=a"),
        (equals("iam:ResourceTag/level", "high"), "", None),
        (when("NumericLessThanEquals", "sts:DurationSeconds", "900"), "--duration-seconds 900",
         "--duration-seconds 1800"),
    ],
    ids=lambda value: key_of(value) if isinstance(value, dict) else None,
)  # fmt: skip
def test_what_a_trust_policy_may_ask(cast: Cast, rule: Json, more: str, less: str | None) -> None:
    lina = cast.user("lina")
    condition = rule["Condition"]
    actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
    cast.role(
        "auditor",
        trust(lina, action=actions, Condition=condition),
        more="--path /staff/ --tags Key=level,Value=high",
    )
    assert cast.code(f"aws {USER} sts {ASSUME} {more}") is None
    if less is not None:
        assert cast.code(f"aws {USER} sts {ASSUME} {less}") == "AccessDenied"


def test_tags_and_a_source_identity_need_actions_of_their_own(cast: Cast) -> None:
    lina = cast.user("lina")
    cast.role("auditor", trust(lina), more="--path /staff/")
    assert cast.code(f"aws {USER} sts {ASSUME}") is None
    told = cast.aws.refused(f"aws {USER} sts {ASSUME} --tags Key=team,Value=a")
    assert told.endswith(f"is not authorized to perform: sts:TagSession on resource: {ROLE}")
    told = cast.aws.refused(f"aws {USER} sts {ASSUME} --source-identity lina")
    assert told.endswith(f"is not authorized to perform: sts:SetSourceIdentity on resource: {ROLE}")


OF_A_ROLE = [
    equals("aws:PrincipalArn", ROLE),
    equals("aws:PrincipalType", "AssumedRole"),
    equals("aws:PrincipalTag/team", "session"),
    equals("aws:PrincipalTag/level", "high"),
    when("StringLike", "aws:userid", "AROA*:july"),
    absent("aws:username"),
    when("Bool", "aws:MultiFactorAuthPresent", "false"),
    absent("aws:MultiFactorAuthAge"),
    when("DateGreaterThan", "aws:TokenIssueTime", "2026-01-05T09:00:00Z"),
    equals("aws:SourceIdentity", "lina"),
]


@pytest.mark.parametrize("rule", OF_A_ROLE, ids=key_of)
def test_what_a_session_of_a_role_carries(cast: Cast, rule: Json) -> None:
    lina = cast.user("lina")
    actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
    tags = "--tags Key=level,Value=high Key=team,Value=role"
    cast.role("auditor", trust(lina, action=actions), rule, more=f"--path /staff/ {tags}")
    session = cast.session(f"{ASSUME} --source-identity lina --tags Key=TEAM,Value=session", "lina")
    assert cast.code(f"{session} aws {LIST_USERS}") is None


def test_the_time_of_issue_stays_while_the_session_lasts(cast: Cast) -> None:
    lina = cast.user("lina")
    revoked = statement("Deny", Condition={"DateLessThan": {"aws:TokenIssueTime": "2026-01-05T10:00:00Z"}})
    cast.role("auditor", trust(lina), statement(), revoked, more="--path /staff/")
    early = cast.session(ASSUME, "lina")
    cast.aws.run("clock +59m")
    assert cast.decided(f"{early} aws {LIST_USERS}") == ("explicitDeny", "identityPolicy")
    cast.aws.run("clock +2m")
    assert cast.code(f"{cast.session(ASSUME, 'lina')} aws {LIST_USERS}") is None


def code_now(cast: Cast, serial: str) -> str:
    device = cast.sandbox.account.mfa_devices[serial]
    return code_at(device.seed, step_of(cast.sandbox.world.now))


@pytest.fixture
def serial(cast: Cast) -> str:
    """Lina's device, enabled a minute ago."""
    cast.user("lina", statement())
    made = cast.aws.json(
        "aws iam create-virtual-mfa-device --virtual-mfa-device-name lina --outfile seed "
        "--bootstrap-method Base32StringSeed"
    )["VirtualMFADevice"]
    assert isinstance(made, dict)
    serial = str(made["SerialNumber"])
    seed, step = cast.sandbox.account.mfa_devices[serial].seed, step_of(cast.sandbox.world.now)
    cast.aws.run(
        f"aws iam enable-mfa-device --user-name lina --serial-number {serial} "
        f"--authentication-code1 {code_at(seed, step)} --authentication-code2 {code_at(seed, step + 1)}"
    )
    cast.aws.run("clock +1m")
    return serial


def test_mfa_is_in_the_session_that_a_code_was_given_for(cast: Cast, serial: str) -> None:
    cast.grant("user lina", when("Bool", "aws:MultiFactorAuthPresent", "true"))
    assert cast.code(f"aws {USER} {LIST_USERS}") == "AccessDenied", "a long-term key carries no such key"
    asked = f"get-session-token --serial-number {serial} --token-code {code_now(cast, serial)}"
    session = cast.session(asked, "lina")
    assert cast.code(f"{session} aws {LIST_USERS}") is None
    cast.grant("user lina", when("NumericLessThan", "aws:MultiFactorAuthAge", "600"))
    assert cast.code(f"{session} aws {LIST_USERS}") is None
    cast.aws.run("clock +10m")
    assert cast.code(f"{session} aws {LIST_USERS}") == "AccessDenied"


def test_a_trust_policy_sees_the_code_that_comes_with_the_request(cast: Cast, serial: str) -> None:
    condition = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    cast.role("auditor", trust(f"{ACCOUNT}:user/lina", Condition=condition), more="--path /staff/")
    assert cast.code(f"aws {USER} sts {ASSUME}") == "AccessDenied"
    proof = f"--serial-number {serial} --token-code"
    event = cast.aws.run(f"aws {USER} sts {ASSUME} {proof} {code_now(cast, serial)}").events[-1]
    assert cast.sandbox.explain(event).decision == event.decision
    told = cast.aws.refused(f"aws {USER} sts {ASSUME} {proof} 000000")
    assert told.endswith("MultiFactorAuthentication failed with invalid MFA one time pass code.")
    assert cast.sandbox.history()[-1].outcome == "implicitDeny"


@pytest.mark.parametrize(
    "rule",
    [
        equals("s3:authType", "REST-QUERY-STRING"),
        equals("s3:signatureversion", "AWS4-HMAC-SHA256"),
        when("NumericLessThanEquals", "s3:signatureAge", "60000"),
    ],
    ids=key_of,
)
def test_a_presigned_address_says_that_it_is_one(cast: Cast, sandbox: Sandbox, rule: Json) -> None:
    cast.user("lina", rule)
    cast.bucket("moon-data")
    address = cast.aws.run(f"aws {USER} s3 presign s3://moon-data/a.txt").stdout.strip()
    assert sandbox.send(HttpRequest.of("GET", address)).status == 200
    if key_of(rule) != "s3:signatureversion":
        assert cast.code(f"aws {USER} s3api get-object --bucket moon-data --key a.txt o") == "AccessDenied"


def test_the_rows_name_actions_that_there_are() -> None:
    catalogue = Catalogue.open()
    for action, _ in NEEDS.values():
        assert catalogue.action(action) is not None, action


def test_an_organization_is_in_the_context_of_both_sides(cast: Cast) -> None:
    cast.aws.run("aws organizations create-organization")
    organization = cast.sandbox.world.organization
    assert organization is not None
    path = f"{organization.org_id}/{organization.root_id}/"
    rules = [
        equals("aws:PrincipalOrgID", organization.org_id),
        when("ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", path),
        equals("aws:ResourceOrgID", organization.org_id),
        when("ForAnyValue:StringLike", "aws:ResourceOrgPaths", f"{organization.org_id}/*"),
    ]
    cast.user("lina")
    for rule in rules:
        cast.grant("user lina", rule)
        assert cast.code(f"aws {USER} {LIST_USERS}") is None, rule


def test_a_request_without_tls_says_so(sandbox: Sandbox, cast: Cast) -> None:
    rule = statement("Deny", Condition={"Bool": {"aws:SecureTransport": "false"}})
    cast.user("lina", statement(), rule)
    key = sandbox.credentials_of("lina")
    assert key is not None
    http = query("Action=ListUsers&Version=2010-05-08")
    assert sandbox.send(signed(http, key, WALL_CLOCK)).status == 200
    refused = sandbox.send(signed(replace(http, secure=False), key, WALL_CLOCK))
    assert error(refused)[1] == "AccessDenied"
    event = sandbox.history()[-1]
    decision = sandbox.explain(event).decision
    assert decision is not None
    assert decision.outcome == event.outcome == "explicitDeny"


def test_what_a_policy_asked_of_the_arrival_is_in_the_journal(cast: Cast, save: Save) -> None:
    cast.user("lina", statement())
    plain = cast.aws.run(f"aws {USER} {LIST_USERS}").events[-1]
    cast.grant("user lina", when("StringLike", "aws:UserAgent", "aws-cli/*"))
    asked = cast.aws.run(f"aws {USER} {LIST_USERS}").events[-1]
    recorded = [save.entry(event.index).request for event in (plain, asked)]
    assert [list(request.context) for request in recorded if request] == [[], ["aws:UserAgent"]]
    assert cast.sandbox.explain(asked).decision == asked.decision


def test_questions_about_every_kind_of_principal(cast: Cast) -> None:
    ask = cast.sandbox.ask
    lina = cast.user("lina", when("Bool", "aws:MultiFactorAuthPresent", "true"))
    cast.user("hana", statement(), account=PARTNER)
    cast.role("auditor", trust(lina), equals("aws:PrincipalType", "AssumedRole"))
    cast.bucket("moon-data", statement(action="s3:GetObject", Principal={"AWS": PARTNER}) | {
        "Resource": f"{BUCKET}/*"
    })  # fmt: skip
    photo = f"{BUCKET}/a.txt"
    assert not ask("user/lina", "s3:GetObject", photo).allowed
    assert ask("user/lina", "s3:GetObject", photo, mfa=True).allowed
    assert ask("user/lina", "s3:GetObject", photo, {"aws:MultiFactorAuthPresent": True}).allowed
    assert ask(f"user/hana@{PARTNER}", "s3:GetObject", photo).allowed
    assert not ask(f"user/hana@{PARTNER}", "s3:DeleteObject", photo).allowed
    assert ask("role/auditor", "s3:GetObject", photo).allowed
    july = ask("role/auditor/july", "s3:GetObject", photo).request.principal
    assert july.arn == f"arn:aws:sts::{HOME}:assumed-role/auditor/july"
    assert ask("assumed-role/auditor/july", "s3:GetObject", photo).request.principal == july
    assert ask("role/auditor", "iam:ListUsers", "*", mfa=True).request.context.single(
        "aws:MultiFactorAuthPresent"
    ) == "true"  # fmt: skip
    assert ask("user/lina", "sts:AssumeRole", f"{ACCOUNT}:role/auditor").decided_by == "trustPolicy"
    assert ask("root", "s3:GetObject", photo).decided_by == "root"
    assert not ask(f"root@{PARTNER}", "iam:ListUsers", f"{ACCOUNT}:user/lina").allowed
    assert not ask("anonymous", "s3:GetObject", photo).allowed
    for nobody in ("role/none", "user/lina@222222222222", "user/lina@999999999999", "group/x", "role/"):
        with pytest.raises(UnknownPrincipal):
            ask(nobody, "s3:GetObject", photo)


def test_web_identity_brings_the_claims_of_its_provider(cast: Cast) -> None:
    from tutor.account.web_identity import web_identity_token

    cast.aws.run(
        "aws iam create-open-id-connect-provider --url https://login.moon.example --client-id-list app"
    )
    provider = next(iter(cast.sandbox.account.oidc_providers.values()))
    rule = {"StringEquals": {"login.moon.example:sub": "yuna", "login.moon.example:aud": "app"}}
    cast.role(
        "visitor",
        trust({"Federated": provider.arn}, action="sts:AssumeRoleWithWebIdentity", Condition=rule),
        equals("aws:FederatedProvider", provider.url),
    )

    def asked(subject: str) -> str:
        token = web_identity_token(provider, {"sub": subject, "aud": "app"}, cast.sandbox.world.now)
        return (
            f"sts assume-role-with-web-identity --role-arn {ACCOUNT}:role/visitor "
            f"--role-session-name july --web-identity-token {token}"
        )

    session = cast.session(asked("yuna").removeprefix("sts "))
    assert cast.code(f"{session} aws {LIST_USERS}") is None
    assert cast.aws.refused(f"aws {asked('mina')}").endswith(
        "(AccessDenied) when calling the AssumeRoleWithWebIdentity operation: "
        "Not authorized to perform sts:AssumeRoleWithWebIdentity"
    )
    assert cast.code(f"aws {asked('yuna')}x") == "InvalidIdentityToken"


def test_documents_of_the_rules_are_documents() -> None:
    for rule in [*OF_EVERY_REQUEST, *OF_A_ROLE, *(rule for rule, _, _ in PARAMETERS)]:
        assert json.loads(document(rule))["Statement"] == [rule]
