"""Which hint comes next; what was given stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.account import Save
from tutor.course import LessonRun, ProgressStore, load_lesson

from .conftest import Desk
from .test_run import READ_PHOTOS, WRITE_PHOTOS, go_to

OPEN = ("### hint when nothing-more fails", "### hint when yuna-lists fails")
"""A hint about a goal that fails from the start."""
LOOK = "aws s3 ls s3://moonrabbit-photos"
PLAIN = "A policy for reading lies ready."
SPECIAL = "Which policy gives more than reading?"


@pytest.fixture
def first_goal(edited: Callable[..., Path], tmp_path: Path) -> LessonRun:
    """A step with a hint about its first goal."""
    folder = edited(en=OPEN, ko=OPEN)
    run = Desk(load_lesson(folder), tmp_path, Save.in_memory(seed=bytes(32)), ProgressStore()).sit_down()
    go_to(run, "open")
    return run


def hints(run: LessonRun, *lines: str) -> tuple[str, ...]:
    for line in lines:
        run.enter(line)
    return run.view("en").hints_shown


def test_a_hint_about_a_goal_waits_for_the_first_attempt(first_goal: LessonRun) -> None:
    assert hints(first_goal, "hint") == (PLAIN,)
    assert hints(first_goal, LOOK) == (PLAIN,), "what was given stays"
    assert hints(first_goal, "hint") == (PLAIN, SPECIAL)


def test_it_stands_for_the_first_level(first_goal: LessonRun) -> None:
    given = hints(first_goal, LOOK, "hint", LOOK, "hint", LOOK, "hint", LOOK, "hint")
    assert (len(given), given[0]) == (3, SPECIAL)
    assert PLAIN not in given


def test_it_stays_when_its_goal_passes(first_goal: LessonRun) -> None:
    given = hints(first_goal, LOOK, "hint", READ_PHOTOS)
    assert given == (SPECIAL,)


def test_hints_about_other_goals_follow_once_the_levels_are_given(run: LessonRun) -> None:
    go_to(run, "open")
    assert hints(run, "hint", LOOK, "hint", LOOK, "hint")[0] == PLAIN
    assert hints(run, WRITE_PHOTOS, "hint")[3:] == (SPECIAL,)
