"""The console's door and the built-in authenticator."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import segno
from textual.widgets import Input

from tests.app.driver import LESSONS, NARROW, Learner, learner
from tutor.account.totp import address_of
from tutor.app.screens.authenticator import AuthenticatorScreen
from tutor.app.screens.learn import LearnScreen
from tutor.app.screens.sign_in import SignInScreen
from tutor.app.widgets.choice import Choice
from tutor.wording import say

PASSWORD = "moonRabbit-2026"
PHONE = "arn:aws:iam::111111111111:mfa/noah-phone"


@asynccontextmanager
async def at_the_desk(saves: Path) -> AsyncIterator[Learner]:
    async with learner(saves, language="en", size=NARROW, lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        yield yuna


async def knock(yuna: Learner, name: str, password: str) -> None:
    """Open the door by its key and say who and the password."""
    await yuna.press("f7")
    yuna.app.screen.query_one("#name", Input).value = name
    yuna.app.screen.query_one("#password", Input).value = password
    yuna.app.screen.query_one("#password", Input).focus()
    await yuna.press("enter")


async def answer(yuna: Learner, text: str) -> None:
    yuna.app.screen.query_one("#answer", Input).value = text
    await yuna.press("enter")


async def test_a_wrong_password_is_refused_as_aws_does(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as yuna:
        await knock(yuna, "noah", "guess")
        assert "Your authentication information is incorrect." in yuna.text
        await knock_again(yuna, PASSWORD)
        assert yuna.shows(LearnScreen)
        assert "● noah" in yuna.rows[0]
        await yuna.send("history")
        assert "   1  " in yuna.text
        assert "✗ noah → signin:ConsoleLogin" in yuna.text


async def knock_again(yuna: Learner, password: str) -> None:
    yuna.app.screen.query_one("#password", Input).value = password
    yuna.app.screen.query_one("#password", Input).focus()
    await yuna.press("enter")


@pytest.mark.long
async def test_a_device_asks_for_a_code_that_was_not_used(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as yuna:
        phone = next(row for row in yuna.app.desk.devices() if row.name == "noah-phone")
        codes = f"--authentication-code1 {phone.code} --authentication-code2 {phone.following}"
        await yuna.send(
            f"aws iam enable-mfa-device --user-name noah --serial-number {PHONE} {codes} --profile mina"
        )
        await knock(yuna, "noah", PASSWORD)
        assert say("en", "app.device.used")[:20] in yuna.text
        await yuna.press("ctrl+n", "ctrl+t", "enter")
        assert yuna.shows(LearnScreen)
        assert "● noah" in yuna.rows[0]


async def test_a_password_that_must_be_changed_is_asked_for(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as yuna:
        await yuna.send(
            "aws iam update-login-profile --user-name noah --password-reset-required --profile mina"
        )
        await knock(yuna, "noah", PASSWORD)
        assert "New password" in yuna.text
        await answer(yuna, "newRabbit-2027")
        assert yuna.shows(LearnScreen) is ("● noah" in yuna.rows[0])


async def test_root_comes_in_by_address_and_the_door_leaves_nothing_waiting(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as yuna:
        await yuna.press("f7")
        await yuna.pilot.click(Choice, offset=(17, 0))
        assert say("en", "app.sign-in.email") in yuna.text
        yuna.app.screen.query_one("#name", Input).value = "mina@moonrabbit.example"
        await knock_again(yuna, "anything")
        assert "no password yet" in yuna.text
        await yuna.press("escape")
        assert yuna.shows(LearnScreen)
        assert yuna.learn.picture is not None
        assert not yuna.learn.picture.asked
        assert yuna.learn.picture.visitor.signed_in == ""


async def test_the_qr_code_on_a_small_screen_is_the_device_s(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as yuna:
        await yuna.press("ctrl+t")
        assert yuna.shows(AuthenticatorScreen)
        (phone,) = yuna.app.desk.devices()
        matrix = segno.make(
            address_of(phone.seed, "noah-phone@moonrabbit"), error="l", boost_error=False
        ).matrix
        wanted = [[bit == 1 for bit in row] for row in matrix]
        drawn = modules_on(yuna.rows, side=len(wanted) + 4)
        assert [row[2:-2] for row in drawn[2:-2]] == wanted
        assert not any(any(row) for row in (*drawn[:2], *drawn[-2:]))
        assert f"{phone.code[:3]} {phone.code[3:]}" in yuna.text
        await yuna.press("n")
        assert f"{phone.following[:3]} {phone.following[3:]}" in yuna.text


def modules_on(rows: list[str], *, side: int) -> list[list[bool]]:
    """The dark modules of half blocks, two rows a line; the code begins in the second column."""
    found = []
    for row in rows[: (side + 1) // 2]:
        cells = row.ljust(side + 1)[1 : side + 1]
        found.append([cell in "█▀" for cell in cells])
        found.append([cell in "█▄" for cell in cells])
    return found[:side]


async def test_what_is_typed_at_the_door_is_no_markup(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path) as yuna:
        await knock(yuna, "[/foo] ' $(x)", "[bold]")
        assert yuna.shows(SignInScreen)
        assert "Your authentication information is incorrect." in yuna.text
