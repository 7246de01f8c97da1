"""Errors of the floors below as a sentence that says what to do."""

from textual.content import Content

from tutor.account.errors import (
    SaveDamaged,
    SaveLocked,
    SaveNotWritable,
    SaveTooNew,
    StorageDamaged,
    StorageTooNew,
)
from tutor.course.faults import LessonFaults
from tutor.wording import Language, say
from tutor.wording.results import fault_line

from .prose import sentence


def trouble(error: BaseException, language: Language) -> Content:
    """What went wrong and what helps."""
    match error:
        case SaveLocked(holder=holder):
            values = {"pid": holder.pid or "?", "host": holder.host or "?", "command": holder.command or "?"}
            return _said(language, "locked", **values)
        case SaveDamaged(path=path, line=line, why=why):
            return _said(language, "damaged", path=path, line=line, why=say(language, f"cli.damage.{why}"))
        case SaveTooNew(path=path) | StorageTooNew(path=path):
            return _said(language, "too-new", path=path)
        case SaveNotWritable(path=path, why=why):
            return _said(language, "not-writable", path=path, why=why)
        case StorageDamaged(path=path):
            return _said(language, "progress-damaged", path=path)
        case LessonFaults(faults=faults):
            return _said(language, "lesson", fault=fault_line(language, faults[0]))
        case OSError(strerror=why, filename=path):
            return _said(language, "not-writable", path=path or "?", why=why or str(error))
    return _said(language, "unexpected", what=f"{type(error).__name__}: {error}")


def _said(language: Language, kind: str, **values: object) -> Content:
    return sentence(language, f"app.trouble.{kind}", values).stylize_before("$error")
