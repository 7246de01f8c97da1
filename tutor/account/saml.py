"""Assertions of SAML providers."""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha1
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from tutor.account.clock import format_time, parse_time
from tutor.account.federation import Federated, account_of_role, refused, signature
from tutor.account.service_error import ServiceError

if TYPE_CHECKING:
    from tutor.account.providers import SamlProvider
    from tutor.account.world import World

__all__ = ["saml_assertion", "saml_identity"]

_SAML: Final = "{urn:oasis:names:tc:SAML:2.0:assertion}"
_ATTRIBUTE: Final = "https://aws.amazon.com/SAML/Attributes/"
_AUDIENCE: Final = "https://signin.aws.amazon.com/saml"


def saml_assertion(
    provider: SamlProvider,
    subject: str,
    attributes: Mapping[str, Sequence[str]],
    at: datetime,
    *,
    minutes: int = 5,
) -> str:
    """The assertion that a user of the provider gets on signing in there, in base64.

    `attributes` are AWS's, by the last part of their names: `Role` holds the ARNs of the roles on offer,
    `RoleSessionName` is the subject if it is not given.
    """
    rows = [
        (name, f"{value},{provider.arn}" if name == "Role" else value)
        for name, values in {"RoleSessionName": (subject,), **attributes}.items()
        for value in values
    ]
    listed = "".join(
        f'<saml:Attribute Name="{escape(_ATTRIBUTE + name)}"><saml:AttributeValue>{escape(value)}'
        "</saml:AttributeValue></saml:Attribute>"
        for name, value in rows
    )
    body = (
        f'<saml:Assertion xmlns:saml="{_SAML[1:-1]}"><saml:Issuer>{escape(_issuer(provider))}</saml:Issuer>'
        f"<saml:Subject><saml:NameID>{escape(subject)}</saml:NameID></saml:Subject>"
        f'<saml:Conditions NotOnOrAfter="{format_time(at + timedelta(minutes=minutes))}">'
        f"<saml:AudienceRestriction><saml:Audience>{_AUDIENCE}</saml:Audience></saml:AudienceRestriction>"
        f"</saml:Conditions><saml:AttributeStatement>{listed}</saml:AttributeStatement></saml:Assertion>"
    )
    return b64encode(f"{body}<!--{signature(provider.secret, body)}-->".encode()).decode()


def _issuer(provider: SamlProvider) -> str:
    return f"https://idp.example.com/saml/{provider.name}"


def saml_identity(world: World, parameters: Mapping[str, object], at: datetime) -> Federated:
    """Whom a SAMLAssertion is about; raises InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim."""
    arn = str(parameters.get("PrincipalArn", ""))
    account = account_of_role(world, parameters)
    provider = None if account is None else account.saml_providers.get(arn)
    if account is None or provider is None:
        raise refused("Specified provider doesn't exist (Service: AWSOpenIdDiscoveryService)")
    try:
        text = b64decode(str(parameters.get("SAMLAssertion", "")), validate=True).decode()
        body, _, found = text.rpartition("<!--")
        if "<!DOCTYPE" in text:
            raise ValueError("no document types")
        assertion = ElementTree.fromstring(body)
        subject = assertion.findtext(f".//{_SAML}NameID") or ""
        conditions = assertion.find(f"{_SAML}Conditions")
        expires = parse_time(conditions.attrib["NotOnOrAfter"] if conditions is not None else "")
    except (ValueError, LookupError, ElementTree.ParseError):
        raise refused("Invalid SAML assertion") from None
    if not hmac.compare_digest(signature(provider.secret, body).encode(), found[:-3].encode()):
        raise refused("Response signature invalid")
    if at >= expires:
        message = "Response has expired (Service: AWSSecurityTokenService)"
        raise ServiceError("ExpiredTokenException", message, 400)
    attributes = _attributes(assertion)
    offered = frozenset(
        role for role, _, by in (value.partition(",") for value in attributes.get("Role", ())) if by == arn
    )
    role = str(parameters.get("RoleArn", ""))
    if role not in offered:
        raise ServiceError("IDPRejectedClaim", f"Role {role} is not offered by the assertion.", 403)
    issuer = assertion.findtext(f"{_SAML}Issuer") or ""
    qualifier = b64encode(
        sha1(f"{issuer}{account.account_id}/{provider.name}".encode(), usedforsecurity=False).digest()
    ).decode()
    longest = attributes.get("SessionDuration", ("",))[0]
    return Federated(
        arn,
        account.account_id,
        arn,
        subject,
        _AUDIENCE,
        issuer,
        {
            "saml:sub": subject,
            "saml:aud": _AUDIENCE,
            "saml:iss": issuer,
            "saml:namequalifier": qualifier,
            "saml:sub_type": "persistent",
        },
        {
            name.removeprefix("PrincipalTag:"): values[0]
            for name, values in attributes.items()
            if name.startswith("PrincipalTag:")
        },
        attributes.get("TransitiveTagKeys", ()),
        attributes.get("SourceIdentity", (None,))[0],
        offered,
        attributes.get("RoleSessionName", (subject,))[0],
        int(longest) if longest.isdigit() else None,
    )


def _attributes(assertion: ElementTree.Element) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for attribute in assertion.iter(f"{_SAML}Attribute"):
        name = attribute.attrib.get("Name", "").removeprefix(_ATTRIBUTE)
        values = tuple(value.text or "" for value in attribute.iter(f"{_SAML}AttributeValue"))
        found[name] = (*found.get(name, ()), *values)
    return found
