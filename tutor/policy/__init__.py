"""The evaluator: policy documents, decisions and why they fell, without any account, screen or clock."""

from .case import Case, CaseError, load_case, read_case
from .context import Context, ContextValue
from .document import PolicyDocument, Statement
from .explain import ElementTrace, ValueTrace
from .message import access_denied_message
from .outcome import DecidedBy, Outcome, UnsupportedError, Verdict
from .parse import parse_policy
from .principals import Principal, PrincipalKind
from .request import AttachedPolicy, PolicySet, Request
from .simulate import simulate
from .source import PolicyError, Position
from .trace import Decision, LayerTrace, StatementRef, StatementTrace, Trace, decide
from .vocabulary import Effect, PolicyKind

__all__ = [
    "AttachedPolicy",
    "Case",
    "CaseError",
    "Context",
    "ContextValue",
    "DecidedBy",
    "Decision",
    "Effect",
    "ElementTrace",
    "LayerTrace",
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
    "UnsupportedError",
    "ValueTrace",
    "Verdict",
    "access_denied_message",
    "decide",
    "load_case",
    "parse_policy",
    "read_case",
    "simulate",
]
