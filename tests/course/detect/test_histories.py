"""Misconceptions that the learner's own requests show, in a real account."""

from collections.abc import Callable, Mapping
from json import dumps
from pathlib import Path
from typing import Final

import pytest

from tutor.account import RequestRecord, caller_of
from tutor.account.totp import code_at, step_of
from tutor.course.detect import ASKED_ONLY, DETECTORS, KNOWN, misconceptions_of
from tutor.course.goals import Grounds, evaluate_goals

from ..people import ACCOUNT, PHOTOS, Studio, allows
from .beliefs_shown import SHOWN
from .situations import allow, deny, document, goal_of, trusts

MFA: Final = "aws:MultiFactorAuthPresent"
LISTS: Final = f"allow: {{as: user/noah, action: s3:ListBucket, resource: '{PHOTOS}'}}"
NO_LIST: Final = f"deny: {{as: user/noah, action: s3:ListBucket, resource: '{PHOTOS}'}}"
ONE_KEY: Final = "keys: {user: noah, active: 1}"
ONE_AT_ALL: Final = "keys: {user: noah, active: 1, total: 1}"
OLD_KEY: Final = "key: {id-of: {user: noah, number: 1}, status: gone}"
NO_KEY: Final = "keys: {user: noah, active: 0}"
MEMBER: Final = "member: {user: noah, group: photographers}"
STORED: Final = "exists: {policy: Paper}"
ROLE: Final = "exists: {role: album-pickup}"
NO_MFA: Final = NO_LIST.replace("}", f", with: {{'{MFA}': false}}}}")
TRUST: Final = document(trusts({"AWS": f"arn:aws:iam::{ACCOUNT}:user/yuna"}))


class Learner:
    """A studio in which the learner's requests may fail."""

    def __init__(self, folder: Path) -> None:
        self.studio = Studio(folder)

    def tries(self, operation: str, **parameters: object) -> None:
        """Have a request of root performed, or refused by the operation itself, and recorded."""
        account = self.studio.save.world.accounts[ACCOUNT]
        root = caller_of(account, account.root)
        service, _, name = operation.rpartition(":")
        record = RequestRecord(service or "iam", name, parameters, root, None, "203.0.113.10")
        self.studio.save.append(record)

    def sees(self, goal: str) -> tuple[str, ...]:
        """What the failed goal shows."""
        parsed = goal_of(goal)
        studio = self.studio
        grounds = Grounds(studio.sandbox, ACCOUNT, studio.begin, studio.begin)
        (result,) = evaluate_goals([parsed], grounds)
        assert result.cause is not None, "the goal passes"
        return misconceptions_of(grounds, parsed, result.cause, result.decision)

    def key(self, number: int) -> str:
        """The id of Noah's key by the order of creation."""
        keys = self.studio.save.world.accounts[ACCOUNT].users["noah"].keys.values()
        return sorted(keys, key=lambda key: key.created)[number - 1].key_id


Doing = Callable[[Learner], None]


def does(*requests: tuple[str, Mapping[str, object]]) -> Doing:
    """These requests, one after the other."""

    def act(learner: Learner) -> None:
        for operation, parameters in requests:
            learner.tries(operation, **parameters)

    return act


def stores(text: str, operation: str = "CreatePolicy", **more: object) -> Doing:
    """One document to be stored."""
    names = {"CreateRole": "AssumeRolePolicyDocument", "s3:PutBucketPolicy": "Policy"}
    parameters = {"CreatePolicy": {"PolicyName": "Paper"}, "CreateRole": {"RoleName": "album-pickup"}}
    named = parameters.get(operation, {}) | more | {names.get(operation, "PolicyDocument"): text}
    return does((operation, named))


def then(*doings: Doing) -> Doing:
    """One after the other."""

    def act(learner: Learner) -> None:
        for doing in doings:
            doing(learner)

    return act


def sets_key(number: int, status: str) -> Doing:
    """One of Noah's keys made active or inactive."""
    return lambda learner: learner.tries(
        "UpdateAccessKey", UserName="noah", AccessKeyId=learner.key(number), Status=status
    )


NEW_KEY: Final = does(("CreateAccessKey", {"UserName": "noah"}))
PASSWORD: Final = does(("CreateLoginProfile", {"UserName": "noah", "Password": "Rabbit-2026!"}))
NO_PASSWORD: Final = does(("DeleteLoginProfile", {"UserName": "noah"}))
GROUPS: Final = does(
    ("CreateGroup", {"GroupName": "photographers"}), ("CreateGroup", {"GroupName": "interns"})
)
HAS_ROLE: Final = stores(TRUST, "CreateRole")
MAY_LIST: Final = does(
    ("PutUserPolicy", {"UserName": "noah", "PolicyName": "List", "PolicyDocument": allows("s3:*", "*")})
)
MAY_READ: Final = does(
    (
        "PutUserPolicy",
        {"UserName": "noah", "PolicyName": "Read", "PolicyDocument": allows("s3:GetObject", "*")},
    )
)
DENIES_BY_BOOL: Final = does(
    (
        "PutUserPolicy",
        {
            "UserName": "noah",
            "PolicyName": "List",
            "PolicyDocument": document(allow("s3:*"), deny("*", Condition={"Bool": {MFA: "false"}})),
        },
    )
)
PHONE: Final = f"arn:aws:iam::{ACCOUNT}:mfa/phone"


def has_device(learner: Learner) -> None:
    """A phone that gives codes for Noah."""
    learner.tries("CreateVirtualMFADevice", VirtualMFADeviceName="phone")
    save = learner.studio.save
    seed, step = save.world.accounts[ACCOUNT].mfa_devices[PHONE].seed, step_of(save.world.now)
    codes = {f"AuthenticationCode{n}": code_at(seed, step + n) for n in (1, 2)}
    learner.tries("EnableMFADevice", UserName="noah", SerialNumber=PHONE, **codes)


ONE: Final = dumps(allow("s3:*"))
TWICE: Final = f'{{"Version": "2012-10-17", "Statement": {ONE}, "Statement": {ONE}}}'
TWO_ACTIONS: Final = (
    '{"Version": "2012-10-17", "Statement": '
    '{"Effect": "Allow", "Action": "s3:Get*", "Action": "s3:List*", "Resource": "*"}}'
)
NAMED: Final = document(allow("s3:*", Principal={"AWS": "*"}))
GROUP_ARN: Final = f"arn:aws:iam::{ACCOUNT}:group/photographers"
OLD: Final = document(allow("s3:*", f"{PHOTOS}/${{aws:username}}/*"), version="2008-10-17")


def gives(name: str, kind: str = "User", action: str = "s3:ListBucket") -> Doing:
    """A policy of somebody's own that allows one action on the photos."""
    text = allows(action, PHOTOS)
    named = {f"{kind}Name": name, "PolicyName": "Given", "PolicyDocument": text}
    return does((f"Put{kind}Policy", named))


def assumes(seconds: int) -> Doing:
    """A session of the role, for so long."""
    role = {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/album-pickup", "RoleSessionName": "theo"}
    return does(("sts:AssumeRole", role | {"DurationSeconds": seconds}))


Row = tuple[Doing, str]

SEEN: Final[dict[str, tuple[Row, ...]]] = {
    "B1": (
        (then(PASSWORD), LISTS),
        (then(NEW_KEY), LISTS),
    ),
    "B2": (
        (does(("CreateUser", {"UserName": "sora"})), LISTS.replace("noah", "sora")),
        (does(("CreateUser", {"UserName": "ian"})), LISTS.replace("noah", "ian")),
    ),
    "B3": (
        (then(MAY_LIST, PASSWORD, NO_PASSWORD), NO_LIST),
        (then(PASSWORD, NO_PASSWORD), NO_KEY),
    ),
    "B4": (
        (then(NEW_KEY, sets_key(1, "Inactive")), ONE_AT_ALL),
        (then(NEW_KEY, sets_key(1, "Inactive")), OLD_KEY),
        (then(NEW_KEY, sets_key(1, "Inactive"), NEW_KEY), "keys: {user: noah, active: 2}"),
    ),
    "B5": (
        (then(MAY_LIST, has_device), NO_MFA),
        (then(MAY_LIST, has_device), NO_MFA.replace("false", "null")),
    ),
    "B8": (
        (stores(document(allow("s3:*"), version="2026-01-05")), STORED),
        (
            stores(
                document(allow("s3:*"), version="2026-01-05"),
                "PutUserPolicy",
                UserName="noah",
                PolicyName="Paper",
            ),
            LISTS,
        ),
    ),
    "B13": (
        (
            then(GROUPS, does(("AddUserToGroup", {"GroupName": "photographers", "UserName": "interns"}))),
            MEMBER,
        ),
        (
            then(GROUPS, does(("AddUserToGroup", {"GroupName": "interns", "UserName": "photographers"}))),
            MEMBER,
        ),
    ),
    "B14": (
        (then(GROUPS, stores(document(trusts({"AWS": GROUP_ARN})), "CreateRole")), ROLE),
        (
            then(
                GROUPS,
                stores(
                    document(allow("s3:*", f"{PHOTOS}/*", Principal={"AWS": [GROUP_ARN]})),
                    "s3:PutBucketPolicy",
                    Bucket="moonrabbit-photos",
                ),
            ),
            LISTS,
        ),
    ),
    "B15": (
        (NEW_KEY, OLD_KEY.replace("gone", "Inactive")),
        (NEW_KEY, ONE_KEY),
        (NEW_KEY, ONE_AT_ALL),
    ),
    "B17": (
        (
            then(
                HAS_ROLE, GROUPS, does(("AddUserToGroup", {"GroupName": "album-pickup", "UserName": "noah"}))
            ),
            MEMBER,
        ),
        (
            then(
                HAS_ROLE,
                does(("CreateLoginProfile", {"UserName": "album-pickup", "Password": "Rabbit-2026!"})),
            ),
            STORED,
        ),
    ),
    "B18": (
        (then(HAS_ROLE, assumes(129_600)), "done-once: {action: sts:AssumeRole}"),
        (
            then(HAS_ROLE, does(("UpdateRole", {"RoleName": "album-pickup", "MaxSessionDuration": 129_600}))),
            "done-once: {action: sts:AssumeRole}",
        ),
    ),
    "wrong-principal": (
        (gives("yuna"), LISTS),
        (then(GROUPS, gives("photographers", "Group")), LISTS),
    ),
    "M5": (
        (stores(NAMED), STORED),
        (stores(NAMED, "PutUserPolicy", UserName="noah", PolicyName="Paper"), LISTS),
    ),
    "M16": (
        (stores(OLD), STORED),
        (stores(OLD, "PutUserPolicy", UserName="noah", PolicyName="Paper"), LISTS),
    ),
    "M17": (
        (stores(TWICE), STORED),
        (stores(TWO_ACTIONS), STORED),
    ),
}
"""Situations in which the belief shows: what the learner does, and the goal that fails."""

NOT_SEEN: Final[dict[str, tuple[Row, ...]]] = {
    "B1": (
        (does(), LISTS),
        (then(PASSWORD, MAY_READ), LISTS),
        (PASSWORD, NO_KEY),
    ),
    "B2": (
        (does(), LISTS),
        (
            does(("CreateUser", {"UserName": "sora"}), ("CreateAccessKey", {"UserName": "sora"})),
            LISTS.replace("noah", "sora"),
        ),
    ),
    "B3": (
        (then(MAY_LIST, PASSWORD), NO_LIST),
        (then(MAY_LIST, PASSWORD, NO_PASSWORD, sets_key(1, "Inactive")), NO_LIST),
    ),
    "B4": (
        (NEW_KEY, ONE_AT_ALL),
        (then(NEW_KEY, sets_key(1, "Inactive")), "keys: {user: noah, active: 2}"),
        (then(NEW_KEY, sets_key(2, "Inactive")), OLD_KEY.replace("gone", "Inactive")),
    ),
    "B5": (
        (MAY_LIST, NO_MFA),
        (then(MAY_LIST, has_device), NO_LIST),
        (then(DENIES_BY_BOOL, has_device), NO_MFA.replace("false", "null")),
    ),
    "B8": (
        (stores(TWICE), STORED),
        (then(stores(document(allow("s3:*"), version="2026-01-05")), stores(TWICE)), STORED),
    ),
    "B13": (
        (
            then(GROUPS, does(("AddUserToGroup", {"GroupName": "photographers", "UserName": "nobody"}))),
            MEMBER,
        ),
        (
            then(
                GROUPS,
                does(
                    ("AddUserToGroup", {"GroupName": "photographers", "UserName": "interns"}),
                    ("AddUserToGroup", {"GroupName": "photographers", "UserName": "yuna"}),
                ),
            ),
            MEMBER,
        ),
    ),
    "B14": (
        (stores(document(trusts({"AWS": "arn:aws:iam::111111111111:user/nobody"})), "CreateRole"), ROLE),
        (stores(document(allow("iam:*", GROUP_ARN), version="2026-01-05")), STORED),
    ),
    "B15": (
        (does(), NO_KEY),
        (then(NEW_KEY, sets_key(1, "Inactive")), ONE_AT_ALL),
    ),
    "B17": (
        (then(HAS_ROLE, does(("AddUserToGroup", {"GroupName": "nobody", "UserName": "noah"}))), MEMBER),
        (then(HAS_ROLE, GROUPS), MEMBER),
    ),
    "B18": (
        (then(HAS_ROLE, does(("CreateRole", {"RoleName": "x", "AssumeRolePolicyDocument": "{"}))), STORED),
        (then(HAS_ROLE, assumes(129_600), assumes(900)), STORED),
    ),
    "wrong-principal": (
        (gives("yuna", action="s3:GetObject"), LISTS),
        (stores(allows("s3:ListBucket", PHOTOS)), LISTS),
    ),
    "M5": (
        (stores(document(trusts({"AWS": "noah"})), "CreateRole"), ROLE),
        (stores(TWICE), STORED),
    ),
    "M16": (
        (stores(OLD.replace("${aws:username}", "yuna")), STORED),
        (stores(OLD.replace("2008-10-17", "2026-01-05")), STORED),
    ),
    "M17": (
        (stores(NAMED), STORED),
        (then(stores(TWICE), stores(document(allow("s3:*")))), LISTS),
    ),
}
"""Near misses."""


def _rows(table: dict[str, tuple[Row, ...]]) -> list[tuple[str, Doing, str]]:
    return [(name, *row) for name, rows in table.items() for row in rows]


def _ids(table: dict[str, tuple[Row, ...]]) -> list[str]:
    return [f"{name}-{number}" for name, rows in table.items() for number in range(len(rows))]


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


@pytest.mark.parametrize(("name", "doing", "goal"), _rows(SEEN), ids=_ids(SEEN))
def test_the_belief_shows(learner: Learner, name: str, doing: Doing, goal: str) -> None:
    doing(learner)
    assert name in learner.sees(goal)


@pytest.mark.parametrize(("name", "doing", "goal"), _rows(NOT_SEEN), ids=_ids(NOT_SEEN))
def test_a_near_miss_is_no_belief(learner: Learner, name: str, doing: Doing, goal: str) -> None:
    doing(learner)
    assert name not in learner.sees(goal)


def test_each_detector_is_shown_twice_and_missed_twice() -> None:
    names = {name for name, _ in DETECTORS}
    assert set(SHOWN) | set(SEEN) == names
    assert set(SEEN) == set(NOT_SEEN)
    assert all(len(rows) >= 2 for table in (SEEN, NOT_SEEN) for rows in table.values())


def test_what_has_no_detector_is_said_to_have_none() -> None:
    assert set(KNOWN) - {name for name, _ in DETECTORS} == ASKED_ONLY
