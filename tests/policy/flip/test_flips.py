"""Each edit of the list, where it is the thing to do."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from tests.policy.builders import ALICE, HOME, OBJECT, PARTNER, Json, identity, policy, request, statement
from tutor.policy import AttachedPolicy, DecidedBy, PolicyKind, PolicySet, Request, decide
from tutor.policy.compare import Frame, KnownAction, NoWitness, Witness
from tutor.policy.context import ContextSource
from tutor.policy.flip import NEW, Edit, EditKind, Flip, flips

BUCKET = "arn:aws:s3:::data-bucket"
OBJECTS = ("arn:aws:s3:::*/*",)
FRAME = Frame(
    ALICE,
    actions=(
        KnownAction("s3:GetObject", OBJECTS),
        KnownAction("s3:PutObject", OBJECTS),
        KnownAction("s3:ListBucket", ("arn:aws:s3:::*",)),
        KnownAction("s3:ListAllMyBuckets", ("*",)),
    ),
    known_resources=(OBJECT, "arn:aws:s3:::data-bucket/b.txt", BUCKET),
)
NO_CONTEXT: Mapping[str, ContextSource] = MappingProxyType({})


def found(
    asked: Request, policies: PolicySet, elsewhere: tuple[AttachedPolicy, ...] = ()
) -> tuple[Flip, ...]:
    return flips(asked, policies, FRAME, elsewhere=elsewhere)


def edit_of(kind: EditKind, among: tuple[Flip, ...]) -> Edit:
    """The first single edit of a kind."""
    return next(flip.edits[0] for flip in among if flip.edits[0].kind is kind)


MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
GET = "s3:GetObject"


@pytest.mark.parametrize(
    ("written", "context", "kind", "element", "after"),
    [
        (statement(action="s3:PutObject"), {}, EditKind.ADD_ACTION, "Action", ("s3:PutObject", GET)),
        (
            statement(action=None, NotAction=["s3:Get*", "iam:*"]),
            {},
            EditKind.REMOVE_ACTION,
            "NotAction",
            ("iam:*",),
        ),
        (statement("Allow", GET, BUCKET), {}, EditKind.ADD_RESOURCE, "Resource", (BUCKET, OBJECT)),
        (
            statement(action=GET, resource=None, NotResource=[BUCKET, f"{BUCKET}/*"]),
            {},
            EditKind.REMOVE_RESOURCE,
            "NotResource",
            (BUCKET,),
        ),
        (
            statement(action=GET, Condition=MFA),
            {"aws:MultiFactorAuthPresent": False},
            EditKind.DROP_CONDITION,
            "Condition",
            (),
        ),
        (
            statement(action=GET, Condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
            {"aws:SourceIp": "198.51.100.7"},
            EditKind.CHANGE_CONDITION_VALUE,
            "Condition",
            ("198.51.100.7",),
        ),
        (
            statement(action=GET, Condition={"StringNotEquals": {"aws:PrincipalTag/team": ["a", "b"]}}),
            {"aws:PrincipalTag/team": "a"},
            EditKind.CHANGE_CONDITION_VALUE,
            "Condition",
            ("b",),
        ),
    ],
)
def test_an_allow_that_misses_by_one_element_is_made_to_reach(
    written: Json, context: Mapping[str, ContextSource], kind: EditKind, element: str, after: tuple[str, ...]
) -> None:
    edit = edit_of(kind, found(request(context=context), identity(written)))
    assert (edit.element, edit.after, edit.statement) == (element, after, 0)
    assert edit.layer is DecidedBy.IDENTITY


@pytest.mark.parametrize(
    ("denying", "context", "kind", "after"),
    [
        (statement("Deny", [GET, "s3:PutObject"]), {}, EditKind.REMOVE_ACTION, ("s3:PutObject",)),
        (
            statement("Deny", resource=[OBJECT, BUCKET], action="s3:*"),
            {},
            EditKind.REMOVE_RESOURCE,
            (BUCKET,),
        ),
        (statement("Deny", "s3:*"), {}, EditKind.REMOVE_STATEMENT, ()),
        (statement("Deny", None, NotAction="iam:*"), {}, EditKind.ADD_ACTION, ("iam:*", GET)),
        (
            statement("Deny", "s3:*", Condition={"NotIpAddress": {"aws:SourceIp": ["10.0.0.0/8"]}}),
            {"aws:SourceIp": "198.51.100.7"},
            EditKind.CHANGE_CONDITION_VALUE,
            ("198.51.100.7",),
        ),
    ],
)
def test_a_deny_that_matches_is_narrowed_or_removed(
    denying: Json, context: Mapping[str, ContextSource], kind: EditKind, after: tuple[str, ...]
) -> None:
    edit = edit_of(kind, found(request(context=context), identity(statement(), denying)))
    assert (edit.statement, edit.after) == (1, after)


def test_asking_with_mfa_comes_first_since_it_changes_no_policy() -> None:
    asked = request(context={"aws:MultiFactorAuthPresent": False})
    first = found(asked, identity(statement(action=GET, Condition=MFA)))[0]
    assert first.edits[0].kind is EditKind.SET_CONTEXT
    assert (first.edits[0].before, first.edits[0].after) == (("false",), ("true",))
    assert first.request.context.single("aws:MultiFactorAuthPresent") == "true"
    assert first.policies == identity(statement(action=GET, Condition=MFA))
    assert isinstance(first.also_allows, NoWitness)


def test_mfa_that_is_asked_for_twice_over_is_still_one_edit() -> None:
    condition = {**MFA, "Null": {"aws:MultiFactorAuthPresent": "false"}}
    first = found(request(), identity(statement(action=GET, Condition=condition)))[0]
    assert [edit.kind for edit in first.edits] == [EditKind.SET_CONTEXT]


def test_who_asks_is_never_changed() -> None:
    only_bob = identity(statement(action=GET, Condition={"StringEquals": {"aws:username": "bob"}}))
    every = found(request(context={"aws:username": "alice"}), only_bob)
    assert EditKind.SET_CONTEXT not in {flip.edits[0].kind for flip in every}


def test_one_object_is_allowed_before_the_whole_bucket_is() -> None:
    widened = [
        (flip.edits[0].after[-1], flip.gains)
        for flip in found(request(), identity(statement(action=GET, resource=BUCKET)))
        if flip.edits[0].kind is EditKind.ADD_RESOURCE
    ]
    assert [text for text, _ in widened] == [OBJECT, f"{BUCKET}/*"]
    assert widened[0][1] == 0 < widened[1][1]


def test_where_more_is_allowed_a_request_shows_it() -> None:
    widest = found(request(), identity(statement(action=GET, resource=BUCKET)))[-1]
    assert isinstance(widest.also_allows, Witness)
    assert widest.also_allows.request.resource == "arn:aws:s3:::data-bucket/b.txt"


def test_a_statement_or_a_policy_with_exactly_this_is_always_offered() -> None:
    kinds = [flip.edits[0].kind for flip in found(request(), identity(statement(action="iam:*")))]
    assert EditKind.ADD_STATEMENT in kinds
    added = edit_of(EditKind.ADD_POLICY, found(request(), PolicySet()))
    assert (added.policy, added.after) == (NEW, (GET, OBJECT))


def test_a_policy_that_exists_can_be_attached() -> None:
    readers = policy(statement(action="s3:Get*"), source=f"arn:aws:iam::{HOME}:policy/readers")
    edit = edit_of(EditKind.ATTACH_POLICY, found(request(), PolicySet(), elsewhere=(readers,)))
    assert edit.policy == readers.source


def test_what_aws_manages_is_detached_and_never_edited() -> None:
    managed = policy(statement("Deny", "s3:*"), statement(), source="arn:aws:iam::aws:policy/Denying")
    every = found(request(), PolicySet(identity=(managed, policy(statement()))))
    assert {flip.edits[0].kind for flip in every} == {EditKind.DETACH_POLICY}
    assert every[0].policies.identity == (policy(statement()),)


def test_the_boundary_is_where_the_action_is_missing() -> None:
    policies = PolicySet(
        identity=(policy(statement()),),
        boundary=policy(statement(action="iam:*"), kind=PolicyKind.BOUNDARY),
    )
    edit = edit_of(EditKind.ADD_ACTION, found(request(), policies))
    assert (edit.layer, edit.after) == (DecidedBy.BOUNDARY, ("iam:*", GET))


def test_a_level_of_service_control_policies_is_named_by_its_place() -> None:
    def scp(written: Json) -> AttachedPolicy:
        return policy(written, kind=PolicyKind.SCP)

    levels = ((scp(statement()),), (scp(statement(action="ec2:*")),))
    policies = PolicySet(identity=(policy(statement()),), service_control=levels)
    edit = edit_of(EditKind.ADD_ACTION, found(request(), policies))
    assert (edit.layer, edit.number, edit.after) == (DecidedBy.SCP, 1, ("ec2:*", GET))


def test_a_session_policy_is_widened_too() -> None:
    session = policy(statement(action="s3:PutObject"), kind=PolicyKind.SESSION)
    policies = PolicySet(identity=(policy(statement()),), session=(session,))
    assert edit_of(EditKind.ADD_ACTION, found(request(), policies)).layer is DecidedBy.SESSION


def test_the_caller_is_named_in_a_trust_policy() -> None:
    role = f"arn:aws:iam::{PARTNER}:role/target"
    trust = policy(
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{PARTNER}:user/x"},
            "Action": "sts:AssumeRole",
        },
        kind=PolicyKind.TRUST,
    )
    asked = request(action="sts:AssumeRole", resource=role, account=PARTNER)
    policies = PolicySet(identity=(policy(statement()),), resource=trust)
    edit = edit_of(EditKind.NAME_CALLER, found(asked, policies))
    assert (edit.layer, edit.after[-1]) == (DecidedBy.TRUST, ALICE.arn)


def test_a_deny_for_all_but_some_is_made_to_spare_the_caller_and_their_account() -> None:
    written: Json = {
        "Effect": "Deny",
        "NotPrincipal": {"AWS": f"arn:aws:iam::{HOME}:user/bob"},
        "Action": "s3:*",
        "Resource": "*",
    }
    policies = PolicySet(identity=(policy(statement()),), resource=policy(written, kind=PolicyKind.RESOURCE))
    edit = edit_of(EditKind.NAME_CALLER, found(request(), policies))
    assert edit.after[1:] == (ALICE.arn, f"arn:aws:iam::{HOME}:root")


def test_two_layers_that_both_stand_in_the_way_take_two_edits() -> None:
    policies = PolicySet(
        identity=(policy(statement(action="iam:*")),),
        boundary=policy(statement(action="iam:*"), kind=PolicyKind.BOUNDARY),
    )
    asked = request(action="ec2:StartInstances", resource=f"arn:aws:ec2:us-east-1:{HOME}:instance/i-1")
    first = found(asked, policies)[0]
    assert [edit.layer for edit in first.edits] == [DecidedBy.IDENTITY, DecidedBy.BOUNDARY]
    assert decide(asked, first.policies).allowed


def test_a_request_that_is_allowed_is_refused_by_the_least_loss() -> None:
    policies = identity(statement(action=[GET, "s3:PutObject"], resource=f"{BUCKET}/*"))
    every = found(request(), policies)
    assert all(not flip.decision.allowed for flip in every)
    assert every[0].losses == 0
    assert every[-1].edits[0].kind is EditKind.DETACH_POLICY


def test_what_no_policy_settles_has_no_flip() -> None:
    assert found(request(action="sts:GetCallerIdentity", resource="*"), PolicySet()) == ()


def test_documents_keep_what_the_edit_is_not_about() -> None:
    written = statement(
        Sid="Readers", action="s3:PutObject", Condition={"NumericLessThan": {"s3:max-keys": 10}}
    )
    asked = request(context={"s3:max-keys": 5})
    flip = next(f for f in found(asked, identity(written)) if f.edits[0].kind is EditKind.ADD_ACTION)
    edited = flip.policies.identity[0].document.statements[0]
    assert edited.sid == "Readers"
    assert [value.text for value in edited.conditions[0].values] == ["10"]
