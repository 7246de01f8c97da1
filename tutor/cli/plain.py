"""Plain mode: the same lessons as lines on standard input and output."""

import sys
from collections.abc import Callable
from contextlib import closing, suppress
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from tutor.account import Save, wall_clock
from tutor.cli.plain_console import PlainRun
from tutor.cli.plain_home import TOUR, Doors
from tutor.cli.plain_keys import at_keyboard, line_typed, prompt_of, remembering
from tutor.cli.plain_prose import plain_text
from tutor.cli.plain_text import PlainSpeaker
from tutor.course import LessonIndex, LessonRun, OutcomeKind, ProgressStore, load_lesson
from tutor.course.progress import FILE_NAME
from tutor.gateway import Console, Sandbox
from tutor.gateway.notices import Refused
from tutor.gateway.visible import visible
from tutor.wording import LANGUAGES, Language, say
from tutor.wording.locale import locale_language
from tutor.wording.troubles import restored_sentence

if TYPE_CHECKING:
    from tutor.course import LessonEntry, Outcome

LEAVE: Final = frozenset({"exit", "quit", "끝내기", "나가기"})
EDIT_WORDS: Final = frozenset({"edit", "편집"})
ALL: Final = frozenset({"all", "전체"})
END: Final = "."


class Lines(Protocol):
    """Where the learner's lines come from."""

    def readline(self) -> str:
        """The next one with its line end; empty when there are no more."""

    def isatty(self) -> bool:
        """Whether somebody types them at a terminal."""


def play_plain(folder: Path, language: Language | None) -> int:
    """Play on the save in `folder` until the input ends, the learner leaves or there is no lesson left."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(ProgressStore(folder / FILE_NAME)) as progress:
        chosen = _language(progress, language)
        if chosen is None:
            return 0
        doors = Doors(progress, folder, chosen)
        with remembering(progress), Save.open_or_create(folder) as save:
            for one in (*progress.restored, *save.restored):
                _write(restored_sentence(chosen, one))
            entry = _first(progress)
            while entry is not None:
                run = _open(entry, save, progress, folder / "workspace")
                finished = play_lesson(run, doors.language, sys.stdin, _write, doors)
                chosen_next = doors.take()
                if not finished and chosen_next is None:
                    break
                entry = chosen_next or LessonIndex.list().after(entry.id)
            else:
                _write(say(doors.language, "cli.plain.no-more"))
    return 0


def _write(text: str) -> None:
    print(visible(text), flush=True)


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
    if kept is None:
        progress.set_setting(TOUR, "wanted")
    if found != kept:
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


def typed(run: PlainRun, lines: Lines) -> str:
    """The next line; a password or a code is not shown while somebody types it."""
    question = run.console.question
    secret = question is not None and question.secret
    if not secret and lines is sys.stdin and at_keyboard():
        return line_typed(run.console)
    print(prompt_of(run.console), end="", flush=True)
    if not secret or not lines.isatty():
        return lines.readline()
    with suppress(EOFError):
        return getpass("") + "\n"
    return ""


def whole_file(line: str) -> str | None:
    """The file that `edit FILE all` names; None for any other line."""
    words = line.split()
    if len(words) != 3 or words[0] not in EDIT_WORDS or words[2].lower() not in ALL:
        return None
    return words[1]


def pasted(
    run: PlainRun, name: str, language: Language, lines: Lines, write: Callable[[str], None]
) -> "Outcome | None":
    """Take the new text of a file, up to a line with a full stop; None if it cannot be written."""
    write(plain_text(say(language, "cli.plain.paste", file=name)))
    taken: list[str] = []
    while (line := lines.readline()) and line.strip() != END:
        taken.append(line.rstrip("\n"))
    try:
        return run.write_file(name, "".join(f"{line}\n" for line in taken))
    except (Refused, OSError):
        write(plain_text(say(language, "cli.plain.not-written", file=name)))
        return None


def entered(
    run: LessonRun, speaker: PlainSpeaker, line: str, paste: "Callable[[str], Outcome | None]"
) -> "Outcome | None":
    """Take one line and say what came of it; None if `paste` could not write the file that it names."""
    before = run.record.step
    typed = speaker.continued(line.rstrip("\n"))
    if (laid := speaker.laid_out(typed)) is not None:
        outcome: Outcome | None = run.write_file(*laid)
    elif speaker.answered(typed):
        return None
    else:
        whole = None if run.console.takes(typed) else whole_file(typed)
        outcome = run.enter(typed) if whole is None else paste(whole)
    if outcome is not None:
        speaker.outcome(typed, outcome, before)
    return outcome


def play_lesson(
    run: LessonRun,
    language: Language,
    lines: Lines,
    write: Callable[[str], None],
    doors: Doors | None = None,
) -> bool:
    """Play one lesson; True if it was finished, False if the input ended or the learner left.

    `doors` leads out of it, perhaps to another lesson.
    """
    speaker = PlainSpeaker(run, language, write, doors)
    speaker.opening()
    speaker.step()
    while True:
        line = typed(run, lines)
        speaker.others()
        if not line or (line.strip().lower() in LEAVE and not run.console.takes(line)):
            write("")
            write(say(speaker.language, "cli.plain.saved"))
            return False
        before, begun = run.record.step, run.record.begin
        outcome = entered(run, speaker, line, lambda name: pasted(run, name, speaker.language, lines, write))
        if doors is not None and doors.chosen is not None:
            return False
        if outcome is None:
            continue
        if outcome.kind is OutcomeKind.FINISHED:
            for told in doors.closing(run.lesson.id) if doors is not None else ():
                write(told)
            return True
        if (run.record.step, run.record.begin) != (before, begun):
            speaker.step()
