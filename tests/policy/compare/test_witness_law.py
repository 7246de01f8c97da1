"""A witness really separates, and where there is said to be none, no request separates."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.builders import ALICE, HOME, identity, statement
from tests.policy.property.strategies import LAW, policy_sets, requests
from tutor.policy import Context, ContextValue, PolicySet, Request, decide
from tutor.policy.compare import Frame, KnownAction, NoWitness, Undecided, Witness, compare, witness

NAMES = {"aws:username": (None, *(ContextValue((name,)) for name in ("alice", "bob", "photos")))}


@LAW
@given(policy_sets, policy_sets, requests)
def test_what_is_found_separates_and_nothing_is_overlooked(
    left: PolicySet, right: PolicySet, request: Request
) -> None:
    frame = Frame(request.principal, request.resource_account, choices=NAMES, work=60_000)
    answer = witness(left, right, frame)
    match answer:
        case Witness(found):
            assert decide(found, left).allowed
            assert not decide(found, right).allowed
        case NoWitness():
            assert not decide(request, left).allowed or decide(request, right).allowed
        case Undecided(doubts):
            assert doubts


@LAW
@given(policy_sets, requests)
def test_a_set_differs_from_itself_in_nothing(policies: PolicySet, request: Request) -> None:
    frame = Frame(request.principal, choices=NAMES, actions=(KnownAction(request.action),), work=200_000)
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
