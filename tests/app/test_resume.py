"""Leaving in any way, by a kill too, goes on where it was."""

import shutil
from pathlib import Path

from tests.app.driver import NOW, learner
from tutor.account import Save
from tutor.gateway import Console, Sandbox


async def test_a_killed_app_goes_on_where_it_was(tmp_path: Path) -> None:
    async with learner(tmp_path / "saves") as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.press("enter", "enter", "1", "enter")
        before = yuna.learn.picture
        shutil.copytree(tmp_path / "saves", tmp_path / "left")  # what a kill at this moment leaves
    async with learner(tmp_path / "left") as again:
        await again.press("enter")
        assert before is not None
        assert again.learn.picture is not None
        assert again.learn.picture.page == before.page
        assert again.learn.picture.outline == before.outline
        await again.press("up")
        assert again.learn.console.prompt.text == "aws sts get-caller-identity"


async def test_another_process_is_seen(tmp_path: Path) -> None:
    async with learner(tmp_path) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        with Save.open(tmp_path / "learner") as save:
            other = Console(Sandbox(save, lambda: NOW), tmp_path / "learner" / "workspace")
            assert other.run("aws iam create-user --user-name theo").rc == 0
        yuna.learn.look_for_others()
        await yuna.settle()
        assert "+ theo" in yuna.text
