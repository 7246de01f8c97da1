"""Which hint stands first."""

from collections.abc import Callable
from pathlib import Path

from tutor.account import Save
from tutor.course import ProgressStore, load_lesson

from .conftest import Desk
from .test_run import go_to

OPEN = ("### hint when nothing-more fails", "### hint when yuna-lists fails")
"""A hint about a goal that fails from the start."""


def test_a_hint_about_a_goal_waits_for_the_first_attempt(edited: Callable[..., Path], tmp_path: Path) -> None:
    folder = edited(en=OPEN, ko=OPEN)
    run = Desk(load_lesson(folder), tmp_path, Save.in_memory(seed=bytes(32)), ProgressStore()).sit_down()
    go_to(run, "open")
    run.enter("hint")
    assert run.view("en").hints_shown == ("A policy for reading lies ready.",)
    run.enter("aws s3 ls s3://moonrabbit-photos")
    assert run.view("en").hints_shown == ("Which policy gives more than reading?",)
