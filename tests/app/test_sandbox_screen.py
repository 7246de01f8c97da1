"""Free play: accounts of one's own, kept by name, with everything that Learn has but goals."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.driver import NARROW, WIDE, Learner, learner
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.editor import EditorScreen
from tutor.app.screens.editor_attach import AttachScreen
from tutor.app.screens.history import HistoryScreen
from tutor.app.screens.home import HomeScreen
from tutor.app.screens.map import MapScreen
from tutor.app.screens.sandbox import SandboxScreen
from tutor.app.screens.sandbox_name import SandboxNameScreen
from tutor.app.screens.sandboxes import SandboxesScreen
from tutor.app.widgets.lesson_parts import IdeaLine
from tutor.course.free_play import FreePlay, UnusableNameError
from tutor.wording import Language, say

NEW_USER = "aws iam create-user --user-name sora"
SEE = "arn:aws:iam::111111111111:policy/see"
SEE_USERS = """{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}
]}
"""
DEVICE = "aws iam create-virtual-mfa-device --virtual-mfa-device-name phone"
VIEWS = [
    pytest.param("ko", NARROW, id="ko-80x24"),
    pytest.param("en", WIDE, id="en-120x36", marks=pytest.mark.long),
    pytest.param("en", NARROW, id="en-80x24", marks=pytest.mark.long),
    pytest.param("ko", WIDE, id="ko-120x36", marks=pytest.mark.long),
]


async def in_sandbox(yuna: Learner, name: str = "play", lesson: str = "") -> None:
    """A sandbox, made if there is none of the name."""
    yuna.app.open_sandbox(name, lesson)
    await yuna.settle()
    assert yuna.shows(SandboxScreen)


def ideas(yuna: Learner) -> list[str]:
    """The lines that could be typed."""
    assert yuna.learn.picture is not None
    return [idea.line for idea in yuna.learn.picture.page.ideas]


def names(yuna: Learner) -> set[str]:
    """What the account's tree names."""
    assert yuna.learn.picture is not None
    return {branch.name for branch in yuna.learn.picture.outline.walk()}


@pytest.mark.parametrize(("language", "size"), VIEWS)
async def test_from_home_to_a_first_refusal(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with learner(tmp_path, language=language, size=size) as yuna:
        await yuna.press("f3")
        assert say(language, "app.sandboxes.none")[:12] in yuna.text
        await yuna.press("enter")
        assert yuna.shows(SandboxNameScreen)
        await yuna.press("enter")
        assert yuna.shows(SandboxScreen)
        assert "admin @ 111111111111" in yuna.rows[0]
        assert NEW_USER in ideas(yuna)
        await yuna.send(NEW_USER)
        await yuna.send("aws iam create-access-key --user-name sora")
        assert "keep sora" in ideas(yuna)
        await yuna.send("keep sora")
        await yuna.send("aws iam list-users --profile sora")
        assert "AccessDenied" in yuna.text
        assert ideas(yuna)[0] == "explain 3"
        assert all(cell_len(row) <= size[0] for row in yuna.rows)
        await yuna.press("f12")
        assert yuna.shows(DecisionScreen)
        await yuna.press("escape", "escape")
        assert yuna.shows(HomeScreen)
        assert "playground" in yuna.text
        await yuna.press("f3")
        assert "iam-tutor endpoint --save playground" in yuna.text
        await yuna.press("enter")
        await yuna.press("up")
        assert yuna.learn.console.prompt.text == "aws iam list-users --profile sora"
        assert yuna.learn.picture is not None
        assert "sora" in {branch.name for branch in yuna.learn.picture.outline.walk()}


@pytest.mark.long
async def test_everything_works_that_works_in_a_lesson(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        await in_sandbox(yuna)
        await yuna.send(NEW_USER)
        assert "+ sora" in yuna.text
        await yuna.send("undo")
        assert "+ sora" not in yuna.text
        await yuna.send("redo")
        await yuna.send("goto 0")
        assert "sora" not in names(yuna)
        await yuna.send("goto 1")
        await yuna.send("history")
        assert "admin → iam:CreateUser" in yuna.text
        await yuna.send("explain 1")
        assert "AdministratorAccess" in yuna.text
        await yuna.send("next")
        assert say("en", "app.ideas.instead") in {line.plain for line in yuna.learn.console.transcript.lines}
        await yuna.press("f6")
        assert yuna.shows(HistoryScreen)
        await yuna.press("escape")
        await yuna.send("edit policy.json")
        assert yuna.shows(EditorScreen)
        await yuna.press("escape")
        await yuna.send(f"{DEVICE} --bootstrap-method QRCodePNG --outfile qr.png")
        await yuna.press("ctrl+t")
        assert say("en", "app.device.code") in yuna.text
        await yuna.press("escape", "f8")
        assert say("ko", "app.ideas") in yuna.text


@pytest.mark.long
async def test_a_lessons_account_leaves_the_course_untouched(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", size=NARROW) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        journal = tmp_path / "learner" / "journal.jsonl"
        before = journal.read_bytes()
        await in_sandbox(yuna, "eight", "decision")
        await yuna.send("aws sts get-caller-identity")
        await yuna.send("reset")
        await yuna.send("reset")
        assert names(yuna) >= {"yuna", "jun", "sora", "interns"}
        assert journal.read_bytes() == before
    assert FreePlay(tmp_path / "learner").kept()[0].lesson == "decision"


@pytest.mark.long
async def test_resetting_and_deleting_ask_once(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        await in_sandbox(yuna)
        await yuna.send(NEW_USER)
        await yuna.press("escape", "f3", "f5")
        assert yuna.shows(AskingScreen)
        await yuna.press("escape", "f5", "enter")
        assert say("en", "app.sandboxes.reset.done", name="play") in yuna.text
        await yuna.press("enter")
        assert "sora" not in names(yuna)
        await yuna.press("escape", "f3", "delete", "enter")
        assert say("en", "app.sandboxes.delete.done", name="play") in yuna.text
        assert FreePlay(tmp_path / "learner").kept() == ()
        await yuna.press("delete")
        assert say("en", "app.sandboxes.kept-only") in yuna.text


@pytest.mark.long
async def test_names_are_asked_for_until_they_can_be(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", size=NARROW) as yuna:
        await in_sandbox(yuna, "연습")
        await yuna.press("escape", "f3", "down", "enter")
        for typed, said in (("../up", "name.bad"), ("con", "name.bad"), ("연습", "name.taken")):
            await yuna.press("ctrl+u", "ctrl+k", *typed, "enter")
            assert say("ko", f"app.sandboxes.{said}")[:20] in yuna.text
        await yuna.press("escape")
        assert yuna.shows(SandboxesScreen)


@pytest.mark.long
async def test_by_mouse_an_idea_goes_into_the_console(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        await yuna.press("f3")
        await yuna.pilot.click("#sandboxes", offset=(8, 1))
        await yuna.settle()
        await yuna.press("enter")
        await yuna.pilot.click(next(iter(yuna.learn.query(IdeaLine))))
        await yuna.settle()
        assert yuna.learn.console.prompt.text == NEW_USER
        await yuna.press("enter")
        assert "+ sora" in yuna.text


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", ".hidden", "x" * 65, "nul", "a ", "a\nb"])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    assert not FreePlay(tmp_path).is_free(name)
    with pytest.raises(UnusableNameError):
        FreePlay(tmp_path).folder(name)


@pytest.mark.long
async def test_a_user_a_policy_the_map_and_its_decision(tmp_path: Path) -> None:
    """All that Learn opens works here as well."""
    async with learner(tmp_path, language="en", size=WIDE) as yuna:
        await in_sandbox(yuna)
        await yuna.send("show users")
        await yuna.press("f5")
        await yuna.pilot.press(*"bora")
        await yuna.press("enter", "escape")
        assert yuna.shows(SandboxScreen)
        await yuna.send("edit see.json")
        text = yuna.editor.text
        text.replace(SEE_USERS, (0, 0), text.document.end)
        await yuna.look()
        await yuna.press("ctrl+s", "f7")
        assert yuna.shows(AttachScreen)
        await yuna.press("enter", "escape")
        await yuna.send("aws iam attach-user-policy --user-name bora --policy-arn " + SEE)
        await yuna.press("f5")
        assert isinstance(yuna.app.screen, MapScreen)
        await yuna.press("f3")
        key = yuna.app.screen.grid.key
        assert key is not None
        assert key[:2] == ("user/bora", "iam:ListUsers")
        await yuna.press("enter")
        assert yuna.shows(DecisionScreen)
        assert "bora → iam:ListUsers" in yuna.text
        await yuna.press("escape", "escape", "f6")
        assert yuna.shows(HistoryScreen)
        assert "iam:AttachUserPolicy" in yuna.text
