"""What leads out of a lesson in plain mode: the path of lessons, the sandboxes, the language."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.app.models.home import LessonState
from tutor.course import LessonIndex, ProgressStore
from tutor.wording import LANGUAGES, Language, say

if TYPE_CHECKING:
    from tutor.app.models.home import LessonRow
    from tutor.cli.plain_quiz import Write
    from tutor.course import LessonEntry

TOUR: Final = "tour"
"""The setting that keeps whether the tour is wanted still or was given; the app's own."""
NAMES: Final = {"ko": "ko", "한국어": "ko", "korean": "ko", "en": "en", "english": "en", "영어": "en"}
STATES: Final = {LessonState.NEW: "·", LessonState.GOING: "~", LessonState.FINISHED: "✓"}


class Doors:
    """One learner's home; `chosen` is the lesson that was asked for."""

    def __init__(self, progress: ProgressStore, folder: Path, language: Language) -> None:
        self._progress = progress
        self._folder = folder
        self.language: Language = language
        """The language from now on."""
        self.chosen: LessonEntry | None = None

    @property
    def typed(self) -> Sequence[str]:
        """Lines of earlier sessions."""
        return self._progress.console_lines()

    def take(self) -> "LessonEntry | None":
        """The lesson that was asked for, once."""
        chosen, self.chosen = self.chosen, None
        return chosen

    def turn(self, words: Sequence[str]) -> Language | None:
        """Keep the language that is named, the other one without a name; None for a name of none."""
        named = NAMES.get(words[0].lower()) if words else None
        if len(words) > 1 or (words and named is None):
            return None
        self.language = next(
            one for one in LANGUAGES if (one == named if named is not None else one != self.language)
        )
        self._progress.set_setting("language", self.language)
        return self.language

    def wants_tour(self) -> bool:
        """Whether the learner is new and has not been shown round; asked once."""
        wanted = self._progress.setting(TOUR) == "wanted"
        if wanted:
            self._progress.set_setting(TOUR, "offered")
        return wanted

    def lessons(self, words: Sequence[str]) -> Iterator[str]:
        """The path with its progress; with a number or an id that lesson is opened."""
        index = LessonIndex.list()
        if words:
            self.chosen = index.find(words[0]) if len(words) == 1 else None
            if self.chosen is None:
                known = ", ".join(f"{entry.order}" for entry in index.entries)
                yield say(self.language, "cli.sandbox.no-lesson", found=" ".join(words), known=known)
            return
        from tutor.app.path import home_picture

        for row in home_picture(index, self._progress, self.language).lessons:
            yield f"  {_sign(row)} {row.number:02} {row.title}  {self._progress_of(row)}".rstrip()
        yield say(self.language, "cli.plain.lessons")

    def closing(self, lesson_id: str) -> Iterator[str]:
        """What a finished lesson leaves: what was learnt, what was answered wrong."""
        from tutor.app.models.closing import closing_of
        from tutor.wording.app_closing import skills_named

        closing = closing_of(lesson_id, LessonIndex.list(), self._progress)
        if closing is None:
            return
        for kind, sign, claims in (("learnt", "✓", closing.learnt), ("missed", "✗", closing.missed)):
            if claims:
                yield f"{say(self.language, f'app.closing.{kind}')}:"
                yield from (f"  {sign} {name}" for name in skills_named(claims, self.language))

    def sandboxes(self) -> Iterator[str]:
        """The sandboxes that are kept, and how one is opened."""
        from tutor.app.models.sandboxes import SandboxKind
        from tutor.app.sandbox_rows import sandbox_choice
        from tutor.course.free_play import FreePlay

        choice = sandbox_choice(FreePlay(self._folder), LessonIndex.list(), self.language)
        for row in choice.rows:
            if row.kind is SandboxKind.KEPT:
                yield f"  {row.name}  {row.when}{f'  {row.lesson_title}' if row.lesson_title else ''}"
        yield say(self.language, "cli.plain.sandboxes")

    def quiz(self, write: "Write") -> None:
        """The quiz, until the learner comes back from it."""
        from tutor.cli.plain_quiz_door import Door
        from tutor.cli.quiz import read_line

        Door(self._folder, self._progress, self.language, read_line, write).ask()

    def _progress_of(self, row: "LessonRow") -> str:
        if row.state is LessonState.GOING:
            return say(self.language, "app.home.going", done=row.done, steps=row.steps)
        return say(self.language, f"app.home.{row.state}")


def _sign(row: "LessonRow") -> str:
    return STATES.get(row.state, "✓")
