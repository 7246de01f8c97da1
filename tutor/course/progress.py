"""What a learner has done: one TinyDB file a save, small, written on every change."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.table import Table

    from tutor.account import Restored

FILE_NAME: Final = "progress.json"
LINES_KEPT: Final = 500
"""Console lines that the up arrow can bring back."""

Practice = Literal["seen", "practised", "asked", "failed", "shown"]
"""What became of a claim at a step: taught, done unaided, answered right, answered wrong, solution shown."""


@dataclass(slots=True)
class LessonRecord:
    """How far a learner is in one lesson; the account itself is in the journal."""

    lesson: str
    step: str
    """The step on screen."""
    begin: int
    """Journal index of the entry that began this run of the lesson."""
    head: int
    """Journal position when this was written: where going back to this lesson leads."""
    opened: dict[str, int] = field(default_factory=dict)
    """Journal index at which each step was first shown; events after it are the step's."""
    answers: dict[str, list[str]] = field(default_factory=dict)
    """Options chosen, by step; empty if the answer was shown."""
    truths: dict[str, str] = field(default_factory=dict)
    """How each prediction turned out when it was made: `allowed` or `refused`."""
    passed: dict[str, bool] = field(default_factory=dict)
    """Steps passed; true if unaided by a shown solution and, for a question, right."""
    hinted: dict[str, list[str]] = field(default_factory=dict)
    """Hints given, by step: a level's number, or the goal or misconception that the hint speaks of."""
    solutions: list[str] = field(default_factory=list)
    """Steps whose solution was shown."""
    finished: bool = False
    failed: list[str] = field(default_factory=list)
    """Questions answered wrong, whose other form comes later."""
    gaps: dict[str, list[str]] = field(default_factory=dict)
    """Values given so far in a fill step that is not answered yet."""
    points: dict[str, int] = field(default_factory=dict)
    """Journal position at which each step was first shown, for save points."""
    variant: dict[str, str] = field(default_factory=dict)
    """What the names of `vary` stand for in this run of the lesson."""
    begun: int = 1
    """How often the lesson was begun."""
    found: dict[str, int] = field(default_factory=dict)
    """Goals in the order in which they first passed, before any solution was seen; the journal's end then."""
    asked: dict[str, dict[str, int]] = field(default_factory=dict)
    """Goals with `after` that were asked, by step, with the journal position then: they wait no more."""
    broken: list[str] = field(default_factory=list)
    """Today's work that stopped at some time."""
    signed_in: str = ""
    """Key id of the session of whoever came in by the console's door; empty if nobody is in."""
    tried: list[str] = field(default_factory=list)
    """Steps in which a line was run or a file changed."""
    sent: dict[str, int] = field(default_factory=dict)
    """Steps whose given line was sent, with the journal position behind it."""
    tested_out: bool = False
    """The learner went straight to the last challenge."""


@dataclass(frozen=True, slots=True)
class Skill:
    """What a learner has done with one claim; entries are `lesson/step`."""

    claim: str
    seen: frozenset[str] = frozenset()
    practised: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    """Questions answered right."""
    failed: frozenset[str] = frozenset()
    """Questions answered wrong."""
    shown: frozenset[str] = frozenset()
    """Answers and solutions that were shown."""


class ProgressStore:
    """Settings, lessons, skills and console lines of one save."""

    def __init__(self, path: Path | None = None) -> None:
        """Opens the file, or keeps everything in memory if there is no path."""
        self.path = path
        self._opened: TinyDB | None = None

    @property
    def _database(self) -> "TinyDB":
        if self._opened is None:
            from tinydb import TinyDB
            from tinydb.storages import MemoryStorage

            if self.path is None:
                self._opened = TinyDB(storage=MemoryStorage)
            else:
                from tutor.account.storage import ReplacingStorage

                self._opened = TinyDB(self.path, storage=ReplacingStorage)
        return self._opened

    @property
    def restored(self) -> "tuple[Restored, ...]":
        """The file, if it was damaged and is whole again."""
        found = getattr(self._database.storage, "restored", None)
        return () if found is None else (found,)

    def setting(self, name: str) -> str | None:
        """A setting, such as `language`."""
        found = self._find("settings", "name", name)
        return None if found is None else str(found["value"])

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._put("settings", "name", {"name": name, "value": value})

    def lesson(self, lesson_id: str) -> LessonRecord | None:
        """How far the learner is in a lesson, None if it was never opened."""
        found = self._find("lessons", "lesson", lesson_id)
        if found is None:
            return None
        known = {one.name for one in fields(LessonRecord)}
        return LessonRecord(**{name: value for name, value in found.items() if name in known})

    def lessons(self) -> tuple[LessonRecord, ...]:
        """Every lesson that was opened."""
        ids = [str(row["lesson"]) for row in self._table("lessons").all()]
        return tuple(record for lesson_id in ids if (record := self.lesson(lesson_id)))

    def keep_lesson(self, record: LessonRecord) -> None:
        """Write how far the learner is."""
        self._put("lessons", "lesson", asdict(record))

    @property
    def last_lesson(self) -> str | None:
        """The lesson that was open last, for Continue."""
        return self.setting("last-lesson")

    def skills(self) -> Mapping[str, Skill]:
        """What was done with each claim, by claim."""
        rows = self._table("skills").all()
        return {str(row["claim"]): _skill(row) for row in rows}

    def note_skill(self, claim: str, practice: Practice, place: str) -> None:
        """Note that a claim was seen, practised or asked right at `lesson/step`; twice is once."""
        row = self._find("skills", "claim", claim) or {"claim": claim}
        places = {str(known) for known in row.get(practice, [])}
        if place not in places:
            self._put("skills", "claim", {**row, practice: sorted(places | {place})})

    def note_misconception(self, misconception: str, place: str) -> None:
        """Note that a misconception showed at `lesson/step`; twice is once."""
        row = self._find("misconceptions", "id", misconception) or {"id": misconception, "places": []}
        if place not in row["places"]:
            places = sorted([*map(str, row["places"]), place])
            self._put("misconceptions", "id", {"id": misconception, "places": places})

    def misconceptions(self) -> Mapping[str, frozenset[str]]:
        """Where each misconception showed."""
        rows = self._table("misconceptions").all()
        return {str(row["id"]): frozenset(map(str, row["places"])) for row in rows}

    def console_lines(self) -> tuple[str, ...]:
        """The lines typed in the console, oldest first."""
        found = self._find("console-history", "name", "lines")
        return tuple(str(line) for line in found["lines"]) if found else ()

    def add_console_line(self, line: str) -> None:
        """Keep a line for the up arrow; the same line twice in a row is kept once."""
        lines = [*self.console_lines()]
        if lines[-1:] != [line]:
            self._put("console-history", "name", {"name": "lines", "lines": [*lines, line][-LINES_KEPT:]})

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _table(self, name: str) -> "Table":
        return self._database.table(name)

    def _find(self, table: str, key: str, value: str) -> dict[str, Any] | None:
        found = next((row for row in self._table(table).all() if row.get(key) == value), None)
        return None if found is None else dict(found)

    def _put(self, table: str, key: str, row: dict[str, Any]) -> None:
        self._table(table).upsert(row, lambda known: bool(known.get(key) == row[key]))


def _skill(row: Mapping[str, Any]) -> Skill:
    names = ("seen", "practised", "asked", "failed", "shown")
    return Skill(str(row["claim"]), *(frozenset(map(str, row.get(name, ()))) for name in names))
