"""Which policies a user or group holds, own and inherited, with the names that learners know them by."""

from typing import TYPE_CHECKING

from .facts import policy_name

if TYPE_CHECKING:
    from tutor.account import Account, Group, User
    from tutor.policy import AttachedPolicy


def holdings(account: "Account", principal: str) -> "tuple[AttachedPolicy, ...]":
    """The policies of `user/x` or `group/x`; root and unknown principals hold none."""
    kind, _, name = principal.partition("/")
    if kind == "group" and name in account.groups:
        return _own(account, account.groups[name])
    if kind != "user" or name not in account.users:
        return ()
    user = account.users[name]
    inherited = (policy for group in user.groups for policy in _own(account, account.groups[group]))
    return (*_own(account, user), *inherited)


def source_name(source: str) -> str:
    """The name in a decision's source: of an ARN its end, of `inline:x` the x."""
    return source.removeprefix("inline:") if source.startswith("inline:") else policy_name(source)


def _own(account: "Account", holder: "User | Group") -> "tuple[AttachedPolicy, ...]":
    from tutor.policy import AttachedPolicy

    managed = ((arn, account.policy(arn)) for arn in holder.attached)
    attached = [AttachedPolicy(arn, policy.document) for arn, policy in managed if policy is not None]
    inline = [AttachedPolicy(f"inline:{name}", text.document) for name, text in holder.inline.items()]
    return (*attached, *inline)
