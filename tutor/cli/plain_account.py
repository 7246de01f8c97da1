"""`show NAME`: everything about one thing of the account, as the app's Account screen has it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.app.models.account_find import name_asked_for, nearest_name, subjects_named
from tutor.cli.plain_map import map_lines
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.gateway import Sandbox


def account_lines(sandbox: "Sandbox", typed: str, language: Language) -> Iterator[str] | None:
    """What `show NAME` and `map NAME` answer; None for any other line."""
    name = name_asked_for(typed)
    return map_lines(sandbox, typed, language) if name is None else _lines(sandbox, name, language)


def _lines(sandbox: "Sandbox", name: str, language: Language) -> Iterator[str]:
    from tutor.app.render.account_detail import detail_of
    from tutor.app.render.account_plain import plain_detail

    account = sandbox.account
    found = subjects_named(account, name)
    if len(found) > 1:
        yield say(language, "app.account.show.several", name=shown(name))
        yield from (f"  show {shown(subject)}" for subject in found)
    elif found:
        yield from plain_detail(detail_of(sandbox, found[0], language))
    elif nearest := nearest_name(account, name):
        yield say(language, "app.account.show.nearest", name=shown(name), nearest=shown(nearest))
    else:
        yield say(language, "app.account.show.none", name=shown(name))
