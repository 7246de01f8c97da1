"""What requests for temporary credentials share: session policies, session tags, the credentials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from tutor.account.operations.checks import Checks, policy_text, tags
from tutor.account.policy_text import SESSION, PolicyText
from tutor.account.service_error import ServiceError, denied, invalid_parameter, not_valid
from tutor.account.sessions import Session, SessionKind

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.roles import Role
    from tutor.account.world import Account, World

__all__ = ["Grant", "Passed", "assumed", "issue", "role_to_assume", "session_policies", "session_tags"]

_PACKED: Final = 2048
_MANAGED: Final = 10


@dataclass(frozen=True, slots=True)
class Passed:
    """Session policies: one as text, managed ones by ARN."""

    text: PolicyText | None = None
    arns: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Characters of what was passed."""
        return (len(self.text.text) if self.text is not None else 0) + sum(map(len, self.arns))


@dataclass(frozen=True, slots=True)
class Grant:
    """What a session is to be."""

    seconds: int
    passed: Passed = field(default_factory=Passed)
    tags: dict[str, str] = field(default_factory=dict)
    transitive: tuple[str, ...] = ()
    source_identity: str | None = None
    mfa_at: datetime | None = None
    provider: str | None = None
    claims: dict[str, str] = field(default_factory=dict)
    kind: SessionKind = SessionKind.ROLE
    issuer_id: str = ""
    name: str = ""
    arn: str = ""

    def by(self, kind: SessionKind, issuer_id: str, name: str, arn: str) -> Grant:
        """The same, for this issuer under this name."""
        return replace(self, kind=kind, issuer_id=issuer_id, name=name, arn=arn)

    def packed_size(self) -> Result:
        """PackedPolicySize, a percentage, if policies or tags were passed."""
        size = self.passed.size + sum(len(key) + len(value) for key, value in self.tags.items())
        return {"PackedPolicySize": max(1, -(-size * 100 // _PACKED))} if size else {}


def role_to_assume(world: World, call: Call) -> tuple[Account, Role]:
    """The role that RoleArn names; one that is not there is denied like one that may not be assumed."""
    arn = call.required("RoleArn")
    fields = arn.split(":", 5)
    if len(fields) < 6 or fields[:3] != ["arn", "aws", "iam"] or not fields[5].startswith("role/"):
        raise not_valid(f"{arn} is invalid")
    found = world.role(arn)
    if found is None:
        raise denied(
            f"User: {call.caller.principal.arn} is not authorized to perform: "
            f"sts:{call.operation} on resource: {arn}"
        )
    return found


def session_policies(account: Account, call: Call, checks: Checks) -> Passed:
    """The session policies of a request; finishes the checks."""
    listed = call.parameters.get("PolicyArns") or ()
    assert isinstance(listed, Sequence)
    checks.must(len(listed) <= _MANAGED, "PolicyArns", f"have length less than or equal to {_MANAGED}")
    if call.operation != "AssumeRole" and call.text("Policy"):
        checks.length("Policy", 1, _PACKED)  # AssumeRole's has no length of its own, only a packed size
    checks.finish()
    arns = tuple(str(part["arn"]) for part in listed if isinstance(part, Mapping))
    text = None if not call.text("Policy") else policy_text(call, "Policy", SESSION)
    for arn in arns:
        if account.policy(arn) is None:
            raise not_valid(f"Policy {arn} does not exist or is not attachable.")
    passed = Passed(text, arns)
    if passed.size > _PACKED:
        percent = -(-passed.size * 100 // _PACKED)
        raise ServiceError(
            "PackedPolicyTooLarge",
            f"Packed policy consumes {percent}% of allotted space, please use smaller policy.",
            400,
        )
    return passed


def session_tags(
    call: Call, checks: Checks, calling: Session | None
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Session tags and the keys that go on, with those that a chain hands down; finishes the checks."""
    given = tags(call, checks, fold=True)
    listed = call.parameters.get("TransitiveTagKeys") or ()
    assert isinstance(listed, Sequence)
    asked = tuple(str(key) for key in listed)
    known = {key.lower() for key in given}
    if not all(key.lower() in known for key in asked):
        raise invalid_parameter("The specified transitive tag key must be included in the requested tags.")
    if calling is None:
        return given, asked
    handed = {key: calling.tags[key] for key in calling.transitive}
    if known & {key.lower() for key in handed}:
        raise invalid_parameter(
            "One of the specified transitive tag keys can't be set because it conflicts with a "
            "transitive tag key from the calling session."
        )
    return {**handed, **given}, (*handed, *asked)


def assumed(world: World, call: Call, role: Role, name: str, grant: Grant) -> Result:
    """A session of a role, and its answer."""
    account = world.accounts[role.arn.split(":")[4]]
    arn = f"arn:aws:sts::{account.account_id}:assumed-role/{role.name}/{name}"
    answer: Result = {
        "Credentials": issue(world, call, account, grant.by(SessionKind.ROLE, role.role_id, name, arn)),
        "AssumedRoleUser": {"AssumedRoleId": f"{role.role_id}:{name}", "Arn": arn},
        **grant.packed_size(),
    }
    return answer | ({} if grant.source_identity is None else {"SourceIdentity": grant.source_identity})


def issue(world: World, call: Call, account: Account, grant: Grant) -> Result:
    """New temporary credentials; their secret and token are shown this once."""
    now = call.moment(world)
    session = Session(
        key_id=call.mint.session_key_id(),
        secret=call.mint.secret(),
        token=call.mint.session_token(),
        kind=grant.kind,
        account_id=account.account_id,
        issuer_id=grant.issuer_id,
        name=grant.name,
        arn=grant.arn,
        issued=now,
        expires=now + timedelta(seconds=grant.seconds),
        policy=grant.passed.text,
        policy_arns=grant.passed.arns,
        tags=grant.tags,
        transitive=grant.transitive,
        source_identity=grant.source_identity,
        mfa_at=grant.mfa_at,
        provider=grant.provider,
        claims=grant.claims,
    )
    world.sessions[session.key_id] = session
    return {
        "AccessKeyId": session.key_id,
        "SecretAccessKey": session.secret,
        "SessionToken": session.token,
        "Expiration": session.expires,
    }
