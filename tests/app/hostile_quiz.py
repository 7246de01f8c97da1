"""The quiz's widgets with a question of the bank, or a lesson's title, that tries to be more than text."""

from dataclasses import replace
from typing import Final, cast

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from tests.app.hostile_places import Place
from tests.app.quiz_samples import CHOOSE, FILL, MATCH
from tutor.app.models.quiz import Topic
from tutor.app.widgets.exam_missed import MissedList
from tutor.app.widgets.quiz_choices import AnswerChoices
from tutor.app.widgets.quiz_pairs import AnswerPairs
from tutor.app.widgets.quiz_question import QuestionView
from tutor.app.widgets.quiz_topics import TopicList
from tutor.quiz.marking import mark
from tutor.quiz.pieces import Code, Prose
from tutor.quiz.question import Exhibit, Near, Question

__all__ = ["QUIZ_PLACES"]


def _full_of(text: str, question: Question) -> Question:
    """A question in which the text stands wherever an author writes."""
    prose = Prose(text, text)
    options = tuple(
        replace(one, text=prose, why=prose, partner=prose if one.partner is not None else None)
        for one in question.options
    )
    exhibits = (Exhibit(prose, Code(text), "text"),)
    nears = (Near(("near",), prose),)
    return replace(
        question, prompt=prose, options=options, exhibits=exhibits, why=prose, hint=prose, nears=nears
    )


async def _question(widget: Widget, text: str) -> None:
    view = cast("QuestionView", widget)
    await view.show(_full_of(text, MATCH))
    await view.give_hint()


async def _told(widget: Widget, text: str) -> None:
    question = _full_of(text, CHOOSE)
    await cast("QuestionView", widget).show(question, mark=mark(question, ("two",)))


async def _near(widget: Widget, text: str) -> None:
    view, question = cast("QuestionView", widget), _full_of(text, FILL)
    await view.show(question, (text,))
    await view.tell(mark(question, ("near",)))


async def _choices(widget: Widget, text: str) -> None:
    await widget.remove_children()
    await widget.mount(AnswerChoices(("a", "b"), (Content(text), Content(text)), several=True))


async def _pairs(widget: Widget, text: str) -> None:
    await widget.remove_children()
    sides = {"a": Content(text), "b": Content(text)}
    await widget.mount(AnswerPairs(sides, sides, {"a": "b"}))


def _topics(widget: Widget, text: str) -> None:
    cast("TopicList", widget).show([Topic("lesson", text, ("A1",))])


def _missed(widget: Widget, text: str) -> None:
    cast("MissedList", widget).show([(0, _full_of(text, CHOOSE))], ())


QUIZ_PLACES: Final = {
    "question": Place(lambda: QuestionView("en"), _question, room=0),
    "explanation": Place(lambda: QuestionView("en"), _told, room=0),
    "filled gap": Place(lambda: QuestionView("en"), _near, room=0),
    "choices": Place(Vertical, _choices),
    "pairs": Place(Vertical, _pairs),
    "topics": Place(lambda: TopicList("en"), _topics),
    "missed": Place(lambda: MissedList("en"), _missed, room=0),
}
"""In what authors write, backticks and double stars do something, though never more than style."""
