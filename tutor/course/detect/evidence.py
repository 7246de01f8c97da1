"""What a detector may look at: one failed goal, the decision that settled it, the learner's requests."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tutor.policy import DecidedBy, Effect, PolicyError, PolicyKind, parse_policy

from .acts import HARMLESS

if TYPE_CHECKING:
    from tutor.account import Account, RequestRecord, User, World
    from tutor.policy import Decision, StatementTrace

    from ..goals.results import Cause
    from ..schema import Goal

RESOURCE_LAYERS = frozenset({DecidedBy.RESOURCE, DecidedBy.TRUST})
CONTROL_LAYERS = frozenset({DecidedBy.SCP, DecidedBy.RCP})

ELSEWHERE = re.compile(r"(.+)@([0-9]{12})")
"""A name of another account, as lessons write it."""

WRITERS: Mapping[str, tuple[str, PolicyKind]] = {
    "CreatePolicy": ("PolicyDocument", PolicyKind.IDENTITY),
    "CreatePolicyVersion": ("PolicyDocument", PolicyKind.IDENTITY),
    "PutUserPolicy": ("PolicyDocument", PolicyKind.IDENTITY),
    "PutGroupPolicy": ("PolicyDocument", PolicyKind.IDENTITY),
    "PutRolePolicy": ("PolicyDocument", PolicyKind.IDENTITY),
    "CreateRole": ("AssumeRolePolicyDocument", PolicyKind.TRUST),
    "UpdateAssumeRolePolicy": ("PolicyDocument", PolicyKind.TRUST),
    "PutBucketPolicy": ("Policy", PolicyKind.RESOURCE),
}
"""Operations that store a document: the parameter that holds it, and its kind."""

TAKING = ("Detach", "Delete", "Remove")
"""How operations begin that take something away."""

GIVING = frozenset({
    "AttachUserPolicy",
    "AttachGroupPolicy",
    "AttachRolePolicy",
    "PutUserPolicy",
    "PutGroupPolicy",
    "PutRolePolicy",
    "CreatePolicyVersion",
    "PutBucketPolicy",
    "AddUserToGroup",
})  # fmt: skip
"""Operations by which a learner gives somebody rights."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """One failed goal with everything that is known about it; `requests` are the learner's in this step."""

    goal: "Goal"
    cause: "Cause"
    decision: "Decision | None"
    world: "World"
    account: "Account"
    requests: "Sequence[RequestRecord]" = ()
    texts: Sequence[tuple[str, PolicyKind]] = ()
    """Documents that the goal reads from the learner's folder, each with its kind."""
    mended: bool = False
    """The file of the step is sound by now: what was sent before says nothing any more."""
    own: "Sequence[RequestRecord] | None" = None
    """Those of the requests that have to do with the goal; None for all."""
    acted: bool = True
    """The learner had a hand in what the decision shows; otherwise it shows the account as it was found."""

    # The decision

    @property
    def refused(self) -> bool:
        """A request that ought to go through is refused."""
        if self.decision is None or not self.acted:
            return False
        return not self.decision.allowed and not self._wanted_refusal

    @property
    def refused_implicitly(self) -> bool:
        """It is refused because nothing allows it."""
        return self.refused and self.outcome == "implicitDeny"

    @property
    def refused_explicitly(self) -> bool:
        """It is refused because a statement denies it."""
        return self.refused and self.outcome == "explicitDeny"

    @property
    def still_allowed(self) -> bool:
        """A request that ought to be refused goes through."""
        return self.decision is not None and self.acted and self.decision.allowed

    @property
    def only_took_away(self) -> bool:
        """All that the learner changed was to take something away: what is left is not their belief."""
        changes = [
            one.operation
            for one in self.requests
            if one.error is None and not one.operation.startswith(HARMLESS)
        ]
        return bool(changes) and all(name.startswith(TAKING) for name in changes)

    @property
    def _wanted_refusal(self) -> bool:
        return self.cause.expected in {"implicitDeny", "explicitDeny"}

    @property
    def outcome(self) -> str:
        """The decision's outcome; empty where there is none."""
        return self.decision.outcome.value if self.decision is not None else ""

    @property
    def action(self) -> str:
        """The action of the decision's request, in lower case."""
        return self.decision.request.action.lower() if self.decision is not None else ""

    @property
    def resource(self) -> str:
        """The resource of the decision's request."""
        return self.decision.request.resource if self.decision is not None else ""

    @cached_property
    def statements(self) -> "tuple[StatementTrace, ...]":
        """How every statement of every policy fared."""
        if self.decision is None:
            return ()
        trace = self.decision.trace
        return tuple(trace.expand(ref) for ref in trace.statements())

    @property
    def allows(self) -> "Iterator[StatementTrace]":
        """The Allow statements."""
        return (statement for statement in self.statements if statement.effect is Effect.ALLOW)

    @property
    def denies(self) -> "Iterator[StatementTrace]":
        """The Deny statements."""
        return (statement for statement in self.statements if statement.effect is Effect.DENY)

    def allowed_by(self, *layers: DecidedBy) -> "list[StatementTrace]":
        """The Allow statements of some layers that match the request."""
        return [one for one in self.allows if one.matched and one.ref.layer in layers]

    # The person

    @property
    def principal(self) -> str:
        """Whom the goal is about, as the lesson writes it; empty where it names nobody."""
        rule = self.rule
        found = (
            getattr(rule, "principal", None) or getattr(getattr(rule, "id_of", rule), "user", None) or rule
        )
        text = found if isinstance(found, str) else ""
        return text if "/" in text or text in {"", "root"} else f"user/{text}"

    @property
    def user(self) -> "User | None":
        """The user that the goal is about, if it is one and is there."""
        if self.decision is not None:
            arn = self.decision.request.principal.arn
            owner = self.world.accounts.get(self.decision.request.principal.account)
            return owner.users.get(arn.rpartition("/")[2]) if owner and ":user/" in arn else None
        kind, _, name = self.principal.partition("/")
        elsewhere = ELSEWHERE.fullmatch(name)
        owner = self.world.accounts.get(elsewhere[2]) if elsewhere else self.account
        return owner.users.get(elsewhere[1] if elsewhere else name) if owner and kind == "user" else None

    @property
    def rule(self) -> object:
        """What the goal's kind says."""
        return getattr(self.goal, self.goal.kind.replace("-", "_"))

    @property
    def context(self) -> Mapping[str, object]:
        """Condition keys that the goal itself gives."""
        found: Mapping[str, object] = getattr(self.rule, "context", None) or {}
        return {key.lower(): value for key, value in found.items()}

    # What the learner did

    def done(self, *operations: str) -> "list[RequestRecord]":
        """The requests of these operations that went through, oldest first."""
        return [one for one in self.requests if one.operation in operations and one.error is None]

    def last_failed(self, *operations: str) -> "RequestRecord | None":
        """The newest request of these operations if it failed; one that was mended since does not count."""
        sent = self.requests if self.own is None else self.own
        found = [one for one in sent if one.operation in operations]
        return found[-1] if found and found[-1].error is not None else None

    @cached_property
    def refused_document(self) -> "tuple[str, PolicyKind] | None":
        """One of the goal's files, or the newest document sent, that the service would not store."""
        for text, kind in self.texts:
            if document_fault(text, kind):
                return text, kind
        failed = self.last_failed(*WRITERS)
        if self.mended or failed is None or "Malformed" not in (failed.error or ""):
            return None
        parameter, kind = WRITERS[failed.operation]
        written = failed.parameters.get(parameter)
        return (written, kind) if isinstance(written, str) else None

    @cached_property
    def document_fault(self) -> str:
        """What is wrong with the refused document, by the evaluator's name for it; empty where none is."""
        if self.refused_document is None:
            return ""
        return document_fault(*self.refused_document)


def document_fault(text: str, kind: PolicyKind) -> str:
    """The evaluator's name for what is wrong with a document; empty if it can be stored."""
    try:
        parse_policy(text, kind)
    except PolicyError as error:
        return error.fault
    return ""
