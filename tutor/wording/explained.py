"""What `explain` tells of a past request, as lines of text."""

from typing import TYPE_CHECKING

from tutor.gateway.events import is_rejected_token

from .say import Language, say

if TYPE_CHECKING:
    from tutor.gateway import Explanation

    from .trace_text import Layers


def explanation_lines(
    explanation: "Explanation", language: Language, *, layers: "Layers" = "all"
) -> list[str]:
    """Each permission that the request needed, as decided then, a refused one first; or why none was asked."""
    from .trace_text import trace_lines

    event = explanation.event
    if is_rejected_token(event.operation, event.error):
        return ["✗ " + say(language, "console.explained.token", error=event.error or "-")]
    if event.caller is None:
        why = say(
            language, "console.explained.first-gate", key=event.access_key_id or "-", error=event.error or "-"
        )
        return [f"✗ {why}"]
    lines: list[str] = []
    for _, decision in sorted(explanation.needed, key=lambda row: row[1].allowed):
        lines += trace_lines(decision, language, layers=layers)
    if not lines:
        return [say(language, "console.explained.by-service", action=event.action, error=event.error or "-")]
    if event.error is not None and event.outcome == "allowed":
        lines.append("· " + say(language, "console.explained.then-error", error=event.error))
    return lines
