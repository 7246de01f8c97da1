"""Why a request is refused or still allowed: one cause and one next step, from the decision's trace."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .grounds import Grounds
from .holdings import holdings, source_name
from .patterns import FRESH, covers
from .references import Reference
from .results import Cause, CauseKind, Help
from .witnesses import S3, requests_for

if TYPE_CHECKING:
    from tutor.policy import Decision, StatementTrace

ATTACHING: Final = frozenset({
    "AttachUserPolicy",
    "PutUserPolicy",
    "AttachGroupPolicy",
    "PutGroupPolicy",
    "AttachRolePolicy",
    "PutRolePolicy",
})  # fmt: skip
"""Operations that give somebody a policy."""

GIVING: Final = frozenset({"identityPolicy", "resourcePolicy", "trustPolicy"})
"""Layers whose Allow gives something."""

CAPS: Final[Mapping[str, tuple[CauseKind, Help]]] = {
    "permissionsBoundary": (CauseKind.BOUNDARY_CAPS, Help.WIDEN_BOUNDARY),
    "sessionPolicy": (CauseKind.SESSION_CAPS, Help.WIDEN_SESSION),
    "serviceControlPolicy": (CauseKind.CONTROL_CAPS, Help.MEND_CONTROL),
    "resourceControlPolicy": (CauseKind.CONTROL_CAPS, Help.MEND_CONTROL),
}
"""Layers that give nothing and stop what they do not name, with what to say of each."""

HELD_AS: Final[Mapping[str, str]] = {"aws": "arn:aws:iam::aws:policy/", "inline": "inline:"}
"""Marks of a cause about a policy that cannot be changed, or only where it stands: how its source begins."""

ACTION: Final = frozenset({"Action", "NotAction"})
RESOURCE: Final = frozenset({"Resource", "NotResource"})


def why_refused(grounds: Grounds, principal: str, decision: "Decision") -> Cause:
    """What keeps a refused request from going through."""
    return _Refusal(grounds, principal, decision).cause()


def why_allowed(principal: str, decision: "Decision") -> Cause:
    """What lets a request through that ought to be refused."""
    source = deciding_source(decision)
    values = _values(principal, decision) | {"policy": source_name(source) if source else ""}
    values |= {mark: "yes" for mark, start in HELD_AS.items() if source.startswith(start)}
    return Cause(CauseKind.STILL_ALLOWED, Help.TAKE_AWAY, "implicitDeny", decision.outcome, values)


def named(principal: str) -> str:
    """The name in a reference: of `user/yuna` yuna, of `root` root; of another account's with the account."""
    return principal.partition("/")[2] or principal


def deciding_policy(decision: "Decision") -> str:
    """The name of the policy whose statement settled it; empty where none did."""
    source = deciding_source(decision)
    return source_name(source) if source else ""


def deciding_source(decision: "Decision") -> str:
    """The policy whose statement settled it, by ARN or as `inline:NAME`; empty where none did."""
    wanted = "Allow" if decision.allowed else "Deny"
    for layer in decision.trace.layers:
        for statement in layer.matched if layer.decided else ():
            if statement.effect == wanted:
                return statement.source
    return ""


def _values(principal: str, decision: "Decision") -> dict[str, str]:
    request = decision.trace.request
    name = named(principal)
    names = {"principal": name, "user": name, "policy": "", "pattern": ""}
    return names | {"action": request.action, "resource": request.resource}


class _Refusal:
    """One refused request, looked at from the likeliest cause to the least."""

    def __init__(self, grounds: Grounds, principal: str, decision: "Decision") -> None:
        self.grounds = grounds
        self.principal = principal
        self.decision = decision
        self.request = decision.trace.request
        trace = decision.trace
        statements = (trace.expand(ref) for ref in trace.statements())
        self.allows = [one for one in statements if one.effect == "Allow" and one.ref.layer in GIVING]

    def cause(self) -> Cause:
        if self.decision.outcome == "explicitDeny":
            policy = deciding_policy(self.decision)
            return self._cause(CauseKind.EXPLICIT_DENY, Help.REMOVE_DENY, policy=policy)
        return (
            self._capped()
            or self._other_side()
            or self._attached_elsewhere()
            or self._condition()
            or self._wrong_resource()
            or self._wrong_action()
            or self._nothing_fits()
        )

    def _cause(self, kind: CauseKind, help_: Help, **values: str) -> Cause:
        known = _values(self.principal, self.decision)
        return Cause(kind, help_, "allowed", self.decision.outcome, known | values)

    def _capped(self) -> Cause | None:
        """Whether a layer that only limits does not let it through."""
        said = CAPS.get(self.decision.decided_by)
        if said is None:
            return None
        policies = self.decision.policies
        layers = {
            "permissionsBoundary": [policies.boundary] if policies.boundary else [],
            "sessionPolicy": list(policies.session),
            "serviceControlPolicy": [policy for level in policies.service_control for policy in level],
            "resourceControlPolicy": [policy for level in policies.resource_control for policy in level],
        }
        names = [source_name(policy.source) for policy in layers[self.decision.decided_by]]
        return self._cause(*said, policy=", ".join(dict.fromkeys(names)))

    def _other_side(self) -> Cause | None:
        """Whether the policy of the role or of another account's resource is what is missing."""
        role = self.request.resource.rpartition("/")[2]
        if self.decision.decided_by == "trustPolicy":
            return self._cause(CauseKind.NOT_TRUSTED, Help.NAME_IN_TRUST, role=role)
        if self.decision.decided_by != "resourcePolicy":
            return None
        held = self.decision.policies.resource
        policy = source_name(held.source) if held is not None else ""
        resource = self.request.resource
        holder = resource.partition("/")[0] if resource.startswith(S3) else resource
        return self._cause(CauseKind.RESOURCE_SIDE, Help.MEND_RESOURCE_POLICY, policy=policy, resource=holder)

    def _attached_elsewhere(self) -> Cause | None:
        """Whether the learner, in this step, gave the right to somebody else who still holds it."""
        mine = Reference.read(self.principal, self.grounds.account_id)
        user = self.grounds.holder_of(mine) if mine.kind == "user" else None
        groups = getattr(user, "groups", ())
        for target, source in self._given():
            inherited = target.kind == "group" and target.name in groups
            if target == mine or inherited or not self._would_do(target, source):
                continue
            values = {"has": target.name, "lacks": mine.name, "group": target.name}
            help_ = Help.JOIN_GROUP if target.kind == "group" and mine.kind == "user" else Help.ATTACH_TO
            return self._cause(CauseKind.ATTACHED_ELSEWHERE, help_, **values)
        return None

    def _given(self) -> Iterator[tuple[Reference, str]]:
        """Whom the learner gave a policy in this step, and which."""
        for entry in self.grounds.requests(since_step=True):
            request = entry.request
            if request and request.error is None and request.caller and request.operation in ATTACHING:
                account_id = request.caller.principal.account
                for kind in ("user", "group", "role"):
                    name = request.parameters.get(f"{kind.title()}Name")
                    if name is not None:
                        inline = f"inline:{request.parameters.get('PolicyName')}"
                        source = str(request.parameters.get("PolicyArn", inline))
                        yield Reference(kind, str(name), account_id), source

    def _would_do(self, target: Reference, source: str) -> bool:
        """Whether what somebody else was given lets this very request through, and is not their own task."""
        from tutor.policy import PolicySet, decide

        held = tuple(one for one in holdings(self.grounds.world, target) if one.source == source)
        given = PolicySet(identity=held)
        if not held or not decide(self.request, given).allowed:
            return False
        own = (replace(self.request, action=one, resource=two) for one, two in self._tasks(target))
        return not any(decide(request, given).allowed for request in own)

    def _tasks(self, target: Reference) -> Iterator[tuple[str, str]]:
        """What other goals of the step want for somebody, or for a group's members."""
        for goal in self.grounds.step.goals if self.grounds.step is not None else ():
            if goal.allow is None:
                continue
            wanted = self.grounds.owner(goal.allow.principal)
            holder = self.grounds.holder_of(wanted)
            in_group = target.kind == "group" and target.name in getattr(holder, "groups", ())
            if wanted != target and not in_group:
                continue
            yield from requests_for(
                self.grounds,
                self.grounds.owner_of(goal.allow.principal),
                goal.allow.action,
                goal.allow.resource,
            )

    def _condition(self) -> Cause | None:
        for statement in self.allows:
            if _fits(statement, ACTION) and _fits(statement, RESOURCE):
                policy = source_name(statement.source)
                return self._cause(CauseKind.CONDITION_NOT_MET, Help.LOOK_AT_CONDITION, policy=policy)
        return None

    def _wrong_resource(self) -> Cause | None:
        near = [statement for statement in self.allows if _fits(statement, ACTION)]
        bucket, slash, _ = self.request.resource.partition("/")
        is_s3 = bucket.startswith(S3)
        for statement in near if is_s3 else ():
            policy = source_name(statement.source)
            for pattern in _patterns(statement):
                if not slash and covers(pattern, f"{bucket}/{FRESH[0]}"):
                    kind, help_ = CauseKind.BUCKET_ARN, Help.ADD_BUCKET_ARN
                    return self._cause(kind, help_, policy=policy, pattern=pattern)
                if slash and covers(pattern, bucket):
                    kind, help_ = CauseKind.OBJECT_ARN, Help.ADD_OBJECT_ARN
                    return self._cause(kind, help_, policy=policy, pattern=pattern)
        if not near:
            return None
        policy, pattern = source_name(near[0].source), ", ".join(_patterns(near[0]))
        return self._cause(
            CauseKind.RESOURCE_NOT_COVERED, Help.ALLOW_RESOURCE, policy=policy, pattern=pattern
        )

    def _wrong_action(self) -> Cause | None:
        for statement in self.allows:
            if _fits(statement, RESOURCE):
                policy = source_name(statement.source)
                return self._cause(CauseKind.ACTION_NOT_COVERED, Help.ALLOW_ACTION, policy=policy)
        return None

    def _nothing_fits(self) -> Cause:
        if not self.decision.trace.policies.identity:
            return self._cause(CauseKind.NO_POLICIES, Help.ATTACH_POLICY)
        return self._cause(CauseKind.NO_MATCH, Help.ALLOW_ACTION)


def _fits(statement: "StatementTrace", names: frozenset[str]) -> bool:
    return all(element.matched for element in statement.elements if element.element in names)


def _patterns(statement: "StatementTrace") -> tuple[str, ...]:
    found = (element for element in statement.elements if element.element == "Resource")
    return tuple(value.text for element in found for value in element.values)
