"""Random cases of `iam-tutor simulate`, of every kind of policy, operator, variable and principal."""

import random
from itertools import chain
from typing import Any, Final

__all__ = ["random_case"]

Json = dict[str, Any]

HOME: Final = "111122223333"
PARTNER: Final = "444455556666"
BUCKET: Final = "arn:aws:s3:::photos"
KEY: Final = f"arn:aws:kms:us-east-1:{HOME}:key/1"
ROLE: Final = f"arn:aws:iam::{HOME}:role/target"
CALLERS: Final = [
    ("User", f"arn:aws:iam::{HOME}:user/alice"),
    ("User", f"arn:aws:iam::{HOME}:user/team/bob"),
    ("User", f"arn:aws:iam::{HOME}:user/alice"),
    ("User", f"arn:aws-cn:iam::{HOME}:user/alice"),
    ("Role", f"arn:aws:iam::{HOME}:role/service/app"),
    ("Role", f"arn:aws:iam::{HOME}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"),
    ("AssumedRole", f"arn:aws:sts::{HOME}:assumed-role/app/s1"),
    ("AssumedRole", f"arn:aws:sts::{HOME}:assumed-role/app/s1"),
    ("AssumedRole", f"arn:aws:sts::{HOME}:assumed-role/AWSServiceRoleForX/s1"),
    ("FederatedUser", f"arn:aws:sts::{HOME}:federated-user/fay"),
    ("Root", f"arn:aws:iam::{HOME}:root"),
    ("AWSService", "logging.s3.amazonaws.com"),
    ("Federated", "accounts.example.com"),
    ("Anonymous", ""),
]
ACTIONS: Final = {
    "s3:GetObject": [f"{BUCKET}/alice/a.jpg", f"{BUCKET}/b.jpg", "arn:aws-cn:s3:::photos/alice/a.jpg"],
    "s3:PutBucketPolicy": [BUCKET],
    "kms:Decrypt": [KEY, f"arn:aws:kms:us-east-1:{HOME}:alias/aws/s3"],
    "iam:GetUser": [f"arn:aws:iam::{HOME}:user/alice", f"arn:aws-us-gov:iam::{PARTNER}:user/alice"],
    "sts:AssumeRole": [ROLE, f"arn:aws:iam::{PARTNER}:role/target"],
    "sts:TagSession": [ROLE],
    "sts:GetCallerIdentity": ["*"],
    "sqs:SendMessage": [f"arn:aws:sqs:eu-west-1:{PARTNER}:queue:alice"],
}
ACTION_PATTERNS: Final = [*ACTIONS, "*", "*", "*", "s3:*", "S3:get*", "kms:?ecrypt", "*:*", "sts:A*", "iam:x"]
RESOURCE_PATTERNS: Final = [
    "*",
    "*",
    "*",
    *chain.from_iterable(ACTIONS.values()),
    f"{BUCKET}/*",
    f"{BUCKET}/${{aws:username}}/?.jpg",
    f"{BUCKET}/${{AWS:UserName, 'alice'}}/*",
    f"{BUCKET}/${{aws:TagKeys}}*",
    f"{BUCKET}/${{*}}",
    f"{BUCKET}/${{open/${{aws:username}}",
    "arn:aws:*",
    "arn:*:s3:::photos/*",
    "arn:aws:kms:*:*:key/?",
    "arn:aws:iam::*:role/*",
    "arn:aws:iam::${aws:PrincipalAccount}:*",
    "arn:aws*:s3:*:*:ph*os",
    "*:queue:*",
    "arn:aws:sqs:eu-*:*:queue:*",
]
NAMES: Final = [
    ("AWS", "*"),
    ("AWS", HOME),
    ("AWS", HOME),
    ("AWS", f"arn:aws:iam::{HOME}:root"),
    ("AWS", PARTNER),
    *[("AWS", arn) for kind, arn in CALLERS if arn.startswith("arn:")],
    ("AWS", f"arn:aws:iam::{HOME}:role/service/app"),
    ("AWS", f"arn:aws:iam::{HOME}:role/app"),
    ("AWS", f"arn:aws:iam::{PARTNER}:role/app"),
    ("AWS", "AIDAALICE"),
    ("AWS", "AROAAPP"),
    ("Service", "logging.s3.amazonaws.com"),
    ("Service", "s3.amazonaws.com"),
    ("Federated", "accounts.example.com"),
    ("CanonicalUser", "79a59df900b949e5"),
]
TEXTS: Final = ["alice", "Alice", "bob", "a*", "*", "a?ice", "", "${aws:username}", "${aws:username, 'bob'}"]
TEXTS_2: Final = ["${*}", "${?}", "${$}", "x${*}", "${aws:missing}", "${aws:TagKeys}", "${", "true", "TRUE"]
NUMBERS: Final = ["5", "5.0", "10", "-3", "1e3", "abc", "007", ""]
MOMENTS: Final = [
    "2026-01-01T00:00:00Z",
    "2026-01-01",
    "2026-01-01T01:00:00+01:00",
    "1767225600",
    "1767225601",
]
ADDRESSES: Final = ["203.0.113.7", "203.0.113.8", "198.51.100.1", "2001:db8::9", "::ffff:203.0.113.7", "x"]
RANGES: Final = [*ADDRESSES, "203.0.113.0/24", "0.0.0.0/0", "::/0", "2001:DB8::/64", "203.0.113.7/33"]
ARNS: Final = [
    f"arn:aws:iam::{HOME}:user/alice",
    f"arn:aws:sts::{HOME}:assumed-role/app/s1",
    f"arn:aws:iam::{HOME}:role/a:b",
    "alice",
]
ARN_PATTERNS: Final = [
    *ARNS,
    "*",
    "arn:*:iam::*:user/${aws:username}",
    "arn:aws:iam::*:role/*",
    "arn:aws:sts::${aws:PrincipalAccount}:*",
    "arn:aws:${*}::*:*",
]
BINARIES: Final = ["YWJj", "YWJk", "YWJj====", "abc"]
FAMILIES: Final[dict[str, tuple[list[str], list[str]]]] = {
    "String": ([*TEXTS, *TEXTS_2], ["alice", "Alice", "ALICE", "bob", "*", "?", "$", "true", "x*", ""]),
    "Numeric": (NUMBERS, NUMBERS),
    "Date": (MOMENTS, [*MOMENTS, "soon"]),
    "Bool": (["true", "True", "false", "maybe", "${aws:username}"], ["true", "false", "False", "maybe"]),
    "Binary": (BINARIES, BINARIES),
    "Ip": (RANGES, ADDRESSES),
    "Arn": (ARN_PATTERNS, ARNS),
    "Null": (["true", "false", "True"], ["alice"]),
}
"""Of each family of operators: values in policies, and values that requests carry."""
WIDE: Final = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}
COMPARISONS: Final = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
STRINGS: Final = ["Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"]
OPERATORS: Final[dict[str, list[str]]] = {
    "String": [f"String{rest}" for rest in STRINGS],
    "Numeric": [f"Numeric{rest}" for rest in COMPARISONS],
    "Date": [f"Date{rest}" for rest in COMPARISONS],
    "Bool": ["Bool"],
    "Binary": ["BinaryEquals"],
    "Ip": ["IpAddress", "NotIpAddress"],
    "Arn": ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
    "Null": ["Null"],
}
KEYS: Final = {
    "String": ["aws:username", "aws:TagKeys", "aws:PrincipalTag/Team", "aws:missing"],
    "Numeric": ["aws:MultiFactorAuthAge"],
    "Date": ["aws:CurrentTime"],
    "Bool": ["aws:SecureTransport"],
    "Binary": ["app:Digest"],
    "Ip": ["aws:SourceIp"],
    "Arn": ["aws:PrincipalArn"],
    "Null": ["aws:username", "aws:TagKeys", "aws:missing"],
}


def random_case(dice: random.Random) -> Json:
    """A case with one action and one resource."""
    return _Thrower(dice).case()


class _Thrower:
    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def rarely(self, one_in: int = 4) -> bool:
        return self.dice.randrange(one_in) == 0

    def some(self, values: list[Any], most: int = 3) -> Any:
        """One value, bare or in a list, or several."""
        count = self.dice.choice([1, 1, *range(1, most + 1)])
        chosen = [self.dice.choice(values) for _ in range(count)]
        return chosen[0] if len(chosen) == 1 and self.dice.random() < 0.5 else chosen

    def cased(self, text: str) -> str:
        return self.dice.choice([text, text, text.lower(), text.upper()])

    def case(self) -> Json:
        kind, arn = self.dice.choice(CALLERS)
        action = self.dice.choice(list(ACTIONS))
        if action == "sts:GetCallerIdentity" and not self.rarely():
            action = "s3:GetObject"
        case: Json = {
            "CallerType": kind,
            "CallerArn": arn,
            "ActionNames": [self.cased(action)],
            "ResourceArns": [self.dice.choice(ACTIONS[action])],
            "ContextEntries": list(self.context(kind)),
            "PolicyInputList": self.policies(),
        }
        if self.dice.random() < 0.5:
            case["PolicyInputList"].append(WIDE)
        if not arn:
            del case["CallerArn"]
        if self.rarely(3):
            case["ResourceOwner"] = f"arn:aws:iam::{self.dice.choice([HOME, PARTNER])}:root"
        if self.dice.random() < 0.5:
            trust = action in {"sts:AssumeRole", "sts:TagSession"}
            case["ResourcePolicy"] = self.trust_policy() if trust else self.policy("Resource")
        if self.rarely():
            case["PermissionsBoundaryPolicyInputList"] = [self.policy()]
        if self.rarely():
            case["SessionPolicyInputList"] = self.policies()
        if self.rarely():
            levels = [self.policies() for _ in range(self.dice.randint(1, 3))]
            case["ServiceControlPolicyInputList"] = [[*level, WIDE][self.rarely() :] for level in levels]
        if self.rarely(6):
            case["ResourceControlPolicyInputList"] = [[self.policy("Rcp")]]
        return case

    def context(self, kind: str) -> Any:
        unique_id = {"User": "AIDAALICE", "Role": "AROAAPP", "AssumedRole": "AROAAPP:s1"}.get(kind, "x")
        yield entry("aws:userid", [unique_id])
        for family, keys in KEYS.items():
            for key in keys[: 3 if family == "String" else 1]:
                if family != "Null" and not self.rarely(3):
                    values = FAMILIES[family][1]
                    many = key == "aws:TagKeys" or self.rarely(8)
                    chosen = [self.dice.choice(values) for _ in range(self.dice.randint(0, 3) if many else 1)]
                    yield entry(self.cased(key), chosen, "stringList" if many else "string")

    def policies(self) -> list[Json]:
        return [self.policy() for _ in range(self.dice.choice([0, 1, 1, 2]))]

    def policy(self, kind: str = "") -> Json:
        statements = [self.statement(kind) for _ in range(self.dice.choice([1, 1, 2, 3]))]
        one = len(statements) == 1 and self.rarely()
        policy: Json = {"Version": "2012-10-17", "Statement": statements[0] if one else statements}
        if self.rarely(8):
            policy["Version"] = "2008-10-17"
        return policy

    def trust_policy(self) -> Json:
        statement: Json = {
            "Effect": self.effect(),
            "Action": self.some(["sts:AssumeRole", "sts:*", "sts:T*"]),
        }
        statement["Principal"] = self.principal()
        return {"Version": "2012-10-17", "Statement": [self.with_conditions(statement)]}

    def statement(self, kind: str) -> Json:
        statement: Json = {"Effect": self.effect()}
        if kind == "Rcp":
            statement["Principal"] = self.dice.choice(["*", {"AWS": "*"}])
        if kind == "Resource":
            spares = statement["Effect"] == "Deny" and self.rarely(3)
            statement["NotPrincipal" if spares else "Principal"] = self.principal(most=5 if spares else 2)
        statement["NotAction" if self.rarely() else "Action"] = self.some(ACTION_PATTERNS)
        if kind != "Resource" or not self.rarely():
            statement["NotResource" if self.rarely() else "Resource"] = self.some(RESOURCE_PATTERNS)
        return self.with_conditions(statement)

    def effect(self) -> str:
        return self.dice.choice(["Allow", "Allow", "Allow", "Deny"])

    def principal(self, most: int = 2) -> Any:
        if self.rarely(6):
            return "*"
        families: dict[str, list[str]] = {}
        for _ in range(self.dice.randint(1, most)):
            family, name = self.dice.choice(NAMES)
            families.setdefault(family, []).append(name)
        return {family: names if len(names) > 1 else names[0] for family, names in families.items()}

    def with_conditions(self, statement: Json) -> Json:
        if self.rarely(3):
            blocks: Json = {}
            for _ in range(self.dice.choice([1, 1, 2])):
                family = self.dice.choice(list(OPERATORS))
                keys = {self.cased(self.dice.choice(KEYS[family])): self.some(self.wanted(family))}
                blocks.setdefault(self.operator(family), {}).update(keys)
            statement["Condition"] = blocks
        return statement

    def wanted(self, family: str) -> list[Any]:
        plain: dict[str, list[Any]] = {"Numeric": [5, 5.5, -3], "Bool": [True, False], "Null": [True, False]}
        return [*FAMILIES[family][0], *plain.get(family, [])]

    def operator(self, family: str) -> str:
        operator = self.dice.choice(OPERATORS[family])
        if family == "Null":
            return operator
        prefix = self.dice.choice(["", "", "", "ForAllValues:", "ForAnyValue:"])
        return f"{prefix}{operator}{self.dice.choice(['', '', 'IfExists'])}"


def entry(key: str, values: list[str], written_type: str = "string") -> Json:
    """One of `ContextEntries`."""
    return {"ContextKeyName": key, "ContextKeyValues": values, "ContextKeyType": written_type}
