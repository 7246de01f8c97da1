"""Whom a trust policy names: what no service takes for a principal, whatever there is in the account."""

import re
from collections.abc import Iterator
from typing import Final

from ..grammar import texts_of
from ..nodes import JsonObject
from ..vocabulary import PolicyKind
from .finding import Finding
from .written import WrittenStatement

__all__ = ["check_trusted"]

AWS: Final = re.compile(
    r"\*|\d{12}|(AIDA|AROA)[A-Z0-9]{12,}|arn:aws[a-z-]*:iam::\d{12}:(root|(user|role)/.+)"
    r"|arn:aws[a-z-]*:sts::\d{12}:(assumed-role/.+/.+|federated-user/.+)"
)
SERVICE: Final = re.compile(r"\*|[a-z0-9][a-z0-9.-]*\.(amazonaws\.com(\.cn)?|aws\.internal)")


def check_trusted(statement: WrittenStatement) -> Iterator[Finding]:
    """A bare name, or a service under `AWS`: creating the role is refused."""
    principal = statement.node.get("Principal")
    if statement.reading.kind is not PolicyKind.TRUST or not isinstance(principal, JsonObject):
        return
    for family, values in principal.members:
        for text in texts_of(values):
            if family.value == "AWS" and SERVICE.fullmatch(text.value) and "." in text.value:
                yield statement.finding("service-as-account", text, ("Service",), other=family.value)
            elif family.value == "AWS" and not AWS.fullmatch(text.value):
                yield statement.finding("no-such-principal", text, other=family.value)
            elif family.value == "Service" and not SERVICE.fullmatch(text.value):
                yield statement.finding("no-such-service", text, other=family.value)
