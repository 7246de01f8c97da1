"""What EC2's operations have in common: parameters, filters, pages, tags and the instances meant."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from tutor.account.operations.ec2_errors import bad_value, dry_run, ec2_error, malformed_id, no_instances

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.compute import Instance
    from tutor.account.world import Account, World

__all__ = [
    "check_dry_run",
    "checked_tags",
    "chosen_instances",
    "filtered",
    "listed",
    "page",
    "structures",
    "tags_filtered",
]

T = TypeVar("T")

_INSTANCE_ID: Final = re.compile(r"i-(?:[0-9a-f]{8}|[0-9a-f]{17})")
_MOST_TAGS: Final = 50

Texts = Mapping[str, Callable[[T], Iterable[str]]]
"""By the name of a filter: the texts of an item, one of which has to fit."""


def listed(call: Call, name: str) -> list[str]:
    """A parameter that is a list of texts."""
    value = call.parameters.get(name)
    return [str(item) for item in value] if isinstance(value, Sequence) else []


def structures(call: Call, name: str) -> list[Mapping[str, object]]:
    """A parameter that is a list of structures."""
    value = call.parameters.get(name)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, Sequence) else []


def check_dry_run(call: Call) -> None:
    """Raises DryRunOperation if that is all that was asked."""
    if call.parameters.get("DryRun"):
        raise dry_run()


def chosen_instances(world: World, account: Account, call: Call, ids: Sequence[str]) -> list[Instance]:
    """The instances with these ids; raises InvalidInstanceID errors."""
    for text in ids:
        if not _INSTANCE_ID.fullmatch(text):
            raise malformed_id("InvalidInstanceID", text)
    now = call.moment(world)
    found = [account.compute.instance(text, call.region, now) for text in ids]
    missing = [text for text, instance in zip(ids, found, strict=True) if instance is None]
    if missing:
        raise no_instances(missing)
    return [instance for instance in found if instance is not None]


def filtered(
    call: Call, items: Iterable[T], texts: Texts[T], tags: Callable[[T], Mapping[str, str]]
) -> list[T]:
    """The items that fit every filter of the call; `*` and `?` stand for anything."""
    tests = [_test(spec, texts, tags) for spec in structures(call, "Filters")]
    return [item for item in items if all(test(item) for test in tests)]


def tags_filtered(name: str, tags: Mapping[str, str]) -> Iterable[str] | None:
    """The texts that a filter on tags looks at; None if it is no such filter."""
    if name == "tag-key":
        return tags
    if name == "tag-value":
        return tags.values()
    key = name.removeprefix("tag:")
    if key == name:
        return None
    return [tags[key]] if key in tags else []


def _test(
    spec: Mapping[str, object], texts: Texts[T], tags: Callable[[T], Mapping[str, str]]
) -> Callable[[T], bool]:
    from tutor.policy.wildcards import compile_pattern

    name, values = str(spec.get("Name", "")), spec.get("Values")
    if not isinstance(values, Sequence) or not values:
        raise bad_value("The filter 'null' is invalid" if not name else f"The filter '{name}' needs a value")
    fits = [compile_pattern(str(value)) for value in values]
    if name not in texts and tags_filtered(name, {}) is None:
        raise bad_value(f"The filter '{name}' is invalid")

    def test(item: T) -> bool:
        found = texts[name](item) if name in texts else tags_filtered(name, tags(item)) or ()
        return any(fit(text) for text in found for fit in fits)

    return test


def page(call: Call, items: Sequence[T], least: int = 5, most: int = 1000) -> tuple[Sequence[T], Result]:
    """One page of a listing, and the token of the next; all of it if the call names no size."""
    given = call.parameters.get("MaxResults")
    start = _start(call)
    if given is None and start == 0:
        return items, {}
    size = most if given is None else int(str(given))
    if not least <= size <= most:
        word, bound = ("greater", least) if size < least else ("less", most)
        message = (
            f"Value ( {size} ) for parameter maxResults is invalid. Expecting a value {word} than {bound}."
        )
        raise bad_value(message)
    if len(items) <= start + size:
        return items[start:], {}
    token = urlsafe_b64encode(f"{call.action} {start + size}".encode()).decode()
    return items[start : start + size], {"NextToken": token}


def _start(call: Call) -> int:
    token = call.text("NextToken")
    if not token:
        return 0
    try:
        action, start = urlsafe_b64decode(token.encode()).decode().split(" ")
        if action == call.action:
            return max(0, int(start))
    except ValueError:
        pass
    raise ec2_error("InvalidNextToken", "The token is invalid.")


def checked_tags(tags: Iterable[Mapping[str, object]], before: Mapping[str, str]) -> dict[str, str]:
    """Tags put over those that are there; raises InvalidParameterValue and TagLimitExceeded."""
    result = dict(before)
    seen: set[str] = set()
    for tag in tags:
        key, value = str(tag.get("Key", "")), str(tag.get("Value", ""))
        if not key:
            raise ec2_error("MissingParameter", "The request must contain the parameter Tag Key")
        if key.lower().startswith("aws:"):
            raise bad_value("Tag keys starting with 'aws:' are reserved for internal use")
        if len(key) > 127:
            raise bad_value("Tag key exceeds the maximum length of 127 characters")
        if len(value) > 255:
            raise bad_value("Tag value exceeds the maximum length of 255 characters")
        if key in seen:
            raise bad_value(f"Duplicate tag key '{key}' specified.")
        seen.add(key)
        result[key] = value
    if len(result) > _MOST_TAGS:
        message = f"The maximum number of Tags for a resource has been reached. Limit: {_MOST_TAGS}."
        raise ec2_error("TagLimitExceeded", message)
    return result
