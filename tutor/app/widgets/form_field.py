"""One line of a form: what it is called, and where it is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tutor.app.models.form import PROFILE, Field
from tutor.wording import Language, catalogue, say

from .choice import Choice


class FieldInput(Input):
    """A line of text; arrows up and down walk through what is offered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
    ]

    @dataclass
    class Walked(Message):
        """The next of what is offered, or the one before."""

        step: int

    def action_walk(self, step: int) -> None:
        """Ask for the next one."""
        self.post_message(self.Walked(step))


class FormField(Horizontal):
    """A label and an input, or a choice of a few."""

    DEFAULT_CSS = """
    FormField {
        height: 1;
        & .field-label { width: 17; height: 1; padding: 0 1; color: $quiet; }
        & Input { border: none; height: 1; padding: 0 1; width: 1fr; background: $surface; }
        & Input:focus { border: none; background: $boost; }
        & Choice { width: 1fr; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else stands in the field."""

        id: str

    def __init__(self, field: Field, value: str, language: Language) -> None:
        super().__init__(id=f"field-{field.id}")
        self.field = field
        self._first, self._language = value, language

    def compose(self) -> ComposeResult:
        """The label, then the input."""
        field, language = self.field, self._language
        yield Static(Content(say(language, f"app.form.field.{field.id}")), classes="field-label")
        if field.options:
            names = [say(language, f"app.form.option.{one}") for one in field.options]
            yield Choice(names, chosen=field.options.index(self._first))
        else:
            entry = FieldInput(self._first, placeholder=say(language, self._blank), compact=True)
            entry.cursor_blink = False
            yield entry

    @property
    def _blank(self) -> str:
        message = f"app.form.blank.{self.field.id}"
        if message in catalogue("app"):
            return message
        return "app.form.blank.name" if self.field.required else "app.form.blank.optional"

    @property
    def value(self) -> str:
        """What stands in it."""
        if self.field.options:
            return self.field.options[self.query_one(Choice).chosen]
        return self.query_one(Input).value

    def put(self, text: str) -> None:
        """Let something else stand in it."""
        entry = self.query_one(Input)
        entry.value = text
        entry.cursor_position = len(text)

    def enter(self) -> None:
        """Give it the focus."""
        self.query(Input if not self.field.options else Choice).first().focus()

    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self, message: Message) -> None:
        message.stop()
        self.post_message(self.Changed(self.field.id))


def first_empty(fields: Sequence[FormField]) -> FormField | None:
    """Where the learner begins: the first required field that is empty, else the first of all."""
    needed = [one for one in fields if one.field.required and not one.value and one.field.id != PROFILE]
    return next(iter([*needed, *fields]), None)
