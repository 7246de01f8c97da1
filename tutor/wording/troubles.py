"""Errors of the floors below to the message that tells them, and to the exit code."""

from collections.abc import Mapping
from typing import Final

from tutor.account.errors import (
    SaveDamaged,
    SaveError,
    SaveLocked,
    SaveNotWritable,
    SaveTooNew,
    StorageDamaged,
    StorageTooNew,
)
from tutor.account.restored import Restored, Source
from tutor.course.faults import LessonFaults

from .results import fault_line
from .say import Language, say

EXPECTED: Final = (SaveError, StorageDamaged, StorageTooNew, LessonFaults, OSError)
"""Errors that a learner can meet and do something about."""

UNUSABLE: Final = (SaveError, StorageDamaged, StorageTooNew)
"""Those after which there is no save to go on with."""


def trouble_of(error: BaseException, language: Language) -> tuple[str, Mapping[str, object]]:
    """The message that says what went wrong and what helps, and its values."""
    match error:
        case SaveLocked(holder=holder):
            values = {"pid": holder.pid or "?", "host": holder.host or "?", "command": holder.command or "?"}
            if holder.since is None:
                return "trouble.locked", values
            since = holder.since.astimezone()
            return "trouble.locked-since", {**values, "since": f"{since:%Y-%m-%d %H:%M:%S}"}
        case SaveDamaged(path=path, line=line, why=why):
            return "trouble.damaged", {
                "path": path,
                "line": line,
                "why": say(language, f"trouble.damage.{why}"),
            }
        case SaveTooNew(path=path) | StorageTooNew(path=path):
            return "trouble.too-new", {"path": path}
        case SaveNotWritable(path=path, why=why):
            return "trouble.not-kept", {"path": path, "why": why}
        case StorageDamaged(path=path):
            return "trouble.progress-damaged", {"path": path}
        case LessonFaults(faults=faults):
            return "trouble.lesson", {"fault": fault_line(language, faults[0])}
        case OSError(strerror=why, filename=path):
            return "trouble.not-writable", {"path": path or "?", "why": why or str(error)}
    return "trouble.unexpected", {"what": f"{type(error).__name__}: {error}"}


def trouble_sentence(language: Language, error: BaseException) -> str:
    """What went wrong and what helps, as plain text."""
    message, values = trouble_of(error, language)
    return say(language, message, **values).replace("`", "")


def restored_of(restored: Restored) -> list[tuple[str, Mapping[str, object]]]:
    """The messages that say what was damaged, what it was restored from, and where it is kept."""
    short = restored.source is Source.BACKUP and restored.lost
    message = f"trouble.restored.{restored.source}{'-short' if short else ''}"
    values = {"path": restored.path, "line": restored.line, "lost": restored.lost}
    messages: list[tuple[str, Mapping[str, object]]] = [(message, values)]
    if restored.aside is not None:
        messages.append(("trouble.restored.aside", {"aside": restored.aside.name}))
    return messages


def restored_sentence(language: Language, restored: Restored) -> str:
    """The same as plain text."""
    said = (say(language, message, **values) for message, values in restored_of(restored))
    return " ".join(said).replace("`", "")


def exit_code(error: BaseException) -> int:
    """3 for a save that is locked or damaged, 2 where another folder or file helps."""
    return 2 if isinstance(error, SaveNotWritable | LessonFaults | OSError) else 3
