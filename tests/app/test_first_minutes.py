"""The first five minutes, by keyboard alone (notes/story.md), on a narrow and on a comfortable screen."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.driver import NARROW, WIDE, Learner, learner
from tutor.wording import Language, say

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
READ_PHOTOS = "arn:aws:iam::111111111111:policy/ReadPhotos"
CHANGE = "aws iam {verb}-user-policy --profile mina --user-name yuna --policy-arn {arn}"


@pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param("ko", NARROW, id="ko-80x24"),
        pytest.param("en", WIDE, id="en-120x36", marks=pytest.mark.long),
        pytest.param("en", NARROW, id="en-80x24", marks=pytest.mark.long),
        pytest.param("ko", WIDE, id="ko-120x36", marks=pytest.mark.long),
    ],
)
async def test_the_first_five_minutes(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    async with learner(tmp_path, language="en", size=size, first_run=True) as yuna:
        assert "1" in yuna.text
        assert "한국어" in yuna.text
        assert "English" in yuna.text
        await yuna.press("1" if language == "ko" else "2")

        assert "aws sts get-caller-identity" in yuna.text
        await yuna.press("enter")
        assert "arn:aws:iam::111111111111:user/yuna" in yuna.text
        await yuna.press("escape")  # no tour

        await yuna.press("enter", "2", "enter")
        assert say(language, "course.answer.right") in yuna.text

        await yuna.press("enter", "enter")
        assert "(AccessDenied)" in yuna.text
        assert signs(yuna) == ["✓", "–"]
        assert underlined(yuna) >= {"arn:aws:iam::111111111111:user/yuna", "s3:ListBucket"}

        await yuna.press("enter")
        assert yuna.learn.console.prompt.text.startswith("aws iam attach-user-policy --profile mina")
        await yuna.send(CHANGE.format(verb="attach", arn=ADMINISTRATOR))
        if size == WIDE:
            assert "+ " in next(row for row in yuna.rows if "AdministratorAccess" in row.partition("│")[2])
        await yuna.press("up", "up")
        assert yuna.learn.console.prompt.text == "aws s3 ls s3://moonrabbit-photos"
        await yuna.press("enter")
        assert "PRE wedding/" in yuna.text
        assert signs(yuna) == ["✓", "✓"]

        await yuna.press("enter", "1", "enter", "enter")
        if size == NARROW:
            await yuna.press("pagedown")
        assert "–→✓" in yuna.text
        await yuna.send(CHANGE.format(verb="detach", arn=ADMINISTRATOR))
        await yuna.send(CHANGE.format(verb="attach", arn=READ_PHOTOS))

        await yuna.press("enter", "2", "enter", "enter", "enter")
        assert "(SignatureDoesNotMatch)" in yuna.text
        assert signs(yuna) == ["✗", "·"]

        await yuna.press("escape")
        assert say(language, "app.home.continue") in yuna.text
        assert all(cell_len(row) <= size[0] for row in yuna.rows)


def signs(yuna: Learner) -> list[str]:
    """The signs of the two gates of the last decision."""
    card = yuna.learn.decision.card
    assert card is not None
    return [gate.sign for gate in card.gates]


def underlined(yuna: Learner) -> set[str]:
    """What the console's output underlines."""
    return {
        line.plain[span.start : span.end]
        for line in yuna.learn.console.transcript.lines
        for span in line.spans
        if "underline" in str(span.style)
    }
