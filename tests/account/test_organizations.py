"""Organizations: the tree, its accounts, and the control policies over them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.account.people import START, Person, still
from tests.account.shapes import check_held
from tutor.account import LEARNER, ClockMode, Save, ServiceError
from tutor.account.control_policies import RCP, SCP
from tutor.account.organization import Organization

PARTNER = "222222222222"
DENY_S3 = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}'
DENY_ALL_RCP = (
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}'
)


@pytest.fixture
def root() -> Person:
    save = Save.in_memory(seed=b"s", clock=still)
    save.begin(accounts=(LEARNER, PARTNER), mode=ClockMode.LESSON, start=START)
    return Person(save)


@pytest.fixture
def management(root: Person) -> Person:
    root.ask("organizations:CreateOrganization")
    return root


def organization(person: Person) -> Organization:
    found = person.save.world.organization
    assert found is not None
    return found


def refusal(person: Person, action: str, **parameters: object) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        person.ask(f"organizations:{action}", **parameters)
    return raised.value


def root_id(person: Person) -> str:
    return organization(person).root_id


def new_account(person: Person, name: str = "lab") -> str:
    made = person.ask("organizations:CreateAccount", AccountName=name, Email=f"{name}@example.com")
    request = made["CreateAccountStatus"]
    assert request["State"] == "IN_PROGRESS"
    status = person.ask("organizations:DescribeCreateAccountStatus", CreateAccountRequestId=request["Id"])
    assert status["CreateAccountStatus"]["State"] == "SUCCEEDED"
    return str(status["CreateAccountStatus"]["AccountId"])


def new_unit(person: Person, parent: str, name: str = "lab") -> str:
    made = person.ask("organizations:CreateOrganizationalUnit", ParentId=parent, Name=name)
    return str(made["OrganizationalUnit"]["Id"])


def new_policy(person: Person, content: str = DENY_S3, kind: str = SCP, name: str = "no-s3") -> str:
    made = person.ask("organizations:CreatePolicy", Name=name, Description="", Type=kind, Content=content)
    return str(made["Policy"]["PolicySummary"]["Id"])


def enable(person: Person, kind: str = SCP) -> Any:
    return person.ask("organizations:EnablePolicyType", RootId=root_id(person), PolicyType=kind)


def names(person: Person, account_id: str, kind: str = SCP) -> list[list[str]]:
    levels = organization(person).levels(account_id, kind)
    return [[attached.source.rpartition("/")[2] for attached in level] for level in levels]


def test_ids_have_the_forms_of_aws(management: Person) -> None:
    unit, policy = new_unit(management, root_id(management)), new_policy(management)
    assert organization(management).org_id.startswith("o-")
    assert len(organization(management).org_id) == 12
    assert unit.startswith(f"ou-{root_id(management).removeprefix('r-')}-")
    assert policy.startswith("p-")
    account = new_account(management)
    assert account.isdecimal()
    assert len(account) == 12


def test_only_the_management_account_may_ask_for_most_things(management: Person) -> None:
    account = new_account(management)
    member, stranger = Person(management.save, account=account), Person(management.save, account=PARTNER)
    shown = member.ask("organizations:DescribeOrganization")["Organization"]
    assert shown["MasterAccountId"] == LEARNER
    error = refusal(member, "ListAccounts")
    assert (error.code, error.message) == (
        "AccessDeniedException",
        "You don't have permissions to access this resource.",
    )
    error = refusal(stranger, "DescribeOrganization")
    assert (error.code, error.message) == (
        "AWSOrganizationsNotInUseException",
        "Your account is not a member of an organization.",
    )
    assert refusal(management, "CreateOrganization").code == "AlreadyInOrganizationException"
    assert refusal(member, "CreateOrganization").code == "AlreadyInOrganizationException"


def test_a_new_account_lets_the_management_account_in(management: Person) -> None:
    account = management.save.world.accounts[new_account(management)]
    role = account.roles["OrganizationAccountAccessRole"]
    assert json.loads(role.trust.text)["Statement"][0]["Principal"] == {"AWS": f"arn:aws:iam::{LEARNER}:root"}
    assert list(role.inline) == ["AdministratorAccess"]
    check_held(management)


def test_an_address_serves_one_account_only(management: Person) -> None:
    new_account(management)
    again = management.ask("organizations:CreateAccount", AccountName="again", Email="LAB@example.com")
    status = management.ask(
        "organizations:DescribeCreateAccountStatus",
        CreateAccountRequestId=again["CreateAccountStatus"]["Id"],
    )["CreateAccountStatus"]
    assert (status["State"], status["FailureReason"]) == ("FAILED", "EMAIL_ALREADY_EXISTS")
    failed = management.ask("organizations:ListCreateAccountStatus", States=["FAILED"])
    assert [row["AccountName"] for row in failed["CreateAccountStatuses"]] == ["again"]


def test_ten_accounts_and_no_more(management: Person) -> None:
    for number in range(9):
        new_account(management, f"lab{number}")
    error = refusal(management, "CreateAccount", AccountName="more", Email="more@example.com")
    assert (error.code, error.fields) == (
        "ConstraintViolationException",
        {"Reason": "ACCOUNT_NUMBER_LIMIT_EXCEEDED"},
    )


def test_accounts_have_pages_and_places(management: Person) -> None:
    accounts = [new_account(management, name) for name in ("lab", "shop")]
    unit = new_unit(management, root_id(management))
    place = {"SourceParentId": root_id(management), "DestinationParentId": unit}
    management.ask("organizations:MoveAccount", AccountId=accounts[0], **place)
    inside = management.ask("organizations:ListAccountsForParent", ParentId=unit)["Accounts"]
    assert [account["Name"] for account in inside] == ["lab"]
    parents = management.ask("organizations:ListParents", ChildId=accounts[0])["Parents"]
    assert parents == [{"Id": unit, "Type": "ORGANIZATIONAL_UNIT"}]
    page = management.ask("organizations:ListAccounts", MaxResults=2)
    rest = management.ask("organizations:ListAccounts", NextToken=page["NextToken"])
    ids = [account["Id"] for account in (*page["Accounts"], *rest["Accounts"])]
    assert ids == [LEARNER, *accounts]
    path = organization(management).path_of(accounts[0])
    assert path == f"{organization(management).org_id}/{root_id(management)}/{unit}/"
    assert refusal(management, "MoveAccount", AccountId=accounts[0], **place).code == (
        "SourceParentNotFoundException"
    )
    check_held(management)


def test_policies_bind_only_once_their_type_is_enabled(management: Person) -> None:
    account, policy = new_account(management), new_policy(management)
    assert names(management, account) == []
    error = refusal(management, "AttachPolicy", PolicyId=policy, TargetId=account)
    assert error.code == "PolicyTypeNotEnabledException"
    assert enable(management)["Root"]["PolicyTypes"] == [{"Type": SCP, "Status": "ENABLED"}]
    assert names(management, account) == [["p-FullAWSAccess"], ["p-FullAWSAccess"]]
    management.ask("organizations:AttachPolicy", PolicyId=policy, TargetId=account)
    assert names(management, account) == [["p-FullAWSAccess"], ["p-FullAWSAccess", policy]]
    assert names(management, LEARNER) == []
    assert names(management, PARTNER) == []
    assert organization(management).service_control_levels(account) != ()
    assert organization(management).resource_control_levels(account) == ()
    check_held(management)


def test_what_comes_later_begins_with_full_access_and_inherits(management: Person) -> None:
    enable(management)
    enable(management, RCP)
    unit = new_unit(management, root_id(management))
    inner = new_unit(management, unit)
    account = new_account(management)
    for source, destination in ((root_id(management), unit), (unit, inner)):
        management.ask(
            "organizations:MoveAccount",
            AccountId=account,
            SourceParentId=source,
            DestinationParentId=destination,
        )
    policy = new_policy(management, DENY_ALL_RCP, RCP)
    management.ask("organizations:AttachPolicy", PolicyId=policy, TargetId=unit)
    full = "p-RCPFullAWSAccess"
    assert names(management, account, RCP) == [[full], [full, policy], [full], [full]]
    assert names(management, account) == [["p-FullAWSAccess"]] * 4
    targets = management.ask("organizations:ListTargetsForPolicy", PolicyId=policy)["Targets"]
    assert [(target["Name"], target["Type"]) for target in targets] == [("lab", "ORGANIZATIONAL_UNIT")]


def test_full_access_stays_where_aws_keeps_it(management: Person) -> None:
    enable(management)
    enable(management, RCP)
    target = root_id(management)
    error = refusal(management, "DetachPolicy", PolicyId="p-FullAWSAccess", TargetId=target)
    assert error.fields == {"Reason": "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"}
    error = refusal(management, "DetachPolicy", PolicyId="p-RCPFullAWSAccess", TargetId=target)
    assert error.fields == {"Reason": "NON_DETACHABLE_POLICY"}
    policy = new_policy(management)
    management.ask("organizations:AttachPolicy", PolicyId=policy, TargetId=target)
    management.ask("organizations:DetachPolicy", PolicyId="p-FullAWSAccess", TargetId=target)
    shown = management.ask("organizations:ListPoliciesForTarget", TargetId=target, Filter=SCP)["Policies"]
    assert [row["Id"] for row in shown] == [policy]
    management.ask("organizations:DisablePolicyType", RootId=target, PolicyType=SCP)
    enable(management)
    shown = management.ask("organizations:ListPoliciesForTarget", TargetId=target, Filter=SCP)["Policies"]
    assert [row["Id"] for row in shown] == ["p-FullAWSAccess"]


def test_a_policy_changes_where_it_is_attached(management: Person) -> None:
    enable(management)
    account, policy = new_account(management), new_policy(management)
    management.ask("organizations:AttachPolicy", PolicyId=policy, TargetId=account)
    assert refusal(management, "DeletePolicy", PolicyId=policy).code == "PolicyInUseException"
    text = DENY_S3.replace("s3:*", "ec2:*")
    shown = management.ask("organizations:UpdatePolicy", PolicyId=policy, Content=text, Name="no-ec2")
    assert (shown["Policy"]["Content"], shown["Policy"]["PolicySummary"]["Name"]) == (text, "no-ec2")
    level = organization(management).service_control_levels(account)[-1]
    assert level[-1].document.text == text
    management.ask("organizations:DetachPolicy", PolicyId=policy, TargetId=account)
    management.ask("organizations:DeletePolicy", PolicyId=policy)
    assert refusal(management, "DescribePolicy", PolicyId=policy).message == (
        "You specified a policy that doesn't exist."
    )


CONTENTS = [
    (SCP, "{}"),
    (SCP, '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*"}}'),
    (SCP, DENY_ALL_RCP),
    (RCP, DENY_S3),
    (RCP, DENY_ALL_RCP.replace("Deny", "Allow")),
    (RCP, DENY_ALL_RCP.replace('"Action"', '"NotAction"')),
]


@pytest.mark.parametrize(("kind", "content"), CONTENTS)
def test_what_is_no_policy_of_its_type(management: Person, kind: str, content: str) -> None:
    parameters: dict[str, object] = {"Name": "n", "Description": "", "Type": kind, "Content": content}
    error = refusal(management, "CreatePolicy", **parameters)
    assert error.code == "MalformedPolicyDocumentException"


REFUSED: list[tuple[str, dict[str, object], str]] = [
    ("CreateOrganizationalUnit", {"ParentId": "ou-0000-00000000", "Name": "n"}, "ParentNotFoundException"),
    ("CreateOrganizationalUnit", {"ParentId": "nonsense", "Name": "n"}, "InvalidInputException"),
    ("CreateOrganizationalUnit", {"ParentId": "ROOT", "Name": ""}, "InvalidInputException"),
    ("CreateOrganizationalUnit", {"ParentId": "ROOT", "Name": "n" * 129}, "InvalidInputException"),
    (
        "DescribeOrganizationalUnit",
        {"OrganizationalUnitId": "ou-0000-00000000"},
        "OrganizationalUnitNotFoundException",
    ),
    ("DescribeAccount", {"AccountId": "999999999999"}, "AccountNotFoundException"),
    ("ListParents", {"ChildId": "999999999999"}, "ChildNotFoundException"),
    ("ListChildren", {"ParentId": "ROOT", "ChildType": "POLICY"}, "InvalidInputException"),
    ("EnablePolicyType", {"RootId": "r-0000", "PolicyType": SCP}, "RootNotFoundException"),
    ("EnablePolicyType", {"RootId": "ROOT", "PolicyType": "nonsense"}, "InvalidInputException"),
    (
        "EnablePolicyType",
        {"RootId": "ROOT", "PolicyType": "TAG_POLICY"},
        "PolicyTypeNotAvailableForOrganizationException",
    ),
    ("DisablePolicyType", {"RootId": "ROOT", "PolicyType": SCP}, "PolicyTypeNotEnabledException"),
    ("DescribePolicy", {"PolicyId": "p-00000000"}, "PolicyNotFoundException"),
    ("DescribePolicy", {"PolicyId": "nonsense"}, "InvalidInputException"),
    ("UpdatePolicy", {"PolicyId": "p-FullAWSAccess", "Name": "n"}, "InvalidInputException"),
    ("AttachPolicy", {"PolicyId": "p-FullAWSAccess", "TargetId": "999999999999"}, "TargetNotFoundException"),
    ("DetachPolicy", {"PolicyId": "p-FullAWSAccess", "TargetId": "ROOT"}, "PolicyNotAttachedException"),
    ("CreateAccount", {"AccountName": "n", "Email": "nobody"}, "InvalidInputException"),
    (
        "CreateAccount",
        {"AccountName": "n", "Email": "a@b.co", "RoleName": "역할"},
        "InvalidInputException",
    ),
    (
        "DescribeCreateAccountStatus",
        {"CreateAccountRequestId": "car-00000000"},
        "CreateAccountStatusNotFoundException",
    ),
    ("ListAccounts", {"MaxResults": 21}, "InvalidInputException"),
    ("ListAccounts", {"NextToken": "nonsense"}, "InvalidInputException"),
]


@pytest.mark.parametrize(("action", "parameters", "code"), REFUSED)
def test_what_organizations_refuses(
    management: Person, action: str, parameters: dict[str, object], code: str
) -> None:
    filled = {name: root_id(management) if value == "ROOT" else value for name, value in parameters.items()}
    assert refusal(management, action, **filled).code == code


def test_names_are_taken_once_and_attachments_are_made_once(management: Person) -> None:
    enable(management)
    new_unit(management, root_id(management))
    parameters: dict[str, object] = {"ParentId": root_id(management), "Name": "lab"}
    error = refusal(management, "CreateOrganizationalUnit", **parameters)
    assert error.code == "DuplicateOrganizationalUnitException"
    policy = new_policy(management)
    with pytest.raises(ServiceError, match="DuplicatePolicyException"):
        new_policy(management)
    management.ask("organizations:AttachPolicy", PolicyId=policy, TargetId=root_id(management))
    error = refusal(management, "AttachPolicy", PolicyId=policy, TargetId=root_id(management))
    assert error.code == "DuplicatePolicyAttachmentException"


def test_limits_of_the_tree_and_of_attachments(management: Person) -> None:
    enable(management)
    parent = root_id(management)
    for level in range(5):
        parent = new_unit(management, parent, f"level {level}")
    error = refusal(management, "CreateOrganizationalUnit", ParentId=parent, Name="too deep")
    assert error.fields == {"Reason": "OU_DEPTH_LIMIT_EXCEEDED"}
    for number in range(9):
        policy = new_policy(management, name=f"p{number}")
        management.ask("organizations:AttachPolicy", PolicyId=policy, TargetId=parent)
    policy = new_policy(management, name="one more")
    error = refusal(management, "AttachPolicy", PolicyId=policy, TargetId=parent)
    assert error.fields == {"Reason": "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"}
    error = refusal(management, "UpdatePolicy", PolicyId=policy, Content=DENY_S3 + " " * 10_240)
    assert error.fields == {"Reason": "POLICY_CONTENT_LIMIT_EXCEEDED"}


def test_what_is_not_empty_stays(management: Person) -> None:
    unit = new_unit(management, root_id(management))
    inner = new_unit(management, unit)
    error = refusal(management, "DeleteOrganizationalUnit", OrganizationalUnitId=unit)
    assert error.code == "OrganizationalUnitNotEmptyException"
    management.ask("organizations:DeleteOrganizationalUnit", OrganizationalUnitId=inner)
    management.ask("organizations:DeleteOrganizationalUnit", OrganizationalUnitId=unit)
    new_account(management)
    assert refusal(management, "DeleteOrganization").code == "OrganizationNotEmptyException"


def invite(person: Person, account_id: str = PARTNER) -> str:
    target = {"Type": "ACCOUNT", "Id": account_id}
    made = person.ask("organizations:InviteAccountToOrganization", Target=target)["Handshake"]
    assert made["State"] == "OPEN"
    return str(made["Id"])


def test_an_invited_account_is_bound_once_it_has_accepted(management: Person) -> None:
    enable(management)
    partner, handshake = Person(management.save, account=PARTNER), invite(management)
    assert names(management, PARTNER) == []
    assert refusal(management, "AcceptHandshake", HandshakeId=handshake).code == "AccessDeniedException"
    partner.ask("organizations:AcceptHandshake", HandshakeId=handshake)
    assert names(management, PARTNER) == [["p-FullAWSAccess"]] * 2
    assert refusal(partner, "AcceptHandshake", HandshakeId=handshake).code == (
        "InvalidHandshakeTransitionException"
    )
    target = {"Type": "ACCOUNT", "Id": PARTNER}
    error = refusal(management, "InviteAccountToOrganization", Target=target)
    assert error.fields == {"Reason": "ALREADY_IN_AN_ORGANIZATION"}
    check_held(management)


def test_invitations_end(management: Person) -> None:
    handshake = invite(management)
    target = {"Type": "ACCOUNT", "Id": PARTNER}
    error = refusal(management, "InviteAccountToOrganization", Target=target)
    assert error.code == "DuplicateHandshakeException"
    management.save.advance_clock(15 * 24 * 3600)
    partner = Person(management.save, account=PARTNER)
    shown = partner.ask("organizations:DescribeHandshake", HandshakeId=handshake)["Handshake"]
    assert shown["State"] == "EXPIRED"
    invite(management)


def test_who_cannot_leave(management: Person) -> None:
    member = Person(management.save, account=new_account(management))
    assert refusal(management, "LeaveOrganization").code == "MasterCannotLeaveOrganizationException"
    error = refusal(member, "LeaveOrganization")
    assert error.fields == {"Reason": "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED"}


def test_undo_takes_an_account_back(management: Person) -> None:
    before = set(management.save.world.accounts)
    made = new_account(management)
    management.save.undo()
    assert set(management.save.world.accounts) == before
    assert new_account(management) != made
