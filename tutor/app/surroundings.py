"""The account around a file that is to become a policy, for the editor and for plain mode."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.app.models.editor_completion import AccountNames
from tutor.app.models.editor_policies import StoredPolicy
from tutor.app.models.editor_requests import SideRequest

if TYPE_CHECKING:
    from tutor.app.editor_lines import Holders
    from tutor.course.run.asked import AskedRequest
    from tutor.gateway.sandbox import Sandbox


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The account around the text."""

    policies: tuple[StoredPolicy, ...] = ()
    mine: StoredPolicy | None = None
    """The policy that the file is written for."""
    names: AccountNames = field(default_factory=AccountNames)
    requests: tuple[SideRequest, ...] = ()
    """Those of the lesson."""
    holders: "Holders | None" = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it is now, and what tells whose policy it is."""

    name: str
    text: str
    policy: str = ""
    """The key of the policy that it is known to be for."""
    lines: Sequence[str] = ()
    """Console lines, the newest last."""


def surroundings_of(sandbox: "Sandbox", asked: "Iterable[AskedRequest]", sheet: Sheet) -> Surroundings:
    """The account as it is now; `asked` are the requests of the lesson's step."""
    from tutor.app.editor_lines import Holders
    from tutor.app.editor_names import account_names
    from tutor.app.editor_policies import policy_of_file, stored_policies

    policies = stored_policies(sandbox)
    here = sandbox.account
    requests = tuple(
        SideRequest(
            one.principal,
            one.action,
            one.resource,
            one.wanted,
            one.asked,
            tuple(one.context.items()),
            by=one.by,
        )
        for one in asked
    )
    return Surroundings(
        policies,
        policy_of_file(sheet.name, sheet.text, policies, sheet.lines, sheet.policy),
        account_names(sandbox),
        requests,
        Holders(tuple(here.users), tuple(here.groups), tuple(here.roles), tuple(here.buckets)),
    )
