"""What is wrong with a form before anything is sent."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from .form import Field, Form, Values
from .form_names import AccountNames
from .form_tags import read_tags


@dataclass(frozen=True, slots=True)
class Problem:
    """A field and what is wrong with it; the catalogue has `app.form.problem.<kind>`."""

    field: str
    kind: str
    value: str = ""


NAME: Final = r"[A-Za-z0-9_+=,.@-]"

CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "name64": lambda text: re.fullmatch(NAME + "{1,64}", text) is not None,
    "name128": lambda text: re.fullmatch(NAME + "{1,128}", text) is not None,
    "path": lambda text: re.fullmatch(r"/([!-~]{1,510}/)?", text) is not None,
    "bucket": lambda text: re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", text) is not None,
    "tags": lambda text: read_tags(text) is not None,
    "key": lambda text: len(text) <= 128,
    "value": lambda text: len(text) <= 256,
    "text": lambda text: not text.startswith(("file://", "fileb://")),
    "password": lambda text: len(text) <= 128 and not text.startswith(("file://", "fileb://")),
}
"""Forms of values by name."""


def problem_of(form: Form, values: Values, names: AccountNames) -> Problem | None:
    """The first field that cannot be sent as it is; None if all can."""
    for one in form.all_fields:
        value = values.get(one.id, "").strip()
        if found := _problem(form, one, value, names, values):
            return found
    return None


def _problem(form: Form, one: Field, value: str, names: AccountNames, values: Values) -> Problem | None:
    if not value:
        return Problem(one.id, "missing") if one.required else None
    if one.check and not CHECKS[one.check](value):
        return Problem(one.id, one.check, value)
    if value in form.offered(one, names, values) or value.startswith("arn:"):
        return None
    if one.known or (one.id in form.sound and not form.sound[one.id](value, names, values)):
        return Problem(one.id, "file" if one.offers == "files" else "unknown", value)
    return None
