"""Variables where the service leaves them as they are."""

from collections.abc import Iterator

from ..arn import ARN_FIELDS
from ..nodes import JsonText
from ..variables import Template, Variable, read_template
from .finding import Finding
from .keys import known_key, nearest_keys
from .written import WrittenCondition, WrittenStatement, value_text

__all__ = ["check_variables"]

ELSEWHERE = ("Sid", "Action", "NotAction")


def check_variables(statement: WrittenStatement) -> Iterator[Finding]:
    """Variables in the wrong place, in an old document, under an operator that takes none, or unknown."""
    for text in (*statement.texts(*ELSEWHERE), *statement.principals):
        if _special(text):
            yield statement.finding("variable-place", text)
    for text in statement.texts("Resource", "NotResource"):
        if not _special(text):
            continue
        *head, _ = _template(text).fields(ARN_FIELDS)
        outside = len(head) < ARN_FIELDS - 1 or any(field.has_variables for field in head)
        yield from _use(statement, text, "variable-place" if outside and text.value != "*" else "")
    for condition in statement.conditions:
        for value in condition.values:
            if isinstance(value, JsonText) and _special(value):
                yield from _use(statement, value, "" if _takes(condition) else "variable-operator", condition)


def _use(
    statement: WrittenStatement, text: JsonText, fault: str, condition: WrittenCondition | None = None
) -> Iterator[Finding]:
    """A text with variables, in a place where they may stand unless `fault` says otherwise."""
    if not statement.reading.variables:
        yield statement.finding("variable-old-version", text, ["2012-10-17"])
    elif fault:
        yield statement.finding(fault, text, other=condition.operator.value if condition else "")
    else:
        for part in _template(text).parts:
            if isinstance(part, Variable) and "." not in part.key and known_key(statement, part.key) is None:
                nearest = nearest_keys(statement, part.key)
                yield statement.finding("unknown-variable", text, nearest, other=part.key)


def _takes(condition: WrittenCondition) -> bool:
    """Whether the operator fills variables; Bool does, whatever one of AWS's pages says (4.1)."""
    return condition.name.base.startswith(("String", "Arn")) or condition.name.base == "Bool"


def _template(text: JsonText) -> Template:
    return read_template(text.value, wildcards=False, variables=True)


def _special(text: JsonText) -> bool:
    """Whether a text holds `${...}` that would be special in a place for variables."""
    written = value_text(text)
    return "${" in written and _template(text).parts != (written,)
