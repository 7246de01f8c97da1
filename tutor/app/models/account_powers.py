"""What a user or role may really do: every statement that speaks to it, tried out by the evaluator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_samples import Samples
from tutor.policy import AttachedPolicy, DecidedBy, Effect, Outcome, PolicySet, Statement, decide
from tutor.policy.principals import Grant
from tutor.policy.variables import filled_text

if TYPE_CHECKING:
    from tutor.gateway.sandbox import Sandbox
    from tutor.policy import Decision

FIRST_QUESTION: Final = "iam:ChangePassword"
"""What is asked first: the account's own settings answer to it beside the caller's policies."""

FIXED: Final = ("aws:principal", "aws:username")
"""Beginnings of the condition keys that say who the caller is, whatever they ask for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A condition as it is written."""

    operator: str
    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Actions that a statement allows, and that the caller may not do for all that."""

    actions: tuple[str, ...]
    """`service:Name`."""
    decided_by: DecidedBy | None
    """The layer that refuses; None where no resource of the statement fits the action."""
    explicit: bool = False
    source: str = ""
    """The policy of the Deny statement."""


@dataclass(frozen=True, slots=True)
class Power:
    """What one statement means to the caller, for one service."""

    denies: bool
    service: str
    actions: tuple[str, ...]
    """As written, without the service."""
    but: bool
    """The actions are those that the statement leaves out."""
    resources: tuple[str, ...]
    """As written; those left out where `spared`."""
    spared: bool
    source: str
    """As `AttachedPolicy.source`."""
    through: str | None = None
    """The ARN of the group that it comes by."""
    layer: DecidedBy = DecidedBy.IDENTITY
    terms: tuple[Term, ...] = ()
    works: bool = True
    """Some of what it allows can be done, at least while its conditions hold."""
    held_back: tuple[HeldBack, ...] = ()


def powers_of(sandbox: "Sandbox", principal: str) -> tuple[Power, ...]:
    """Everything that policies give a principal, or take from it; the reference is as for `Sandbox.ask`."""
    return tuple(_Trial(sandbox, principal).powers())


class _Trial:
    """Asks about one principal; every request once."""

    def __init__(self, sandbox: "Sandbox", principal: str) -> None:
        self._sandbox = sandbox
        self._principal = principal
        self._samples = Samples(sandbox.world, sandbox.account)
        self._asked: dict[tuple[str, str], Decision] = {}

    def powers(self) -> Iterator[Power]:
        first = self._ask(FIRST_QUESTION, "*")
        policies = first.policies
        for policy in policies.identity:
            yield from self._of_policy(policy, DecidedBy.IDENTITY)
        yield from self._from_resources(first)
        if policies.boundary is not None:
            yield from self._denies(policies.boundary, DecidedBy.BOUNDARY)
        for level in policies.service_control:
            for policy in level:
                yield from self._denies(policy, DecidedBy.SCP)

    def _from_resources(self, first: "Decision") -> Iterator[Power]:
        """What buckets and roles say to the caller by name."""
        for resource, actions in self._samples.with_policies():
            asked = self._ask(actions[0], resource)
            policy = asked.policies.resource
            if policy is None:
                continue
            layer = DecidedBy.TRUST if actions[0].startswith("sts:") else DecidedBy.RESOURCE
            for statement in policy.document.statements:
                named = statement.principal
                if named is None or named.negated:
                    continue
                grant = named.grant(first.request.principal, asked.request.context)
                passed_on = grant is Grant.ACCOUNT and layer is DecidedBy.TRUST
                if grant is Grant.NONE or passed_on or _never(statement, asked):
                    continue
                yield from self._of_statement(policy, statement, layer, default=(resource,))

    def _of_policy(self, policy: AttachedPolicy, layer: DecidedBy) -> Iterator[Power]:
        for statement in policy.document.statements:
            yield from self._of_statement(policy, statement, layer)

    def _denies(self, policy: AttachedPolicy, layer: DecidedBy) -> Iterator[Power]:
        for statement in policy.document.statements:
            if statement.effect is Effect.DENY:
                yield from self._of_statement(policy, statement, layer)

    def _of_statement(
        self, policy: AttachedPolicy, statement: Statement, layer: DecidedBy, default: Sequence[str] = ("*",)
    ) -> Iterator[Power]:
        written = [value.text for value in statement.action.values]
        services = dict.fromkeys(_service(text) for text in written)
        for service in ("*",) if statement.action.negated else services:
            actions = tuple(
                text.partition(":")[2] or text
                for text in written
                if statement.action.negated or _service(text) == service
            )
            power = Power(
                statement.effect is Effect.DENY,
                service,
                tuple(written) if statement.action.negated else actions,
                statement.action.negated,
                tuple(value.text for value in statement.resource.values)
                if statement.resource
                else tuple(default),
                statement.resource is not None and statement.resource.negated,
                policy.source,
                policy.through,
                layer,
                tuple(
                    Term(one.operator, one.key, tuple(value.text for value in one.values))
                    for one in statement.conditions
                ),
            )
            never = _never(statement, self._ask(FIRST_QUESTION, "*"))
            if power.denies and not never:
                yield power
            elif not power.denies and never:
                yield replace(power, works=False)
            elif not power.denies:
                yield self._tried(power, policy, statement, written, default)

    def _tried(
        self,
        power: Power,
        policy: AttachedPolicy,
        statement: Statement,
        written: Sequence[str],
        default: Sequence[str],
    ) -> Power:
        """The same, and what of it does not work."""
        held: dict[tuple[DecidedBy | None, bool, str], list[str]] = {}
        works = False
        for action in self._samples.actions(statement, written, power.service):
            causes = {
                self._cause(policy, statement, action, one) for one in self._about(action, statement, default)
            }
            if not causes and action.startswith("sts:"):
                continue
            if not causes:
                held.setdefault((None, False, ""), []).append(action)
                continue
            works = works or None in causes
            for cause in causes - {None}:
                if cause is not None and None not in causes:
                    held.setdefault(cause, []).append(action)
                    break
        found = tuple(HeldBack(tuple(actions), *cause) for cause, actions in held.items())
        return replace(power, works=works, held_back=found)

    def _about(self, action: str, statement: Statement, default: Sequence[str]) -> list[str]:
        """Resources to try the action on, all of them meant by the statement."""
        if statement.resource is None:
            return list(default)
        context = self._ask(FIRST_QUESTION, "*").request.context
        filled = (filled_text(one.text, context, variables=True) for one in statement.resource.values)
        written = [text for text in filled if text is not None]
        covers = statement.resource.covers
        found: list[str] = []
        for kind in self._samples.resources(action, () if statement.resource.negated else written):
            found += [one for one in kind if covers(one, context)][:2]
        return found

    def _cause(
        self, policy: AttachedPolicy, statement: Statement, action: str, resource: str
    ) -> tuple[DecidedBy | None, bool, str] | None:
        """Why the action is refused although the statement allows it; None if it is not."""
        decision = self._ask(action, resource)
        if not decision.allowed and statement.holds and not statement.holds(decision.request.context):
            decision = decide(decision.request, _unconditional(decision, policy, statement))
        if decision.allowed:
            return None
        explicit = decision.outcome is Outcome.EXPLICIT_DENY
        denying = [
            one.source
            for layer in decision.trace.layers
            if explicit and layer.decided
            for one in layer.matched
            if one.effect is Effect.DENY
        ]
        return decision.decided_by, explicit, denying[0] if denying else ""

    def _ask(self, action: str, resource: str) -> "Decision":
        question = (action, resource)
        if question not in self._asked:
            self._asked[question] = self._sandbox.ask(self._principal, action, resource)
        return self._asked[question]


def _never(statement: Statement, asked: "Decision") -> bool:
    """Whether a condition asks the caller to be somebody else."""
    context = asked.request.context
    own = (one for one in statement.conditions if one.key.lower().startswith(FIXED))
    return any(not one.holds(context) for one in own)


def _unconditional(decision: "Decision", policy: AttachedPolicy, statement: Statement) -> PolicySet:
    """The policies of a decision as if the statement asked for nothing beyond action and resource."""
    free = replace(statement, conditions=())
    statements = tuple(free if one is statement else one for one in policy.document.statements)
    freed = replace(policy, document=replace(policy.document, statements=statements))
    policies = decision.policies
    identity = tuple(freed if one == policy else one for one in policies.identity)
    resource = freed if policies.resource == policy else policies.resource
    return replace(policies, identity=identity, resource=resource)


def _service(text: str) -> str:
    """The service of an action as written: `s3`, or `*` for every service."""
    service, colon, _ = text.partition(":")
    return service.lower() if colon else "*"
