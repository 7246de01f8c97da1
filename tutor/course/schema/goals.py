"""The shape of goals and keeps: one thing to reach or to hold, of one kind."""

from typing import Literal

from msgspec import Struct, field

from .terms import (
    AccountId,
    ContextValue,
    Count,
    Id,
    IdentityRef,
    ObjectPath,
    OneOrMore,
    PrincipalRef,
    SignInRef,
    Text,
    Times,
    WhoRef,
)

Since = Literal["lesson", "step"]
PolicyType = Literal["identity", "trust", "resource", "scp", "rcp", "boundary", "session"]


class Asked(Struct, frozen=True):
    """Requests put to the evaluator: each action on each resource."""

    principal: PrincipalRef = field(name="as")
    action: OneOrMore
    resource: OneOrMore
    context: dict[str, ContextValue] = field(default_factory=dict, name="with")


class Refused(Asked, frozen=True):
    """Requests that the evaluator must refuse, by an explicit deny or for want of an allow."""

    by: Literal["explicit", "implicit"] | None = None


class Need(Struct, frozen=True):
    """Requests that a task needs."""

    action: OneOrMore
    resource: OneOrMore


class Minimal(Struct, frozen=True):
    """A principal that may do what is needed and nothing beyond."""

    principal: PrincipalRef = field(name="as")
    need: tuple[Need, ...]


class Thing(Struct, frozen=True, rename="kebab"):
    """One thing in an account: exactly one field is given, beside the account if it is another one."""

    user: Text | None = None
    group: Text | None = None
    role: Text | None = None
    policy: Text | None = None
    bucket: Text | None = None
    object: ObjectPath | None = None
    instance_profile: Text | None = None
    instance: Text | None = None
    login_profile: Text | None = None
    saml_provider: Text | None = None
    oidc_provider: Text | None = None
    account: AccountId | None = None


THING_KINDS = (
    "user",
    "group",
    "role",
    "policy",
    "bucket",
    "object",
    "instance-profile",
    "instance",
    "login-profile",
    "saml-provider",
    "oidc-provider",
)


class Member(Struct, frozen=True):
    """A user in a group."""

    user: Text
    group: Text


class Attached(Struct, frozen=True):
    """A managed policy (name or ARN) attached to a user, a group or a role."""

    policy: Text
    to: IdentityRef


class Keys(Struct, frozen=True):
    """How many access keys a user holds."""

    user: Text
    active: Count | None = None
    total: Count | None = None


class Password(Struct, frozen=True, rename="kebab"):
    """Whether a user has a console password, and must choose a new one."""

    user: Text
    present: bool = True
    reset_required: bool | None = None


class Mfa(Struct, frozen=True):
    """MFA devices that a user, or the root user, has switched on: at least so many."""

    user: Text | None = None
    root: bool = False
    devices: Count = 1


class Trusts(Struct, frozen=True):
    """Somebody whom a role lets assume it, as the evaluator answers."""

    role: Text
    who: WhoRef
    action: Text = "sts:AssumeRole"
    context: dict[str, ContextValue] = field(default_factory=dict, name="with")
    only: bool = False
    """Nobody else of the lesson's people can."""
    account: AccountId | None = None


class RunsAs(Struct, frozen=True):
    """An instance (Name tag or id) whose instance profile hands over a role."""

    instance: Text
    role: Text


class FileGoal(Struct, frozen=True, rename="kebab"):
    """A file of the workspace: a policy that IAM takes, one that decides as another does."""

    name: Text
    valid_policy: bool = False
    kind: PolicyType = "identity"
    equals_policy: Text | None = None
    """A file in `solutions/`."""


class State(Struct, frozen=True):
    """The last resort: a reading operation whose answer a JMESPath expression judges."""

    call: Text
    where: Text
    principal: SignInRef = field(default="root", name="as")
    parameters: dict[str, str | bool | int | tuple[str, ...]] = field(default_factory=dict, name="with")


class Between(Struct, frozen=True):
    """A number from `min` to `max`."""

    min: Count = 0
    max: Count | None = None


class Happening(Struct, frozen=True):
    """Requests in the history, counted."""

    principal: PrincipalRef | None = field(default=None, name="as")
    action: OneOrMore | None = None
    resource: Text | None = None
    decision: Literal["allowed", "implicitDeny", "explicitDeny", "unauthenticated"] | None = None
    error: Text | None = None
    parameters: dict[str, str | bool | int | None] = field(default_factory=dict, name="with")
    """What was asked for, by the API's names: `UserName`; null for what must not be given."""
    code: Literal["used", "wrong"] | None = None
    """An MFA code was refused: one that had been used before, or one that was never the device's."""
    count: Count | Between = Between(1)
    since: Since = "lesson"


class CameIn(Struct, frozen=True):
    """A sign-in to the console that succeeded."""

    principal: SignInRef = field(name="as")
    mfa: bool = False
    """A code was given."""
    since: Since = "lesson"


class KeyOf(Struct, frozen=True):
    """A user's access key by the order in which their keys were made."""

    user: Text
    number: Times


class KeyStatus(Struct, frozen=True, rename="kebab"):
    """What has become of one access key."""

    id_of: KeyOf
    status: Literal["Active", "Inactive", "gone"]


class Happened(Struct, frozen=True):
    """A request in the history, never one of the start lines."""

    action: OneOrMore
    principal: PrincipalRef | None = field(default=None, name="as")
    resource: Text | None = None
    times: Times = 1
    since: Since = "lesson"


class Denied(Struct, frozen=True):
    """A refused request in the history, by a policy or by its credentials."""

    action: OneOrMore | None = None
    principal: PrincipalRef | None = field(default=None, name="as")
    resource: Text | None = None
    error: Text | None = None
    times: Times = 1
    since: Since = "lesson"


class Goal(Struct, frozen=True, rename="kebab"):
    """One thing to reach or to keep: an id and exactly one kind of check."""

    id: Id
    after: Id | None = None
    hidden: bool | Text = False
    """Its text is not shown until it passes, or until the goal named here does."""
    allow: Asked | None = None
    deny: Refused | None = None
    minimal: Minimal | None = None
    trusts: Trusts | None = None
    exists: Thing | None = None
    absent: Thing | None = None
    member: Member | None = None
    attached: Attached | None = None
    no_own_policies: IdentityRef | None = None
    keys: Keys | None = None
    key: KeyStatus | None = None
    password: Password | None = None
    mfa: Mfa | None = None
    runs_as: RunsAs | None = None
    file: FileGoal | None = None
    state: State | None = None
    signed_out: bool | None = None
    signed_in: CameIn | None = None
    denied_once: Denied | None = None
    done_once: Happened | None = None
    event: Happening | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of check given, as the file spells them; a sound goal has one."""
        return tuple(kind for kind in GOAL_KINDS if getattr(self, kind.replace("-", "_")) is not None)

    @property
    def kind(self) -> str:
        """The goal's kind, such as `no-own-policies`."""
        return self.kinds[0]

    @property
    def rule(self) -> object:
        """What the goal's kind asks for."""
        return getattr(self, self.kind.replace("-", "_"))


GOAL_KINDS = (
    "allow",
    "deny",
    "minimal",
    "trusts",
    "exists",
    "absent",
    "member",
    "attached",
    "no-own-policies",
    "keys",
    "key",
    "password",
    "mfa",
    "runs-as",
    "file",
    "state",
    "signed-out",
    "signed-in",
    "denied-once",
    "done-once",
    "event",
)
HISTORY_KINDS = frozenset({"denied-once", "done-once", "event", "signed-in", "signed-out"})
"""Kinds that look back, and so are nothing that can be kept."""
