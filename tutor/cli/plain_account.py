"""`show NAME`: everything about one thing of the account, as the app's Account screen has it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.app.models.account_find import name_asked_for, nearest_name, subjects_named
from tutor.cli.plain_map import map_lines
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

if TYPE_CHECKING:
    from tutor.gateway import Console


def account_lines(console: "Console", typed: str, language: Language) -> Iterator[str] | None:
    """What `show NAME` and `map NAME` answer; None for any other line."""
    name = name_asked_for(typed)
    return map_lines(console.sandbox, typed, language) if name is None else _lines(console, name, language)


def _lines(console: "Console", name: str, language: Language) -> Iterator[str]:
    from tutor.app.render.account_detail import detail_of
    from tutor.app.render.account_plain import plain_detail

    account = console.sandbox.account
    found = subjects_named(account, name)
    if len(found) > 1:
        yield say(language, "app.account.show.several", name=shown(name))
        yield from (f"  show {shown(subject)}" for subject in found)
    elif found:
        yield from plain_detail(detail_of(console.sandbox, found[0], language))
        yield from _next_lines(console, found[0], language)
    elif nearest := nearest_name(account, name):
        yield say(language, "app.account.show.nearest", name=shown(name), nearest=shown(nearest))
    else:
        yield say(language, "app.account.show.none", name=shown(name))


def _next_lines(console: "Console", subject: str, language: Language) -> Iterator[str]:
    """What can be done with it: the lines that the app's forms stand for, open places in capitals."""
    from tutor.app.models.form_names import names_for
    from tutor.app.models.form_table import NEW, form_named, forms_for

    names = names_for(console.sandbox, console.workspace, subject)
    forms = list(forms_for(names))
    if not forms and subject in NEW:
        forms = [form_named(NEW[subject])]
    if forms:
        yield ""
        yield say(language, "cli.plain.show.next")
    for form in forms:
        title = say(language, f"app.form.{form.id}", name=shown(names.subject.name))
        yield f"  {title}: {shown(form.line(form.first_values(names), names))}"
