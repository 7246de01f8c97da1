"""Rows of the decision table (spec/iam-facts.md 3.4) that the sandbox can set up with real entities."""

from dataclasses import dataclass
from typing import Final

ALLOW, IMPLICIT, EXPLICIT = "allowed", "implicitDeny", "explicitDeny"
IDENTITY, RESOURCE, BOUNDARY = "identityPolicy", "resourcePolicy", "permissionsBoundary"
SESSION, SCP, RCP = "sessionPolicy", "serviceControlPolicy", "resourceControlPolicy"


@dataclass(frozen=True, slots=True)
class Row:
    """`A` allows, `D` denies, `I` allows only something else; what is left out does not exist."""

    number: str
    who: str
    """user, role, federated, token (GetSessionToken), root or anonymous."""
    outcome: str
    why: str | None = None
    identity: str = ""
    """Policies of the caller's identity; `g` before a letter: through a group."""
    resource: str = ""
    """A or D and whom the bucket policy names."""
    boundary: str = ""
    session: str = ""
    organization: str = ""
    """SCP or RCP, its letter, and over which account: home, other, or a unit above home."""
    cross: bool = False
    """The bucket belongs to another account."""
    management: bool = False
    """Home is the management account."""


USERS = [
    Row("1", "user", IMPLICIT, IDENTITY),
    Row("2", "user", ALLOW, identity="A"),
    Row("3", "user", EXPLICIT, IDENTITY, "A D"),
    Row("4", "user", ALLOW, identity="gA"),
    Row("5", "user", EXPLICIT, IDENTITY, "A gD"),
    Row("6", "user", IMPLICIT, IDENTITY, "I"),
    Row("7", "user", ALLOW, resource="A user"),
    Row("8", "user", IMPLICIT, IDENTITY, resource="A account"),
    Row("9", "user", ALLOW, identity="A", resource="A account"),
    Row("10", "user", ALLOW, resource="A *"),
    Row("11", "user", ALLOW, identity="A", resource="A other"),
    Row("12", "user", EXPLICIT, RESOURCE, "A", "D user"),
    Row("13", "user", EXPLICIT, RESOURCE, "A", "D account"),
    Row("14", "user", EXPLICIT, IDENTITY, "D", "A user"),
    Row("15", "user", IMPLICIT, BOUNDARY, "A", boundary="I"),
    Row("16", "user", ALLOW, identity="A", boundary="A"),
    Row("17", "user", IMPLICIT, IDENTITY, boundary="A"),
    Row("18", "user", EXPLICIT, BOUNDARY, "A", boundary="D"),
    Row("19", "user", ALLOW, resource="A user", boundary="I"),
    Row("20", "user", EXPLICIT, BOUNDARY, resource="A user", boundary="D"),
]

ORGANIZATIONS = [
    Row("21", "user", IMPLICIT, SCP, "A", organization="SCP I unit"),
    Row("22", "user", EXPLICIT, SCP, "A", organization="SCP D home"),
    Row("23", "user", IMPLICIT, SCP, resource="A user", organization="SCP I unit"),
    Row("24", "user", IMPLICIT, IDENTITY, organization="SCP A home"),
    Row("25", "user", ALLOW, identity="A", organization="SCP D home", management=True),
    Row("26", "user", EXPLICIT, RCP, "A", organization="RCP D home"),
    Row("27", "user", ALLOW, identity="A", organization="RCP D home", management=True),
    Row("28", "user", ALLOW, identity="A", boundary="A", organization="SCP A home"),
    Row("29", "root", ALLOW),
    Row("30", "root", EXPLICIT, SCP, organization="SCP D home"),
    Row("31", "root", EXPLICIT, RCP, organization="RCP D home"),
    Row("32", "root", ALLOW, organization="SCP D home", management=True),
    Row("33", "root", EXPLICIT, RESOURCE, resource="D *"),
    Row("65", "user", EXPLICIT, SCP, "A", "A user", organization="SCP D home", cross=True),
    Row("66", "user", ALLOW, identity="A", resource="A user", organization="SCP D other", cross=True),
    Row("67", "user", EXPLICIT, RCP, "A", "A user", organization="RCP D other", cross=True),
    Row("68", "user", ALLOW, identity="A", resource="A user", organization="RCP D home", cross=True),
]

SESSIONS = [
    Row("34", "role", ALLOW, identity="A"),
    Row("35", "role", IMPLICIT, SESSION, "A", session="I"),
    Row("36", "role", ALLOW, identity="A", session="A"),
    Row("37", "role", IMPLICIT, IDENTITY, session="A"),
    Row("38", "role", IMPLICIT, BOUNDARY, "A", boundary="I", session="A"),
    Row("39", "role", ALLOW, resource="A role"),
    Row("40", "role", IMPLICIT, BOUNDARY, resource="A role", boundary="I"),
    Row("41", "role", IMPLICIT, SESSION, resource="A role", session="I"),
    Row("42", "role", ALLOW, resource="A role", boundary="A", session="A"),
    Row("43", "role", ALLOW, resource="A session", boundary="I", session="I"),
    Row("44", "role", EXPLICIT, BOUNDARY, resource="A session", boundary="D"),
    Row("45", "role", IMPLICIT, IDENTITY, resource="A other-session"),
    Row("46", "role", ALLOW, resource="A if-role", boundary="I", session="I"),
    Row("47", "role", IMPLICIT, IDENTITY, resource="A if-session"),
    Row("50", "token", ALLOW, identity="A"),
    Row("51", "federated", ALLOW, identity="A", session="A"),
    Row("52", "federated", IMPLICIT, SESSION, "A"),
    Row("53", "federated", IMPLICIT, IDENTITY, session="A"),
    Row("54", "federated", ALLOW, resource="A federated", boundary="I"),
    Row("55", "federated", IMPLICIT, SESSION, resource="A user", session="I"),
    Row("56", "federated", IMPLICIT, BOUNDARY, resource="A user", boundary="I", session="A"),
]

CROSSING = [
    Row("57", "user", ALLOW, identity="A", resource="A user", cross=True),
    Row("58", "user", ALLOW, identity="A", resource="A account", cross=True),
    Row("59", "user", IMPLICIT, RESOURCE, "A", cross=True),
    Row("60", "user", IMPLICIT, IDENTITY, resource="A user", cross=True),
    Row("61", "user", IMPLICIT, IDENTITY, resource="A *", cross=True),
    Row("62", "user", ALLOW, identity="A", resource="A *", cross=True),
    Row("63", "user", IMPLICIT, BOUNDARY, "A", "A user", boundary="I", cross=True),
    Row("64", "role", IMPLICIT, IDENTITY, resource="A session", cross=True),
    Row("72", "anonymous", ALLOW, resource="A *"),
    Row("73", "anonymous", IMPLICIT, RESOURCE, resource="A account"),
    Row("84", "user", ALLOW, identity="A", resource="D not-user"),
    Row("85", "user", EXPLICIT, RESOURCE, "A", "D not-other"),
    Row("86", "user", EXPLICIT, RESOURCE, "A", "D not-user", boundary="A"),
]

NOT_SET_UP: Final = {
    "48": "no command gives the credentials of a service-linked role to anybody but its service",
    "49": "no command gives the credentials of a service-linked role to anybody but its service",
    "69": "the sandbox has one partition",
    "70": "no service of the sandbox calls in its own name",
    "71": "no service of the sandbox calls in its own name",
    "74": "the sandbox has no KMS",
    "75": "the sandbox has no KMS",
}
"""Rows that have no real entities here, and why; the evaluator's own tests decide them."""
