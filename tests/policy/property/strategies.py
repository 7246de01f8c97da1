"""Small worlds of requests and policies in which laws are tried."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st

from tests.policy.builders import (
    ALICE,
    BOB,
    FEDERATED,
    HOME,
    PARTNER,
    ROLE_ARN,
    ROOT,
    SERVICE,
    SESSION,
    Json,
    policy,
    statement,
)
from tutor.policy import AttachedPolicy, Context, ContextValue, PolicyKind, PolicySet, Request

LAW = settings(deadline=None, max_examples=60)
"""How laws are tried: the clock decides nothing."""

ACTIONS = ["s3:GetObject", "s3:PutObject", "ec2:RunInstances", "kms:Decrypt", "sts:AssumeRole", "iam:GetUser"]
ACTION_PATTERNS = [*ACTIONS, "*", "s3:*", "s3:Get*", "S3:putobject", "kms:?ecrypt", "*:*"]
RESOURCES = [
    "*",
    "arn:aws:s3:::photos/a.jpg",
    "arn:aws:s3:::prints/b/c.jpg",
    f"arn:aws:kms:us-east-1:{HOME}:key/1",
    f"arn:aws:iam::{HOME}:role/target",
    f"arn:aws:iam::{PARTNER}:role/target",
]
RESOURCE_PATTERNS = [
    *RESOURCES,
    "arn:aws:s3:::photos/*",
    "arn:aws:s3:::${aws:username}/*",
    "arn:aws:s3:::p*",
    "arn:aws:kms:*:*:key/?",
    "arn:aws:iam::*:role/?arget",
]
PRINCIPALS: list[object] = [
    "*",
    {"AWS": HOME},
    {"AWS": ALICE.arn},
    {"AWS": [BOB.arn, ROLE_ARN]},
    {"AWS": SESSION.arn},
    {"Service": SERVICE.arn},
]
CONDITIONS: list[Json | None] = [
    None,
    {"StringEquals": {"aws:username": "alice"}},
    {"StringNotLike": {"aws:username": "a*"}},
    {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
    {"Null": {"aws:username": "true"}},
    {"ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}},
]
effects = st.sampled_from(["Allow", "Deny"])


@st.composite
def statements(draw: st.DrawFn, kind: PolicyKind = PolicyKind.IDENTITY, effect: str | None = None) -> Json:
    """A statement that fits a kind of policy."""
    actions = draw(st.lists(st.sampled_from(ACTION_PATTERNS), min_size=1, max_size=3))
    resources = draw(st.lists(st.sampled_from(RESOURCE_PATTERNS), min_size=1, max_size=3))
    element = draw(st.sampled_from(["Action", "NotAction"]))
    target = draw(st.sampled_from(["Resource", "NotResource"]))
    written = statement(
        effect or draw(effects),
        action=None,
        resource=None,
        Condition=draw(st.sampled_from(CONDITIONS)),
        **{element: actions, target: resources},
    )
    if kind is PolicyKind.RESOURCE:
        written["Principal"] = draw(st.sampled_from(PRINCIPALS))
    if kind is PolicyKind.RCP:
        written["Principal"] = "*"
    return written


def policies(kind: PolicyKind) -> st.SearchStrategy[AttachedPolicy]:
    """A policy of up to four statements."""
    written = st.lists(statements(kind), min_size=1, max_size=4)
    return written.map(lambda each: policy(*each, kind=kind))


def levels(kind: PolicyKind) -> st.SearchStrategy[tuple[tuple[AttachedPolicy, ...], ...]]:
    """Levels of organization policies; often none at all."""
    level = st.lists(policies(kind), max_size=2).map(tuple)
    return st.just(()) | st.lists(level, max_size=2).map(tuple)


policy_sets = st.builds(
    PolicySet,
    identity=st.lists(policies(PolicyKind.IDENTITY), max_size=3).map(tuple),
    resource=st.none() | policies(PolicyKind.RESOURCE),
    boundary=st.none() | policies(PolicyKind.BOUNDARY),
    session=st.just(()) | st.lists(policies(PolicyKind.SESSION), max_size=2).map(tuple),
    service_control=levels(PolicyKind.SCP),
    resource_control=levels(PolicyKind.RCP),
)

contexts = st.fixed_dictionaries(
    {},
    optional={
        "aws:username": st.sampled_from(["alice", "bob", "photos"]).map(lambda name: ContextValue((name,))),
        "aws:multifactorauthpresent": st.sampled_from(["true", "false"]).map(lambda on: ContextValue((on,))),
        "aws:tagkeys": st.lists(st.sampled_from("abc"), max_size=2).map(
            lambda keys: ContextValue(tuple(keys), multivalued=True)
        ),
    },
).map(Context)

requests = st.builds(
    Request,
    principal=st.sampled_from([ALICE, BOB, SESSION, FEDERATED, ROOT, SERVICE]),
    action=st.sampled_from(ACTIONS),
    resource=st.sampled_from(RESOURCES),
    resource_account=st.sampled_from([None, HOME, PARTNER]),
    context=contexts,
)


def with_more(policies: PolicySet, more: AttachedPolicy) -> PolicySet:
    """The set with one more policy of its kind; where only one can be, it takes the other's place."""
    match more.document.kind:
        case PolicyKind.IDENTITY:
            return replace(policies, identity=(*policies.identity, more))
        case PolicyKind.SESSION:
            return replace(policies, session=(*policies.session, more))
        case PolicyKind.BOUNDARY:
            return replace(policies, boundary=more)
        case PolicyKind.SCP:
            return replace(policies, service_control=(*policies.service_control, (more,)))
        case PolicyKind.RCP:
            return replace(policies, resource_control=(*policies.resource_control, (more,)))
        case _:
            return replace(policies, resource=more)
