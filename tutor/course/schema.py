"""The shape of `lesson.yaml`: structures without prose. What is not a field here is refused."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["sora-uploads"])]
AccountId = Annotated[str, Meta(pattern=r"^[0-9]{12}$", examples=["111111111111"])]
Text = Annotated[str, Meta(min_length=1)]
PrincipalRef = Annotated[
    str, Meta(pattern=r"^(root|(user|profile)/[\w+=,.@-]+)$", examples=["root", "user/yuna", "profile/typo"])
]
UserRef = Annotated[str, Meta(pattern=r"^user/[\w+=,.@-]+$", examples=["user/yuna"])]
IdentityRef = Annotated[
    str, Meta(pattern=r"^(user|group)/[\w+=,.@-]+$", examples=["user/yuna", "group/developers"])
]
ObjectPath = Annotated[str, Meta(pattern=r"^[a-z0-9.-]+/.+$", examples=["moonrabbit-photos/a.jpg"])]
Moment = Annotated[datetime, Meta(tz=True, examples=["2026-01-05T09:00:00Z"])]
Count = Annotated[int, Meta(ge=0)]
Times = Annotated[int, Meta(ge=1)]
OneOrMore = Text | tuple[Text, ...]
ContextValue = str | bool | int | tuple[str, ...]


class Profile(Struct, frozen=True, rename="kebab"):
    """Who a console profile signs as: exactly one of a user, root or an unknown key."""

    user: Text | None = None
    root: bool = False
    wrong_secret: bool = False
    unknown_key: bool = False


class StartLine(Struct, frozen=True):
    """One console line that builds the account, who runs it, when, and the error it is meant to end in."""

    run: Text
    principal: PrincipalRef = field(default="root", name="as")
    at: Moment | None = None
    fails: Text | None = None


class Start(Struct, frozen=True):
    """How the lesson's account comes to be."""

    lines: tuple[Text | StartLine, ...] = ()


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


class Thing(Struct, frozen=True):
    """One thing in the account: exactly one field is given."""

    user: Text | None = None
    group: Text | None = None
    policy: Text | None = None
    bucket: Text | None = None
    object: ObjectPath | None = None


class Member(Struct, frozen=True):
    """A user in a group."""

    user: Text
    group: Text


class Attached(Struct, frozen=True):
    """A managed policy (name or ARN) attached to a user or a group."""

    policy: Text
    to: IdentityRef


class Keys(Struct, frozen=True):
    """How many access keys a user holds."""

    user: Text
    active: Count | None = None
    total: Count | None = None


class Happened(Struct, frozen=True):
    """A request in the history, never one of the start lines."""

    action: OneOrMore
    principal: PrincipalRef | None = field(default=None, name="as")
    resource: Text | None = None
    times: Times = 1
    since: Literal["lesson", "step"] = "lesson"


class Denied(Struct, frozen=True):
    """A refused request in the history, by a policy or by its credentials."""

    action: OneOrMore | None = None
    principal: PrincipalRef | None = field(default=None, name="as")
    resource: Text | None = None
    error: Text | None = None
    times: Times = 1
    since: Literal["lesson", "step"] = "lesson"


class Goal(Struct, frozen=True, rename="kebab"):
    """One thing to reach or to keep: an id and exactly one kind of check."""

    id: Id
    after: Id | None = None
    allow: Asked | None = None
    deny: Refused | None = None
    minimal: Minimal | None = None
    exists: Thing | None = None
    absent: Thing | None = None
    member: Member | None = None
    attached: Attached | None = None
    no_own_policies: UserRef | None = None
    keys: Keys | None = None
    denied_once: Denied | None = None
    done_once: Happened | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of check given, as the file spells them; a sound goal has one."""
        return tuple(kind for kind in GOAL_KINDS if getattr(self, kind.replace("-", "_")) is not None)

    @property
    def kind(self) -> str:
        """The goal's kind, such as `no-own-policies`."""
        return self.kinds[0]


GOAL_KINDS = (
    "allow",
    "deny",
    "minimal",
    "exists",
    "absent",
    "member",
    "attached",
    "no-own-policies",
    "keys",
    "denied-once",
    "done-once",
)
HISTORY_KINDS = frozenset({"denied-once", "done-once"})
LATER_KINDS = frozenset({"password", "mfa", "trusts", "runs-as", "file", "state", "event"})
"""Kinds that the format plans and this loader refuses by name."""


class Predict(Struct, frozen=True):
    """One request whose outcome the learner foretells; `expect` is what the text relies on."""

    principal: PrincipalRef = field(name="as")
    action: Text
    resource: Text
    expect: Literal["allowed", "refused"]
    context: dict[str, ContextValue] = field(default_factory=dict, name="with")


class Do(Struct, frozen=True):
    """Work in the console, done when every goal passes."""

    goals: tuple[Goal, ...]
    solution: tuple[Text, ...]
    line: Text | None = None
    """The whole command, shown in grey; Enter runs it."""
    begin: Text | None = None
    """The first half of a command; the learner types on."""


class Choose(Struct, frozen=True):
    """A question with options; a list as answer means that all of these and no other must be picked."""

    options: tuple[Id, ...]
    answer: Id | tuple[Id, ...]

    @property
    def several(self) -> bool:
        """Whether more than one option may be picked."""
        return not isinstance(self.answer, str)

    @property
    def answers(self) -> frozenset[str]:
        """The options that are right."""
        return frozenset([self.answer] if isinstance(self.answer, str) else self.answer)


StepKind = Literal["read", "predict", "do", "choose"]
STEP_KINDS: tuple[StepKind, ...] = ("read", "predict", "do", "choose")
LATER_STEPS = frozenset({"order", "fill", "repair", "sign-in"})
"""Kinds of step that the format plans and this loader refuses by name."""


class Step(Struct, frozen=True):
    """One step of a lesson: exactly one of `read`, `predict`, `do`, `choose`."""

    id: Id
    read: bool = False
    predict: Predict | None = None
    do: Do | None = None
    choose: Choose | None = None
    teaches: tuple[Text, ...] = ()
    practises: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()
    shows: tuple[Literal["map"], ...] = ()
    recall: bool = False

    @property
    def kinds(self) -> tuple[StepKind, ...]:
        """The kinds given; a sound step has one."""
        return tuple(kind for kind in STEP_KINDS if getattr(self, kind))

    @property
    def kind(self) -> StepKind:
        """What the learner does in this step."""
        return self.kinds[0]

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of a do step, of any other none."""
        return self.do.goals if self.do else ()


class MapRequest(Struct, frozen=True):
    """One column of the permission map."""

    id: Id
    action: Text
    resource: Text


class MapPrincipal(Struct, frozen=True):
    """One row of the permission map."""

    principal: PrincipalRef = field(name="as")
    requests: tuple[MapRequest, ...]


class LessonFile(Struct, frozen=True):
    """A whole `lesson.yaml`."""

    id: Id
    skills: tuple[Text, ...]
    clock: Moment
    profiles: dict[str, Profile]
    caller: Text
    steps: tuple[Step, ...]
    minutes: Times | None = None
    layers: Literal["gates", "identity", "all"] = "gates"
    account: AccountId = "111111111111"
    alias: Text | None = None
    start: Start = Start()
    keep: tuple[Goal, ...] = ()
    map: tuple[MapPrincipal, ...] = ()
