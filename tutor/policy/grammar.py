"""Checks a document as the service does: its words, its order of checks (`spec/iam-facts.md` 2.4).

Each function is one step of that order and raises at the first fault it finds; later steps may rely on what
earlier ones have checked.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, Never

from .dates import instant
from .nodes import JsonArray, JsonBoolean, JsonNode, JsonNumber, JsonObject, JsonText
from .source import Source
from .vocabulary import (
    EFFECTS,
    OPERATORS,
    PAIRS,
    PRINCIPAL_FAMILIES,
    SERVICE_LETTERS,
    SID_LETTERS,
    STATEMENT_ELEMENTS,
    TOP_ELEMENTS,
    read_operator,
)

__all__ = ["LATEST_VERSION", "SYNTAX", "VERSIONS", "Grammar", "values_of"]

SYNTAX: Final = "Syntax errors in policy."
LEGACY: Final = "The policy failed legacy parsing"
LATEST_VERSION: Final = "2012-10-17"
VERSIONS: Final = (LATEST_VERSION, "2008-10-17")
CONDITION_VALUES: Final = (JsonText, JsonNumber, JsonBoolean)


def values_of(node: JsonNode) -> tuple[JsonNode, ...]:
    """The values of an element that may be written bare or as an array."""
    return node.items if isinstance(node, JsonArray) else (node,)


def texts_of(node: JsonNode | None) -> Iterator[JsonText]:
    """The strings among the values of an element."""
    if node is not None:
        yield from (value for value in values_of(node) if isinstance(value, JsonText))


class Grammar:
    """The checks that every kind of policy shares."""

    def __init__(self, source: Source, root: JsonNode) -> None:
        self.source = source
        self.root = root
        self.statements: tuple[JsonObject, ...] = ()

    def fail(self, message: str, fault: str, node: JsonNode, expected: str = "") -> Never:
        """Refuses the document because of `node`."""
        raise self.source.error(message, fault, node.start, node.end, expected)

    def syntax(self) -> JsonObject:
        """What the service calls syntax: the elements and their types. Gives the document."""
        if not isinstance(self.root, JsonObject):
            self.fail(SYNTAX, "not-an-object", self.root, "{")
        document = self.root
        self._known(document, TOP_ELEMENTS)
        version = document.get("Version")
        if version is not None and not (isinstance(version, JsonText) and version.value in VERSIONS):
            self.fail(SYNTAX, "version-value", version, f'"{LATEST_VERSION}"')
        self._text(document, "Id")
        statement = document.get("Statement")
        if statement is None:
            self._missing(document, "Statement")
        if not isinstance(statement, JsonObject | JsonArray):
            self.fail(SYNTAX, "statement-type", statement, "{")
        if isinstance(statement, JsonArray) and not statement.items:
            self.fail(SYNTAX, "empty-statement", statement, "{")
        for item in values_of(statement):
            if not isinstance(item, JsonObject):
                self.fail(SYNTAX, "statement-type", item, "{")
            self.statements += (item,)
            self._statement_syntax(item)
        return document

    def legacy(self) -> None:
        """What the service's older parser refuses: the case of Effect, and dates."""
        for statement in self.statements:
            effect = statement.get("Effect")
            if isinstance(effect, JsonText) and effect.value not in EFFECTS:
                self.fail(LEGACY, "effect-case", effect, f'"{effect.value.capitalize()}"')
            for operator, _, value in self._conditions(statement):
                name = read_operator(operator.value)
                if name is not None and name.base.startswith("Date"):
                    self._dates(value)

    def unique_sids(self) -> None:
        """Sids are letters and digits, each used once."""
        seen: set[str] = set()
        for statement in self.statements:
            for sid in texts_of(statement.get("Sid")):
                if not SID_LETTERS.issuperset(sid.value):
                    message = (
                        "Statement IDs (SID) must be alpha-numeric. "
                        "Check that your input satisfies the regular expression [0-9A-Za-z]*"
                    )
                    self.fail(message, "sid-letters", sid)
                if sid.value and sid.value in seen:
                    self.fail("Statement IDs (SID) in a single policy must be unique.", "duplicate-sid", sid)
                seen.add(sid.value)

    def actions_exist(self) -> None:
        """Every statement says what it is about."""
        for statement in self.statements:
            self._filled(statement, "Action", "NotAction", "Policy statement must contain actions.")

    def resources_exist(self) -> None:
        """Every statement says on what."""
        for statement in self.statements:
            self._filled(statement, "Resource", "NotResource", "Policy statement must contain resources.")

    def action_names(self) -> None:
        """Actions are `*` or one service and one name."""
        for element in ("Action", "NotAction"):
            for statement in self.statements:
                for action in texts_of(statement.get(element)):
                    self._action_name(action)

    def _action_name(self, action: JsonText) -> None:
        service, *names = action.value.split(":")
        if not names and service != "*":
            message = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
            self.fail(message, "action-without-service", action, f'"service:{action.value}"')
        if len(names) > 1:
            self.fail("Actions/Condition can contain only one colon.", "action-colons", action)
        if service != "*" and not SERVICE_LETTERS.issuperset(service):
            self.fail(f"Vendor {service} is not valid", "action-service", action)

    def _statement_syntax(self, statement: JsonObject) -> None:
        self._known(statement, STATEMENT_ELEMENTS)
        for element, negated in PAIRS:
            if statement.get(element) is not None and (second := statement.key(negated)) is not None:
                self.fail(SYNTAX, "both-forms", second, f'"{element}"')
        effect = statement.get("Effect")
        if effect is None:
            self._missing(statement, "Effect")
        if not isinstance(effect, JsonText) or effect.value.lower() not in {"allow", "deny"}:
            self.fail(SYNTAX, "effect-value", effect, '"Allow" | "Deny"')
        for element in ("Action", "NotAction", "Resource", "NotResource"):
            self._texts(statement.get(element))
        for element in ("Principal", "NotPrincipal"):
            self._principal_syntax(statement.get(element))
        self._condition_syntax(statement.get("Condition"))
        self._text(statement, "Sid")

    def _principal_syntax(self, principal: JsonNode | None) -> None:
        if principal is None or (isinstance(principal, JsonText) and principal.value == "*"):
            return
        if not isinstance(principal, JsonObject) or not principal.members:
            self.fail(SYNTAX, "principal-type", principal, '"*" | {"AWS": "..."}')
        self._known(principal, PRINCIPAL_FAMILIES)
        for _, value in principal.members:
            self._texts(value)

    def _condition_syntax(self, condition: JsonNode | None) -> None:
        if condition is None:
            return
        if not isinstance(condition, JsonObject):
            self.fail(SYNTAX, "condition-type", condition, "{")
        for operator, block in condition.members:
            if not isinstance(block, JsonObject):
                self.fail(SYNTAX, "condition-type", block, "{")
            for _, value in block.members:
                for each in values_of(value):
                    if not isinstance(each, CONDITION_VALUES):
                        self.fail(SYNTAX, "condition-value", each, '"..."')
            if block.members and read_operator(operator.value) is None:
                self.fail(SYNTAX, "unknown-operator", operator, self._nearest(operator.value, OPERATORS))

    def _conditions(self, statement: JsonObject) -> Iterator[tuple[JsonText, JsonText, JsonNode]]:
        """Each operator, key and value of a statement's conditions."""
        condition = statement.get("Condition")
        for operator, block in condition.members if isinstance(condition, JsonObject) else ():
            for key, value in block.members if isinstance(block, JsonObject) else ():
                yield operator, key, value

    def _dates(self, value: JsonNode) -> None:
        for each in values_of(value):
            written = each.value if isinstance(each, JsonText | JsonNumber) else ""
            if instant(written) is None:
                self.fail(LEGACY, "date-value", each, '"2026-01-05T09:00:00Z"')

    def _known(self, node: JsonObject, names: tuple[str, ...]) -> None:
        for key, _ in node.members:
            if key.value not in names:
                self.fail(SYNTAX, "unknown-element", key, self._nearest(key.value, names))

    def _nearest(self, found: str, names: tuple[str, ...]) -> str:
        """The name that was probably meant, in quotes; empty when none is near."""
        by_lower_name = {name.lower(): name for name in names}
        near = get_close_matches(found.lower(), by_lower_name, 1)
        return f'"{by_lower_name[near[0]]}"' if near else ""

    def _missing(self, node: JsonObject, element: str) -> Never:
        raise self.source.error(SYNTAX, "missing-element", node.start, node.start + 1, f'"{element}"')

    def _text(self, node: JsonObject, element: str) -> None:
        value = node.get(element)
        if value is not None and not isinstance(value, JsonText):
            self.fail(SYNTAX, "not-a-string", value, '"..."')

    def _texts(self, node: JsonNode | None) -> None:
        for value in values_of(node) if node is not None else ():
            if not isinstance(value, JsonText):
                self.fail(SYNTAX, "not-a-string", value, '"..."')

    def _filled(self, statement: JsonObject, element: str, negated: str, message: str) -> None:
        for name in (element, negated):
            value = statement.get(name)
            if value is not None:
                if not values_of(value):
                    self.fail(message, "empty-element", value)
                return
        raise self.source.error(
            message, "missing-element", statement.start, statement.start + 1, f'"{element}"'
        )
