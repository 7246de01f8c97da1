"""Compiled start requests: journal entries as rows of JSON without ids, and back again in another save."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from .goals.references import reference_of
from .placeholders import token_place, with_ids, without_ids

if TYPE_CHECKING:
    from tutor.account import Caller, Entry, RequestRecord
    from tutor.gateway import Sandbox

TOKEN: Final = "ClientToken"
"""What the AWS CLI makes up against doing a thing twice: another one each time."""

IDENTITY: Final = "WebIdentityToken"
"""A provider's token: another save has another provider's signature on it."""

Row = Mapping[str, Any]
"""One request: what a save needs to perform it again."""


def row_of(entry: "Entry", at: datetime, sandbox: "Sandbox", home: str) -> dict[str, Any] | None:
    """An entry's request as a row, dated `at`; None for an entry that is no request."""
    from tutor.account.journal.values import to_json

    request = entry.request
    if request is None:
        return None
    kept = {name: value for name, value in request.parameters.items() if name != TOKEN}
    if IDENTITY in kept:
        kept[IDENTITY] = token_place(str(kept[IDENTITY]))
    row = {
        "at": at.isoformat(),
        "as": _who(request, sandbox, home),
        "key": request.access_key_id if request.caller is not None else None,
        "service": request.service,
        "operation": request.operation,
        "parameters": to_json(kept),
        "asked": [[asked.action, asked.resource, asked.decision, asked.by] for asked in request.asked],
        "error": request.error,
        "from": request.source_ip,
        "region": request.region,
    }
    if sandbox.world.find_key(str(row["key"])) is None:
        row["key"] = None
    return without_ids(row, sandbox, home)


def apply_row(row: Row, sandbox: "Sandbox", home: str) -> None:
    """Perform a row's request again, dated as it was."""
    from tutor.account import Asked, RequestRecord, parse_time
    from tutor.account.journal.values import from_json

    at = parse_time(row["at"])
    filled: Any = with_ids(row, sandbox, home, at)
    parameters = from_json(filled["parameters"])
    caller, session_key = _caller(filled["as"], sandbox, home)
    record = RequestRecord(
        filled["service"],
        filled["operation"],
        parameters if isinstance(parameters, dict) else {},
        caller,
        filled["key"] or session_key,
        filled["from"],
        tuple(Asked(*asked) for asked in filled["asked"]),
        filled["error"],
        filled["region"],
    )
    sandbox.save.append(record, start=True, at=at)


def _who(request: "RequestRecord", sandbox: "Sandbox", home: str) -> Row | None:
    """Who asked: a service, the holder of a session, or somebody by name; None for nobody known."""
    caller = request.caller
    if caller is None:
        return None
    if caller.principal.kind.value == "AWSService":
        return {"service": caller.principal.arn}
    if caller.principal.kind.value == "Federated":
        return {"federated": caller.principal.arn, "subject": caller.user_id}
    session = sandbox.world.find_session(caller.access_key_id or "")
    if session is not None:
        return {"session": session.arn}
    return {"name": reference_of(caller).written(home)}


def _caller(who: Row | None, sandbox: "Sandbox", home: str) -> "tuple[Caller | None, str | None]":
    """The caller in this save, and the key of their session if they have one."""
    from tutor.account import Caller, caller_of_session
    from tutor.policy import Principal, PrincipalKind

    if who is None:
        return None, None
    if "service" in who:
        principal = Principal(PrincipalKind.AWS_SERVICE, who["service"], "")
        return Caller(principal, None, who["service"], None), None
    if "federated" in who:
        principal = Principal(PrincipalKind.FEDERATED, who["federated"], "")
        return Caller(principal, None, who["subject"], None), None
    if "session" in who:
        held = [one for one in sandbox.world.sessions.values() if one.arn == who["session"]]
        session = max(held, key=lambda one: one.issued)
        return caller_of_session(sandbox.world, session), session.key_id
    name = who["name"] if "@" in who["name"] else f"{who['name']}@{home}"
    return sandbox.caller(name), None
