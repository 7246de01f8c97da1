"""Where a policy names somebody who does not exist: a service's refusal, with the place for a caret."""

from __future__ import annotations

from json import JSONDecoder
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.policy import PolicyDocument, PolicyError

__all__ = ["principal_fault"]

_DECODER: Final = JSONDecoder()


def principal_fault(document: PolicyDocument, family: str, value: str, message: str) -> PolicyError | None:
    """The first principal written so in a document, as a fault of it; None if there is none."""
    from tutor.policy.source import Source

    source = Source(document.text)
    for statement in document.statements:
        for named in statement.principal.named if statement.principal else ():
            if (named.family, named.written.text) != (family, value):
                continue
            start = document.text.find('"')
            while start >= 0 and source.position(start) != named.written.position:
                start = document.text.find('"', start + 1)
            if start >= 0:
                end = _DECODER.raw_decode(document.text, start)[1]
                return source.error(message, "principal-value", start, end)
    return None
