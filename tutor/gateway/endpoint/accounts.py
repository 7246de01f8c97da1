"""The accounts that the endpoint serves: one save, and how to begin them anew."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from tutor.gateway.fresh import begin_again
from tutor.gateway.sandbox import Sandbox
from tutor.gateway.vendored import Credentials

if TYPE_CHECKING:
    from tutor.account import Save


def begun_again(save: "Save") -> "Save":
    """The same save with fresh accounts; what was before stays in its journal."""
    begin_again(save)
    return save


class Accounts:
    """A sandbox whose root key stays the same when its accounts are begun anew.

    `renew` gives the save with fresh accounts: the same one with a new begin, or a new one in its place.
    """

    def __init__(
        self,
        save: "Save",
        *,
        renew: Callable[["Save"], "Save"],
        wall_clock: Callable[[], datetime],
        root_key: Credentials | None = None,
    ) -> None:
        self._renew, self._wall_clock = renew, wall_clock
        own = Sandbox(save, wall_clock).credentials_of(None)
        assert own is not None, "the root user signs with the console's key"
        self.root_key = root_key or own
        self.sandbox = Sandbox(save, wall_clock, root_key=self.root_key)

    @property
    def save(self) -> "Save":
        """Where the accounts are kept now."""
        return self.sandbox.save

    def reset(self) -> None:
        """Fresh accounts; raises errors of the save."""
        before = self.save
        save = self._renew(before)
        if save is not before:
            before.close()
            self.sandbox = Sandbox(save, self._wall_clock, root_key=self.root_key)

    def advance_clock(self, seconds: int) -> datetime:
        """Move the sandbox clock; gives its time."""
        self.save.advance_clock(seconds)
        return self.save.world.clock.next(self._wall_clock())

    def close(self) -> None:
        """Let go of the save."""
        self.save.close()
