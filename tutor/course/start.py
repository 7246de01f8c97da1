"""The account that a lesson begins with: start lines compiled to requests, applied without the CLI."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import copy2, copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from .lesson import Lesson
from .schema import Profile, StartLine

if TYPE_CHECKING:
    from tutor.account import Account, Entry, RequestRecord, Save
    from tutor.gateway import ConsoleResult

FILE_NAME: Final = "start.json"
ROOT: Final = ":root"
"""Stands for the root user where a user's name may stand; no user can have it."""

STARTER: Final = "starter"
"""The console profile of a start line's caller while the lines are compiled."""


@dataclass(frozen=True, slots=True)
class StartFailure:
    """A start line that ended otherwise than the lesson says."""

    index: int
    """The line's place in the list, from 0."""
    expected: str
    found: str


def definition_of(profile: Profile) -> dict[str, object]:
    """A profile as floor 3 defines it."""
    definition: dict[str, object] = {"user": profile.user} if profile.user else {}
    flags = {"root": profile.root, "wrong-secret": profile.wrong_secret, "unknown-key": profile.unknown_key}
    return definition | {name: True for name, given in flags.items() if given}


def start_lines(lesson: Lesson) -> tuple[StartLine, ...]:
    """The start lines, each in its full form."""
    lines = lesson.file.start.lines
    return tuple(StartLine(run=line) if isinstance(line, str) else line for line in lines)


def fingerprint(lesson: Lesson) -> str:
    """A digest of everything that the compiled start depends on."""
    lines = [[line.run, line.principal, str(line.at), line.fails] for line in start_lines(lesson)]
    profiles = {name: definition_of(profile) for name, profile in lesson.file.profiles.items()}
    place = [lesson.file.account, str(lesson.file.clock)]
    files = {str(name): sha256(path.read_bytes()).hexdigest() for name, path in _files(lesson)}
    text = json.dumps([lines, profiles, place, files], sort_keys=True)
    return sha256(text.encode()).hexdigest()


def read_start(lesson: Lesson) -> list[dict[str, Any]] | None:
    """The compiled requests; None if there are none, or if they belong to other start lines."""
    path = lesson.folder / FILE_NAME
    try:
        compiled = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(compiled, dict) or compiled.get("source") != fingerprint(lesson):
        return None
    requests = compiled.get("requests")
    return requests if isinstance(requests, list) else None


def write_start(lesson: Lesson, requests: Sequence[Mapping[str, Any]]) -> Path:
    """Write the compiled requests beside the lesson."""
    path = lesson.folder / FILE_NAME
    rows = ",\n  ".join(json.dumps(request, ensure_ascii=False) for request in requests)
    path.write_text(
        f'{{\n "source": "{fingerprint(lesson)}",\n "requests": [\n  {rows}\n ]\n}}\n', encoding="utf-8"
    )
    return path


def begin_lesson(lesson: Lesson, save: "Save") -> int:
    """A fresh account as the lesson's first step finds it; gives the journal index of its begin."""
    requests = lesson.compiled_start or read_start(lesson)
    if requests is None:
        requests, _ = compile_start(lesson)
    with save.exclusive():
        begin = _begin(lesson, save)
        for request in requests:
            _apply(save, lesson.file.account, request)
    return begin.index


def lay_out_files(lesson: Lesson, workspace: Path) -> None:
    """Put the lesson's files into the learner's folder."""
    workspace.mkdir(parents=True, exist_ok=True)
    if lesson.workspace.is_dir():
        copytree(lesson.workspace, workspace, dirs_exist_ok=True, copy_function=copy2)


def compile_start(lesson: Lesson) -> tuple[list[dict[str, Any]], list[StartFailure]]:
    """Run the start lines through the real CLI on a save in memory; the requests, and what went wrong."""
    from tutor.account import Save
    from tutor.gateway import Console, Sandbox

    save = Save.in_memory(seed=bytes(32), clock=lambda: lesson.file.clock)
    _begin(lesson, save)
    sandbox = Sandbox(save, lambda: lesson.file.clock)
    requests: list[dict[str, Any]] = []
    failures: list[StartFailure] = []
    with TemporaryDirectory() as folder:
        _start_files(lesson, Path(folder))
        for index, line in enumerate(start_lines(lesson)):
            save.set_profile(STARTER, _starter(lesson, line.principal), start=True)
            first = save.head or 0
            result = Console(sandbox, Path(folder), STARTER).run(line.run)
            made = [entry for entry in save.entries if entry.index > first]
            failures += _judged(index, line, result, made)
            at = line.at or lesson.file.clock
            requests += [row for entry in made if (row := _row(entry, at.isoformat()))]
    return requests, failures


def _begin(lesson: Lesson, save: "Save") -> "Entry":
    begin = save.begin(
        accounts=(lesson.file.account,),
        start=lesson.file.clock,
        alias=lesson.file.alias,
        lesson=lesson.id,
    )
    for name, profile in lesson.file.profiles.items():
        save.set_profile(name, definition_of(profile), start=True)
    return begin


def _starter(lesson: Lesson, principal: str) -> dict[str, object]:
    kind, _, name = principal.partition("/")
    if kind == "profile":
        return definition_of(lesson.file.profiles[name])
    return {"root": True} if kind == "root" else {"user": name}


def _judged(
    index: int, line: StartLine, result: "ConsoleResult", made: "Iterable[Entry]"
) -> list[StartFailure]:
    errors = [entry.request.error for entry in made if entry.request and entry.request.error]
    if line.fails is not None:
        found = errors[0] if errors else ""
        return [] if line.fails in errors else [StartFailure(index, line.fails, found)]
    if result.rc == 0:
        return []
    found = errors[0] if errors else (result.stderr.strip().splitlines() or [str(result.rc)])[-1]
    return [StartFailure(index, "0", found)]


def _row(entry: "Entry", at: str) -> dict[str, Any] | None:
    from tutor.account.journal.values import to_json

    request = entry.request
    if request is None:
        return None
    return {
        "at": at,
        "as": (request.caller.name or ROOT) if request.caller else None,
        "service": request.service,
        "operation": request.operation,
        "parameters": to_json(request.parameters),
        "asked": [[asked.action, asked.resource, asked.decision, asked.by] for asked in request.asked],
        "error": request.error,
        "from": request.source_ip,
        "region": request.region,
    }


def _apply(save: "Save", account_id: str, row: Mapping[str, Any]) -> None:
    from tutor.account import parse_time

    record = _record(save.world.accounts[account_id], row)
    save.append(record, start=True, at=parse_time(row["at"]))


def _record(account: "Account", row: Mapping[str, Any]) -> "RequestRecord":
    from tutor.account import Asked, RequestRecord, caller_of
    from tutor.account.journal.values import from_json

    parameters = from_json(row["parameters"])
    caller = key = None
    if row["as"] is not None:
        owner = account.root if row["as"] == ROOT else account.users[row["as"]]
        key = next((key.key_id for key in owner.keys.values() if key.active), None)
        caller = caller_of(account, owner, key)
    return RequestRecord(
        row["service"],
        row["operation"],
        parameters if isinstance(parameters, dict) else {},
        caller,
        key,
        row["from"],
        tuple(Asked(*asked) for asked in row["asked"]),
        row["error"],
        row["region"],
    )


def _start_files(lesson: Lesson, folder: Path) -> None:
    for name, path in _files(lesson):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy2(path, folder / name)


def _files(lesson: Lesson) -> list[tuple[Path, Path]]:
    """What the start lines find in their folder; `start-files` lie over `workspace`."""
    found: dict[Path, Path] = {}
    for folder in (lesson.workspace, lesson.folder / "start-files"):
        if folder.is_dir():
            paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
            found |= {path.relative_to(folder): path for path in paths}
    return sorted(found.items())
