"""What actions there are: their names, what they act on, which condition keys they know.

Not loaded with `tutor.policy`, and read from a file on request, one service at a time.
"""

from .entities import AccessLevel, Action, ConditionKey, ResourceType, Service, find_key
from .global_keys import GLOBAL_CONDITION_KEYS
from .index import CATALOGUE_FILE, Catalogue

__all__ = [
    "CATALOGUE_FILE",
    "GLOBAL_CONDITION_KEYS",
    "AccessLevel",
    "Action",
    "Catalogue",
    "ConditionKey",
    "ResourceType",
    "Service",
    "find_key",
]
