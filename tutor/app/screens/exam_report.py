"""An exam's report: by section and skill, and the questions to look at again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for, letter_bindings
from tutor.app.widgets.exam_missed import MissedList
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.marked import Marked
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.title_bar import TitleBar
from tutor.quiz.skills import SECTIONS, section_of
from tutor.wording import Language, say
from tutor.wording.quiz_say import skill_name

from .base import TooSmall, TutorScreen

if TYPE_CHECKING:
    from tutor.quiz.exam import Exam, SkillReport


@dataclass(frozen=True, slots=True)
class ExamResult:
    """An exam that was handed in."""

    exam: "Exam"
    report: "tuple[SkillReport, ...]"

    @property
    def missed(self) -> tuple[int, ...]:
        """The places of what was wrong or not answered."""
        given = self.exam.given
        return tuple(
            place for place in range(len(self.exam.questions)) if place not in given or not given[place].right
        )


class ExamReportScreen(TutorScreen):
    """Enter shows the marked question with its explanation."""

    SCOPE = Scope.EXAM_REPORT
    CSS_PATH = "exam_report.tcss"
    AUTO_FOCUS = "#missed"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.EXAM_REPORT, letters=True),
        *letter_bindings(),
    ]

    missed = query_one(MissedList)

    def __init__(self, result: ExamResult, at: int = 0) -> None:
        """`at` is which of the missed ones is marked."""
        super().__init__()
        self.result = result
        self._at = at

    def compose(self) -> ComposeResult:
        """The score, the skills, and what to look at again."""
        yield TitleBar()
        with Vertical(id="report"):
            yield Static(id="score")
            with Horizontal(id="parts"):
                yield VerticalScroll(id="skills")
                with Vertical(id="again"):
                    yield Static(id="again-label")
                    yield MissedList(self.language)
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    async def on_mount(self) -> None:
        """Say it."""
        await self._show()

    async def _show(self) -> None:
        exam, language = self.result.exam, self.language
        self.title_bar.heading = Heading(title=say(language, "app.exam.report.title"))
        asked, right = (sum(getattr(row, name) for row in self.result.report) for name in ("asked", "right"))
        used = int(exam.spec.minutes * 60 - exam.seconds_left)
        minutes, seconds = divmod(used, 60)
        score = Content.assemble(
            (say(language, "quiz.exam.report", asked=asked, right=right), "bold"),
            ("  ·  " + say(language, "app.exam.report.used", minutes=minutes, seconds=seconds), "$quiet"),
            "\n",
            (say(language, "quiz.exam.code", code=exam.spec.code), "$quiet"),
        )
        self.query_one("#score", Static).update(score)
        skills = self.query_one("#skills", VerticalScroll)
        with self.app.batch_update():
            await skills.remove_children()
            await skills.mount_all(self._skills(self.result.report))
        places = self.result.missed
        label = say(language, f"app.exam.report.{'wrong' if places else 'all-right'}")
        self.query_one("#again-label", Static).update(Content.styled(label, "bold $quiet"))
        self.missed.language = language
        self.missed.show([(place, exam.questions[place]) for place in places], exam.given, self._at)

    def _skills(self, report: "Sequence[SkillReport]") -> "Iterator[Static | Marked]":
        for letter in (*SECTIONS, "X"):
            rows = [row for row in report if section_of(row.skill) == letter]
            if not rows:
                continue
            asked, right = sum(row.asked for row in rows), sum(row.right for row in rows)
            name = say(self.language, f"quiz.section.{letter}")
            score = Content.styled(f"{right}/{asked}", "bold $accent")
            yield Marked(score, Content.styled(name, "bold"), indent=6, classes="section")
            for row in rows:
                sign, style = _sign(row)
                name = skill_name(row.skill, self.language)
                text = Content.assemble((f"{row.right}/{row.asked}  ", "$quiet"), name)
                yield Marked(Content.styled(sign, style), text)

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self._at = self.missed.at
        await self._show()

    @on(RowList.Opened)
    def action_look(self) -> None:
        """The marked question with its explanation."""
        from .exam_look import ExamLookScreen

        if self.result.missed:
            self.tutor.switch_screen(ExamLookScreen(self.result, self.missed.at))

    def action_leave(self) -> None:
        """Back to the quiz."""
        self.tutor.open_quiz()


def _sign(row: "SkillReport") -> tuple[str, str]:
    if row.right == row.asked:
        return "✓", "bold $success"
    return ("✗", "bold $error") if not row.right else ("~", "bold $warning")
