"""The evaluator: policy documents, decisions and why they fell, without any account, screen or clock."""

from importlib import import_module
from typing import TYPE_CHECKING

from .case import Case, CaseError, load_case, read_case
from .context import Context, ContextValue
from .document import PolicyDocument, Statement
from .explain import ElementTrace, StatementTrace
from .message import access_denied_message
from .outcome import DecidedBy, Outcome, UnsupportedError, Verdict
from .parse import parse_policy
from .principals import Principal, PrincipalKind
from .request import AttachedPolicy, PolicySet, Request
from .simulate import simulate
from .source import PolicyError, Position
from .trace import Decision, LayerTrace, Trace, decide
from .values import ValueTrace
from .views import StatementRef
from .vocabulary import Effect, PolicyKind

if TYPE_CHECKING:
    from .compare import Frame, KnownAction, Need, NoWitness, Undecided, Witness, surplus, witness
    from .flip import Edit, EditKind, Flip, flips

__all__ = [
    "AttachedPolicy",
    "Case",
    "CaseError",
    "Context",
    "ContextValue",
    "DecidedBy",
    "Decision",
    "Edit",
    "EditKind",
    "Effect",
    "ElementTrace",
    "Flip",
    "Frame",
    "KnownAction",
    "LayerTrace",
    "Need",
    "NoWitness",
    "Outcome",
    "PolicyDocument",
    "PolicyError",
    "PolicyKind",
    "PolicySet",
    "Position",
    "Principal",
    "PrincipalKind",
    "Request",
    "Statement",
    "StatementRef",
    "StatementTrace",
    "Trace",
    "Undecided",
    "UnsupportedError",
    "ValueTrace",
    "Verdict",
    "Witness",
    "access_denied_message",
    "decide",
    "flips",
    "load_case",
    "parse_policy",
    "read_case",
    "simulate",
    "surplus",
    "witness",
]

_ON_REQUEST = {
    "compare": {"Frame", "KnownAction", "Need", "NoWitness", "Undecided", "Witness", "surplus", "witness"},
    "flip": {"Edit", "EditKind", "Flip", "flips"},
}
"""What is loaded when it is first asked for: most programs only decide."""


def __getattr__(name: str) -> object:
    for package, names in _ON_REQUEST.items():
        if name in names:
            return getattr(import_module(f".{package}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
