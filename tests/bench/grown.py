"""Saves as they are after a lot of work: many entities, a long history."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tutor.account import LEARNER, ClockMode, RequestRecord, Save, caller_of

USERS: Final = 1000
GROUPS: Final = 100
POLICIES: Final = 200
AT_ONCE: Final = 500
"""Requests that share one sync while a save grows."""

Line = tuple[str, dict[str, object], str | None]
"""An action, its parameters and the user who asks; None is root."""


def document(number: int) -> str:
    """A policy of two statements."""
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": ["s3:GetObject", "s3:ListBucket"],
                    "Resource": [f"arn:aws:s3:::photos-{number}", f"arn:aws:s3:::photos-{number}/*"],
                },
                {
                    "Effect": "Deny",
                    "Action": "iam:*",
                    "Resource": "*",
                    "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}},
                },
            ],
        }
    )


def policy_arn(number: int) -> str:
    """The ARN of a policy of the account."""
    return f"arn:aws:iam::{LEARNER}:policy/policy-{number}"


def cast() -> Iterator[Line]:
    """What every account of the benchmark has: a plain user, a policy, a bucket with an object."""
    yield "iam:CreateUser", {"UserName": "plain"}, None
    yield "iam:CreateAccessKey", {"UserName": "plain"}, None
    yield "iam:CreatePolicy", {"PolicyName": "policy-0", "PolicyDocument": document(0)}, None
    yield "s3:CreateBucket", {"Bucket": "photos-of-the-moon"}, None
    yield "s3:PutObject", {"Bucket": "photos-of-the-moon", "Key": "one.txt", "Body": b"one"}, None


def company() -> Iterator[Line]:
    """The rest of the entities of the large accounts."""
    for number in range(1, POLICIES):
        parameters: dict[str, object] = {
            "PolicyName": f"policy-{number}",
            "PolicyDocument": document(number),
        }
        yield "iam:CreatePolicy", parameters, None
    for number in range(GROUPS):
        yield "iam:CreateGroup", {"GroupName": f"group-{number}"}, None
        group: dict[str, object] = {"GroupName": f"group-{number}", "PolicyArn": policy_arn(number)}
        yield "iam:AttachGroupPolicy", group, None
    for number in range(1, USERS):
        yield "iam:CreateUser", {"UserName": f"user-{number}", "Path": "/staff/"}, None


def work() -> Iterator[Line]:
    """Requests without end that leave the number of entities as it is."""
    number = 0
    while True:
        number += 1
        name, group = f"user-{number % (USERS - 1) + 1}", f"group-{number % GROUPS}"
        yield "iam:AddUserToGroup", {"UserName": name, "GroupName": group}, None
        yield "iam:GetUser", {"UserName": name}, None
        tag = [{"Key": "seat", "Value": str(number)}]
        yield "iam:TagUser", {"UserName": name, "Tags": tag}, None
        yield "iam:ListUsers", {"MaxItems": 20}, None
        yield "iam:RemoveUserFromGroup", {"UserName": name, "GroupName": group}, None
        yield "s3:GetObject", {"Bucket": "photos-of-the-moon", "Key": "one.txt"}, "plain"


def busy() -> Iterator[Line]:
    """Users without end: every second request makes one."""
    number = 0
    while True:
        number += 1
        yield "iam:CreateUser", {"UserName": f"one-{number}"}, None
        yield "iam:GetUser", {"UserName": f"one-{number}"}, None


def grow(folder: Path, requests: int, *rows: Iterator[Line]) -> None:
    """A new save with so many requests, of `rows` one after the other; its process is gone at the end."""
    save = Save.create(folder, seed=b"the same for each benchmark.....")
    save.begin(mode=ClockMode.WALL)
    lines = (line for lines in rows for line in lines)
    for start in range(0, requests, AT_ONCE):
        with save.together():
            for _, line in zip(range(min(AT_ONCE, requests - start)), lines, strict=False):
                _append(save, *line)
    save.close()


def _append(save: Save, action: str, parameters: dict[str, object], name: str | None) -> None:
    account = save.world.accounts[LEARNER]
    owner = account.root if name is None else account.users[name]
    caller = caller_of(account, owner, next(iter(owner.keys), None))
    service, operation = action.split(":")
    error = None if name is None else "AccessDenied"
    recorded = save.append(
        RequestRecord(
            service,
            operation,
            parameters,
            caller,
            caller.access_key_id,
            "203.0.113.10",
            error=error,
        ),
        line=save.next_line,
    )
    if recorded.error is not None:
        raise recorded.error
