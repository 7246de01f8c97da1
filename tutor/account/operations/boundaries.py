"""Permissions boundaries of users and roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, policy_arn
from tutor.account.operations.find import own_role, user_named
from tutor.account.service_error import no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.entities import User
    from tutor.account.roles import Role
    from tutor.account.world import Account, World

__all__ = ["ROLE", "USER", "Boundaries"]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The boundary operations of one kind of identity."""

    kind: str
    parameter: str

    def put(self, _world: World, account: Account, call: Call) -> Result:
        """Sets or replaces the boundary; it grants nothing."""
        checks = Checks(call)
        name = checks.name(self.parameter, 64)
        arn = policy_arn(checks, "PermissionsBoundary")
        identity = self._identity(account, name)
        if account.policy(arn) is None:
            raise no_such_entity(f"Scope ARN: {arn} does not exist or is not attachable.")
        if identity.boundary is not None:
            account.unbound(f"{self.kind}/{name}", identity.boundary)
        identity.boundary = arn
        account.bound(f"{self.kind}/{name}", arn)
        return {}

    def delete(self, _world: World, account: Account, call: Call) -> Result:
        """Takes the boundary away; without one it is an error."""
        checks = Checks(call)
        name = checks.name(self.parameter, 64)
        checks.finish()
        identity = self._identity(account, name)
        if identity.boundary is None:
            kind = self.kind.capitalize()
            raise no_such_entity(f"{kind} {name} does not have a permission boundary attached")
        account.unbound(f"{self.kind}/{name}", identity.boundary)
        identity.boundary = None
        return {}

    def _identity(self, account: Account, name: str) -> User | Role:
        return own_role(account, name) if self.kind == "role" else user_named(account, name)


USER: Final = Boundaries("user", "UserName")
ROLE: Final = Boundaries("role", "RoleName")
