"""SimulateCustomPolicy and SimulatePrincipalPolicy: what the evaluator would decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tutor.account.operations.checks import Checks
from tutor.account.operations.context_keys import keys_of, texts_of
from tutor.account.operations.paging import page
from tutor.account.operations.principals import entity_of, policies_of_entity
from tutor.account.service_error import invalid_input

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = [
    "simulate_custom_policy",
    "simulate_principal_policy",
]

_INPUT: Final = "PolicyInputList."

_IDENTITY: Final = "IAM Policy"
"""What the service answers for every identity-based policy, whatever its model lists."""


@dataclass(frozen=True, slots=True)
class _Simulation:
    """The policies of a simulation, and who is asking."""

    identity: tuple[str, ...]
    names: tuple[str, ...]
    """The id of each of them in the answer."""
    boundary: tuple[str, ...] = ()
    caller: str = ""
    kind: str = "User"
    more: Mapping[str, object] = field(default_factory=dict)


def simulate_custom_policy(_world: World, account: Account, call: Call) -> Result:
    """What policies that need not be anybody's would decide."""
    identity = texts_of(call, "PolicyInputList")
    caller = call.text("CallerArn")
    if call.text("ResourcePolicy") and caller is None:
        raise invalid_input("CallerArn is required when a resource policy is simulated.")
    simulation = _Simulation(
        identity,
        _numbered(identity),
        texts_of(call, "PermissionsBoundaryPolicyInputList"),
        *_caller(account, caller, f"arn:aws:iam::{account.account_id}:user/simulated"),
    )
    return _simulated(account, call, simulation)


def simulate_principal_policy(_world: World, account: Account, call: Call) -> Result:
    """What the policies of a user, group or role decide, with further ones as if it had them."""
    entity = entity_of(account, call.required("PolicySourceArn"))
    added, excluded = texts_of(call, "PolicyInputList"), call.parameters.get("PolicyExclusionList")
    left_out = {str(row.get("PolicyArn")) for row in (excluded if isinstance(excluded, list) else ()) if row}
    own = [found for found in policies_of_entity(account, entity) if found.source not in left_out]
    boundary = texts_of(call, "PermissionsBoundaryPolicyInputList")
    bounding = account.policy(getattr(entity, "boundary", None) or "")
    if not boundary and bounding is not None and bounding.arn not in left_out:
        boundary = (bounding.default.text,)
    simulation = _Simulation(
        (*(found.text.text for found in own), *added),
        (*(found.simulated_name for found in own), *_numbered(added)),
        boundary,
        *_caller(account, call.text("CallerArn"), entity.arn),
    )
    return _simulated(account, call, simulation)


def _caller(account: Account, given: str | None, otherwise: str) -> tuple[str, str]:
    arn = otherwise if given is None else given
    if given is not None and not re.fullmatch(r"arn:aws:iam::\d{12}:(user|role)/[!-~]+", given):
        raise invalid_input(f"Invalid caller ARN: {given}")
    return arn, "Role" if ":role/" in arn else "User"


def _simulated(account: Account, call: Call, simulation: _Simulation) -> Result:
    checks = Checks(call)
    checks.page_size()
    checks.finish()
    organization = call.parameters.get("OrderedOrganizationPolicyInputList") or ()
    assert isinstance(organization, Sequence)
    case: dict[str, object] = {
        "CallerArn": simulation.caller,
        "CallerType": simulation.kind,
        "ActionNames": list(texts_of(call, "ActionNames")),
        "ResourceArns": list(texts_of(call, "ResourceArns")) or ["*"],
        "ContextEntries": call.parameters.get("ContextEntries") or [],
        "PolicyInputList": list(simulation.identity),
        "PermissionsBoundaryPolicyInputList": list(simulation.boundary),
        "ServiceControlPolicyInputList": [
            list(level.get("ServiceControlPolicyInputList", ())) for level in organization
        ],
    }
    owner = call.text("ResourceOwner")
    case["ResourceOwner"] = owner or f"arn:aws:iam::{account.account_id}:root"
    if call.text("ResourcePolicy"):
        case["ResourcePolicy"] = call.text("ResourcePolicy")
    answers = list(_decided(case))
    bounded = _allowed_alone(case, simulation.boundary)
    missing = _missing(case, (*simulation.identity, *simulation.boundary))
    results = [
        _result(answer, simulation, missing, None if bounded is None else bounded[number])
        for number, answer in enumerate(answers)
    ]

    def rows(after: str | None) -> Iterator[tuple[str, Result]]:
        start = 0 if after is None else int(after) + 1
        return ((f"{number:06}", results[number]) for number in range(start, len(results)))

    shown, more = page(call, Checks(call), rows)
    return {"EvaluationResults": shown, **more}


def _decided(case: Mapping[str, object]) -> Iterator[dict[str, Any]]:
    """One answer a pair of action and resource."""
    from tutor.policy import simulate

    answer: dict[str, Any] = simulate(case)
    if answer["EvalDecision" if "EvalDecision" in answer else "EvaluationResults"] == "error":
        raise invalid_input(str(answer["Message"]))
    if "EvaluationResults" in answer:
        yield from answer["EvaluationResults"]
        return
    actions, resources = case["ActionNames"], case["ResourceArns"]
    assert isinstance(actions, list)
    assert isinstance(resources, list)
    yield {"EvalActionName": actions[0], "EvalResourceName": resources[0], **answer}


def _allowed_alone(case: Mapping[str, object], boundary: tuple[str, ...]) -> list[bool] | None:
    """What the boundary says to each pair by itself."""
    if not boundary:
        return None
    alone = {**case, "PolicyInputList": list(boundary), "PermissionsBoundaryPolicyInputList": []}
    alone.pop("ResourcePolicy", None)
    alone["ServiceControlPolicyInputList"] = []
    return [answer["EvalDecision"] == "allowed" for answer in _decided(alone)]


def _missing(case: Mapping[str, object], texts: Iterable[str]) -> list[str]:
    entries = case["ContextEntries"]
    assert isinstance(entries, Sequence)
    given = {str(entry.get("ContextKeyName", "")).lower() for entry in entries}
    return [key for key in keys_of(texts) if key.lower() not in given]


def _result(
    answer: Mapping[str, Any], simulation: _Simulation, missing: list[str], bounded: bool | None
) -> Result:
    shape: Result = {
        "EvalActionName": answer["EvalActionName"],
        "EvalResourceName": answer["EvalResourceName"],
        "EvalDecision": answer["EvalDecision"],
        "MatchedStatements": [
            {
                **_source(str(statement["SourcePolicyId"]), simulation),
                "StartPosition": statement["StartPosition"],
                "EndPosition": statement["EndPosition"],
            }
            for statement in answer["MatchedStatements"]
            if answer["EvalDecision"] != "explicitDeny" or statement["Effect"] == "Deny"
        ],
        "MissingContextValues": missing,
    }
    if bounded is not None:
        shape["PermissionsBoundaryDecisionDetail"] = {"AllowedByPermissionsBoundary": bounded}
    return shape


def _source(source: str, simulation: _Simulation) -> Result:
    number = source.removeprefix(_INPUT)
    if source.startswith(_INPUT) and number.isdigit():
        return {"SourcePolicyId": simulation.names[int(number) - 1], "SourcePolicyType": _IDENTITY}
    return {"SourcePolicyId": source, "SourcePolicyType": "resource"}


def _numbered(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{_INPUT}{number}" for number in range(1, len(texts) + 1))
