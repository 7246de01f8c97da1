"""One request beside a policy: its sign, and what settles it."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from tutor.app.models.editor_requests import MUST_PASS, UNKNOWN, UNREAD, Judged
from tutor.wording import Language, say
from tutor.wording.signs import COLOURS, SIGNS
from tutor.wording.statement_text import shown

MFA: Final = "aws:multifactorauthpresent"


def request_sign(row: Judged) -> Content:
    """What becomes of it, in the colour of whether that is wanted."""
    if row.outcome in {UNREAD, UNKNOWN}:
        return Content.styled("·", "$quiet")
    colour = COLOURS[row.outcome] if row.as_wanted is None else "$success" if row.as_wanted else "$error"
    return Content.styled(SIGNS[row.outcome], f"bold {colour}")


def told_apart(row: Judged, rows: Sequence[Judged], language: Language) -> str:
    """In what a request differs from another that looks the same; nothing if none does."""
    one = row.request
    alike = [
        other.request
        for other in rows
        if other.request is not one
        and (other.request.principal, other.request.action, other.request.resource)
        == (one.principal, one.action, one.resource)
    ]
    mine = dict(one.context)
    keys = sorted({key for other in (one, *alike) for key, _ in other.context}) if alike else []
    differing = [key for key in keys if any(dict(other.context).get(key) != mine.get(key) for other in alike)]
    for key in differing:
        if key.lower() == MFA:
            value = mine.get(key)
            kind = "plain-key" if value is None else "code" if value in {True, "true"} else "no-code"
            return say(language, f"app.editor.request.{kind}")
    return ", ".join(
        f"{key}: {mine[key]}"
        if mine.get(key) is not None
        else say(language, "app.editor.request.without", key=key)
        for key in differing
    )


def request_note(row: Judged, language: Language) -> Content:
    """What settles it, whether that is wanted, and what is so now."""
    parts: list[Content] = []
    if row.outcome == UNKNOWN:
        parts.append(Content.styled(say(language, "app.editor.request.unknown"), "$warning"))
    if row.as_wanted is False:
        wanted = "must-pass" if row.request.wanted == MUST_PASS else "must-fail"
        parts.append(Content.styled("≠ " + say(language, f"app.editor.request.{wanted}"), "$error"))
    if row.statement:
        numbered = "statement" if row.statement.isdecimal() else "named"
        words = say(language, f"app.editor.request.{numbered}", statement=shown(row.statement))
        parts.append(Content.styled(words, "$quiet"))
    elif row.policy:
        words = say(language, "app.editor.request.policy", policy=shown(row.policy))
        parts.append(Content.styled(words, "$quiet"))
    if row.changed and row.before:
        parts.append(
            Content.styled(say(language, "app.editor.request.was", sign=SIGNS[row.before]), "$warning")
        )
    return Content.styled(" · ", "$quiet").join(parts)
