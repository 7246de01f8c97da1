"""Actions, resources and variables in statements (`spec/iam-facts.md` 1.1, 2.1, 4.2)."""

import pytest

from tutor.policy import PolicySet, decide
from tutor.policy.dates import instant

from .builders import HOME, identity, policy, request, statement

USERS = f"arn:aws:iam::{HOME}:user/"

ACTIONS = [
    ("s3:GetObject", "s3:GetObject", True),
    ("S3:getobject", "s3:GetObject", True),
    ("s3:Get*", "s3:GetObject", True),
    ("s3:*Object", "s3:GetObject", True),
    ("s3:Get?bject", "s3:GetObject", True),
    ("s3:Get?", "s3:GetObject", False),
    ("s3:*", "s3:GetObject", True),
    ("*", "s3:GetObject", True),
    ("*:*", "s3:GetObject", True),
    ("s3:GetObject", "s3:GetObjectAcl", False),
    ("s3:*", "s3express:GetObject", False),
]


@pytest.mark.parametrize(("pattern", "action", "covered"), ACTIONS)
def test_action_and_not_action(pattern: str, action: str, covered: bool) -> None:
    asked = request(action=action)
    assert decide(asked, identity(statement(action=pattern))).allowed is covered
    assert decide(asked, identity(statement(action=None, NotAction=pattern))).allowed is not covered


RESOURCES = [
    ("*", "arn:aws:s3:::b/k", True),
    ("*", "*", True),
    ("arn:aws:s3:::*", "*", False),
    ("arn:aws:s3:::b/*", "arn:aws:s3:::b/k/l", True),
    ("arn:aws:s3:::b/*", "arn:aws:s3:::b/", True),
    ("arn:aws:s3:::b/*", "arn:aws:s3:::b", False),
    ("arn:aws:s3:::b*", "arn:aws:s3:::b/k", True),
    ("arn:aws:s3:::b/?.txt", "arn:aws:s3:::b/k.txt", True),
    ("arn:aws:s3:::b/?.txt", "arn:aws:s3:::b/kk.txt", False),
    ("arn:aws:s3:::B", "arn:aws:s3:::b", False),
    (f"{USERS}*", f"{USERS}division_abc/alice", True),
    (f"{USERS}division_abc*", f"{USERS}alice", False),
    (f"arn:aws:lambda:*:{HOME}:function:f", f"arn:aws:lambda:us-east-1:{HOME}:function:f", True),
    (f"arn:aws:lambda:*:{HOME}:function:f", f"arn:aws:lambda:us-east-1:{HOME}:function:f:7", False),
    ("arn:aws:sqs:*:999999999999:q", f"arn:aws:sqs:us-east-1:{HOME}:999999999999:q", False),
    ("arn:aws:ec2:*", f"arn:aws:ec2:us-east-1:{HOME}:instance/i-1", True),
    ("arn:*:ec2:*:*:instance/*", f"arn:aws:ec2:us-east-1:{HOME}:instance/i-1", True),
    ("arn:aws:ec2:us-*:*:instance/*", f"arn:aws:ec2:eu-west-1:{HOME}:instance/i-1", False),
]


@pytest.mark.parametrize(("pattern", "resource", "covered"), RESOURCES)
def test_resource_and_not_resource(pattern: str, resource: str, covered: bool) -> None:
    asked = request(resource=resource)
    assert decide(asked, identity(statement(resource=pattern))).allowed is covered
    assert decide(asked, identity(statement(resource=None, NotResource=pattern))).allowed is not covered


HOMES = "arn:aws:s3:::homes/"
VARIABLES = [
    (f"{HOMES}${{aws:username}}/*", {"aws:username": "yuna"}, f"{HOMES}yuna/a", True),
    (f"{HOMES}${{AWS:UserName}}/*", {"aws:username": "yuna"}, f"{HOMES}yuna/a", True),
    (f"{HOMES}${{aws:username}}/*", {"aws:username": "yuna"}, f"{HOMES}noah/a", False),
    (f"{HOMES}${{aws:username}}/*", {}, f"{HOMES}/a", False),
    (f"{HOMES}${{aws:username, 'guest'}}/*", {}, f"{HOMES}guest/a", True),
    (f"{HOMES}${{aws:username, 'guest'}}/*", {"aws:username": "yuna"}, f"{HOMES}guest/a", False),
    (f"{HOMES}${{*}}", {}, f"{HOMES}*", True),
    (f"{HOMES}${{*}}", {}, f"{HOMES}a", False),
    (f"{HOMES}${{$}}{{x}}", {}, f"{HOMES}${{x}}", True),
    (f"{HOMES}${{aws:username}}", {"aws:username": "*"}, f"{HOMES}noah", False),
    (f"{HOMES}${{aws:username", {"aws:username": "yuna"}, f"{HOMES}${{aws:username", True),
    (f"{HOMES}${{aws:username, guest}}", {}, f"{HOMES}${{aws:username, guest}}", True),
    (f"{HOMES}${{a${{aws:username}}", {"aws:username": "yuna"}, f"{HOMES}${{ayuna", True),
    (f"{HOMES}${{aws:TagKeys}}", {"aws:TagKeys": ["a"]}, f"{HOMES}a", False),
    ("arn:aws:iam::${aws:PrincipalAccount}:user/a", {"aws:PrincipalAccount": HOME}, f"{USERS}a", False),
]


@pytest.mark.parametrize(("pattern", "keys", "resource", "covered"), VARIABLES)
def test_variables_in_resources(
    pattern: str, keys: dict[str, str | list[str]], resource: str, covered: bool
) -> None:
    asked = request(resource=resource, context=keys)
    assert decide(asked, identity(statement(resource=pattern))).allowed is covered


def test_a_missing_variable_in_not_resource_excludes_nothing() -> None:
    spared = identity(statement(resource=None, NotResource=f"{HOMES}${{aws:username}}"))
    assert decide(request(resource=f"{HOMES}yuna"), spared).allowed
    keys = {"aws:username": "yuna"}
    assert not decide(request(resource=f"{HOMES}yuna", context=keys), spared).allowed


def test_variables_are_literal_in_version_2008() -> None:
    old = PolicySet(identity=(policy(statement(resource=f"{HOMES}${{aws:username}}"), version="2008-10-17"),))
    keys = {"aws:username": "yuna"}
    assert not decide(request(resource=f"{HOMES}yuna", context=keys), old).allowed
    assert decide(request(resource=f"{HOMES}${{aws:username}}", context=keys), old).allowed


MOMENTS = [
    ("1970-01-01T00:00:00Z", 0),
    ("0", 0),
    ("1970", 1970),
    ("1970-01", 0),
    ("1970-01-02", 86_400),
    ("2000-03-01T00:00:00Z", 951_868_800),
    ("2024-02-29T12:00:00+09:00", 1_709_175_600),
    ("2024-02-28T22:00:00-05:00", 1_709_175_600),
    ("1969-12-31T23:59:59Z", -1),
    ("0000-01-01", -62_167_219_200),
    ("-0001-12-31", -62_167_305_600),
]


@pytest.mark.parametrize(("written", "seconds"), MOMENTS)
def test_dates_as_seconds_since_1970(written: str, seconds: int) -> None:
    assert instant(written) == seconds * 10**9


NO_DATES = [
    "",
    "x",
    "2026-00-01",
    "2026-01-32",
    "2026-01-01T24:00Z",
    "1-2-3-4",
    "2026-01-01T00:00:00.1234567890Z",
    "2026-01-01T1:2:3:4",
    "1.x",
]


@pytest.mark.parametrize("written", NO_DATES)
def test_what_is_no_date(written: str) -> None:
    assert instant(written) is None


def test_fractions_of_a_second() -> None:
    assert instant("1970-01-01T00:00:00.25Z") == instant("0.25") == 250_000_000
