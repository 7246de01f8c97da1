"""The topics of practice under their headings."""

from collections.abc import Sequence

from tutor.app.models.quiz import Topic
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

from .row_list import Piece, RowList, fitted


class TopicList(RowList):
    """Everything, lessons, sections, skills."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="topics")
        self.language: Language = language
        self._rows: list[Topic | str] = []
        """A topic, or the id of a heading; empty for a row of air."""

    @property
    def topic(self) -> Topic | None:
        """The marked topic."""
        row = self._rows[self.marked] if self.marked < len(self._rows) else None
        return row if isinstance(row, Topic) else None

    def show(self, topics: Sequence[Topic]) -> None:
        """Show what can be practised; the mark stays where it is."""
        self._rows = []
        before = ""
        for topic in topics:
            if topic.kind != before:
                self._rows += [*([""] if before else []), f"app.quiz.topics.{topic.kind}"]
                before = topic.kind
            self._rows.append(topic)
        self.lay_out(len(self._rows), max(self.marked, 1))

    def can_mark(self, at: int) -> bool:
        """A heading cannot be marked."""
        return isinstance(self._rows[at], Topic)

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """A heading, or a topic and how much of it is mastered."""
        row = self._rows[at]
        if isinstance(row, str):
            return [(fitted(f" {say(self.language, row)}", width), "bold $quiet")] if row else []
        count = f"{row.mastered}/{len(row.skills)}"
        is_mastered = row.mastered == len(row.skills)
        return [
            (" ● " if is_mastered else " ○ ", "$success" if is_mastered else "$quiet"),
            (fitted(shown(row.name), max(width - len(count) - 5, 4)), ""),
            (f" {count} ", "$quiet"),
        ]
