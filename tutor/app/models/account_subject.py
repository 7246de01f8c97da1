"""What a line of the account stands for: `user/yuna`, `policy/arn:…`, `inline/group/readers/Read`."""

from dataclasses import dataclass
from typing import Final

ACCOUNT: Final = "account"

SECTIONS: Final = ("users", "groups", "policies", "roles", "buckets", "providers", "instances")
"""The headings of the account, each a subject of its own."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing of the account that can be looked at; `text` is how links name it."""

    kind: str
    """`account`, a section, or `user`, `policy` and so on."""
    name: str = ""
    owner: str = ""
    """Of an inline policy its holder (`user/yuna`), of a key its user, of an object its bucket,
    of a version of a policy the version's id."""

    @property
    def text(self) -> str:
        """As `read_subject` takes it."""
        if not self.name:
            return self.kind
        return f"{self.kind}/{self.owner}/{self.name}" if self.owner else f"{self.kind}/{self.name}"


def read_subject(text: str) -> Subject:
    """Takes a link apart."""
    kind, _, rest = text.partition("/")
    match kind:
        case "inline":
            holder, _, rest = rest.partition("/")
            owner, _, name = rest.partition("/")
            return Subject(kind, name, f"{holder}/{owner}")
        case "key" | "object" | "version":
            owner, _, name = rest.partition("/")
            return Subject(kind, name, owner)
    return Subject(kind, rest)
