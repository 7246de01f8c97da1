"""A lesson made from the template with one mistake is refused with a message that suffices to mend it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from tutor.course import Fault, LessonFaults, load_lesson
from tutor.course.gate import check_lesson, read_faults
from tutor.course.new_lesson import write_lesson
from tutor.wording.results import fault_line

from .mistakes import FOLDER, GONE, Mistake
from .mistakes_of_prose import PLAYING, READING
from .mistakes_of_structure import OPENING


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template as an author begins with it."""
    folder = tmp_path_factory.mktemp("lessons") / FOLDER
    write_lesson(folder, "night-shift")
    return folder


def planted(written: Path, place: Path, mistake: Mistake) -> Path:
    """A copy of the template with one mistake in it."""
    folder = copytree(written, place / FOLDER)
    file = folder / mistake.file
    if mistake.old == GONE:
        file.unlink()
        return folder
    text = file.read_text(encoding="utf-8")
    assert mistake.old in text, f"{mistake.old!r} is not in {mistake.file}"
    file.write_text(text.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    return folder


def read(folder: Path) -> Sequence[Fault]:
    """What opening and reading the lesson finds."""
    try:
        return read_faults(load_lesson(folder))
    except LessonFaults as unsound:
        return unsound.faults


def told(faults: Sequence[Fault], mistake: Mistake, folder: Path) -> Iterator[str]:
    """The messages about the mistake, each as an author of the English lesson reads it."""
    for fault in faults:
        if fault.code == mistake.code and fault.file == folder / (mistake.inside or mistake.file):
            yield fault_line("en", fault, folder)


def assert_told(faults: Sequence[Fault], mistake: Mistake, folder: Path) -> None:
    """The message names the place, what was found, what was expected, and the nearest name."""
    lines = list(told(faults, mistake, folder))
    assert lines, [fault_line("en", fault, folder) for fault in faults]
    file = folder / (mistake.inside or mistake.file)
    start = f"{file.relative_to(folder)}:"
    if mistake.at:
        before = file.read_text(encoding="utf-8").partition(mistake.at)[0]
        start += f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}: "
    wanted = [mistake.found, mistake.expected, mistake.nearest and f"nearest name: {mistake.nearest}"]
    assert any(line.startswith(start) and all(part in line for part in wanted if part) for line in lines), (
        lines
    )


@pytest.mark.parametrize("mistake", [*OPENING, *READING], ids=lambda mistake: mistake.name)
def test_a_mistake_is_told(written: Path, tmp_path: Path, mistake: Mistake) -> None:
    folder = planted(written, tmp_path, mistake)
    assert_told(read(folder), mistake, folder)


@pytest.mark.long
@pytest.mark.parametrize("mistake", PLAYING, ids=lambda mistake: mistake.name)
def test_a_mistake_that_playing_shows_is_told(written: Path, tmp_path: Path, mistake: Mistake) -> None:
    folder = planted(written, tmp_path, mistake)
    assert_told(check_lesson(folder), mistake, folder)


def test_the_template_itself_has_nothing_to_mend(written: Path) -> None:
    assert check_lesson(written) == []


def test_there_is_a_mistake_of_each_kind() -> None:
    assert len({mistake.code for mistake in (*OPENING, *READING, *PLAYING)}) >= 25
