"""Whether condition keys exist, and whether the actions of a statement carry them."""

from collections.abc import Iterable, Iterator
from typing import Final

from ..catalogue import Catalogue, ConditionKey, Service, find_key
from ..catalogue.global_keys import TAGGING_KEYS
from ..catalogue.names import nearest_names
from .finding import Finding
from .written import WrittenCondition, WrittenStatement, only

__all__ = ["check_keys", "known_key", "nearest_keys"]

OF_EVERY_ACTION: Final = frozenset(
    {
        "ec2:roledelivery",
        "ec2:sourceinstancearn",
        "glue:roleassumedby",
        "identitystore:userid",
        "lambda:sourcefunctionarn",
        "ssm:sourceinstancearn",
    }
)
"""Keys of a service that say where the caller's credentials come from, whatever the action is."""
MOST_NAMED: Final = 3


def check_keys(statement: WrittenStatement) -> Iterator[Finding]:
    """Condition keys that do not exist, that no action carries, and that stand twice."""
    seen: set[tuple[int, str]] = set()
    for condition in statement.conditions:
        written = condition.key
        place = condition.operator.start, written.value.lower()
        if place in seen:
            yield statement.finding("key-twice", written, other=condition.operator.value)
        seen.add(place)
        if _of_provider(written.value):
            continue
        key = known_key(statement, written.value)
        if key is None:
            yield statement.finding("unknown-key", written, nearest_keys(statement, written.value))
        else:
            yield from _carried(statement, condition, key)


def known_key(statement: WrittenStatement, written: str) -> ConditionKey | None:
    """The condition key of this name; None where there is none."""
    catalogue = statement.reading.catalogue
    key = find_key(catalogue.global_condition_keys, written)
    if key is not None:
        return key
    services = [catalogue.service(written.partition(":")[0]), *_services(statement)]
    found = (find_key(service.condition_keys, written) for service in services if service is not None)
    return next((key for key in found if key is not None), None)


def nearest_keys(statement: WrittenStatement, written: str) -> list[str]:
    """Existing keys that `written` may stand for: begun by it, alike, or alike behind the service's name."""
    catalogue = statement.reading.catalogue
    own = catalogue.service(written.partition(":")[0])
    services = [*([] if own is None else [own]), *_services(statement)]
    keys = {key.name: None for service in services for key in service.condition_keys.values()}
    names = [*(key.name for key in catalogue.global_condition_keys.values()), *keys]
    unfilled = [name for name in names if name.lower().startswith(f"{written.lower()}/")]
    whole = unfilled or nearest_names(written, names)
    if whole:
        return whole[:MOST_NAMED]
    by_local_name = {name.partition(":")[2]: name for name in names}
    local = nearest_names(written.rpartition(":")[2], by_local_name)
    return [by_local_name[name] for name in local[:MOST_NAMED]]


def _of_provider(written: str) -> bool:
    """Whether a key is about a federated caller: its names are the identity provider's."""
    provider = written.rpartition(":")[0]
    return provider.lower() == "saml" or "." in provider.partition("/")[0]


def _services(statement: WrittenStatement) -> list[Service]:
    """The services that the statement names."""
    catalogue: Catalogue = statement.reading.catalogue
    prefixes = (text.value.partition(":")[0] for text in statement.texts("Action", "NotAction"))
    services = map(catalogue.service, dict.fromkeys(prefixes))
    return [service for service in services if service is not None]


def _carried(
    statement: WrittenStatement, condition: WrittenCondition, key: ConditionKey
) -> Iterator[Finding]:
    name, reading = key.name.lower(), statement.reading
    global_keys = reading.catalogue.global_condition_keys
    covered = statement.covered
    if covered is None or name in OF_EVERY_ACTION or (name in global_keys and name not in TAGGING_KEYS):
        return
    services = {service.prefix: service for service, _ in covered}
    carriers = {prefix: reading.carriers(service, name) for prefix, service in services.items()}
    if any(action.name.lower() in carriers[service.prefix] for service, action in covered):
        return
    nearest = [
        action for service in services.values() for action in _first(service, carriers[service.prefix])
    ]
    action = only(statement.texts("Action"))
    yield statement.finding("key-not-carried", condition.key, nearest[:MOST_NAMED], other=action)


def _first(service: Service, names: Iterable[str]) -> list[str]:
    """A few of these actions: those first that know fewest keys, since for them this key matters most."""
    actions = [service.actions[name] for name in names]
    actions.sort(key=lambda action: (len(action.condition_keys), action.name))
    return [f"{service.prefix}:{action.name}" for action in actions[:MOST_NAMED]]
