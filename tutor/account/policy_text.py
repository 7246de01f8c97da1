"""Policy documents as an account keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutor.policy import PolicyDocument

__all__ = ["IDENTITY", "RESOURCE", "RESOURCE_CONTROL", "SERVICE_CONTROL", "SESSION", "TRUST", "PolicyText"]

IDENTITY: Final = "identityPolicy"
TRUST: Final = "trustPolicy"
SESSION: Final = "sessionPolicy"
RESOURCE: Final = "resourcePolicy"
SERVICE_CONTROL: Final = "serviceControlPolicy"
RESOURCE_CONTROL: Final = "resourceControlPolicy"


class PolicyText:
    """A stored policy document: its text as it was given, and what it parses to."""

    __slots__ = ("_document", "kind", "text")

    def __init__(self, text: str, document: PolicyDocument | None = None, *, kind: str = IDENTITY) -> None:
        self.text = text
        self.kind = kind
        self._document = document

    @property
    def document(self) -> PolicyDocument:
        """The compiled document; a text from a checkpoint is parsed at its first use."""
        if self._document is None:
            from tutor.policy import PolicyKind, parse_policy

            self._document = parse_policy(self.text, PolicyKind(self.kind), stored=True)
        return self._document

    @property
    def size(self) -> int:
        """Characters that count for a quota: white space does not."""
        return sum(map(len, self.text.split()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PolicyText) and (self.text, self.kind) == (other.text, other.kind)

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"PolicyText({self.text!r})"
