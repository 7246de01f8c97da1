"""The goal of trust: whom a role lets assume it, and nobody else of the lesson's people."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ..schema import Trusts
from .facts import missing
from .grounds import Grounds, Refusal
from .references import Reference
from .requests import Verdict, not_authenticated
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import Role
    from tutor.policy import Decision

ANONYMOUS: Final = "anonymous"
SERVICE: Final = "service:"
FEDERATED: Final = "federated:"
SUBJECT: Final = ":sub"
"""How the condition key ends that says whose token it is."""
SOMEBODY: Final = "somebody-else"
OUTSIDERS: Final = (
    (SERVICE, re.compile(r'"([\w.-]+\.amazonaws\.com)"')),
    (FEDERATED, re.compile(r'"(arn:aws:iam::\d{12}:(?:oidc|saml)-provider/[^"]+)"')),
)
"""How services and identity providers stand in a trust policy."""


def trusts(grounds: Grounds, rule: Trusts) -> Verdict:
    """Whether the one named may assume the role, and with `only` whether nobody else may."""
    account = grounds.world.accounts.get(rule.account or grounds.account_id)
    role = account.roles.get(rule.role) if account is not None else None
    if role is None:
        return missing("role", rule.role), None
    answer = _ask(grounds, rule, role, rule.who)
    if isinstance(answer, Cause):
        return answer, None
    if isinstance(answer, Refusal):
        return not_authenticated(rule.who, answer), None
    if not answer.allowed:
        return _untrusted(rule, answer), answer
    for other in _others(grounds, rule, role) if rule.only else ():
        second = _ask(grounds, rule, role, other)
        if not isinstance(second, Cause | Refusal) and second.allowed:
            values = {
                "role": rule.role,
                "principal": other.removeprefix(SERVICE).removeprefix(FEDERATED),
                "action": rule.action,
            }
            cause = Cause(CauseKind.TRUSTS_OTHERS, Help.NARROW_TRUST, rule.who, other, values)
            return cause, second
    return _somebody_elses_token(grounds, rule, role) or (None, answer)


def _somebody_elses_token(grounds: Grounds, rule: Trusts, role: "Role") -> Verdict | None:
    """With `only` and a token of one person: another person of the directory who gets in with theirs."""
    key = next((key for key in rule.context if key.lower().endswith(SUBJECT)), None)
    if not rule.only or key is None or not rule.who.startswith(FEDERATED):
        return None
    for name in (*grounds.world.directory, SOMEBODY):
        if name == rule.context[key]:
            continue
        answer = _ask(grounds, replace(rule, context={**rule.context, key: name}), role, rule.who)
        if not isinstance(answer, Cause | Refusal) and answer.allowed:
            values = {"role": rule.role, "principal": f"{key}={name}", "action": rule.action, "key": key}
            return Cause(CauseKind.TRUSTS_OTHERS, Help.NARROW_CONDITION, rule.who, name, values), answer
    return None


def _untrusted(rule: Trusts, answer: "Decision") -> Cause:
    """The role's own paper does not let them in, or the caller's rights do not."""
    name = rule.who.partition("/")[2] or rule.who.removeprefix(SERVICE)
    values = {"role": rule.role, "principal": name, "action": rule.action, "user": name}
    values |= {"resource": answer.request.resource, "policy": ""}
    if answer.outcome == "explicitDeny":
        return Cause(CauseKind.EXPLICIT_DENY, Help.REMOVE_DENY, "allowed", answer.outcome, values)
    by = answer.decided_by
    if by == "identityPolicy" and names_account(answer):
        return Cause(CauseKind.TRUSTS_ACCOUNT, Help.NAME_IN_TRUST, "allowed", answer.outcome, values)
    if by == "identityPolicy":
        return Cause(CauseKind.NO_MATCH, Help.ALLOW_ACTION, "allowed", answer.outcome, values)
    return Cause(CauseKind.NOT_TRUSTED, Help.NAME_IN_TRUST, "allowed", answer.outcome, values)


def names_account(decision: "Decision") -> bool:
    """Whether a trust policy that fits the request names no more than the caller's account."""
    account = decision.request.principal.account
    named = {account, f"arn:aws:iam::{account}:root"}
    trace = decision.trace
    return any(
        value.matched and value.text in named
        for statement in (trace.expand(ref) for ref in trace.statements())
        if statement.effect == "Allow" and statement.ref.layer in {"trustPolicy", "resourcePolicy"}
        for element in statement.elements
        if element.element == "Principal"
        for value in element.values
    )


def _ask(grounds: Grounds, rule: Trusts, role: "Role", who: str) -> "Decision | Refusal | Cause":
    if who.startswith((SERVICE, FEDERATED)):
        return _by_trust_alone(grounds, rule, role, who)
    if who == ANONYMOUS:
        return grounds.sandbox.ask(ANONYMOUS, rule.action, role.arn, rule.context)
    owner = Reference.read(who, grounds.account_id)
    if grounds.holder_of(owner) is None:
        return missing(owner.kind, owner.name)
    return grounds.ask(who, rule.action, role.arn, rule.context)


def _by_trust_alone(grounds: Grounds, rule: Trusts, role: "Role", who: str) -> "Decision":
    """A service, or somebody with a provider's token: only the trust policy speaks of them."""
    from tutor.account import trust_of
    from tutor.policy import AttachedPolicy, Context, PolicySet, Principal, PrincipalKind, Request, decide

    if who.startswith(SERVICE):
        caller = Principal(PrincipalKind.AWS_SERVICE, who.removeprefix(SERVICE), "")
    else:
        caller = Principal(PrincipalKind.FEDERATED, who.removeprefix(FEDERATED), "")
    carried = {key: value for key, value in rule.context.items() if value is not None}
    account_id = role.arn.split(":")[4]
    request = Request(caller, rule.action, role.arn, account_id, Context.of(carried))
    trust = AttachedPolicy(f"trust:{role.name}", trust_of(grounds.world, role).document)
    return decide(request, PolicySet(resource=trust))


def _others(grounds: Grounds, rule: Trusts, role: "Role") -> Iterator[str]:
    """Everybody else: users, other roles, root users, somebody unknown, and whom else the paper names."""
    mine = Reference.read(rule.who, grounds.account_id)
    for account_id, account in grounds.world.accounts.items():
        people = [Reference("user", name, account_id) for name in account.users]
        people += [Reference("role", name, account_id) for name in account.roles if name != rule.role]
        people.append(Reference("root", "", account_id))
        for other in people:
            if other != mine:
                yield other.written(grounds.account_id)
    if rule.who != ANONYMOUS:
        yield ANONYMOUS
    for kind, pattern in OUTSIDERS:
        named = {f"{kind}{name}" for name in pattern.findall(role.trust.text)}
        yield from sorted(named - {rule.who})
