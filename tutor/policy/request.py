"""The question: who wants to do what, to what, under which circumstances."""

from dataclasses import dataclass, field

from .context import Context
from .document import PolicyDocument
from .principals import Principal
from .views import View

__all__ = ["AttachedPolicy", "PolicySet", "Request"]


@dataclass(frozen=True, slots=True)
class Request:
    """One action on one resource."""

    principal: Principal
    action: str
    """`service:Name`; its case does not matter."""
    resource: str
    """An ARN, or `*` where the action is about no single resource."""
    resource_account: str | None = None
    """The account that owns the resource; None: the one in its ARN, else the caller's."""
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class AttachedPolicy:
    """A policy that applies to a request, and where it comes from."""

    source: str
    """The ARN of a managed policy, or `inline:<name>`, or what else tells it from the others."""
    document: PolicyDocument
    through: str | None = None
    """The ARN of the group that it is inherited by; None when it is the caller's own."""


Policies = tuple[AttachedPolicy, ...]


@dataclass(frozen=True, slots=True)
class PolicySet:
    """All policies that apply to a request, by kind; what is left out does not exist."""

    identity: Policies = ()
    """Those of the caller, own and inherited; of a session, those of its role or user."""
    resource: AttachedPolicy | None = None
    """The policy on the resource; of a role, its trust policy."""
    boundary: AttachedPolicy | None = None
    session: Policies = ()
    """Passed when the session was asked for; several count as their union."""
    service_control: tuple[Policies, ...] = ()
    """By level, from the organization's root to the caller's account; empty when no SCP applies."""
    resource_control: tuple[Policies, ...] = ()
    """By level, from the organization's root to the resource's account; full access is implied everywhere."""
    views: dict[str, View] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By action in lower case: what the policies hold about it, once somebody asked."""
