"""Goals about roles, other accounts, credentials, instances, files, sign-ins and the history."""

from pathlib import Path

import pytest

from tutor.course import Grounds, evaluate_goals
from tutor.course.goals import Help
from tutor.course.placeholders import resolved
from tutor.gateway import Console

from .conftest import Desk
from .people import ACCOUNT, PHOTOS, Studio, allows, goal_of

ROLE = f"arn:aws:iam::{ACCOUNT}:role/deploy"
TRUST = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,"Action":"sts:AssumeRole"}]}'
ANYBODY = TRUST % '"*"'
YUNA = TRUST % f'{{"AWS":"arn:aws:iam::{ACCOUNT}:user/yuna"}}'
SERVER = TRUST % '{"Service":"ec2.amazonaws.com"}'


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def role(studio: Studio, trust: str, policy: str | None = None) -> None:
    studio.do("iam:CreateRole", RoleName="deploy", AssumeRolePolicyDocument=trust)
    if policy is not None:
        studio.do("iam:PutRolePolicy", RoleName="deploy", PolicyName="mine", PolicyDocument=policy)


def test_a_role_is_asked_as_its_session(studio: Studio) -> None:
    lists = f"allow: {{as: role/deploy, action: s3:ListBucket, resource: '{PHOTOS}'}}"
    assert studio.kind(lists) == "missing"
    role(studio, YUNA)
    assert studio.kind(lists) == "no-policies"
    studio.do(
        "iam:PutRolePolicy",
        RoleName="deploy",
        PolicyName="mine",
        PolicyDocument=allows("s3:ListBucket", PHOTOS),
    )
    assert studio.kind(lists) is None
    assert studio.kind("exists: {role: deploy}") is None
    assert studio.kind("no-own-policies: role/deploy") == "own-policies"
    assert studio.kind("attached: {policy: Paper, to: role/deploy}") == "not-attached"


TRUSTED = [
    ("named", YUNA, "user/yuna", None),
    ("not named", YUNA, "user/noah", "not-trusted"),
    ("nobody of that name", YUNA, "user/sora", "no-such-user"),
    ("a service", SERVER, "service:ec2.amazonaws.com", None),
    ("another service", SERVER, "service:lambda.amazonaws.com", "not-trusted"),
    ("only", YUNA, "user/yuna, only: true", None),
    ("anybody", ANYBODY, "user/yuna, only: true", "trusts-others"),
    ("a service only", SERVER, "service:ec2.amazonaws.com, only: true", None),
    (
        "two services",
        SERVER.replace('"ec2.amazonaws.com"', '["ec2.amazonaws.com", "lambda.amazonaws.com"]'),
        "service:ec2.amazonaws.com, only: true",
        "trusts-others",
    ),
]


@pytest.mark.parametrize(
    ("trust", "who", "kind"), [row[1:] for row in TRUSTED], ids=[row[0] for row in TRUSTED]
)
def test_whom_a_role_trusts(studio: Studio, trust: str, who: str, kind: str | None) -> None:
    role(studio, trust)
    assert studio.kind(f"trusts: {{role: deploy, who: {who}}}") == kind


def test_a_role_that_is_not_there_trusts_nobody(studio: Studio) -> None:
    assert studio.kind("trusts: {role: deploy, who: user/yuna}") == "missing"


SIDES = [
    ("nothing that would do", [], "action-not-covered"),
    ("his own side", [("put-user-policy --user-name theo", "list")], "resource-side-missing"),
    (
        "denied by the organization",
        [("put-user-policy --user-name theo", "list"), ("scp", "deny")],
        "explicit-deny",
    ),
]


@pytest.mark.parametrize(("deeds", "kind"), [row[1:] for row in SIDES], ids=[row[0] for row in SIDES])
def test_between_accounts(bench: Desk, deeds: list[tuple[str, str]], kind: str) -> None:
    run = bench.sit_down()
    bucket = f"arn:aws:s3:::moonrabbit-{run.record.variant['bucket']}"
    console = Console(run.sandbox, run.console.workspace, None)
    for deed, effect in deeds:
        document = allows("s3:ListBucket", "*", "Deny" if effect == "deny" else "Allow")
        (console.workspace / "paper.json").write_text(document, encoding="utf-8")
        if deed == "scp":
            run.sandbox.save.set_profile("boss", {"root": True, "account": "999999999999"})
            made = console.run(
                "aws organizations create-policy --profile boss --name no-lists --description x "
                "--type SERVICE_CONTROL_POLICY --content file://paper.json"
            )
            assert made.rc == 0, made.stderr
            line = (
                "aws organizations attach-policy --profile boss --policy-id {control-policy:no-lists} "
                "--target-id {organization:root}"
            )
            done = console.run(resolved(line, run.sandbox, ACCOUNT))
        else:
            run.sandbox.save.set_profile("them", {"root": True, "account": "222222222222"})
            done = console.run(
                f"aws iam {deed} --policy-name extra --policy-document file://paper.json --profile them"
            )
        assert done.rc == 0, done.stderr
    goal = goal_of("g", f"allow: {{as: user/theo@222222222222, action: s3:ListBucket, resource: '{bucket}'}}")
    grounds = Grounds(run.sandbox, ACCOUNT, run.record.begin, run.record.begin)
    (result,) = evaluate_goals([goal], grounds)
    assert result.cause is not None
    assert result.cause.kind == kind
    assert result.cause.values["principal"] == "theo@222222222222"


def test_a_boundary_caps_what_a_policy_allows(studio: Studio) -> None:
    studio.give("yuna", "Paper", allows("s3:ListBucket", PHOTOS))
    arn = studio.policy("Edge", allows("s3:GetObject", "*"))
    studio.do("iam:PutUserPermissionsBoundary", UserName="yuna", PermissionsBoundary=arn)
    result = studio.result(f"allow: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}'}}")
    assert result.cause is not None
    assert (result.cause.kind, result.cause.help) == ("boundary-caps", Help.WIDEN_BOUNDARY)
    assert result.cause.values["policy"] == "Edge"


def test_a_key_of_the_context_can_be_taken_away(studio: Studio) -> None:
    document = allows("s3:ListBucket", PHOTOS).replace(
        '"Effect"', '"Condition": {"Null": {"aws:SourceIp": "true"}}, "Effect"'
    )
    studio.give("yuna", "Paper", document)
    goal = f"allow: {{as: user/yuna, action: s3:ListBucket, resource: '{PHOTOS}'}}"
    assert studio.kind(goal) == "condition-not-met"
    assert studio.kind(goal.replace("}", ", with: {'aws:sourceip': null}}")) is None


def test_passwords(studio: Studio) -> None:
    assert studio.kind("password: {user: yuna}") == "no-password"
    assert studio.kind("password: {user: yuna, present: false}") is None
    studio.aws("iam create-login-profile --user-name yuna --password Moon-Rabbit-1 --password-reset-required")
    assert studio.kind("password: {user: yuna}") is None
    assert studio.kind("password: {user: yuna, present: false}") == "has-password"
    assert studio.kind("password: {user: yuna, reset-required: true}") is None
    assert studio.kind("password: {user: yuna, reset-required: false}") == "password-reset"
    assert studio.kind("password: {user: sora}") == "no-such-user"


def test_devices(studio: Studio) -> None:
    assert studio.kind("mfa: {user: yuna}") == "no-device"
    assert studio.kind("mfa: {root: true}") == "no-device"
    assert studio.kind("mfa: {user: yuna, devices: 0}") is None


def test_one_key_by_the_order_of_their_making(studio: Studio) -> None:
    second = "key: {id-of: {user: yuna, number: 2}, status: Active}"
    assert studio.kind(second) == "no-such-key"
    studio.do("iam:CreateAccessKey", UserName="yuna")
    assert studio.kind(second) is None
    first = next(iter(studio.sandbox.account.users["yuna"].keys))
    studio.do("iam:DeleteAccessKey", UserName="yuna", AccessKeyId=first)
    keys = [f"key: {{id-of: {{user: yuna, number: {n}}}, status: gone}}" for n in (1, 2)]
    assert sorted(str(studio.kind(key)) for key in keys) == ["None", "key-status"]


def test_a_profile_that_holds_a_key_is_whose_the_key_is(studio: Studio) -> None:
    studio.give("yuna", "Paper", allows("s3:ListBucket", PHOTOS))
    goal = f"allow: {{as: profile/kept, action: s3:ListBucket, resource: '{PHOTOS}'}}"
    key = next(iter(studio.sandbox.account.users["yuna"].keys.values()))
    settings = {"aws_access_key_id": key.key_id, "aws_secret_access_key": key.secret}
    studio.save.set_profile("kept", settings)
    assert studio.kind(goal) is None
    studio.do("iam:DeleteAccessKey", UserName="yuna", AccessKeyId=key.key_id)
    assert studio.kind(goal) == "not-authenticated"


def test_a_key_of_the_root_user_has_a_placeholder(studio: Studio) -> None:
    studio.do("iam:CreateAccessKey")
    made = next(iter(studio.sandbox.account.root.keys))
    assert resolved("{key:root:1}", studio.sandbox, ACCOUNT) == made


def test_the_role_of_an_instance(studio: Studio) -> None:
    goal = "runs-as: {instance: web, role: deploy}"
    assert studio.kind(goal) == "missing"
    role(studio, SERVER)
    studio.aws(
        "ec2 run-instances --image-id resolve:ssm:/aws/service/ami-amazon-linux-latest/"
        "al2023-ami-kernel-default-x86_64 --instance-type t3.micro "
        "--tag-specifications ResourceType=instance,Tags=[{Key=Name,Value=web}]"
    )
    assert studio.kind(goal) == "no-instance-profile"
    studio.do("iam:CreateRole", RoleName="other", AssumeRolePolicyDocument=SERVER)
    studio.do("iam:CreateInstanceProfile", InstanceProfileName="server")
    studio.do("iam:AddRoleToInstanceProfile", InstanceProfileName="server", RoleName="other")
    instance = next(iter(studio.sandbox.account.compute.instances))
    studio.aws(
        f"ec2 associate-iam-instance-profile --instance-id {instance} --iam-instance-profile Name=server"
    )
    assert studio.kind(goal) == "other-role"
    studio.do("iam:RemoveRoleFromInstanceProfile", InstanceProfileName="server", RoleName="other")
    studio.do("iam:AddRoleToInstanceProfile", InstanceProfileName="server", RoleName="deploy")
    assert studio.kind(goal) is None


def test_a_file_that_is_a_policy(studio: Studio) -> None:
    goal = "file: {name: paper.json, valid-policy: true}"
    assert studio.kind(goal) == "no-file"
    (studio.folder / "paper.json").write_text('{"Version": "2012-10-17", "Statement": []', encoding="utf-8")
    cause = studio.result(goal).cause
    assert cause is not None
    assert (cause.kind, cause.values["line"], cause.values["file"]) == ("invalid-policy", "1", "paper.json")
    (studio.folder / "paper.json").write_text(allows("s3:ListBucket", PHOTOS), encoding="utf-8")
    assert studio.kind(goal) is None
    assert studio.kind(goal.replace("true", "true, kind: trust")) == "invalid-policy"
    assert studio.kind("file: {name: ../secret.json, valid-policy: true}") == "no-file"


STATES = [
    ("SummaryMap.Users == `2`", None),
    ("SummaryMap.Users == `3`", "state-otherwise"),
    ("SummaryMap.Nothing", "state-otherwise"),
    ("SummaryMap.Users.no.such", "state-otherwise"),
    ("sum(SummaryMap)", "state-otherwise"),
]


@pytest.mark.parametrize(("where", "kind"), STATES)
def test_the_last_resort(studio: Studio, where: str, kind: str | None) -> None:
    assert studio.kind(f"state: {{call: iam.get-account-summary, where: '{where}'}}") == kind


COMPARED = [
    ("SummaryMap.Users == `3`", {"member": "Users", "found": "2", "wanted": "3"}),
    ("SummaryMap.Nothing == `1`", {"member": "Nothing", "found": "-", "wanted": "1", "nothing": "yes"}),
    ("length(Users) == `3`", {"member": "Users", "found": "2", "wanted": "3", "long": "yes"}),
    ("contains(Users[].UserName, 'sora')", {}),
    ("Users[0].UserName == 'sora'", {"member": "UserName", "found": "noah", "wanted": "sora"}),
    ("SummaryMap.Users > `3`", {}),
]


@pytest.mark.parametrize(("where", "known"), COMPARED)
def test_a_comparison_that_fails_says_what_was_found_and_what_is_wanted(
    studio: Studio, where: str, known: dict[str, str]
) -> None:
    call = "iam.get-account-summary" if "SummaryMap" in where else "iam.list-users"
    cause = studio.result(f'state: {{call: {call}, where: "{where}"}}').cause
    assert cause is not None
    assert {key: value for key, value in cause.values.items() if key not in {"call", "where"}} == known


def test_the_last_resort_leaves_no_trace(studio: Studio) -> None:
    before = studio.save.head
    goal = "state: {call: iam.get-user, with: {UserName: noah}, where: 'User.UserName == `\"noah\"`'}"
    assert studio.kind(goal) is None
    assert studio.kind(goal.replace("UserName: noah", "UserName: nobody")) == "state-otherwise"
    assert studio.save.head == before


def test_counting_what_happened(studio: Studio) -> None:
    refused = "event: {as: user/yuna, action: s3:ListBucket, decision: implicitDeny, count: 2}"
    assert studio.kind(refused) == "never-refused"
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(refused) == "too-few"
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(refused) is None
    studio.aws("s3 ls s3://moonrabbit-photos --profile yuna")
    assert studio.kind(refused) == "too-many"
    assert studio.kind(refused.replace("count: 2", "count: {min: 1}")) is None
    assert studio.kind("event: {action: 'iam:*'}") == "never-done"
    assert studio.kind("event: {error: AccessDenied}") is None


def test_the_door_of_the_console(studio: Studio) -> None:
    inside, outside = "signed-in: {as: user/yuna}", "signed-out: true"
    assert [studio.kind(inside), studio.kind(outside)] == ["not-signed-in", None]
    studio.aws("iam create-login-profile --user-name yuna --password Moon-Rabbit-1")
    studio.console.run("sign-in --user yuna --password Moon-Rabbit-1")
    assert [studio.kind(inside), studio.kind(outside)] == [None, "still-signed-in"]
    assert studio.kind("signed-in: {as: user/yuna, mfa: true}") == "signed-in-without-code"
    studio.console.run("sign-out")
    assert [studio.kind(inside), studio.kind(outside)] == [None, None]
    assert studio.kind("signed-in: {as: user/noah}") == "not-signed-in"


def test_a_request_by_what_it_asked_for(studio: Studio) -> None:
    goal = "event: {action: iam:AddUserToGroup, error: NoSuchEntity, with: {UserName: interns}}"
    studio.do("iam:CreateGroup", GroupName="developers")
    studio.aws("iam add-user-to-group --group-name developers --user-name intrens --profile mina")
    assert studio.kind(goal) == "never-refused"
    studio.aws("iam add-user-to-group --group-name developers --user-name interns --profile mina")
    assert studio.kind(goal) is None


def test_a_code_offered_again_is_not_a_wrong_code(studio: Studio) -> None:
    """The history knows whether a code that was turned away had been good once."""
    arn = f"arn:aws:iam::{ACCOUNT}:mfa/phone"
    wrong, used = (f"event: {{action: signin:ConsoleLogin, code: {code}}}" for code in ("wrong", "used"))
    studio.do("iam:CreateLoginProfile", UserName="yuna", Password="Moon-Rabbit-1")
    for line in (
        "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone --outfile q.png "
        "--bootstrap-method QRCodePNG --profile mina",
        f"aws iam enable-mfa-device --user-name yuna --serial-number {arn} "
        "--authentication-code1 {code:phone} --authentication-code2 {code:phone} --profile mina",
        "sign-in --user yuna --password Moon-Rabbit-1 --code {code:yuna}",
        "sign-out",
        "sign-in --user yuna --password Moon-Rabbit-1 --code 000000",
    ):
        studio.console.run(resolved(line, studio.sandbox, ACCOUNT))
    assert [studio.kind(wrong), studio.kind(used)] == [None, "never-refused"]
    again = "sign-in --user yuna --password Moon-Rabbit-1 --code {used-code:yuna}"
    studio.console.run(resolved(again, studio.sandbox, ACCOUNT))
    assert studio.kind(used) is None
    assert "TokenCode" in str(studio.sandbox.save.entries[-1].request)
    assert resolved("{used-code:yuna}", studio.sandbox, ACCOUNT) not in str(
        studio.sandbox.save.entries[-1].request
    )
