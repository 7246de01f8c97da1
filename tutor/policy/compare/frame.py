"""The vocabulary within which policies are compared: who asks, what can be asked, on what, under what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..context import Context, ContextValue
from ..principals import Principal

__all__ = ["ANY_RESOURCE", "Frame", "KnownAction", "Need"]

ANY_RESOURCE: Final = ("*", "arn:?*:?*:*:*:?*")
"""What a request can be about when nothing is known of its action: no single resource, or any ARN."""


@dataclass(frozen=True, slots=True)
class KnownAction:
    """An action that can be asked for."""

    name: str
    """`service:Name`."""
    resources: tuple[str, ...] = ANY_RESOURCE
    """What it can be about. `*` is the request without a resource; others are ARNs with wildcards.

    `*` and `?` stay in their field; `${Name}` is a name without slash or colon, after other text at the end a
    path (so a catalogue's ARNs can be given as they are). The account is twelve digits, `aws` or empty,
    whatever the pattern says.
    """


@dataclass(frozen=True, slots=True)
class Need:
    """Requests that are meant to be allowed: each of some actions on each of some resources."""

    actions: tuple[str, ...]
    """Action patterns, as in a policy."""
    resources: tuple[str, ...]
    """Resource patterns, as in a policy."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything in which compared requests may differ, and what all have in common."""

    principal: Principal
    resource_account: str | None = None
    """The account that owns the resource; no request is about an ARN that names another.

    None: the account in the ARN, else the caller's.
    """
    context: Context = field(default_factory=Context)
    """Keys that every request carries with these values."""
    choices: Mapping[str, tuple[ContextValue | None, ...]] = field(default_factory=dict)
    """Keys (in lower case) that take these values only, None where a request may lack the key.

    Keys that are in neither are free: they may be missing or hold any value that their operators can read.
    """
    actions: tuple[KnownAction, ...] = ()
    """The actions compared; none: every action that one could write, told apart as the policies tell them."""
    known_resources: tuple[str, ...] = ()
    """Resources that exist: a witness takes one of them where it can."""
    work: int = 400_000
    """Steps after which the comparison ends undecided; about a second's worth."""
