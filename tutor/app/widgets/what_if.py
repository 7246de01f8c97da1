"""A small form for a request that nobody sent; it asks as it is typed."""

from dataclasses import dataclass
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tutor.app.models.inspection import Inspection, Question
from tutor.wording import Language, say

FIELDS: Final = ("principal", "action", "resource", "key", "value")


class WhatIf(Vertical):
    """Who, what, on what, and one condition key."""

    DEFAULT_CSS = """
    WhatIf {
        height: auto;
        & Horizontal { height: 1; }
        & .ask-label { width: 10; height: 1; color: $quiet; }
        & Input { border: none; height: 1; padding: 0 1; width: 1fr; background: $panel; }
        & Input:focus { border: none; background: $boost; }
        & #ask-title { height: 1; text-style: bold; }
        & #ask-trouble { height: auto; color: $error; }
    }
    """

    @dataclass
    class Asked(Message):
        """The question is another one now."""

        question: Question

    def compose(self) -> ComposeResult:
        """A line a field."""
        yield Static(id="ask-title")
        for field in FIELDS:
            with Horizontal():
                yield Static(id=f"label-{field}", classes="ask-label")
                yield Input(id=f"ask-{field}")
        yield Static(id="ask-trouble")

    def speak(self, language: Language) -> None:
        """Name the fields."""
        self.query_one("#ask-title", Static).update(Content(say(language, "decision.ask")))
        for field in FIELDS:
            label = Content(say(language, f"decision.ask.{field}"))
            self.query_one(f"#label-{field}", Static).update(label)
        for field in ("key", "value"):
            self.field(field).placeholder = say(language, f"decision.ask.{field}.none")

    def begin(self, inspection: Inspection) -> None:
        """Start from a request."""
        question = inspection.question
        with self.prevent(Input.Changed):
            for field in FIELDS:
                self.field(field).value = getattr(question, field)
        for field, words in (
            ("principal", inspection.principals),
            ("action", inspection.actions),
            ("resource", inspection.resources),
            ("key", inspection.keys),
        ):
            self.field(field).suggester = SuggestFromList(words, case_sensitive=False)
        self.complain("")
        self.field("principal").focus()

    def field(self, name: str) -> Input:
        """One of the fields."""
        return self.query_one(f"#ask-{name}", Input)

    @property
    def question(self) -> Question:
        """What is asked now."""
        return Question(**{field: self.field(field).value.strip() for field in FIELDS})

    def complain(self, words: str) -> None:
        """Say what is wrong with the question; nothing if it is all right."""
        trouble = self.query_one("#ask-trouble", Static)
        trouble.update(Content.assemble(("✗ ", "bold"), words) if words else Content())
        trouble.display = bool(words)

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        message.stop()
        self.post_message(self.Asked(self.question))

    @on(Input.Submitted)
    def _entered(self, message: Input.Submitted) -> None:
        message.stop()
        self.screen.focus_next(Input)
