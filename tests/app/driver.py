"""Drives the app as a learner does: by keys, reading the screen as rows of text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from tutor.app.application import TutorApp
from tutor.app.desk import Desk
from tutor.app.screens.base import DIALOG
from tutor.app.screens.editor import EditorScreen
from tutor.app.screens.learn import LearnScreen
from tutor.wording import Language

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
SEED = bytes(range(32))
QUIET = 3
"""Rounds without work after which nothing more comes."""
LESSONS = Path(__file__).parent / "lessons"
NARROW, WIDE = (80, 24), (120, 36)


@dataclass
class Learner:
    """A running app and the hands on its keys."""

    app: TutorApp
    pilot: Pilot[None]

    @property
    def strips(self) -> list[Strip]:
        """The screen as it is drawn."""
        return self.app.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        """The screen as rows of text."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    @property
    def learn(self) -> LearnScreen:
        """The Learn screen."""
        assert isinstance(self.app.screen, LearnScreen)
        return self.app.screen

    @property
    def editor(self) -> EditorScreen:
        """The policy editor."""
        assert isinstance(self.app.screen, EditorScreen), self.app.screen
        return self.app.screen

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Whether a screen of that kind is on top."""
        return isinstance(self.app.screen, kind)

    async def press(self, *keys: str) -> None:
        """Press keys, each when the work of the one before is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def send(self, line: str) -> None:
        """Put a line into the prompt and press Enter."""
        self.learn.console.prompt.focus()
        self.learn.console.prompt.put(line)
        await self.press("enter")

    async def settle(self) -> None:
        """Wait until no worker works and the screen is drawn; raises what the app crashed with."""
        quiet = 0
        while quiet < QUIET:
            await self.pilot.pause(0)
            if crash := self.app._exception:
                raise crash
            quiet = 0 if self._working else quiet + 1
            if jobs := self._jobs:  # none at all would mean every one
                with suppress(WorkerCancelled, WorkerFailed):  # replaced by a newer one; told on the screen
                    await self.app.workers.wait_for_complete(jobs)

    async def look(self) -> None:
        """Let the editor look the text through at once, without its pause."""
        self.editor.look_now()
        await self.settle()

    @property
    def _jobs(self) -> list[Worker[object]]:
        """The workers that end by themselves: not those that wait for the learner."""
        return [worker for worker in self.app.workers if worker.group != DIALOG]

    @property
    def _working(self) -> bool:
        screens = self.app.screen_stack
        learning = any(isinstance(screen, LearnScreen) and screen.working for screen in screens)
        reading = any(isinstance(screen, EditorScreen) and not screen.is_read for screen in screens)
        return bool(self._jobs) or learning or reading


@asynccontextmanager
async def learner(
    saves: Path,
    *,
    language: Language = "ko",
    size: tuple[int, int] = WIDE,
    first_run: bool = False,
    lessons: Path | None = None,
) -> AsyncIterator[Learner]:
    """An app on the save in `saves`; leaving it closes the save. `lessons` in place of the course's."""
    desk = Desk(saves, "learner", clock=lambda: NOW, seed=SEED, lessons=lessons)
    app = TutorApp(desk, language, first_run=first_run)
    async with app.run_test(size=size, notifications=True) as pilot:
        one = Learner(app, pilot)
        await one.settle()
        yield one
    desk.close()
