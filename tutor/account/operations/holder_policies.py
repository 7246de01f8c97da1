"""Policies of users, groups and roles: attached managed ones and inline ones.

One set of functions serves every kind of holder; `USER`, `GROUP` and `ROLE` name the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, check_document, policy_arn, policy_text
from tutor.account.operations.find import attached_policy, group_named, own_role, role_named, user_named
from tutor.account.operations.paging import page, rows_of
from tutor.account.service_error import limit, no_such_entity

if TYPE_CHECKING:
    from tutor.account.account import Account, Holder
    from tutor.account.call import Call, Result
    from tutor.account.policy_text import PolicyText
    from tutor.account.world import World

__all__ = ["GROUP", "ROLE", "USER", "HolderPolicies"]


@dataclass(frozen=True, slots=True)
class HolderPolicies:
    """The policy operations of one kind of holder."""

    kind: str
    """`user`, `group` or `role`, as messages and references write it."""
    parameter: str
    longest_name: int
    inline_size: int
    """The quota for all inline policies of one holder together."""
    most_attached: int = 10

    def attach(self, _world: World, account: Account, call: Call) -> Result:
        """Attaching again changes nothing."""
        checks = Checks(call)
        name = checks.name(self.parameter, self.longest_name)
        arn = policy_arn(checks)
        holder = self._changed(account, name)
        attached_policy(account, arn)
        if arn in holder.attached:
            return {}
        if len(holder.attached) >= self.most_attached:
            raise limit(f"Cannot exceed quota for PoliciesPer{self.kind.capitalize()}: {self.most_attached}")
        account.attach(f"{self.kind}/{name}", arn)
        return {}

    def detach(self, _world: World, account: Account, call: Call) -> Result:
        """Takes an attached policy away; one that is not attached is an error."""
        checks = Checks(call)
        name = checks.name(self.parameter, self.longest_name)
        arn = policy_arn(checks)
        if arn not in self._changed(account, name).attached:
            raise no_such_entity(f"Policy {arn} was not found.")
        account.detach(f"{self.kind}/{name}", arn)
        return {}

    def list_attached(self, _world: World, account: Account, call: Call) -> Result:
        """Attached managed policies in name order."""
        checks = Checks(call)
        name, prefix = checks.name(self.parameter, self.longest_name), checks.path_prefix()
        checks.page_size()
        checks.finish()
        attached = [attached_policy(account, arn) for arn in self._holder(account, name).attached]
        rows = rows_of(attached, lambda policy: f"{policy.name.lower()} {policy.arn}")
        policies, more = page(call, checks, rows, keep=lambda policy: policy.path.startswith(prefix))
        shapes = [{"PolicyName": policy.name, "PolicyArn": policy.arn} for policy in policies]
        return {"AttachedPolicies": shapes, **more}

    def put(self, _world: World, account: Account, call: Call) -> Result:
        """Creates or replaces an inline policy."""
        checks = Checks(call)
        name, policy_name = checks.name(self.parameter), checks.name("PolicyName")
        check_document(checks)
        checks.finish()
        holder = self._changed(account, name)
        text = policy_text(call)
        others = sum(other.size for key, other in holder.inline.items() if key != policy_name)
        if others + text.size > self.inline_size:
            raise limit(f"Maximum policy size of {self.inline_size} bytes exceeded for {self.kind} {name}")
        holder.inline[policy_name] = text
        return {}

    def get(self, _world: World, account: Account, call: Call) -> Result:
        """The text of an inline policy."""
        holder, policy_name, policy = self._inline(account, call)
        return {self.parameter: holder.name, "PolicyName": policy_name, "PolicyDocument": policy.text}

    def delete(self, _world: World, account: Account, call: Call) -> Result:
        """Takes an inline policy away."""
        holder, policy_name, _policy = self._inline(account, call, change=True)
        del holder.inline[policy_name]
        return {}

    def list_inline(self, _world: World, account: Account, call: Call) -> Result:
        """Names of inline policies, in order."""
        checks = Checks(call)
        name = checks.name(self.parameter)
        checks.page_size()
        checks.finish()
        rows = rows_of(self._holder(account, name).inline, str)
        names, more = page(call, checks, rows)
        return {"PolicyNames": names, **more}

    def _holder(self, account: Account, name: str) -> Holder:
        if self.kind == "role":
            return role_named(account, name)
        return user_named(account, name) if self.kind == "user" else group_named(account, name)

    def _changed(self, account: Account, name: str) -> Holder:
        return own_role(account, name) if self.kind == "role" else self._holder(account, name)

    def _inline(
        self, account: Account, call: Call, *, change: bool = False
    ) -> tuple[Holder, str, PolicyText]:
        checks = Checks(call)
        name, policy_name = checks.name(self.parameter), checks.name("PolicyName")
        checks.finish()
        holder = self._changed(account, name) if change else self._holder(account, name)
        policy = holder.inline.get(policy_name)
        if policy is None:
            raise no_such_entity(f"The {self.kind} policy with name {policy_name} cannot be found.")
        return holder, policy_name, policy


USER: Final = HolderPolicies("user", "UserName", 64, 2048)
GROUP: Final = HolderPolicies("group", "GroupName", 128, 5120)
ROLE: Final = HolderPolicies("role", "RoleName", 64, 10240, 20)
