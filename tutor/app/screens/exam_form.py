"""Making an exam: how many questions, how long, about what; or the code that a class was given."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from tutor.app.models.heading import Heading
from tutor.app.registry import Scope, bindings_for
from tutor.app.widgets.choice import Choice
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.lesson_path import Way
from tutor.app.widgets.quiz_choices import AnswerChoices
from tutor.app.widgets.title_bar import TitleBar
from tutor.quiz.skills import SECTIONS
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

from .base import TooSmall, TutorScreen

if TYPE_CHECKING:
    from tutor.quiz.exam import ExamSpec

NUMBERS: Final = (10, 20, 30, 50)
MINUTES: Final = (10, 20, 30, 45, 60)
CHOSEN: Final = (1, 2)
"""Twenty questions in thirty minutes."""


class ExamFormScreen(TutorScreen):
    """F2 begins."""

    SCOPE = Scope.EXAM_FORM
    CSS_PATH = "exam_form.tcss"
    AUTO_FOCUS = "#number"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.EXAM_FORM, letters=False)]

    number = query_one("#number", Choice)
    minutes = query_one("#minutes", Choice)
    code = query_one("#code", Input)

    def __init__(self) -> None:
        super().__init__()
        self._letters = (*SECTIONS, "X") if self.tutor.desk.quiz.beyond else SECTIONS
        self._seed = f"{self.tutor.desk.learner_clock():%m%d%H%M}"
        """Another one every minute; who types the code sits the same exam."""

    def compose(self) -> ComposeResult:
        """A row a field."""
        yield TitleBar()
        with VerticalScroll(id="form", can_focus=False):
            yield Static(id="lead")
            with Horizontal(classes="field"):
                yield Static(id="label-number", classes="label")
                yield Choice([str(one) for one in NUMBERS], chosen=CHOSEN[0], id="number")
            with Horizontal(classes="field"):
                yield Static(id="label-minutes", classes="label")
                yield Choice([str(one) for one in MINUTES], chosen=CHOSEN[1], id="minutes")
            with Horizontal(classes="field -sections"):
                yield Static(id="label-sections", classes="label")
                yield Horizontal(id="sections")
            with Horizontal(classes="field"):
                yield Static(id="label-code", classes="label")
                code = Input(max_length=60, id="code", compact=True)
                code.cursor_blink = False
                yield code
            yield Static(id="code-about")
            yield Static(id="trouble")
            yield Horizontal(id="begin")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    async def on_mount(self) -> None:
        """Name the fields."""
        await self._fill(self._letters)

    async def _fill(self, picked: "tuple[str, ...]") -> None:
        self.title_bar.heading = Heading(title=self._say("title"), time=self._say("keys"))
        for name in ("number", "minutes", "sections", "code"):
            self.query_one(f"#label-{name}", Static).update(Content.styled(self._say(name), "$quiet"))
        lead = Content.assemble(self._say("lead"), "\n", (self._say("taught"), "$quiet"))
        self.query_one("#lead", Static).update(lead)
        texts = [
            Content.assemble((f"{letter}  ", "bold $accent"), say(self.language, f"quiz.section.{letter}"))
            for letter in self._letters
        ]
        with self.app.batch_update():
            box = self.query_one("#sections", Horizontal)
            await box.remove_children()
            await box.mount(AnswerChoices(self._letters, texts, several=True, picked=picked))
            begin = self.query_one("#begin", Horizontal)
            await begin.remove_children()
            key = next(one.key_label for one in self.commands if one.id == "exam-begin")
            await begin.mount(Way(key, self._say("begin"), "screen.begin", classes="-loud"))
        self._about()

    async def speak(self, language: Language) -> None:
        """Say it in another language; what was chosen stays."""
        await super().speak(language)
        await self._fill(self._picked)

    @property
    def _picked(self) -> "tuple[str, ...]":
        return self.query_one(AnswerChoices).answer or ()

    @property
    def spec(self) -> "ExamSpec | None":
        """The exam that the form describes; None where it describes none."""
        from tutor.quiz.exam import ExamSpec

        typed = self.code.value.strip()
        if typed:
            return ExamSpec.read(typed)
        if not self._picked:
            return None
        return ExamSpec(
            NUMBERS[self.number.chosen], MINUTES[self.minutes.chosen], "".join(self._picked), self._seed
        )

    @on(Choice.Changed)
    @on(AnswerChoices.Changed)
    @on(Input.Changed)
    def _about(self) -> None:
        """What the code is, or what is wrong."""
        spec, typed = self.spec, self.code.value.strip()
        self.query_one("#trouble", Static).update(Content())
        if typed or spec is None:
            self.query_one("#code-about", Static).update(Content.styled(self._say("code.about"), "$quiet"))
        else:
            mine = Content.styled(self._say("mine", code=spec.code), "$quiet")
            about = Content.styled(self._say("code.about"), "$quiet")
            self.query_one("#code-about", Static).update(Content("\n").join([mine, about]))

    @on(Way.Taken)
    @on(Input.Submitted)
    def action_begin(self) -> None:
        """Begin the exam."""
        spec = self.spec
        if spec is None:
            typed = self.code.value.strip()
            bad = say(self.language, "quiz.exam.bad-code", found=shown(typed))
            words = bad if typed else self._say("none")
            self.query_one("#trouble", Static).update(Content.styled(words, "$warning"))
            return
        from .exam import ExamScreen

        self.tutor.switch_screen(ExamScreen(spec))

    def action_leave(self) -> None:
        """Back to the quiz."""
        self.tutor.open_quiz()

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.exam.form.{message}", **values)
