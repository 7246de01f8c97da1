"""Central root access: AssumeRoot for one task, and the access report of an organization."""

from typing import Any

import pytest

from tests.gateway.conftest import Lines
from tests.gateway.stories import Cast, document, statement, variables
from tutor.account import RequestRecord, caller_of
from tutor.gateway import Sandbox

TASK = "arn:aws:iam::aws:policy/root-task/"
ENABLE = "aws iam enable-organizations-root-sessions"


@pytest.fixture
def cast(aws: Lines, sandbox: Sandbox) -> Cast:
    aws.run("aws organizations create-organization")
    aws.run("aws organizations create-account --account-name lab --email lab@example.com")
    cast = Cast(aws, sandbox)
    cast.user("admin", statement())
    return cast


@pytest.fixture
def lab(cast: Cast, sandbox: Sandbox) -> str:
    return next(each for each in sandbox.world.accounts if each != sandbox.account.account_id)


def assume(lab: str, task: str, more: str = "") -> str:
    asked = f"--target-principal {lab} --task-policy-arn arn={TASK}{task}"
    return f"aws --profile admin sts assume-root {asked} {more}"


def test_a_bucket_that_denies_everybody_is_opened_again(cast: Cast, lab: str) -> None:
    cast.aws.run(ENABLE)
    deny = {**statement("Deny", "s3:*", ["arn:aws:s3:::vault", "arn:aws:s3:::vault/*"]), "Principal": "*"}
    cast.bucket("vault", deny, account=lab)
    session = variables(cast.aws.json(assume(lab, "S3UnlockBucketPolicy")))
    who = cast.aws.json(f"{session} aws sts get-caller-identity")
    assert (who["Arn"], who["UserId"]) == (f"arn:aws:iam::{lab}:root", lab)
    assert "(AccessDenied)" in cast.aws.refused(
        f"{session} aws s3api get-object --bucket vault --key a.txt o"
    )
    denied = cast.aws.refused(f"{session} aws iam list-users")
    assert "with an explicit deny in a session policy" in denied
    cast.aws.run(f"{session} aws s3api delete-bucket-policy --bucket vault")
    cast.aws.run(f"aws --profile {cast.root(lab)} s3api get-object --bucket vault --key a.txt o")


def test_the_root_users_credentials_are_looked_through_and_deleted(
    cast: Cast, lab: str, sandbox: Sandbox
) -> None:
    cast.aws.run(ENABLE)
    cast.aws.run(f"aws --profile {cast.root(lab)} iam create-access-key")
    audit = variables(cast.aws.json(assume(lab, "IAMAuditRootUserCredentials")))
    listed: Any = cast.aws.json(f"{audit} aws iam list-access-keys")["AccessKeyMetadata"]
    (key,) = listed
    line = f"aws iam delete-access-key --access-key-id {key['AccessKeyId']}"
    assert "(AccessDenied)" in cast.aws.refused(f"{audit} {line}")
    cleaning = variables(cast.aws.json(assume(lab, "IAMDeleteRootUserCredentials")))
    cast.aws.run(f"{cleaning} {line}")
    assert sandbox.world.accounts[lab].root.keys == {}


def test_the_root_users_password_is_taken_and_given_back(cast: Cast, lab: str, sandbox: Sandbox) -> None:
    cast.aws.run(ENABLE)
    root = sandbox.world.accounts[lab].root
    password = {"hash": "pbkdf2-sha256$1$$", "conforms": True}
    owner = caller_of(sandbox.world.accounts[lab], root)
    parameters: dict[str, object] = {"Email": "lab@example.com", "Password": password}
    sandbox.save.append(RequestRecord("signin", "SetRootPassword", parameters, owner, None, "203.0.113.10"))
    cleaning = variables(cast.aws.json(assume(lab, "IAMDeleteRootUserCredentials")))
    cast.aws.run(f"{cleaning} aws iam get-login-profile")
    cast.aws.run(f"{cleaning} aws iam delete-login-profile")
    assert sandbox.world.accounts[lab].root.login is None
    assert "(NoSuchEntity)" in cast.aws.refused(f"{cleaning} aws iam get-login-profile")
    restoring = variables(cast.aws.json(assume(lab, "IAMCreateRootUserPassword")))
    cast.aws.run(f"{restoring} aws iam create-login-profile")
    assert "(NoSuchEntity)" in cast.aws.refused("aws iam delete-login-profile")


def test_it_lasts_fifteen_minutes(cast: Cast, lab: str) -> None:
    cast.aws.run(ENABLE)
    session = variables(cast.aws.json(assume(lab, "IAMAuditRootUserCredentials")))
    cast.aws.run("clock +16m")
    assert "ExpiredToken" in cast.aws.refused(f"{session} aws iam list-access-keys")


def test_what_is_asked_of_the_caller(cast: Cast, lab: str, sandbox: Sandbox) -> None:
    audit = "IAMAuditRootUserCredentials"
    assert "not enabled" in cast.aws.refused(assume(lab, audit))
    cast.aws.run(ENABLE)
    by_root = assume(lab, audit).replace(" --profile admin", "")
    assert "Roles may not be assumed by root accounts." in cast.aws.refused(by_root)
    assert "(AccessDenied)" in cast.aws.refused(assume(sandbox.account.account_id, audit))
    assert "(AccessDenied)" in cast.aws.refused(assume("999999999999", audit))
    assert "(ValidationError)" in cast.aws.refused(assume(lab, "Other"))
    assert "(ValidationError)" in cast.aws.refused(assume(lab, audit, "--duration-seconds 901"))
    cast.user("plain")
    assert "(AccessDenied)" in cast.aws.refused(assume(lab, audit).replace("admin", "plain", 1))
    condition = {"StringEquals": {"sts:TaskPolicyArn": f"{TASK}{audit}"}}
    cast.grant("user plain", statement(action="sts:AssumeRoot", Condition=condition))
    cast.aws.run(assume(lab, audit).replace("admin", "plain", 1))
    assert "(AccessDenied)" in cast.aws.refused(
        assume(lab, "S3UnlockBucketPolicy").replace("admin", "plain", 1)
    )


def test_a_policy_can_tell_an_assumed_root(cast: Cast, lab: str) -> None:
    cast.aws.run(ENABLE)
    deny = {
        **statement("Deny", "s3:GetBucketPolicy", "arn:aws:s3:::vault"),
        "Principal": "*",
        "Condition": {"Bool": {"aws:AssumedRoot": "true"}},
    }
    cast.bucket("vault", deny, account=lab)
    line = "aws s3api list-buckets"
    session = variables(cast.aws.json(assume(lab, "S3UnlockBucketPolicy")))
    cast.aws.run(f"{session} {line}")
    told = cast.aws.console.run(f"{session} aws s3api get-bucket-policy --bucket vault")
    assert told.rc == 0  # root may always mend the policy of its own bucket


# The access report


def report(cast: Cast, path: str, more: str = "") -> dict[str, Any]:
    job = cast.aws.json(f"aws iam generate-organizations-access-report --entity-path {path} {more}")["JobId"]
    return dict(cast.aws.json(f"aws iam get-organizations-access-report --job-id {job}"))


def test_the_report_names_who_used_what_last(cast: Cast, lab: str, sandbox: Sandbox) -> None:
    organization = sandbox.world.organization
    assert organization is not None
    cast.user("noah", statement(), account=lab)
    cast.aws.run("aws --profile noah s3 ls")
    root = f"{organization.org_id}/{organization.root_id}"
    everything = report(cast, root)
    used = {row["ServiceNamespace"]: row for row in everything["AccessDetails"] if "EntityPath" in row}
    assert used["s3"]["EntityPath"] == f"{root}/{lab}"
    assert used["s3"]["TotalAuthenticatedEntities"] == 1
    assert everything["JobStatus"] == "COMPLETED"
    assert everything["NumberOfServicesNotAccessed"] == everything["NumberOfServicesAccessible"] - len(used)
    own = report(cast, f"{root}/{sandbox.account.account_id}")
    assert "EntityPath" not in {row["ServiceNamespace"]: row for row in own["AccessDetails"]}["s3"]


def test_an_scp_narrows_what_is_accessible(cast: Cast, lab: str, sandbox: Sandbox) -> None:
    organization = sandbox.world.organization
    assert organization is not None
    cast.aws.run(
        f"aws organizations enable-policy-type --root-id {organization.root_id} "
        "--policy-type SERVICE_CONTROL_POLICY"
    )
    text = document(statement(action=["s3:*", "ec2:*"]))
    made: Any = cast.aws.json(
        "aws organizations create-policy --name few --description few --type SERVICE_CONTROL_POLICY "
        f"--content '{text}'"
    )
    policy = made["Policy"]["PolicySummary"]["Id"]
    cast.aws.run(f"aws organizations attach-policy --policy-id {policy} --target-id {lab}")
    cast.aws.run(f"aws organizations detach-policy --policy-id p-FullAWSAccess --target-id {lab}")
    path = f"{organization.org_id}/{organization.root_id}"
    assert [row["ServiceNamespace"] for row in report(cast, f"{path}/{lab}")["AccessDetails"]] == [
        "ec2",
        "s3",
    ]
    assert report(cast, path)["NumberOfServicesAccessible"] > 2
    assert report(cast, path, f"--organizations-policy-id {policy}")["NumberOfServicesAccessible"] == 2


def test_only_the_management_account_may_ask_and_only_of_what_there_is(
    cast: Cast, lab: str, sandbox: Sandbox
) -> None:
    organization = sandbox.world.organization
    assert organization is not None
    path = f"{organization.org_id}/{organization.root_id}"
    line = f"iam generate-organizations-access-report --entity-path {path}"
    assert "CallerIsNotManagementAccount" in cast.aws.refused(f"aws --profile {cast.root(lab)} {line}")
    assert "(InvalidInput)" in cast.aws.refused(f"aws {line}/999999999999")
    missing = "a8b6c06f-aaa4-8abc-28bc-81da71836359"
    assert "(NoSuchEntity)" in cast.aws.refused(f"aws iam get-organizations-access-report --job-id {missing}")


def test_pages_and_orders(cast: Cast, lab: str, sandbox: Sandbox) -> None:
    organization = sandbox.world.organization
    assert organization is not None
    path = f"{organization.org_id}/{organization.root_id}"
    cast.aws.run("aws --profile admin s3 ls")
    made = cast.aws.json(f"aws iam generate-organizations-access-report --entity-path {path}")
    line = f"aws iam get-organizations-access-report --job-id {made['JobId']} --max-items 2"
    first: Any = cast.aws.json(line)
    names = [row["ServiceNamespace"] for row in first["AccessDetails"]]
    assert len(names) == 2
    second: Any = cast.aws.json(f"{line} --marker {first['Marker']}")
    assert second["AccessDetails"][0]["ServiceNamespace"] > names[1]
    last: Any = cast.aws.json(f"{line} --sort-key LAST_AUTHENTICATED_TIME_DESCENDING")
    assert "EntityPath" in last["AccessDetails"][0]
