"""The order of checks for each kind of policy (`spec/iam-facts.md` 2.2, 2.4)."""

from typing import Final

from .grammar import LATEST_VERSION, Grammar, texts_of, values_of
from .nodes import JsonObject, JsonText
from .resources import check_resources
from .vocabulary import PolicyKind
from .wildcards import compile_pattern

__all__ = ["check_kind"]

TRUST_ACTIONS: Final = (
    "sts:assumerole",
    "sts:assumerolewithsaml",
    "sts:assumerolewithwebidentity",
    "sts:tagsession",
    "sts:setsourceidentity",
    "sts:setcontext",
)
"""What a role trust policy may speak of, in lower case."""


def check_kind(grammar: Grammar, document: JsonObject, kind: PolicyKind, *, stored: bool) -> None:
    """Raises PolicyError at the first fault behind syntax; `stored`: not by the rules for new documents."""
    match kind:
        case PolicyKind.IDENTITY | PolicyKind.BOUNDARY | PolicyKind.SESSION:
            _identity_based(grammar, document, stored=stored)
        case PolicyKind.TRUST:
            _trust(grammar, stored=stored)
        case PolicyKind.RESOURCE:
            _resource_based(grammar)
        case PolicyKind.SCP | PolicyKind.RCP:
            _organization(grammar, kind)


def _identity_based(grammar: Grammar, document: JsonObject, *, stored: bool) -> None:
    version = document.get("Version")
    if not stored and not (isinstance(version, JsonText) and version.value == LATEST_VERSION):
        message = f"Policy document must be version {LATEST_VERSION} or greater."
        node = version or document
        end = node.end if version is not None else node.start + 1
        raise grammar.source.error(message, "old-version", node.start, end, f'"{LATEST_VERSION}"')
    grammar.legacy()
    form = None if stored else check_resources(grammar)
    _no_principal(grammar)
    if not stored:
        grammar.unique_sids()
    grammar.actions_exist()
    if form is not None:
        raise form
    grammar.action_names()
    grammar.resources_exist()


def _no_principal(grammar: Grammar) -> None:
    for statement in grammar.statements:
        key = statement.key("Principal") or statement.key("NotPrincipal")
        if key is not None:
            grammar.fail("Policy document should not specify a principal.", "principal-forbidden", key)


def _trust(grammar: Grammar, *, stored: bool) -> None:
    grammar.legacy()
    if not stored:
        grammar.unique_sids()
    for statement in grammar.statements:
        key = statement.key("Resource") or statement.key("NotResource")
        if key is not None:
            grammar.fail(f"Has prohibited field {key.value}", "resource-forbidden", key)
    _needs_principal(grammar)
    grammar.actions_exist()
    grammar.action_names()
    for statement in grammar.statements:
        _assume_family(grammar, statement)
        if (spared := statement.key("NotPrincipal")) is not None:
            grammar.fail("Has prohibited field NotPrincipal", "not-principal-forbidden", spared)
        _principal_names(grammar, statement)


def _assume_family(grammar: Grammar, statement: JsonObject) -> None:
    message = "AssumeRole policy may only specify STS AssumeRole actions."
    if (negated := statement.key("NotAction")) is not None:
        grammar.fail(message, "trust-action", negated, '"Action"')
    for action in texts_of(statement.get("Action")):
        fits = compile_pattern(action.value.lower())
        if not action.value.lower().startswith("sts:") or not any(map(fits, TRUST_ACTIONS)):
            grammar.fail(message, "trust-action", action, '"sts:AssumeRole"')


def _resource_based(grammar: Grammar) -> None:
    grammar.legacy()
    _needs_principal(grammar)
    grammar.actions_exist()
    grammar.action_names()
    for statement in grammar.statements:
        effect = statement.get("Effect")
        spared = statement.key("NotPrincipal")
        if spared is not None and isinstance(effect, JsonText) and effect.value == "Allow":
            message = "Allow with NotPrincipal is not supported."
            grammar.fail(message, "not-principal-allow", spared, '"Principal"')
        _principal_names(grammar, statement)


def _organization(grammar: Grammar, kind: PolicyKind) -> None:
    grammar.legacy()
    if kind is PolicyKind.SCP:
        _no_principal(grammar)
    else:
        _needs_principal(grammar)
        for statement in grammar.statements:
            for name in ("Principal", "NotPrincipal"):
                _everyone(grammar, statement, name)
    grammar.actions_exist()
    grammar.resources_exist()
    grammar.action_names()


def _everyone(grammar: Grammar, statement: JsonObject, name: str) -> None:
    principal = statement.get(name)
    if principal is None:
        return
    written = principal.get("AWS") if isinstance(principal, JsonObject) else principal
    texts = [text.value for text in texts_of(written)]
    alone = not isinstance(principal, JsonObject) or len(principal.members) == 1
    if name == "NotPrincipal" or texts != ["*"] or not alone:
        message = 'The Principal of a resource control policy must be "*".'
        grammar.fail(message, "rcp-principal", principal, '"*"')


def _needs_principal(grammar: Grammar) -> None:
    for statement in grammar.statements:
        if statement.get("Principal") is None and statement.get("NotPrincipal") is None:
            message, start = "Missing required field Principal", statement.start
            raise grammar.source.error(message, "missing-element", start, start + 1, '"Principal"')


def _principal_names(grammar: Grammar, statement: JsonObject) -> None:
    """No group, and no wildcard inside a principal."""
    for name in ("Principal", "NotPrincipal"):
        principal = statement.get(name)
        for family, values in principal.members if isinstance(principal, JsonObject) else ():
            for value in values_of(values):
                text = value.value if isinstance(value, JsonText) else ""
                group = family.value == "AWS" and ":group/" in text
                partly = text != "*" and ("*" in text or "?" in text)
                if not text or group or partly:
                    message = f'Invalid principal in policy: "{family.value}":"{text}"'
                    grammar.fail(message, "principal-value", value)
