"""User names and passwords for single services."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tutor.account.credentials import ServiceCredential
from tutor.account.operations.checks import Checks
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.user_keys import listed, own_or_named
from tutor.account.service_error import ServiceError, limit, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.entities import User
    from tutor.account.world import Account, World

__all__ = [
    "create_service_specific_credential",
    "delete_service_specific_credential",
    "list_service_specific_credentials",
    "reset_service_specific_credential",
    "update_service_specific_credential",
]

_PER_SERVICE: Final = 2
_SERVICES: Final = ("codecommit.amazonaws.com", "cassandra.amazonaws.com", "bedrock.amazonaws.com")
_LONGEST_LIFE: Final = 36600


def create_service_specific_credential(world: World, account: Account, call: Call) -> Result:
    """A new credential; its password is shown this once."""
    checks = Checks(call)
    service = call.required("ServiceName")
    days = checks.number("CredentialAgeDays", 1, _LONGEST_LIFE, 0)
    user = own_or_named(account, call, checks)
    if service not in _SERVICES:
        message = f"The specified service {service} does not support this operation."
        raise ServiceError("NotSupportedService", message, 404)
    held = [other for other in user.service_credentials.values() if other.service == service]
    if len(held) >= _PER_SERVICE:
        raise limit(f"Cannot exceed quota for ServiceSpecificCredentialsPerUser: {_PER_SERVICE}")
    now = call.moment(world)
    number = "" if not held else f"+{len(held)}"
    credential = ServiceCredential(
        call.mint.entity_id("ACCA"),
        service,
        f"{user.name}{number}-at-{account.account_id}",
        call.mint.secret(),
        now,
        now + timedelta(days=days) if days else None,
    )
    user.service_credentials[credential.credential_id] = credential
    return {"ServiceSpecificCredential": _shape(user, credential, secret=True)}


def _shape(user: User, credential: ServiceCredential, *, secret: bool = False) -> Result:
    shape: Result = {
        "UserName": user.name,
        "Status": credential.status,
        "ServiceUserName": credential.user_name,
        "CreateDate": credential.created,
        "ServiceSpecificCredentialId": credential.credential_id,
        "ServiceName": credential.service,
    }
    if credential.expires is not None:
        shape["ExpirationDate"] = credential.expires
    return shape | ({"ServicePassword": credential.secret} if secret else {})


def _owned(account: Account, call: Call, checks: Checks) -> tuple[User, ServiceCredential]:
    credential_id = checks.length("ServiceSpecificCredentialId", 20, 128)
    user = own_or_named(account, call, checks)
    credential = user.service_credentials.get(credential_id)
    if credential is None:
        raise no_such_entity(f"No such credential {credential_id} exists")
    return user, credential


def list_service_specific_credentials(_world: World, account: Account, call: Call) -> Result:
    """The credentials of a user, or of all users, without passwords."""
    checks = Checks(call)
    checks.page_size()
    service = call.text("ServiceName")
    if call.parameters.get("AllUsers") is True:
        checks.finish()
        held = [(user, one) for user in account.users.values() for one in user.service_credentials.values()]
        pairs, more = page(call, checks, rows_of(held, lambda pair: pair[1].credential_id))
    else:
        user = own_or_named(account, call, checks)
        credentials, more = listed(user.service_credentials, call, checks)
        pairs = [(user, credential) for credential in credentials]
    shapes = [_shape(*pair) for pair in pairs if service in (None, pair[1].service)]
    return {"ServiceSpecificCredentials": shapes, **more}


def update_service_specific_credential(_world: World, account: Account, call: Call) -> Result:
    """Makes a credential Active or Inactive."""
    checks = Checks(call)
    status = checks.choice("Status", ("Active", "Inactive"), "")
    user, credential = _owned(account, call, checks)
    user.service_credentials[credential.credential_id] = replace(credential, status=status)
    return {}


def reset_service_specific_credential(_world: World, account: Account, call: Call) -> Result:
    """A new password, shown this once."""
    user, credential = _owned(account, call, Checks(call))
    credential = replace(credential, secret=call.mint.secret())
    user.service_credentials[credential.credential_id] = credential
    return {"ServiceSpecificCredential": _shape(user, credential, secret=True)}


def delete_service_specific_credential(_world: World, account: Account, call: Call) -> Result:
    """Takes a credential away."""
    user, credential = _owned(account, call, Checks(call))
    del user.service_credentials[credential.credential_id]
    return {}
