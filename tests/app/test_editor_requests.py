"""The editor with an account around it: requests that turn, attaching, comparing, drafts."""

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.app.driver import NARROW, NOW, SEED, WIDE, Learner, learner
from tutor.app.desk import Desk
from tutor.app.editor_lines import Deed, Holders, choices
from tutor.app.editor_shelf import Kept, Shelf
from tutor.app.models.editor_requests import Judged, SideRequest
from tutor.app.render.editor_requests import told_apart
from tutor.app.screens.asking import AskingScreen
from tutor.app.screens.decision import DecisionScreen
from tutor.app.screens.editor import EditorScreen
from tutor.app.screens.editor_attach import AttachScreen
from tutor.app.screens.editor_diff import DiffScreen
from tutor.app.screens.editor_policies import PoliciesScreen
from tutor.app.screens.files import FilesScreen
from tutor.wording import Language, say

STEPS = (
    "aws iam create-policy --policy-name NoahReads --policy-document file://noah.json",
    "aws iam attach-user-policy --user-name noah --policy-arn arn:aws:iam::111111111111:policy/NoahReads",
    "aws s3 cp s3://moonrabbit-invoices/2025-12.txt . --profile noah",
)
BUCKET = "arn:aws:s3:::moonrabbit-invoices"


@asynccontextmanager
async def repairing(
    saves: Path, language: Language = "en", size: tuple[int, int] = WIDE
) -> AsyncIterator[Learner]:
    """The step of lesson 7 whose file is to be repaired, with the editor open."""
    async with learner(saves, language=language, size=size) as yuna:
        yuna.app.open_lesson("policies", "for-noah")
        await yuna.settle()
        for line in STEPS:
            await yuna.send(line)
        await yuna.press("enter")
        await yuna.send("2")
        await yuna.press("enter")
        await yuna.press("f2")
        await yuna.look()
        assert yuna.editor.name_of_file == "noah.json"
        yield yuna


def outcomes(yuna: Learner) -> dict[str, str]:
    return {
        row.request.action: row.outcome
        for row in yuna.editor.judgement.rows
        if "noah" in row.request.principal
    }


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "size"), [("en", WIDE), pytest.param("ko", NARROW, marks=pytest.mark.long)]
)
async def test_a_broken_policy_is_repaired_without_leaving_the_editor(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with repairing(tmp_path, language, size) as yuna:
        assert outcomes(yuna) == {"s3:ListBucket": "implicitDeny", "s3:GetObject": "allowed"}
        assert say(language, "app.editor.requests.in-place", policy="NoahReads") in yuna.text
        text = yuna.editor.text
        await yuna.press("f3", "down")
        row, line = text.cursor_location[0], text.document.get_line(text.cursor_location[0])
        assert '"Resource"' in line
        text.move_cursor((row, line.index(f'"{BUCKET}')))  # a click, or the arrow a few times
        mending = ["[", '"', "i", "n", "v", "enter", ",", "space", "end", "]"]
        await yuna.press(*mending)
        assert text.document.get_line(row).strip() == f'"Resource": ["{BUCKET}", "{BUCKET}/*"]'
        await yuna.look()
        assert outcomes(yuna) == {"s3:ListBucket": "allowed", "s3:GetObject": "allowed"}
        await yuna.press("ctrl+s", "f7")
        assert yuna.shows(AttachScreen)
        assert "create-policy-version --policy-arn" in yuna.text
        await yuna.press("enter")
        assert yuna.shows(EditorScreen)
        picture = yuna.editor.learn.picture
        assert picture is not None
        assert [goal.passed for goal in picture.page.goals] == [True, True, True]
        assert picture.page.passed
        assert len(["f3", "down", *mending, "ctrl+s", "f7", "enter"]) <= 20


@pytest.mark.long
async def test_what_decides_is_shown_and_opened(tmp_path: Path) -> None:
    async with repairing(tmp_path) as yuna:
        await yuna.press("f6", "down", "enter")
        assert yuna.shows(DecisionScreen)
        await yuna.press("escape")
        assert yuna.shows(EditorScreen)
        await yuna.press("escape")
        assert yuna.editor.text.has_focus


@pytest.mark.long
async def test_a_request_of_one_s_own_is_watched_and_kept(tmp_path: Path) -> None:
    async with repairing(tmp_path) as yuna:
        await yuna.press("ctrl+r")
        for field, value in (
            ("principal", "user/noah"),
            ("action", "s3:DeleteObject"),
            ("resource", f"{BUCKET}/x"),
        ):
            yuna.app.screen.query_one(f"#ask-{field}", Input).value = value
        await yuna.press("enter")
        assert outcomes(yuna)["s3:DeleteObject"] == "implicitDeny"
        text = yuna.editor.text.text.replace('"s3:GetObject"', '"s3:*"')
        yuna.editor.text.replace(text, (0, 0), yuna.editor.text.document.end)
        await yuna.look()
        assert outcomes(yuna)["s3:DeleteObject"] == "allowed"
        await yuna.press("f11")
        assert yuna.shows(DiffScreen)
        assert "– → ✓  noah  s3:DeleteObject" in yuna.text
        assert "+" in yuna.text
        await yuna.press("escape", "ctrl+z", "escape", "f2")
        await yuna.look()
        assert "s3:DeleteObject" in outcomes(yuna)
        await yuna.press("f6", "up", "delete")
        assert "s3:DeleteObject" not in outcomes(yuna)


@pytest.mark.long
async def test_unsaved_text_is_kept_and_offered_again(tmp_path: Path) -> None:
    async with repairing(tmp_path) as yuna:
        await yuna.press("x")
        yuna.editor.keep_draft()
        await yuna.settle()
        assert Shelf(tmp_path / "learner").read("noah.json").draft == yuna.editor.text.text
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson("policies")
        await yuna.settle()
        await yuna.press("f2")
        assert yuna.shows(AskingScreen)
        await yuna.press("enter")
        assert yuna.editor.text.text.startswith("x{")
        assert yuna.editor.unsaved
        await yuna.press("ctrl+s")
        assert Shelf(tmp_path / "learner").read("noah.json").draft is None


@pytest.mark.long
async def test_a_policy_of_the_account_is_taken_out_into_a_file(tmp_path: Path) -> None:
    async with repairing(tmp_path) as yuna:
        await yuna.press("ctrl+o")
        assert yuna.shows(FilesScreen)
        await yuna.press("ctrl+o")
        assert yuna.shows(PoliciesScreen)
        await yuna.press(*"Photos", "enter")
        await yuna.settle()
        assert yuna.editor.name_of_file == "WorkOnPhotos.json"
        await yuna.look()
        assert yuna.editor.judgement.policy == "WorkOnPhotos"


@pytest.mark.long
async def test_the_list_is_never_in_the_way(tmp_path: Path) -> None:
    async with repairing(tmp_path) as yuna:
        editor = yuna.editor

        def offered() -> list[str]:
            return [row.text for row in editor.choices.proposals.rows]

        editor.text.replace('{"Statement": [{}]}', (0, 0), editor.text.document.end)
        editor.text.move_cursor((0, 16))
        await yuna.press('"', "E")
        assert "Effect" in offered()
        await yuna.press("escape")
        assert not offered()
        assert yuna.shows(EditorScreen)
        await yuna.press("f")
        assert not offered()
        await yuna.press("tab")
        assert "Effect" in offered(), "Tab asks; a string gets no blanks"
        await yuna.press("escape", *'fect": "All', "tab", "down", "up")
        assert editor.text.text == '{"Statement": [{"Effect": "Allow"}]}'


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from tests.app.driver import LESSONS, learner

async def main():
    async with learner(Path(sys.argv[1]), language="en", lessons=LESSONS) as yuna:
        yuna.app.open_lesson("workshop")
        await yuna.settle()
        await yuna.send("edit broken.json")
        await yuna.press("x", "y")
        while "xy{" not in (yuna.editor.kept.draft or ""):
            await yuna.pilot.pause()
        await yuna.settle()
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


@pytest.mark.long
def test_a_kill_loses_nothing(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, env=os.environ)
    assert ended.returncode == -signal.SIGKILL
    kept = Shelf(tmp_path / "learner").read("broken.json")
    assert kept != Kept()
    assert (kept.draft or "").startswith("xy{")


def test_requests_that_look_the_same_say_in_what_they_differ() -> None:
    def row(value: bool | None, wanted: str) -> Judged:
        context = (("aws:MultiFactorAuthPresent", value),)
        request = SideRequest("user/sora", "s3:DeleteObject", "arn:aws:s3:::b/x", wanted, context=context)
        return Judged(request, "allowed")

    rows = (row(None, "deny"), row(False, "deny"), row(True, "allow"))
    told = [told_apart(one, rows, "en") for one in rows]
    assert told == ["with a plain key", "without a code", "with a code"]
    assert not told_apart(rows[0], rows[:1], "en")


def test_a_new_file_makes_something_new_first() -> None:
    holders = Holders(users=("ian",), roles=("album-pickup",))
    assert choices("trust.json", "trust", None, (), holders)[0].deed is Deed.NEW_ROLE
    assert choices("read.json", "identity", None, (), holders)[0].deed is Deed.CREATE


def test_a_file_that_is_only_to_be_mended_has_no_requests_beside_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "learner", clock=lambda: NOW, seed=SEED)
    desk.open_lesson("policies", "en", "too-many-braces")
    assert desk.at(lambda account: account.asked()) == ()
    desk.close()
