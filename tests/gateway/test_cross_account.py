"""The decision table of spec/iam-facts.md 3.4 once more, end to end: console lines on real entities."""

import json
from collections.abc import Iterator

import pytest

from tests.gateway.conftest import LESSON_START, Lines, wall_clock
from tests.gateway.decision_rows import (
    CROSSING,
    NOT_SET_UP,
    ORGANIZATIONS,
    SESSIONS,
    USERS,
    Row,
)
from tests.gateway.stories import CAPSTONE, HOME, PARTNER, Cast, Json, document, statement, trust
from tutor.account import Save
from tutor.gateway import Sandbox

ELSE = "arn:aws:s3:::something-else/*"
STS = statement(action="sts:*")


@pytest.fixture
def save() -> Iterator[Save]:
    with Save.in_memory(seed=bytes(32), clock=wall_clock) as save:
        save.begin(start=LESSON_START, accounts=(HOME, PARTNER, CAPSTONE))
        yield save


@pytest.fixture
def cast(aws: Lines, sandbox: Sandbox) -> Cast:
    return Cast(aws, sandbox)


def on_s3(letter: str, **more: object) -> Json:
    """A statement about S3 that allows, denies, or allows something else."""
    resource = ELSE if letter == "I" else "*"
    return statement("Deny" if letter == "D" else "Allow", "s3:*", resource, **more)


class Stage:
    """Sets a row up and asks for the object; control policies come last, or they would bind the crew."""

    def __init__(self, cast: Cast, row: Row) -> None:
        self.cast, self.row = cast, row
        self.home, self.other, self.root_id = HOME, PARTNER, ""
        if row.organization:
            self.home, self.other = self._accounts()
        self.owner = self.other if row.cross else self.home

    def decided(self) -> tuple[str, str | None]:
        """Outcome and layer of the row's request."""
        who = getattr(self, f"_{self.row.who}")()
        self._bucket()
        if self.row.organization:
            self._control(*self.row.organization.split())
        return self.cast.decided(f"{who} s3api get-object --bucket moon-data --key a.txt out")

    # Callers

    def _user(self) -> str:
        self.cast.user("alice", account=self.home, boundary=self._boundary())
        self._identity("user alice")
        return "aws --profile alice"

    def _root(self) -> str:
        return f"aws --profile {self.cast.root(self.home)}"

    def _anonymous(self) -> str:
        return "aws --no-sign-request"

    def _token(self) -> str:
        self._user()
        return f"{self.cast.session('get-session-token', 'alice')} aws"

    def _federated(self) -> str:
        self._user()
        self.cast.grant("user alice", STS, name="federate")
        return f"{self.cast.session(f'get-federation-token --name fay{self._session()}', 'alice')} aws"

    def _role(self) -> str:
        helper = self.cast.user("helper")
        bounded = f"--permissions-boundary {self._boundary()}" if self.row.boundary else ""
        arn = self.cast.role("app", trust(helper), more=bounded)
        self._identity("role app")
        assume = f"assume-role --role-arn {arn} --role-session-name s1{self._session()}"
        return f"{self.cast.session(assume, 'helper')} aws"

    def _identity(self, holder: str) -> None:
        for number, policy in enumerate(self.row.identity.split()):
            if policy.startswith("g"):
                root = f"aws --profile {self.cast.root(self.home)} iam"
                self.cast.aws.run(f"{root} create-group --group-name crew")
                self.cast.aws.run(f"{root} add-user-to-group --group-name crew --user-name alice")
                self.cast.grant("group crew", on_s3(policy[1]), account=self.home)
            else:
                self.cast.grant(holder, on_s3(policy), account=self.home, name=f"p{number}")

    def _boundary(self) -> str | None:
        letter = self.row.boundary
        if not letter:
            return None
        allowed = [statement()] if letter == "D" else [STS]
        text = document(*allowed, on_s3(letter))
        root = self.cast.root(self.home)
        line = f"aws --profile {root} iam create-policy --policy-name fence --policy-document '{text}'"
        made = self.cast.aws.json(line)["Policy"]
        assert isinstance(made, dict)
        return str(made["Arn"])

    def _session(self) -> str:
        return f" --policy '{document(on_s3(self.row.session))}'" if self.row.session else ""

    # The bucket

    def _bucket(self) -> None:
        self.cast.bucket("moon-data", account=self.owner, opened="*" in self.row.resource)
        if self.row.resource:
            self.cast.bucket_policy("moon-data", self._named(*self.row.resource.split()), account=self.owner)

    def _named(self, letter: str, whom: str) -> Json:
        account, sts = f"arn:aws:iam::{self.home}", f"arn:aws:sts::{self.home}"
        named: dict[str, object] = {
            "user": f"{account}:user/alice",
            "account": f"{account}:root",
            "*": "*",
            "other": f"{account}:user/bob",
            "role": f"{account}:role/app",
            "session": f"{sts}:assumed-role/app/s1",
            "other-session": f"{sts}:assumed-role/app/s2",
            "federated": f"{sts}:federated-user/fay",
            "not-user": [f"{account}:user/alice", f"{account}:root"],
            "not-other": [f"{account}:user/bob", f"{account}:root"],
        }
        if "other" in whom and "session" not in whom:
            self.cast.user("bob", account=self.home)
        conditions = {"if-role": named["role"], "if-session": named["session"]}
        if whom in conditions:
            only = {"ArnEquals": {"aws:PrincipalArn": conditions[whom]}}
            return on_s3(letter, Principal="*", Condition=only) | {"Resource": BUCKET}
        element = "NotPrincipal" if whom.startswith("not-") else "Principal"
        who = "*" if whom == "*" else {"AWS": named[whom]}
        return on_s3(letter, **{element: who}) | {"Resource": BUCKET}

    # The organization

    def _accounts(self) -> tuple[str, str]:
        manager = f"aws --profile {self.cast.root(CAPSTONE)} organizations"
        self.cast.aws.run(f"{manager} create-organization")
        found = json.loads(self.cast.aws.run(f"{manager} list-roots --query Roots[0].Id").stdout)
        self.root_id = str(found)
        kind = "SERVICE" if self.row.organization.startswith("SCP") else "RESOURCE"
        self.cast.aws.run(
            f"{manager} enable-policy-type --root-id {self.root_id} --policy-type {kind}_CONTROL_POLICY"
        )
        for name in ("home", "other"):
            self.cast.aws.run(f"{manager} create-account --account-name {name} --email {name}@example.com")
        listed = self.cast.aws.json(f"{manager} list-accounts")["Accounts"]
        assert isinstance(listed, list)
        made = {str(account["Name"]): str(account["Id"]) for account in listed}
        return (CAPSTONE if self.row.management else made["home"]), made["other"]

    def _control(self, kind: str, letter: str, over: str) -> None:
        manager = f"aws --profile {self.cast.root(CAPSTONE)} organizations"
        target = {"home": self.home, "other": self.other}.get(over, "")
        if over == "unit":
            target = json.loads(
                self.cast.aws.run(
                    f"{manager} create-organizational-unit --parent-id {self.root_id} --name unit "
                    "--query OrganizationalUnit.Id"
                ).stdout
            )
            self.cast.aws.run(
                f"{manager} move-account --account-id {self.home} --source-parent-id {self.root_id} "
                f"--destination-parent-id {target}"
            )
        everybody: Json = {"Principal": "*"} if kind == "RCP" else {}
        text = document(on_s3(letter, **everybody))
        name = "SERVICE" if kind == "SCP" else "RESOURCE"
        policy = json.loads(
            self.cast.aws.run(
                f"{manager} create-policy --name c --description d --type {name}_CONTROL_POLICY "
                f"--content '{text}' --query Policy.PolicySummary.Id"
            ).stdout
        )
        self.cast.aws.run(f"{manager} attach-policy --policy-id {policy} --target-id {target}")
        if letter == "I":
            self.cast.aws.run(f"{manager} detach-policy --policy-id p-FullAWSAccess --target-id {target}")


BUCKET = ["arn:aws:s3:::moon-data", "arn:aws:s3:::moon-data/*"]
ROWS = [*USERS, *ORGANIZATIONS, *SESSIONS, *CROSSING]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"D{row.number}", marks=[pytest.mark.long] if place % 2 else [])
        for place, row in enumerate(ROWS)
    ],
)
def test_a_row_of_the_decision_table(cast: Cast, row: Row) -> None:
    outcome, why = Stage(cast, row).decided()
    assert outcome == row.outcome
    if row.why is not None:
        assert why == row.why


@pytest.mark.parametrize(
    ("trusting", "identity", "cross", "expected"),
    [
        pytest.param("user", "", False, ("allowed", "trustPolicy"), id="D76"),
        pytest.param("account", "", False, ("implicitDeny", "identityPolicy"), id="D77"),
        pytest.param("account", "A", False, ("allowed", "identityPolicy"), id="D78"),
        pytest.param("else", "A", False, ("implicitDeny", "trustPolicy"), id="D79"),
        pytest.param("account", "A", True, ("allowed", "identityPolicy"), id="D80-account"),
        pytest.param("user", "A", True, ("allowed", "identityPolicy"), id="D80-user"),
        pytest.param("user", "", True, ("implicitDeny", "identityPolicy"), id="D81-user"),
        pytest.param("*", "", True, ("implicitDeny", "identityPolicy"), id="D81-everybody"),
        pytest.param("account-mfa", "A", False, ("implicitDeny", "trustPolicy"), id="D83"),
    ],
)
def test_assuming_a_role(
    cast: Cast, trusting: str, identity: str, cross: bool, expected: tuple[str, str]
) -> None:
    alice = cast.user("alice", *([STS] if identity else []))
    account = PARTNER if cross else HOME
    named = {"user": alice, "else": f"arn:aws:iam::{CAPSTONE}:root", "*": "*"}
    mfa: Json = {"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
    principal = named.get(trusting, f"arn:aws:iam::{HOME}:root")
    role = cast.role("target", trust(principal, **(mfa if "mfa" in trusting else {})), account=account)
    line = f"aws --profile alice sts assume-role --role-arn {role} --role-session-name s1"
    assert cast.decided(line) == expected


@pytest.mark.parametrize("account", [HOME, PARTNER])
def test_d82_root_assumes_no_role(cast: Cast, account: str) -> None:
    role = cast.role("target", trust("*"), account=account)
    assert cast.decided(f"aws sts assume-role --role-arn {role} --role-session-name s1") == (
        "implicitDeny",
        "root",
    )


@pytest.mark.parametrize(
    ("passing", "expected"),
    [
        pytest.param([], ("implicitDeny", "identityPolicy", "iam:PassRole"), id="D87"),
        pytest.param(["lambda.amazonaws.com"], ("implicitDeny", "identityPolicy", "iam:PassRole"), id="D88"),
        pytest.param(["ec2.amazonaws.com"], ("allowed", "identityPolicy", "ec2:RunInstances"), id="D88-ec2"),
    ],
)
def test_handing_a_role_to_an_instance(
    cast: Cast, passing: list[str], expected: tuple[str, str, str]
) -> None:
    role = cast.role("web", trust({"Service": "ec2.amazonaws.com"}))
    cast.aws.run("aws iam create-instance-profile --instance-profile-name web")
    cast.aws.run("aws iam add-role-to-instance-profile --instance-profile-name web --role-name web")
    handed = [
        statement(
            action="iam:PassRole", resource=role, Condition={"StringEquals": {"iam:PassedToService": service}}
        )
        for service in passing
    ]
    cast.user("alice", statement(action="ec2:*"), *handed)
    images = "ec2 describe-images --owners amazon --query Images[0].ImageId --output text"
    image = cast.aws.run(f"aws {images}").stdout.strip()
    event = cast.aws.console.run(
        f"aws --profile alice ec2 run-instances --image-id {image} --instance-type t3.micro "
        "--iam-instance-profile Name=web"
    ).events[-1]
    assert (event.outcome, event.decided_by, event.action) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("sts get-caller-identity", id="D89"),
        pytest.param("sts get-session-token", id="D90"),
    ],
)
def test_what_no_policy_controls(cast: Cast, line: str) -> None:
    cast.user("alice", statement("Deny"))
    assert cast.decided(f"aws --profile alice {line}") == ("allowed", "notControlled")


def test_every_row_is_here_or_has_a_reason() -> None:
    elsewhere = {str(number) for number in (*range(76, 84), *range(87, 91))}
    rows = [row.number for row in ROWS]
    assert sorted([*rows, *NOT_SET_UP, *elsewhere], key=int) == [str(number) for number in range(1, 91)]


def test_s3_tells_why_inside_the_account_and_the_organization_only(cast: Cast) -> None:
    cast.user("alice")
    cast.bucket("home-data")
    cast.bucket("far-data", account=PARTNER)
    get = "s3api get-object --key a.txt out --bucket"
    inside = cast.aws.refused(f"aws --profile alice {get} home-data")
    assert inside.endswith("because no identity-based policy allows the s3:GetObject action")
    assert cast.aws.refused(f"aws --profile alice {get} far-data").endswith(
        "calling the GetObject operation: Access Denied"
    )
    assert cast.aws.refused(f"aws --no-sign-request {get} home-data").endswith(
        "calling the GetObject operation: Access Denied"
    )
    assert cast.code(f"aws --no-sign-request {get} absent-data") == "NoSuchBucket"


def test_a_public_policy_reaches_strangers_only_without_the_block(cast: Cast) -> None:
    everybody = on_s3("A", Principal="*") | {"Resource": BUCKET}
    cast.bucket("moon-data", everybody, opened=True)
    get = "aws --no-sign-request s3api get-object --bucket moon-data --key a.txt out"
    assert cast.code(get) is None
    cast.aws.run(
        "aws s3api put-public-access-block --bucket moon-data "
        "--public-access-block-configuration RestrictPublicBuckets=true"
    )
    assert cast.code(get) == "AccessDenied"
    cast.user("alice")
    assert cast.code("aws --profile alice s3api head-object --bucket moon-data --key a.txt") is None


def test_ec2_encodes_why_it_refuses(cast: Cast) -> None:
    cast.user("alice")
    told = cast.aws.refused("aws --profile alice ec2 describe-instances")
    assert "(UnauthorizedOperation)" in told
    reason, _, message = told.partition(" Encoded authorization failure message: ")
    assert reason.endswith("because no identity-based policy allows the ec2:DescribeInstances action")
    decode = f"sts decode-authorization-message --encoded-message {message}"
    answer = json.loads(str(cast.aws.json(f"aws {decode}")["DecodedMessage"]))
    assert (answer["allowed"], answer["explicitDeny"]) == (False, False)
    assert answer["context"]["action"] == "ec2:DescribeInstances"
    assert cast.code(f"aws --profile alice {decode}") == "AccessDenied"


def test_a_past_request_is_explained_by_the_account_of_its_time(cast: Cast) -> None:
    helper = cast.user("helper")
    role = cast.role("app", trust(helper), on_s3("A"))
    session = cast.session(
        f"assume-role --role-arn {role} --role-session-name s1 --policy '{document(on_s3('I'))}'", "helper"
    )
    cast.bucket("moon-data", account=PARTNER)
    lines = [
        f"{session} aws s3api get-object --bucket moon-data --key a.txt out",
        f"aws --profile helper sts assume-role --role-arn {role} --role-session-name s2",
        "aws --no-sign-request s3api get-object --bucket moon-data --key a.txt out",
        "aws --profile helper iam list-roles",
    ]
    live = [cast.aws.console.run(line).events[-1] for line in lines]
    cast.aws.run("aws iam delete-role-policy --role-name app --policy-name inline")
    cast.aws.run("aws iam delete-role --role-name app")
    for event in live:
        assert event.decision is not None
        assert cast.sandbox.explain(event).decision == event.decision
