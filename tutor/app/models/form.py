"""A form that stands for one line of the console: its fields, and how the line is made of them."""

import re
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from .form_names import AccountNames

Values = Mapping[str, str]
"""What stands in the fields, by their names; blanks around it are taken off."""

SAFE: Final = re.compile(r"[A-Za-z0-9@%+=:,./_-]+")
PROFILE: Final = "profile"


@dataclass(frozen=True, slots=True)
class Field:
    """One line to be filled in; what it is called stands in the catalogue as `app.form.field.<id>`."""

    id: str
    required: bool = True
    offers: str = ""
    """Which names of the account can stand there: a field of `AccountNames`, or of `Form.offers`."""
    known: bool = False
    """Nothing else can."""
    check: str = ""
    """Which form a value must have: one of `CHECKS`."""
    options: tuple[str, ...] = ()
    """One of a few, side by side; the catalogue has `app.form.option.<id>`."""


@dataclass(frozen=True, slots=True)
class Form:
    """One thing that can be done; the catalogue has `app.form.<id>`."""

    id: str
    kinds: frozenset[str]
    """The kinds of subject that it is offered for."""
    fields: tuple[Field, ...]
    words: Callable[[Values, AccountNames], Sequence[str]]
    """The words of the line."""
    asks: bool = False
    """It takes something away: it asks before."""
    fits: Callable[[AccountNames], bool] = field(default=lambda _: True)
    """Whether it makes sense for what is marked."""
    begins: Mapping[str, Callable[[AccountNames], str]] = field(default_factory=dict)
    """What stands in a field at first."""
    offers: Mapping[str, Callable[[AccountNames, Values], Iterable[str]]] = field(default_factory=dict)
    """Names that depend on what is marked or on another field."""
    sound: Mapping[str, Callable[[str, AccountNames, Values], bool]] = field(default_factory=dict)
    """Whether a value that is not offered can stand in a field all the same."""
    heeds: Callable[[AccountNames], tuple[str, str]] = field(default=lambda _: ("", ""))
    """What is better done before: a sentence and a value for it; nothing if all is well."""

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """The fields, and as whom the line is sent."""
        return (*self.fields, Field(PROFILE, required=False, offers="profiles", known=True))

    def first_values(self, names: AccountNames) -> dict[str, str]:
        """What stands in the fields when the form opens."""
        return {
            one.id: self.begins[one.id](names)
            if one.id in self.begins
            else one.options[0]
            if one.options
            else ""
            for one in self.all_fields
        }

    def offered(self, one: Field, names: AccountNames, values: Values) -> tuple[str, ...]:
        """What can stand in a field."""
        if one.id in self.offers:
            return tuple(self.offers[one.id](names, values))
        return tuple(getattr(names, one.offers)) if one.offers else ()

    def line(self, values: Values, names: AccountNames) -> str:
        """The line that the form stands for; a field that is empty stands as its name in capitals."""
        filled = {
            one.id: values.get(one.id, "").strip() or (one.id.upper() if one.required else "")
            for one in self.all_fields
        }
        words = ["aws", *self.words(filled, names)]
        if filled[PROFILE]:
            words += option("profile", filled[PROFILE])
        return " ".join(quoted(word) for word in words)


def option(name: str, value: str) -> list[str]:
    """`--name value`; a value that looks like an option itself is joined by a sign."""
    return [f"--{name}={value}"] if value.startswith("-") else [f"--{name}", value]


def given(name: str, value: str) -> list[str]:
    """The same, or nothing for a value that is not given."""
    return option(name, value) if value else []


def quoted(word: str) -> str:
    """A word as a shell reads it back: in quotes where something in it means more than itself."""
    return word if SAFE.fullmatch(word) else shlex.quote(word)
