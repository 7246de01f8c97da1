"""Drives the app as a learner does: by keys, reading the screen as rows of text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from tutor.app.application import TutorApp
from tutor.app.desk import Desk
from tutor.app.screens.learn import LearnScreen
from tutor.wording import Language

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
SEED = bytes(range(32))
NARROW, WIDE = (80, 24), (120, 36)


@dataclass
class Learner:
    """A running app and the hands on its keys."""

    app: TutorApp
    pilot: Pilot[None]

    @property
    def rows(self) -> list[str]:
        """The screen as rows of text."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    @property
    def learn(self) -> LearnScreen:
        """The Learn screen."""
        assert isinstance(self.app.screen, LearnScreen)
        return self.app.screen

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
        """Wait until no worker works and the screen is drawn."""
        await self.pilot.pause()
        while self._working:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
        await self.pilot.pause()

    @property
    def _working(self) -> bool:
        screen = self.app.screen
        return bool(self.app.workers) or (isinstance(screen, LearnScreen) and screen.working)


@asynccontextmanager
async def learner(
    saves: Path, *, language: Language = "ko", size: tuple[int, int] = WIDE, first_run: bool = False
) -> AsyncIterator[Learner]:
    """An app on the save in `saves`; leaving it closes the save."""
    desk = Desk(saves, "learner", clock=lambda: NOW, seed=SEED)
    app = TutorApp(desk, language, first_run=first_run)
    async with app.run_test(size=size, notifications=True) as pilot:
        one = Learner(app, pilot)
        await one.settle()
        yield one
    desk.close()
