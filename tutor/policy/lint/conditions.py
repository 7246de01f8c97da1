"""Operators and values of conditions that do not do what they seem to."""

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Final

from ..vocabulary import OperatorName
from .finding import Finding
from .keys import known_key
from .written import WrittenCondition, WrittenStatement, value_text

__all__ = ["check_conditions"]

PRIVATE: Final = tuple(
    map(
        ip_network,
        (
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "::1/128",
            "fc00::/7",
            "fe80::/10",
        ),
    )
)
"""Addresses that never reach AWS from outside."""
MFA_KEY: Final = "aws:multifactorauthpresent"


def check_conditions(statement: WrittenStatement) -> Iterator[Finding]:
    """One condition after the other."""
    for condition in statement.conditions:
        yield from _operator(statement, condition)
        yield from _set_operator(statement, condition)
        yield from _addresses(statement, condition)
        yield from _mfa(statement, condition)


def _operator(statement: WrittenStatement, condition: WrittenCondition) -> Iterator[Finding]:
    operator, name = condition.operator, condition.name
    exact = _exact(name)
    if operator.value != exact:
        yield statement.finding("operator-case", operator, [exact])
    if name.base == "Null" and name.if_exists:
        yield statement.finding("null-if-exists", operator, ["Null"])
    if name.base == "Bool" and len({value_text(value).lower() for value in condition.values}) > 1:
        yield statement.finding("bool-values", condition.key, other=operator.value)


def _exact(name: OperatorName) -> str:
    """The operator in AWS's spelling."""
    over = "" if name.over is None else f"{name.over}:"
    return f"{over}{name.base}{'IfExists' if name.if_exists else ''}"


def _set_operator(statement: WrittenStatement, condition: WrittenCondition) -> Iterator[Finding]:
    key, name = known_key(statement, condition.key.value), condition.name
    if key is None or name.base == "Null":
        return
    operator = _exact(name)
    if key.multivalued and name.over is None:
        better = [f"ForAnyValue:{operator}", f"ForAllValues:{operator}"]
        yield statement.finding("set-operator-missing", condition.operator, better, other=condition.key.value)
    elif not key.multivalued and name.over == "ForAllValues":
        better = [operator.removeprefix("ForAllValues:")]
        yield statement.finding(
            "set-operator-on-single", condition.operator, better, other=condition.key.value
        )


def _addresses(statement: WrittenStatement, condition: WrittenCondition) -> Iterator[Finding]:
    if condition.key.value.lower() != "aws:sourceip" or "IpAddress" not in condition.name.base:
        return
    for value in condition.values:
        network = _network(value_text(value))
        if network is not None and any(_within(network, private) for private in PRIVATE):
            yield statement.finding("private-address", value, ["aws:VpcSourceIp"], other=condition.key.value)


def _network(written: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(written.strip(), strict=False)
    except ValueError:
        return None


def _within(network: IPv4Network | IPv6Network, private: IPv4Network | IPv6Network) -> bool:
    if isinstance(network, IPv4Network):
        return isinstance(private, IPv4Network) and network.subnet_of(private)
    return isinstance(private, IPv6Network) and network.subnet_of(private)


def _mfa(statement: WrittenStatement, condition: WrittenCondition) -> Iterator[Finding]:
    """The two idioms of the four in `spec/iam-facts.md` 4.4 that forget plain access keys."""
    name = condition.name
    if condition.key.value.lower() != MFA_KEY or name.base != "Bool" or name.over is not None:
        return
    values = {value_text(value).lower() for value in condition.values}
    if statement.allows and name.if_exists and values == {"true"}:
        yield statement.finding("mfa-allow-takes-keys", condition.operator, ["Bool"])
    elif not statement.allows and not name.if_exists and values == {"false"}:
        yield statement.finding("mfa-deny-spares-keys", condition.operator, ["BoolIfExists"])
