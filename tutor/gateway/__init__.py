"""The door between AWS requests and the sandbox account: wire formats, signatures, the AWS CLI (floor 3).

Names are loaded at first use: importing this package loads neither the AWS CLI nor the account.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.gateway.aws_cli import AwsCli, CommandResult, Terminal, sandbox_cli
    from tutor.gateway.complete import Completion
    from tutor.gateway.console import Console, ConsoleResult
    from tutor.gateway.events import Event, Explanation
    from tutor.gateway.http import Headers, HttpRequest, HttpResponse
    from tutor.gateway.needs import Need
    from tutor.gateway.notices import Notice
    from tutor.gateway.profiles import ProfileDefinition
    from tutor.gateway.sandbox import Sandbox, UnknownPrincipal
    from tutor.gateway.stamp import Stamp
    from tutor.gateway.typed import Fix, mend
    from tutor.gateway.vendored import Credentials

_MODULES: Final = {
    "aws_cli": ("AwsCli", "CommandResult", "Terminal", "sandbox_cli"),
    "complete": ("Completion",),
    "console": ("Console", "ConsoleResult"),
    "events": ("Event", "Explanation"),
    "http": ("Headers", "HttpRequest", "HttpResponse"),
    "needs": ("Need",),
    "notices": ("Notice",),
    "profiles": ("ProfileDefinition",),
    "sandbox": ("Sandbox", "UnknownPrincipal"),
    "stamp": ("Stamp",),
    "typed": ("Fix", "mend"),
    "vendored": ("Credentials",),
}
_HOME: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "AwsCli",
    "CommandResult",
    "Completion",
    "Console",
    "ConsoleResult",
    "Credentials",
    "Event",
    "Explanation",
    "Fix",
    "Headers",
    "HttpRequest",
    "HttpResponse",
    "Need",
    "Notice",
    "ProfileDefinition",
    "Sandbox",
    "Stamp",
    "Terminal",
    "UnknownPrincipal",
    "mend",
    "sandbox_cli",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
