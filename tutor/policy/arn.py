"""ARNs: `arn:<partition>:<service>:<region>:<account>:<resource>` (`spec/iam-facts.md` 1.1)."""

from collections.abc import Callable, Iterable
from typing import Final

from .context import Context
from .variables import Template, read_template
from .wildcards import TextTest, compile_parts, compile_pattern

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
NOTHING: Final = Context()

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
    start = offset = 0
    colon = pattern.find(":")
    while colon >= 0 and len(fields) < ARN_FIELDS - 1:
        opened = pattern.find("${", offset, colon)
        if opened < 0:
            fields.append(pattern[start:colon])
            start = offset = colon + 1
        else:
            closed = pattern.find("}", opened)
            if closed < 0:
                break
            offset = closed + 1
        if colon < offset:
            colon = pattern.find(":", offset)
    return [*fields, pattern[start:]]


def compile_resource(pattern: str, *, variables: bool) -> ResourceTest:
    """The test for a value of Resource or NotResource.

    Wildcards stay inside their field; a pattern with fewer than six fields is compared as a whole, so that
    its last star reaches beyond the colons. Variables count in the sixth field only.
    """
    if variables and "${" in pattern:
        return _with_variables(read_template(pattern, wildcards=True, variables=True))
    fields = pattern.split(":", ARN_FIELDS - 1)
    if len(fields) < ARN_FIELDS or _is_literal(fields[:-1]):
        return _fixed(compile_pattern(pattern))
    tests = [compile_pattern(field) for field in fields]

    def fits(resource: str, context: Context) -> bool:
        texts = resource.split(":", ARN_FIELDS - 1)
        return len(texts) == ARN_FIELDS and all(map(_call, tests, texts))

    return fits


def _is_literal(fields: Iterable[str]) -> bool:
    return not any("*" in field or "?" in field for field in fields)


def _with_variables(template: Template) -> ResourceTest:
    fields = template.fields(ARN_FIELDS)
    if len(fields) < ARN_FIELDS:
        return _never if template.has_variables else _fixed(compile_parts(template.fill(NOTHING) or ()))
    *head, tail = fields
    if any(field.has_variables for field in head):
        return _never
    tests = [compile_parts(field.fill(NOTHING) or ()) for field in head]

    def fits(resource: str, context: Context) -> bool:
        *texts, last = resource.split(":", ARN_FIELDS - 1)
        if len(texts) < len(tests) or not all(map(_call, tests, texts)):
            return False
        filled = tail.fill(context)
        return filled is not None and compile_parts(filled)(last)

    return fits


def _call(test: TextTest, text: str) -> bool:
    return test(text)


def _fixed(test: TextTest) -> ResourceTest:
    return lambda resource, context: test(resource)


def _never(resource: str, context: Context) -> bool:
    return False
