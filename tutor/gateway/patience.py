"""How long a waiter of the AWS CLI waits, and how somebody stops it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final


class Patience:
    """Waiters ask once, unless somebody sits there who can stop them: then they sleep between two looks."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self.is_patient = False
        """A waiter may take its time."""

    @contextmanager
    def lasting(self) -> Iterator[None]:
        """While a command runs that `stop` may end from another thread."""
        self._stopped.clear()
        self.is_patient = True
        try:
            yield
        finally:
            self.is_patient = False

    def stop(self) -> None:
        """End the sleep of a waiter; its command returns at once, as after Ctrl+C."""
        self._stopped.set()

    def pause(self, seconds: float) -> None:
        """Sleep; raises KeyboardInterrupt when it is stopped."""
        if self._stopped.wait(seconds):
            raise KeyboardInterrupt


PATIENCE: Final = Patience()
"""The one of this process: commands run one at a time."""

STOPPED: Final = 130
"""The exit code of a command that was stopped."""
