"""What a learner's hands do in the quiz."""

from tests.app.driver import Learner
from tutor.app.screens.exam import ExamScreen
from tutor.app.screens.exam_look import ExamLookScreen
from tutor.app.screens.quiz import QuizScreen
from tutor.app.widgets.quiz_question import QuestionView
from tutor.quiz.marking import right_sides
from tutor.quiz.question import Kind, Question

__all__ = ["answer", "asked", "keys_for", "quiz", "view"]


def quiz(yuna: Learner) -> QuizScreen:
    """The screen with a session's question."""
    assert isinstance(yuna.app.screen, QuizScreen), yuna.app.screen
    return yuna.app.screen


def view(yuna: Learner) -> QuestionView:
    """The question's widget on any screen."""
    assert isinstance(yuna.app.screen, QuizScreen | ExamScreen | ExamLookScreen), yuna.app.screen
    return yuna.app.screen.query_one(QuestionView)


def asked(yuna: Learner) -> Question:
    """The question on the screen."""
    question = view(yuna).question
    assert question is not None
    return question


def keys_for(question: Question, *, right: bool) -> list[str]:
    """The keys that put an answer together, without the Enter that gives it."""
    ids = [option.id for option in question.options]
    key = question.key.right
    match question.kind:
        case Kind.FILL:
            return list(key[0]) if right else list("nothing")
        case Kind.ORDER:
            return _sorting(ids, list(key if right else key[::-1]))
        case Kind.MATCH:
            rights = [option.id for option in right_sides(question)]
            wanted = ids if right else [*ids[1:], ids[0]]
            return ["abcdefgh"[rights.index(one)] for one in wanted]
        case Kind.SEVERAL:
            picked = key if right else [one for one in ids if one not in key]
            return [str(ids.index(one) + 1) for one in picked]
        case _:
            picked = key if right else [one for one in ids if one not in key]
            return [str(ids.index(picked[0]) + 1)]


def _sorting(ids: list[str], wanted: list[str]) -> list[str]:
    """Carries each piece up to its place, from the top on."""
    keys: list[str] = []
    now, at = list(ids), 0
    for place, one in enumerate(wanted):
        found = now.index(one)
        step = "down" if found > at else "up"
        keys += [step] * abs(found - at) + ["shift+up"] * (found - place)
        now.insert(place, now.pop(found))
        at = place
    return keys


async def answer(yuna: Learner, *, right: bool = True) -> Question:
    """Answer the question on the screen by keys; gives it."""
    question = asked(yuna)
    await yuna.press(*keys_for(question, right=right), "enter")
    return question
