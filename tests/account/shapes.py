"""Whether results have the shape that the CLI's own service model has for the operation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from tests.account.people import Person, contents
from tutor.account import OPERATIONS
from tutor.account.checkpoint import Position, dump, load
from tutor.account.journal.ledger import Cursor

VERSIONS = {
    "iam": "2010-05-08",
    "sts": "2011-06-15",
    "s3": "2006-03-01",
    "ec2": "2016-11-15",
    "organizations": "2016-11-28",
}
KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "timestamp": datetime,
    "blob": bytes,
    "map": dict,
}
OTHERWISE = ["Policy", "IAM Policy"]
"""What AWS answers where its model has another word: for PermissionsBoundaryType and SourcePolicyType."""

Script = list[tuple[str, dict[str, object]]]
"""Operations in order; a function for a parameter gets the last result of each."""


def play(person: Person, script: Script) -> None:
    """Asks for everything in the script, checks each result, and that the world holds what came of it."""
    last: dict[str, Any] = {}
    for action, parameters in script:
        filled = {name: value(last) if callable(value) else value for name, value in parameters.items()}
        last[action] = person.ask(action, **filled)
        check_result(action, last[action])
        check_held(person)


def check_held(person: Person) -> None:
    """Fails unless replay, checkpoint and copy give the world as it is."""
    save = person.save
    whole = contents(save.world)
    assert contents(save.world_at(save.head)) == whole
    assert contents(save.world.copy()) == whole
    tables = json.loads(json.dumps(dump(save.world, Position(7, "f" * 64, Cursor(3, (1, 2), 9)))))
    loaded, _position = load(tables)
    assert contents(loaded) == whole
    assert loaded.accounts == save.world.accounts
    assert loaded.organization == save.world.organization


@cache
def model(service: str) -> Any:
    """The service's model as the CLI has it."""
    name = f"awscli/botocore/data/{service}/{VERSIONS[service]}/service-2.json"
    return json.loads(Path(str(distribution("awscli").locate_file(name))).read_bytes())


def check_result(action: str, result: Mapping[str, object]) -> None:
    """Fails unless a result is one that the operation may have."""
    service, operation = action.split(":")
    output = model(service)["operations"][operation].get("output")
    if output is None:
        assert result == {}, action
    else:
        check(model(service)["shapes"], output["shape"], result, action)


def check(shapes: dict[str, Any], name: str, value: object, place: str) -> None:
    """Fails unless a value has the shape."""
    shape = shapes[name]
    if shape["type"] == "structure":
        assert isinstance(value, dict), place
        assert value.keys() <= shape["members"].keys(), (place, value.keys() - shape["members"].keys())
        missing = set(shape.get("required", ())) - value.keys()
        assert not missing, f"{place} lacks {missing}"
        for member, part in value.items():
            check(shapes, shape["members"][member]["shape"], part, f"{place}.{member}")
    elif shape["type"] == "list":
        assert isinstance(value, list), place
        for part in value:
            check(shapes, shape["member"]["shape"], part, f"{place}[]")
    else:
        assert isinstance(value, KINDS[shape["type"]]), place
        assert value in OTHERWISE or value in shape.get("enum", [value]), (place, value)
        if isinstance(value, datetime):
            assert value.utcoffset() is not None, place


def operations_of(*services: str) -> set[str]:
    """The operations that the sandbox has of these services."""
    return {action for action in OPERATIONS if action.split(":")[0] in services}
