"""Writes the rows of a detail in the learner's language; what comes from outside is made visible first."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_detail import DetailRow, DetailSection, RowKind
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.account import LastUsed


HOW: Final = {
    **dict.fromkeys(("no-powers", "no-groups-of", "no-attached", "no-keys", "no-members"), "act"),
    **dict.fromkeys(("not-attached", "no-bucket-policy"), "act"),
    **dict.fromkeys(("no-users", "no-groups", "no-policies", "no-roles", "no-buckets"), "new"),
}
"""What fills an empty place: the command that does it."""


class Pen:
    """Makes rows and sections; `ways` are the keys of commands, where there are keys."""

    def __init__(self, language: Language, ways: Mapping[str, str]) -> None:
        self.language: Language = language
        self._ways = ways

    def say(self, message: str, **values: object) -> str:
        """A sentence of the detail."""
        return say(self.language, f"app.account.{message}", **values)

    def fact(self, label: str, text: str, *, link: str = "", note: str = "", sign: str = "") -> DetailRow:
        """A label and what stands behind it."""
        return DetailRow(RowKind.FACT, shown(text), self.say(label), sign, shown(note), link)

    def line(self, text: str, *, link: str = "", note: str = "", sign: str = "", depth: int = 0) -> DetailRow:
        """A name or a sentence."""
        return DetailRow(RowKind.LINE, shown(text), sign=sign, note=shown(note), link=link, depth=depth)

    def note(self, message: str, *, depth: int = 0, **values: object) -> DetailRow:
        """A sentence that explains, or says what to do."""
        return DetailRow(RowKind.NOTE, shown(self.say(message, **values)), depth=depth)

    def section(self, title: str, rows: Iterable[DetailRow], *, empty: str = "") -> DetailSection:
        """Rows under a heading that says how many there are; without any the sentence `empty`."""
        found = tuple(rows)
        if not found and empty:
            return DetailSection(self.say(title), tuple(self.empty(empty)))
        count = sum(row.kind is RowKind.LINE and row.depth == 0 for row in found)
        return DetailSection(self.say(title), found, str(count) if count else "")

    def empty(self, message: str) -> Iterator[DetailRow]:
        """That there is nothing, and which key fills the place."""
        yield self.note(message)
        if key := self._ways.get(HOW.get(message, "")):
            yield self.note(f"how.{HOW[message]}", key=key)

    def plain_section(self, title: str, rows: Iterable[DetailRow], **values: object) -> DetailSection:
        """Rows under a heading, not counted."""
        return DetailSection(shown(self.say(title, **values)), tuple(rows))

    def tags(self, tags: Mapping[str, str]) -> DetailSection:
        """Tags, or how to give some."""
        return self.section(
            "tags", (self.line(f"{key} = {value}") for key, value in tags.items()), empty="no-tags"
        )

    def moment(self, at: datetime) -> str:
        """`2026-01-05 09:00 UTC`."""
        return f"{at:%Y-%m-%d %H:%M} UTC"

    def use(self, last_used: "LastUsed | None") -> str:
        """When and for what a key or a role was last used."""
        if last_used is None:
            return self.say("never-used")
        return self.say("used", when=self.moment(last_used.at), service=last_used.service)

    def code(self, text: str) -> Iterator[DetailRow]:
        """A JSON document, laid out."""
        for line in laid_out(text).split("\n"):
            yield DetailRow(RowKind.CODE, shown(line.replace("\t", "    ")))


def laid_out(text: str) -> str:
    """A document with a line a value, unless it is written so already."""
    if "\n" in text.strip():
        return text.strip("\n").replace("\r", "")
    try:
        return json.dumps(json.loads(text), indent=4, ensure_ascii=False)
    except ValueError:
        return text
