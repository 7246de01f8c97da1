"""`why`, `what-if` and `flip`: a decision looked at, changed, and turned, as the Decision screen does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.app.inspector import REFUSALS, Inspector
from tutor.app.models.inspection import Inspection, Question
from tutor.gateway.words.past import Past
from tutor.wording import Language, say
from tutor.wording.flip_text import flip_sentences
from tutor.wording.question_text import question_trouble
from tutor.wording.signs import FAILED, SIGNS
from tutor.wording.statement_text import shown
from tutor.wording.trace_text import trace_lines

if TYPE_CHECKING:
    from tutor.account import Account
    from tutor.wording.trace_text import Layers

FIELDS: Final = {
    "who": "principal",
    "principal": "principal",
    "누가": "principal",
    "action": "action",
    "작업": "action",
    "resource": "resource",
    "리소스": "resource",
}
"""What can stand before `=` to change a part of the request; a name with a colon is a condition key."""
ORDER: Final = ("principal", "action", "resource")


class Unreadable(ValueError):
    """A line that is no question."""


class Decisions:
    """Remembers which decision was looked at last, so that the next question can begin with it."""

    def __init__(self, inspector: Inspector, layers: "Layers") -> None:
        self.inspector = inspector
        self._layers: Layers = layers
        self._asked: Inspection | None = None

    def forget(self) -> None:
        """A request was sent: it is the one to look at now."""
        self._asked = None

    def why(self, words: Sequence[str], language: Language) -> Iterator[str]:
        """The decision looked at last; or, with words, the answer to a question that nobody sent."""
        if words:
            yield from self.what_if(words, language)
        elif (about := self._asked or self.inspector.look()) is None:
            yield say(language, "console.no-requests")
        else:
            yield from self._told(about, language)

    def what_if(self, words: Sequence[str], language: Language) -> Iterator[str]:
        """The question, as it would be answered in the account as it is."""
        start = self.inspector.look()
        last = self._asked or start
        try:
            before = last.question if last is not None else Question()
            question = read_question(words, before, self.inspector.sandbox.account)
        except Unreadable:
            yield say(language, "cli.plain.what-if.form")
            return
        about = start or self.inspector.begin(replace(question, key="", value=""))
        if about is None:
            yield "✗ " + question_trouble(LookupError(), question.principal, language)
            return
        try:
            self._asked = self.inspector.ask(question, about)
        except REFUSALS as error:
            yield "✗ " + question_trouble(error, question.principal, language)
        else:
            yield from self._told(self._asked, language)

    def flip(self, words: Sequence[str], language: Language) -> Iterator[str]:
        """The least change that gives the decision the other answer; a number is one of `history`."""
        about = self._asked or self.inspector.look()
        if words:
            past = Past(self.inspector.sandbox.save)
            number = int(words[0]) if words[0].isdecimal() and words[0].isascii() else 0
            if len(words) > 1 or number not in past.requests:
                yield say(language, "cli.plain.flip.form", last=len(past.requests))
                return
            about = self.inspector.look(past.requests[number].index)
        if about is None:
            yield say(language, "console.no-requests")
            return
        if about.decision is None:
            yield from self._told(about, language)
            return
        found = self.inspector.flip(about)
        yield _heading(about)
        sentences = flip_sentences(found, language) if found else [say(language, "decision.flip.none")]
        yield from (f"  {sentence}" for sentence in sentences)

    def _told(self, about: Inspection, language: Language) -> Iterator[str]:
        if about.decision is None:
            question = say(language, "app.gate.1")
            yield f"{shown(about.caller)} → {shown(about.action)}  {shown(about.resource)}"
            yield f"  [1] {question} {about.gate.sign} {shown(about.gate.why(language))}"
            return
        if not about.sent:
            yield say(language, "decision.ask") + ": " + _heading(about)
        yield from trace_lines(about.decision, language, layers=self._layers)
        if about.error:
            yield f"{FAILED[0]} " + say(language, "app.outcome.failed", error=shown(about.error))


def read_question(words: Sequence[str], before: Question, account: "Account") -> Question:
    """`WHO ACTION RESOURCE`, each of which may be left out from the end or named; and one `KEY=VALUE`.

    What is not named stays as in `before`. Raises Unreadable.
    """
    question, places = before, list(ORDER)
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name.lower() in FIELDS:
            question = replace(question, **{FIELDS[name.lower()]: value})
        elif equals and ":" in name and not name.startswith("arn:"):
            question = replace(question, key=name, value=value)
        elif places:
            question = replace(question, **{places.pop(0): word})
        else:
            raise Unreadable
    if not (question.principal and question.action and question.resource):
        raise Unreadable
    return replace(question, principal=reference_of(question.principal, account))


def reference_of(name: str, account: "Account") -> str:
    """`user/NAME` or `role/NAME` for a bare name of the account."""
    if name in account.users:
        return f"user/{name}"
    return f"role/{name}" if name in account.roles else name


def _heading(about: Inspection) -> str:
    sign = SIGNS[about.decision.outcome.value] if about.decision is not None else "?"
    return f"{sign} {shown(about.caller)} → {shown(about.action)}  {shown(about.resource)}"
