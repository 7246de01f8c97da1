"""Decides requests as if the text of the editor were the policy of the account."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.app.models.editor_policies import Keeping, StoredPolicy
from tutor.app.models.editor_requests import UNKNOWN, UNREAD, Judged, Judgement, SideRequest
from tutor.app.render.findings import KINDS, TEXT

if TYPE_CHECKING:
    from tutor.gateway.sandbox import Sandbox
    from tutor.policy import AttachedPolicy, Decision, PolicyDocument, PolicySet

INLINE: Final = "inline:"


class Draft:
    """A text as a policy of the account: in place of the one that it is to replace, or beside the others."""

    def __init__(self, name: str, text: str, kind: str, stored: StoredPolicy | None) -> None:
        self.name = name
        self.document = _document(text, kind)
        """None if it is no policy yet."""
        self.kind = kind
        self.stored = stored if stored is not None and stored.used and self._fits(stored) else None

    def _fits(self, stored: StoredPolicy) -> bool:
        return stored.kind == self.kind or {stored.kind, self.kind} <= {"identity", "boundary", "session"}

    @property
    def place(self) -> str:
        """How it is taken: `in-place`, `as-if`, or `unread`."""
        if self.document is None:
            return UNREAD
        return "as-if" if self.stored is None else "in-place"

    def instead(self, decision: "Decision") -> "Decision":
        """The same request with the text where it belongs."""
        from tutor.policy import decide

        if self.document is None:
            return decision
        policies = self._replaced(decision) if self.stored is not None else self._added(decision)
        return decide(decision.request, policies)

    def _replaced(self, decision: "Decision") -> "PolicySet":
        policies = decision.policies
        request = decision.request
        principal = request.principal

        def one(held: "AttachedPolicy") -> "AttachedPolicy":
            return self._in_place(held, principal.arn)

        return replace(
            policies,
            identity=tuple(map(one, policies.identity)),
            boundary=one(policies.boundary) if policies.boundary is not None else None,
            session=tuple(map(one, policies.session)),
            resource=one(policies.resource) if policies.resource is not None else None,
            service_control=tuple(tuple(map(one, level)) for level in policies.service_control),
            resource_control=tuple(tuple(map(one, level)) for level in policies.resource_control),
        )

    def _in_place(self, held: "AttachedPolicy", caller: str) -> "AttachedPolicy":
        """The text if this is the policy that it replaces."""
        assert self.stored is not None, "it stands in for something"
        assert self.document is not None, "it is a policy"
        target = self.stored.target
        match target.keeping:
            case Keeping.MANAGED | Keeping.CONTROL:
                same = held.source == target.arn
            case Keeping.GROUP:
                same = held.source == f"{INLINE}{target.name}" and held.through == target.arn
            case Keeping.USER | Keeping.ROLE:
                mine = _owner(caller) == (target.keeping, target.holder)
                same = mine and held.through is None and held.source == f"{INLINE}{target.name}"
            case Keeping.TRUST | Keeping.BUCKET:
                same = held.source == f"{target.keeping}:{target.holder}"
        return replace(held, document=self.document) if same else held

    def _added(self, decision: "Decision") -> "PolicySet":
        """The text as if it were attached to whoever asks, or to what is asked about."""
        from tutor.policy import AttachedPolicy

        assert self.document is not None
        policies = decision.policies
        held = AttachedPolicy(f"{INLINE}{self.name}", self.document)
        match self.kind:
            case "trust":
                trusting = decision.request.action.lower().startswith("sts:")
                return replace(policies, resource=held) if trusting else policies
            case "resource":
                stored_in = decision.request.action.lower().startswith("s3:")
                return replace(policies, resource=held) if stored_in else policies
            case "boundary":
                return replace(policies, boundary=held)
            case "session":
                return replace(policies, session=(held,))
            case "scp":
                return replace(policies, service_control=_beside(policies.service_control, held, "scp"))
            case "rcp":
                return replace(policies, resource_control=_beside(policies.resource_control, held, "rcp"))
        if not decision.policies.identity and decision.request.principal.kind.value in {"Root", "Anonymous"}:
            return policies  # nothing can be attached to them
        return replace(policies, identity=(*policies.identity, held))


def _beside(
    levels: "tuple[tuple[AttachedPolicy, ...], ...]", held: "AttachedPolicy", kind: str
) -> "tuple[tuple[AttachedPolicy, ...], ...]":
    """On the last level, beside what is there; where there is nothing beside full access."""
    from tutor.account.control_policies import FULL_ACCESS
    from tutor.policy import AttachedPolicy

    if levels:
        return (*levels[:-1], (*levels[-1], held))
    full = FULL_ACCESS["p-FullAWSAccess" if kind == "scp" else "p-RCPFullAWSAccess"]
    return ((AttachedPolicy(full.name, full.content.document), held),)


def _owner(arn: str) -> tuple[Keeping, str]:
    """The user or role behind a caller."""
    kind, _, rest = arn.rpartition(":")[2].partition("/")
    if kind == "user":
        return Keeping.USER, rest.rpartition("/")[2]
    return Keeping.ROLE, rest.partition("/")[0] if kind == "assumed-role" else rest.rpartition("/")[2]


def _document(text: str, kind: str) -> "PolicyDocument | None":
    from tutor.policy import PolicyError, PolicyKind, parse_policy

    if kind == TEXT:
        return None
    try:
        return parse_policy(text, PolicyKind(KINDS[kind]))
    except PolicyError:
        return None


def judge(sandbox: "Sandbox", requests: Sequence[SideRequest], draft: Draft) -> Judgement:
    """What becomes of every request with the text in its place."""
    rows = tuple(_judged(sandbox, request, draft) for request in requests)
    policy = draft.stored.target.label if draft.stored is not None else ""
    return Judgement(rows, draft.place, policy)


def _judged(sandbox: "Sandbox", request: SideRequest, draft: Draft) -> Judged:
    from tutor.gateway.principals import UnknownPrincipal
    from tutor.policy import UnsupportedError

    try:
        now = [_ask(sandbox, request, resource) for resource in request.asked or (request.resource,)]
        then = [draft.instead(decision) for decision in now]
    except (UnknownPrincipal, UnsupportedError, KeyError):
        return Judged(request, UNKNOWN)
    before = _telling(now, request).outcome.value
    if draft.document is None:
        return Judged(request, UNREAD, before)
    decision = _telling(then, request)
    statement, policy = _settled_by(decision, draft)
    return Judged(request, decision.outcome.value, before, statement, policy, decision)


def _ask(sandbox: "Sandbox", request: SideRequest, resource: str) -> "Decision":
    context = dict(request.context)
    return sandbox.ask(request.principal, request.action, resource, context or None)


def _telling(decisions: "Sequence[Decision]", request: SideRequest) -> "Decision":
    """The decision that keeps the request from being as wanted, else the first."""
    wanted = request.wanted != "deny"
    return next((one for one in decisions if one.allowed != wanted), decisions[0])


def _settled_by(decision: "Decision", draft: Draft) -> tuple[str, str]:
    """The statement of the text that settles it, or the name of another policy that does."""
    from tutor.wording.statement_text import policy_name

    effect = "Allow" if decision.allowed else "Deny"
    for layer in decision.trace.layers:
        for statement in layer.matched if layer.decided else ():
            if statement.effect == effect:
                if statement.policy.document is draft.document:
                    return statement.sid or str(statement.ref.statement + 1), ""
                return "", policy_name(statement.source)
    return "", ""


def own_requests(rows: Sequence[Sequence[str]]) -> Iterator[SideRequest]:
    """Requests as they are kept: principal, action, resource, what is wanted."""
    for principal, action, resource, wanted in rows:
        yield SideRequest(principal, action, resource, wanted, own=True)
