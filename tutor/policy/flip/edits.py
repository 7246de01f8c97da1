"""The edits that can turn a decision, as data."""

from dataclasses import dataclass
from enum import StrEnum

from ..compare import Answer
from ..outcome import DecidedBy
from ..request import PolicySet, Request
from ..trace import Decision

__all__ = ["Edit", "EditKind", "Flip", "Proposal"]


class EditKind(StrEnum):
    """The fixed list of edits; each is tried wherever it fits."""

    SET_CONTEXT = "setContext"
    """Ask with another value of a key, such as with MFA; no policy changes."""
    ADD_ACTION = "addAction"
    """List the action in a statement; in NotAction that takes it out of the statement's reach."""
    REMOVE_ACTION = "removeAction"
    """Take the values that cover the action from a list of several."""
    ADD_RESOURCE = "addResource"
    """List the resource in a statement, or the wildcard of its folder or bucket."""
    REMOVE_RESOURCE = "removeResource"
    """Take the values that cover the resource from a list of several."""
    NAME_CALLER = "nameCaller"
    """Name the caller in the Principal of a policy on the resource, or spare them in its NotPrincipal."""
    CHANGE_CONDITION_VALUE = "changeConditionValue"
    """Give a condition the request's value, or take from it those that fit the request."""
    DROP_CONDITION = "dropCondition"
    """Remove one operator and key."""
    REMOVE_STATEMENT = "removeStatement"
    ADD_STATEMENT = "addStatement"
    """A statement with exactly this action and resource, in a policy that is there."""
    ADD_POLICY = "addPolicy"
    """The same statement in a policy of its own."""
    ATTACH_POLICY = "attachPolicy"
    """Attach a policy that exists and is not attached to the caller."""
    DETACH_POLICY = "detachPolicy"
    """Take a whole policy away: detach it, or remove boundary, session policy or policy on the resource."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: what changes where."""

    kind: EditKind
    size: int
    """How many values of documents or of the request it writes or removes; a policy attached counts one."""
    layer: DecidedBy | None = None
    """The kind of policy; None for the request."""
    policy: str | None = None
    """The source of the policy, as in `AttachedPolicy`; None where it is new."""
    through: str | None = None
    """The group that the policy is inherited by."""
    number: int | None = None
    """The policy's number in its layer before the edit, levels counted through; None where it is new."""
    statement: int | None = None
    """The statement's number before the edit; None where it is new."""
    element: str | None = None
    """`Action`, `NotResource`, `Condition` ..."""
    operator: str | None = None
    key: str | None = None
    """Of a condition or of the context."""
    before: tuple[str, ...] = ()
    """The values before; empty where there were none."""
    after: tuple[str, ...] = ()
    """The values after; empty where none are left."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edit and what it makes of request and policies."""

    edit: Edit
    request: Request
    policies: PolicySet


@dataclass(frozen=True, slots=True)
class Flip:
    """Edits that turn the decision, and what else they change."""

    edits: tuple[Edit, ...]
    """One where one is enough; of several, each is told as things stand after those before it."""
    request: Request
    """The request after it; another one only where an edit sets the context."""
    policies: PolicySet
    """The policies after it."""
    decision: Decision
    """What the request then gets."""
    gains: int
    """How many other requests of the vocabulary are allowed after it and were not before.

    Others are about another action or resource: each known resource, and one of every further kind that any
    of the flips tells apart. The request's context stays; keys that it lacks are free.
    """
    losses: int
    """How many of them were allowed before and are not after it."""
    also_allows: Answer
    """One of those gained, or whether there is none."""

    @property
    def size(self) -> int:
        """The values that the edits write or remove."""
        return sum(edit.size for edit in self.edits)
