"""Free play in plain mode: an account without a lesson, as lines."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from tutor.account import wall_clock
from tutor.cli.plain import LEAVE, Lines, pasted, typed, whole_file
from tutor.cli.plain_console import ConsoleSpeaker
from tutor.cli.plain_files import findings, numbered
from tutor.cli.plain_home import Doors
from tutor.cli.plain_keys import remembering
from tutor.cli.plain_prose import plain_text
from tutor.course import ProgressStore
from tutor.course.free_play import FreePlay, FreeRun, open_free
from tutor.course.progress import FILE_NAME
from tutor.gateway.visible import visible
from tutor.wording import Language, say
from tutor.wording.troubles import restored_sentence

if TYPE_CHECKING:
    from tutor.course import Outcome

FIRST: Final = "playground"
"""The name of the first sandbox, if nobody gives one."""
SHOWN: Final = {"help": "help", "map": "map", "history": "history", "ideas": "ideas"}
"""Outcomes that the speaker tells by the method of that name."""


class FreeSpeaker(ConsoleSpeaker):
    """Says what happens in a sandbox."""

    HELP: ClassVar[tuple[str, ...]] = ("cli.plain.free.words",)
    LESSONS: ClassVar[bool] = False

    def __init__(
        self,
        run: FreeRun,
        language: Language,
        write: Callable[[str], None],
        doors: Doors | None = None,
    ) -> None:
        super().__init__(run, language, write, doors=doors)
        self._run = run

    def opening(self) -> None:
        """Whose account this is, and what could be tried."""
        lesson = self._run.lesson
        self._write(f"IAM Tutor — {say(self._language, 'app.sandbox.title', name=self._run.name)}")
        if lesson is None:
            user = self._run.console.default_profile or "root"
            self._say("app.sandbox.begun.empty", user=user)
        else:
            self._say("app.sandbox.begun.lesson", lesson=lesson.title(self._language))
        self._say("cli.plain.free.words")
        self.ideas()

    def ideas(self) -> None:
        """Things to try: a sentence and a line each."""
        self._write("")
        self._say("app.ideas")
        for idea in self._run.ideas:
            self._write(f"  {plain_text(say(self._language, f'app.idea.{idea.id}', **idea.values))}")
            self._write(f"    {idea.line}")

    def outcome(self, outcome: "Outcome") -> None:
        """All that an entry led to."""
        if outcome.console is not None:
            for line in self._console(outcome.console):
                self._write(line)
            if outcome.console.edits:
                self.file(outcome.console.edits)
        if outcome.kind == "no-such-line":
            self._say("course.edit.no-such-line")
        if outcome.report is not None:
            report = outcome.report
            for line in (*numbered(self._language, report), *findings(self._language, report)):
                self._write(line)
        if outcome.kind in SHOWN:
            getattr(self, SHOWN[outcome.kind])()
        self.note(outcome)


def play_free(folder: Path, name: str, lesson: str, language: Language, lines: Lines) -> int:
    """Play in the sandbox `name` of the learner's folder until the input ends or the learner leaves."""
    with (
        closing(ProgressStore(folder / FILE_NAME)) as progress,
        closing(open_free(FreePlay(folder).folder(name), wall_clock, lesson=lesson)) as run,
        remembering(progress),
    ):
        for one in (*progress.restored, *run.save.restored):
            write(restored_sentence(language, one))
        speaker = FreeSpeaker(run, language, write, Doors(progress, folder, language))
        speaker.opening()
        while True:
            line = typed(run, lines)
            speaker.others()
            if not line or (line.strip().lower() in LEAVE and not run.console.takes(line)):
                write("")
                write(say(speaker.language, "cli.plain.free.saved", name=run.name))
                return 0
            outcome = _entered(run, speaker, line.rstrip("\n"), lines)
            if outcome is not None:
                speaker.outcome(outcome)


def _entered(run: FreeRun, speaker: FreeSpeaker, entry: str, lines: Lines) -> "Outcome | None":
    """Take one line; None where there is nothing more to say about it."""
    if (laid := speaker.laid_out(entry)) is not None:
        return run.write_file(*laid)
    if speaker.answered(entry):
        return None
    whole = None if run.console.takes(entry) else whole_file(entry)
    return pasted(run, whole, speaker.language, lines, write) if whole else run.enter(entry)


def write(text: str) -> None:
    """A line at once."""
    print(visible(text), flush=True)
