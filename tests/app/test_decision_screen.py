"""The Decision screen: who decided, beside the JSON; what would turn it; what if."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.content import Content

from tests.app.driver import NARROW, NOW, SEED, WIDE, Learner, learner
from tutor.app.desk import Desk
from tutor.app.inspector import Inspector, UnreadableQuestionError
from tutor.app.models.inspection import Inspection, Question
from tutor.app.render.statement import compared, policy_page
from tutor.app.render.steps import step_rows
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.widgets.code import broken
from tutor.app.widgets.decision import DecisionLine, DecisionPanel
from tutor.app.widgets.what_if import WhatIf
from tutor.gateway.principals import UnknownPrincipal
from tutor.policy import (
    AttachedPolicy,
    Decision,
    Flip,
    PolicySet,
    Principal,
    PrincipalKind,
    Request,
    decide,
    parse_policy,
)
from tutor.wording import LANGUAGES, Language, say
from tutor.wording.card import Gate, GateState
from tutor.wording.flip_text import flip_sentences

LIST = "aws s3 ls s3://moonrabbit-web --profile sora"
WEDDING = "arn:aws:s3:::moonrabbit-photos/wedding/a.jpg"
HOSTILE = "[/foo][@click=app.bell()]x[/]$name\x1b[2J\u202e"


@asynccontextmanager
async def decision(saves: Path, *, language: Language, size: tuple[int, int]) -> AsyncIterator[Learner]:
    """The screen of a request that was just refused."""
    async with learner(saves, language=language, size=size) as yuna:
        yuna.app.desk.open_lesson("08-decision", language)
        yuna.app.desk.enter(LIST, language)
        await yuna.app.push_screen(DecisionScreen())
        await yuna.settle()
        yield yuna


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A lesson that taught every layer, after one request."""
    desk = Desk(tmp_path_factory.mktemp("desk"), "learner", clock=lambda: NOW, seed=SEED)
    desk.open_lesson("08-decision", "en")
    desk.enter(LIST, "en")
    yield desk
    desk.close()


def last(desk: Desk) -> Inspection:
    """The request that was made."""
    inspection = desk.inspect(Inspector.look)
    assert inspection is not None
    return inspection


def asked(desk: Desk, question: Question) -> Inspection:
    """The answer to another question."""
    about = last(desk)
    return desk.inspect(lambda inspector: inspector.ask(question, about))


def least(desk: Desk, about: Inspection) -> Flip | None:
    """The least change."""
    return desk.inspect(lambda inspector: inspector.flip(about))


def texts(inspection: Inspection, language: Language = "en") -> str:
    """The way as text."""
    return "\n".join(row.text.plain for row in step_rows(inspection, language))


async def test_the_statement_stands_beside_its_json_with_both_values(tmp_path: Path) -> None:
    async with decision(tmp_path, language="en", size=WIDE) as yuna:
        assert say("en", "decision.decided") in yuna.text
        assert say("en", "trace.compare.asked", values="s3:ListBucket") in yuna.text
        await yuna.press("down")
        assert "NoDeletingWithoutACode" in yuna.text
        await yuna.press("up", "f4")
        assert "NoDeletingWithoutACode" not in yuna.text
        assert "It would be allowed if" in yuna.text


async def test_another_question_is_answered_as_it_is_typed(tmp_path: Path) -> None:
    async with decision(tmp_path, language="ko", size=NARROW) as yuna:
        await yuna.press("f5")
        form = yuna.app.screen.query_one(WhatIf)
        form.field("action").value, form.field("resource").value = "s3:PutObject", WEDDING
        await yuna.settle()
        assert say("ko", "decision.outcome.allowed") in yuna.text
        form.field("principal").value = "user/[/foo]"
        await yuna.settle()
        assert "user/[/foo]" in yuna.text
        assert say("ko", "decision.outcome.allowed") not in yuna.text
        await yuna.press("escape")
        assert "sora → s3:ListBucket" in yuna.text


async def test_a_click_opens_it_and_without_a_request_it_says_what_to_do(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.pilot.click("#decision")
        await yuna.settle()
        assert say("en", "decision.none")[:40] in yuna.text
        await yuna.press("f5", "escape")
        assert yuna.shows(LearnScreen)
        await yuna.press("f12")
        assert yuna.shows(DecisionScreen)


def test_only_what_the_lesson_taught_is_shown(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    desk.open_lesson("01-two-gates", "en")
    desk.enter(LIST, "en")
    way = texts(last(desk))
    desk.close()
    assert f"2 {say('en', 'app.gate.2')}\n    {say('en', 'decision.decided')}" in way
    assert say("en", "decision.layer.identityPolicy") not in way


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_smallest_change_is_a_sentence(desk: Desk, language: Language) -> None:
    for question in (
        Question("user/sora", "s3:DeleteObject", WEDDING),
        Question("user/sora", "s3:PutObject", WEDDING),
        Question("user/sora", "iam:CreateUser", "arn:aws:iam::111111111111:user/x"),
    ):
        about = asked(desk, question)
        flip = least(desk, about)
        assert flip is not None
        sentence = flip_sentences(flip, language)[0]
        assert flip.decision.allowed is not (about.decision is not None and about.decision.allowed)
        assert "{" not in sentence


def test_a_condition_key_can_be_given(desk: Desk) -> None:
    without = asked(
        desk, Question("user/sora", "s3:DeleteObject", WEDDING, "aws:MultiFactorAuthPresent", "false")
    )
    given = asked(
        desk, Question("user/sora", "s3:DeleteObject", WEDDING, "aws:MultiFactorAuthPresent", "true")
    )
    assert say("en", "decision.outcome.explicitDeny") in texts(without)
    assert say("en", "decision.outcome.allowed") in texts(given)


def test_what_was_allowed_and_failed_is_no_plain_pass(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    desk.open_lesson("08-decision", "en")
    turn = desk.enter("aws iam get-user --user-name nobody", "en")
    card = turn.picture.card
    assert card is not None
    assert card.error == "NoSuchEntity"
    line, panel = DecisionLine(), DecisionPanel()
    line.card = panel.card = card
    line.language = panel.language = "en"
    assert "│  ! allowed, failed  ·  yuna → iam:GetUser" in line._way(80).plain
    assert "! Allowed, but it failed · NoSuchEntity" in "\n".join(row.plain for row in panel._rows(60))
    assert "! Allowed, but it failed · NoSuchEntity" in texts(last(desk))
    desk.close()
    again = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    picture = again.open_lesson("08-decision", "en").picture
    assert picture.card == card, "after a restart it is still the last decision"
    again.close()


def test_a_policy_on_several_levels_is_told_apart(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    desk.open_lesson("08-decision", "en")
    desk.enter("aws s3 ls s3://moonrabbit-photos --profile theo", "en")
    about = last(desk)
    inbox = "arn:aws:s3:::papercrane-inbox/x"
    asked_for = Question("user/theo@222222222222", "s3:GetObject", inbox)
    way = texts(desk.inspect(lambda inspector: inspector.ask(asked_for, about)))
    rows = [row for row in way.split("\n") if "FullAWSAccess" in row]
    assert len(rows) == len(set(rows)) == 2, "nothing of the RCP that every account has"
    assert any(row.endswith("· the organization's root") for row in rows)
    assert any(row.endswith("· the account") for row in rows)
    desk.close()


def test_a_long_name_goes_on_behind_a_slash_or_a_colon() -> None:
    name = Content("moonrabbit-invoices/2025-12.txt")
    assert [row.plain for row in broken(name, 30)] == ["moonrabbit-invoices/", "2025-12.txt"]
    sentence = Content("who arn:aws:iam::111111111111:user/yuna  and more")
    assert [row.plain for row in broken(sentence, 20)] == [
        "who",
        "arn:aws:iam::",
        "111111111111:user/",
        "yuna  and more",
    ]
    assert [row.plain for row in broken(Content("x" * 25), 10)] == ["x" * 10, "x" * 10, "x" * 5]


def test_what_explain_told_is_what_is_looked_at(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    desk.open_lesson("08-decision", "en")
    desk.enter(LIST, "en")
    desk.enter("aws sts get-caller-identity", "en")
    assert last(desk).action == "sts:GetCallerIdentity"
    desk.enter("explain 1", "en")
    assert last(desk).action == "s3:ListBucket"
    desk.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stranger_does_not_get_past_the_first_gate(language: Language) -> None:
    gate = Gate(GateState.STOPPED, "app.gate.unknown-key", {"key": "AKIA…XYZ"}, "✗")
    question = Question(action="s3:GetObject", resource=WEDDING)
    way = texts(Inspection("all", "?", "s3:GetObject", WEDDING, gate, None, question), language)
    assert say(language, "app.gate.unknown-key", key="AKIA…XYZ") in way
    assert way.index(say(language, "decision.decided")) > way.index("AKIA")
    assert say(language, "decision.outcome.unauthenticated") in way


def test_nobody_is_not_asked_about(desk: Desk) -> None:
    with pytest.raises(UnknownPrincipal):
        asked(desk, Question("user/nobody", "s3:GetObject", "*"))
    with pytest.raises(UnreadableQuestionError):
        asked(desk, Question("user/sora", "", ""))


def hostile_decision() -> Decision:
    """A request about a policy whose author meant harm, on one line."""
    document = parse_policy(
        '{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::[/foo]x[/]"}}',
        stored=True,
    )
    caller = Principal(PrincipalKind.USER, f"arn:aws:iam::111111111111:user/{HOSTILE}", "111111111111")
    policies = PolicySet(identity=(AttachedPolicy(f"inline:{HOSTILE}", document),))
    return decide(Request(caller, "s3:GetObject", f"arn:aws:s3:::{HOSTILE}"), policies)


def test_hostile_names_are_text_and_a_policy_on_one_line_is_laid_out() -> None:
    gate = Gate(GateState.PASSED, "app.gate.signed.asked", {}, "✓")
    question = Question(action="s3:GetObject", resource=HOSTILE)
    one = Inspection("all", HOSTILE, "s3:GetObject", HOSTILE, gate, hostile_decision(), question)
    rows = step_rows(one, "en")
    statement = next(row.statement for row in rows if row.statement)
    page = policy_page(statement)
    shown = "\n".join((texts(one), compared(statement, "en").plain, *(line.plain for line in page.lines)))
    assert shown.count("[/foo]") == 5
    assert not {"\x1b", "\u202e"} & set(shown)
    assert [sign for sign in page.signs if sign] == ["✓", "✗"]
    assert len(page.lines) > 5
