"""SSH public keys and signing certificates of users."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from hashlib import md5
from typing import TYPE_CHECKING, Any, Final

from tutor.account.credentials import SigningCertificate, SshKey
from tutor.account.entities import User
from tutor.account.operations.checks import Checks
from tutor.account.operations.find import key_owner, user_named
from tutor.account.operations.paging import page, rows_of
from tutor.account.service_error import ServiceError, limit, no_such_entity

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "delete_signing_certificate",
    "delete_ssh_public_key",
    "get_ssh_public_key",
    "list_signing_certificates",
    "list_ssh_public_keys",
    "listed",
    "own_or_named",
    "update_signing_certificate",
    "update_ssh_public_key",
    "upload_signing_certificate",
    "upload_ssh_public_key",
]

_SSH_KEYS: Final = 5
_CERTIFICATES: Final = 2
_SSH: Final = re.compile(r"ssh-rsa ([A-Za-z0-9+/=]+)(?: .*)?\s*")
_PEM: Final = re.compile(r"\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*")
_STATES: Final = ("Active", "Inactive")


def own_or_named(account: Account, call: Call, checks: Checks) -> User:
    """The user named, else the caller; finishes the checks."""
    name = checks.optional_name("UserName")
    checks.finish()
    owner = user_named(account, name) if name is not None else key_owner(account, call, None)
    if not isinstance(owner, User):
        raise no_such_entity(f"The user with name {owner.account_id} cannot be found.")
    return owner


def listed(held: dict[str, Any], call: Call, checks: Checks) -> tuple[list[Any], dict[str, object]]:
    """A page of what a user holds, by id."""
    pairs, more = page(call, checks, rows_of(held.items(), lambda pair: pair[0]))
    return [item for _key, item in pairs], more


def upload_ssh_public_key(world: World, account: Account, call: Call) -> Result:
    """A public key for CodeCommit."""
    checks = Checks(call)
    body = checks.length("SSHPublicKeyBody", 1, 16384)
    user = own_or_named(account, call, checks)
    found = _SSH.fullmatch(body)
    if found is None:
        raise ServiceError("UnrecognizedPublicKeyEncoding", "Unable to parse the public key.", 400)
    digest = md5(b64decode(found[1] + "=="), usedforsecurity=False).hexdigest()
    fingerprint = ":".join(digest[place : place + 2] for place in range(0, 32, 2))
    if any(key.fingerprint == fingerprint for key in user.ssh_keys.values()):
        message = "The SSH public key is already associated with the specified IAM user."
        raise ServiceError("DuplicateSSHPublicKey", message, 400)
    if len(user.ssh_keys) >= _SSH_KEYS:
        raise limit(f"Cannot exceed quota for SSHPublicKeysPerUser: {_SSH_KEYS}")
    key = SshKey(call.mint.entity_id("APKA"), body, fingerprint, call.moment(world))
    user.ssh_keys[key.key_id] = key
    return {"SSHPublicKey": _ssh_shape(user, key, full=True)}


def _ssh_shape(user: User, key: SshKey, *, full: bool = False) -> Result:
    shape: Result = {
        "UserName": user.name,
        "SSHPublicKeyId": key.key_id,
        "Status": key.status,
        "UploadDate": key.uploaded,
    }
    return shape | ({"Fingerprint": key.fingerprint, "SSHPublicKeyBody": key.body} if full else {})


def _ssh_key(account: Account, call: Call, checks: Checks) -> tuple[User, SshKey]:
    key_id = checks.length("SSHPublicKeyId", 20, 128)
    user = own_or_named(account, call, checks)
    key = user.ssh_keys.get(key_id)
    if key is None:
        raise no_such_entity(f"The Public Key with id {key_id} cannot be found.")
    return user, key


def get_ssh_public_key(_world: World, account: Account, call: Call) -> Result:
    """A key with its body."""
    return {"SSHPublicKey": _ssh_shape(*_ssh_key(account, call, Checks(call)), full=True)}


def list_ssh_public_keys(_world: World, account: Account, call: Call) -> Result:
    """The keys of a user, without bodies."""
    checks = Checks(call)
    checks.page_size()
    user = own_or_named(account, call, checks)
    keys, more = listed(user.ssh_keys, call, checks)
    return {"SSHPublicKeys": [_ssh_shape(user, key) for key in keys], **more}


def update_ssh_public_key(_world: World, account: Account, call: Call) -> Result:
    """Makes a key Active or Inactive."""
    checks = Checks(call)
    status = checks.choice("Status", _STATES, "")
    user, key = _ssh_key(account, call, checks)
    user.ssh_keys[key.key_id] = replace(key, status=status)
    return {}


def delete_ssh_public_key(_world: World, account: Account, call: Call) -> Result:
    """Takes a key away."""
    user, key = _ssh_key(account, call, Checks(call))
    del user.ssh_keys[key.key_id]
    return {}


def upload_signing_certificate(world: World, account: Account, call: Call) -> Result:
    """An X.509 certificate of a user."""
    checks = Checks(call)
    body = checks.length("CertificateBody", 1, 16384)
    user = own_or_named(account, call, checks)
    if _PEM.fullmatch(body) is None:
        raise ServiceError("MalformedCertificate", "Certificate Body is malformed or expired.", 400)
    if any(held.body == body for held in user.certificates.values()):
        raise ServiceError("DuplicateCertificate", "Certificate already exists.", 409)
    if len(user.certificates) >= _CERTIFICATES:
        raise limit(f"Cannot exceed quota for CertificatesPerUser: {_CERTIFICATES}")
    made = SigningCertificate(call.mint.entity_id("ASCA") + "CERT", body, call.moment(world))
    user.certificates[made.certificate_id] = made
    return {"Certificate": _certificate_shape(user, made)}


def _certificate_shape(user: User, certificate: SigningCertificate) -> Result:
    return {
        "UserName": user.name,
        "CertificateId": certificate.certificate_id,
        "CertificateBody": certificate.body,
        "Status": certificate.status,
        "UploadDate": certificate.uploaded,
    }


def _certificate(account: Account, call: Call, checks: Checks) -> tuple[User, SigningCertificate]:
    certificate_id = checks.length("CertificateId", 24, 128)
    user = own_or_named(account, call, checks)
    certificate = user.certificates.get(certificate_id)
    if certificate is None:
        raise no_such_entity(f"The Certificate with id {certificate_id} cannot be found.")
    return user, certificate


def list_signing_certificates(_world: World, account: Account, call: Call) -> Result:
    """The certificates of a user."""
    checks = Checks(call)
    checks.page_size()
    user = own_or_named(account, call, checks)
    certificates, more = listed(user.certificates, call, checks)
    return {"Certificates": [_certificate_shape(user, held) for held in certificates], **more}


def update_signing_certificate(_world: World, account: Account, call: Call) -> Result:
    """Makes a certificate Active or Inactive."""
    checks = Checks(call)
    status = checks.choice("Status", _STATES, "")
    user, certificate = _certificate(account, call, checks)
    user.certificates[certificate.certificate_id] = replace(certificate, status=status)
    return {}


def delete_signing_certificate(_world: World, account: Account, call: Call) -> Result:
    """Takes a certificate away."""
    user, certificate = _certificate(account, call, Checks(call))
    del user.certificates[certificate.certificate_id]
    return {}
