"""TLS certificates that IAM keeps for load balancers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.credentials import ServerCertificate
from tutor.account.operations.checks import Checks, tags
from tutor.account.operations.find import server_certificate
from tutor.account.operations.paging import page
from tutor.account.operations.shapes import tag_list
from tutor.account.service_error import ServiceError, exists, limit

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "delete_server_certificate",
    "get_server_certificate",
    "list_server_certificates",
    "update_server_certificate",
    "upload_server_certificate",
]

_CERTIFICATES: Final = 20
_PEM: Final = re.compile(r"\s*-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----\s*")


def _arn(account: Account, path: str, name: str) -> str:
    return f"arn:aws:iam::{account.account_id}:server-certificate{path}{name}"


def upload_server_certificate(world: World, account: Account, call: Call) -> Result:
    """Keeps a certificate; the private key is looked at and never shown again."""
    checks = Checks(call)
    name, path = checks.name("ServerCertificateName"), checks.path()
    body = checks.length("CertificateBody", 1, 16384)
    key = call.parameters.get("PrivateKey")
    chain = call.text("CertificateChain")
    given_tags = tags(call, checks, fold=False)
    if _PEM.fullmatch(body) is None or not key:
        raise ServiceError("MalformedCertificate", "Unable to parse certificate.", 400)
    if account.server_certificates.labelled(name.lower()) is not None:
        raise exists(f"The Server Certificate with name {name} already exists.")
    if len(account.server_certificates) >= _CERTIFICATES:
        raise limit(f"Cannot exceed quota for ServerCertificatesPerAccount: {_CERTIFICATES}")
    certificate = ServerCertificate(
        name,
        path,
        call.mint.entity_id("ASCA"),
        _arn(account, path, name),
        call.moment(world),
        body,
        chain,
        given_tags,
    )
    account.server_certificates[name] = certificate
    shape: Result = {"ServerCertificateMetadata": _metadata(certificate)}
    return shape | ({"Tags": tag_list(given_tags)} if given_tags else {})


def _metadata(certificate: ServerCertificate) -> Result:
    return {
        "Path": certificate.path,
        "ServerCertificateName": certificate.name,
        "ServerCertificateId": certificate.certificate_id,
        "Arn": certificate.arn,
        "UploadDate": certificate.uploaded,
    }


def _named(account: Account, call: Call) -> ServerCertificate:
    checks = Checks(call)
    name = checks.name("ServerCertificateName")
    checks.finish()
    return server_certificate(account, name)


def get_server_certificate(_world: World, account: Account, call: Call) -> Result:
    """A certificate with its body and chain."""
    certificate = _named(account, call)
    shape: Result = {
        "ServerCertificateMetadata": _metadata(certificate),
        "CertificateBody": certificate.body,
        "Tags": tag_list(certificate.tags),
    }
    if certificate.chain is not None:
        shape["CertificateChain"] = certificate.chain
    return {"ServerCertificate": shape}


def list_server_certificates(_world: World, account: Account, call: Call) -> Result:
    """Certificates in name order, without bodies."""
    checks = Checks(call)
    prefix = checks.path_prefix()
    rows = account.server_certificates.after
    certificates, more = page(call, checks, rows, keep=lambda held: held.path.startswith(prefix))
    return {"ServerCertificateMetadataList": [_metadata(held) for held in certificates], **more}


def update_server_certificate(_world: World, account: Account, call: Call) -> Result:
    """Renames or moves a certificate."""
    checks = Checks(call)
    name = checks.name("ServerCertificateName")
    new_name = (
        name if call.text("NewServerCertificateName") is None else checks.name("NewServerCertificateName")
    )
    path = None if call.text("NewPath") is None else checks.path("NewPath")
    checks.finish()
    certificate = server_certificate(account, name)
    taken = account.server_certificates.labelled(new_name.lower())
    if taken is not None and taken.name != name:
        raise exists(f"The Server Certificate with name {new_name} already exists.")
    path = certificate.path if path is None else path
    del account.server_certificates[name]
    account.server_certificates[new_name] = replace(
        certificate, name=new_name, path=path, arn=_arn(account, path, new_name)
    )
    return {}


def delete_server_certificate(_world: World, account: Account, call: Call) -> Result:
    """Takes a certificate away."""
    del account.server_certificates[_named(account, call).name]
    return {}
