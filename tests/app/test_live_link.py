"""What the learner's own AWS CLI does in another process appears in the app."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.app.driver import NOW, Learner, learner
from tests.endpoint.serving import PATIENCE
from tests.endpoint.test_command import Running, running
from tutor.account import Save
from tutor.app.outside import MOST, Others
from tutor.course.free_play import FreePlay
from tutor.gateway import Console, Sandbox
from tutor.wording import say

HOLDS = """
import sys
from pathlib import Path
from tutor.account import Save
with Save.open(Path(sys.argv[1])) as save, save.exclusive():
    print("open", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def other(folder: Path) -> Iterator[Console]:
    """Another front end on the same save."""
    with Save.open(folder, clock=lambda: NOW) as save:
        yield Console(Sandbox(save, lambda: NOW), folder / "workspace")


def said(yuna: Learner) -> list[str]:
    """Lines of the console that tell what came from outside."""
    return [line.plain for line in yuna.learn.console.transcript.lines if line.plain.startswith("⇄")]


def added(yuna: Learner) -> set[str]:
    """What the tree marks as new."""
    assert yuna.learn.picture is not None
    new = yuna.learn.picture.changes.added
    return {branch.name for branch in yuna.learn.picture.outline.walk() if branch.path in new}


async def look(yuna: Learner) -> None:
    """One look, as the app takes several a second."""
    yuna.learn._look_outside()
    await yuna.settle()


async def test_a_request_from_outside_is_told_shown_and_explained(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        with other(tmp_path / "learner") as theirs:
            assert theirs.run("aws iam create-user --user-name theo").rc == 0
            assert theirs.run("aws s3 ls s3://moonrabbit-photos --profile yuna").rc != 0
        await look(yuna)
        assert "theo" in added(yuna)
        assert said(yuna) == [
            "⇄ from outside 1  ✓ root → iam:CreateUser  user/theo  allowed",
            "⇄ from outside 2  – yuna → s3:ListBucket  moonrabbit-photos  refused",
        ]
        assert yuna.learn.decision.card is not None
        assert yuna.learn.decision.card.action == "s3:ListBucket"
        assert say("en", "app.gate.no-policy") in yuna.text
        await yuna.press("f8")
        assert said(yuna)[0].startswith("⇄ " + say("ko", "app.outside.request"))


async def test_goals_are_checked_and_a_line_of_ones_own_comes_after(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        with other(tmp_path / "learner") as theirs:
            theirs.run("aws iam list-users")
        await yuna.send("aws sts get-caller-identity")
        lines = [line.plain for line in yuna.learn.console.transcript.lines]
        assert lines[0].startswith("⇄ from outside 1")
        assert lines[1].startswith("$ aws sts")
        assert yuna.learn.decision.card is not None
        assert yuna.learn.decision.card.action == "sts:GetCallerIdentity"
        with other(tmp_path / "learner") as theirs:
            theirs.run("undo")
            theirs.run("clock +1h")
        await look(yuna)
        assert said(yuna)[1:] == ["⇄ " + say("en", "app.outside.clock")]


async def test_many_requests_are_told_by_the_newest(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_sandbox("play")
        await yuna.settle()
        with other(FreePlay(tmp_path / "learner").folder("play")) as theirs:
            for number in range(MOST + 3):
                theirs.run(f"aws iam create-user --user-name u{number}")
        await look(yuna)
        assert said(yuna)[0] == "⇄ " + say("en", "app.outside.more", count=3)
        assert len(said(yuna)) == MOST + 1


async def test_the_title_says_that_somebody_else_has_the_account_open(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        assert yuna.learn.title_bar.live == ""
        command = [sys.executable, "-c", HOLDS, str(tmp_path / "learner")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            yuna.learn._look_outside()
            assert yuna.learn.title_bar.live == say("en", "app.live")
            await yuna.settle()
            assert "⇄ live" in yuna.rows[0]
            process.communicate(b"\n")
        yuna.learn._look_outside()
        assert yuna.learn.title_bar.live == ""


def test_looking_costs_nothing_while_nobody_writes(tmp_path: Path) -> None:
    with Save.create(tmp_path / "save") as save:
        save.begin()
        others = Others(save_folder := tmp_path / "save")
        assert not others.are_there, f"{os.getpid()} is this process"
        lock = (save_folder / "lock").read_bytes()
        assert not others.are_there
        assert (save_folder / "lock").read_bytes() == lock


@pytest.mark.long
@pytest.mark.parametrize("sandbox", ["", "play"], ids=["course", "sandbox"])
async def test_a_real_endpoint_is_followed(tmp_path: Path, sandbox: str) -> None:
    async with learner(tmp_path, language="en") as yuna:
        if sandbox:
            yuna.app.open_sandbox(sandbox)
        else:
            yuna.app.open_lesson(None)
        await yuna.settle()
        with running("--saves", str(tmp_path), "--save", sandbox or "learner") as endpoint:
            await follow(yuna, endpoint)
        assert endpoint.process.poll() is not None
        await look(yuna)
        assert yuna.learn.title_bar.live == ""


async def follow(yuna: Learner, endpoint: Running) -> None:
    """A user made through the endpoint is seen by the app's own timer."""
    assert endpoint.ask("Action=CreateUser&UserName=theo").status == 200
    async with asyncio.timeout(PATIENCE):
        while "theo" not in added(yuna):
            await yuna.pilot.pause()
    await yuna.settle()
    assert "⇄ live" in yuna.rows[0]
    assert said(yuna) == ["⇄ from outside 1  ✓ root → iam:CreateUser  user/theo  allowed"]
