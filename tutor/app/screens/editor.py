"""The policy editor: a file of the workspace, what was found in it, and what it would do."""

import asyncio
from dataclasses import replace
from typing import ClassVar, Final

from textual import on, work
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from tutor.app.desk import Turn
from tutor.app.registry import Scope, bindings_for
from tutor.app.render.findings import KINDS, TEXT, laid_out
from tutor.app.widgets.findings import FindingLine
from tutor.app.workspace_files import FileChangedError

from .base import DIALOG
from .editor_doors import EditorDoors
from .editor_work import EditorWork
from .lesson_work import Job

SAVE, DISCARD = 0, 1
"""The answers that change something, by their number."""
BESIDE: Final = frozenset({"judge", "surround", "propose", "keep"})
"""Workers whose failure leaves the text as it is."""


class EditorScreen(EditorDoors):
    """One file; what is not saved is never lost without a question."""

    CSS_PATH = "editor.tcss"
    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for(Scope.EDITOR, letters=False)]

    _at = -1

    async def on_mount(self) -> None:
        """Read the file."""
        self.text.read_only = True
        self.text.chooser = self.choices
        await self.tell()
        self.load()

    @on(EditorWork.Loaded)
    async def _loaded(self, message: EditorWork.Loaded) -> None:
        first, self.saved_text = not self.is_read, message.text
        self.text.load_text(message.text)
        self.text.read_only = False
        self.saved_text = self.text.text
        self.kept = message.kept if first else replace(self.kept, draft=None)
        self.look_now()
        self.look_around(self.text.text, self.kept.policy)
        await self.tell()
        draft = self.kept.draft
        if draft is not None and draft != self.saved_text:
            self._offer_draft(draft)

    @work(group=DIALOG)
    async def _offer_draft(self, draft: str) -> None:
        from .asking import AskingScreen

        answers = [self._say("draft.take"), self._say("draft.drop")]
        question = AskingScreen(self._say("draft", file=self.name_of_file), answers)
        if await self.app.push_screen_wait(question) == SAVE:
            self._put(draft)
        else:
            self.keep_draft()

    def _put(self, text: str) -> None:
        """Other text in place of all of it; can be undone like anything typed."""
        row, column = self.text.cursor_location
        self.text.typing = False
        self.text.replace(text, (0, 0), self.text.document.end)
        self.text.move_cursor((row, column))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A file that cannot be read is told on the lesson's console; the rest beside the text."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        from tutor.app.render.trouble import trouble

        if event.worker.group in BESIDE:
            self.notify(trouble(error, self.language).plain, severity="error", markup=False)
            return
        self.learn.console.transcript.write([trouble(error, self.language)])
        self.app.pop_screen()

    # Saving and leaving.

    def action_save(self) -> None:
        """Write the file and check the goals."""
        self._write(self.saved_text)

    async def save_now(self) -> bool:
        """Write the file; whether it was written."""
        return await self._write(self.saved_text)

    def _write(self, before: str | None) -> "asyncio.Future[bool]":
        """Write it; the answer is whether it was written."""
        text, name = self.text.text, self.name_of_file
        written = asyncio.get_running_loop().create_future()

        def saved(_turn: Turn) -> None:
            mine = self.around.mine
            self.saved_text = text
            if mine is not None:
                self.kept = replace(self.kept, policy=mine.target.key)
                self.write_kept()
            self.keep_draft()
            self.look_now()
            self.look_around(text, self.kept.policy)
            self.call_next(self.tell)
            written.set_result(True)

        def failed(error: BaseException) -> None:
            self._not_saved(error)
            written.set_result(False)

        self.learn.ask(Job(lambda desk, language: desk.saved(name, text, before, language), saved, failed))
        return written

    def _not_saved(self, error: BaseException) -> None:
        if isinstance(error, FileChangedError):
            self._ask_overwrite()
            return
        from tutor.app.render.trouble import trouble

        self.notify(trouble(error, self.language).plain, severity="error", markup=False)

    @work(group=DIALOG)
    async def _ask_overwrite(self) -> None:
        from .asking import AskingScreen

        answers = ("overwrite.mine", "overwrite.theirs", "leave.stay")
        question = AskingScreen(
            self._say("overwrite", file=self.name_of_file), [self._say(answer) for answer in answers]
        )
        answer = await self.app.push_screen_wait(question)
        if answer == SAVE:
            self._write(None)
        elif answer == DISCARD:
            self.kept = replace(self.kept, draft=None)
            self.write_kept()
            self.load()

    @work(group=DIALOG)
    async def action_leave(self) -> None:
        """Back to the lesson."""
        if await self.may_leave():
            self.app.clear_notifications()  # what is told of the text is not to lie over the console
            self.app.pop_screen()

    async def may_leave(self) -> bool:
        """Whether nothing is lost by leaving; asks, and saves if that is the answer."""
        if not self.unsaved:
            if self.kept.draft is not None:  # what it held was undone since
                await self._drop_draft()
            return True
        from .asking import AskingScreen

        answers = [self._say(f"leave.{answer}") for answer in ("save", "discard", "stay")]
        question = AskingScreen(self._say("leave", file=self.name_of_file), answers)
        answer = await self.app.push_screen_wait(question)
        if answer == DISCARD:
            await self._drop_draft()
        return answer == DISCARD or (answer == SAVE and await self.save_now())

    async def _drop_draft(self) -> None:
        self.kept = replace(self.kept, draft=None)
        await self.write_kept().wait()

    # Editing.

    def action_lay_out(self) -> None:
        """Lay the JSON out, if it is JSON; can be undone like anything typed."""
        text = laid_out(self.text.text)
        if text is None:
            self._tell("not-json")
        elif text != self.text.text:
            self._put(text)

    def action_text_undo(self) -> None:
        """Take back the last edit."""
        self.text.action_undo()

    def action_text_redo(self) -> None:
        """Do it again."""
        self.text.action_redo()

    def action_propose(self) -> None:
        """Show what may stand at the cursor."""
        self.offer(asked=True)

    def action_next_finding(self, step: int = 1) -> None:
        """Go to the next place that was found, or to the one before."""
        rows = self.reading.rows if self.reading else ()
        if rows:
            self._at = (self._at + step) % len(rows) if self._at >= 0 or step > 0 else len(rows) - 1
            self.text.go_to(rows[self._at])

    def action_notes(self, rows: int) -> None:
        """Scroll the notes."""
        self.notes.scroll_relative(y=rows, animate=False)

    @on(FindingLine.Picked)
    def _picked(self, message: FindingLine.Picked) -> None:
        self.text.go_to(message.row)

    def action_next_kind(self) -> None:
        """Read it as another kind of policy."""
        kinds = [*KINDS, TEXT]
        now = self.reading.kind if self.reading else TEXT
        self.kind = kinds[(kinds.index(now) + 1) % len(kinds)]
        self.look_now()
