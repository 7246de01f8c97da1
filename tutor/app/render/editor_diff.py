"""What differs between a policy of the account and the text."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from textual.content import Content

from tutor.app.models.editor_requests import UNREAD, Judgement
from tutor.app.widgets.policy_text import SHOWN
from tutor.wording import Language, say
from tutor.wording.signs import SIGNS, short_resource

from .findings import laid_out

AROUND: Final = 3
"""Lines that are shown around what changed."""


def diff_lines(before: str, now: str) -> tuple[Content, ...]:
    """Added lines with `+`, removed ones with `-`, a few around them; nothing if both say the same.

    Both are laid out first, so that only what counts differs; unless one of them is no JSON.
    """
    plain, tidy = (before, now), (laid_out(before), laid_out(now))
    old, new = ((text or "").rstrip().split("\n") for text in (plain if None in tidy else tidy))
    return () if old == new else tuple(_lines(old, new))


def _lines(old: list[str], new: list[str]) -> Iterator[Content]:
    for number, group in enumerate(
        SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND)
    ):
        if number:
            yield Content.styled("      ⋯", "$quiet")
        for tag, old_from, old_to, new_from, new_to in group:
            if tag == "equal":
                for place in range(new_from, new_to):
                    yield _line(place + 1, " ", new[place], "$quiet")
                continue
            for place in range(old_from, old_to):
                yield _line(place + 1, "-", old[place], "$error")
            for place in range(new_from, new_to):
                yield _line(place + 1, "+", new[place], "$success")


def _line(number: int, sign: str, text: str, colour: str) -> Content:
    return Content.assemble(
        (f"{number:>4} ", "$quiet"), (f"{sign} ", f"bold {colour}"), (text.translate(SHOWN), colour)
    )


def changed_requests(judgement: Judgement, language: Language) -> Iterator[Content]:
    """The requests beside the text that would be decided otherwise than now."""
    if judgement.place == UNREAD:
        yield Content.styled(say(language, "app.editor.requests.unread"), "$quiet")
        return
    changed = [row for row in judgement.rows if row.changed and row.before]
    if not changed:
        yield Content.styled(say(language, "app.editor.compare.unchanged"), "$quiet")
        return
    yield Content.styled(say(language, "app.editor.compare.requests"), "bold $quiet")
    for row in changed:
        request = row.request
        who = request.principal.partition("/")[2] or request.principal
        words = f"{who}  {request.action}  {short_resource(request.resource)}"
        yield Content.assemble(
            (f"  {SIGNS[row.before]} → {SIGNS[row.outcome]}  ", "bold $warning"), words.translate(SHOWN)
        )
