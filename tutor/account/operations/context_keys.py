"""The context keys that policies ask for: in conditions and in variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tutor.account.operations.principals import entity_of, policies_of_entity
from tutor.account.service_error import invalid_input

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World
    from tutor.policy import PolicyDocument

__all__ = [
    "get_context_keys_for_custom_policy",
    "get_context_keys_for_principal_policy",
    "keys_of",
    "texts_of",
]

_VARIABLE: Final = re.compile(r"\$\{\s*([^${},\s]+)\s*(?:,[^}]*)?\}")


def texts_of(call: Call, parameter: str) -> tuple[str, ...]:
    """A parameter that is a list of texts."""
    listed = call.parameters.get(parameter) or ()
    assert isinstance(listed, Sequence)
    return tuple(str(text) for text in listed)


def get_context_keys_for_custom_policy(_world: World, _account: Account, call: Call) -> Result:
    """The keys of conditions and variables in given policies."""
    return {"ContextKeyNames": keys_of(texts_of(call, "PolicyInputList"))}


def get_context_keys_for_principal_policy(_world: World, account: Account, call: Call) -> Result:
    """The keys of conditions and variables in the policies of a user, group or role, and in further ones."""
    entity = entity_of(account, call.required("PolicySourceArn"))
    own = [found.text.text for found in policies_of_entity(account, entity)]
    return {"ContextKeyNames": keys_of((*own, *texts_of(call, "PolicyInputList")))}


def keys_of(texts: Iterable[str]) -> list[str]:
    """The keys that policies ask for, each once, as it is written first; raises InvalidInput."""
    from tutor.policy import PolicyError, parse_policy

    names: dict[str, str] = {}
    for text in texts:
        try:
            document = parse_policy(text, stored=True)
        except PolicyError as fault:
            raise invalid_input(fault.message) from None
        for key in _written_keys(document):
            names.setdefault(key.lower(), key)
    return list(names.values())


def _written_keys(document: PolicyDocument) -> Iterator[str]:
    for statement in document.statements:
        written = [] if statement.resource is None else list(statement.resource.values)
        for condition in statement.conditions:
            yield condition.key
            written += condition.values
        if statement.variables:
            for value in written:
                yield from (key for key in _VARIABLE.findall(value.text) if ":" in key)
