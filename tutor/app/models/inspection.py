"""A decision as the Decision screen looks at it, and the question that can be asked in its place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.wording.card import Gate

if TYPE_CHECKING:
    from tutor.policy import Decision
    from tutor.wording.trace_text import Layers


@dataclass(frozen=True, slots=True)
class Question:
    """A request that nobody sent: who may do what to what, with one more condition key."""

    principal: str = ""
    """As for `Sandbox.ask`."""
    action: str = ""
    resource: str = ""
    key: str = ""
    """A condition key; empty for none."""
    value: str = ""
    """Its value; empty for a request that does not carry the key."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One request and what became of it."""

    layers: "Layers"
    """The layers that the lesson has taught."""
    caller: str
    action: str
    resource: str
    gate: Gate
    """How it fared at the first gate."""
    decision: "Decision | None"
    """None where the request never came to the policies."""
    question: Question
    """The request as a question, to be changed."""
    sent: bool = True
    """Somebody sent it; otherwise it was only asked about."""
    others: int = 0
    """Further permissions that the request needed."""
    principals: tuple[str, ...] = ()
    """Whom a question can be about."""
    actions: tuple[str, ...] = ()
    """What can be asked for."""
    resources: tuple[str, ...] = ()
    """What it can be about."""
    keys: tuple[str, ...] = ()
    """Condition keys that can be given."""
    error: str = ""
    """The code with which the service answered what had been allowed."""
