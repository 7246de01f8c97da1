"""Short ways to write down requests and policies."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from tutor.policy import (
    AttachedPolicy,
    Context,
    PolicyKind,
    PolicySet,
    Principal,
    PrincipalKind,
    Request,
    parse_policy,
)
from tutor.policy.context import ContextSource

HOME = "111122223333"
"""The caller's account."""
PARTNER = "444455556666"
"""Another account."""
OBJECT = "arn:aws:s3:::data-bucket/a.txt"

ALICE = Principal(PrincipalKind.USER, f"arn:aws:iam::{HOME}:user/alice", HOME)
BOB = Principal(PrincipalKind.USER, f"arn:aws:iam::{HOME}:user/bob", HOME)
ROLE_ARN = f"arn:aws:iam::{HOME}:role/service/app"
SESSION = Principal(PrincipalKind.ASSUMED_ROLE, f"arn:aws:sts::{HOME}:assumed-role/app/s1", HOME)
FEDERATED = Principal(
    PrincipalKind.FEDERATED_USER, f"arn:aws:sts::{HOME}:federated-user/fay", HOME, parent=ALICE.arn
)
ROOT = Principal(PrincipalKind.ROOT, f"arn:aws:iam::{HOME}:root", HOME)
LINKED_ROLE = Principal(
    PrincipalKind.ASSUMED_ROLE, f"arn:aws:sts::{HOME}:assumed-role/AWSServiceRoleForSupport/s", HOME
)
SERVICE = Principal(PrincipalKind.AWS_SERVICE, "logging.s3.amazonaws.com", "")
ANONYMOUS = Principal(PrincipalKind.ANONYMOUS, "", "")

Json = dict[str, object]


def statement(
    effect: str = "Allow", /, action: object = "*", resource: object = "*", **elements: object
) -> Json:
    """One statement; further elements by name, a None leaves an element out."""
    written = {"Effect": effect, "Action": action, "Resource": resource, **elements}
    return {name: value for name, value in written.items() if value is not None}


def text(*statements: Json, version: str = "2012-10-17") -> str:
    """The text of a policy with these statements."""
    return json.dumps({"Version": version, "Statement": list(statements)}, indent=2)


def policy(
    *statements: Json,
    kind: PolicyKind = PolicyKind.IDENTITY,
    source: str = "inline:test",
    version: str = "2012-10-17",
    through: str | None = None,
) -> AttachedPolicy:
    """A policy with these statements, attached."""
    document = parse_policy(text(*statements, version=version), kind, stored=version != "2012-10-17")
    return AttachedPolicy(source, document, through)


def request(
    principal: Principal = ALICE,
    action: str = "s3:GetObject",
    resource: str = OBJECT,
    account: str | None = HOME,
    context: Mapping[str, ContextSource] = MappingProxyType({}),
) -> Request:
    """A request; `account` owns the resource."""
    return Request(principal, action, resource, account, Context.of(context))


def identity(*statements: Json) -> PolicySet:
    """A set with one identity policy."""
    return PolicySet(identity=(policy(*statements),))
