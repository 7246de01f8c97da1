"""A scene's account as a sandbox: the requests of its root users that make it, and who speaks there."""

import json
from collections.abc import Iterator
from typing import Final

from tutor.course.free_play.staged import StagedAccount, StagedRequest
from tutor.policy import PolicyKind, PrincipalKind
from tutor.policy.arn import account_of

from .papers import Json, Paper
from .scene import Scene

__all__ = ["staged"]

BY_ORGANIZATION: Final = frozenset({PolicyKind.SCP, PolicyKind.RCP, PolicyKind.SESSION})
"""Policies that an account alone cannot hold."""
TAG: Final = "aws:PrincipalTag/"
NOBODY: Final = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole"}],
}
"""The trust policy of a role that is only named."""
HELLO: Final = "a file of the question\n"


def staged(scene: Scene) -> StagedAccount | None:
    """The account of a scene; None where it cannot be made: a session's, an organization's, an instance's."""
    return _Stage(scene).account()


class _Stage:
    """Collects the requests in the order in which they can be made."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._home = scene.principal.account
        self._requests: list[StagedRequest] = []
        self._there: set[str] = set()
        """ARNs of what was made, and names of groups."""
        self._names: set[tuple[str, str, str]] = set()
        """Account, kind and name of what was made: paths do not tell two of a name apart."""
        self._clash = False
        self._accounts = [self._home]

    def account(self) -> StagedAccount | None:
        """All of it; None where it cannot be made."""
        scene = self._scene
        if scene.principal.kind not in {PrincipalKind.USER, PrincipalKind.ROOT}:
            return None
        if scene.of_kind(*BY_ORGANIZATION) or scene.resource.startswith("arn:aws:ec2:"):
            return None
        profiles: dict[str, dict[str, str | bool]] = {"root": {"root": True}}
        caller = None
        if scene.principal.kind is PrincipalKind.USER:
            caller = _name(scene.principal.arn)
            self._user(scene.principal.arn)
            self._ask(self._home, "iam", "CreateAccessKey", UserName=caller)
            profiles[caller] = {"user": caller}
            self._papers(caller)
        self._others()
        self._resource()
        if self._clash or any(not account.isdigit() or len(account) != 12 for account in self._accounts):
            return None
        return StagedAccount(tuple(self._accounts), tuple(self._requests), profiles, caller)

    def _ask(self, account: str, service: str, operation: str, **parameters: Json) -> None:
        if account not in self._accounts:
            self._accounts.append(account)
        self._requests.append(StagedRequest(account, service, operation, parameters))

    def _papers(self, user: str) -> None:
        """The user's own policies, those of groups, the boundary; also what is only shown."""
        scene = self._scene
        for paper in scene.of_kind(PolicyKind.IDENTITY):
            if paper.through is None:
                self._ask(
                    self._home, "iam", "PutUserPolicy",
                    UserName=user, PolicyName=paper.name, PolicyDocument=paper.text,
                )  # fmt: skip
            else:
                self._group(paper)
                self._ask(self._home, "iam", "AddUserToGroup", GroupName=paper.through, UserName=user)
        for paper in scene.beside:
            if paper.kind is PolicyKind.IDENTITY and paper.through is not None:
                self._group(paper)
        for paper in scene.of_kind(PolicyKind.BOUNDARY):
            self._ask(self._home, "iam", "CreatePolicy", PolicyName=paper.name, PolicyDocument=paper.text)
            arn = f"arn:aws:iam::{self._home}:policy/{paper.name}"
            self._ask(self._home, "iam", "PutUserPermissionsBoundary", UserName=user, PermissionsBoundary=arn)

    def _group(self, paper: Paper) -> None:
        group = str(paper.through)
        if group not in self._there:
            self._there.add(group)
            self._ask(self._home, "iam", "CreateGroup", GroupName=group)
        self._ask(
            self._home, "iam", "PutGroupPolicy",
            GroupName=group, PolicyName=paper.name, PolicyDocument=paper.text,
        )  # fmt: skip

    def _others(self) -> None:
        """Whoever a bucket policy or a trust policy names has to be there first."""
        for paper in self._scene.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST):
            for named in _principals(paper.fields):
                account = account_of(named) or (named if named.isdigit() else "")
                if ":user/" in named:
                    self._user(named)
                elif ":role/" in named:
                    self._role(named, json.dumps(NOBODY))
                elif account and account not in self._accounts:
                    self._accounts.append(account)

    def _is_new(self, arn: str) -> bool:
        """Whether somebody has yet to be made."""
        if arn in self._there or "*" in arn:
            return False
        self._there.add(arn)
        name = (account_of(arn) or self._home, arn.partition("/")[0].rpartition(":")[2], _name(arn))
        self._clash = self._clash or name in self._names
        self._names.add(name)
        return True

    def _user(self, arn: str) -> None:
        if not self._is_new(arn):
            return
        more: dict[str, Json] = {}
        if arn == self._scene.principal.arn:
            tags = [
                {"Key": key[len(TAG) :], "Value": str(value)}
                for key, value in self._scene.context.items()
                if key.startswith(TAG)
            ]
            more = {"Tags": tags} if tags else {}
        self._ask(
            account_of(arn) or self._home, "iam", "CreateUser", UserName=_name(arn), **_path(arn), **more
        )

    def _role(self, arn: str, trust: str) -> None:
        if not self._is_new(arn):
            return
        self._ask(
            account_of(arn) or self._home, "iam", "CreateRole",
            RoleName=_name(arn), AssumeRolePolicyDocument=trust, **_path(arn),
        )  # fmt: skip

    def _resource(self) -> None:
        """What the request is about, and the policy on it."""
        scene = self._scene
        arn = scene.resource
        papers = scene.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST)
        text = papers[0].text if papers else None
        if arn.startswith("arn:aws:s3:::"):
            self._bucket(arn.removeprefix("arn:aws:s3:::"), text)
        elif ":user/" in arn:
            self._user(arn)
        elif ":role/" in arn:
            self._role(arn, text or json.dumps(NOBODY))
        elif ":group/" in arn and _name(arn) not in self._there:
            self._ask(account_of(arn) or self._home, "iam", "CreateGroup", GroupName=_name(arn), **_path(arn))

    def _bucket(self, place: str, policy: str | None) -> None:
        owner = self._scene.resource_account or self._home
        bucket, _, key = place.partition("/")
        if "*" in bucket:
            return
        self._ask(owner, "s3", "CreateBucket", Bucket=bucket)
        if key and "*" not in key:
            self._ask(owner, "s3", "PutObject", Bucket=bucket, Key=key, Body=HELLO)
        if policy is not None:
            self._ask(owner, "s3", "PutBucketPolicy", Bucket=bucket, Policy=policy)


def _name(arn: str) -> str:
    """The name at the end of an ARN."""
    return arn.rpartition("/")[2]


def _path(arn: str) -> dict[str, Json]:
    """The path between the kind and the name; nothing where there is none."""
    between = arn.partition("/")[2].rpartition("/")[0]
    return {"Path": f"/{between}/"} if between else {}


def _principals(document: Json) -> Iterator[str]:
    """The AWS principals that a document names."""
    statements = document.get("Statement", []) if isinstance(document, dict) else []
    for statement in statements if isinstance(statements, list) else [statements]:
        for element in ("Principal", "NotPrincipal"):
            named = statement.get(element)
            aws = named.get("AWS", []) if isinstance(named, dict) else []
            yield from [aws] if isinstance(aws, str) else aws
