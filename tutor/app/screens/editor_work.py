"""What the editor asks of the floors below, in threads; the answers come back as messages."""

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from tutor.app.editor_shelf import Kept, Shelf
from tutor.app.models.editor_completion import AccountNames, Proposals
from tutor.app.models.editor_policies import StoredPolicy
from tutor.app.models.editor_requests import Judgement, SideRequest
from tutor.app.models.finding import Reading
from tutor.app.surroundings import Sheet, Surroundings, surroundings_of
from tutor.wording import Language

from .base import TutorScreen

if TYPE_CHECKING:
    from tutor.app.editor_completion import Completer


class EditorWork(TutorScreen):
    """The workers behind the editor; they touch no widget."""

    class Loaded(Message):
        """The file has been read, with what is kept beside it."""

        def __init__(self, text: str, kept: Kept) -> None:
            super().__init__()
            self.text, self.kept = text, kept

    class Looked(Message):
        """The text was looked through."""

        def __init__(self, reading: Reading) -> None:
            super().__init__()
            self.reading = reading

    class Surrounded(Message):
        """The account was looked at."""

        def __init__(self, surroundings: Surroundings) -> None:
            super().__init__()
            self.surroundings = surroundings

    class HasJudged(Message):
        """The requests were decided with a text."""

        def __init__(self, text: str, judgement: Judgement) -> None:
            super().__init__()
            self.text, self.judgement = text, judgement

    class Proposed(Message):
        """What may stand at the cursor."""

        def __init__(self, proposals: Proposals, *, asked: bool) -> None:
            super().__init__()
            self.proposals, self.asked = proposals, asked

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name_of_file = name
        self.knows = False
        """The catalogue is loaded."""
        self.kept = Kept()
        """What is to be kept beside the file; written by a thread."""
        self._keeping = threading.Lock()
        self._folder = Path()

    @cached_property
    def _completer(self) -> "Completer":
        from tutor.app.editor_completion import Completer

        return Completer()

    @work(thread=True, exclusive=True, group="load", exit_on_error=False)
    def load(self) -> None:
        """Read the file and what is kept beside it."""
        desk = self.tutor.desk
        text = desk.file_text(self.name_of_file)
        self._folder = desk.at(lambda account: account.parts.folder)
        self.post_message(self.Loaded(text, Shelf(self._folder).read(self.name_of_file)))

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def look_through(self, text: str, kind: str, language: Language) -> None:
        """What the service would say, and what deserves a second look."""
        from tutor.app.render.findings import look_through

        reading = look_through(self.name_of_file, text, kind, language)
        if self.tutor.desk.at(lambda account: account.keeps_quiet(self.name_of_file)):
            reading = reading.hushed
        self.post_message(self.Looked(reading))

    @work(thread=True, exclusive=True, group="surround", exit_on_error=False)
    def look_around(self, text: str, policy: str) -> None:
        """Take in the account as it is now; `policy` is the key of the one that the file is for."""
        name = self.name_of_file
        lines = self.tutor.desk.typed_lines()
        sheet = Sheet(name, text, policy, tuple(lines))
        found = self.tutor.desk.at(lambda account: surroundings_of(account.sandbox, account.asked(), sheet))
        self.post_message(self.Surrounded(found))

    @work(thread=True, exclusive=True, group="judge", exit_on_error=False)
    def judge(
        self, text: str, kind: str, mine: StoredPolicy | None, requests: tuple[SideRequest, ...]
    ) -> None:
        """Decide the requests with the text in its place."""
        from tutor.app.editor_judging import Draft, judge

        draft = Draft(self.name_of_file, text, kind, mine)
        judgement = self.tutor.desk.inspect(lambda inspector: judge(inspector.sandbox, requests, draft))
        self.post_message(self.HasJudged(text, judgement))

    @work(thread=True, exclusive=True, group="propose", exit_on_error=False)
    def find_proposals(  # noqa: PLR0913 - a moment of the text and what is known around it
        self, text: str, cursor: int, kind: str, names: AccountNames, language: Language, *, asked: bool
    ) -> None:
        """What may stand at the cursor?"""
        self.post_message(self.Proposed(self.proposals(text, cursor, kind, names, language), asked=asked))

    def proposals(
        self, text: str, cursor: int, kind: str, names: AccountNames, language: Language
    ) -> Proposals:
        """What may stand at the cursor; a few milliseconds once the catalogue is loaded."""
        return self._completer.proposals(text, cursor, kind, names, language)

    @work(thread=True, group="keep", exit_on_error=False)
    def write_kept(self) -> None:
        """Write what is to be kept now; a later change is written by a later call."""
        with self._keeping:
            Shelf(self._folder).write(self.name_of_file, self.kept)
