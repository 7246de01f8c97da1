"""A question on the screen: what is shown, what is asked, what can be answered, and what is said to it."""

from collections.abc import Iterable, Iterator
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from tutor.app.models.page import PieceRow
from tutor.app.render.quiz import exhibit_content, option_content, rich
from tutor.quiz.marking import Mark, matched, right_sides
from tutor.quiz.question import Exhibit, Kind, Question
from tutor.wording import Language, say
from tutor.wording.quiz_text import piece_text

from .code import CodeBlock
from .pieces import PieceList
from .quiz_choices import AnswerChoices
from .quiz_pairs import AnswerPairs
from .quiz_rows import AnswerRows
from .quiz_told import told_widgets

Answer = tuple[str, ...]
SHORT: Final = 9
"""Rows of exhibits that are shown whole where the panes lie above each other."""


class QuestionView(Container):
    """Exhibits beside or above the question, whichever there is room for."""

    DEFAULT_CSS = """
    QuestionView {
        layout: horizontal;
        height: 1fr;
        & > VerticalScroll { scrollbar-size-vertical: 1; height: 1fr; }
        & #exhibits { width: 1fr; padding: 1 1 0 2; border-right: solid $hairline; }
        & #exhibits:focus { background: $surface; }
        & #ask { width: 1fr; padding: 1 2 0 2; }
        & Static { height: auto; }
        & .exhibit-title { color: $quiet; }
        & CodeBlock { margin-bottom: 1; background: $code-background; }
        & .prompt { margin-bottom: 1; text-style: bold; }
        & .how { color: $quiet; margin-top: 1; }
        & .hint { margin-top: 1; padding: 0 1; border-left: outer $accent; background: $panel; }
        & #gap { width: 100%; padding: 0 1; background: $surface; &:focus { background: $boost; } }
        & .verdict { margin-bottom: 1; }
        & .told { margin-bottom: 1; }
        & .told-why { margin-bottom: 1; padding: 0 0 0 2; }
        & .answer { margin-bottom: 1; }
        & .taught { color: $quiet; }
        & .way { height: 1; &:hover { background: $panel; } }
        &.-plain #exhibits { display: none; }
        &.-plain { align-horizontal: center; & #ask { max-width: 92; } }
        &.-stacked {
            layout: vertical;
            & #exhibits {
                width: 100%; height: 1fr; padding: 0 1 0 2;
                border-right: none; border-bottom: solid $hairline;
            }
            & #exhibits CodeBlock { margin-bottom: 0; }
            & #ask { width: 100%; height: auto; max-height: 66%; padding: 0 2; }
        }
        &.-stacked.-plain #ask, &.-stacked.-short #ask { height: 1fr; max-height: 100%; }
        &.-stacked.-short #exhibits { height: auto; }
        &.-stacked.-told #exhibits { height: 6; }
        &.-stacked.-told.-short #exhibits { height: auto; }
        &.-stacked.-told #ask { height: 1fr; max-height: 100%; }
    }
    """

    exhibits = query_one("#exhibits", VerticalScroll)
    ask = query_one("#ask", VerticalScroll)

    class Submitted(Message):
        """Enter was pressed in a field, or the answer that stands was clicked."""

    class Changed(Message):
        """Another answer stands."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language: Language = language
        self.question: Question | None = None
        self.mark: Mark | None = None
        """What became of the answer; None before it."""
        self.hinted = False
        self._answer: Answer = ()
        """The answer that stood when the question was last shown."""

    def compose(self) -> ComposeResult:
        """Two panes."""
        yield VerticalScroll(id="exhibits")
        yield VerticalScroll(id="ask")

    async def show(self, question: Question, answer: Answer = (), mark: Mark | None = None) -> None:
        """Ask a question, with the answer that stands; `mark` tells what became of it."""
        self.question, self.mark, self._answer, self.hinted = question, mark, answer, False
        await self._build()

    async def tell(self, mark: Mark, below: Iterable[Widget] = ()) -> None:
        """Say at once what became of the answer; `below` are the ways on from here."""
        self.mark = mark
        self.set_class(True, "-told")
        with self.app.batch_update():
            if self.question is not None and self._with_question(self.question):
                self._is_short(self.question)
                await self.exhibits.remove_children()
                await self.exhibits.mount_all(self._exhibits(self._beside(self.question)))
            await self.ask.remove_children()
            await self.ask.mount_all([*self._told(), *below])
        self.ask.scroll_home(animate=False)
        self.ask.can_focus = True
        self.ask.focus()

    async def say_again(self, language: Language) -> None:
        """Say it all in another language, with the answer that stands."""
        self.language = language
        self._answer = self.answer or self._answer
        if self.question is not None:
            await self._build()

    async def _build(self) -> None:
        question = self.question
        assert question is not None
        self.set_class(self.mark is not None, "-told")
        self.set_class(not question.exhibits, "-plain")
        self._is_short(question)
        with self.app.batch_update():
            await self.exhibits.remove_children()
            await self.exhibits.mount_all(self._exhibits(self._beside(question)))
            await self.ask.remove_children()
            await self.ask.mount_all(self._asked(question) if self.mark is None else self._told())
        self.exhibits.scroll_home(animate=False)
        self.ask.scroll_home(animate=False)
        self.ask.can_focus = self.mark is not None
        if self.mark is not None:
            self.ask.focus()
        elif (field := self.field) is not None:
            field.focus()

    def _exhibits(self, exhibits: Iterable[Exhibit]) -> Iterator[Widget]:
        for exhibit in exhibits:
            if exhibit.title is not None:
                title = piece_text(exhibit.title, self.language)
                yield Static(Content(title), classes="exhibit-title")
            yield CodeBlock(exhibit_content(exhibit, self.language))

    def _is_short(self, question: Question) -> None:
        """Mark what needs no pane of a size of its own."""
        rows = sum(
            2 + exhibit_content(one, self.language).plain.count("\n") for one in self._beside(question)
        )
        self.set_class(rows <= SHORT, "-short")

    @staticmethod
    def _with_question(question: Question) -> tuple[Exhibit, ...]:
        """What stays with the question, in view whatever policies are looked at: the request."""
        texts = tuple(one for one in question.exhibits if one.language != "json")
        return texts if len(texts) < len(question.exhibits) else ()

    def _beside(self, question: Question) -> Iterator[Exhibit]:
        """What is shown in the other pane; after the answer the request, too."""
        texts = self._with_question(question)
        if self.mark is not None:
            yield from texts
        yield from (one for one in question.exhibits if one not in texts)

    def _asked(self, question: Question) -> Iterator[Widget]:
        yield from self._exhibits(self._with_question(question))
        yield Static(rich(piece_text(question.prompt, self.language)), classes="prompt")
        yield self._field(question)
        if self.hinted:
            yield self._hint(question)
        else:
            how = say(self.language, f"app.quiz.how.{question.kind}")
            scrolls = not self.has_class("-plain") and not self.has_class("-short")
            more = say(self.language, "app.quiz.how.more") if scrolls else ""
            yield Static(Content(how + more), classes="how")

    def _field(self, question: Question) -> Widget:
        language, options = self.language, question.options
        texts = [option_content(option, language) for option in options]
        ids = [option.id for option in options]
        match question.kind:
            case Kind.FILL:
                field = Input(self._answer[0] if self._answer else "", max_length=200, id="gap", compact=True)
                field.cursor_blink = False
                return field
            case Kind.ORDER:
                rows = [PieceRow(str(number), text) for number, text in enumerate(texts, start=1)]
                order = [str(ids.index(one) + 1) for one in self._answer if one in ids]
                return PieceList(rows, order)
            case Kind.MATCH:
                rights = {
                    option.id: rich(piece_text(option.partner, language) if option.partner else "")
                    for option in right_sides(question)
                }
                pairs = zip(question.key.right, self._answer, strict=False)
                chosen = {left: right for left, right in pairs if right}
                return AnswerPairs(dict(zip(ids, texts, strict=True)), rights, chosen)
            case _:
                several = question.kind is Kind.SEVERAL
                return AnswerChoices(ids, texts, several=several, picked=self._answer)

    @property
    def field(self) -> Widget | None:
        """What takes the answer; None after it."""
        fields = self.ask.query("AnswerChoices, AnswerPairs, PieceList, #gap")
        return fields.first(Widget) if fields and self.mark is None else None

    @property
    def answer(self) -> Answer | None:
        """The answer that stands; None while it is not whole."""
        field, question = self.field, self.question
        if question is None:
            return None
        if isinstance(field, AnswerChoices):
            return field.answer
        if isinstance(field, AnswerPairs):
            return matched(question, field.chosen) if field.is_complete else None
        if isinstance(field, PieceList):
            return tuple(question.options[int(key) - 1].id for key in field.order)
        if isinstance(field, Input):
            return (field.value.strip(),) if field.value.strip() else None
        return None

    def complain(self) -> None:
        """The answer is not whole yet."""
        assert self.question is not None
        how = self.ask.query(".how")
        words = say(self.language, f"app.quiz.not-whole.{self.question.kind}")
        if how:
            how.first(Static).update(Content.styled(words, "$warning"))
        else:
            self.notify(words, severity="warning", markup=False)

    async def give_hint(self) -> None:
        """Show the hint in place of how to answer."""
        if self.question is None or self.mark is not None or self.hinted:
            return
        self.hinted = self.question.hint is not None
        await self.ask.query(".how").remove()
        await self.ask.mount(self._hint(self.question))
        self.ask.scroll_end(animate=False)

    def _hint(self, question: Question) -> Widget:
        if question.hint is None:
            return Static(Content(say(self.language, "quiz.no-hint")), classes="how")
        text = piece_text(question.hint, self.language)
        stand_in = "\ue000"
        before, _, after = say(self.language, "quiz.hint", hint=stand_in).partition(stand_in)
        return Static(Content(before) + rich(text) + Content(after), classes="hint")

    def _told(self) -> Iterator[Widget]:
        assert self.question is not None
        assert self.mark is not None
        yield Static(rich(piece_text(self.question.prompt, self.language)), classes="prompt")
        yield from told_widgets(self.question, self.mark, self.language)

    def page(self, step: int) -> None:
        """Scroll what is shown; without an exhibit what is said."""
        pane = self.ask if self.has_class("-plain") else self.exhibits
        pane.scroll_relative(y=step * max(pane.size.height - 2, 1), animate=False)

    @on(AnswerRows.Submitted)
    @on(PieceList.Arranged)
    @on(Input.Submitted)
    def _submitted(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Submitted())

    @on(AnswerRows.Changed)
    @on(PieceList.Moved)
    @on(Input.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(PieceList.Left)
    def _left(self, event: PieceList.Left) -> None:
        event.stop()
        self.exhibits.focus()
