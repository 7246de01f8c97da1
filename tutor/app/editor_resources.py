"""The resources that actions can be about: patterns of the catalogue, and what is there."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tutor.app.models.editor_completion import AccountNames
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.policy.catalogue import Action, Service

BLANK: Final = re.compile(r"\$\{([^}]*)\}")


def resource_rows(
    actions: "Sequence[tuple[Service, Action]]", names: AccountNames, language: Language
) -> dict[str, str]:
    """What Resource may hold, each with what it is: first what exists, then the forms with stars."""
    forms = {
        service.resource_types[name].arn: name
        for service, action in actions
        for name, _ in action.resource_types
    }
    rows: dict[str, str] = {}
    for arn in names.arns:
        kind = next((name for form, name in forms.items() if _test(form).fullmatch(arn)), None)
        if kind is not None:
            rows[arn] = kind
        elif not actions:
            rows[arn] = ""
    for form, name in sorted(forms.items(), key=lambda pair: len(pair[0])):
        rows.setdefault(_starred(form, names.account_id), name)
    if any(not action.resource_types for _, action in actions):
        rows.setdefault("*", say(language, "app.editor.resource.none"))
    rows.setdefault("*", say(language, "app.editor.resource.all"))
    return rows


@lru_cache(maxsize=512)
def _test(form: str) -> re.Pattern[str]:
    """What the ARN of such a resource looks like: only its last part may hold slashes, if there are parts."""
    parts = BLANK.split(form)
    body = form.split(":", 5)[-1]
    nested = "/" in body
    pattern = ""
    for number, part in enumerate(parts):
        if number % 2 == 0:
            pattern += re.escape(part)
        else:
            last = number == len(parts) - 2
            pattern += ".+" if last and nested else "[^:/]*"
    return re.compile(pattern)


def _starred(form: str, account_id: str) -> str:
    known = {"Partition": "aws", "Account": account_id or "*"}
    return BLANK.sub(lambda blank: known.get(blank[1], "*"), form)
