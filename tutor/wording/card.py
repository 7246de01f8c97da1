"""The last decision as the two gates show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .policy_names import policy_phrase
from .say import Language, say


class GateState(StrEnum):
    """How far a request got at a gate."""

    PASSED = "passed"
    STOPPED = "stopped"
    NOT_ASKED = "notAsked"


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: how the request fared there and why."""

    state: GateState
    message: str
    """Id of the sentence that says why."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the sentence is filled with; a `policy` by its source, as a trace has it."""
    sign: str = ""
    """`✓`, `✗`, `–`, or `·` where nobody asked."""

    def why(self, language: Language) -> str:
        """The sentence that says why."""
        values = dict(self.values)
        if "policy" in values:
            values["policy"] = policy_phrase(language, str(values["policy"]))
        return say(language, self.message, **values)


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """One request and what became of it."""

    outcome: str
    """allowed, implicitDeny, explicitDeny or unauthenticated."""
    action: str
    resource: str
    caller: str
    """The user's name, `root`, or empty for a stranger."""
    gates: tuple[Gate, ...]
    others: int = 0
    """Further requests that the same command made."""
    details: tuple[Gate, ...] = ()
    """What was looked at behind the second gate, statement by statement."""
    sent: bool = True
    """Somebody sent it; a prediction's request was only asked about."""
    error: str = ""
    """The code with which the service answered what had been allowed."""
