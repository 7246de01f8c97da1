"""Sentences of the card that closes a lesson."""

from collections.abc import Iterator, Sequence
from typing import Final

from .say import Language, say

__all__ = ["CLOSING", "skills_named"]

MOST: Final = 6
"""Skills that are named."""

CLOSING: Final[dict[str, tuple[str, str]]] = {
    "app.closing.done": ("{title} 레슨을 마쳤어요", "You finished {title}"),
    "app.closing.learnt": ("배운 것", "What you learned"),
    "app.closing.missed": ("한 번 틀린 것", "Answered wrong once"),
    "app.closing.missed.where": ("틀린 것은 퀴즈에서 다시 물어봐요.", "The quiz asks about these again."),
    "app.closing.more": ("외 {count}가지", "and {count} more"),
    "app.closing.next": ("다음 레슨: {number} {title}", "Next: {number} {title}"),
    "app.closing.end": ("마지막 레슨이었어요.", "That was the last lesson."),
    "app.closing.key": ("Enter: 첫 화면으로", "Enter: home"),
    "app.command.last-page": ("마지막 장", "last page"),
    "app.command.last-page.about": (
        "마친 레슨의 마지막 장을 다시 읽어요.",
        "Shows the last page of a finished lesson again.",
    ),
    "app.home.last-page": ("마지막 장 다시 읽기", "Read the last page again"),
}


def skills_named(claims: Sequence[str], language: Language) -> Iterator[str]:
    """The first few of several skills by name, and how many there are besides."""
    for claim in claims[:MOST]:
        yield say(language, f"quiz.skill.{claim}")
    if len(claims) > MOST:
        yield say(language, "app.closing.more", count=len(claims) - MOST)
