"""Ends the app in order when the system asks it to."""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.app import App

ASKS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""End, and the terminal is gone."""
BY_SIGNAL: Final = 128
"""What a shell adds to a signal's number for the exit code."""


def leave_on_signals(app: "App[Any]") -> None:
    """From now on SIGTERM and SIGHUP end the app as its own key does; the terminal is given back."""
    loop = asyncio.get_running_loop()
    for number in ASKS:
        with suppress(NotImplementedError, RuntimeError):  # Windows; a loop outside the main thread
            loop.add_signal_handler(number, _leave, app, number)


def _leave(app: "App[Any]", number: int) -> None:
    app.exit(return_code=BY_SIGNAL + number)
