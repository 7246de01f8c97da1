"""One request for every kind that compared policies can tell apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..context import Context
from ..document import PolicyDocument
from ..principals import PrincipalKind
from ..request import PolicySet, Request
from ..vocabulary import Effect
from .actions import ActionKind, action_kinds
from .answer import Doubt, DoubtKind, NoWitness, Undecided
from .budget import Budget, WorkLimitError
from .contexts import ContextKinds
from .frame import Frame
from .resources import ResourceKinds

__all__ = ["Probe", "Survey", "documents_of"]

DECISION = 4
"""Units of work that trying one request takes."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A request that stands for its kind."""

    request: Request
    stands_for: int
    """How many actions of the vocabulary it stands for."""


class Survey:
    """Walks through the kinds of request.

    Which policy says what about a request depends on the patterns and conditions that cover it, and the rules
    of evaluation read little more (`ResourceKinds`, `ActionKind`): two requests of one kind fare alike under
    every policy surveyed.
    """

    def __init__(self, documents: Sequence[PolicyDocument], frame: Frame) -> None:
        self._documents = documents
        self._frame = frame
        self._budget = Budget(frame.work)
        self._contexts = ContextKinds(frame, self._budget)
        statements = [statement for document in documents for statement in document.statements]
        self._resources = ResourceKinds(statements, frame, self._budget)
        self._kinds: list[ActionKind] | None = None
        self._stopped: set[Doubt] = set()
        self.tried = 0
        """How many kinds have been walked through."""

    def known(self) -> Iterator[Probe]:
        """Requests about resources that exist; where there are none, no requests."""
        try:
            for kind in self._actions() if self._frame.known_resources else ():
                resources = self._resources.known(kind.action)
                for context in self._contexts.of(kind.statements) if resources else ():
                    for resource in resources:
                        yield self._probe(kind, resource, context)
        except WorkLimitError:
            self.doubt(DoubtKind.WORK_LIMIT)

    def kinds(self) -> Iterator[Probe]:
        """A request of every kind."""
        try:
            for kind in self._actions():
                for context in self._contexts.of(kind.statements):
                    for resource in self._resources.of(kind, context):
                        self.tried += 1
                        yield self._probe(kind, resource, context)
        except WorkLimitError:
            self.doubt(DoubtKind.WORK_LIMIT)

    def spend(self, units: int) -> None:
        """Takes work done with a request off what the frame allows; raises WorkLimitError."""
        self._budget.spend(units)

    def doubt(self, kind: DoubtKind, about: str = "") -> None:
        """Notes a reason for which the walk proves nothing."""
        self._stopped.add(Doubt(kind, about))

    def without_witness(self) -> NoWitness | Undecided:
        """What a walk to the end means that has not shown anything."""
        doubts = self._stopped | self._contexts.doubts
        return Undecided(tuple(sorted(doubts))) if doubts else NoWitness(self.tried)

    def _actions(self) -> list[ActionKind]:
        if self._kinds is None:
            kinds = action_kinds(self._documents, self._frame, self._budget)
            self._kinds = [kind for kind in kinds if self._may_be_allowed(kind)]
        return self._kinds

    def _may_be_allowed(self, kind: ActionKind) -> bool:
        """Whether any policy could allow it: without an Allow statement only root can do anything.

        What needs no permission is left out too: no policy makes a difference to it.
        """
        root = self._frame.principal.kind is PrincipalKind.ROOT
        return root or any(statement.effect is Effect.ALLOW for statement in kind.statements)

    def _probe(self, kind: ActionKind, resource: str, context: Context) -> Probe:
        self._budget.spend(DECISION)
        frame = self._frame
        request = Request(frame.principal, kind.action.name, resource, frame.resource_account, context)
        return Probe(request, kind.stands_for)


def documents_of(policies: PolicySet) -> Iterator[PolicyDocument]:
    """Every document of a set."""
    for policy in (policies.resource, policies.boundary):
        if policy is not None:
            yield policy.document
    for group in (policies.identity, policies.session, *policies.service_control, *policies.resource_control):
        yield from (policy.document for policy in group)
