"""Through time: date, clock, undo, redo, history, goto, explain, reset."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.gateway.conftest import LESSON_START, WALL_CLOCK, Lines, wall_clock
from tutor.account import ClockMode, Save
from tutor.gateway import Console, Sandbox


def users(sandbox: Sandbox) -> list[str]:
    return list(sandbox.account.users)


@pytest.fixture
def three(aws: Lines) -> Lines:
    for name in "abc":
        aws.run(f"aws iam create-user --user-name {name}")
    return aws


def test_the_clock_goes_on_by_hand(aws: Lines) -> None:
    aws.run("aws sts get-caller-identity")
    assert aws.run("date").stdout == "Mon Jan  5 09:00:00 UTC 2026\n"
    assert aws.run("clock +1h").stdout == "The sandbox clock shows 2026-01-05 10:00:00 UTC.\n"
    user = aws.json("aws iam create-user --user-name a")["User"]
    assert isinstance(user, dict)
    assert user["CreateDate"] == "2026-01-05T10:00:20Z"
    assert "2026-01-07 22:00:20" in aws.run("clock +2d12h").stdout
    assert "2026-01-07 21:30:20" in aws.run("시계 -30m").stdout
    assert aws.run("날짜").stdout == "Wed Jan  7 21:30:20 UTC 2026\n"
    assert aws.run("clock").stdout == "The sandbox clock shows 2026-01-07 21:30:20 UTC.\n"


@pytest.mark.parametrize(
    "line", ["clock 1h", "clock +1w", "clock +1h+1h", "clock now", "clock +", "clock -99999d"]
)
def test_a_step_that_is_none(aws: Lines, line: str) -> None:
    result = aws.console.run(line)
    assert result.rc == 2
    assert result.notice is not None
    assert result.notice.kind in {"clock-form", "clock-reach"}
    assert not result.changed


def test_in_free_play_the_clock_is_the_walls_and_what_was_added(workspace: Path) -> None:
    with Save.in_memory(seed=bytes(32), clock=wall_clock) as save:
        save.begin(mode=ClockMode.WALL, start=datetime(2031, 3, 14, tzinfo=UTC))
        lines = Lines(Console(Sandbox(save, wall_clock), workspace))
        assert lines.run("date").stdout == "Fri Mar 14 15:09:26 UTC 2031\n"
        assert "2031-03-14 16:09:26" in lines.run("clock +1h").stdout
        assert save.world.now > WALL_CLOCK.replace(hour=0)


def test_that_aws_has_no_undo_is_said_once(three: Lines, sandbox: Sandbox) -> None:
    assert "AWS itself has no undo" in three.run("undo").stdout
    assert "AWS itself" not in three.run("되돌리기").stdout
    assert users(sandbox) == ["a"]
    three.run("다시")
    assert users(sandbox) == ["a", "b"]


def test_a_request_keeps_its_number(three: Lines, sandbox: Sandbox) -> None:
    three.refused("aws iam create-user --user-name c")
    rows = three.run("history").stdout.splitlines()
    assert [row.split()[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0].split() == [
        "1", "01-05", "09:00:00", "✓", "root", "iam:CreateUser", "arn:aws:iam::111111111111:user/a",
    ]  # fmt: skip
    assert rows[3].endswith("EntityAlreadyExists")
    assert len(three.run("기록 2").stdout.splitlines()) == 2
    three.run("undo")
    assert [row.split()[0] for row in three.run("history").stdout.splitlines()] == ["1", "2"]
    three.run("aws iam create-user --user-name d")
    assert [row.split()[0] for row in three.run("history").stdout.splitlines()] == ["1", "2", "5"]
    everything = three.run("history all").stdout.splitlines()
    assert [row[:5].split() for row in everything] == [["1"], ["2"], ["~", "3"], ["~", "4"], ["5"]]


def test_goto_and_on_from_there(three: Lines, sandbox: Sandbox) -> None:
    assert "after request 1" in three.run("goto 1").stdout
    assert users(sandbox) == ["a"]
    three.run("aws iam create-user --user-name d")
    assert users(sandbox) == ["a", "d"]
    three.run("이동 3")
    assert users(sandbox) == ["a", "b", "c"]
    assert "before your first request" in three.run("goto 0").stdout
    assert users(sandbox) == []
    assert "mina" in sandbox.profiles  # what a lesson begins with is still there


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("goto", "goto-form"),
        ("goto x", "goto-form"),
        ("goto -1", "goto-form"),
        ("goto 99", "no-such-request"),
        ("explain 99", "no-such-request"),
        ("explain 0", "no-such-request"),
        ("explain me", "explain-form"),
        ("history me", "history-form"),
        ("history 1 2", "history-form"),
    ],
)
def test_a_number_that_is_none(three: Lines, line: str, kind: str) -> None:
    result = three.console.run(line)
    assert result.rc
    assert result.notice is not None
    assert result.notice.kind == kind


def test_before_the_first_request_there_is_nothing_to_tell(aws: Lines) -> None:
    assert aws.run("history").stdout == "No request has been made yet.\n"
    assert aws.refused("explain", 1) == "No request has been made yet."


def test_explain_gives_the_decision_of_the_last_or_the_nth_request(aws_with_yuna: Lines) -> None:
    aws = aws_with_yuna
    aws.refused("aws --profile yuna iam list-users")
    aws.refused("aws --profile stranger iam list-users")
    stranger = aws.run("explain").explained
    assert stranger is not None
    assert (stranger.decision, stranger.event.error) == (None, "InvalidClientTokenId")
    denied = aws.run("explain 3").explained
    assert denied is not None
    assert denied.decision is not None
    assert not denied.decision.allowed
    assert denied.event.action == "iam:ListUsers"
    first = aws.run("설명 1").explained
    assert first is not None
    assert first.event.action == "iam:CreateUser"


def test_reset_asks_once_more(three: Lines, sandbox: Sandbox) -> None:
    three.run("reset")
    three.run("ls")
    three.run("reset")
    assert users(sandbox) == ["a", "b", "c"]
    assert three.run("초기화").changed
    assert users(sandbox) == []
    assert sandbox.account.alias == "moonrabbit"
    assert sandbox.world.now == LESSON_START
    assert three.run("history").stdout == "No request has been made yet.\n"


def test_help_names_every_word_and_one_of_them(aws: Lines) -> None:
    whole = aws.run("help")
    assert len(whole.page) == len(whole.stdout.splitlines()) > 20
    assert aws.run("도움말").page == whole.page
    assert aws.run("help goto").stdout.startswith("goto N, 이동: ")
    assert aws.run("help 이동").stdout.startswith("goto N, 이동: ")
    assert aws.run("help aws").stdout.startswith("aws SERVICE COMMAND")
    assert "There is no help for frobnicate." in aws.refused("help frobnicate", 1)


def test_history_before_says_when_there_was_nothing(aws: Lines) -> None:
    aws.run("aws iam create-user --user-name kim")
    result = aws.console.run("history before")
    assert result.notice is not None
    assert result.notice.kind == "no-requests-before"
