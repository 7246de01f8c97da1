"""Where the app meets the floors below: opens, asks and answers; called by workers, one at a time."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

from tutor.account.clock import wall_clock
from tutor.app.models.looks import Looks, read_keys
from tutor.app.themes import NAMES
from tutor.wording import LANGUAGES, Language

if TYPE_CHECKING:
    from textual.content import Content

    from tutor.account import Restored, Save
    from tutor.app.account_desk import AccountDesk
    from tutor.app.inspector import Inspector
    from tutor.app.models.devices import DeviceRow
    from tutor.app.models.home import HomePicture
    from tutor.app.models.offer import Offer
    from tutor.app.models.past import PastPicture
    from tutor.app.models.picture import Picture
    from tutor.app.models.sandboxes import SandboxChoice
    from tutor.app.outside import Others
    from tutor.app.quiz_desk import QuizDesk
    from tutor.app.sandbox_desk import SandboxDesk
    from tutor.course import ProgressStore
    from tutor.course.free_play import FreePlay
    from tutor.course.free_play.staged import StagedAccount
    from tutor.course.index import LessonEntry
    from tutor.gateway.result import ConsoleResult

T = TypeVar("T")

JOURNAL: Final = "journal.jsonl"
TEST_OUT: Final = "*"
"""In place of a save point: the last challenge."""
LAST_PAGE: Final = "."
"""In place of a save point: where a finished lesson ended, to be read again."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a line that was sent has changed on the screen."""

    picture: "Picture"
    lines: "Sequence[Content]"
    """What the console says to it."""
    ran: str = ""
    """The console line that ran, for the up arrow."""
    cleared: bool = False
    """The output before is to go."""
    opens: str = ""
    """What the line asked to see: `help`, `map`, `edit`, or `home` when the lesson is finished."""
    subject: str = ""
    """The file to be edited."""
    result: "ConsoleResult | None" = None
    """What the console answered, for a dialog that asked."""
    no_answer: bool = False
    """It was none of the answers that the question has."""
    reached: bool = False
    """A goal is met by it that was not before."""


class Desk:
    """One learner at one save."""

    def __init__(
        self,
        saves: Path,
        save_name: str,
        *,
        clock: Callable[[], datetime] = wall_clock,
        seed: bytes | None = None,
        lessons: Path | None = None,
    ) -> None:
        """`seed` fixes the ids and secrets of a new save; without it they are random.

        `lessons` is a folder of lessons other than the course's own.
        """
        self.folder = saves / save_name
        self._clock = clock
        self._seed = seed
        self._lessons = lessons
        self._lock = threading.RLock()
        self._save: Save | None = None
        self._account: AccountDesk | None = None
        """The lesson or the sandbox that is open."""
        self._others: Others | None = None
        self._told: list[Restored] = []

    @cached_property
    def progress(self) -> "ProgressStore":
        """What the learner has done."""
        from tutor.course.progress import ProgressStore

        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return ProgressStore(self.folder / "progress.json")

    @property
    def has_progress(self) -> bool:
        """Somebody has been here before."""
        return (self.folder / "progress.json").exists()

    def setting(self, name: str) -> str | None:
        """A setting of an earlier session; None on the first run."""
        with self._lock:
            return self.progress.setting(name) if self.has_progress else None

    @property
    def language(self) -> Language | None:
        """The language of an earlier session."""
        kept = self.setting("language")
        return next((language for language in LANGUAGES if language == kept), None)

    @property
    def looks(self) -> Looks:
        """How the app looks and which keys it obeys."""
        kept = {name: self.setting(name) for name in ("theme", "motion", "keys")}
        theme = kept["theme"] if kept["theme"] in NAMES else "dark"
        return Looks(theme or "dark", kept["motion"] != "off", read_keys(kept["keys"]))

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting for the next session."""
        with self._lock:
            self.progress.set_setting(name, value)

    def home(self, language: Language) -> "HomePicture":
        """The path of lessons with progress by skill."""
        from tutor.app.path import home_picture
        from tutor.app.quiz_desk import due_today
        from tutor.course.index import LessonIndex

        with self._lock:
            progress = self.progress if self.has_progress else None
            kept = self.free_play.kept()
            due = due_today(self.folder, progress, self.learner_clock()) if progress is not None else 0
            return home_picture(
                LessonIndex.list(self._lessons), progress, language, kept[0].name if kept else "", due
            )

    def learner_clock(self) -> datetime:
        """The time where the learner is, with its offset: a day begins there at midnight."""
        return self._clock().astimezone()

    @cached_property
    def quiz(self) -> "QuizDesk":
        """The learner's quiz."""
        from tutor.app.quiz_desk import LearnerPlace, QuizDesk

        place = LearnerPlace(self.folder, self.progress, self._lock, self.learner_clock)
        return QuizDesk(place, self._lessons)

    def open_lesson(self, lesson_id: str | None, language: Language, place: str = "") -> Turn:
        """Go on with a lesson, or begin it; without an id the course's first.

        `place` is a save point to begin at, `TEST_OUT` for the last challenge, or `LAST_PAGE`.
        """
        from tutor.app.lesson_desk import LessonDesk

        with self._lock:
            entry = self._entry(lesson_id)
            self._watch(self.folder)
            again = place != LAST_PAGE
            lesson = LessonDesk.open(self.save, self.progress, self.folder, entry, self._clock, again=again)
            self._turn_to(lesson)
            turn = lesson.go(place, language) if place and again else lesson.look(language)
            found = (*self.progress.restored, *self.save.restored)
            return replace(turn, lines=(*self._restored(found, language), *turn.lines))

    def _entry(self, lesson_id: str | None) -> "LessonEntry":
        from tutor.course.index import LessonIndex

        index = LessonIndex.list(self._lessons)
        entry = index.find(lesson_id) if lesson_id else next(one for one in index.entries if one.order > 0)
        if entry is None:
            raise LookupError(lesson_id)
        return entry

    def _restored(self, found: "Sequence[Restored]", language: Language) -> "list[Content]":
        """What was damaged and is whole again; said once."""
        from tutor.app.render.trouble import restored

        new = [one for one in found if one not in self._told]
        self._told += new
        return [restored(one, language) for one in new]

    def sandboxes(self, language: Language) -> "SandboxChoice":
        """The sandboxes that are kept, and what a new one can begin with."""
        from tutor.app.sandbox_rows import sandbox_choice
        from tutor.course.index import LessonIndex

        with self._lock:
            return sandbox_choice(self.free_play, LessonIndex.list(self._lessons), language)

    def open_sandbox(self, name: str, language: Language, lesson: "str | StagedAccount" = "") -> Turn:
        """Go on with a sandbox, or make it with the account of a lesson, a staged one or an empty one.

        Raises UnusableNameError.
        """
        from tutor.app.sandbox_desk import SandboxDesk
        from tutor.course.free_play import open_free

        with self._lock:
            folder = self.free_play.folder(name)
            self._turn_to(None)
            self._watch(folder)
            run = open_free(folder, self._clock, lesson=lesson, seed=self._seed, lessons=self._lessons)
            sandbox = SandboxDesk(run, self.progress)
            self._turn_to(sandbox)
            turn = sandbox.look(language)
            found = (*self.progress.restored, *run.save.restored)
            return replace(turn, lines=(*self._restored(found, language), *turn.lines))

    def reset_sandbox(self, name: str, language: Language) -> Turn:
        """Open a sandbox with the account that it began with; its history stays in its journal."""
        with self._lock:
            self.open_sandbox(name, language)
            return cast("SandboxDesk", self._opened).restart(language)

    def delete_sandbox(self, name: str) -> None:
        """Take a sandbox away for good; raises OSError."""
        with self._lock:
            if self._account is not None and self._account.parts.folder == self.free_play.folder(name):
                self._turn_to(None)
            self.free_play.delete(name)

    @property
    def free_play(self) -> "FreePlay":
        """The learner's sandboxes."""
        from tutor.course.free_play import FreePlay

        return FreePlay(self.folder)

    def _turn_to(self, account: "AccountDesk | None") -> None:
        """Let go of what is open and turn to something else."""
        if self._account is not None:
            self._account.close()
        self._account = account

    def _watch(self, folder: Path) -> None:
        """Look whether somebody has a save open, before its lock is taken here."""
        from tutor.app.outside import Others

        self._others = Others(folder)
        self._others.look()

    def check(self) -> None:
        """Raises what will keep the save from being opened: somebody who does not let go of its lock."""
        if (self.folder / JOURNAL).exists():
            from tutor.account.lock import SaveLock

            with SaveLock(self.folder / "lock").held():
                pass

    @property
    def save(self) -> "Save":
        """The save, opened when it is first needed."""
        if self._save is None:
            from tutor.account import Save

            self._save = Save.open_or_create(self.folder, seed=self._seed, clock=self._clock)
        return self._save

    def enter(self, line: str, language: Language) -> Turn:
        """Take one line of the console; `stop` may end a command that waits."""
        from tutor.gateway.patience import PATIENCE

        with self._lock, PATIENCE.lasting():
            return self._opened.enter(line, language)

    def speak(self, language: Language) -> Turn:
        """All that was said, and the picture, in another language."""
        with self._lock:
            return self._opened.speak(language)

    def saved(self, name: str, text: str, before: str | None, language: Language) -> Turn:
        """Write a file of the workspace and check the goals; raises FileChanged if it is not as `before`."""
        with self._lock:
            return self._opened.saved(name, text, before, language)

    def file_text(self, name: str) -> str:
        """What a file of the workspace holds, nothing if it is new; raises Refused or FileUnreadable."""
        with self._lock:
            return self._opened.file_text(name)

    def file_names(self) -> "Sequence[str]":
        """The files of the workspace."""
        with self._lock:
            return self._opened.file_names()

    def past(self) -> "PastPicture":
        """Every request of the account, and where it stands."""
        with self._lock:
            return self._opened.past()

    def explained(self, number: int, language: Language) -> "Sequence[Content]":
        """Why a request of the history was answered as it was."""
        with self._lock:
            return self._opened.explained(number, language)

    def travel(self, line: str, language: Language) -> Turn:
        """Go through time by a line of the console, whatever it or the step is asking."""
        with self._lock:
            return self._opened.travel(line, language)

    def devices(self) -> "Sequence[DeviceRow]":
        """The MFA devices there are, with their codes."""
        with self._lock:
            return self._opened.devices()

    def at(self, look: "Callable[[AccountDesk], T]") -> "T":
        """Look at the open account."""
        with self._lock:
            return look(self._opened)

    def inspect(self, look: "Callable[[Inspector], T]") -> "T":
        """Look at a decision of the open account."""
        with self._lock:
            return look(self._opened.inspector)

    def stop(self) -> None:
        """End a command that waits for something to happen; from any thread, at any time."""
        from tutor.gateway.patience import PATIENCE

        PATIENCE.stop()

    def offers(self, line: str, cursor: int, language: Language) -> "Sequence[Offer]":
        """How the word at `cursor` may go on."""
        with self._lock:
            return self._opened.offers(line, cursor, language)

    def warm_up(self) -> None:
        """Load what the first command needs, so that it does not wait; a line that comes goes first."""
        with self._lock:
            opened = self._opened
        opened.warm_up()

    def typed_lines(self) -> Sequence[str]:
        """Lines of earlier sessions, for the up arrow."""
        with self._lock:
            return self.progress.console_lines()

    @property
    def journal_size(self) -> int:
        """Bytes of the journal of what is open."""
        return journal_size(self._account.parts.folder) if self._account is not None else 0

    @property
    def others_wrote(self) -> bool:
        """Another process has written to the save since the last turn; costs one look at a file."""
        return self._account is not None and self._account.seen_size != self.journal_size

    @property
    def others_are_there(self) -> bool:
        """Another process has the save open; costs one look at a file."""
        return self._others is not None and self._others.are_there

    def catch_up(self, language: Language) -> Turn:
        """Take in what another process wrote."""
        with self._lock:
            return self._opened.catch_up(language)

    def close(self) -> None:
        """Write a checkpoint and let go of the save; nothing waits any longer."""
        self.stop()
        with self._lock:
            self._turn_to(None)
            if self._save is not None:
                self._save.close()
                self._save = None
            self.progress.close()

    @property
    def is_open(self) -> bool:
        """An account is open."""
        return self._account is not None

    @property
    def _opened(self) -> "AccountDesk":
        if self._account is None:
            raise LookupError("no account is open")
        return self._account


def journal_size(folder: Path) -> int:
    """Bytes of the journal, 0 while there is none."""
    try:
        return (folder / JOURNAL).stat().st_size
    except OSError:
        return 0
