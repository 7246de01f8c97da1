"""S3, EC2 and Organizations through the real AWS CLI, and what their protocols say to odd requests."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree

import pytest

from tests.gateway.conftest import WALL_CLOCK, Lines
from tests.gateway.signing import FORM, signed
from tutor.account import Save
from tutor.account.machines import IMAGES
from tutor.gateway import Credentials, Headers, HttpRequest, HttpResponse, Sandbox, signature
from tutor.gateway.signature import Authorization, Scope

EC2, ORGANIZATIONS = (("ec2", "us-east-1"), ("organizations", "us-east-1"))
AMI = IMAGES[0].id_in("us-east-1")
STRANGER = Credentials("AKIAIOSFODNN7EXAMPLE", "secret")
TRUST = (
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},'
    '"Action":"sts:AssumeRole"}}'
)


@pytest.fixture
def root(sandbox: Sandbox) -> Credentials:
    key = sandbox.credentials_of(None)
    assert key is not None
    return key


def allow(*actions: str) -> str:
    statement = {"Effect": "Allow", "Action": list(actions), "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def grant(aws: Lines, *actions: str) -> None:
    line = "aws iam put-user-policy --user-name yuna --policy-name given --policy-document"
    aws.run(f"{line} '{allow(*actions)}'")


# S3


def test_files_go_up_and_down_and_from_bucket_to_bucket(aws: Lines, workspace: Path) -> None:
    (workspace / "a.txt").write_text("moon")
    (workspace / "album").mkdir()
    for number in range(3):
        (workspace / "album" / f"{number}.jpg").write_text(str(number))
    aws.run("aws s3 mb s3://here")
    aws.run("aws s3 mb s3://there --region ap-northeast-2")
    aws.run("aws s3 cp a.txt s3://here/a.txt")
    aws.run("aws s3 sync album s3://here/album")
    aws.run("aws s3 sync s3://here s3://there")
    aws.run("aws s3 mv s3://there/a.txt s3://there/b.txt")
    aws.run("aws s3 cp s3://there/b.txt back.txt")
    assert (workspace / "back.txt").read_text() == "moon"
    listed = aws.run("aws s3 ls s3://there --recursive").stdout.split()
    assert listed[3::4] == ["album/0.jpg", "album/1.jpg", "album/2.jpg", "b.txt"]
    aws.run("aws s3 rm s3://there/album --recursive")
    aws.run("aws s3 rb s3://there --force")
    assert aws.run("aws s3 ls").stdout.split()[2:] == ["here"]
    where = aws.json("aws s3api get-bucket-location --bucket here")
    assert where == {"LocationConstraint": None}


def test_a_large_file_goes_in_parts(aws: Lines, workspace: Path, sandbox: Sandbox) -> None:
    body = bytes(range(256)) * 36_000
    (workspace / "large").write_bytes(body)
    aws.run("aws s3 mb s3://box")
    aws.run("aws s3 cp large s3://box/large --no-progress")
    aws.run("aws s3 cp s3://box/large s3://box/copy --no-progress")
    aws.run("aws s3 cp s3://box/copy copy --no-progress")
    assert (workspace / "copy").read_bytes() == body
    bucket = sandbox.world.bucket("box")
    assert bucket is not None
    assert (bucket.objects["large"].parts, bucket.uploads) == (2, {})


def test_bucket_settings_read_as_aws_writes_them(aws: Lines) -> None:
    aws.run("aws s3 mb s3://box")
    aws.run("aws s3api put-bucket-tagging --bucket box --tagging 'TagSet=[{Key=team,Value=달}]'")
    assert aws.json("aws s3api get-bucket-tagging --bucket box") == {
        "TagSet": [{"Key": "team", "Value": "달"}]
    }
    acl: Any = aws.json("aws s3api get-bucket-acl --bucket box")
    assert acl["Grants"][0]["Grantee"] == {**acl["Owner"], "Type": "CanonicalUser"}
    document = {
        "Version": "2012-10-17",
        "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::box/*"},
    }
    aws.run(f"aws s3api put-bucket-policy --bucket box --policy '{json.dumps(document)}'")
    shown: Any = aws.json("aws s3api get-bucket-policy --bucket box")
    assert json.loads(shown["Policy"]) == document
    status = aws.json("aws s3api get-bucket-policy-status --bucket box")
    assert status == {"PolicyStatus": {"IsPublic": False}}
    assert "NoSuchWebsiteConfiguration" in aws.refused("aws s3api get-bucket-website --bucket box")
    missing = aws.refused("aws s3api put-bucket-policy --bucket box --policy '{}'")
    assert missing.startswith(
        "An error occurred (MalformedPolicy) when calling the PutBucketPolicy operation: "
        "Missing required field Statement"
    )


def test_many_keys_are_deleted_in_one_request(aws: Lines) -> None:
    aws.run("aws s3 mb s3://box")
    for key in ("a", "b&c", "사진"):
        aws.run(f"aws s3api put-object --bucket box --key '{key}'")
    keys = json.dumps({"Objects": [{"Key": "a"}, {"Key": "b&c"}]})
    assert aws.json(f"aws s3api delete-objects --bucket box --delete '{keys}'") == {
        "Deleted": [{"Key": "a"}, {"Key": "b&c"}]
    }
    listed = aws.run("aws s3api list-objects --bucket box --query Contents[].Key --output text")
    assert listed.stdout == "사진\n"


# Presigned addresses


@dataclass(frozen=True)
class Address:
    """What an address is signed for; `changes` are made to its query before that."""

    target: str = "/box/a.txt"
    method: str = "GET"
    body: bytes = b""
    seconds: object = 60
    age: timedelta = timedelta(0)
    changes: tuple[tuple[str, str | None], ...] = ()


def presigned(key: Credentials, address: Address) -> HttpRequest:
    """A request with an address signed by version 4."""
    stamp = (WALL_CLOCK - address.age).strftime("%Y%m%dT%H%M%SZ")
    scope = Scope(stamp[:8], "us-east-1", "s3")
    query: dict[str, str | None] = {
        "X-Amz-Algorithm": signature.ALGORITHM,
        "X-Amz-Credential": f"{key.access_key_id}/{scope}",
        "X-Amz-Date": stamp,
        "X-Amz-Expires": str(address.seconds),
        "X-Amz-SignedHeaders": "host",
        **dict(address.changes),
    }
    text = urlencode({name: value for name, value in query.items() if value is not None})
    http = HttpRequest.of(
        address.method, f"https://s3.amazonaws.com{address.target}?{text}", [], address.body
    )
    fields = [*http.headers.items(), ("x-amz-content-sha256", "UNSIGNED-PAYLOAD")]
    authorization = Authorization(key.access_key_id, scope, ("host",), "", stamp, None)
    plain = replace(http, headers=Headers(fields))
    hexed = signature.signature_of(plain, authorization, key.secret_access_key)
    return replace(http, query=f"{http.query}&X-Amz-Signature={hexed}")


def error(answer: HttpResponse) -> tuple[int, str]:
    texts = {element.tag: element.text or "" for element in ElementTree.fromstring(answer.body).iter()}
    return answer.status, texts["Code"]


@pytest.fixture
def box(aws: Lines, workspace: Path) -> Lines:
    (workspace / "a.txt").write_text("moon")
    aws.run("aws s3 mb s3://box")
    aws.run("aws s3 cp a.txt s3://box/a.txt")
    return aws


def test_whoever_has_the_address_gets_the_object(box: Lines, sandbox: Sandbox) -> None:
    url = box.run("aws s3 presign s3://box/a.txt --expires-in 60").stdout.strip()
    assert dict(parse_qsl(urlsplit(url).query))["X-Amz-Expires"] == "60"
    answer = sandbox.send(HttpRequest.of("GET", url), source_ip="198.51.100.7")
    assert (answer.status, answer.body) == (200, b"moon")
    event = sandbox.history()[-1]
    assert (event.action, event.resource) == ("s3:GetObject", "arn:aws:s3:::box/a.txt")
    assert event.caller is not None


def test_the_console_signs_addresses_by_the_sandbox_clock(box: Lines, sandbox: Sandbox) -> None:
    """Its date is the sandbox's, and it ends when the sandbox's clock is moved beyond its time."""
    url = box.run("aws s3 presign s3://box/a.txt --expires-in 60").stdout.strip()
    signed = dict(parse_qsl(urlsplit(url).query))["X-Amz-Date"]
    assert signed.startswith(f"{sandbox.world.now:%Y%m%dT%H}")
    assert sandbox.send(HttpRequest.of("GET", url)).status == 200
    box.run("clock +1h")
    assert error(sandbox.send(HttpRequest.of("GET", url))) == (403, "AccessDenied")


def test_an_address_may_do_what_its_signer_may(aws_with_yuna: Lines, sandbox: Sandbox) -> None:
    aws_with_yuna.run("aws s3 mb s3://box")
    url = aws_with_yuna.run("aws --profile yuna s3 presign s3://box/a.txt").stdout.strip()
    assert error(sandbox.send(HttpRequest.of("GET", url))) == (403, "AccessDenied")
    grant(aws_with_yuna, "s3:*")
    assert error(sandbox.send(HttpRequest.of("GET", url))) == (404, "NoSuchKey")


def test_an_address_can_be_for_an_upload(box: Lines, sandbox: Sandbox, root: Credentials) -> None:
    http = presigned(root, Address("/box/new", "PUT", b"noon"))
    assert sandbox.send(http).status == 200
    bucket = sandbox.world.bucket("box")
    assert bucket is not None
    assert bucket.objects["new"].body == b"noon"
    hidden = replace(http, headers=Headers([*http.headers.items(), ("x-amz-meta-a", "b")]))
    assert error(sandbox.send(hidden)) == (403, "AccessDenied")


NOT_GOOD = [
    (Address(age=timedelta(seconds=61)), (403, "AccessDenied")),
    (Address(age=timedelta(minutes=-16)), (403, "AccessDenied")),
    (Address(seconds=604_801), (400, "AuthorizationQueryParametersError")),
    (Address(seconds=-1), (400, "AuthorizationQueryParametersError")),
    (Address(seconds="soon"), (400, "AuthorizationQueryParametersError")),
    (Address(seconds="9" * 400), (400, "AuthorizationQueryParametersError")),
    (Address(changes=(("X-Amz-Date", None),)), (400, "AuthorizationQueryParametersError")),
    (Address(changes=(("X-Amz-Date", "today"),)), (400, "AuthorizationQueryParametersError")),
    (Address(changes=(("X-Amz-Credential", "AKIA/x"),)), (400, "AuthorizationQueryParametersError")),
    (Address(changes=(("X-Amz-Algorithm", "AWS4-HMAC-SHA512"),)), (400, "InvalidRequest")),
    (Address(changes=(("X-Amz-Security-Token", "token"),)), (400, "InvalidToken")),
    (Address(changes=(("X-Amz-SignedHeaders", "x-none"),)), (403, "SignatureDoesNotMatch")),
]


@pytest.mark.parametrize(("address", "expected"), NOT_GOOD)
def test_addresses_that_are_not_good(
    box: Lines, sandbox: Sandbox, root: Credentials, address: Address, expected: tuple[int, str]
) -> None:
    assert error(sandbox.send(presigned(root, address))) == expected


def test_an_address_is_good_for_one_request_and_one_key(
    box: Lines, sandbox: Sandbox, root: Credentials
) -> None:
    http = presigned(root, Address())
    assert sandbox.send(http).status == 200
    assert error(sandbox.send(replace(http, path="/box/b.txt")))[1] == "SignatureDoesNotMatch"
    assert error(sandbox.send(replace(http, method="DELETE")))[1] == "SignatureDoesNotMatch"
    assert error(sandbox.send(replace(http, query=http.query + "&x=1")))[1] == "SignatureDoesNotMatch"
    wrong = replace(root, secret_access_key="wrong")
    assert error(sandbox.send(presigned(wrong, Address())))[1] == "SignatureDoesNotMatch"
    assert error(sandbox.send(presigned(STRANGER, Address())))[1] == "InvalidAccessKeyId"
    twice = replace(http, headers=Headers([*http.headers.items(), ("Authorization", "AWS4-HMAC-SHA256 x")]))
    assert error(sandbox.send(twice)) == (400, "InvalidArgument")


def test_an_expired_address_says_when_it_did(box: Lines, sandbox: Sandbox, root: Credentials) -> None:
    answer = sandbox.send(presigned(root, Address(age=timedelta(minutes=2))))
    texts = {element.tag: element.text for element in ElementTree.fromstring(answer.body).iter()}
    assert texts["Message"] == "Request has expired"
    assert texts["X-Amz-Expires"] == "60"
    assert texts["Expires"] == "2031-03-14T15:08:26Z"
    assert texts["ServerTime"] == "2031-03-14T15:09:26Z"


# EC2


def with_profile(aws: Lines) -> None:
    aws.run(f"aws iam create-role --role-name web --assume-role-policy-document '{TRUST}'")
    aws.run("aws iam create-instance-profile --instance-profile-name web")
    aws.run("aws iam add-role-to-instance-profile --instance-profile-name web --role-name web")


LAUNCH = f"ec2 run-instances --image-id {AMI} --instance-type t3.micro"


def test_an_instance_from_launch_to_end(aws: Lines) -> None:
    with_profile(aws)
    tags = "ResourceType=instance,Tags=[{Key=name,Value=web}]"
    launched: Any = aws.json(f"aws {LAUNCH} --iam-instance-profile Name=web --tag-specifications '{tags}'")
    (instance,) = launched["Instances"]
    name = instance["InstanceId"]
    assert instance["State"] == {"Code": 0, "Name": "pending"}
    aws.run(f"aws ec2 wait instance-running --instance-ids {name}")
    shown = aws.run(
        "aws ec2 describe-instances --filters Name=tag:name,Values=web "
        "--query 'Reservations[].Instances[].[State.Name,IamInstanceProfile.Arn]' --output text"
    )
    assert shown.stdout.split() == ["running", "arn:aws:iam::111111111111:instance-profile/web"]
    found: Any = aws.json("aws ec2 describe-iam-instance-profile-associations")
    (association,) = found["IamInstanceProfileAssociations"]
    line = f"--association-id {association['AssociationId']}"
    aws.run(f"aws ec2 replace-iam-instance-profile-association {line} --iam-instance-profile Name=web")
    aws.run(f"aws ec2 create-tags --resources {name} --tags Key=team,Value=moon")
    assert aws.run("aws ec2 delete-tags --resources " + name).stdout == ""
    aws.run(f"aws ec2 stop-instances --instance-ids {name}")
    aws.run(f"aws ec2 wait instance-stopped --instance-ids {name}")
    aws.run(f"aws ec2 start-instances --instance-ids {name}")
    ended: Any = aws.json(f"aws ec2 terminate-instances --instance-ids {name}")
    assert ended["TerminatingInstances"][0]["CurrentState"]["Name"] == "shutting-down"
    aws.run(f"aws ec2 wait instance-terminated --instance-ids {name}")


def test_a_profile_is_handed_over_only_by_who_may_pass_its_role(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    with_profile(aws)
    grant(aws, "ec2:*")
    aws.run(f"aws --profile yuna {LAUNCH}")
    refused = aws.refused(f"aws --profile yuna {LAUNCH} --iam-instance-profile Name=web")
    assert refused.startswith(
        "An error occurred (UnauthorizedOperation) when calling the RunInstances operation: "
        "You are not authorized to perform this operation. User: arn:aws:iam::111111111111:user/yuna is not "
        "authorized to perform: iam:PassRole on resource: arn:aws:iam::111111111111:role/web because no "
        "identity-based policy allows the iam:PassRole action"
    )
    grant(aws, "ec2:*", "iam:PassRole")
    aws.run(f"aws --profile yuna {LAUNCH} --iam-instance-profile Name=web")


def test_a_dry_run_tells_who_may(aws_with_yuna: Lines) -> None:
    allowed = aws_with_yuna.refused(f"aws {LAUNCH} --dry-run")
    assert allowed == (
        "An error occurred (DryRunOperation) when calling the RunInstances operation: "
        "Request would have succeeded, but DryRun flag is set."
    )
    refused = aws_with_yuna.refused(f"aws --profile yuna {LAUNCH} --dry-run")
    assert "(UnauthorizedOperation)" in refused


def at_ec2(form: str) -> HttpRequest:
    return HttpRequest.of(
        "POST", "https://ec2.us-east-1.amazonaws.com/", [("Content-Type", FORM)], form.encode()
    )


ODD_EC2 = [
    ("", "MissingAction"),
    ("Action=Nonsense&Version=2016-11-15", "InvalidAction"),
    ("Action=DescribeInstances&Version=2006-01-01", "InvalidAction"),
    ("Action=StopInstances&Version=2016-11-15", "MissingParameter"),
    ("Action=StopInstances&Version=2016-11-15&InstanceId.=i-1", "MissingParameter"),
    ("Action=StopInstances&Version=2016-11-15&InstanceId=i-1", "MissingParameter"),
    ("Action=StopInstances&Version=2016-11-15&InstanceId.2=i-1", "InvalidInstanceID.Malformed"),
    ("Action=StopInstances&Version=2016-11-15" + "&A" + ".1" * 5000 + "=x", "MissingParameter"),
    ("Action=DescribeInstances&Version=2016-11-15&MaxResults=many", "InvalidParameterValue"),
    ("Action=DescribeInstances&Version=2016-11-15&InstanceId.1=x", "InvalidInstanceID.Malformed"),
    ("Action=CreateVpc&Version=2016-11-15", "NotImplemented"),
]


@pytest.mark.parametrize(("form", "code"), ODD_EC2)
def test_odd_requests_to_ec2(sandbox: Sandbox, root: Credentials, form: str, code: str) -> None:
    answer = sandbox.send(signed(at_ec2(form), root, WALL_CLOCK, scope=EC2))
    assert error(answer) == (400, code)


def test_ec2_does_not_know_who_that_is(sandbox: Sandbox, root: Credentials) -> None:
    http = at_ec2("Action=DescribeInstances&Version=2016-11-15")
    for key in (STRANGER, replace(root, secret_access_key="wrong")):
        answer = sandbox.send(signed(http, key, WALL_CLOCK, scope=EC2))
        assert error(answer) == (401, "AuthFailure")


# Organizations


def test_a_control_policy_binds_the_member_but_not_the_management_account(
    aws: Lines, sandbox: Sandbox
) -> None:
    aws.run("aws organizations create-organization")
    roots: Any = aws.json("aws organizations list-roots")
    root_id = roots["Roots"][0]["Id"]
    aws.run(f"aws organizations enable-policy-type --root-id {root_id} --policy-type SERVICE_CONTROL_POLICY")
    asked: Any = aws.json("aws organizations create-account --email lab@example.com --account-name lab")
    request = asked["CreateAccountStatus"]["Id"]
    made: Any = aws.json(
        f"aws organizations describe-create-account-status --create-account-request-id {request}"
    )
    account = made["CreateAccountStatus"]["AccountId"]
    denial = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}'
    policy: Any = aws.json(
        "aws organizations create-policy --name no-s3 --description '' --type SERVICE_CONTROL_POLICY "
        f"--content '{denial}'"
    )
    policy_id = policy["Policy"]["PolicySummary"]["Id"]
    aws.run("aws iam create-user --user-name yuna")
    aws.run("aws iam create-access-key --user-name yuna")
    grant(aws, "sts:AssumeRole")
    role = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
    session: Any = aws.json(f"aws --profile yuna sts assume-role --role-arn {role} --role-session-name yuna")
    key = session["Credentials"]
    inside = (
        f"AWS_ACCESS_KEY_ID={key['AccessKeyId']} AWS_SECRET_ACCESS_KEY={key['SecretAccessKey']} "
        f"AWS_SESSION_TOKEN={key['SessionToken']} aws s3 ls"
    )
    aws.run(inside)
    aws.run(f"aws organizations attach-policy --policy-id {policy_id} --target-id {root_id}")
    refused = aws.refused(inside)
    assert "with an explicit deny in a service control policy" in refused
    aws.run("aws s3 ls")


def at_organizations(target: str, body: bytes) -> HttpRequest:
    fields = [("Content-Type", "application/x-amz-json-1.1"), ("X-Amz-Target", target)]
    return HttpRequest.of("POST", "https://organizations.us-east-1.amazonaws.com/", fields, body)


PREFIX = "AWSOrganizationsV20161128."
ODD_JSON = [
    ("", b"{}", "UnknownOperationException"),
    ("Nonsense.ListRoots", b"{}", "UnknownOperationException"),
    (f"{PREFIX}Nonsense", b"{}", "UnknownOperationException"),
    (f"{PREFIX}ListRoots", b"{", "SerializationException"),
    (f"{PREFIX}ListRoots", b"[]", "SerializationException"),
    (f"{PREFIX}ListRoots", b"\xff", "SerializationException"),
    (f"{PREFIX}ListRoots", b"[" * 100_000, "SerializationException"),
    (f"{PREFIX}ListRoots", b'{"MaxResults":"many"}', "SerializationException"),
    (f"{PREFIX}ListRoots", b'{"MaxResults":true}', "SerializationException"),
    (f"{PREFIX}DescribePolicy", b"{}", "ValidationException"),
    (f"{PREFIX}ListDelegatedAdministrators", b"{}", "NotImplemented"),
    (f"{PREFIX}ListRoots", b"", "AWSOrganizationsNotInUseException"),
]


@pytest.mark.parametrize(("target", "body", "code"), ODD_JSON)
def test_odd_requests_to_organizations(
    sandbox: Sandbox, root: Credentials, target: str, body: bytes, code: str
) -> None:
    answer = sandbox.send(signed(at_organizations(target, body), root, WALL_CLOCK, scope=ORGANIZATIONS))
    assert (answer.status, json.loads(answer.body)["__type"]) == (400, code)


def test_organizations_has_its_own_codes_for_who_that_is(sandbox: Sandbox, root: Credentials) -> None:
    http = at_organizations(f"{PREFIX}ListRoots", b"{}")
    for key, code in (
        (STRANGER, "UnrecognizedClientException"),
        (replace(root, secret_access_key="wrong"), "InvalidSignatureException"),
    ):
        answer = sandbox.send(signed(http, key, WALL_CLOCK, scope=ORGANIZATIONS))
        assert json.loads(answer.body)["__type"] == code


def test_who_is_not_allowed_gets_the_sentence_too(aws_with_yuna: Lines) -> None:
    assert aws_with_yuna.refused("aws --profile yuna organizations list-roots") == (
        "An error occurred (AccessDeniedException) when calling the ListRoots operation: "
        "User: arn:aws:iam::111111111111:user/yuna is not authorized to perform: organizations:ListRoots "
        "because no identity-based policy allows the organizations:ListRoots action"
    )


def test_a_journal_with_all_of_it_replays(box: Lines, save: Save) -> None:
    box.run("aws organizations create-organization")
    box.run(f"aws {LAUNCH}")
    box.run("aws s3 presign s3://box/a.txt")
    again = save.world_at(save.head)
    assert again.accounts == save.world.accounts
    assert again.organization == save.world.organization
