"""What comparisons show: the request, the proof, or the reason for neither."""

import time

import pytest

from tests.policy.builders import (
    ALICE,
    HOME,
    OBJECT,
    PARTNER,
    ROOT,
    SESSION,
    Json,
    identity,
    policy,
    statement,
)
from tutor.policy import Context, ContextValue, PolicyKind, PolicySet, Request, decide
from tutor.policy.catalogue import Catalogue
from tutor.policy.compare import (
    Doubt,
    DoubtKind,
    Frame,
    KnownAction,
    Need,
    NoWitness,
    Undecided,
    Witness,
    catalogue_actions,
    compare,
    surplus,
    witness,
)

FRAME = Frame(ALICE, HOME)
PHOTOS = "arn:aws:s3:::photos/*"
GET = "s3:GetObject"


def shown(left: PolicySet, right: PolicySet, frame: Frame = FRAME) -> Request:
    """The witness, which there is."""
    answer = witness(left, right, frame)
    assert isinstance(answer, Witness)
    assert decide(answer.request, left).allowed
    assert not decide(answer.request, right).allowed
    return answer.request


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([statement(action="s3:*")], [statement(action="S3:*")]),
        ([statement(action=["s3:Get*", GET])], [statement(action="s3:get*")]),
        ([statement(action="s3:???Object")], [statement(action=["s3:???Object", "s3:???Object"])]),
        ([statement()], [statement(action=["*", "iam:*"])]),
        ([statement(resource=[PHOTOS, "arn:aws:s3:::photos/a*"])], [statement(resource=PHOTOS)]),
        ([statement(), statement("Deny", "s3:*")], [statement(action=None, NotAction="s3:*")]),
        ([statement(resource=None, NotResource=PHOTOS)], [statement(), statement("Deny", resource=PHOTOS)]),
        ([statement("Deny")], [statement("Deny", "s3:*")]),
        (
            [statement(Condition={"Bool": {"aws:SecureTransport": "true"}})],
            [
                statement(),
                statement("Deny", Condition={"BoolIfExists": {"aws:SecureTransport": "false"}}),
                statement("Deny", Condition={"Null": {"aws:securetransport": "true"}}),
            ],
        ),
        (
            [statement(Condition={"NumericLessThanEquals": {"s3:max-keys": "10"}})],
            [
                statement(Condition={"NumericLessThan": {"s3:max-keys": "10"}}),
                statement(Condition={"NumericEquals": {"s3:max-keys": "10.0"}}),
            ],
        ),
        (
            [statement(Condition={"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}})],
            [statement(Condition={"IpAddress": {"aws:SourceIp": ["10.0.0.0/9", "10.128.0.0/9"]}})],
        ),
    ],
)
def test_sets_that_say_the_same_are_proved_equivalent(left: list[Json], right: list[Json]) -> None:
    assert compare(identity(*left), identity(*right), FRAME).equivalent is True


@pytest.mark.parametrize(
    ("left", "right", "action", "resource"),
    [
        (statement(action="s3:Get*"), statement(action=GET), "s3:GetExample", "arn:aws:s3:::example"),
        (
            statement(action=GET, resource="arn:aws:s3:::photos*"),
            statement(action=GET, resource=PHOTOS),
            GET,
            "arn:aws:s3:::photosexample",
        ),
        (statement(action=GET), statement(action=GET, resource=PHOTOS), GET, "arn:aws:s3:::example"),
        (
            statement(action=GET),
            statement(action=GET, resource="arn:aws:s3:::*"),
            GET,
            f"arn:aws:s3::{HOME}:example",
        ),
        (
            statement(action="iam:GetUser", resource="arn:aws:iam::*:user/*"),
            statement(action="iam:GetUser", resource=f"arn:aws:iam::{HOME}:user/a*"),
            "iam:GetUser",
            f"arn:aws:iam::{HOME}:user/example",
        ),
    ],
)
def test_a_difference_is_shown_by_a_request_that_reads_well(
    left: Json, right: Json, action: str, resource: str
) -> None:
    request = shown(identity(left), identity(right))
    assert (request.action, request.resource) == (action, resource)


def test_no_request_is_about_a_resource_that_someone_else_owns() -> None:
    everywhere = identity(statement(action="iam:GetUser", resource="arn:aws:iam::*:user/*"))
    here = identity(statement(action="iam:GetUser", resource=f"arn:aws:iam::{HOME}:user/*"))
    users = (KnownAction("iam:GetUser", ("arn:aws:iam::????????????:user/*",)),)
    assert compare(everywhere, here, Frame(ALICE, HOME, actions=users)).equivalent is True


def test_a_witness_is_about_a_resource_that_exists_where_it_can_be() -> None:
    frame = Frame(ALICE, HOME, known_resources=("arn:aws:s3:::photos/a.jpg", "arn:aws:s3:::prints/b.jpg"))
    found = shown(identity(statement(action=GET)), identity(statement(action=GET, resource=PHOTOS)), frame)
    assert found.resource == "arn:aws:s3:::prints/b.jpg"


def test_the_circumstances_are_part_of_a_witness() -> None:
    condition = {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "Bool": {"aws:SecureTransport": "true"}}
    right = identity(statement(), statement("Deny", Condition=condition))
    found = shown(identity(statement(Condition=condition)), right)
    assert found.context == Context.of({"aws:sourceip": "10.0.0.1", "aws:securetransport": "true"})


def test_keys_can_be_fixed_and_given_choices() -> None:
    left = identity(statement(Condition={"Bool": {"aws:MultiFactorAuthPresent": "false"}}))
    absent = Frame(ALICE, HOME, choices={"aws:multifactorauthpresent": (None,)})
    fixed = Frame(ALICE, HOME, context=Context.of({"aws:MultiFactorAuthPresent": True}))
    assert isinstance(witness(left, PolicySet(), absent), NoWitness)
    assert isinstance(witness(left, PolicySet(), fixed), NoWitness)
    assert shown(left, PolicySet()).context.single("aws:multifactorauthpresent") == "false"


def test_only_actions_and_resources_of_the_vocabulary_count() -> None:
    frame = Frame(
        ALICE,
        HOME,
        actions=(KnownAction(GET, ("arn:aws:s3:::*/*",)), KnownAction("s3:ListAllMyBuckets", ("*",))),
    )
    left = identity(statement(action="s3:*", resource="*"))
    right = identity(statement(action="s3:*", resource="arn:aws:s3:::*"))
    assert shown(left, right, frame).action == "s3:ListAllMyBuckets"
    assert isinstance(witness(right, left, frame), NoWitness)
    same = identity(statement(action=[GET, "s3:ListAll*"], resource=["arn:aws:s3:::*/*", "*"]))
    assert compare(left, same, frame).equivalent is True


MINE = "arn:aws:s3:::homes/${aws:username}/*"


def test_a_variable_of_a_known_key_is_compared_by_its_value() -> None:
    frame = Frame(ALICE, HOME, context=Context.of({"aws:username": "alice"}))
    own = identity(statement(resource=MINE))
    assert compare(own, identity(statement(resource="arn:aws:s3:::homes/alice/*")), frame).equivalent is True
    chosen = (ContextValue(("alice",)), ContextValue(("bob",)))
    either = Frame(ALICE, HOME, choices={"aws:username": chosen})
    found = shown(own, identity(statement(resource="arn:aws:s3:::homes/alice/*")), either)
    assert found.context.single("aws:username") == "bob"
    both = identity(statement(resource=[f"arn:aws:s3:::homes/{name}/*" for name in ("alice", "bob")]))
    assert isinstance(witness(own, both, either), NoWitness)


def test_a_variable_of_a_free_key_can_show_a_difference_but_proves_nothing() -> None:
    own = identity(statement(resource=MINE))
    shown(own, identity(statement(resource="arn:aws:s3:::homes/alice/*")))
    answer = witness(own, identity(statement(resource="arn:aws:s3:::homes/*")), FRAME)
    assert answer == Undecided((Doubt(DoubtKind.FREE_VARIABLE, "aws:username"),))
    assert compare(own, own, FRAME).equivalent is None


def test_a_key_read_in_two_ways_proves_nothing() -> None:
    mixed = identity(
        statement(Condition={"NumericLessThan": {"s3:max-keys": "10"}, "StringLike": {"s3:max-keys": "?"}})
    )
    answer = witness(mixed, identity(statement()), FRAME)
    assert answer == Undecided((Doubt(DoubtKind.MIXED_KEY, "s3:max-keys"),))


def test_a_hostile_policy_ends_undecided_within_the_work_allowed() -> None:
    hostile = [f"arn:aws:s3:::*{letter}{'?' * 60}" for letter in "abcdefgh"]
    left = identity(*(statement(resource=one) for one in hostile))
    right = identity(*(statement(resource=one) for one in reversed(hostile)))
    began = time.process_time()
    answer = witness(left, right, Frame(ALICE, HOME, work=50_000))
    assert answer == Undecided((Doubt(DoubtKind.WORK_LIMIT),))
    assert time.process_time() - began < 10


def test_rules_beside_policies_are_told_apart() -> None:
    everything = identity(statement())
    found = shown(everything, PolicySet(resource=policy(_admitting(), kind=PolicyKind.RESOURCE)))
    assert found.action != "sts:GetCallerIdentity"
    key = f"arn:aws:kms:us-east-1:{HOME}:key/1"
    kms = Frame(ALICE, HOME, actions=(KnownAction("kms:Decrypt", ("arn:aws:kms:*:*:*",)),))
    assert ":key/" not in shown(everything, PolicySet(), kms).resource
    assert not decide(Request(ALICE, "kms:Decrypt", key, HOME), everything).allowed


def _admitting() -> Json:
    return {"Effect": "Allow", "Principal": {"AWS": HOME}, "Action": "*", "Resource": "*"}


def test_owners_of_resources_are_told_apart_where_the_frame_leaves_them_open() -> None:
    everything = identity(statement())
    named = f"arn:aws:iam::{PARTNER}:user/x"
    here = identity(statement(), statement("Deny", resource=f"arn:aws:iam::{PARTNER}:*"))
    free = Frame(ALICE, actions=(KnownAction("iam:GetUser", ("arn:aws:iam::*:user/*",)),))
    assert not decide(Request(ALICE, "iam:GetUser", named), everything).allowed
    assert compare(everything, here, free).equivalent is True


@pytest.mark.parametrize("caller", [ALICE, SESSION])
def test_a_boundary_takes_away_what_it_does_not_allow(caller: object) -> None:
    left = identity(statement())
    bounded = PolicySet(
        identity=left.identity, boundary=policy(statement(action="s3:*"), kind=PolicyKind.BOUNDARY)
    )
    frame = Frame(SESSION if caller is SESSION else ALICE, HOME)
    assert not shown(left, bounded, frame).action.startswith("s3:")
    assert isinstance(witness(bounded, left, frame), NoWitness)


def test_root_is_bound_by_no_identity_policy() -> None:
    frame = Frame(ROOT, HOME)
    assert compare(identity(statement()), identity(statement("Deny")), frame).equivalent is True


NEED = Need((GET,), ("arn:aws:s3:::data-bucket/*",))


@pytest.mark.parametrize(
    "exact",
    [
        statement(action=GET, resource="arn:aws:s3:::data-bucket/*"),
        statement(
            action="s3:GetO*", resource="arn:aws:s3:::data-bucket/*", Condition={"Null": {"a:b": "true"}}
        ),
        statement("Deny"),
    ],
)
def test_nothing_is_allowed_beyond_the_need(exact: Json) -> None:
    frame = Frame(ALICE, HOME, actions=(KnownAction(GET), KnownAction("s3:PutObject")))
    assert isinstance(surplus(identity(exact), [NEED], frame), NoWitness)


def test_what_is_beyond_the_need_is_shown() -> None:
    answer = surplus(
        identity(statement(action="s3:*")), [NEED], Frame(ALICE, HOME, known_resources=(OBJECT,))
    )
    assert isinstance(answer, Witness)
    assert (answer.request.action, answer.request.resource) == ("s3:Example", OBJECT)


def test_without_a_need_everything_allowed_is_beyond_it() -> None:
    assert isinstance(surplus(identity(statement(action=GET)), [], FRAME), Witness)
    assert isinstance(surplus(PolicySet(), [], FRAME), NoWitness)


@pytest.fixture(scope="module")
def of_the_catalogue() -> tuple[KnownAction, ...]:
    return catalogue_actions(Catalogue.open(), ["s3", "iam", "sts"])


def test_actions_of_the_catalogue_are_asked_about_what_they_act_on(
    of_the_catalogue: tuple[KnownAction, ...],
) -> None:
    frame = Frame(ALICE, HOME, actions=of_the_catalogue)
    bucket, objects = "arn:aws:s3:::photos", "arn:aws:s3:::photos/*"
    exact = [statement(action="s3:ListBucket", resource=bucket), statement(action=GET, resource=objects)]
    loose = statement(action=["s3:ListBucket", GET], resource=[bucket, objects])
    assert compare(identity(*exact), identity(loose), frame).equivalent is True
    needs = [Need(("s3:ListBucket",), (bucket,)), Need((GET,), (objects,))]
    assert isinstance(surplus(identity(loose), needs, frame), NoWitness)
    beyond = surplus(identity(statement(action="s3:Get*", resource=objects)), needs, frame)
    assert isinstance(beyond, Witness)
    assert beyond.request.action in {action.name for action in of_the_catalogue}
    assert beyond.request.resource == "arn:aws:s3:::photos/example"
