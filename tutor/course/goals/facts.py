"""Goals that are facts about the account: what exists, who belongs where, what is attached, which keys."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..schema import Attached, Keys, Member, Thing
from .results import Cause, CauseKind, Help

if TYPE_CHECKING:
    from tutor.account import Account, World


def exists(world: "World", account: "Account", thing: Thing) -> Cause | None:
    """None if the thing is there."""
    kind, name = name_of(thing)
    if find(world, account, thing):
        return None
    near = _alike(name, _names(world, account, kind))
    return Cause(CauseKind.MISSING, Help.CREATE, name, near, {"kind": kind, "name": name, "near": near})


def absent(world: "World", account: "Account", thing: Thing) -> Cause | None:
    """None if the thing is gone."""
    kind, name = name_of(thing)
    if not find(world, account, thing):
        return None
    return Cause(CauseKind.STILL_THERE, Help.DELETE, "", name, {"kind": kind, "name": name})


def member(account: "Account", rule: Member) -> Cause | None:
    """None if the user is in the group."""
    values = {"user": rule.user, "group": rule.group}
    user = account.users.get(rule.user)
    if user is None:
        return _missing("user", rule.user)
    if rule.group not in account.groups:
        return _missing("group", rule.group)
    if rule.group in user.groups:
        return None
    return Cause(CauseKind.NOT_MEMBER, Help.JOIN_GROUP, rule.group, ", ".join(user.groups), values)


def attached(account: "Account", rule: Attached) -> Cause | None:
    """None if the managed policy is attached to the user or group itself."""
    kind, name = rule.to.split("/", 1)
    if name not in (account.users if kind == "user" else account.groups):
        return _missing(kind, name)
    held = account.holder(rule.to).attached
    arn = next((arn for arn in held if is_policy(arn, rule.policy)), None)
    if arn is not None:
        return None
    values = {"policy": rule.policy, "to": name, "kind": kind}
    owners = [
        owner
        for used, use in account.policy_uses.items()
        if is_policy(used, rule.policy)
        for owner in use.attached
    ]
    if owners:
        values |= {"has": owners[0].partition("/")[2], "lacks": name}
        return Cause(CauseKind.ATTACHED_ELSEWHERE, Help.ATTACH_TO, rule.to, owners[0], values)
    return Cause(
        CauseKind.NOT_ATTACHED, Help.ATTACH_TO, rule.policy, ", ".join(held), values | {"lacks": name}
    )


def no_own_policies(account: "Account", user_ref: str) -> Cause | None:
    """None if the user holds no policy directly, neither managed nor inline."""
    name = user_ref.partition("/")[2]
    user = account.users.get(name)
    if user is None:
        return _missing("user", name)
    own = [*map(policy_name, user.attached), *user.inline]
    if not own:
        return None
    values = {"user": name, "policy": own[0], "count": str(len(own))}
    return Cause(CauseKind.OWN_POLICIES, Help.DETACH, "0", ", ".join(own), values)


def keys(account: "Account", rule: Keys) -> Cause | None:
    """None if the user holds as many access keys as wanted."""
    user = account.users.get(rule.user)
    if user is None:
        return _missing("user", rule.user)
    active = sum(key.active for key in user.keys.values())
    for wanted, found in ((rule.active, active), (rule.total, len(user.keys))):
        if wanted is not None and found != wanted:
            values = {"user": rule.user, "active": str(active), "total": str(len(user.keys))}
            help_ = Help.MAKE_KEYS if found < wanted else Help.REMOVE_KEYS
            return Cause(CauseKind.KEY_COUNT, help_, str(wanted), str(found), values)
    return None


def find(world: "World", account: "Account", thing: Thing) -> bool:
    """Whether the thing is in the account; a bucket counts only if the account owns it."""
    kind, name = name_of(thing)
    if kind == "object":
        bucket, _, key = name.partition("/")
        holder = account.buckets.get(bucket)
        return holder is not None and key in holder.objects
    return any(same(kind, name, known) for known in _names(world, account, kind))


def name_of(thing: Thing) -> tuple[str, str]:
    """The kind of thing and its name."""
    given = {kind: getattr(thing, kind) for kind in ("user", "group", "policy", "bucket", "object")}
    return next((kind, str(name)) for kind, name in given.items() if name is not None)


def same(kind: str, wanted: str, known: str) -> bool:
    """Whether a known name is the wanted one; a policy may be named by its ARN."""
    return is_policy(known, wanted) if kind == "policy" else known == wanted


def is_policy(arn: str, wanted: str) -> bool:
    """Whether the ARN is the wanted policy's, given by name or ARN."""
    return wanted in {arn, policy_name(arn)}


def policy_name(arn: str) -> str:
    """The name at the end of a policy's ARN."""
    return arn.rpartition("/")[2]


def _names(world: "World", account: "Account", kind: str) -> Sequence[str]:
    tables: dict[str, Iterable[str]] = {
        "user": account.users,
        "group": account.groups,
        "policy": account.policies,
        "bucket": account.buckets,
    }
    return list(tables.get(kind, ()))


def _alike(name: str, known: Sequence[str]) -> str:
    """A name that differs only in its letters' size, the slip that AWS does not forgive."""
    return next((other for other in known if other.lower() == name.lower()), "")


def _missing(kind: str, name: str) -> Cause:
    which = CauseKind.NO_SUCH_USER if kind == "user" else CauseKind.MISSING
    help_ = Help.CREATE_USER if kind == "user" else Help.CREATE
    return Cause(which, help_, name, "", {"kind": kind, "name": name, "user": name, "near": ""})
