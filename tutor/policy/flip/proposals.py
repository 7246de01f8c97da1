"""All edits of the list that fit a decision; whether one turns it is for the evaluator to say."""

from collections.abc import Iterator, Sequence

from ..document import Statement
from ..explain import StatementTrace
from ..request import AttachedPolicy
from ..trace import Decision
from ..views import StatementRef
from ..vocabulary import Effect
from .circumstances import other_contexts
from .edits import Edit, EditKind, Proposal
from .places import Place, places, put
from .statements import Change, changes
from .wholes import additions, attachments, detachments
from .written import changed, leaves, statements_of

__all__ = ["proposals"]


def proposals(decision: Decision, elsewhere: Sequence[AttachedPolicy]) -> Iterator[Proposal]:
    """Edits that could give the request the other answer.

    A statement that speaks for the other answer is made to match where one element does not; one that speaks
    against it and matches is removed or narrowed; statements and policies are added, attached, detached.
    """
    wanted = Effect.DENY if decision.allowed else Effect.ALLOW
    for place in places(decision.request, decision.policies):
        for statement in place.policy.document.statements:
            ref = StatementRef(place.layer, place.number, statement.index)
            trace = decision.trace.expand(ref)
            if statement.effect is not wanted and trace.matched:
                yield from _withdrawn(decision, place, statement, trace)
            elif statement.effect is wanted and not trace.matched:
                yield from _reached(decision, place, statement, trace)
    yield from additions(decision, wanted)
    yield from attachments(decision, elsewhere)
    yield from detachments(decision)


def _reached(
    decision: Decision, place: Place, statement: Statement, trace: StatementTrace
) -> Iterator[Proposal]:
    """The statement made to match, where one element, or one condition key, keeps it from that."""
    missed = [element for element in trace.elements if not element.matched]
    keys = {None if element.key is None else element.key.lower() for element in missed}
    if len(keys) == 1 and None not in keys:
        yield from _elsewise(decision, statement, trace, match=True)
    if len(missed) == 1 and place.editable:
        written = statements_of(place.policy)
        for change in changes(written[statement.index], missed[0], decision.request, match=True):
            yield from _edited(decision, place, statement, change)


def _withdrawn(
    decision: Decision, place: Place, statement: Statement, trace: StatementTrace
) -> Iterator[Proposal]:
    """The statement removed, or made not to match."""
    yield from _elsewise(decision, statement, trace, match=False)
    if not place.editable:
        return
    written = statements_of(place.policy)
    for element in trace.elements:
        for change in changes(written[statement.index], element, decision.request, match=False):
            yield from _edited(decision, place, statement, change)
    if len(written) > 1:
        rest = [one for number, one in enumerate(written) if number != statement.index]
        policy = changed(place.policy, rest)
        if policy is not None:
            size = leaves(written[statement.index])
            edit = _edit(place, EditKind.REMOVE_STATEMENT, size, statement)
            yield Proposal(edit, decision.request, put(decision.policies, place, policy))


def _elsewise(
    decision: Decision, statement: Statement, trace: StatementTrace, *, match: bool
) -> Iterator[Proposal]:
    """The request made under other circumstances."""
    for element in trace.elements:
        if element.key is not None and element.matched is not match:
            for edit, request in other_contexts(statement, element, decision.request, match=match):
                yield Proposal(edit, request, decision.policies)


def _edited(decision: Decision, place: Place, statement: Statement, change: Change) -> Iterator[Proposal]:
    """The set with a changed statement; nothing where the service would refuse the document."""
    written = statements_of(place.policy)
    written[statement.index] = change.statement
    policy = changed(place.policy, written)
    if policy is not None:
        edit = _edit(place, change.kind, change.size, statement, change)
        yield Proposal(edit, decision.request, put(decision.policies, place, policy))


def _edit(
    place: Place, kind: EditKind, size: int, statement: Statement, change: Change | None = None
) -> Edit:
    return Edit(
        kind,
        size,
        place.layer,
        place.policy.source,
        place.policy.through,
        place.number,
        statement.index,
        *(
            ()
            if change is None
            else (change.element, change.operator, change.key, change.before, change.after)
        ),
    )
