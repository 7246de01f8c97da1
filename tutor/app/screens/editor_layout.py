"""How the editor looks: the text, what was found in it, the requests beside it, the list at the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import TextArea

from tutor.app.models.editor_completion import Proposals
from tutor.app.models.editor_requests import Judgement, SideRequest
from tutor.app.models.finding import Reading
from tutor.app.models.heading import Heading
from tutor.app.models.page import GoalRow
from tutor.app.registry import COMMANDS, Scope, with_keys
from tutor.app.surroundings import Surroundings
from tutor.app.widgets.editor_completions import EditorCompletions
from tutor.app.widgets.findings import EditorNotes
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.policy_text import PolicyText
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import Language, say

from .base import TooSmall
from .editor_work import EditorWork

if TYPE_CHECKING:
    from .lesson_doors import LessonDoors

AT_ONCE: Final = 20_000
"""Letters of a text up to which what may stand at the cursor is found without a thread."""

PAUSE: Final = 0.25
"""Seconds without a key after which the text is looked through."""
DRAFT: Final = 0.5
"""Seconds after which what was typed is kept, should the program end here."""
MOST_SAID: Final = 4
"""Lines of an answer that are told, its last."""


class EditorLayout(EditorWork):
    """The widgets of the editor and what they show."""

    SCOPE = Scope.EDITOR
    text = query_one("#text", PolicyText)
    notes = query_one("#notes", EditorNotes)
    choices = query_one(EditorCompletions)

    def __init__(self, learn: "LessonDoors", name: str, kind: str) -> None:
        super().__init__(name)
        self.learn = learn
        self.kind = kind
        """As lessons name it; empty to guess it from the text."""
        self.saved_text: str | None = None
        """What the file holds, as far as is known; None until it was read."""
        self.reading: Reading | None = None
        self.around = Surroundings()
        self.judgement = Judgement()
        self.said: tuple[Content, ...] = ()
        """What the console answered to a line from here."""
        self._shown_said: tuple[Content, ...] = self.said
        self._pause: Timer | None = None
        self._draft: Timer | None = None

    def compose(self) -> ComposeResult:
        """Text on the left, or above; notes beside it."""
        yield TitleBar()
        with Horizontal(id="work"):
            yield PolicyText(id="text")
            yield EditorNotes(id="notes")
        yield EditorCompletions()
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    @property
    def is_read(self) -> bool:
        """The file is there."""
        return self.saved_text is not None

    @property
    def unsaved(self) -> bool:
        """There is something to lose."""
        return self.saved_text is not None and self.text.text != self.saved_text

    @property
    def kind_now(self) -> str:
        """The kind that was chosen or guessed last."""
        return self.reading.kind if self.reading else self.kind or "identity"

    @property
    def requests(self) -> tuple[SideRequest, ...]:
        """Those of the lesson, then the learner's own."""
        from tutor.app.editor_judging import own_requests

        theirs = self.around.requests
        if self.kind_now == "trust":  # it says who may assume a role, and nothing else
            theirs = tuple(one for one in theirs if one.action.lower().startswith("sts:"))
        return (*theirs, *own_requests(self.kept.requests))

    def key_of(self, command: str) -> str:
        """The learner's key for a command."""
        found = with_keys(COMMANDS, self.tutor.looks.keys)
        return next(one.key_label for one in found if one.id == command and one.scope is Scope.EDITOR)

    # While it is typed.

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.title_bar.heading = self.heading
        self.text.unmark()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.look_now)
        if self._draft is None and self.is_read:
            self._draft = self.set_timer(DRAFT, self.keep_draft)
        if self.text.typing:
            self.call_after_refresh(self.offer)  # the letter first

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        if self.choices.is_open:
            proposals = self.choices.proposals
            cursor = self.text.offset_of(self.text.cursor_location)
            if cursor < proposals.start or self.text.text[proposals.start : cursor].count("\n"):
                self.choices.close()

    @on(events.DescendantBlur)
    def _left_text(self) -> None:
        if self.focused is not None and not self.text.has_focus:
            self.choices.close()

    def offer(self, *, asked: bool = False) -> None:
        """Look for what may stand at the cursor."""
        text, cursor = self.text.text, self.text.offset_of(self.text.cursor_location)
        moment = (text, cursor, self.kind_now, self.around.names, self.language)
        if self.knows and len(text) <= AT_ONCE:
            self.propose(self.proposals(*moment), asked=asked)
        else:
            self.find_proposals(*moment, asked=asked)

    @on(PolicyText.ProposalsWanted)
    def _proposals_wanted(self) -> None:
        self.offer(asked=True)

    @on(EditorWork.Proposed)
    def _proposed(self, message: EditorWork.Proposed) -> None:
        self.knows = True
        self.propose(message.proposals, asked=message.asked)

    def propose(self, proposals: Proposals, *, asked: bool) -> None:
        """Show what may stand at the cursor, unless the text has changed since."""
        cursor = self.text.cursor_location
        if proposals.text == self.text.text and proposals.cursor == self.text.offset_of(cursor):
            self.choices.offer(proposals, self.text.cursor_screen_offset, self.size, asked=asked)

    @on(EditorCompletions.Taken)
    def _taken(self, message: EditorCompletions.Taken) -> None:
        proposal, proposals, text = message.proposal, message.proposals, self.text
        if text.text != proposals.text:
            return
        start, end = text.location_of(proposals.start), text.location_of(proposals.end)
        text.typing = False
        result = text.replace(proposal.written, start, end, maintain_selection_offset=False)
        row, column = result.end_location
        text.move_cursor((row, column - proposal.back))
        text.focus()
        if proposal.goes_on:
            self.offer()

    def keep_draft(self) -> None:
        """Keep what is not saved, so that nothing is lost if the program ends here."""
        from dataclasses import replace

        if self._draft is not None:
            self._draft.stop()
            self._draft = None
        draft = self.text.text if self.unsaved else None
        if draft != self.kept.draft:
            self.kept = replace(self.kept, draft=draft)
            self.write_kept()

    # Looking through it.

    def look_now(self) -> None:
        """Look the text through as it stands, and decide the requests with it."""
        if self._pause is not None:
            self._pause.stop()
        self.look_through(self.text.text, self.kind, self.language)

    @on(EditorWork.Looked)
    async def _looked(self, message: EditorWork.Looked) -> None:
        if message.reading.text == self.text.text:
            self.reading = message.reading
            self.text.mark(message.reading.rows)
            self.judge_now()
            await self.tell()

    @on(EditorWork.Surrounded)
    async def _surrounded(self, message: EditorWork.Surrounded) -> None:
        self.around = message.surroundings
        self.judge_now()
        await self.tell()

    def judge_now(self) -> None:
        """Decide the requests with the text as it stands."""
        if self.is_read:
            self.judge(self.text.text, self.kind_now, self.around.mine, self.requests)

    @on(EditorWork.HasJudged)
    def _have_judged(self, message: EditorWork.HasJudged) -> None:
        if message.text == self.text.text:
            self.judgement = message.judgement
            self._show_requests()

    def _show_requests(self) -> None:
        self.notes.requests.show(self.judgement, self.language, self.key_of("ask"))

    # What is shown around the text.

    @property
    def heading(self) -> Heading:
        """The file, its kind, whether it is saved."""
        kind = self.reading.kind if self.reading else self.kind or "text"
        state = say(self.language, f"app.editor.{'changed' if self.unsaved else 'saved'}")
        return Heading(
            title=self.name_of_file,
            caller=say(self.language, f"app.editor.kind.{kind}"),
            time=("● " if self.unsaved else "") + state,
        )

    async def tell(self) -> None:
        """Show all that is known."""
        self.title_bar.heading = self.heading
        picture = self.learn.picture
        goals: Sequence[GoalRow] = picture.page.goals if picture else ()
        keeps: Sequence[GoalRow] = picture.page.keeps if picture else ()
        await self.notes.show(self.reading, goals, keeps, self.language, self.said)
        if self.said is not self._shown_said:
            self._shown_said = self.said
            self.call_after_refresh(self.notes.show_said)
        self._show_requests()

    async def speak(self, language: Language) -> None:
        """Say everything but the text in another language."""
        await super().speak(language)
        self.choices.close()
        self.look_through(self.text.text, self.kind, language)
        await self.tell()
