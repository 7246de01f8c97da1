"""The account of a sandbox: empty but for an administrator, or as a lesson begins with it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..index import LessonIndex
from ..lesson import Lesson, load_lesson
from .kept import keep_start, start_of

if TYPE_CHECKING:
    from tutor.account import Save

    from .run import FreeRun
    from .staged import StagedAccount

ADMIN: Final = "admin"
"""The user of an empty account, and the profile that speaks for it."""
ADMINISTRATOR: Final = "arn:aws:iam::aws:policy/AdministratorAccess"
WORKSPACE: Final = "workspace"


def open_free(
    folder: Path,
    clock: Callable[[], datetime],
    *,
    lesson: "str | StagedAccount | None" = None,
    seed: bytes | None = None,
    lessons: Path | None = None,
) -> "FreeRun":
    """Go on with the sandbox in `folder`, or make it: with the account of a lesson, or an empty one.

    `lesson` counts only for a new one: the id of one, or an account that was staged elsewhere. Raises errors
    of the save, LessonFaults and StagingError.
    """
    from tutor.account import Save
    from tutor.gateway.console import Console
    from tutor.gateway.sandbox import Sandbox

    from .run import FreeRun
    from .staged import keep_staged, staged_in

    save = Save.open_or_create(folder, seed=seed, clock=clock)
    try:
        if save.head is None:
            keep_start(folder, lesson if isinstance(lesson, str) else "")
            if lesson is not None and not isinstance(lesson, str):
                keep_staged(folder, lesson)
        made = staged_in(folder)
        found = _lesson(start_of(folder), lessons)
        workspace = folder / WORKSPACE
        workspace.mkdir(mode=0o700, parents=True, exist_ok=True)
        if save.head is None:
            begin_free(save, workspace, found, made)
        sandbox = Sandbox(save, clock)
        console = Console(sandbox, workspace, found.file.caller if found else _caller(save, made))
        console.restart = lambda: begin_free(save, workspace, found, made)
        return FreeRun(sandbox, console, folder, found)
    except BaseException:
        save.close()
        raise


def begin_free(
    save: "Save", workspace: Path, lesson: Lesson | None, staged: "StagedAccount | None" = None
) -> None:
    """A fresh account; what was before stays in the journal."""
    from ..start import begin_lesson
    from ..start_files import lay_out_files

    if staged is not None:
        from .staged import begin_staged

        begin_staged(save, staged)
    elif lesson is None:
        _begin_empty(save)
    else:
        begin_lesson(lesson, save)
        lay_out_files(lesson, workspace)


def _begin_empty(save: "Save") -> None:
    """One account with one user who may do everything and has a key."""
    from tutor.account import LEARNER, ClockMode, RequestRecord, caller_of
    from tutor.gateway.sandbox import CONSOLE_ADDRESS

    with save.exclusive():
        save.begin(accounts=(LEARNER,), mode=ClockMode.WALL)
        account = save.world.accounts[LEARNER]
        root = caller_of(account, account.root)
        for operation, parameters in (
            ("CreateUser", {"UserName": ADMIN}),
            ("AttachUserPolicy", {"UserName": ADMIN, "PolicyArn": ADMINISTRATOR}),
            ("CreateAccessKey", {"UserName": ADMIN}),
        ):
            request = RequestRecord("iam", operation, parameters, root, None, CONSOLE_ADDRESS)
            recorded = save.append(request, start=True)
            assert recorded.error is None, f"{operation}: {recorded.error}"
        save.set_profile(ADMIN, {"user": ADMIN}, start=True)


def _caller(save: "Save", staged: "StagedAccount | None") -> str | None:
    """The administrator's profile or a staged one; root where there is none, as when a client began anew."""
    name = ADMIN if staged is None else staged.caller
    return name if name in save.world.profiles else None


def _lesson(lesson_id: str, lessons: Path | None) -> Lesson | None:
    entry = LessonIndex.list(lessons).find(lesson_id) if lesson_id else None
    return load_lesson(entry.folder) if entry is not None else None
