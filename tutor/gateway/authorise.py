"""May they: puts each need of a request to the evaluator, with the policies that apply to the caller."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tutor.gateway.callers import caller_context
from tutor.gateway.organization import organization_keys
from tutor.gateway.policies import policies_met
from tutor.gateway.scene import Need
from tutor.policy import Context, Decision, PolicySet, Request, decide
from tutor.policy.arn import account_of
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Caller, Session, World

GLOBAL_REGION: Final = "us-east-1"
"""aws:RequestedRegion of IAM and the other services without regions."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, with which credentials, when and from where."""

    caller: "Caller"
    at: datetime
    circumstances: Mapping[str, ContextSource | None] = field(default_factory=dict)
    """None for a key that the request does not carry, whatever else would put it there."""
    arrival: Mapping[str, ContextSource] = field(default_factory=dict)
    """Keys of how the request came, which count only if a policy names them."""
    session: "Session | None" = None
    """The session that the credentials are of; None for long-term ones."""


def decision_on(need: Need, asker: Asker, world: "World") -> Decision:
    """What the evaluator says to one need of a caller."""
    caller = asker.caller
    policies = policies_met(world, caller, asker.session, need)
    owner = need.resource_account or account_of(need.resource) or caller.principal.account
    context: dict[str, ContextSource | None] = {
        **caller_context(caller, world, asker.session, asker.at),
        **_owner_keys(world, owner),
        **need.context,
        **asker.circumstances,
        **_asked_for(policies, asker.arrival),
    }
    if need.action.startswith("s3:"):
        context["s3:ResourceAccount"] = owner
    request = Request(caller.principal, need.action, need.resource, owner or None, _carried(context))
    return decide(request, policies)


def _carried(context: Mapping[str, ContextSource | None]) -> Context:
    """The context without the keys that are taken away; names ignore case, and the last one counts."""
    last = {key.lower(): value for key, value in context.items()}
    return Context.of({key: value for key, value in last.items() if value is not None})


def circumstances_of(
    at: datetime,
    *,
    source_ip: str,
    region: str = GLOBAL_REGION,
    secure: bool = True,
) -> dict[str, ContextSource]:
    """The condition keys that every request carries, whoever sends it (spec/iam-facts.md 5)."""
    return {
        "aws:CurrentTime": f"{at.isoformat()[:19]}Z",
        "aws:EpochTime": int(at.timestamp()),
        "aws:SourceIp": source_ip,
        "aws:SecureTransport": secure,
        "aws:RequestedRegion": region,
        "aws:ViaAWSService": False,
    }


def _asked_for(policies: PolicySet, arrival: Mapping[str, ContextSource]) -> dict[str, ContextSource]:
    """Those keys that any policy speaks of, as a condition key or in a variable."""
    attached = [*policies.identity, *policies.session]
    attached += [policy for policy in (policies.resource, policies.boundary) if policy is not None]
    for level in (*policies.service_control, *policies.resource_control):
        attached += level
    texts = [policy.document.text for policy in attached]
    return {key: value for key, value in arrival.items() if any(_speaks_of(text, key) for text in texts)}


@lru_cache(maxsize=512)
def _speaks_of(text: str, key: str) -> bool:
    return key.lower() in text.lower()


def _owner_keys(world: "World", owner: str) -> dict[str, ContextSource]:
    if not owner:
        return {}
    return {"aws:ResourceAccount": owner, **organization_keys(world, owner, "Resource")}
