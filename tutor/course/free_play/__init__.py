"""Free play: accounts without a lesson, kept by name in the learner's save.

What opens an account is loaded at first use: listing the sandboxes reads no lesson.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from .kept import FreePlay, KeptSandbox, UnusableNameError, sandbox_folder

if TYPE_CHECKING:
    from .account import ADMIN, begin_free, open_free
    from .ideas import Idea, ideas_for
    from .run import FreeRun

_HOME: Final = {
    "ADMIN": "account",
    "begin_free": "account",
    "open_free": "account",
    "Idea": "ideas",
    "ideas_for": "ideas",
    "FreeRun": "run",
}

__all__ = [
    "ADMIN",
    "FreePlay",
    "FreeRun",
    "Idea",
    "KeptSandbox",
    "UnusableNameError",
    "begin_free",
    "ideas_for",
    "open_free",
    "sandbox_folder",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
