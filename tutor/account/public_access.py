"""Whether a bucket policy makes its bucket public, as S3's Block Public Access understands it."""

from __future__ import annotations

from ipaddress import ip_network
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.policy import PolicyDocument, Statement
    from tutor.policy.conditions import Condition

__all__ = ["is_public"]

_NARROWING: Final = frozenset(
    {
        "aws:sourcearn",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "aws:sourceowner",
        "aws:sourceaccount",
        "aws:principalorgid",
        "aws:principalorgpaths",
        "aws:principalarn",
        "aws:principalaccount",
        "aws:userid",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "s3:dataaccesspointarn",
        "s3:dataaccesspointaccount",
    }
)
"""Condition keys that name somebody, if their values are fixed."""
_POSITIVE: Final = frozenset(
    {"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress"}
)
_BROADEST: Final = {4: 8, 6: 32}
"""The shortest prefix of an address range that is not everybody, by version of IP."""


def is_public(document: PolicyDocument) -> bool:
    """Whether any statement lets everybody in who is not named by a fixed value."""
    return any(_opens(statement) for statement in document.statements)


def _opens(statement: Statement) -> bool:
    if statement.effect.value != "Allow" or statement.principal is None:
        return False
    everybody = statement.principal.negated or any(
        named.family == "AWS" and named.written.text == "*" for named in statement.principal.named
    )
    return everybody and not any(_narrows(condition) for condition in statement.conditions)


def _narrows(condition: Condition) -> bool:
    operator = condition.operator.lower().rpartition(":")[2]
    if operator not in _POSITIVE:
        return False
    texts = [value.text for value in condition.values]
    if condition.key.lower() == "aws:sourceip":
        return operator == "ipaddress" and all(map(_is_narrow_range, texts))
    return condition.key.lower() in _NARROWING and all(map(_is_fixed, texts))


def _is_fixed(text: str) -> bool:
    return not any(sign in text for sign in ("*", "?", "${"))


def _is_narrow_range(text: str) -> bool:
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return False
    return network.is_private or network.prefixlen >= _BROADEST[network.version]
