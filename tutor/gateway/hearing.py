"""What the evaluator is asked about one request, and what comes of it: at the door, and again later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.gateway.arrival import SECURE
from tutor.gateway.authorise import Asker, circumstances_of, decision_on
from tutor.gateway.callers import mfa_keys
from tutor.gateway.needs import needs_of
from tutor.gateway.piecewise import PIECEWISE
from tutor.gateway.scene import Need, Scene
from tutor.policy import Decision, PrincipalKind
from tutor.policy.arn import account_of
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import Caller, RequestRecord, Session, World

Heard = tuple[tuple[Need, Decision], ...]
"""Each permission that was asked for, and the answer; nothing is asked after one that was refused.

A piecewise request (`tutor.gateway.piecewise`) is asked about to its end.
"""


@dataclass(frozen=True, slots=True)
class Petition:
    """One request as the evaluator gets to see it."""

    action: str
    """Such as `iam:CreateUser`: botocore's operation name."""
    parameters: Mapping[str, object]
    """Sealed: a code of an MFA device stands there with the step that it is good for."""
    caller: "Caller"
    account_id: str
    """The account that the request acts in."""
    at: datetime
    source_ip: str
    region: str
    arrival: Mapping[str, ContextSource]
    """Condition keys of how it came."""


def petition_of(
    request: "RequestRecord",
    world: "World",
    at: datetime,
    arrival: Mapping[str, ContextSource] | None = None,
) -> Petition:
    """A request of the journal, or one about to come there, which has a caller."""
    caller = request.caller
    assert caller is not None, "nobody's request is not heard"
    return Petition(
        request.action,
        request.parameters,
        caller,
        caller.principal.account or _account_of(request.parameters, world),
        at,
        request.source_ip,
        request.region,
        request.context if arrival is None else arrival,
    )


def _account_of(parameters: Mapping[str, object], world: "World") -> str:
    """The account that an unsigned request acts in: the bucket's, else that of the role."""
    bucket = world.bucket(str(parameters.get("Bucket", "")))
    if bucket is not None:
        return bucket.account_id
    account_id = account_of(str(parameters.get("RoleArn", "")))
    return account_id if account_id in world.accounts else next(iter(world.accounts))


def hear(petition: Petition, world: "World") -> Heard:
    """Puts the needs of a request to the evaluator until one is refused.

    Raises ServiceError for a request that its service refuses before it looks at policies.
    """
    session = _session(petition, world)
    _check_reach(petition, world, session)
    scene = Scene(
        world,
        world.accounts[petition.account_id],
        petition.caller,
        petition.parameters,
        petition.region,
        petition.at,
    )
    needs = needs_of(petition.action, scene) or scene.need(petition.action, "*")
    arrival = {key: value for key, value in petition.arrival.items() if key != SECURE}
    asker = Asker(petition.caller, petition.at, _circumstances(petition, world), arrival, session)
    heard: list[tuple[Need, Decision]] = []
    for need in needs:
        heard.append((need, decision_on(need, asker, world)))
        if not heard[-1][1].allowed and petition.action not in PIECEWISE:
            break
    return tuple(heard)


def settling(heard: Heard) -> Decision:
    """The decision that settled a request: the one that refused it, else the first."""
    return next((decision for _, decision in heard if not decision.allowed), heard[0][1])


def kept(arrived: Mapping[str, ContextSource], heard: Heard) -> dict[str, str | bool | int]:
    """What of the keys of its arrival the decisions on a request hung on, so that it must be recorded."""
    return {
        key: value
        for key, value in arrived.items()
        if isinstance(value, str | bool | int)
        and (not value if key == SECURE else any(decision.request.context.get(key) for _, decision in heard))
    }


def _session(petition: Petition, world: "World") -> "Session | None":
    key_id = petition.caller.access_key_id
    return world.find_session(key_id) if key_id is not None else None


def _check_reach(petition: Petition, world: "World", session: "Session | None") -> None:
    """What no policy can give: other calls of STS to some sessions, a bucket that is not there to anybody."""
    from tutor.account import ServiceError

    service, _, operation = petition.action.partition(":")
    if session is not None and not session.reaches(service, operation):
        raise ServiceError("AccessDenied", f"Cannot call {operation} with session credentials", 403)
    bucket = petition.parameters.get("Bucket")
    anonymous = petition.caller.principal.kind is PrincipalKind.ANONYMOUS
    if anonymous and bucket and world.bucket(str(bucket)) is None:
        fields = {"BucketName": str(bucket)}
        raise ServiceError("NoSuchBucket", "The specified bucket does not exist", 404, fields=fields)


def _circumstances(petition: Petition, world: "World") -> dict[str, ContextSource]:
    from tutor.account import check_mfa

    circumstances = circumstances_of(
        petition.at,
        source_ip=petition.source_ip,
        region=petition.region,
        secure=bool(petition.arrival.get(SECURE, True)),
    )
    if petition.action == "sts:AssumeRole" and check_mfa(world, petition.caller, petition.parameters):
        circumstances |= mfa_keys(petition.at, petition.at)
    return circumstances
