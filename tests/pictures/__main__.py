"""Draw the README's pictures and the recorded session, in both languages.

    python -m tests.pictures [FOLDER]

Plays the tutor as a learner does and writes SVG files, by default beside this module.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.app.driver import WIDE, Learner, learner
from tests.pictures.drawing import Shot, film, still
from tutor.wording import LANGUAGES, Language

HERE: Final = Path(__file__).parent
FILM: Final = (100, 30)
"""Columns and rows of the recorded session."""
ATTACH: Final = (
    "aws iam attach-user-policy --profile mina --user-name yuna "
    "--policy-arn arn:aws:iam::aws:policy/AdministratorAccess"
)
LIST: Final = "aws s3 ls s3://moonrabbit-photos"
LETTERS: Final = 5
"""Letters typed between two shots."""


class Album:
    """Takes stills of one language into a folder."""

    def __init__(self, folder: Path, language: Language) -> None:
        self._folder = folder
        self._language = language

    def take(self, yuna: Learner, name: str) -> None:
        """Write the screen."""
        drawn = still(yuna.app.screen._compositor.render_strips(), f"IAM Tutor: {name}")
        (self._folder / f"{name}-{self._language}.svg").write_text(drawn, encoding="utf-8")


class Reel:
    """Collects the shots of a session."""

    def __init__(self, yuna: Learner) -> None:
        self._yuna = yuna
        self.shots: list[Shot] = []

    def shoot(self, seconds: float) -> None:
        """The screen as it is."""
        self.shots.append(Shot(tuple(self._yuna.app.screen._compositor.render_strips()), seconds))

    async def press(self, *keys: str, seconds: float = 2.5) -> None:
        """Press keys, and let the screen be read after each."""
        for key in keys:
            await self._yuna.press(key)
            self.shoot(seconds)

    async def type(self, line: str, *, seconds: float = 3.0) -> None:
        """Type a line a few letters at a time, and send it."""
        prompt = self._yuna.learn.console.prompt
        prompt.focus()
        for end in range(LETTERS, len(line) + LETTERS, LETTERS):
            prompt.put(line[:end])
            await self._yuna.settle()
            self.shoot(0.12)
        await self.press("enter", seconds=seconds)


async def record(folder: Path, language: Language) -> None:
    """The first minutes: who am I, a refusal and why, the mended denial, the map."""
    with tempfile.TemporaryDirectory() as saves:
        async with learner(Path(saves), language=language, size=FILM, first_run=True) as yuna:
            reel = Reel(yuna)
            reel.shoot(1.5)
            await reel.press("1" if language == "ko" else "2", seconds=3)
            await reel.press("enter", seconds=3)
            await reel.press("enter", "2", "enter", seconds=2)
            await reel.press("enter", "enter", seconds=3)
            await reel.type(ATTACH)
            await reel.type(LIST, seconds=4)
            drawn = film(reel.shots, "IAM Tutor")
            (folder / f"session-{language}.svg").write_text(drawn, encoding="utf-8")


async def photograph(folder: Path, language: Language) -> None:
    """A still of each main screen."""
    album = Album(folder, language)
    with tempfile.TemporaryDirectory() as saves:
        async with learner(Path(saves), language=language, size=WIDE, first_run=True) as yuna:
            await yuna.press("1" if language == "ko" else "2", "enter", "enter", "2", "enter")
            await yuna.press("enter", "enter")
            album.take(yuna, "learn")
            await yuna.press("f12")
            album.take(yuna, "decision")
            await yuna.press("escape")
            await yuna.send(ATTACH)
            await yuna.press("f5")
            album.take(yuna, "map")
            await yuna.press("escape", "f6")
            album.take(yuna, "history")
            await yuna.press("escape", "f10")
            album.take(yuna, "settings")
            await yuna.press("escape", "f7")
            album.take(yuna, "sign-in")
            await yuna.press("escape", "escape")
            album.take(yuna, "home")


async def main(folder: Path) -> None:
    """All pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        await photograph(folder, language)
        await record(folder, language)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE))
