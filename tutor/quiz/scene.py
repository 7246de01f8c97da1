"""A request and the policies that it meets, from which the evaluator computes a question's answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tutor.policy import (
    AttachedPolicy,
    Context,
    Decision,
    Outcome,
    PolicyKind,
    PolicySet,
    Principal,
    Request,
    decide,
)
from tutor.policy.context import ContextSource

from .papers import Json, Paper

__all__ = ["Scene"]

ENTRY_NAMES: Final = {
    PolicyKind.IDENTITY: "PolicyInputList",
    PolicyKind.BOUNDARY: "PermissionsBoundaryPolicyInputList",
    PolicyKind.SESSION: "SessionPolicyInputList",
    PolicyKind.SCP: "ServiceControlPolicyInputList",
    PolicyKind.RCP: "ResourceControlPolicyInputList",
}
BY_LEVEL: Final = frozenset({PolicyKind.SCP, PolicyKind.RCP})


@dataclass(frozen=True, slots=True)
class Scene:
    """One request in one situation."""

    principal: Principal
    action: str
    resource: str
    papers: tuple[Paper, ...]
    """All policies that apply to it, and no others."""
    context: Mapping[str, ContextSource] = field(default_factory=dict, hash=False)
    """Everything that the request carries: nothing is inferred from the caller."""
    resource_account: str | None = None
    """Who owns the resource, where its ARN does not say; None: the caller's account."""
    beside: tuple[Paper, ...] = ()
    """Policies that are shown and do not apply: another group's, an SCP that does not bind."""
    known: list[Decision] = field(default_factory=list, init=False, repr=False, compare=False, hash=False)
    """The decision, once somebody asked."""

    @property
    def request(self) -> Request:
        """The request as the evaluator wants it."""
        return Request(
            self.principal, self.action, self.resource, self.resource_account, Context.of(self.context)
        )

    @property
    def policies(self) -> PolicySet:
        """The policies as the evaluator wants them; raises PolicyError where one would be refused."""
        resource = self._attached(PolicyKind.RESOURCE, PolicyKind.TRUST)
        boundary = self._attached(PolicyKind.BOUNDARY)
        return PolicySet(
            identity=self._attached(PolicyKind.IDENTITY),
            resource=resource[0] if resource else None,
            boundary=boundary[0] if boundary else None,
            session=self._attached(PolicyKind.SESSION),
            service_control=self._levels(PolicyKind.SCP),
            resource_control=self._levels(PolicyKind.RCP),
        )

    @property
    def decision(self) -> Decision:
        """What the request gets, and why; raises PolicyError where a policy would be refused."""
        if not self.known:
            self.known.append(decide(self.request, self.policies))
        return self.known[0]

    @property
    def outcome(self) -> Outcome:
        """What the request gets; raises PolicyError where a policy would be refused."""
        return self.decision.outcome

    def of_kind(self, *kinds: PolicyKind) -> tuple[Paper, ...]:
        """The papers of some kinds."""
        return tuple(paper for paper in self.papers if paper.kind in kinds)

    def with_papers(self, papers: Iterable[Paper]) -> "Scene":
        """The same request met by other policies."""
        return replace(self, papers=tuple(papers))

    def as_case(self) -> Json:
        """The scene as a case of `iam-tutor simulate`."""
        case: dict[str, Json] = {
            "CallerType": str(self.principal.kind),
            "CallerArn": self.principal.arn,
            "ActionNames": [self.action],
            "ResourceArns": [self.resource],
        }
        if self.resource_account:
            case["ResourceOwner"] = f"arn:aws:iam::{self.resource_account}:root"
        if self.context:
            case["ContextEntries"] = [_entry(key, value) for key, value in self.context.items()]
        for kind, name in ENTRY_NAMES.items():
            papers = self.of_kind(kind)
            if kind in BY_LEVEL and papers:
                case[name] = [
                    [paper.fields for paper in papers if paper.level == level]
                    for level in range(max(paper.level for paper in papers) + 1)
                ]
            elif papers:
                case[name] = [paper.fields for paper in papers]
        for paper in self.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST):
            case["ResourcePolicy"] = paper.fields
        return case

    def _attached(self, *kinds: PolicyKind) -> tuple[AttachedPolicy, ...]:
        return tuple([_attach(paper, self.principal.account) for paper in self.of_kind(*kinds)])

    def _levels(self, kind: PolicyKind) -> tuple[tuple[AttachedPolicy, ...], ...]:
        papers = self.of_kind(kind)
        if not papers:
            return ()
        depth = max(paper.level for paper in papers) + 1
        return tuple(
            tuple(_attach(paper, self.principal.account) for paper in papers if paper.level == level)
            for level in range(depth)
        )


def _attach(paper: Paper, account: str) -> AttachedPolicy:
    through = f"arn:aws:iam::{account}:group/{paper.through}" if paper.through else None
    return AttachedPolicy(f"inline:{paper.name}", paper.compiled, through)


def _entry(key: str, value: ContextSource) -> Json:
    if isinstance(value, bool):
        return {
            "ContextKeyName": key,
            "ContextKeyValues": ["true" if value else "false"],
            "ContextKeyType": "boolean",
        }
    if isinstance(value, str | int | float):
        return {"ContextKeyName": key, "ContextKeyValues": [str(value)], "ContextKeyType": "string"}
    return {"ContextKeyName": key, "ContextKeyValues": list(map(str, value)), "ContextKeyType": "stringList"}
