"""A witness really separates, and where there is said to be none, no request separates."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.builders import ALICE, HOME, identity, statement
from tests.policy.property.strategies import ACTIONS, RESOURCES, policies, policy_sets, requests, with_more
from tutor.policy import AttachedPolicy, Context, ContextValue, PolicyKind, PolicySet, Request, decide
from tutor.policy.arn import account_of
from tutor.policy.compare import (
    DoubtKind,
    Frame,
    KnownAction,
    NoWitness,
    Undecided,
    Witness,
    compare,
    witness,
)

KEYS = ("aws:username", "aws:multifactorauthpresent", "aws:tagkeys")
LAW = settings(deadline=None, max_examples=12)
NAMES = {"aws:username": (None, *(ContextValue((name,)) for name in ("alice", "bob", "photos")))}


CIRCUMSTANCES = [
    Context({key: value for key, value in zip(KEYS, chosen, strict=True) if value is not None})
    for chosen in product(
        NAMES["aws:username"],
        (None, ContextValue(("true",)), ContextValue(("false",))),
        (None, *(ContextValue(keys, True) for keys in (("a",), ("c",), ("a", "b"), ("a", "c")))),
    )
]


def every_request(request: Request) -> Iterator[Request]:
    """All requests of the small world by one caller to one account."""
    for action, resource, context in product(ACTIONS, RESOURCES, CIRCUMSTANCES):
        if account_of(resource) in {None, request.resource_account or account_of(resource)}:
            yield Request(request.principal, action, resource, request.resource_account, context)


kinds = st.sampled_from([PolicyKind.IDENTITY, PolicyKind.RESOURCE, PolicyKind.BOUNDARY, PolicyKind.SCP])


@LAW
@given(policy_sets, kinds.flatmap(policies), requests, st.booleans())
def test_what_is_found_separates_and_nothing_is_overlooked(
    less: PolicySet, added: AttachedPolicy, request: Request, swapped: bool
) -> None:
    left, right = (less, with_more(less, added))[:: -1 if swapped else 1]
    frame = Frame(request.principal, request.resource_account, choices=NAMES, work=60_000)
    answer = witness(left, right, frame)
    match answer:
        case Witness(found):
            assert decide(found, left).allowed
            assert not decide(found, right).allowed
        case NoWitness():
            for asked in every_request(request):
                assert not decide(asked, left).allowed or decide(asked, right).allowed
        case Undecided(doubts):
            assert {doubt.kind for doubt in doubts} == {DoubtKind.WORK_LIMIT}


@LAW
@given(policy_sets, requests)
def test_a_set_differs_from_itself_in_nothing(policies: PolicySet, request: Request) -> None:
    frame = Frame(request.principal, choices=NAMES, actions=(KnownAction(request.action),), work=40_000)
    assert compare(policies, policies, frame).equivalent is not False


SMALL = "ab"
TEXTS = ["".join(letters) for length in range(1, 5) for letters in product(SMALL, repeat=length)]
small_patterns = st.lists(st.text("ab*?", min_size=1, max_size=4), min_size=1, max_size=3)
effects = st.sampled_from(["Allow", "Deny"])
small_statements = st.lists(
    st.tuples(effects, small_patterns, small_patterns, st.none() | small_patterns), min_size=1, max_size=3
)
Small = list[tuple[str, list[str], list[str], list[str] | None]]


def small_set(written: Small) -> PolicySet:
    """Statements about actions `s:...`, buckets and a prefix, named in two letters only."""
    return identity(
        *(
            statement(
                effect,
                [f"s:{action}" for action in actions],
                [f"arn:aws:s3:::{resource}" for resource in resources],
                Condition=None if prefixes is None else {"StringLike": {"s3:prefix": prefixes}},
            )
            for effect, actions, resources, prefixes in written
        )
    )


@LAW
@given(small_statements, small_statements)
def test_no_witness_agrees_with_every_request_of_a_small_alphabet(one: Small, other: Small) -> None:
    left, right = small_set(one), small_set(other)
    answer = witness(left, right, Frame(ALICE, HOME))
    shown = [
        request
        for action, resource in product(TEXTS[:14], TEXTS[:14])
        for prefix in (None, *TEXTS[:6])
        for request in [
            Request(
                ALICE,
                f"s:{action}",
                f"arn:aws:s3:::{resource}",
                HOME,
                Context.of({} if prefix is None else {"s3:prefix": prefix}),
            )
        ]
        if decide(request, left).allowed and not decide(request, right).allowed
    ]
    if shown:
        assert isinstance(answer, Witness)
    if isinstance(answer, Witness):
        assert decide(answer.request, left).allowed
        assert not decide(answer.request, right).allowed
    else:
        assert isinstance(answer, NoWitness)
