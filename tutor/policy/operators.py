"""What each condition operator compares (`spec/iam-facts.md` 4.1).

An operator and a policy value are compiled to a test of a request value. Negation, missing keys and sets are
the business of `conditions`.
"""

from collections.abc import Callable
from decimal import Decimal
from ipaddress import ip_network
from itertools import repeat
from operator import eq, ge, gt, le, lt
from typing import Final

from .amounts import address, decoded, number
from .context import Context
from .dates import instant
from .variables import Template, read_template
from .wildcards import Part, TextTest, compile_parts, compile_pattern

__all__ = ["NEGATED", "ValueTest", "compile_value"]

ValueTest = Callable[[str, Context], bool]
"""Whether a request value fits a policy value."""

NEGATED: Final = {
    "StringNotEquals": "StringEquals",
    "StringNotEqualsIgnoreCase": "StringEqualsIgnoreCase",
    "StringNotLike": "StringLike",
    "NumericNotEquals": "NumericEquals",
    "DateNotEquals": "DateEquals",
    "NotIpAddress": "IpAddress",
    "ArnNotEquals": "ArnLike",
    "ArnNotLike": "ArnLike",
}
"""Negated operators, each with the one that it is the opposite of."""

Order = Callable[[int | Decimal, int | Decimal], bool]
ORDERS: Final[dict[str, Order]] = {
    "Equals": eq,
    "LessThan": lt,
    "LessThanEquals": le,
    "GreaterThan": gt,
    "GreaterThanEquals": ge,
}
ARN_FIELDS: Final = 6
NOTHING: Final = Context()

FixedTest = Callable[[tuple[Part, ...]], TextTest]
"""Compiles a policy value in which every variable has been filled."""


def compile_value(operator: str, written: str, *, variables: bool) -> ValueTest:
    """The test for one policy value; a negated operator gives the test of its opposite.

    `variables` says that `${...}` is special in the document.
    """
    operator = NEGATED.get(operator, operator)
    if operator.startswith("Arn"):
        return _arn_test(written, variables=variables)
    if operator in TEXT_OPERATORS:
        compile_one, wildcards = TEXT_OPERATORS[operator]
        return _template_test(read_template(written, wildcards=wildcards, variables=variables), compile_one)
    if operator.startswith("Numeric"):
        return _number_test(written, ORDERS[operator.removeprefix("Numeric")])
    if operator.startswith("Date"):
        return _date_test(written, ORDERS[operator.removeprefix("Date")])
    return _binary(written) if operator == "BinaryEquals" else _address(written)


def _without_context(test: TextTest) -> ValueTest:
    return lambda value, context: test(value)


def _template_test(template: Template, compile_one: FixedTest) -> ValueTest:
    """Compiled at once where nothing depends on the request, else when the request is known."""
    if not template.has_variables:
        return _without_context(compile_one(template.fill(NOTHING) or ()))

    def fits(value: str, context: Context) -> bool:
        parts = template.fill(context)
        return parts is not None and compile_one(parts)(value)

    return fits


def _text(parts: tuple[Part, ...]) -> str:
    return "".join(part for part in parts if isinstance(part, str))


def _same(parts: tuple[Part, ...]) -> TextTest:
    return _text(parts).__eq__


def _same_ignoring_case(parts: tuple[Part, ...]) -> TextTest:
    expected = _text(parts).casefold()
    return lambda value: value.casefold() == expected


def _boolean(parts: tuple[Part, ...]) -> TextTest:
    expected = _text(parts).lower()
    return lambda value: expected in {"true", "false"} and value.lower() == expected


TEXT_OPERATORS: Final[dict[str, tuple[FixedTest, bool]]] = {
    "StringEquals": (_same, False),
    "StringEqualsIgnoreCase": (_same_ignoring_case, False),
    "StringLike": (compile_parts, True),
    "Bool": (_boolean, False),
}
"""Operators with variables: how a filled value is compiled, and whether `*` and `?` are wildcards."""


def _arn_test(written: str, *, variables: bool) -> ValueTest:
    """Six fields, compared one by one; a pattern with fewer fits nothing."""
    if not variables or "${" not in written:
        return _plain_arn_test(written)
    fields = read_template(written, wildcards=True, variables=True).fields(ARN_FIELDS)
    if len(fields) < ARN_FIELDS:
        return _nothing
    tests = [_template_test(field, compile_parts) for field in fields]

    def fits(value: str, context: Context) -> bool:
        parts = value.split(":", ARN_FIELDS - 1)
        return len(parts) == ARN_FIELDS and all(map(_call, tests, parts, repeat(context)))

    return fits


def _plain_arn_test(written: str) -> ValueTest:
    fields = written.split(":", ARN_FIELDS - 1)
    if len(fields) < ARN_FIELDS:
        return _nothing
    tests = [compile_pattern(field) for field in fields]

    def fits(value: str, context: Context) -> bool:
        parts = value.split(":", ARN_FIELDS - 1)
        return len(parts) == ARN_FIELDS and all(test(part) for test, part in zip(tests, parts, strict=True))

    return fits


def _call(test: ValueTest, value: str, context: Context) -> bool:
    return test(value, context)


def _nothing(value: str, context: Context) -> bool:
    return False


def _number_test(limit: str, order: Order) -> ValueTest:
    bound = number(limit)

    def fits(value: str, context: Context) -> bool:
        amount = number(value)
        return amount is not None and bound is not None and order(amount, bound)

    return fits


def _date_test(limit: str, order: Order) -> ValueTest:
    bound = instant(limit)

    def fits(value: str, context: Context) -> bool:
        moment = instant(value)
        return moment is not None and bound is not None and order(moment, bound)

    return fits


def _binary(written: str) -> ValueTest:
    expected = decoded(written)
    return lambda value, context: decoded(value) == expected


def _address(written: str) -> ValueTest:
    """A range of addresses in CIDR notation, or a bare address, which is a range of one."""
    try:
        network = ip_network(written.strip(), strict=False)
    except ValueError:
        return _nothing
    version, first, last = network.version, int(network.network_address), int(network.broadcast_address)

    def fits(value: str, context: Context) -> bool:
        found = address(value)
        return found is not None and found[0] == version and first <= found[1] <= last

    return fits
