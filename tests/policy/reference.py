"""The plainest evaluator that `spec/iam-facts.md` allows: loops and regular expressions over JSON.

It takes a case of `iam-tutor simulate` with one action and one resource, and shares no code with
`tutor.policy`. It checks nothing: the case is well-formed. Sections of the specification are in brackets.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from tests.policy.reference_values import arn_fields, as_text, fill, holds, like, listed, single, tokens

__all__ = ["evaluate"]

Json = Any
Answer = tuple[str, str]
"""EvalDecision and DecidedBy."""

CALLERS_WITHOUT_ACCOUNT = ("AWSService", "Federated", "Anonymous")
REPAIRS = ("s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy", "sqs:setqueueattributes")


def evaluate(case: Json) -> Answer:
    """What the request gets, and the layer that says so."""
    return _Evaluation(case).answer()


class _Evaluation:
    def __init__(self, case: Json) -> None:
        self.arn: str = case.get("CallerArn", "")
        self.kind: str = case["CallerType"]
        self.action: str = case["ActionNames"][0].lower()
        self.resource: str = case["ResourceArns"][0]
        self.account = "" if self.kind in CALLERS_WITHOUT_ACCOUNT else self.arn.split(":")[4]
        self.owner = case["ResourceOwner"].split(":")[4] if "ResourceOwner" in case else self.owner_in_arn()
        self.context = {entry["ContextKeyName"].lower(): entry for entry in case.get("ContextEntries", [])}
        self.identity = case.get("PolicyInputList", [])
        self.boundary = case.get("PermissionsBoundaryPolicyInputList", [])
        self.session = case.get("SessionPolicyInputList", [])
        self.scps = case.get("ServiceControlPolicyInputList", [])
        self.rcps = case.get("ResourceControlPolicyInputList", [])
        self.resource_policy = case.get("ResourcePolicy")

    def owner_in_arn(self) -> str:
        fields = self.resource.split(":")
        in_arn = fields[4] if len(fields) > 5 else ""
        return in_arn if re.fullmatch("[0-9]{12}", in_arn) else self.account

    # The order of evaluation [3.1 to 3.3]

    def answer(self) -> Answer:
        if self.account and self.action in ("sts:getcalleridentity", "sts:getsessiontoken"):
            return "allowed", "notControlled"
        home, there = re.match("arn:([^:]*):", self.arn), re.match("arn:([^:]*):", self.resource)
        if home and there and home[1] != there[1]:
            return "implicitDeny", "partition"
        if self.kind == "Root" and self.action == "sts:assumerole":
            return "implicitDeny", "root"
        denied_by = self.explicit_deny()
        if denied_by:
            return "explicitDeny", denied_by
        if self.scps_bind() and not all(self.any_says("Allow", level) for level in self.scps):
            return "implicitDeny", "serviceControlPolicy"
        if not self.account:
            return ("allowed" if self.grant() else "implicitDeny"), self.resource_layer()
        if self.owner == self.account:
            return self.same_account()
        return self.cross_account()

    def explicit_deny(self) -> str | None:
        if self.rcps_bind() and any(self.any_says("Deny", level) for level in self.rcps):
            return "resourceControlPolicy"
        if self.scps_bind() and any(self.any_says("Deny", level) for level in self.scps):
            return "serviceControlPolicy"
        if self.resource_policy and not self.repairs_own_policy():
            for statement in self.matching([self.resource_policy], "Deny"):
                if self.names_or_does_not_spare(statement):
                    return self.resource_layer()
        if not self.account:
            return None
        if self.kind != "Root" and self.any_says("Deny", self.identity):
            return "identityPolicy"
        if self.boundary_binds() and self.any_says("Deny", self.boundary):
            return "permissionsBoundary"
        return "sessionPolicy" if self.any_says("Deny", self.session) else None

    def same_account(self) -> Answer:
        grant = self.grant()
        if not grant and (self.is_trust() or (self.action.startswith("kms:") and ":key/" in self.resource)):
            return "implicitDeny", self.resource_layer()
        if self.kind == "Root":
            return self.by_root()
        if grant == "direct":
            return "allowed", self.resource_layer()
        if grant == "limited":
            limit = self.limit()
            return ("implicitDeny", limit) if limit else ("allowed", self.resource_layer())
        return self.own_policies()

    def cross_account(self) -> Answer:
        own = self.by_root() if self.kind == "Root" else self.own_policies()
        if own[0] == "allowed" and not self.grant():
            return "implicitDeny", self.resource_layer()
        return own

    def by_root(self) -> Answer:
        """A session that AssumeRoot gave is for the one task of its session policy."""
        silent = self.session and not self.any_says("Allow", self.session)
        return ("implicitDeny", "sessionPolicy") if silent else ("allowed", "root")

    def own_policies(self) -> Answer:
        if not self.any_says("Allow", self.identity):
            return "implicitDeny", "identityPolicy"
        limit = self.limit()
        return ("implicitDeny", limit) if limit else ("allowed", "identityPolicy")

    def limit(self) -> str | None:
        if self.boundary_binds() and not self.any_says("Allow", self.boundary):
            return "permissionsBoundary"
        needs_session_policy = self.session or self.kind == "FederatedUser"
        if needs_session_policy and not self.any_says("Allow", self.session):
            return "sessionPolicy"
        return None

    def scps_bind(self) -> bool:
        return bool(self.scps) and bool(self.account) and not self.is_service_linked()

    def rcps_bind(self) -> bool:
        service = self.action.split(":")[0]
        exempt = service in ("iam", "ec2", "lambda") or self.action == "kms:retiregrant"
        return not exempt and ":alias/aws/" not in self.resource and not self.is_service_linked()

    def boundary_binds(self) -> bool:
        return (
            bool(self.boundary)
            and bool(self.account)
            and self.kind != "Root"
            and not self.is_service_linked()
        )

    def is_service_linked(self) -> bool:
        if self.kind == "Role":
            return self.arn.split("/")[-1].startswith("AWSServiceRoleFor")
        return self.kind == "AssumedRole" and self.arn.split("/")[1].startswith("AWSServiceRoleFor")

    def is_trust(self) -> bool:
        names = ("sts:assumerole", "sts:tagsession", "sts:setsourceidentity")
        return self.action.startswith(names) and ":role/" in self.resource

    def resource_layer(self) -> str:
        return "trustPolicy" if self.is_trust() else "resourcePolicy"

    def repairs_own_policy(self) -> bool:
        return self.kind == "Root" and self.action in REPAIRS and self.owner == self.account

    # Principals [2.2, 3.2, 3.3]

    def grant(self) -> str | None:
        if not self.resource_policy or self.repairs_own_policy():
            return None
        found = set()
        for statement in self.matching([self.resource_policy], "Allow"):
            found |= {self.naming(family, text) for family, text in principals(statement["Principal"])}
        return next((level for level in ("direct", "limited", "account") if level in found), None)

    def names_or_does_not_spare(self, statement: Json) -> bool:
        if "Principal" in statement:
            return any(self.naming(family, text) for family, text in principals(statement["Principal"]))
        return bool(self.boundary_binds()) or not self.is_spared(list(principals(statement["NotPrincipal"])))

    def naming(self, family: str, text: str) -> str | None:
        if family == "AWS" and text == "*":
            return "direct"
        if family in ("Service", "Federated"):
            is_kind = self.kind == {"Service": "AWSService", "Federated": "Federated"}[family]
            return "direct" if is_kind and text in ("*", self.arn) else None
        if family != "AWS" or not self.account:
            return None
        if text == self.account or re.fullmatch(f"arn:[^:]*:iam::{self.account}:root", text):
            return "account"
        if self.is_self(text):
            return "limited" if self.kind == "Role" else "direct"
        if self.kind == "AssumedRole" and self.is_own_role(text):
            return "limited"
        user = re.fullmatch(f"arn:[^:]*:iam::{self.account}:user/.*", text)
        return "limited" if self.kind == "FederatedUser" and user else None

    def is_self(self, text: str) -> bool:
        unique_id = single(self.context, "aws:userid") or ""
        if self.kind == "User" and text == unique_id:
            return True
        if self.kind == "Role" and text.startswith("AROA") and text == unique_id.split(":")[0]:
            return True
        return text == self.arn

    def is_own_role(self, text: str) -> bool:
        if text.startswith("AROA"):
            return text == (single(self.context, "aws:userid") or "").split(":")[0]
        role = re.fullmatch(f"arn:[^:]*:iam::{self.account}:role/(.*/)?([^/]*)", text)
        return role is not None and role[2] == self.arn.split("/")[1]

    def is_spared(self, listed: list[tuple[str, str]]) -> bool:
        if ("AWS", "*") in listed:
            return True
        if not self.account:
            return any(self.naming(family, text) for family, text in listed)
        texts = [text for family, text in listed if family == "AWS"]
        account = any(self.naming("AWS", text) == "account" for text in texts)
        if self.kind == "Root":
            return account
        itself = any(self.is_self(text) for text in texts)
        if self.kind == "AssumedRole":
            return account and itself and any(self.is_own_role(text) for text in texts)
        return account and itself

    # Statements [2.1, 2.3]

    def any_says(self, effect: str, policies: Sequence[Json]) -> bool:
        return any(True for _ in self.matching(policies, effect))

    def matching(self, policies: Sequence[Json], effect: str) -> Iterator[Json]:
        """The statements that match but for their principal."""
        for policy in policies:
            variables = policy.get("Version") == "2012-10-17"
            for statement in listed(policy["Statement"]):
                if statement["Effect"] == effect and self.matches(statement, variables):
                    yield statement

    def matches(self, statement: Json, variables: bool) -> bool:
        if "Action" in statement and not any(map(self.is_about, listed(statement["Action"]))):
            return False
        if "NotAction" in statement and any(map(self.is_about, listed(statement["NotAction"]))):
            return False
        wanted, spared = statement.get("Resource"), statement.get("NotResource")
        if wanted is not None and not any(self.is_on(text, variables) for text in listed(wanted)):
            return False
        if spared is not None and any(self.is_on(text, variables) for text in listed(spared)):
            return False
        return all(
            holds(operator, key, [as_text(value) for value in listed(values)], self.context, variables)
            for operator, block in statement.get("Condition", {}).items()
            for key, values in block.items()
        )

    def is_about(self, pattern: str) -> bool:
        return like(tokens(pattern.lower(), variables=False), self.action)

    def is_on(self, pattern: str, variables: bool) -> bool:
        """Variables only in the sixth field; wildcards stay in their field [1.1, 4.2]."""
        fields = arn_fields(tokens(pattern, variables))
        if any(kind == "variable" for field in fields[:5] for kind, _ in field):
            return False
        if len(fields) < 6:
            return like(tokens(pattern, variables), self.resource)
        texts = self.resource.split(":", 5)
        filled = [fill(field, self.context) for field in fields]
        return len(texts) == 6 and all(
            field is not None and like(field, text) for field, text in zip(filled, texts, strict=True)
        )


def principals(element: Json) -> Iterator[tuple[str, str]]:
    """Family and name of each principal."""
    for family, names in ({"AWS": "*"} if element == "*" else element).items():
        for name in listed(names):
            yield family, name
