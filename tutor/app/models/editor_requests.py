"""Requests beside the text, and what becomes of them with it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.policy import Decision
    from tutor.policy.context import ContextSource

MUST_PASS, MUST_FAIL = "allow", "deny"
UNREAD = "unread"
"""In place of an outcome: the text is no policy yet."""
UNKNOWN = "unknown"
"""In place of an outcome: there is no such principal."""


@dataclass(frozen=True, slots=True)
class SideRequest:
    """A request that is decided again and again while the text changes."""

    principal: str
    """As for `Sandbox.ask`."""
    action: str
    resource: str
    """As it is shown; a pattern stands for all of `asked`."""
    wanted: str = ""
    """`allow` or `deny`; empty if the learner only wants to see it."""
    asked: tuple[str, ...] = ()
    """The resources that are asked about; empty for `resource` itself."""
    context: "tuple[tuple[str, ContextSource | None], ...]" = ()
    own: bool = False
    """The learner put it there."""
    by: str = ""
    """`explicit` or `implicit`, if that matters."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of a request."""

    request: SideRequest
    outcome: str
    """As `tutor.policy.Outcome` names it; UNREAD, UNKNOWN."""
    before: str = ""
    """What becomes of it in the account as it is."""
    statement: str = ""
    """Which statement of the text settles it: its Sid, or its number from 1; empty if none does."""
    policy: str = ""
    """The other policy that settles it; empty if it is the text or nothing."""
    decision: "Decision | None" = None

    @property
    def passes(self) -> bool:
        """The request goes through."""
        return self.outcome == "allowed"

    @property
    def as_wanted(self) -> bool | None:
        """Whether it is as it has to be; None if nobody said."""
        if not self.request.wanted or self.outcome in {UNREAD, UNKNOWN}:
            return None
        if self.request.wanted == MUST_PASS:
            return self.passes
        kinds = {"explicit": "explicitDeny", "implicit": "implicitDeny"}
        return self.outcome == kinds[self.request.by] if self.request.by else not self.passes

    @property
    def changed(self) -> bool:
        """The text would change what becomes of it."""
        return self.outcome != self.before and self.outcome not in {UNREAD, UNKNOWN}


@dataclass(frozen=True, slots=True)
class Judgement:
    """All requests at one state of the text."""

    rows: tuple[Judged, ...] = ()
    place: str = ""
    """How the text was taken: `in-place` of a policy, `as-if` it were attached, `unread`."""
    policy: str = ""
    """The policy that it stood in for."""
