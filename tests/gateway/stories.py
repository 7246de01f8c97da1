"""Accounts, callers and documents for console lines about sessions and several accounts."""

import json
from collections.abc import Mapping

from tests.gateway.conftest import Lines
from tutor.gateway import ConsoleResult, Sandbox

HOME, PARTNER, CAPSTONE = "111111111111", "222222222222", "333333333333"
Json = dict[str, object]


def statement(effect: str = "Allow", action: object = "*", resource: object = "*", **more: object) -> Json:
    """One statement; a None leaves an element out."""
    written = {"Effect": effect, "Action": action, "Resource": resource, **more}
    return {name: value for name, value in written.items() if value is not None}


def document(*statements: Json) -> str:
    """The text of a policy, as it stands between quotes on a console line."""
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def trust(principal: object, *, action: object = "sts:AssumeRole", **more: object) -> str:
    """A trust policy that names one principal; a text is an AWS principal."""
    named = principal if isinstance(principal, dict) or principal == "*" else {"AWS": principal}
    return document({**statement(action=action, resource=None, Principal=named), **more})


class Cast:
    """People with keys, and the lines that they type."""

    def __init__(self, aws: Lines, sandbox: Sandbox) -> None:
        self.aws, self.sandbox = aws, sandbox

    def user(self, name: str, *statements: Json, account: str = HOME, boundary: str | None = None) -> str:
        """A user with a key, an inline policy and a profile of the same name; gives the ARN."""
        root = self.root(account)
        bounded = f" --permissions-boundary {boundary}" if boundary else ""
        made = self.aws.json(f"aws --profile {root} iam create-user --user-name {name}{bounded}")["User"]
        self.aws.run(f"aws --profile {root} iam create-access-key --user-name {name}")
        self.sandbox.save.set_profile(name, {"user": name, "account": account})
        if statements:
            self.grant(f"user {name}", *statements, account=account)
        assert isinstance(made, dict)
        return str(made["Arn"])

    def role(self, name: str, trusting: str, *statements: Json, account: str = HOME, more: str = "") -> str:
        """A role with an inline policy; gives the ARN."""
        root = self.root(account)
        line = f"aws --profile {root} iam create-role --role-name {name} {more}"
        made = self.aws.json(f"{line} --assume-role-policy-document '{trusting}'")["Role"]
        if statements:
            self.grant(f"role {name}", *statements, account=account)
        assert isinstance(made, dict)
        return str(made["Arn"])

    def grant(self, holder: str, *statements: Json, account: str = HOME, name: str = "inline") -> None:
        """Puts an inline policy: `grant("user yuna", statement(...))`."""
        kind, who = holder.split()
        self.aws.run(
            f"aws --profile {self.root(account)} iam put-{kind}-policy --{kind}-name {who} "
            f"--policy-name {name} --policy-document '{document(*statements)}'"
        )

    def policy(self, name: str, *statements: Json) -> str:
        """A managed policy; gives the ARN."""
        line = f"aws iam create-policy --policy-name {name} --policy-document '{document(*statements)}'"
        made = self.aws.json(line)["Policy"]
        assert isinstance(made, dict)
        return str(made["Arn"])

    def bucket(self, name: str, *statements: Json, account: str = HOME, opened: bool = False) -> None:
        """A bucket with one object `a.txt` and a bucket policy; `opened` takes Block Public Access off."""
        root = self.root(account)
        self.aws.run(f"aws --profile {root} s3api create-bucket --bucket {name}")
        self.aws.run(f"aws --profile {root} s3api put-object --bucket {name} --key a.txt")
        if opened:
            self.aws.run(f"aws --profile {root} s3api delete-public-access-block --bucket {name}")
        if statements:
            self.bucket_policy(name, *statements, account=account)

    def bucket_policy(self, name: str, *statements: Json, account: str = HOME) -> None:
        """Sets a bucket's policy."""
        self.aws.run(
            f"aws --profile {self.root(account)} s3api put-bucket-policy --bucket {name} "
            f"--policy '{document(*statements)}'"
        )

    def session(self, line: str, profile: str = "") -> str:
        """The session that an `sts` command gives, as the variables that make a line use it."""
        answer = self.aws.json(f"aws {f'--profile {profile} ' if profile else ''}sts {line}")
        return variables(answer)

    def root(self, account: str) -> str:
        """The profile of an account's root user."""
        name = f"root-{account}"
        if name not in self.sandbox.profiles:
            self.sandbox.save.set_profile(name, {"root": True, "account": account})
        return name

    def code(self, line: str) -> str | None:
        """The error code of a line's answer; None if it succeeded."""
        result: ConsoleResult = self.aws.console.run(line)
        return None if result.rc == 0 else result.stderr.partition("(")[2].partition(")")[0] or result.stderr

    def decided(self, line: str) -> tuple[str, str | None]:
        """Outcome and deciding layer of the last request that a line makes."""
        event = self.aws.console.run(line).events[-1]
        return event.outcome, event.decided_by


def variables(answer: Mapping[str, object]) -> str:
    """The credentials of an answer as the variables that go before a line."""
    key = answer["Credentials"]
    assert isinstance(key, dict)
    return (
        f"AWS_ACCESS_KEY_ID={key['AccessKeyId']} AWS_SECRET_ACCESS_KEY={key['SecretAccessKey']} "
        f"AWS_SESSION_TOKEN={key['SessionToken']}"
    )
