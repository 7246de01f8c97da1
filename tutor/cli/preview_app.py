"""The preview in the app: Learn, opened anew when a file of the lesson changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual import work

from tutor.account import wall_clock
from tutor.app import application
from tutor.app.application import TutorApp
from tutor.app.desk import Desk
from tutor.cli.parser import fail
from tutor.cli.preview import LOOK_EVERY, print_faults
from tutor.cli.rehearsal import Rehearsal
from tutor.course import Fault, LessonFaults
from tutor.wording import Language, say
from tutor.wording.results import fault_line

MOST_TOLD: Final = 3
"""Faults that are told at once."""
TOLD_FOR: Final = 20.0
"""Seconds."""


def preview_in_app(folder: Path, place: Path, language: Language, step: str | None) -> int:
    """Play a lesson in the app until its author leaves; 1 if it cannot be opened, 2 for an unknown step."""
    desk = Desk(place, "save", clock=wall_clock, lessons=folder.parent)
    try:
        rehearsal = Rehearsal(folder, desk.save, desk.progress, desk.folder / "workspace")
        if step is not None:
            if rehearsal.run.lesson.step(step) is None:
                steps = ", ".join(one.id for one in rehearsal.run.lesson.steps)
                return fail(language, "check.preview.unknown-step", found=step, expected=steps)
            rehearsal.go_to(step)
        app = PreviewApp(desk, language, rehearsal)
        app.run()
    except LessonFaults as unsound:
        print_faults(language, unsound.faults)
        return 1
    finally:
        desk.close()
    if app.trouble is not None:
        raise app.trouble
    return app.return_code or 0


class PreviewApp(TutorApp):
    """The app with one lesson open, which is read again when its files change."""

    CSS_PATH: ClassVar = [str(Path(application.__file__).parent / name) for name in TutorApp.CSS_PATH]

    def __init__(self, desk: Desk, language: Language, rehearsal: Rehearsal) -> None:
        super().__init__(desk, language, first_run=False)
        self._rehearsal = rehearsal

    def on_ready(self) -> None:
        """Go into the lesson, and look at its files from time to time."""
        self.open_lesson(self._rehearsal.run.lesson.id)
        self.set_interval(LOOK_EVERY, self.look)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def look(self) -> None:
        """Read a changed lesson; the account is the desk's, so nobody else writes meanwhile."""
        if not self._rehearsal.changed():
            return
        with self.desk.save.exclusive():
            faults = self._rehearsal.reload()
        self.call_from_thread(self._tell, faults)

    def _tell(self, faults: Sequence[Fault]) -> None:
        if not faults:
            self.notify(say(self.language, "check.preview.reloaded"), markup=False)
            self.open_lesson(self._rehearsal.run.lesson.id)
            return
        lines = [fault_line(self.language, fault, fault.file.parent) for fault in faults[:MOST_TOLD]]
        lines.append(say(self.language, "check.preview.kept"))
        self.notify("\n".join(lines), severity="error", timeout=TOLD_FOR, markup=False)
