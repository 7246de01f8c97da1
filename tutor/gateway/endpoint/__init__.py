"""The door on loopback HTTP, for the learner's own AWS CLI, boto3 or Terraform.

Names are loaded at first use: nothing here is loaded by importing the gateway.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.gateway.endpoint.accounts import Accounts
    from tutor.gateway.endpoint.limits import Limits
    from tutor.gateway.endpoint.server import Endpoint

_HOME: Final = {"Accounts": "accounts", "Endpoint": "server", "Limits": "limits"}

__all__ = ["Accounts", "Endpoint", "Limits"]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
