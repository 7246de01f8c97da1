"""ARNs: `arn:<partition>:<service>:<region>:<account>:<resource>` (`spec/iam-facts.md` 1.1)."""

from collections.abc import Callable
from typing import Final

from .context import Context
from .variables import read_template
from .wildcards import RUN, TextTest, compile_parts

__all__ = [
    "ARN_FIELDS",
    "PARTITIONS",
    "ResourceTest",
    "account_of",
    "compile_resource",
    "partition_of",
    "split_arn",
]

ARN_FIELDS: Final = 6
PARTITIONS: Final = frozenset(
    {"aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"}
)
ACCOUNT_DIGITS: Final = 12

ResourceTest = Callable[[str, Context], bool]
"""Whether a resource pattern covers a resource; variables take their values from the context."""


def partition_of(arn: str) -> str | None:
    """The partition of an ARN; None when `arn` is not one."""
    fields = arn.split(":", 2)
    return fields[1] if len(fields) == 3 and fields[0] == "arn" else None


def account_of(arn: str) -> str | None:
    """The account in an ARN; None when there is none, as in the ARN of a bucket."""
    fields = arn.split(":", ARN_FIELDS - 1)
    if len(fields) < ARN_FIELDS or fields[0] != "arn":
        return None
    return fields[4] if len(fields[4]) == ACCOUNT_DIGITS and fields[4].isdigit() else None


def split_arn(pattern: str) -> list[str]:
    """The fields of an ARN as a policy writes it; colons inside `${...}` part nothing."""
    fields: list[str] = []
    start = depth = 0
    for offset, character in enumerate(pattern):
        if character == ":" and not depth and len(fields) < ARN_FIELDS - 1:
            fields.append(pattern[start:offset])
            start = offset + 1
        elif pattern.startswith("${", offset):
            depth = 1
        elif character == "}":
            depth = 0
    return [*fields, pattern[start:]]


def compile_resource(pattern: str, *, variables: bool) -> ResourceTest:
    """The test for a value of Resource or NotResource.

    Wildcards stay inside their field; a pattern with fewer than six fields is compared as a whole, so that
    its last star reaches beyond the colons. Variables count in the sixth field only.
    """
    template = read_template(pattern, wildcards=True, variables=variables)
    fields = template.fields(ARN_FIELDS)
    if len(fields) < ARN_FIELDS:
        return _fixed(compile_parts(template.fill(Context()) or ())) if not template.has_variables else _never
    *head, tail = fields
    if any(field.has_variables for field in head):
        return _never
    parts = [field.fill(Context()) or () for field in head]
    if all(isinstance(part, str) for field_parts in parts for part in field_parts):
        start = "".join(f"{''.join(map(str, field_parts))}:" for field_parts in parts)
        if not tail.has_variables:
            return _fixed(compile_parts((start, *(tail.fill(Context()) or ()))))

        def starts(resource: str, context: Context) -> bool:
            filled = tail.fill(context)
            return filled is not None and compile_parts((start, *filled))(resource)

        return starts
    tests = [compile_parts(field_parts) for field_parts in parts]

    def fits(resource: str, context: Context) -> bool:
        texts = resource.split(":", ARN_FIELDS - 1)
        filled = tail.fill(context)
        if len(texts) < ARN_FIELDS or filled is None:
            return False
        return all(map(_call, tests, texts)) and (filled == (RUN,) or compile_parts(filled)(texts[-1]))

    return fits


def _call(test: TextTest, text: str) -> bool:
    return test(text)


def _fixed(test: TextTest) -> ResourceTest:
    return lambda resource, context: test(resource)


def _never(resource: str, context: Context) -> bool:
    return False
