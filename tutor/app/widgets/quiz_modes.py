"""The ways to be asked, a row each, on the quiz's door."""

from collections.abc import Sequence
from typing import Final

from tutor.app.models.quiz import QuizDoor, QuizMode
from tutor.wording import Language, say

from .row_list import Piece, fitted
from .two_lines import TwoLines

SIGNS: Final = {
    QuizMode.REVIEW: "↻",
    QuizMode.PRACTICE: "◇",
    QuizMode.EXAM: "▤",
    QuizMode.DAILY: "☼",
    QuizMode.PROGRESS: "▟",
}


class QuizModes(TwoLines):
    """Two lines a way: its name, and what there is to do today."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="modes")
        self.language: Language = language
        self.door = QuizDoor()

    @property
    def mode(self) -> QuizMode:
        """The marked one."""
        return list(QuizMode)[self.at]

    def show(self, door: QuizDoor) -> None:
        """Show what there is to do."""
        self.door = door
        self.lay_out(2 * len(QuizMode), self.marked)

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """A sign and a name, or what there is to do."""
        mode = list(QuizMode)[at // 2]
        if at % 2:
            return [(fitted(f"      {today(mode, self.door, self.language)}", width), "$quiet")]
        name = "quiz.beyond" if mode is QuizMode.BEYOND else f"quiz.mode.{mode}"
        on = mode is QuizMode.BEYOND and self.door.beyond
        sign = SIGNS.get(mode, "■" if on else "□")
        return [
            (f" {at // 2 + 1} ", "bold $footer-key-foreground"),
            (f" {sign} ", "bold $accent"),
            (fitted(say(self.language, name), max(width - 6, 4)), "bold"),
        ]


def today(mode: QuizMode, door: QuizDoor, language: Language) -> str:
    """What there is to do in one way today."""
    match mode:
        case QuizMode.REVIEW if door.due:
            return say(language, "quiz.mode.review.about", count=door.due)
        case QuizMode.REVIEW:
            return say(language, "quiz.mode.review.none")
        case QuizMode.EXAM if door.exam_seconds is not None:
            return say(language, "quiz.mode.exam.going", minutes=int(door.exam_seconds) // 60)
        case QuizMode.DAILY if door.daily_done:
            return f"✓ {say(language, 'quiz.mode.daily.done')}"
        case QuizMode.PROGRESS if door.asked:
            return say(language, "app.quiz.totals", asked=door.asked, right=door.right)
        case QuizMode.PROGRESS:
            return say(language, "app.quiz.none-asked")
        case QuizMode.BEYOND:
            return say(language, f"app.quiz.beyond.{'on' if door.beyond else 'off'}")
    return say(language, f"quiz.mode.{mode}.about")
