"""The Decision screen: who decided, beside the JSON; what would turn it; what if."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.driver import NARROW, WIDE, Learner, learner
from tests.app.snapshots import assert_snapshot
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.widgets.what_if import WhatIf
from tutor.wording import Language, say

LIST = "aws s3 ls s3://moonrabbit-web --profile sora"
LAYERS = "08-decision"


@asynccontextmanager
async def decision(
    saves: Path, lesson: str = LAYERS, *, language: Language = "en", size: tuple[int, int] = WIDE
) -> AsyncIterator[Learner]:
    """The screen of a request that was just refused."""
    async with learner(saves, language=language, size=size) as yuna:
        yuna.app.open_lesson(lesson)
        await yuna.settle()
        await yuna.send(LIST)
        await yuna.press("f12")
        assert yuna.shows(DecisionScreen)
        yield yuna


async def put(yuna: Learner, **fields: str) -> None:
    """Write into the form."""
    form = yuna.app.screen.query_one(WhatIf)
    for name, value in fields.items():
        form.field(name).value = value
    await yuna.settle()


def row_of(yuna: Learner, words: str) -> int:
    """The first row of the screen with these words."""
    return next(number for number, row in enumerate(yuna.rows) if words in row)


@pytest.mark.parametrize(("language", "size"), [("en", WIDE), ("ko", NARROW)])
async def test_the_statement_stands_beside_its_json_with_both_values(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with decision(tmp_path, language=language, size=size) as yuna:
        assert say(language, "decision.decided") in yuna.text
        assert '✗                 "s3:PutObject"' in yuna.text
        assert say(language, "trace.compare.asked", values="s3:ListBucket") in yuna.text
        assert_snapshot(f"decision-{language}-{size[0]}x{size[1]}", yuna.rows)


async def test_down_and_up_go_from_statement_to_statement_and_escape_back(tmp_path: Path) -> None:
    async with decision(tmp_path) as yuna:
        await yuna.press("down")
        assert "BoolIfExists aws:MultiFactorAuthPresent" in yuna.text
        await yuna.press("up")
        assert "BoolIfExists aws:MultiFactorAuthPresent" not in yuna.text
        await yuna.press("escape")
        assert yuna.shows(LearnScreen)


async def test_only_the_gates_are_shown_before_a_lesson_taught_more(tmp_path: Path) -> None:
    async with decision(tmp_path, "01-two-gates") as yuna:
        mark = row_of(yuna, say("en", "decision.decided"))
        assert "2 May you?" in yuna.rows[mark - 1]
        assert say("en", "decision.layer.identityPolicy") not in yuna.text


async def test_a_key_shows_the_smallest_change_that_turns_it(tmp_path: Path) -> None:
    async with decision(tmp_path) as yuna:
        await yuna.press("f4")
        assert "It would be allowed if" in yuna.text
        await yuna.press("f4")
        assert "It would be allowed if" not in yuna.text


async def test_another_question_is_answered_as_it_is_typed(tmp_path: Path) -> None:
    async with decision(tmp_path) as yuna:
        await yuna.press("f5")
        await put(yuna, action="s3:PutObject", resource="arn:aws:s3:::moonrabbit-photos/wedding/a.jpg")
        assert say("en", "decision.outcome.allowed") in yuna.text
        await put(yuna, principal="user/nobody")
        assert say("en", "decision.ask.unknown", principal="user/nobody")[:20] in yuna.text
        await put(yuna, principal="root", resource="arn:aws:s3:::[/foo][@click=app.bell()]x")
        assert "[/foo][@click=app.bell()]x" in yuna.text.partition("1 Who are you?")[0]
        await yuna.press("escape")
        assert "sora → s3:ListBucket" in yuna.text


async def test_a_condition_key_can_be_given_and_taken_away(tmp_path: Path) -> None:
    async with decision(tmp_path) as yuna:
        await yuna.press("f5")
        resource = "arn:aws:s3:::moonrabbit-photos/wedding/a.jpg"
        await put(yuna, action="s3:DeleteObject", resource=resource)
        assert say("en", "decision.outcome.explicitDeny") in yuna.text
        await put(yuna, key="aws:MultiFactorAuthPresent", value="true")
        assert say("en", "decision.outcome.allowed") in yuna.text


async def test_a_click_opens_it_and_picks_a_statement(tmp_path: Path) -> None:
    async with decision(tmp_path) as yuna:
        await yuna.press("escape")
        await yuna.pilot.click("#decision")
        await yuna.settle()
        assert yuna.shows(DecisionScreen)
        await yuna.pilot.click(offset=(10, row_of(yuna, "NeedsCode #1")))
        await yuna.settle()
        assert "BoolIfExists aws:MultiFactorAuthPresent" in yuna.text


async def test_without_a_request_it_says_what_to_do(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("f12")
        assert say("en", "decision.none")[:40] in yuna.text
        await yuna.press("f4", "f5", "down", "f12")
        assert yuna.shows(LearnScreen)
