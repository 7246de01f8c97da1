"""Goals and the account that they are checked against, for tests."""

from collections.abc import Mapping, Sequence
from json import dumps
from pathlib import Path

from tutor.account import RequestRecord, Save, caller_of
from tutor.course import Grounds, Result, evaluate_goals
from tutor.course.decode import Decoder
from tutor.course.nodes import read_yaml
from tutor.course.schema import Goal
from tutor.gateway import Console, Sandbox

from .conftest import MONDAY

ACCOUNT = "111111111111"
POLICY = f"arn:aws:iam::{ACCOUNT}:policy"
PHOTOS = "arn:aws:s3:::moonrabbit-photos"
INVOICES = "arn:aws:s3:::moonrabbit-invoices"

PROFILES: Mapping[str, Mapping[str, object]] = {
    "yuna": {"user": "yuna"},
    "typo": {"user": "yuna", "wrong-secret": True},
    "nobody": {"unknown-key": True},
    "mina": {"root": True},
}


def allows(action: str | Sequence[str], resource: str | Sequence[str], effect: str = "Allow") -> str:
    """A policy of one statement."""
    statement = {"Effect": effect, "Action": action, "Resource": resource}
    return dumps({"Version": "2012-10-17", "Statement": [statement]})


class Studio:
    """An account with Yuna, Noah and two buckets, and the questions put to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.save = Save.in_memory(seed=bytes(32))
        self.save.begin(start=MONDAY, lesson="studio")
        self.sandbox = Sandbox(self.save, lambda: MONDAY)
        self.console = Console(self.sandbox, folder)
        for name, definition in PROFILES.items():
            self.save.set_profile(name, definition, start=True)
        for name in ("yuna", "noah"):
            self.do("iam:CreateUser", UserName=name)
            self.do("iam:CreateAccessKey", UserName=name)
        self.do("s3:CreateBucket", Bucket="moonrabbit-photos")
        self.do("s3:CreateBucket", Bucket="moonrabbit-invoices")
        self.begin = self.save.head or 0

    def do(self, operation: str, **parameters: object) -> None:
        """Have root's request performed and recorded, without the CLI."""
        account = self.save.world.accounts[ACCOUNT]
        root = caller_of(account, account.root)
        service, _, name = operation.partition(":")
        recorded = self.save.append(RequestRecord(service, name, parameters, root, None, "203.0.113.10"))
        assert recorded.error is None, recorded.error

    def aws(self, *commands: str) -> None:
        """Run commands, as root unless they name a profile."""
        for command in commands:
            self.console.run(f"aws {command}")

    def policy(self, name: str, document: str) -> str:
        """Make a managed policy; gives its ARN."""
        self.do("iam:CreatePolicy", PolicyName=name, PolicyDocument=document)
        return f"{POLICY}/{name}"

    def give(self, user: str, name: str, document: str) -> None:
        """Make a managed policy and attach it to a user."""
        self.do("iam:AttachUserPolicy", UserName=user, PolicyArn=self.policy(name, document))

    def check(self, *goals: str) -> tuple[Result, ...]:
        """The results of goals written as in a lesson, without their ids: `allow: {...}`."""
        parsed = [goal_of(f"g{number}", goal) for number, goal in enumerate(goals, start=1)]
        grounds = Grounds(self.sandbox, ACCOUNT, self.begin, self.begin, self.console)
        return evaluate_goals(parsed, grounds)

    def result(self, goal: str) -> Result:
        """The result of one goal."""
        return self.check(goal)[0]

    def kind(self, goal: str) -> str | None:
        """The kind of cause that one goal fails with; None if it passes."""
        result = self.result(goal)
        return result.cause.kind if result.cause else None


def goal_of(name: str, text: str) -> Goal:
    """A goal as a lesson writes it, without its id."""
    node, faults = read_yaml(Path("goal.yaml"), f"id: {name}\n{text}")
    assert node is not None
    decoder = Decoder(Path("goal.yaml"))
    goal = decoder.struct(node, Goal)
    assert goal is not None, (faults, decoder.faults)
    return goal
