"""Results of central root access, and of the root user's own devices, fit the CLI's service model."""

from __future__ import annotations

from typing import Any

import pytest

from tests.account.people import ALLOW_ALL, Person
from tests.account.shapes import check_held, check_result
from tutor.account import RequestRecord, Save
from tutor.account.totp import code_at, step_of

ACTIONS = ("iam:GenerateOrganizationsAccessReport", "iam:GetOrganizationsAccessReport", "sts:AssumeRoot")
TASK = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"


@pytest.fixture
def admin(root: Person) -> Person:
    root.ask("organizations:CreateOrganization")
    root.ask("organizations:CreateAccount", Email="lab@example.com", AccountName="lab")
    root.ask("iam:EnableOrganizationsRootSessions")
    root.ask("iam:CreateUser", UserName="admin")
    root.ask("iam:PutUserPolicy", UserName="admin", PolicyName="all", PolicyDocument=ALLOW_ALL)
    root.ask("iam:CreateAccessKey", UserName="admin")
    return Person(root.save, "admin")


def shaped(person: Person, action: str, **parameters: object) -> Any:
    result = person.ask(action, **parameters)
    check_result(action, result)
    check_held(person)
    return result


def test_an_access_report(admin: Person) -> None:
    organization = admin.save.world.organization
    assert organization is not None
    admin.ask("iam:ListUsers")
    path = f"{organization.org_id}/{organization.root_id}"
    job = shaped(admin, ACTIONS[0], EntityPath=path)["JobId"]
    report = shaped(admin, ACTIONS[1], JobId=job)
    assert any("EntityPath" in detail for detail in report["AccessDetails"])


def test_a_session_of_a_member_accounts_root_user(admin: Person) -> None:
    lab = list(admin.save.world.accounts)[-1]
    given = shaped(admin, ACTIONS[2], TargetPrincipal=lab, TaskPolicyArn={"arn": TASK})
    session = admin.save.world.find_session(given["Credentials"]["AccessKeyId"])
    assert session is not None
    assert session.arn == f"arn:aws:iam::{lab}:root"


def test_the_root_users_device_is_held(root: Person) -> None:
    serial = root.ask("iam:CreateVirtualMFADevice", VirtualMFADeviceName="phone")["VirtualMFADevice"][
        "SerialNumber"
    ]
    save: Save = root.save
    step = step_of(save.world.now)
    seed = root.account.mfa_devices[serial].seed
    for operation, first in (("EnableMFADevice", step), ("ResyncMFADevice", step + 5)):
        codes = (code_at(seed, first), code_at(seed, first + 1))
        parameters: dict[str, object] = {"SerialNumber": serial}
        parameters |= {f"AuthenticationCode{number}": code for number, code in enumerate(codes, 1)}
        request = RequestRecord("signin", operation, parameters, root.caller(), None, "203.0.113.10")
        assert save.append(request, line=save.next_line).error is None
        check_held(root)
    assert root.account.root.devices == [serial]
