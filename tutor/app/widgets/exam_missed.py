"""The questions of an exam that were not right, a row each."""

from collections.abc import Container, Sequence

from tutor.quiz.question import Question
from tutor.wording import Language
from tutor.wording.quiz_say import skill_name
from tutor.wording.quiz_text import piece_text
from tutor.wording.statement_text import shown

from .row_list import Piece, fitted
from .two_lines import TwoLines


class MissedList(TwoLines):
    """Two lines a question: its skill, and how it begins."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="missed")
        self.language: Language = language
        self._missed: Sequence[tuple[int, Question]] = ()
        self._given: Container[int] = ()

    def show(self, missed: Sequence[tuple[int, Question]], given: Container[int], at: int = 0) -> None:
        """Show questions with their places; `given` holds the places that were answered at all."""
        self._missed, self._given = missed, given
        self.lay_out(2 * len(missed), 2 * at)

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """`✗ 12 the skill`, or how the question begins."""
        place, question = self._missed[at // 2]
        if at % 2:
            asked = " ".join(shown(piece_text(question.prompt, self.language).replace("`", "")).split())
            return [(fitted(f"       {asked}", width), "$quiet")]
        sign, style = ("✗", "bold $error") if place in self._given else ("–", "bold $warning")
        return [
            (f" {sign} ", style),
            (f"{place + 1:>3} ", "$accent"),
            (fitted(skill_name(question.skill, self.language), max(width - 7, 4)), ""),
        ]
