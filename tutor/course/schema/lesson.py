"""The shape of a whole `lesson.yaml`."""

from typing import Literal

from msgspec import Struct, field

from .goals import Goal
from .steps import Step
from .terms import AccountId, Id, Moment, PrincipalRef, Text, Times


class Profile(Struct, frozen=True, rename="kebab"):
    """Who a console profile signs as: exactly one of a user, root or an unknown key."""

    user: Text | None = None
    root: bool = False
    wrong_secret: bool = False
    unknown_key: bool = False
    account: AccountId | None = None
    """Whose user or root it is, if another account's than the learner's."""


class StartLine(Struct, frozen=True):
    """One console line that builds the account, who runs it, when, and the error it is meant to end in."""

    run: Text
    principal: PrincipalRef = field(default="root", name="as")
    at: Moment | None = None
    fails: Text | None = None


class Start(Struct, frozen=True):
    """How the lesson's account comes to be."""

    lines: tuple[Text | StartLine, ...] = ()
    before: Id | None = field(default=None, name="from")
    """The lesson whose solution leaves the account and the files that this one begins with."""


class FurtherAccount(Struct, frozen=True):
    """An account beside the learner's."""

    id: AccountId
    alias: Text | None = None


class Organization(Struct, frozen=True):
    """An organization that is there at the start, with all features and both kinds of control policy."""

    management: AccountId
    members: tuple[AccountId, ...] = ()


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
    predictions: Literal["two", "three"] = "two"
    """Two: goes through or is refused; three: the refusal by its kind."""
    account: AccountId = "111111111111"
    alias: Text | None = None
    accounts: tuple[FurtherAccount, ...] = ()
    organization: Organization | None = None
    vary: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    start: Start = Start()
    keep: tuple[Goal, ...] = ()
    facts: tuple[Goal, ...] = ()
    """What texts ask of the account and the history with `{when …}`; nothing that is graded."""
    map: tuple[MapPrincipal, ...] = ()
