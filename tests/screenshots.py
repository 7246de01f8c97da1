"""Screenshots of the tutor as a learner meets it: both languages, dark and light, 120 × 36 and 80 × 24.

    python -m tests.screenshots FOLDER [LESSON[/STEP] ...] [--light]

Plays the first minutes of lesson 1 and a lesson of every kind, or the lessons named by their numbers
(`05` or `05/all-in-one`) with mistakes, and writes a PNG a screen; needs rsvg-convert and a Korean font.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.app.driver import LESSONS, NARROW, WIDE, Learner, learner
from tests.app.player import Player
from tutor.course import LessonIndex
from tutor.wording import LANGUAGES, Language

FONT: Final = "'Noto Sans Mono CJK KR', 'DejaVu Sans Mono', monospace"
BLOCKS: Final = r"<text( [^>]*>[^<가-힣]*[▀▄█▰▱●○◐▶▼╭╮╰╯─│→←↑↓][^<가-힣]*<)"
"""Text with signs that the Korean font draws two cells wide."""
CHANGE: Final = "aws iam {verb}-user-policy --profile mina --user-name yuna --policy-arn {arn}"
VIEWS: Final = tuple(
    (language, size, f"{language}-{size[0]}x{size[1]}") for language in LANGUAGES for size in (WIDE, NARROW)
)
"""Every language in every size, with its name in a file's."""
ADMINISTRATOR: Final = "arn:aws:iam::aws:policy/AdministratorAccess"
READ_PHOTOS: Final = "arn:aws:iam::111111111111:policy/ReadPhotos"


class Camera:
    """Takes pictures into a folder, numbered in the order of play."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._count = 0

    def take(self, yuna: Learner, what: str) -> None:
        """Write the screen as SVG and as PNG."""
        self._count += 1
        target = self._folder / f"{self._name}-{self._count:02}-{what}.png"
        picture = target.with_suffix(".svg")
        svg = yuna.app.export_screenshot(title="IAM Tutor")
        svg = re.sub(r"font-size: 20px", "font-size: 24.4px", svg)
        svg = svg.replace("<text ", '<text xml:space="preserve" ')
        svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
        svg = re.sub(r"font-family:[^;]+;", f"font-family: {FONT};", svg)
        svg = re.sub(BLOCKS, r'<text style="font-family:DejaVu Sans Mono;font-size:20.2px"\1', svg)
        picture.write_text(svg, encoding="utf-8")
        subprocess.run(["rsvg-convert", "--output", target, picture], check=True)
        picture.unlink()


async def play(yuna: Learner, camera: Camera, language: Language) -> None:
    """The first five minutes, a picture of every turn."""
    camera.take(yuna, "language")
    await yuna.press("1" if language == "ko" else "2")
    camera.take(yuna, "begin")
    await yuna.press("enter")
    camera.take(yuna, "first-success")
    await yuna.press("enter", "1", "enter")
    camera.take(yuna, "wrong-prediction")
    await yuna.press("enter", "enter")
    camera.take(yuna, "refused")
    await yuna.press("f3")
    camera.take(yuna, "decision")
    await yuna.press("f3", "enter")
    await yuna.send("hint")
    camera.take(yuna, "hint")
    await yuna.send(CHANGE.format(verb="attach", arn=ADMINISTRATOR))
    await yuna.send("aws s3 ls s3://moonrabbit-photos")
    camera.take(yuna, "mended")
    await yuna.press("enter", "1", "enter", "enter")
    camera.take(yuna, "everything-open")
    await yuna.send(CHANGE.format(verb="detach", arn=ADMINISTRATOR))
    await yuna.send("ㅁㅈㄴ ㅑ므 ㅣㅑㄴㅅ-ㅕㄴㄷㄱㄴ")
    camera.take(yuna, "hangul-mended")
    await yuna.send(CHANGE.format(verb="attach", arn=READ_PHOTOS))
    await yuna.press("f5")
    camera.take(yuna, "map")
    await yuna.press("f5", "f4")
    camera.take(yuna, "account")
    await yuna.press("f4", "enter", "2", "enter", "enter", "enter")
    camera.take(yuna, "other-gate")
    await yuna.press("f1")
    camera.take(yuna, "help")
    await yuna.press("escape", "escape")
    camera.take(yuna, "home")


async def workshop(yuna: Learner, camera: Camera) -> None:
    """A lesson with a step of every kind."""
    yuna.app.open_lesson("workshop")
    await yuna.settle()
    camera.take(yuna, "table-and-callout")
    await yuna.press("enter", "down", "shift+down")
    camera.take(yuna, "order")
    await yuna.press("enter")
    camera.take(yuna, "order-wrong")
    await yuna.press("enter")
    await yuna.send("-")
    camera.take(yuna, "gap")
    await yuna.send("222222222222")
    await yuna.send("1")
    camera.take(yuna, "gaps-wrong")
    await yuna.press("enter")
    camera.take(yuna, "policy-with-gaps")
    await yuna.press("2", "enter")
    await yuna.send("moonrabbit-photos/*")
    await yuna.press("enter")
    camera.take(yuna, "repair")
    await yuna.press("enter")
    await yuna.look()
    camera.take(yuna, "editor-refused")
    await yuna.press("f3", "right", "delete", "A", "down", "end", "left", "left", "backspace", "k")
    await yuna.look()
    camera.take(yuna, "editor-findings")
    await yuna.press("escape")
    camera.take(yuna, "editor-leave")
    await yuna.press("escape", "ctrl+z", "ctrl+z", "ctrl+s", "escape", "enter", "ctrl+t")
    await yuna.settle()
    camera.take(yuna, "authenticator")
    await yuna.press("escape", "enter", "enter")
    camera.take(yuna, "sign-in")
    await yuna.press(*"wrong", "enter")
    camera.take(yuna, "sign-in-refused")
    await yuna.press("escape")
    await yuna.send("history")
    camera.take(yuna, "history")
    await yuna.press("escape")
    camera.take(yuna, "home-with-save-points")


async def tour(folder: Path) -> None:
    """The first minutes and the workshop, in all languages and sizes."""
    for language, size, name in VIEWS:
        with tempfile.TemporaryDirectory() as saves:
            async with learner(Path(saves), language=language, size=size, first_run=True) as yuna:
                await play(yuna, Camera(folder, name), language)
        with tempfile.TemporaryDirectory() as saves:
            async with learner(Path(saves), language=language, size=size, lessons=LESSONS) as yuna:
                await workshop(yuna, Camera(folder, f"{name}-workshop"))


async def lesson(folder: Path, place: str, *, light: bool) -> None:
    """One lesson, or one step of it, in all languages and sizes."""
    number, _, wanted = place.partition("/")
    entry = next(one for one in LessonIndex.list().entries if one.folder.name.startswith(number))
    for language, size, name in VIEWS:
        camera = Camera(folder, f"{number}-{name}{'-light' if light else ''}")
        with tempfile.TemporaryDirectory() as saves:
            async with learner(Path(saves), language=language, size=size) as yuna:
                if light:
                    yuna.app.action_switch_theme()

                async def look(what: str, yuna: Learner = yuna, camera: Camera = camera) -> None:
                    if what.startswith(wanted):
                        camera.take(yuna, what)

                mistakes = int(not wanted)
                player = Player(yuna, entry.folder, language, mistaken=True, mistakes=mistakes, look=look)
                await player.play()
                await look("home")


async def main(folder: Path, lessons: Sequence[str], *, light: bool) -> None:
    """The lessons named, or the tour."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in lessons:
        await lesson(folder, place, light=light)
    if not lessons:
        await tour(folder)


if __name__ == "__main__":
    names = [word for word in sys.argv[1:] if word != "--light"]
    asyncio.run(main(Path(names[0]), names[1:], light="--light" in sys.argv))
