"""Every result of Organizations fits the output shape that the CLI's own service model has for it."""

from __future__ import annotations

from typing import Any

from tests.account.people import START, Person, still
from tests.account.shapes import Script, operations_of, play
from tutor.account import LEARNER, ClockMode, Save

DENY = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}'
SCP: dict[str, object] = {"Filter": "SERVICE_CONTROL_POLICY"}


def root_id(last: dict[str, Any]) -> Any:
    return last["organizations:ListRoots"]["Roots"][0]["Id"]


def unit_id(last: dict[str, Any]) -> Any:
    return last["organizations:CreateOrganizationalUnit"]["OrganizationalUnit"]["Id"]


def policy_id(last: dict[str, Any]) -> Any:
    return last["organizations:CreatePolicy"]["Policy"]["PolicySummary"]["Id"]


def request_id(last: dict[str, Any]) -> Any:
    return last["organizations:CreateAccount"]["CreateAccountStatus"]["Id"]


def account_id(last: dict[str, Any]) -> Any:
    return last["organizations:DescribeCreateAccountStatus"]["CreateAccountStatus"]["AccountId"]


UNIT: dict[str, object] = {"OrganizationalUnitId": unit_id}
POLICY: dict[str, object] = {"PolicyId": policy_id}
SCRIPT: Script = [
    ("organizations:CreateOrganization", {"FeatureSet": "ALL"}),
    ("organizations:DescribeOrganization", {}),
    ("organizations:ListRoots", {}),
    ("organizations:EnablePolicyType", {"RootId": root_id, "PolicyType": "SERVICE_CONTROL_POLICY"}),
    ("organizations:CreateOrganizationalUnit", {"ParentId": root_id, "Name": "lab"}),
    ("organizations:DescribeOrganizationalUnit", UNIT),
    ("organizations:UpdateOrganizationalUnit", {**UNIT, "Name": "labs"}),
    ("organizations:ListOrganizationalUnitsForParent", {"ParentId": root_id}),
    ("organizations:CreateAccount", {"Email": "lab@example.com", "AccountName": "lab"}),
    ("organizations:DescribeCreateAccountStatus", {"CreateAccountRequestId": request_id}),
    ("organizations:ListCreateAccountStatus", {}),
    ("organizations:ListAccounts", {"MaxResults": 1}),
    ("organizations:DescribeAccount", {"AccountId": account_id}),
    (
        "organizations:MoveAccount",
        {"AccountId": account_id, "SourceParentId": root_id, "DestinationParentId": unit_id},
    ),
    ("organizations:ListAccountsForParent", {"ParentId": unit_id}),
    ("organizations:ListChildren", {"ParentId": unit_id, "ChildType": "ACCOUNT"}),
    ("organizations:ListParents", {"ChildId": account_id}),
    (
        "organizations:CreatePolicy",
        {"Name": "no-s3", "Description": "", "Type": "SERVICE_CONTROL_POLICY", "Content": DENY},
    ),
    ("organizations:DescribePolicy", POLICY),
    ("organizations:UpdatePolicy", {**POLICY, "Description": "no S3"}),
    ("organizations:ListPolicies", SCP),
    ("organizations:AttachPolicy", {**POLICY, "TargetId": unit_id}),
    ("organizations:ListPoliciesForTarget", {**SCP, "TargetId": unit_id}),
    ("organizations:ListTargetsForPolicy", POLICY),
    ("organizations:DetachPolicy", {**POLICY, "TargetId": unit_id}),
    ("organizations:DeletePolicy", POLICY),
    ("organizations:DisablePolicyType", {"RootId": root_id, "PolicyType": "SERVICE_CONTROL_POLICY"}),
    (
        "organizations:MoveAccount",
        {"AccountId": account_id, "SourceParentId": unit_id, "DestinationParentId": root_id},
    ),
    ("organizations:DeleteOrganizationalUnit", UNIT),
]


def test_results_have_the_shape_that_the_cli_reads(root: Person) -> None:
    play(root, SCRIPT)


PARTNER = "222222222222"


def handshake_id(last: dict[str, Any]) -> Any:
    return last["organizations:InviteAccountToOrganization"]["Handshake"]["Id"]


HANDSHAKE: dict[str, object] = {"HandshakeId": handshake_id}
TARGET: dict[str, object] = {"Target": {"Type": "ACCOUNT", "Id": PARTNER}}
INVITING: Script = [
    ("organizations:CreateOrganization", {}),
    ("organizations:InviteAccountToOrganization", TARGET),
    ("organizations:DescribeHandshake", HANDSHAKE),
    ("organizations:CancelHandshake", HANDSHAKE),
    ("organizations:ListHandshakesForOrganization", {}),
    ("organizations:InviteAccountToOrganization", TARGET),
]


def test_an_account_joins_and_goes() -> None:
    save = Save.in_memory(seed=b"s", clock=still)
    save.begin(accounts=(LEARNER, PARTNER), mode=ClockMode.LESSON, start=START)
    root, partner = Person(save), Person(save, account=PARTNER)
    play(root, INVITING)
    (invitation,) = [
        each
        for each in partner.ask("organizations:ListHandshakesForAccount")["Handshakes"]
        if each["State"] == "OPEN"
    ]
    accept: Script = [("organizations:AcceptHandshake", {"HandshakeId": invitation["Id"]})]
    play(partner, [*accept, ("organizations:LeaveOrganization", {})])
    play(root, INVITING[1:2])
    open_ids = list(root.save.world.organization.invitations) if root.save.world.organization else []
    play(partner, [("organizations:DeclineHandshake", {"HandshakeId": open_ids[-1]})])
    play(root, INVITING[1:2])
    again = partner.ask("organizations:ListHandshakesForAccount")["Handshakes"][-1]["Id"]
    play(partner, [("organizations:AcceptHandshake", {"HandshakeId": again})])
    play(root, [("organizations:RemoveAccountFromOrganization", {"AccountId": PARTNER})])


def test_an_organization_of_one_can_go(root: Person) -> None:
    play(root, [SCRIPT[0], ("organizations:DeleteOrganization", {})])
    assert root.save.world.organization is None


def test_the_script_asks_for_every_operation() -> None:
    asked = {action for action, _parameters in (*SCRIPT, *INVITING)} | {
        f"organizations:{name}"
        for name in (
            "DeleteOrganization",
            "AcceptHandshake",
            "DeclineHandshake",
            "ListHandshakesForAccount",
            "LeaveOrganization",
            "RemoveAccountFromOrganization",
        )
    }
    assert asked == operations_of("organizations")
