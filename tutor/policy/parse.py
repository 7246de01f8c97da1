"""From the text of a policy to a compiled document."""

from collections.abc import Iterator

from .arn import ResourceTest, compile_resource
from .conditions import Condition, compile_condition
from .document import ActionElement, PolicyDocument, ResourceElement, Statement
from .grammar import LATEST_VERSION, SYNTAX, Grammar, values_of
from .kinds import check_kind
from .nodes import JsonBoolean, JsonNode, JsonNumber, JsonObject, JsonText
from .operators import ValueTest, compile_value
from .principals import NamedPrincipal, PrincipalElement
from .reader import read_json
from .source import Position, Source
from .values import Written
from .vocabulary import Effect, PolicyKind, read_operator
from .wildcards import TextTest, compile_pattern

__all__ = ["parse_policy"]

INVALID_JSON = {PolicyKind.TRUST: "This policy contains invalid Json"}


def parse_policy(
    text: str, kind: PolicyKind = PolicyKind.IDENTITY, *, stored: bool = False
) -> PolicyDocument:
    """The compiled document; raises PolicyError with the first fault, in the service's order of checks.

    `stored` reads a document that exists already, or that is only to be evaluated: the rules that the service
    has for what may be newly written (version, form of resources, Sids) are not applied.
    """
    source = Source(text)
    grammar = Grammar(source, read_json(source, INVALID_JSON.get(kind, SYNTAX)))
    document = grammar.syntax()
    check_kind(grammar, document, kind, stored=stored)
    version = _text(document.get("Version")) or "2008-10-17"
    compiler = _Compiler(source, variables=version == LATEST_VERSION)
    statements = tuple(compiler.statement(*item) for item in enumerate(grammar.statements))
    return PolicyDocument(text, kind, version, _text(document.get("Id")), statements)


def _text(node: JsonNode | None) -> str | None:
    return node.value if isinstance(node, JsonText) else None


class _Compiler:
    """Turns checked nodes into elements of a document."""

    def __init__(self, source: Source, *, variables: bool) -> None:
        self.source = source
        self.variables = variables
        # A document repeats itself; each text is compiled once.
        self.actions: dict[str, TextTest] = {}
        self.resources: dict[str, ResourceTest] = {}
        self.conditions: dict[tuple[str, str], ValueTest] = {}

    def position(self, node: JsonNode) -> Position:
        return self.source.position(node.start)

    def statement(self, index: int, node: JsonObject) -> Statement:
        return Statement(
            index=index,
            sid=_text(node.get("Sid")),
            effect=Effect(_text(node.get("Effect")) or ""),
            principal=self.principal(node),
            action=self.action(node),
            resource=self.resource(node),
            conditions=tuple(self.condition(node)),
            start=self.position(node),
            end=self.source.position(node.end - 1),
            variables=self.variables,
        )

    def written(self, node: JsonNode) -> tuple[Written, ...]:
        position = self.source.position
        return tuple([Written(_written(value), position(value.start)) for value in values_of(node)])

    def action(self, node: JsonObject) -> ActionElement:
        name = "Action" if node.get("Action") is not None else "NotAction"
        values = self.written(node.get(name) or node)
        return ActionElement(name, values, tuple([self.action_test(value.text.lower()) for value in values]))

    def resource(self, node: JsonObject) -> ResourceElement | None:
        for name in ("Resource", "NotResource"):
            element = node.get(name)
            if element is not None:
                values = self.written(element)
                tests = tuple([self.resource_test(value.text) for value in values])
                return ResourceElement(name, values, tests)
        return None

    def principal(self, node: JsonObject) -> PrincipalElement | None:
        for name in ("Principal", "NotPrincipal"):
            element = node.get(name)
            if isinstance(element, JsonText):
                return PrincipalElement(name, (NamedPrincipal("AWS", *self.written(element)),))
            if isinstance(element, JsonObject):
                named = (
                    NamedPrincipal(family.value, value)
                    for family, values in element.members
                    for value in self.written(values)
                )
                return PrincipalElement(name, tuple(named))
        return None

    def condition(self, node: JsonObject) -> Iterator[Condition]:
        condition = node.get("Condition")
        for operator, block in condition.members if isinstance(condition, JsonObject) else ():
            name = read_operator(operator.value)
            if name is None or not isinstance(block, JsonObject):
                continue
            for key, value in block.members:
                place, values = Written(key.value, self.position(key)), self.written(value)
                yield compile_condition(operator.value, name, place, values, self.value_test)

    def action_test(self, text: str) -> TextTest:
        test = self.actions.get(text)
        if test is None:
            test = self.actions[text] = compile_pattern(text)
        return test

    def resource_test(self, text: str) -> ResourceTest:
        test = self.resources.get(text)
        if test is None:
            test = self.resources[text] = compile_resource(text, variables=self.variables)
        return test

    def value_test(self, operator: str, text: str) -> ValueTest:
        test = self.conditions.get((operator, text))
        if test is None:
            test = compile_value(operator, text, variables=self.variables)
            self.conditions[operator, text] = test
        return test


def _written(node: JsonNode) -> str:
    """A value as text: a number as it is written, a boolean in JSON's words."""
    if isinstance(node, (JsonText, JsonNumber)):
        return node.value
    return "true" if isinstance(node, JsonBoolean) and node.value else "false"
