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
from tests.app.gallery import ATTACH, LIST, every_screen
from tests.pictures.drawing import Shot, film, still
from tutor.wording import LANGUAGES, Language

HERE: Final = Path(__file__).parent
FILM: Final = (100, 30)
"""Columns and rows of the recorded session."""
STILLS: Final = {
    "refused": "learn",
    "map": "map",
    "history": "history",
    "account": "account",
    "sign-in": "sign-in",
    "settings": "settings",
    "editor": "editor",
    "home": "home",
    "sandbox": "sandbox",
}
"""The screens of the walk that are kept, and as what."""
ASKED: Final = "aws s3 ls s3://moonrabbit-web --profile sora"
LETTERS: Final = 8
"""Letters typed between two shots."""


class Reel:
    """Collects the shots of a session."""

    def __init__(self, yuna: Learner) -> None:
        self._yuna = yuna
        self.shots: list[Shot] = []

    def shoot(self, seconds: float) -> None:
        """The screen as it is."""
        self.shots.append(Shot(tuple(self._yuna.strips), seconds))

    async def press(self, *keys: str, seconds: float) -> None:
        """Press keys, and let the screen be read after the last."""
        await self._yuna.press(*keys)
        self.shoot(seconds)

    async def type(self, line: str, *, seconds: float) -> None:
        """Type a line a few letters at a time, and send it."""
        prompt = self._yuna.learn.console.prompt
        begun = len(prompt.text) if line.startswith(prompt.text) else 0
        for end in range(begun + LETTERS, len(line) + LETTERS, LETTERS):
            prompt.put(line[:end])
            await self._yuna.settle()
            self.shoot(0.12)
        self.shoot(0.6)
        await self.press("enter", seconds=seconds)


async def record(folder: Path, language: Language) -> None:
    """The first minutes: who am I, a refusal and why, the mended denial, the map."""
    with tempfile.TemporaryDirectory() as saves:
        async with learner(Path(saves), language=language, size=FILM, first_run=True) as yuna:
            reel = Reel(yuna)
            reel.shoot(1.5)
            await reel.press("1" if language == "ko" else "2", seconds=4)
            await reel.press("enter", "escape", seconds=3.5)  # no tour
            await reel.press("enter", seconds=3)
            await reel.press("2", seconds=0.6)
            await reel.press("enter", seconds=2.5)
            await reel.press("enter", seconds=1.5)
            await reel.press("enter", seconds=5)
            await reel.press("f12", seconds=3.5)
            await reel.press("escape", "enter", seconds=3)
            await reel.type(ATTACH, seconds=3)
            await reel.type(LIST, seconds=4)
            await reel.press("f5", seconds=5)
            await reel.press("escape", seconds=2)
            drawn = film(reel.shots, "IAM Tutor")
            (folder / f"session-{language}.svg").write_text(drawn, encoding="utf-8")


def keep(yuna: Learner, folder: Path, name: str, language: Language) -> None:
    """Write the screen as it is."""
    drawn = still(yuna.strips, f"IAM Tutor: {name}")
    (folder / f"{name}-{language}.svg").write_text(drawn, encoding="utf-8")


async def photograph(folder: Path, language: Language) -> None:
    """A still of each main screen."""
    with tempfile.TemporaryDirectory() as saves:
        async with learner(Path(saves), language=language, size=WIDE, first_run=True) as yuna:
            async for name in every_screen(yuna, language):
                if name in STILLS:
                    keep(yuna, folder, STILLS[name], language)
    with tempfile.TemporaryDirectory() as saves:
        async with learner(Path(saves), language=language, size=WIDE) as yuna:
            yuna.app.open_lesson("decision")
            await yuna.settle()
            await yuna.send(ASKED)
            await yuna.press("f12")
            keep(yuna, folder, "decision", language)


async def main(folder: Path) -> None:
    """All pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        await photograph(folder, language)
        await record(folder, language)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE))
