"""A policy document as the evaluator holds it: parsed, checked, compiled, immutable."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .arn import ResourceTest
from .conditions import Condition
from .context import Context
from .index import ActionIndex
from .principals import PrincipalElement
from .source import Position
from .values import Written, WrittenValues
from .vocabulary import Effect, PolicyKind

__all__ = ["ActionElement", "PolicyDocument", "ResourceElement", "Statement"]


@dataclass(frozen=True, slots=True)
class ActionElement:
    """Action or NotAction of a statement."""

    name: str
    """`Action` or `NotAction`."""
    values: tuple[Written, ...]
    tests: tuple[Callable[[str], bool], ...] = field(repr=False, compare=False)
    """One a value; each takes an action in lower case."""
    negated: bool = field(init=False)
    """Whether the element lists the actions that the statement leaves out."""
    written: WrittenValues = field(init=False, repr=False, compare=False)
    """The same values, for a trace."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "negated", self.name == "NotAction")
        object.__setattr__(self, "written", WrittenValues(self.values))

    def covers(self, action: str) -> bool:
        """Whether the statement is about `action`, given in lower case."""
        for test in self.tests:
            if test(action):
                return not self.negated
        return self.negated


@dataclass(frozen=True, slots=True)
class ResourceElement:
    """Resource or NotResource of a statement."""

    name: str
    """`Resource` or `NotResource`."""
    values: tuple[Written, ...]
    tests: tuple[ResourceTest, ...] = field(repr=False, compare=False)
    """One a value."""
    negated: bool = field(init=False)
    """Whether the element lists the resources that the statement leaves out."""
    covers: ResourceTest = field(init=False, repr=False, compare=False)
    """Whether the statement is about a resource."""
    written: WrittenValues = field(init=False, repr=False, compare=False)
    """The same values, for a trace."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "negated", self.name == "NotResource")
        object.__setattr__(self, "covers", _covering(self.tests, negated=self.negated))
        object.__setattr__(self, "written", WrittenValues(self.values))


def _covering(tests: tuple[ResourceTest, ...], *, negated: bool) -> ResourceTest:
    if negated:
        return lambda resource, context: not any(test(resource, context) for test in tests)
    if len(tests) == 1:
        return tests[0]
    return lambda resource, context: any(test(resource, context) for test in tests)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a policy."""

    index: int
    """Its number in the document, from 0."""
    sid: str | None
    effect: Effect
    principal: PrincipalElement | None
    action: ActionElement
    resource: ResourceElement | None
    """None in a trust policy, and where a resource-based policy leaves it out: every resource."""
    conditions: tuple[Condition, ...]
    start: Position
    """Where its opening brace stands."""
    end: Position
    """Where its closing brace stands."""
    variables: bool
    """Whether `${...}` is special: the document is of version 2012-10-17."""
    holds: Callable[[Context], bool] | None = field(init=False, repr=False, compare=False)
    """Whether all conditions are met; None when there are none."""

    def __post_init__(self) -> None:
        tests = tuple(condition.holds for condition in self.conditions)
        holds = tests[0] if len(tests) == 1 else lambda context: all(test(context) for test in tests)
        object.__setattr__(self, "holds", holds if tests else None)


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A policy that can be evaluated without looking at its text again."""

    text: str
    """As it was given."""
    kind: PolicyKind
    version: str
    """`2012-10-17` or `2008-10-17`; the latter also where the document names none."""
    policy_id: str | None
    """The `Id` element."""
    statements: tuple[Statement, ...]
    actions: ActionIndex = field(init=False, repr=False, compare=False)
    """Finds the statements that are about an action."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "actions", ActionIndex(self.statements))
