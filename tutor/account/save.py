"""A save: the journal, the world that it folds to, and the moves in its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from tutor.account.call import Result
from tutor.account.clock import ClockMode, wall_clock
from tutor.account.errors import Damage, SaveDamaged, SaveError
from tutor.account.fold import perform_request, settle_request
from tutor.account.history import History
from tutor.account.journal.entry import (
    Begin,
    ClockChange,
    Content,
    Entry,
    MoveRecord,
    MoveVerb,
    Note,
    ProfileChange,
    RequestRecord,
)
from tutor.account.mint import new_seed
from tutor.account.records import Move, Recorded
from tutor.account.replay import Replay
from tutor.account.restored import Restored
from tutor.account.seal import sealed
from tutor.account.service_error import ServiceError
from tutor.account.tape import Checkpoint, MemoryTape, Tape, TapeCut, Unread

__all__ = ["LEARNER", "Save"]

LEARNER: Final = "111111111111"
"""The learner's account."""

CHECKPOINT_EVERY: Final = 200
"""Entries between two checkpoints."""


class Save(History):
    """One learner's accounts and their history.

    `world` is another object after a move or another process's lines: ask for it each time.
    """

    def __init__(self, tape: Tape, seed: bytes, clock: Callable[[], datetime]) -> None:
        self._tape = tape
        self._wall = clock
        super().__init__(Replay(tape.path, seed))
        self._news: list[Entry] = []
        self._trouble: SaveError | None = None
        self._checkpointed = 0
        self._own_line: tuple[int, int] | None = None
        self._syncs_later = False

    @classmethod
    def create(
        cls, folder: Path, *, seed: bytes | None = None, clock: Callable[[], datetime] = wall_clock
    ) -> Self:
        """A new save in a folder that has none; raises FileExistsError, SaveNotWritable."""
        from tutor.account.folder_tape import FolderTape

        return cls(FolderTape(folder.absolute(), create=True), seed or new_seed(), clock)

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], datetime] = wall_clock) -> Self:
        """The save in a folder; raises FileNotFoundError, SaveDamaged, SaveTooNew, SaveLocked.

        What is damaged is restored where a second copy proves how it was: see `restored`.
        """
        return cls._opened(folder, new_seed(), clock)

    @classmethod
    def _opened(cls, folder: Path, seed: bytes, clock: Callable[[], datetime]) -> Self:
        from tutor.account.folder_tape import FolderTape

        tape = FolderTape(folder.absolute(), create=False)
        try:
            save = cls(tape, seed, clock)
            try:
                save._load()
            except SaveDamaged:
                if not tape.mend():
                    raise
                save = cls(tape, seed, clock)
                save._load()
        except BaseException:
            tape.close()
            raise
        return save

    @classmethod
    def open_or_create(
        cls, folder: Path, *, seed: bytes | None = None, clock: Callable[[], datetime] = wall_clock
    ) -> Self:
        """The save in a folder, made if there is none."""
        with suppress(FileExistsError):
            return cls.create(folder, seed=seed, clock=clock)
        return cls._opened(folder, seed or new_seed(), clock)

    @classmethod
    def in_memory(cls, *, seed: bytes | None = None, clock: Callable[[], datetime] = wall_clock) -> Self:
        """A save that is gone with the process."""
        return cls(MemoryTape(), seed or new_seed(), clock)

    def copy(self) -> Self:
        """A save in memory with the same past, which goes its own way from here."""
        copy = type(self).in_memory(seed=self._replay.seed, clock=self._wall)
        with self.exclusive():
            copy._replay.load(self._replay.lines, None)
        return copy

    @property
    def restored(self) -> tuple[Restored, ...]:
        """What was damaged when the save was opened, and is whole again."""
        return self._tape.restored

    # Holding it

    @contextmanager
    def exclusive(self, *, wait: float | None = None) -> Iterator[None]:
        """Nobody else writes meanwhile, and `world` holds all that others wrote before.

        Raises SaveLocked after `wait` seconds, None for the usual time.
        """
        with self._tape.locked(wait) as outermost:
            if self._trouble is not None:
                raise self._trouble
            if outermost:
                self._replay.settle()
                if self._tape.grown(self._replay.size):
                    self._read_news()
            yield

    @contextmanager
    def together(self, *, wait: float | None = None) -> Iterator[None]:
        """As `exclusive`, with one sync for all that is appended in the block: tell nobody before it ends.

        Raises SaveNotWritable at its end, and then nothing of the block has happened.
        """
        with self.exclusive(wait=wait):
            self._syncs_later = True
            try:
                with self._replay.together(), self._tape.together(self._replay.size):
                    yield
            finally:
                self._syncs_later = False
            self._checkpoint_if_due()

    def catch_up(self) -> tuple[Entry, ...]:
        """Entries of other processes since the last call; cheap while there are none."""
        if self._tape.grown(self._replay.size):
            with self.exclusive():
                pass
        news, self._news = tuple(self._news), []
        return news

    def _read_news(self) -> None:
        try:
            unread = self._unread()
            for line in unread.lines:
                self._news.append(self._replay.add(line))
            self._replay.check_tail(unread.tail)
        except SaveError as trouble:
            self._trouble = trouble
            raise

    def _load(self) -> None:
        with self._tape.locked():
            unread = self._unread()
            if self._tape.lacks_lines():
                raise SaveDamaged(self._tape.path, len(unread.lines), Damage.SHORTER)
            checkpoint = self._tape.read_checkpoint()
            self._replay.load(unread.lines, checkpoint, self._tape.read_older_checkpoint)
            self._replay.check_tail(unread.tail)
            self._checkpointed = self._replay.loaded_from
            if checkpoint is not None and not self._checkpointed:
                self._pass_over(checkpoint)

    def _pass_over(self, checkpoint: Checkpoint) -> None:
        """A checkpoint that loading made no use of: the journal has more to say, or has lost what it had."""
        from tutor.account.checkpoint import entries_of

        if entries_of(checkpoint) > len(self._replay):
            raise SaveDamaged(self._tape.path, len(self._replay) + 1, Damage.SHORTER)
        self._tape.pass_over_checkpoint()

    def _unread(self) -> Unread:
        try:
            return self._tape.read(self._replay.size)
        except TapeCut:
            raise self._replay.cut() from None

    # Changing it

    def append(
        self,
        request: RequestRecord,
        *,
        line: int | None = None,
        start: bool = False,
        at: datetime | None = None,
    ) -> Recorded:
        """Perform a request, unless it has an error already, and record it; it is kept when this returns.

        `at` dates it; without it the clock does. Raises SaveNotWritable, and then nothing has happened.
        """
        with self.exclusive():
            moment = self._moment(at)
            mint = self.mint(len(self._replay))
            request = sealed(self.world, request, moment, self._wall(), mint)
            result: Result = {}
            error: ServiceError | None = None
            with self._replay.settled():
                if request.error is None:
                    try:
                        result = perform_request(self.world, request, moment, mint)
                    except ServiceError as refusal:
                        error = refusal
                        request = replace(request, error=refusal.code)
                settle_request(self.world, request, moment)
                entry = self._write(request, line=line, start=start, at=moment)
            self._checkpoint_if_due()
            return Recorded(entry, result, error, mint.request_id())

    def seal(self, request: RequestRecord, *, at: datetime | None = None) -> RequestRecord:
        """The request as `append` would perform it now: passwords hashed, codes checked.

        For a door that must know whether an MFA code is right before it asks the evaluator.
        """
        return sealed(self.world, request, self._moment(at), self._wall(), self.mint(len(self._replay)))

    def _moment(self, at: datetime | None) -> datetime:
        return at.astimezone(UTC) if at else self.world.clock.next(self._wall())

    def begin(
        self,
        *,
        accounts: Sequence[str] = (LEARNER,),
        mode: ClockMode = ClockMode.LESSON,
        start: datetime | None = None,
        alias: str | None = None,
        lesson: str | None = None,
    ) -> Entry:
        """Fresh accounts; the ones before stay in the journal. Without `start` the clock begins now."""
        with self.exclusive():
            moment = (start or self._wall()).astimezone(UTC).replace(microsecond=0)
            seed = None if len(self._replay) else self._replay.seed
            return self._record(Begin(tuple(accounts), mode, moment, alias, lesson, seed), at=moment)

    def set_profile(
        self, name: str, definition: Mapping[str, object], *, line: int | None = None, start: bool = False
    ) -> Entry:
        """Define a console profile; an empty definition takes it away."""
        return self._record(ProfileChange(name, dict(definition)), line=line, start=start)

    def advance_clock(self, seconds: int, *, line: int | None = None, start: bool = False) -> Entry:
        """Move the sandbox clock."""
        return self._record(ClockChange(seconds), line=line, start=start)

    def note(self, event: Mapping[str, object]) -> Entry:
        """Record an event of a course; neither head nor world change."""
        return self._record(Note(dict(event)))

    # Moving in it

    def undo(self, *, line: int | None = None) -> Move | None:
        """Go to before the last console line that changed the account; None if there is none."""
        with self.exclusive():
            step = self._replay.undo_step()
            return None if step is None else self._move(MoveVerb.UNDO, step.undone, step.to, line)

    def redo(self, *, line: int | None = None) -> Move | None:
        """Take the last undo back; None once the account was changed since."""
        with self.exclusive():
            redo = self._replay.cursor.redo
            if not redo:
                return None
            changes = self._replay.changes_since_fork(redo[-1])
            return self._move(MoveVerb.REDO, changes, redo[-1], line)

    def goto(self, index: int, *, line: int | None = None) -> Move:
        """Go to any position; raises LookupError for one that is none, such as a move."""
        with self.exclusive():
            if not 0 <= index < len(self._replay) or not self.entry(index).on_chain:
                raise LookupError(index)
            return self._move(MoveVerb.GOTO, (), index, line)

    def _move(self, verb: MoveVerb, undone: tuple[Entry, ...], to: int, line: int | None) -> Move:
        come_from = self.head
        assert come_from is not None, "there is something to move to"
        self._record(MoveRecord(verb, to), line=line)
        return Move(verb, undone, come_from, to)

    # Keeping it

    def checkpoint(self) -> None:
        """Write what opening starts from; raises OSError."""
        with self.exclusive():
            if self.head is not None and len(self._replay) > self._checkpointed:
                self._tape.write_checkpoint(self._replay.dump())
                self._checkpointed = len(self._replay)

    def close(self) -> None:
        """Checkpoint and let go; a checkpoint that cannot be written is no loss."""
        with suppress(OSError, SaveError):
            self.checkpoint()
        self._tape.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _checkpoint_if_due(self) -> None:
        if self._syncs_later or self._tape.path is None:  # memory is never opened again
            return
        if len(self._replay) - self._checkpointed >= CHECKPOINT_EVERY:
            with suppress(OSError):
                self.checkpoint()

    def _record(
        self,
        content: Content,
        *,
        at: datetime | None = None,
        line: int | None = None,
        start: bool = False,
    ) -> Entry:
        with self.exclusive(), self._replay.settled():
            entry = self._write(content, line=line, start=start, at=at or self.world.now)
            self._replay.follow(entry)
        self._checkpoint_if_due()
        return entry

    def _write(self, content: Content, *, line: int | None, start: bool, at: datetime) -> Entry:
        parent = None if isinstance(content, Begin) else self.head
        if parent is None and not isinstance(content, Begin):
            raise LookupError("a save has no accounts before its first begin")
        entry = Entry(len(self._replay), parent, self._free_line(line), at, start, content)
        self._replay.write(entry, self._tape.append)
        return entry

    def _free_line(self, line: int | None) -> int | None:
        """The number that all entries of a console line get, which no other line has."""
        if line is None:
            return None
        if self._own_line is None or self._own_line[0] != line:
            self._own_line = (line, max(line, self.next_line))
        return self._own_line[1]
