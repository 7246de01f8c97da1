"""Goals that are facts about the account: what exists, who belongs where, what is attached, which keys."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ..schema import THING_KINDS, Attached, Keys, Member, Thing
from .references import Reference
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.account.account import Holder

    from .grounds import Grounds


def exists(grounds: "Grounds", thing: Thing) -> Cause | None:
    """None if the thing is there."""
    account, kind, name = _looked_for(grounds, thing)
    if find(account, kind, name):
        return None
    near = _alike(name, _names(account, kind))
    return Cause(CauseKind.MISSING, Help.CREATE, name, near, {"kind": kind, "name": name, "near": near})


def absent(grounds: "Grounds", thing: Thing) -> Cause | None:
    """None if the thing is gone."""
    account, kind, name = _looked_for(grounds, thing)
    if not find(account, kind, name):
        return None
    return Cause(CauseKind.STILL_THERE, Help.DELETE, "", name, {"kind": kind, "name": name})


def member(grounds: "Grounds", rule: Member) -> Cause | None:
    """None if the user is in the group."""
    account = grounds.account
    values = {"user": rule.user, "group": rule.group}
    user = account.users.get(rule.user)
    if user is None:
        return missing("user", rule.user)
    if rule.group not in account.groups:
        return missing("group", rule.group)
    if rule.group in user.groups:
        return None
    return Cause(CauseKind.NOT_MEMBER, Help.JOIN_GROUP, rule.group, ", ".join(user.groups), values)


def attached(grounds: "Grounds", rule: Attached) -> Cause | None:
    """None if the managed policy is attached to the user, group or role itself."""
    reference = Reference.read(rule.to, grounds.account_id)
    account = grounds.account_of(reference)
    held = _holder(account, reference)
    if account is None or held is None:
        return missing(reference.kind, reference.name)
    if any(is_policy(arn, rule.policy) for arn in held.attached):
        return None
    values = {"policy": rule.policy, "to": reference.name, "kind": reference.kind, "lacks": reference.name}
    owners = [
        owner
        for used, use in account.policy_uses.items()
        if is_policy(used, rule.policy)
        for owner in use.attached
        if (used, owner) in _given(grounds)
    ]
    if owners:
        values |= {"has": owners[0].partition("/")[2]}
        return Cause(CauseKind.ATTACHED_ELSEWHERE, Help.ATTACH_TO, rule.to, owners[0], values)
    return Cause(CauseKind.NOT_ATTACHED, Help.ATTACH_TO, rule.policy, ", ".join(held.attached), values)


def _given(grounds: "Grounds") -> frozenset[tuple[str, str]]:
    """The managed policies that the learner attached in this step, each with whom to."""
    found = set()
    for entry in grounds.requests(since_step=True):
        request = entry.request
        if request is None or request.error is not None or not request.operation.startswith("Attach"):
            continue
        for kind in ("user", "group", "role"):
            name = request.parameters.get(f"{kind.title()}Name")
            if name is not None:
                found.add((str(request.parameters.get("PolicyArn")), f"{kind}/{name}"))
    return frozenset(found)


def no_own_policies(grounds: "Grounds", principal: str) -> Cause | None:
    """None if the user, group or role holds no policy directly, neither managed nor inline."""
    reference = Reference.read(principal, grounds.account_id)
    held = _holder(grounds.account_of(reference), reference)
    if held is None:
        return missing(reference.kind, reference.name)
    own = [*map(policy_name, held.attached), *held.inline]
    if not own:
        return None
    values = {"user": reference.name, "policy": own[0], "count": str(len(own))}
    return Cause(CauseKind.OWN_POLICIES, Help.DETACH, "0", ", ".join(own), values)


def keys(grounds: "Grounds", rule: Keys) -> Cause | None:
    """None if the user holds as many access keys as wanted; a user who is gone holds none."""
    user = grounds.account.users.get(rule.user)
    if user is None:
        return missing("user", rule.user) if rule.active or rule.total else None
    active = sum(key.active for key in user.keys.values())
    for wanted, found in ((rule.active, active), (rule.total, len(user.keys))):
        if wanted is not None and found != wanted:
            values = {"user": rule.user, "active": str(active), "total": str(len(user.keys))}
            help_ = Help.MAKE_KEYS if found < wanted else Help.REMOVE_KEYS
            return Cause(CauseKind.KEY_COUNT, help_, str(wanted), str(found), values)
    return None


def missing(kind: str, name: str) -> Cause:
    """The cause of a goal about something that is not there."""
    which = CauseKind.NO_SUCH_USER if kind == "user" else CauseKind.MISSING
    help_ = Help.CREATE_USER if kind == "user" else Help.CREATE
    return Cause(which, help_, name, "", {"kind": kind, "name": name, "user": name, "near": ""})


def find(account: "Account | None", kind: str, name: str) -> bool:
    """Whether the thing is in the account; a bucket counts only if the account owns it."""
    if account is None:
        return False
    if kind == "object":
        bucket, _, key = name.partition("/")
        holder = account.buckets.get(bucket)
        return holder is not None and key in holder.objects
    return any(same(kind, name, known) for known in _names(account, kind))


def name_of(thing: Thing) -> tuple[str, str]:
    """The kind of thing and its name."""
    given = {kind: getattr(thing, kind.replace("-", "_")) for kind in THING_KINDS}
    return next((kind, str(name)) for kind, name in given.items() if name is not None)


def same(kind: str, wanted: str, known: str) -> bool:
    """Whether a known name is the wanted one; a policy or provider may be named by its ARN."""
    return is_policy(known, wanted) if kind in BY_ARN else known == wanted


def is_policy(arn: str, wanted: str) -> bool:
    """Whether the ARN is the wanted policy's, given by name or ARN."""
    return wanted in {arn, policy_name(arn)}


def policy_name(arn: str) -> str:
    """The name at the end of a policy's ARN."""
    return arn.rpartition("/")[2]


BY_ARN: Final = frozenset({"policy", "saml-provider"})
"""Kinds that the account lists by ARN, whose end is the name."""


def _instances(account: "Account") -> Iterable[str]:
    """Ids and Name tags of the instances that are not terminated."""
    for instance in account.compute.instances.values():
        if instance.state != "terminated":
            yield instance.instance_id
            if "Name" in instance.tags:
                yield instance.tags["Name"]


def _oidc(account: "Account") -> Iterable[str]:
    """ARNs and hosts of the providers."""
    for arn, provider in account.oidc_providers.items():
        yield from (arn, provider.url)


TABLES: "Final[Mapping[str, Callable[[Account], Iterable[str]]]]" = {
    "user": lambda account: account.users,
    "group": lambda account: account.groups,
    "role": lambda account: account.roles,
    "policy": lambda account: account.policies,
    "bucket": lambda account: account.buckets,
    "instance-profile": lambda account: account.instance_profiles,
    "instance": _instances,
    "login-profile": lambda account: (name for name, user in account.users.items() if user.login),
    "saml-provider": lambda account: account.saml_providers,
    "oidc-provider": _oidc,
}


def _names(account: "Account | None", kind: str) -> Sequence[str]:
    table = TABLES.get(kind)
    return list(table(account)) if table is not None and account is not None else []


def _looked_for(grounds: "Grounds", thing: Thing) -> "tuple[Account | None, str, str]":
    kind, name = name_of(thing)
    return grounds.world.accounts.get(thing.account or grounds.account_id), kind, name


def _holder(account: "Account | None", reference: Reference) -> "Holder | None":
    if account is None or reference.kind not in {"user", "group", "role"}:
        return None
    try:
        return account.holder(reference.plain)
    except KeyError:
        return None


def _alike(name: str, known: Sequence[str]) -> str:
    """A name that differs only in its letters' size, the slip that AWS does not forgive."""
    return next((other for other in known if other.lower() == name.lower()), "")
