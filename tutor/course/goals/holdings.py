"""Which policies a user, group or role holds, own and inherited, with the names learners know them by."""

from typing import TYPE_CHECKING

from .facts import policy_name
from .references import Reference

if TYPE_CHECKING:
    from tutor.account import Account, World
    from tutor.account.account import Holder
    from tutor.policy import AttachedPolicy


def holdings(world: "World", reference: Reference) -> "tuple[AttachedPolicy, ...]":
    """The policies of a user, group or role; root and unknown principals hold none."""
    account = world.accounts.get(reference.account_id)
    if account is None:
        return ()
    if reference.kind == "group" and reference.name in account.groups:
        return _own(account, account.groups[reference.name])
    if reference.kind == "role" and reference.name in account.roles:
        return _own(account, account.roles[reference.name])
    if reference.kind != "user" or reference.name not in account.users:
        return ()
    user = account.users[reference.name]
    inherited = (policy for group in user.groups for policy in _own(account, account.groups[group]))
    return (*_own(account, user), *inherited)


def source_name(source: str) -> str:
    """The name in a decision's source: of an ARN its end, of `inline:x`, `bucket:x`, `trust:x` the x."""
    prefix, colon, name = source.partition(":")
    return name if colon and prefix in {"inline", "bucket", "trust"} else policy_name(source)


def _own(account: "Account", holder: "Holder") -> "tuple[AttachedPolicy, ...]":
    from tutor.policy import AttachedPolicy

    managed = ((arn, account.policy(arn)) for arn in holder.attached)
    attached = [AttachedPolicy(arn, policy.document) for arn, policy in managed if policy is not None]
    inline = [AttachedPolicy(f"inline:{name}", text.document) for name, text in holder.inline.items()]
    return (*attached, *inline)
