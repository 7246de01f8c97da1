"""Whether the actions of a statement can act on its resources."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ..catalogue import Action, Catalogue, ResourceType, Service
from ..nodes import JsonText
from ..variables import Template, read_template
from .finding import Finding
from .meeting import ARN_FIELDS, type_form
from .written import WrittenStatement, only

__all__ = ["check_targets"]

LONGEST_ARN: Final = 2048
MOST_PAIRS: Final = 50_000
"""Resources times resource types that are compared in one statement; a managed policy needs fewer."""
MOST_NAMED: Final = 3
"""How many resource types or forms a finding names."""

Types = dict[str, ResourceType]
"""Resource types by their ARN form."""


def check_targets(statement: WrittenStatement) -> Iterator[Finding]:
    """Resources that no action of the statement acts on, and actions that find none of theirs."""
    patterns, resources = statement.texts("Action"), statement.texts("Resource")
    if statement.covered is None or not resources:
        return
    fields = [_fields(text.value, variables=statement.reading.variables) for text in resources]
    known = [each for each in fields if each is not None]
    if len(known) < len(fields):
        return
    types = [_types(statement.reading.matches(text.value)) for text in patterns]
    every: Types = {arn: kind for each in types for arn, kind in each.items()}
    if len(known) * sum(map(len, types)) > MOST_PAIRS:
        return
    strangers = [text for text, cut in zip(resources, known, strict=True) if not _meets(cut, every)]
    for text in strangers if every else ():
        yield _stranger(statement, text, patterns, every)
    for text, own in zip(patterns, types, strict=True):
        if not own:
            yield statement.finding("action-without-resource-type", text, ["*"], other=resources[0].value)
        elif len(strangers) < len(resources) and not any(_meets(cut, own) for cut in known):
            finding = statement.finding("action-without-resource", text, _forms(own))
            yield replace(finding, wanted_types=_type_names(own))


def _meets(fields: tuple[Template, ...], types: Types) -> bool:
    return any(type_form(arn).meets(fields) for arn in types)


def _stranger(
    statement: WrittenStatement,
    text: JsonText,
    patterns: list[JsonText],
    every: Types,
) -> Finding:
    """A resource that none of the actions acts on."""
    finding = statement.finding("resource-without-action", text, _forms(every), other=only(patterns))
    fields = _fields(text.value, variables=statement.reading.variables)
    found_type = _type_of(fields or (), statement.reading.catalogue)
    return replace(finding, wanted_types=_type_names(every), found_type=found_type)


@lru_cache(maxsize=1024)
def _fields(resource: str, *, variables: bool) -> tuple[Template, ...] | None:
    """The six fields of a resource pattern; None where it reaches too far to say what it covers."""
    if len(resource) > LONGEST_ARN:
        return None
    fields = read_template(resource, wildcards=True, variables=variables).fields(ARN_FIELDS)
    return fields if len(fields) == ARN_FIELDS else None


def _types(covered: Iterable[tuple[Service, Action]]) -> Types:
    found: Types = {}
    for service, action in covered:
        for name, _ in action.resource_types:
            kind = service.resource_types[name]
            found[kind.arn] = kind
    return found


def _type_of(fields: tuple[Template, ...], catalogue: Catalogue) -> str:
    """The resource type that a pattern speaks of; empty where it fits none or several equally well."""
    service = catalogue.service("".join(part for part in fields[2].parts if isinstance(part, str)))
    if service is None:
        return ""
    fitting = [kind for kind in service.resource_types.values() if type_form(kind.arn).meets(fields)]
    longest = max((type_form(kind.arn).literal_size for kind in fitting), default=0)
    best = [kind for kind in fitting if type_form(kind.arn).literal_size == longest]
    return best[0].name if len(best) == 1 else ""


def _forms(types: Types) -> list[str]:
    """ARN forms to show, the plainest first: what is to be filled in stands in angle brackets."""
    plainest = sorted(types, key=len)[:MOST_NAMED]
    return [arn.replace("${Partition}", "aws").replace("${", "<").replace("}", ">") for arn in plainest]


def _type_names(types: Types) -> tuple[str, ...]:
    return tuple(dict.fromkeys(types[arn].name for arn in sorted(types, key=len)))[:MOST_NAMED]
