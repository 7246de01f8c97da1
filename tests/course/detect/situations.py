"""Failed goals as evidence: built from policies alone, or from what a learner did in a real account."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from json import dumps
from pathlib import Path
from typing import Any, Final, TypedDict, Unpack

from tutor.account import RequestRecord, Save, caller_of
from tutor.account.control_policies import SCP, ControlPolicy
from tutor.account.organization import Organization
from tutor.account.policy_text import PolicyText
from tutor.course.decode import Decoder
from tutor.course.detect import Evidence
from tutor.course.goals import Cause, CauseKind, Help
from tutor.course.nodes import read_yaml
from tutor.course.schema import Asked, Goal, Refused
from tutor.policy import (
    AttachedPolicy,
    Context,
    Decision,
    PolicyKind,
    PolicySet,
    Principal,
    PrincipalKind,
    Request,
    decide,
    parse_policy,
)

from ..conftest import MONDAY

ACCOUNT: Final = "111111111111"
OTHER: Final = "222222222222"
PHOTOS: Final = "arn:aws:s3:::moonrabbit-photos"
PICKUP: Final = f"arn:aws:iam::{ACCOUNT}:role/album-pickup"
YUNA: Final = f"arn:aws:iam::{ACCOUNT}:user/yuna"
GROUP: Final = f"arn:aws:iam::{ACCOUNT}:group/photographers"
MFA: Final = "aws:MultiFactorAuthPresent"

Situation = Callable[[], Evidence]
Statement = Mapping[str, Any]


def allow(action: object, resource: object = "*", **more: object) -> Statement:
    """An Allow statement; further elements by name, one left out by None."""
    return _statement("Allow", action, resource, more)


def deny(action: object, resource: object = "*", **more: object) -> Statement:
    """A Deny statement."""
    return _statement("Deny", action, resource, more)


def trusts(principal: object, **more: object) -> Statement:
    """A trust policy's statement that lets somebody assume the role."""
    return allow("sts:AssumeRole", None, Principal=principal, **more)


def _statement(effect: str, action: object, resource: object, more: Mapping[str, object]) -> Statement:
    written = {"Effect": effect, "Action": action, "Resource": resource, **more}
    return {name: value for name, value in written.items() if value is not None}


def document(*statements: Statement, version: str = "2012-10-17") -> str:
    """A policy of these statements."""
    return dumps({"Version": version, "Statement": list(statements)})


class Around(TypedDict, total=False):
    """What else there is beside the caller's own policy."""

    who: str
    """The caller's ARN; Yuna's if it is left out."""
    apart: Sequence[Statement]
    """A second policy of the caller's own."""
    group: Sequence[Statement]
    on_resource: Sequence[Statement]
    boundary: Sequence[Statement]
    session: Sequence[Statement]
    scp: Sequence[Statement]
    context: Mapping[str, Any]
    done: Sequence[RequestRecord]
    version: str
    managed: Sequence[Statement]
    """An SCP of the organization that the account manages."""
    owner: str
    """The account of the resource."""


def asked(
    wants: str, action: str, resource: str, *identity: Statement, **around: Unpack[Around]
) -> Situation:
    """A goal that wants a request `allowed` or `refused`, with the policies that decide it."""

    def made() -> Evidence:
        kind = PolicyKind.TRUST if action.startswith("sts:") else PolicyKind.RESOURCE
        version = around.get("version", "2012-10-17")

        def held(source: str, kind: PolicyKind, written: Sequence[Statement]) -> tuple[AttachedPolicy, ...]:
            text = document(*written, version=version)
            return (AttachedPolicy(source, parse_policy(text, kind, stored=True)),) if written else ()

        own = held("Paper", PolicyKind.IDENTITY, identity)
        apart = held("Other", PolicyKind.IDENTITY, around.get("apart", ()))
        team = held("Team", PolicyKind.IDENTITY, around.get("group", ()))
        scp = held("p-Own", PolicyKind.SCP, around.get("scp", ()))
        policies = PolicySet(
            identity=(*own, *apart, *(replace(one, through=GROUP) for one in team)),
            resource=next(iter(held("resource", kind, around.get("on_resource", ()))), None),
            boundary=next(iter(held("boundary", PolicyKind.BOUNDARY, around.get("boundary", ()))), None),
            session=held("session", PolicyKind.SESSION, around.get("session", ())),
            service_control=(scp,) if scp else (),
        )
        context = Context.of(around.get("context", {}))
        request = Request(_principal(around.get("who", YUNA)), action, resource, around.get("owner"), context)
        evidence = _failed(wants, decide(request, policies), around.get("done", ()))
        if "managed" in around:
            evidence.world.organization = _organization(document(*around["managed"]))
        return evidence

    return made


def _organization(text: str) -> Organization:
    policy = ControlPolicy("p-own", SCP, "Own", "", PolicyText(text, kind=PolicyKind.SCP))
    return Organization("o-1", ACCOUNT, "r-1", policies={"p-own": policy})


def _failed(wants: str, decision: Decision, done: Sequence[RequestRecord]) -> Evidence:
    request = decision.request
    ends = ("user/yuna", request.action, request.resource)
    goal = Goal("goal", allow=Asked(*ends)) if wants == "allowed" else Goal("goal", deny=Refused(*ends))
    kind = CauseKind.NO_MATCH if wants == "allowed" else CauseKind.STILL_ALLOWED
    expected = "allowed" if wants == "allowed" else "implicitDeny"
    assert decision.allowed is (wants != "allowed"), "the goal does not fail"
    save = Save.in_memory(seed=bytes(32))
    save.begin(start=MONDAY, lesson="studio")
    world = save.world
    cause = Cause(kind, Help.LOOK_AT_DENY, expected, decision.outcome)
    return Evidence(goal, cause, decision, world, world.accounts[ACCOUNT], done)


def _principal(arn: str) -> Principal:
    account = arn.split(":")[4]
    kind = next(
        kind
        for mark, kind in (
            (":user/", PrincipalKind.USER),
            (":assumed-role/", PrincipalKind.ASSUMED_ROLE),
            (":root", PrincipalKind.ROOT),
        )
        if mark in arn
    )
    return Principal(kind, arn, account)


def request(operation: str, error: str | None = None, **parameters: object) -> RequestRecord:
    """A request of the learner as the history keeps it."""
    save = Save.in_memory(seed=bytes(32))
    save.begin(start=MONDAY, lesson="studio")
    account = save.world.accounts[ACCOUNT]
    root = caller_of(account, account.root)
    return RequestRecord("iam", operation, parameters, root, None, "203.0.113.10", (), error)


def goal_of(text: str) -> Goal:
    """A goal written as in a lesson, without its id: `allow: {...}`."""
    node, _ = read_yaml(Path("goal.yaml"), f"id: goal\n{text}")
    assert node is not None
    decoder = Decoder(Path("goal.yaml"))
    goal = decoder.struct(node, Goal)
    assert goal is not None, decoder.faults
    return goal
