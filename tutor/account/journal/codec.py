"""Entries to journal lines and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from tutor.account.call import Caller
from tutor.account.clock import ClockMode, format_time, parse_time
from tutor.account.errors import Damage
from tutor.account.journal.entry import (
    Asked,
    Begin,
    ClockChange,
    Content,
    Entry,
    MoveRecord,
    MoveVerb,
    Note,
    ProfileChange,
    RequestRecord,
)
from tutor.account.journal.line import BadLine, seal
from tutor.account.journal.values import from_json, to_json

__all__ = ["FORMAT", "TooNew", "decode", "encode"]

FORMAT: Final = 1
"""The format that this version writes, and the newest that it reads."""


_TEXT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class TooNew(Exception):
    """A line of a newer format."""

    def __init__(self, found_version: int | None) -> None:
        super().__init__(found_version)
        self.found_version = found_version


def encode(entry: Entry, previous: str) -> bytes:
    """The sealed line, to be written behind the line whose checksum is `previous`."""
    kind, fields = _written(entry.content)
    value = {
        "index": entry.index,
        "kind": kind,
        "parent": entry.parent,
        "line": entry.line,
        "at": format_time(entry.at),
        "start": entry.start,
        **fields,
        "previous": previous,
    }
    try:
        return seal(_TEXT.encode(value), previous)
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8
        return seal(json.dumps(value, separators=(",", ":")), previous)


def _written(content: Content) -> tuple[str, dict[str, object]]:
    match content:
        case RequestRecord():
            return "request", _written_request(content)
        case Begin():
            fields: dict[str, object] = {
                "format": FORMAT,
                "accounts": list(content.accounts),
                "alias": content.alias,
                "clock": {"mode": content.mode.value, "start": format_time(content.clock_start)},
                "lesson": content.lesson,
            }
            return "begin", fields | ({} if content.seed is None else {"seed": content.seed.hex()})
        case ProfileChange():
            return "profile", {"name": content.name, "definition": to_json(content.definition)}
        case ClockChange():
            return "clock", {"seconds": content.seconds}
        case MoveRecord():
            return "move", {"verb": content.verb.value, "to": content.to}
        case Note():
            return "note", {"event": to_json(content.event)}


def _written_request(request: RequestRecord) -> dict[str, object]:
    caller = request.caller
    return {
        "from": request.source_ip,
        "key": request.access_key_id,
        "caller": None
        if caller is None
        else {
            "type": caller.principal.kind.value,
            "arn": caller.principal.arn,
            "account": caller.principal.account,
            "id": caller.user_id,
            "name": caller.name,
            **({} if caller.principal.parent is None else {"parent": caller.principal.parent}),
        },
        "service": request.service,
        "region": request.region,
        "operation": request.operation,
        "parameters": to_json(request.parameters),
        "asked": [
            {"action": asked.action, "resource": asked.resource, "decision": asked.decision, "by": asked.by}
            for asked in request.asked
        ],
        "error": request.error,
        **({"context": dict(request.context)} if request.context else {}),
    }


def decode(line: bytes) -> Entry:
    """The entry of a verified line; raises BadLine or TooNew."""
    try:
        value = json.loads(line.decode(errors="surrogatepass"))
        read = _READERS.get(value["kind"])
        if read is None:
            raise TooNew(None)
        return Entry(
            int(value["index"]),
            _number(value["parent"]),
            _number(value["line"]),
            parse_time(value["at"]),
            value["start"] is True,
            read(value),
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        raise BadLine(Damage.CONTENT) from None


def _number(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    raise TypeError("not a number")


def _mapping(value: object) -> dict[str, object]:
    mapping = from_json(value)
    if not isinstance(mapping, dict):
        raise TypeError("not a mapping")
    return mapping


def _request(value: Mapping[str, Any]) -> RequestRecord:
    caller = value["caller"]
    return RequestRecord(
        value["service"],
        value["operation"],
        _mapping(value["parameters"]),
        None
        if caller is None
        else _caller(
            (caller["type"], caller["arn"], caller["account"], caller.get("parent")),
            value["key"],
            caller["id"],
            caller["name"],
        ),
        value["key"],
        value["from"],
        tuple(Asked(row["action"], row["resource"], row["decision"], row["by"]) for row in value["asked"]),
        value["error"],
        value["region"],
        dict(value.get("context", {})),
    )


@lru_cache(maxsize=256)  # few ask often
def _caller(
    principal: tuple[str, str, str, str | None], key: str | None, user_id: str, name: str | None
) -> Caller:
    from tutor.policy import Principal, PrincipalKind

    kind, arn, account, parent = principal
    return Caller(Principal(PrincipalKind(kind), arn, account, parent), key, user_id, name)


def _begin(value: Mapping[str, Any]) -> Begin:
    if value["format"] > FORMAT:
        raise TooNew(value["format"])
    clock = value["clock"]
    return Begin(
        tuple(value["accounts"]),
        ClockMode(clock["mode"]),
        parse_time(clock["start"]),
        value["alias"],
        value["lesson"],
        bytes.fromhex(value["seed"]) if "seed" in value else None,
    )


_READERS: Final[Mapping[str, Callable[[Mapping[str, Any]], Content]]] = {
    "request": _request,
    "begin": _begin,
    "profile": lambda value: ProfileChange(value["name"], _mapping(value["definition"])),
    "clock": lambda value: ClockChange(int(value["seconds"])),
    "move": lambda value: MoveRecord(MoveVerb(value["verb"]), int(value["to"])),
    "note": lambda value: Note(_mapping(value["event"])),
}
