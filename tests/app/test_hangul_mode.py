"""With Hangul mode left on a letter is not a letter, and nothing breaks (ui.md)."""

from pathlib import Path

from tests.app.driver import LESSONS, learner
from tutor.app.screens.home import HomeScreen
from tutor.wording import say


async def test_a_full_width_digit_chooses_the_language(tmp_path: Path) -> None:
    async with learner(tmp_path, language="ko", first_run=True) as yuna:
        await yuna.press("２")
        assert yuna.app.language == "en"


async def test_a_line_typed_at_home_does_nothing_in_either_mode(tmp_path: Path) -> None:
    async with learner(tmp_path, lessons=LESSONS) as yuna:
        await yuna.press(*"aws s3 ls q", *"ㅁㅈㄴ ㅣㄴㅂ")
        assert yuna.shows(HomeScreen)
        assert yuna.app.language == "ko"
        assert yuna.app.is_running


async def test_a_command_typed_in_hangul_mode_is_named_and_run(tmp_path: Path) -> None:
    async with learner(tmp_path) as yuna:
        yuna.app.open_lesson(None)
        await yuna.settle()
        await yuna.send("ㅁㅈㄴ ㄴㅅㄴ ㅎㄷㅅ-ㅊ미ㅣㄷㄱ-ㅑㅇ두샤쇼")
        assert "user/yuna" in yuna.text
        assert say("ko", "console.fix.hangul", found="", meant="").split("`")[0].split()[0] in yuna.text
        await yuna.send("ㅗㅑㅜㅅ")
        assert say("ko", "app.hint", number=1) in yuna.text
