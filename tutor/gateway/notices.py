"""What the console says of its own accord, as typed values, and the English line that its stderr shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tutor.gateway.english import ENGLISH
from tutor.gateway.visible import visible


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing the console has to say: its kind and the values that the sentence names."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A name or a file may hold what a terminal would obey."""
        shown = {
            name: visible(value) if isinstance(value, str) else value for name, value in self.values.items()
        }
        object.__setattr__(self, "values", shown)

    @property
    def message(self) -> str:
        """The id of the sentence in the catalogue."""
        return f"console.{self.kind}"

    @property
    def english(self) -> str:
        """The sentence as it stands on stderr, where the AWS CLI speaks English too."""
        return ENGLISH[self.kind].format(**self.values)


class Refused(Exception):
    """A command that the console will not run; its text is what the AWS CLI prints."""

    def __init__(self, kind: str, **values: object) -> None:
        self.notice = Notice(kind, values)
        super().__init__(self.notice.english)
