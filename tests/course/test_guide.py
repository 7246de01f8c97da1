"""The author's guide in the README names everything that a lesson can hold."""

import re
from pathlib import Path
from typing import Final

import msgspec
import pytest

from tutor.course.prose import NAMED_SECTIONS, PLAIN_SECTIONS
from tutor.course.schema import GOAL_KINDS, STEP_KINDS, LessonFile, Step

README: Final = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def guide() -> str:
    text = README.read_text(encoding="utf-8")
    return text.partition("## Writing a lesson\n")[2].partition("\n## Developing\n")[0]


def names(structure: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(structure)]


@pytest.mark.parametrize("field", [*names(LessonFile), *names(Step), *STEP_KINDS, *GOAL_KINDS])
def test_every_field_and_kind(guide: str, field: str) -> None:
    assert re.search(rf"`{field}[`:]", guide), field


@pytest.mark.parametrize("heading", [*PLAIN_SECTIONS, *NAMED_SECTIONS])
def test_every_heading(guide: str, heading: str) -> None:
    assert heading in guide.partition("### Prose")[2], heading
