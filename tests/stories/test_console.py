"""All stories through the console, in memory."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest_network import without_loopback
from tests.stories.player import Done, play
from tests.stories.story import Story, stories
from tutor.account import Save
from tutor.gateway import Console, Sandbox
from tutor.wording.explained import explanation_lines

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
WALL_CLOCK = datetime(2031, 3, 14, 15, 9, 26, tzinfo=UTC)
"""Far from the sandbox's time: no code of an authenticator is good by both."""

STORIES = stories()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    with without_loopback():
        yield


class ConsoleStage:
    """The console, in a folder of its own."""

    console = True

    def __init__(self, console: Console) -> None:
        self._console, self.folder = console, console.workspace

    def run(self, line: str) -> Done:
        result = self._console.run(line)
        told = explanation_lines(result.explained, "en") if result.explained else []
        return Done(result.rc, "\n".join([result.stdout, *told]) if told else result.stdout, result.stderr)

    def clock(self, seconds: int) -> None:
        self.run(f"clock +{seconds}s")

    def now(self) -> float:
        sandbox = self._console.sandbox
        return sandbox.world.clock.next(sandbox.wall_clock()).timestamp()


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(story, id=name, marks=[pytest.mark.long] if place % 5 == 4 else [])
        for place, (name, story) in enumerate(STORIES.items())
    ],
)
def test_a_story(story: Story, tmp_path: Path) -> None:
    with Save.in_memory(seed=bytes(32), clock=lambda: WALL_CLOCK) as save:
        save.begin(start=START)
        for name, definition in story.profiles.items():
            save.set_profile(name, json.loads(definition), start=True)
        play(story, ConsoleStage(Console(Sandbox(save, lambda: WALL_CLOCK), tmp_path)))


def test_there_are_300_lines_in_20_stories_and_a_third_are_failures() -> None:
    lines = [step for story in STORIES.values() for step in story.steps]
    failures = [step for step in lines if step.rc]
    assert len(STORIES) >= 20
    assert len(lines) >= 300
    assert len(failures) * 3 >= len(lines)
