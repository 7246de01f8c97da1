"""The languages of resources: what policies write, what requests hold, what the rules look for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ..arn import ARN_FIELDS, account_of, partition_of
from ..context import Context
from ..special import AWS_MANAGED_KEY, TRUST_ACTIONS
from ..variables import Variable, read_template
from ..wildcards import RUN, Part
from .frame import Frame
from .languages import (
    ANY_ONE,
    ANY_RUN,
    FIELD_RUN,
    Pattern,
    Token,
    arn_fields,
    literal,
    one_of,
    pattern_of_parts,
    tokens_of,
    wildcard,
)

__all__ = ["may_be_asked", "request_pattern", "resource_pattern", "rule_patterns"]

NAME_ONE: Final = Token(frozenset("/:"), negated=True)
NAME_RUN: Final = Token(frozenset("/:"), negated=True, repeats=True)
DIGIT: Final = one_of("0123456789")
ACCOUNT_DIGITS: Final = 12
OWNERLESS: Final = ("", "aws")
"""What stands in an ARN in place of an account: nothing, as for buckets, or AWS itself."""


def resource_pattern(text: str, context: Context, *, variables: bool) -> Pattern | None:
    """The language of a value of Resource, variables filled; None where it covers nothing."""
    template = read_template(text, wildcards=True, variables=variables)
    fields = template.fields(ARN_FIELDS)
    if len(fields) < ARN_FIELDS:
        return None if template.has_variables else pattern_of_parts(template.fill(context) or ())
    filled = [field.fill(context) for field in fields]
    known = [parts for parts in filled if parts is not None]
    if any(field.has_variables for field in fields[:-1]) or len(known) < ARN_FIELDS:
        return None
    return arn_fields(known)


@lru_cache(maxsize=1024)
def request_pattern(text: str) -> Pattern:
    """The language of what an action can be about, as `KnownAction.resources` writes it."""
    fields = read_template(text, wildcards=True, variables=True).fields(ARN_FIELDS)
    if text == "*":
        return literal(text)
    if len(fields) < ARN_FIELDS:
        return wildcard(text)
    *head, tail = fields
    tokens: list[Token] = []
    for template in head:
        tokens += [*_shape(template.parts, in_field=True), one_of(":")]
    return Pattern((*tokens, *_shape(tail.parts, in_field=False)))


def _shape(parts: Sequence[Part | Variable], *, in_field: bool) -> Iterator[Token]:
    """Tokens of a field in which placeholders stand for names; the last one, after a type, for a path."""
    for place, part in enumerate(parts):
        if not isinstance(part, Variable):
            yield from tokens_of((part,), in_field=in_field)
        elif place and place == len(parts) - 1 and not in_field:
            yield from (ANY_ONE, ANY_RUN)
        else:
            yield from (NAME_ONE, NAME_RUN)


def rule_patterns(action: str, frame: Frame) -> Iterator[Pattern]:
    """What the rules of evaluation read from the resource of an action besides patterns (`rules.py`)."""
    name = action.lower()
    if name.startswith(TRUST_ACTIONS):
        yield wildcard("*:role/*")
    if name.startswith("kms:"):
        yield wildcard("*:key/*")
        yield wildcard(f"*{AWS_MANAGED_KEY}*")
    partition = partition_of(frame.principal.arn)
    if partition is not None:
        yield pattern_of_parts((f"arn:{partition}:", RUN))
        yield Pattern((*literal("arn:").tokens, FIELD_RUN, one_of(":"), ANY_RUN))
    yield _of_account(tuple(map(one_of, frame.resource_account or frame.principal.account)))
    yield _of_account((DIGIT,) * ACCOUNT_DIGITS)
    yield from (_of_account(tuple(map(one_of, owner))) for owner in OWNERLESS)


def may_be_asked(resource: str, owner: str | None) -> bool:
    """Whether the account in an ARN is one; `owner`: and no other than this one."""
    fields = resource.split(":", ARN_FIELDS - 1)
    if len(fields) < ARN_FIELDS or fields[4] in OWNERLESS:
        return True
    return account_of(resource) is not None if owner is None else fields[4] == owner


def _of_account(account: tuple[Token, ...]) -> Pattern:
    head = (*literal("arn:").tokens, *(FIELD_RUN, one_of(":")) * 3)
    return Pattern((*head, *account, one_of(":"), ANY_RUN))
