"""The account that a lesson begins with: start lines compiled to requests, applied without the CLI."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from .lesson import Lesson, variants
from .start_files import lay, lesson_before, start_files
from .start_maker import Maker, StartFailure, start_lines
from .start_rows import apply_row
from .start_world import begin_accounts, definition_of

if TYPE_CHECKING:
    from tutor.account import Save

FILE_NAME: Final = "start.json"


def fingerprint(lesson: Lesson) -> str:
    """A digest of everything that the compiled start depends on."""
    lines = [[line.run, line.principal, str(line.at), line.fails] for line in start_lines(lesson)]
    file = lesson.file
    profiles = {name: definition_of(profile) for name, profile in file.profiles.items()}
    accounts = [[account.id, account.alias] for account in file.accounts]
    place = [file.account, str(file.clock), accounts, dict(lesson.variant)]
    if file.organization is not None:
        place.append([file.organization.management, *file.organization.members])
    files = {str(name): sha256(path.read_bytes()).hexdigest() for name, path in start_files(lesson)}
    before = lesson_before(lesson)
    done = []
    if before is not None:
        works = [step.work for step in before.steps if step.work is not None]
        done = [fingerprint(before), [work.solution for work in works], _solution_files(before)]
    text = json.dumps([2, lines, profiles, place, files, done], sort_keys=True)
    return sha256(text.encode()).hexdigest()


def read_start(lesson: Lesson) -> list[dict[str, Any]] | None:
    """The compiled requests; None if there are none, or if they belong to other start lines."""
    requests = _stored(lesson).get(fingerprint(lesson))
    return requests if isinstance(requests, list) else None


def write_start(lesson: Lesson) -> Path:
    """Compile the start lines of every variant and write their requests beside the lesson."""
    path = lesson.folder / FILE_NAME
    parts = []
    for source, requests in ((fingerprint(one), compile_start(one)[0]) for one in variants(lesson)):
        rows = ",\n  ".join(json.dumps(request, ensure_ascii=False) for request in requests)
        parts.append(f' "{source}": [\n  {rows}\n ]')
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")
    return path


def begin_lesson(lesson: Lesson, save: "Save") -> int:
    """A fresh account as the lesson's first step finds it; gives the journal index of its begin."""
    from tutor.gateway import Sandbox

    requests = lesson.compiled_start or read_start(lesson)
    if requests is None:
        requests, _ = compile_start(lesson)
    sandbox = Sandbox(save, lambda: lesson.file.clock)
    with save.exclusive():
        begin = begin_accounts(lesson, save)
        for request in requests:
            apply_row(request, sandbox, lesson.file.account)
    return begin.index


def compile_start(lesson: Lesson) -> tuple[list[dict[str, Any]], list[StartFailure]]:
    """Run the start lines through the real CLI on a save in memory; the requests, and what went wrong."""
    from tutor.account import Save
    from tutor.gateway import Sandbox

    save = Save.in_memory(seed=bytes(32), clock=lambda: lesson.file.clock)
    begin_accounts(lesson, save)
    maker = Maker(lesson, Sandbox(save, lambda: lesson.file.clock))
    with TemporaryDirectory() as folder:
        maker.before(Path(folder))
    with TemporaryDirectory() as folder:
        for name, path in start_files(lesson):
            lay(lesson, path, Path(folder) / name)
        for index, line in enumerate(start_lines(lesson)):
            maker.run(index, line, Path(folder))
    return maker.requests, maker.failures


def _stored(lesson: Lesson) -> Mapping[str, Any]:
    try:
        stored = json.loads((lesson.folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _solution_files(lesson: Lesson) -> Mapping[str, str]:
    names = [step.repair.solution_file for step in lesson.steps if step.repair is not None]
    folder = lesson.folder / "solutions"
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}
