"""Plain mode: the same lessons as lines on standard input and output."""

import sys
from collections.abc import Callable
from contextlib import suppress
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from tutor.account import Save, wall_clock
from tutor.cli.plain_text import PlainSpeaker
from tutor.course import LessonIndex, LessonRun, OutcomeKind, ProgressStore, load_lesson
from tutor.gateway import Console, Sandbox
from tutor.wording import LANGUAGES, Language, say
from tutor.wording.locale import locale_language

if TYPE_CHECKING:
    from tutor.course import LessonEntry

LEAVE: Final = frozenset({"exit", "quit", "끝내기", "나가기"})


def play_plain(folder: Path, language: Language | None) -> int:
    """Play on the save in `folder` until the input ends, the learner leaves or there is no lesson left."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    progress = ProgressStore(folder / "progress.json")
    try:
        chosen = _language(progress, language)
        if chosen is None:
            return 0
        with Save.open_or_create(folder) as save:
            entry = _first(progress)
            while entry is not None:
                run = _open(entry, save, progress, folder / "workspace")
                if not _play(run, chosen, sys.stdin, _write):
                    break
                entry = LessonIndex.list().after(entry.id)
            else:
                _write(say(chosen, "cli.plain.no-more"))
    finally:
        progress.close()
    return 0


def _write(text: str) -> None:
    print(text, flush=True)


def _language(progress: ProgressStore, asked: Language | None) -> Language | None:
    """What was asked for, what was chosen before, or the answer to the one question; None if input ended."""
    kept = progress.setting("language")
    found = asked or next((language for language in LANGUAGES if language == kept), None)
    if found is None:
        preset = locale_language()
        _write(say(preset, "cli.plain.language"))
        while found is None:
            print("> ", end="", flush=True)
            line = sys.stdin.readline()
            if not line:
                return None
            answer = line.strip()
            found = {"1": LANGUAGES[0], "2": LANGUAGES[1], "１": LANGUAGES[0], "２": LANGUAGES[1]}.get(answer)
            found = found or (preset if not answer else None)
    progress.set_setting("language", found)
    return found


def _first(progress: ProgressStore) -> "LessonEntry | None":
    """The lesson to go on with: the one left open, or the one after a finished one."""
    index = LessonIndex.list()
    last = index.find(progress.last_lesson) if progress.last_lesson else None
    if last is None:
        return next((entry for entry in index.entries if entry.order > 0), None)
    record = progress.lesson(last.id)
    return index.after(last.id) or last if record and record.finished else last


def _open(entry: "LessonEntry", save: Save, progress: ProgressStore, workspace: Path) -> LessonRun:
    lesson = load_lesson(entry.folder)
    workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
    sandbox = Sandbox(save, wall_clock)
    console = Console(sandbox, workspace, lesson.file.caller)
    run = LessonRun(lesson, sandbox, console, progress, wall_clock)
    if run.finished:
        run.restart()
    return run


def _typed(run: LessonRun, lines: TextIO) -> str:
    """The next line; a password or a code is not shown while somebody types it."""
    question = run.console.question
    if question is None or not question.secret or not lines.isatty():
        return lines.readline()
    with suppress(EOFError):
        return getpass("") + "\n"
    return ""


def _play(run: LessonRun, language: Language, lines: TextIO, write: Callable[[str], None]) -> bool:
    """Play one lesson; True if it was finished, False if the input ended or the learner left."""
    speaker = PlainSpeaker(run, language, write)
    speaker.opening()
    speaker.step()
    while True:
        print("$ ", end="", flush=True)
        line = _typed(run, lines)
        if not line or (line.strip().lower() in LEAVE and not run.console.takes(line)):
            write("")
            write(say(language, "cli.plain.saved"))
            return False
        before, begun = run.record.step, run.record.begin
        typed = speaker.continued(line.rstrip("\n"))
        outcome = run.enter(typed)
        speaker.outcome(typed, outcome, before)
        if outcome.kind is OutcomeKind.FINISHED:
            return True
        if (run.record.step, run.record.begin) != (before, begun):
            speaker.step()
