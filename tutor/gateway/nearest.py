"""The command of the sandbox that comes nearest to one that it does not have."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

__all__ = ["is_alike", "nearest_command", "nearest_service"]

ALIKE: Final = 0.7
"""How much of its letters a command must share with another to be named in its place."""

READING: Final = (
    "describe",
    "filter",
    "get",
    "head",
    "list",
    "lookup",
    "ls",
    "query",
    "scan",
    "search",
    "view",
)
"""The verbs of commands that change nothing."""

Pair = tuple[str, str]
"""What stands in for a reading command, and for one that changes something."""

COMPUTING: Final = ("aws ec2 describe-instances", "aws ec2 run-instances")
STORING: Final = ("aws s3api get-object", "aws s3api put-object")
KEEPING: Final = ("aws s3api list-buckets", "aws s3api create-bucket")
PEOPLE: Final = ("aws iam list-users", "aws iam create-user")
PAST: Final = ("history", "history")
ASKING: Final = ("aws iam simulate-principal-policy", "aws iam simulate-principal-policy")
SHARING: Final = ("aws s3api get-bucket-policy", "aws s3api put-bucket-policy")
COUNTING: Final = ("aws iam get-account-summary", "aws iam get-account-summary")
CALLER: Final = ("aws sts get-caller-identity", "aws sts get-caller-identity")

KINDS: Final[Mapping[Pair, str]] = {
    COMPUTING: "apprunner autoscaling batch codebuild ecr ecs eks elasticbeanstalk elb elbv2 emr glue lambda "
    "lightsail sagemaker stepfunctions",
    STORING: "dynamodb dynamodbstreams firehose kinesis secretsmanager ses sns sqs ssm",
    KEEPING: "athena backup cloudformation cloudfront docdb efs elasticache fsx glacier kms neptune rds "
    "redshift route53 s3control s3tables",
    PEOPLE: "cognito-idp ds identitystore sso sso-admin workspaces",
    PAST: "cloudtrail cloudwatch config configservice guardduty inspector2 logs macie2 securityhub xray",
    ASKING: "accessanalyzer verifiedpermissions",
    SHARING: "ram",
    COUNTING: "account budgets ce health service-quotas support trustedadvisor",
    ("aws sts assume-role-with-web-identity",) * 2: "cognito-identity",
    ("aws sts assume-role",) * 2: "rolesanywhere",
    ("aws iam list-user-tags", "aws iam tag-user"): "resource-groups resourcegroupstaggingapi",
}
"""Services that are not here, by what does something like it here."""

COUNTERPARTS: Final = {service: pair for pair, services in KINDS.items() for service in services.split()}


PURPOSES: Final[Mapping[str, Pair]] = {
    "delegation": ("list-roles", "create-role"),
    "delegated": ("assume-role", "assume-role"),
    "outbound": ("get-open-id-connect-provider", "create-open-id-connect-provider"),
    "web-identity-token": ("assume-role-with-web-identity", "assume-role-with-web-identity"),
    "human-readable": ("get-policy", "update-role-description"),
}
"""What does something like it, by a part of a command that likeness of words would mislead about."""


def nearest_service(service: str, words: Iterable[str] = ()) -> str:
    """What to type in place of a command of a service that is not here."""
    reads, changes = COUNTERPARTS.get(service, CALLER)
    typed = [word for word in words if word != service]
    return reads if not typed or any(_verb(word) in READING for word in typed) else changes


def nearest_command(command: str, available: Sequence[str]) -> str:
    """The command that shares most of its meaning: first of its nouns, then of its verb and letters."""
    for part, (reads, changes) in PURPOSES.items():
        meant = reads if _verb(command) in READING else changes
        if part in command and meant in available:
            return meant
    return max(available, key=lambda other: _likeness(command, other))


def is_alike(command: str, other: str) -> bool:
    """Whether two commands are so alike that one may be a misremembered other, or do nearly the same."""
    return difflib.SequenceMatcher(None, command, other).ratio() >= ALIKE


def _likeness(command: str, other: str) -> float:
    mine, others = _nouns(command), _nouns(other)
    shared = len(mine & others) / len(mine | others) if mine | others else 0.0
    same_kind = (_verb(command) in READING) == (_verb(other) in READING)
    letters = difflib.SequenceMatcher(None, command, other).ratio()
    return 2 * shared + (_verb(command) == _verb(other)) / 2 + same_kind / 2 + letters


def _verb(command: str) -> str:
    return command.partition("-")[0]


def _nouns(command: str) -> frozenset[str]:
    """The words behind the verb, in the singular."""
    return frozenset(word.removesuffix("s") for word in command.split("-")[1:])
