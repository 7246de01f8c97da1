"""The quiz: a question a screen, answered by keys or mouse, explained at once."""

from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, Learner, learner
from tests.app.quiz_hands import answer, asked, keys_for, quiz, view
from tests.app.quiz_samples import ALL, CHOOSE, FILL, MATCH, ORDER, SCENE, SEVERAL, ask_only, teach
from tutor.app.models.quiz import QuizMode
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.quiz import QuizScreen
from tutor.app.screens.quiz_door import QuizDoorScreen
from tutor.app.screens.quiz_topics import QuizTopicsScreen
from tutor.app.screens.sandbox import SandboxScreen
from tutor.app.widgets.quiz_choices import AnswerChoices
from tutor.quiz.log import Answered, QuizLog
from tutor.quiz.question import Kind, Question
from tutor.wording import Language, say
from tutor.wording.quiz_text import piece_text

VIEWS = [
    pytest.param("ko", NARROW, id="ko-80x24"),
    pytest.param("en", WIDE, id="en-120x36", marks=pytest.mark.long),
]


async def asking(yuna: Learner, *questions: Question, mode: QuizMode = QuizMode.REVIEW) -> None:
    """A session about these questions."""
    ask_only(yuna, questions)
    yuna.app.switch_screen(QuizScreen(mode, tuple(one.skill for one in questions)))
    await yuna.settle()


def answers(saves: Path) -> list[Answered]:
    """What the log holds that counts."""
    return list(QuizLog(saves / "learner").answers())


@pytest.mark.parametrize(("language", "size"), VIEWS)
async def test_a_review_from_home_to_its_end(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language=language, size=size) as yuna:
        ask_only(yuna)
        assert say(language, "app.home.door.quiz.about", count=len(ALL)) in yuna.text
        await yuna.press("f4")
        assert yuna.shows(QuizDoorScreen)
        assert say(language, "quiz.mode.review.about", count=len(ALL)) in yuna.text
        await yuna.press("enter")
        kinds = set()
        for number in range(len(ALL)):
            assert say(language, "quiz.why.new") in yuna.text
            question = await answer(yuna, right=number != 2)
            kinds.add(question.kind)
            name = "wrong" if number == 2 else "right"
            assert say(language, f"quiz.verdict.{name}") in yuna.text
            assert quiz(yuna).is_noted
            await yuna.press("enter")
        assert kinds == set(Kind)
        missed = await answer(yuna)
        assert missed.id == ALL[2].id, "what was missed comes once more"
        await yuna.press("enter")
        assert say(language, "quiz.end", asked=8, right=7) in yuna.text
        await yuna.press("enter")
        assert yuna.shows(QuizDoorScreen)
        assert say(language, "quiz.mode.review.none") in yuna.text
        await yuna.press("escape")
        assert say(language, "app.home.door.quiz.about", count=0) in yuna.text
    noted = answers(tmp_path)
    assert [one.rating for one in noted] == [3, 3, 1, 3, 3, 3, 3, None]
    assert {one.mode for one in noted} == {"review"}


@pytest.mark.long
@pytest.mark.parametrize("question", ALL, ids=lambda one: str(one.id))
async def test_a_wrong_answer_of_every_kind_is_explained(tmp_path: Path, question: Question) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await asking(yuna, question, mode=QuizMode.PRACTICE)
        await answer(yuna, right=False)
        assert say("en", "quiz.verdict.wrong") in yuna.text
        mark = view(yuna).mark
        assert mark is not None
        for _, why in mark.whys[:1]:
            assert piece_text(why, "en") in yuna.text
        await yuna.press("enter")
        assert view(yuna).mark is None, "practice goes on"
        assert quiz(yuna).asked is not None
    assert [one.right for one in answers(tmp_path)] == [False]
    assert answers(tmp_path)[0].rating is None, "practice moves no schedule"


@pytest.mark.long
async def test_what_was_picked_wrongly_comes_first(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await asking(yuna, CHOOSE)
        wrong = [one.id for one in asked(yuna).options].index("two") + 1
        await yuna.press(str(wrong), "enter")
        assert (
            yuna.text.index("✗ The second") < yuna.text.index("✓ The first") < yuna.text.index("· The third")
        )
        assert say("en", "quiz.next-due.one") in yuna.text


@pytest.mark.long
async def test_an_answer_that_is_not_whole_is_not_taken(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        for question in (CHOOSE, MATCH, FILL):
            await asking(yuna, question, mode=QuizMode.PRACTICE)
            await yuna.press("enter")
            assert say("en", f"app.quiz.not-whole.{question.kind}") in yuna.text
            assert view(yuna).mark is None
    assert not answers(tmp_path)


@pytest.mark.long
async def test_a_hint_makes_a_right_answer_hard(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await asking(yuna, CHOOSE)
        await yuna.press("h")
        assert "Look at the first." in yuna.text
        await answer(yuna)
    assert [(one.hint, one.rating) for one in answers(tmp_path)] == [(True, 2)]


@pytest.mark.long
async def test_not_to_know_is_an_answer(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        await asking(yuna, SEVERAL)
        await yuna.press("ㅌ")  # x with Hangul mode on
        assert say("ko", "quiz.verdict.unknown") in yuna.text
    assert [(one.answer, one.right, one.rating) for one in answers(tmp_path)] == [((), False, 1)]


async def test_undo_asks_again(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await asking(yuna, CHOOSE, SEVERAL)
        first = await answer(yuna, right=False)
        await yuna.press("u")
        assert view(yuna).mark is None
        assert asked(yuna).skill == first.skill
        assert quiz(yuna).session is not None
        await yuna.press("u")
        assert not answers(tmp_path), "there was nothing more of today"
        await answer(yuna)
        await yuna.press("enter", "ctrl+z")
        assert asked(yuna).skill == first.skill
    assert not answers(tmp_path)


@pytest.mark.long
async def test_the_mouse_picks_and_answers(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await asking(yuna, CHOOSE)
        field = yuna.app.screen.query_one(AnswerChoices)
        at = [one.id for one in asked(yuna).options].index("one")
        await yuna.pilot.click(AnswerChoices, offset=(12, at))
        assert field.answer == ("one",)
        await yuna.pilot.click(AnswerChoices, offset=(12, at))
        await yuna.settle()
        assert say("en", "quiz.verdict.right") in yuna.text


@pytest.mark.long
async def test_the_arrows_pick(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await asking(yuna, CHOOSE)
        place = [one.id for one in asked(yuna).options].index("one")
        await yuna.press("down", *["down"] * place, "enter")
        assert say("en", "quiz.verdict.right") in yuna.text


@pytest.mark.parametrize(
    "size", [pytest.param(NARROW, id="80x24"), pytest.param(WIDE, id="120x36", marks=pytest.mark.long)]
)
async def test_the_decision_of_that_very_request(tmp_path: Path, size: tuple[int, int]) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=size) as yuna:
        await asking(yuna, SCENE)
        assert "moonrabbit-photos/wedding/001.jpg" in yuna.text, "the request is in view"
        await yuna.press("f3")
        assert yuna.shows(QuizScreen), "not before the answer"
        await answer(yuna, right=False)
        await yuna.press("f3")
        assert yuna.shows(DecisionScreen)
        assert "InternsPhotos" in yuna.text
        assert yuna.app.screen.query_one("#steps").has_focus
        await yuna.press("f5")
        assert not yuna.app.screen.query("#what-if"), "there is no account to ask"
        await yuna.press("f4")
        assert yuna.app.screen.query_one("#flip").has_class("-open")
        await yuna.press("escape")
        assert yuna.shows(QuizScreen)
        assert view(yuna).mark is not None


@pytest.mark.long
async def test_the_lesson_that_teaches_it(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await asking(yuna, CHOOSE)
        await yuna.press("f4")
        assert yuna.shows(QuizScreen), "not before the answer"
        await answer(yuna)
        assert say("en", "app.quiz.way.lesson", lesson="01 ")[:-1] in yuna.text
        await yuna.press("f4")
        assert yuna.shows(LearnScreen)


@pytest.mark.long
async def test_the_account_of_a_question_in_a_sandbox(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await asking(yuna, SCENE)
        await answer(yuna)
        assert say("en", "app.quiz.way.sandbox") in yuna.text
        await yuna.press("f6")
        assert yuna.shows(SandboxScreen)
        assert "sora @ 111111111111" in yuna.rows[0]
        await yuna.send("aws s3 cp s3://moonrabbit-photos/wedding/001.jpg .")
        assert "AccessDenied" in yuna.text or "Forbidden" in yuna.text
        await yuna.send(
            "aws iam delete-group-policy --group-name interns --policy-name InternsPhotos --profile root"
        )
        await yuna.send("reset")
        names = {branch.name for branch in yuna.learn.picture.outline.walk()} if yuna.learn.picture else set()
        assert {"sora", "interns", "moonrabbit-photos"} <= names


@pytest.mark.long
async def test_another_language_keeps_the_answer(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="ko", size=WIDE) as yuna:
        await asking(yuna, ORDER)
        keys = keys_for(asked(yuna), right=True)
        await yuna.press(*keys)
        before = view(yuna).answer
        await yuna.press("f8")
        assert view(yuna).answer == before
        assert "At first" in yuna.text
        assert "(한국어)" not in yuna.text
        await yuna.press("enter")
        assert say("en", "quiz.verdict.right") in yuna.text
        await yuna.press("f8")
        assert say("ko", "quiz.verdict.right") in yuna.text


@pytest.mark.long
@pytest.mark.parametrize("language", ["ko", "en"])
async def test_before_anything_was_taught_it_says_what_to_do(tmp_path: Path, language: Language) -> None:
    async with learner(tmp_path, language=language, size=NARROW) as yuna:
        await yuna.press("f4")
        first = say(language, "quiz.nothing-taught")[:15]
        assert first in yuna.text
        await yuna.press("enter")
        assert yuna.shows(LearnScreen)


@pytest.mark.long
async def test_nothing_due_says_when_something_will_be(tmp_path: Path) -> None:
    teach(tmp_path, ("A1",))
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await asking(yuna, CHOOSE)
        await answer(yuna)
        await yuna.press("enter", "enter")
        assert "January" in yuna.text
        await yuna.press("enter")
        assert yuna.shows(QuizDoorScreen)


@pytest.mark.long
async def test_practice_of_a_topic_adapts_the_level(tmp_path: Path) -> None:
    teach(tmp_path, ("G7", "G8", "G3"))
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await yuna.press("f4", "2")
        assert yuna.shows(QuizTopicsScreen)
        await yuna.press("end", "enter")
        skill = asked(yuna).skill
        for _ in range(3):
            assert asked(yuna).skill == skill
            await answer(yuna)
            await yuna.press("enter")
        assert quiz(yuna).session is not None
        learned = quiz(yuna).session
        assert learned is not None
        assert learned.learner.level(skill) == 2


@pytest.mark.long
async def test_daily_five(tmp_path: Path) -> None:
    teach(tmp_path)
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        ask_only(yuna)
        await yuna.press("f4", "4")
        for _ in range(5):
            await answer(yuna)
            await yuna.press("enter")
        await yuna.press("enter")
        assert say("en", "quiz.mode.daily.done") in yuna.text
    assert {one.mode for one in answers(tmp_path)} == {"daily"}


@pytest.mark.long
async def test_beyond_the_notes_is_a_switch(tmp_path: Path) -> None:
    teach(tmp_path, ("A1",))
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        await yuna.press("f4", "6")
        assert yuna.app.desk.quiz.beyond
        assert say("en", "app.quiz.beyond.on") in yuna.text
        await yuna.press("2")
        assert say("en", "quiz.section.X") in yuna.text or "X1" not in yuna.text
        await yuna.press("escape", "6")
        assert not yuna.app.desk.quiz.beyond
