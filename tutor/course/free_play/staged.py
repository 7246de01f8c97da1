"""An account that somebody else wants to be played in: requests that make it, and whose key speaks there."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from .kept import STAGED

if TYPE_CHECKING:
    from tutor.account import Save

BODY: Final = "Body"
"""What a file holds: text here, bytes in a request."""


@dataclass(frozen=True, slots=True)
class StagedRequest:
    """One request of an account's root user."""

    account: str
    service: str
    operation: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StagedAccount:
    """Accounts, the requests that fill them, the console's profiles."""

    accounts: tuple[str, ...]
    """Their ids; the first is the learner's."""
    requests: tuple[StagedRequest, ...]
    profiles: dict[str, dict[str, str | bool]] = field(default_factory=dict)
    caller: str | None = None
    """The profile that signs by default; None for root."""


def begin_staged(save: "Save", staged: StagedAccount) -> None:
    """A fresh account as it was staged; raises StagingError for a request that is refused."""
    from tutor.account import ClockMode, RequestRecord, caller_of
    from tutor.gateway.sandbox import CONSOLE_ADDRESS

    with save.exclusive():
        save.begin(accounts=staged.accounts, mode=ClockMode.WALL)
        for one in staged.requests:
            account = save.world.accounts[one.account]
            root = caller_of(account, account.root)
            parameters = {
                name: value.encode() if name == BODY else value for name, value in one.parameters.items()
            }
            request = RequestRecord(one.service, one.operation, parameters, root, None, CONSOLE_ADDRESS)
            recorded = save.append(request, start=True)
            if recorded.error is not None:
                raise StagingError(f"{one.operation}: {recorded.error}")
        for name, definition in staged.profiles.items():
            save.set_profile(name, definition, start=True)


class StagingError(ValueError):
    """A request of a staged account was refused."""


def keep_staged(folder: Path, staged: StagedAccount) -> None:
    """Keep what a new sandbox begins with."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / STAGED).write_bytes(msgspec.json.encode(staged))


def staged_in(folder: Path) -> StagedAccount | None:
    """What a sandbox began with; None where it was empty or a lesson's."""
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode((folder / STAGED).read_bytes(), type=StagedAccount)
    return None
