"""Errors of the floors below as a line on the screen."""

from collections.abc import Mapping

from textual.content import Content

from tutor.account import Restored
from tutor.wording import Language
from tutor.wording.troubles import restored_of, trouble_of

from .prose import sentence


def trouble(error: BaseException, language: Language) -> Content:
    """What went wrong and what helps."""
    message, values = _own(error) or trouble_of(error, language)
    return sentence(language, message, values).stylize_before("$error")


def restored(one: Restored, language: Language) -> Content:
    """What was damaged and is whole again."""
    said = [sentence(language, message, values) for message, values in restored_of(one)]
    return Content(" ").join(said).stylize_before("$warning")


def _own(error: BaseException) -> tuple[str, Mapping[str, object]] | None:
    """Errors of the workspace, which only the app's editor meets."""
    from tutor.app.workspace_files import FileUnreadableError
    from tutor.gateway.notices import Refused

    match error:
        case FileUnreadableError(name=name, kind=kind):
            return f"app.editor.{kind}", {"file": name}
        case Refused(notice=notice):
            return notice.message, notice.values
    return None
