"""Laws of the journal, for whatever is asked of an account."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.account.people import ALLOW_ALL, READ_S3, SEED, Person, contents, fresh_save, still
from tests.account.tapes import Recording, Replaying
from tutor.account import Recorded, Save
from tutor.account.checkpoint import Position, dump, load
from tutor.account.journal.ledger import Cursor

USERS = st.sampled_from(["yuna", "Yuna", "bora", "no such"])
GROUPS = st.sampled_from(["admins", "ADMINS", "readers"])
POLICIES = st.sampled_from([READ_S3, "arn:aws:iam::111111111111:policy/reports", "nonsense"])
DOCUMENTS = st.sampled_from([ALLOW_ALL, "{}", ALLOW_ALL.replace("Allow", "Deny")])
ROLES = st.sampled_from(["app", "App", "reader"])
ROLE_ARNS = ROLES.map(lambda name: f"arn:aws:iam::111111111111:role/{name}")
TRUSTS = st.sampled_from(["user/yuna", "role/app", "root"]).map(
    lambda principal: (
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",'
        f'"Principal":{{"AWS":"arn:aws:iam::111111111111:{principal}"}}}}]}}'
    )
)
BUCKETS = st.sampled_from(["box", "crate", "Bad_Name"])
KEYS = st.sampled_from(["a", "a/b", "ㄱ"])

Step = Callable[[Person], object]


def asked(action: str, **parameters: st.SearchStrategy[str]) -> st.SearchStrategy[Step]:
    def step(given_parameters: dict[str, str]) -> Step:
        return lambda person: person.record(action, **given_parameters)

    return st.fixed_dictionaries(dict(parameters)).map(step)


def as_user(step: Step) -> Step:
    def by_user(root: Person) -> object:
        name = next(iter(root.account.users), None)
        return step(Person(root.save, name))

    return by_user


REQUESTS = st.one_of(
    asked("iam:CreateUser", UserName=USERS),
    asked("iam:DeleteUser", UserName=USERS),
    asked("iam:CreateGroup", GroupName=GROUPS),
    asked("iam:DeleteGroup", GroupName=GROUPS),
    asked("iam:AddUserToGroup", GroupName=GROUPS, UserName=USERS),
    asked("iam:RemoveUserFromGroup", GroupName=GROUPS, UserName=USERS),
    asked("iam:CreatePolicy", PolicyName=st.just("reports"), PolicyDocument=DOCUMENTS),
    asked("iam:DeletePolicy", PolicyArn=POLICIES),
    asked("iam:AttachUserPolicy", UserName=USERS, PolicyArn=POLICIES),
    asked("iam:DetachUserPolicy", UserName=USERS, PolicyArn=POLICIES),
    asked("iam:AttachGroupPolicy", GroupName=GROUPS, PolicyArn=POLICIES),
    asked("iam:PutUserPolicy", UserName=USERS, PolicyName=GROUPS, PolicyDocument=DOCUMENTS),
    asked("iam:DeleteUserPolicy", UserName=USERS, PolicyName=GROUPS),
    asked("iam:CreateAccessKey", UserName=USERS),
    asked("iam:UpdateUser", UserName=USERS, NewUserName=USERS),
    asked("iam:UpdateGroup", GroupName=GROUPS, NewGroupName=GROUPS),
    asked("iam:PutUserPermissionsBoundary", UserName=USERS, PermissionsBoundary=POLICIES),
    asked("iam:DeleteUserPermissionsBoundary", UserName=USERS),
    asked("iam:CreatePolicyVersion", PolicyArn=POLICIES, PolicyDocument=DOCUMENTS),
    asked("iam:CreateRole", RoleName=ROLES, AssumeRolePolicyDocument=TRUSTS),
    asked("iam:UpdateAssumeRolePolicy", RoleName=ROLES, PolicyDocument=TRUSTS),
    asked("iam:AttachRolePolicy", RoleName=ROLES, PolicyArn=POLICIES),
    asked("iam:DeleteRole", RoleName=ROLES),
    asked("iam:CreateInstanceProfile", InstanceProfileName=ROLES),
    asked("iam:AddRoleToInstanceProfile", InstanceProfileName=ROLES, RoleName=ROLES),
    asked("iam:CreateLoginProfile", UserName=USERS, Password=st.just("Abcdefg1!")),
    asked("iam:CreateVirtualMFADevice", VirtualMFADeviceName=ROLES),
    asked("sts:AssumeRole", RoleArn=ROLE_ARNS, RoleSessionName=st.just("work")),
    asked("sts:GetSessionToken"),
    asked("iam:ListUsers"),
    asked("s3:CreateBucket", Bucket=BUCKETS),
    asked("s3:DeleteBucket", Bucket=BUCKETS),
    asked("s3:PutObject", Bucket=BUCKETS, Key=KEYS).map(
        lambda step: lambda person: person.record("s3:PutObject", Bucket="box", Key="a", Body=b"\x00\xff")
    ),
    asked("s3:DeleteObject", Bucket=BUCKETS, Key=KEYS),
)
MOVES: st.SearchStrategy[Step] = st.sampled_from(
    [
        lambda person: person.save.undo(),
        lambda person: person.save.redo(),
        lambda person: person.save.advance_clock(60),
        lambda person: person.save.set_profile("p", {"user": "yuna"}),
        lambda person: person.save.goto(0),
        lambda person: person.save.note({"event": "passed"}),
    ]
)
STEPS = st.lists(st.one_of(REQUESTS, REQUESTS.map(as_user), MOVES), max_size=25)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def played(steps: list[Step]) -> tuple[Person, Recording]:
    tape = Recording()
    save = Save(tape, SEED, still)
    save.begin(start=still())
    root = Person(save)
    for step in steps:
        step(root)
    return root, tape


@few
@given(STEPS)
def test_a_journal_replays_to_the_live_world(steps: list[Step]) -> None:
    root, tape = played(steps)
    follower = Save(Replaying(tape.lines), b"", still)
    assert len(follower.catch_up()) == len(tape.lines)
    assert (follower.head, follower.next_line) == (root.save.head, root.save.next_line)
    assert contents(follower.world) == contents(root.save.world)
    assert follower.all_entries == root.save.all_entries
    assert contents(root.save.world_at(root.save.head)) == contents(root.save.world)


@few
@given(STEPS, st.integers(0, 30))
def test_every_position_is_the_same_from_any_snapshot(steps: list[Step], which: int) -> None:
    root, tape = played(steps)
    follower = Save(Replaying(tape.lines), b"", still)
    follower.catch_up()
    index = which % len(tape.lines)
    assert contents(follower.world_at(index)) == contents(root.save.world_at(index))


@few
@given(STEPS)
def test_redo_takes_undo_back(steps: list[Step]) -> None:
    root, _tape = played(steps)
    head, before = root.save.head, contents(root.save.world)
    undone = root.save.undo()
    if undone is None:
        return
    assert contents(root.save.world) == contents(root.save.world_at(undone.to_index))
    redone = root.save.redo()
    assert redone is not None
    assert redone.undone == undone.undone
    assert (root.save.head, contents(root.save.world)) == (head, before)


@few
@given(STEPS)
def test_an_id_is_never_issued_twice(steps: list[Step]) -> None:
    root = Person(fresh_save())
    issued = []
    for step in steps:
        done = step(root)
        if isinstance(done, Recorded) and done.entry.changes:
            issued += [
                value
                for made in done.result.values()
                if isinstance(made, dict)
                for name, value in made.items()
                if name.endswith("Id") and "Version" not in name
            ]
    assert len(issued) == len(set(issued))


@few
@given(STEPS)
def test_a_refused_operation_changes_nothing_but_time_and_use(steps: list[Step]) -> None:
    root = Person(fresh_save())

    def plain() -> str:
        tables = contents(root.save.world)
        del tables["state"]
        for row in (*tables["users"].values(), *tables["roles"].values()):
            row.pop("last_used", None)
            row.pop("accessed", None)
            for key in row.get("keys", {}).values():
                key.pop("last_used", None)
        return json.dumps(tables, sort_keys=True)

    for step in steps:
        before = plain()
        recorded = step(root)
        if isinstance(recorded, Recorded) and recorded.error is not None:
            assert plain() == before


@few
@given(STEPS)
def test_a_checkpoint_holds_all_there_is(steps: list[Step]) -> None:
    root, _tape = played(steps)
    position = Position(7, "f" * 64, Cursor(3, (1, 2), 9))
    tables = json.loads(json.dumps(dump(root.save.world, position)))
    world, found = load(tables)
    assert found == position
    assert contents(world) == contents(root.save.world)
    assert world.key_owners == root.save.world.key_owners
    assert world.accounts == root.save.world.accounts


@few
@given(STEPS)
def test_a_copy_of_the_world_is_independent(steps: list[Step]) -> None:
    root = Person(fresh_save())
    root.ask("iam:CreateUser", UserName="yuna")
    copy, before = root.save.world.copy(), contents(root.save.world)
    for step in steps:
        step(root)
    assert contents(copy) == before
