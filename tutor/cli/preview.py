"""`iam-tutor preview`: plays a lesson on a save that is thrown away, and reads it again on every save."""

import argparse
import select
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, TextIO

from tutor.cli.parser import Parser, fail
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.cli.rehearsal import Rehearsal
    from tutor.course import Fault

LOOK_EVERY: Final = 0.5
"""Seconds between looks at the files while a terminal waits for a line."""


def add_arguments(parser: Parser) -> None:
    """The lesson's folder, and the step to begin at."""
    language = parser.language
    parser.add_argument("folder", type=Path, metavar="PATH", help=say(language, "check.preview.path"))
    parser.add_argument("--step", metavar="STEP", help=say(language, "check.preview.step"))


def run(arguments: argparse.Namespace) -> int:
    """Play the lesson until the input ends; 1 if it cannot be opened, 2 if there is none."""
    language: Language = arguments.language
    folder: Path = arguments.folder
    if not (folder / "lesson.yaml").is_file():
        return fail(language, "course.check.not-a-lesson", folder=folder)
    with TemporaryDirectory() as place:
        if not arguments.plain and sys.stdin.isatty() and sys.stdout.isatty():
            from tutor.cli.preview_app import preview_in_app

            return preview_in_app(folder.resolve(), Path(place), language, arguments.step)
        return _preview_plain(folder.resolve(), Path(place), language, arguments.step)


def _preview_plain(folder: Path, place: Path, language: Language, step: str | None) -> int:
    from tutor.account import Save
    from tutor.cli.rehearsal import Rehearsal
    from tutor.course import LessonFaults, ProgressStore

    with Save.open_or_create(place / "save") as save:
        try:
            rehearsal = Rehearsal(folder, save, ProgressStore(), place / "workspace")
        except LessonFaults as unsound:
            print_faults(language, unsound.faults)
            return 1
        if step is not None:
            if rehearsal.run.lesson.step(step) is None:
                steps = ", ".join(one.id for one in rehearsal.run.lesson.steps)
                return fail(language, "check.preview.unknown-step", found=step, expected=steps)
            rehearsal.go_to(step)
        _write(say(language, "check.preview.playing", folder=folder.name))
        _play(rehearsal, language, sys.stdin)
    return 0


def _play(rehearsal: "Rehearsal", language: Language, lines: TextIO) -> None:
    """Take line after line; a changed lesson is read again before the next one."""
    from tutor.cli.plain import LEAVE, entered, pasted
    from tutor.cli.plain_text import PlainSpeaker
    from tutor.course import OutcomeKind

    speaker = PlainSpeaker(rehearsal.run, language, _write)
    speaker.opening()
    speaker.step()
    while True:
        print("$ ", end="", flush=True)
        while not _is_there(lines):
            if _reloaded(rehearsal, language):
                speaker = PlainSpeaker(rehearsal.run, language, _write)
                speaker.step()
                print("$ ", end="", flush=True)
        line = lines.readline()
        if not line or (line.strip().lower() in LEAVE and not rehearsal.run.console.takes(line)):
            _write("")
            return
        if _reloaded(rehearsal, language):
            speaker = PlainSpeaker(rehearsal.run, language, _write)
            speaker.step()
            if not line.strip():
                continue
        before = rehearsal.run.record.step
        paste = partial(pasted, rehearsal.run, language=language, lines=lines, write=_write)
        outcome = entered(rehearsal.run, speaker, line, paste)
        if outcome is not None and outcome.kind is OutcomeKind.FINISHED:
            _write(say(language, "check.preview.finished"))
            rehearsal.run.restart()
            speaker.step()
        elif rehearsal.run.record.step != before:
            speaker.step()


def _is_there(lines: TextIO) -> bool:
    """Whether a line can be read; a terminal is asked for a moment only, so that files are looked at."""
    if not lines.isatty() or sys.platform == "win32":
        return True
    return bool(select.select([lines], [], [], LOOK_EVERY)[0])


def _reloaded(rehearsal: "Rehearsal", language: Language) -> bool:
    """Read a changed lesson again and say so; False if nothing changed, or if it cannot be opened."""
    if not rehearsal.changed():
        return False
    faults = rehearsal.reload()
    if faults:
        print_faults(language, faults, _write)
        _write(say(language, "check.preview.kept"))
        return False
    _write(say(language, "check.preview.reloaded"))
    return True


def print_faults(
    language: Language, faults: "Sequence[Fault]", write: "Callable[[str], None] | None" = None
) -> None:
    """Each fault as the check prints it."""
    from tutor.wording.results import fault_line

    for fault in faults:
        (write or print)(fault_line(language, fault, Path.cwd()))


def _write(text: str) -> None:
    from tutor.gateway.visible import visible

    print(visible(text), flush=True)
