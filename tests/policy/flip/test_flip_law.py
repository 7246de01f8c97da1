"""Every flip flips, no smaller edit of the list does, and what is said to be unaffected is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.property.strategies import ACTIONS, policies, policy_sets, requests
from tutor.policy import AttachedPolicy, PolicyKind, PolicySet, Request, decide
from tutor.policy.compare import Frame, KnownAction, NoWitness, Witness
from tutor.policy.flip import Flip, flips, single_edits

LAW = settings(deadline=None, max_examples=8)
elsewhere = st.lists(policies(PolicyKind.IDENTITY), max_size=1).map(tuple)
Elsewhere = tuple[AttachedPolicy, ...]


def frame(request: Request) -> Frame:
    """Two actions, and little work."""
    return Frame(request.principal, actions=tuple(map(KnownAction, ACTIONS[:2])), work=20_000)


@LAW
@given(requests, policy_sets, elsewhere)
def test_every_flip_flips_and_says_what_it_makes(
    request: Request, policies: PolicySet, others: Elsewhere
) -> None:
    before = decide(request, policies)
    for flip in flips(request, policies, frame(request), elsewhere=others):
        assert flip.decision.allowed is not before.allowed
        assert decide(flip.request, flip.policies).outcome is flip.decision.outcome
        assert flip.size >= len(flip.edits) > 0
        if isinstance(flip.also_allows, Witness):
            gained = flip.also_allows.request
            assert decide(gained, flip.policies).allowed
            assert not decide(gained, policies).allowed


@LAW
@given(requests, policy_sets, elsewhere)
def test_no_edit_of_the_list_that_flips_is_left_out(
    request: Request, policies: PolicySet, others: Elsewhere
) -> None:
    before = decide(request, policies)
    single = {
        proposal.edit
        for proposal in single_edits(before, others)
        if decide(proposal.request, proposal.policies).allowed is not before.allowed
    }
    found = flips(request, policies, frame(request), elsewhere=others, most_edits=1)
    assert {edit for flip in found for edit in flip.edits} == single
    if not single:
        for flip in flips(request, policies, frame(request), elsewhere=others, most_edits=2):
            assert len(flip.edits) == 2


@LAW
@given(requests, policy_sets)
def test_flips_are_sorted_by_what_else_they_allow(request: Request, policies: PolicySet) -> None:
    order = [(flip.gains, flip.losses, len(flip.edits), flip.size) for flip in _flips(request, policies)]
    assert order == sorted(order)


@LAW
@given(requests, policy_sets, requests)
def test_where_nothing_else_is_allowed_no_other_request_is(
    request: Request, policies: PolicySet, other: Request
) -> None:
    asked = Request(
        request.principal, other.action, other.resource, request.resource_account, request.context
    )
    if (asked.action, asked.resource) == (request.action, request.resource):
        return
    before = decide(asked, policies).allowed
    for flip in _flips(request, policies):
        if isinstance(flip.also_allows, NoWitness):
            assert before or not decide(asked, flip.policies).allowed


def _flips(request: Request, policies: PolicySet) -> tuple[Flip, ...]:
    return flips(request, policies, frame(request), most_edits=1)
