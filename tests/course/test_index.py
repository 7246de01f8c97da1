"""Listing the lessons costs nothing: folder names and first lines."""

import subprocess
import sys
from pathlib import Path

from tutor.course import LessonIndex, lessons_folder

from .conftest import FIXTURES


def test_lessons_come_in_order_with_both_titles() -> None:
    entries = LessonIndex.list(FIXTURES / "lessons").entries
    assert [(entry.id, entry.order) for entry in entries] == [("cloakroom", 7), ("workshop", 8)]
    assert entries[0].titles == {"ko": "외투 보관소", "en": "The cloakroom"}


def test_the_course_has_its_lessons() -> None:
    index = LessonIndex.list(lessons_folder())
    assert [entry.order for entry in index.entries] == sorted(entry.order for entry in index.entries)
    entry = index.find("two-gates")
    assert entry is not None
    assert entry.skills == ("A1", "A2", "A3")


def test_a_lesson_is_found_by_id_folder_and_number() -> None:
    index = LessonIndex.list(FIXTURES / "lessons")
    assert {index.find(name) for name in ("cloakroom", "07-cloakroom", "7")} == {index.entries[0]}
    assert index.find("wardrobe") is None
    assert index.after("cloakroom") == index.entries[1]
    assert index.after("workshop") is None


def test_a_folder_that_is_none_lists_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert LessonIndex.list(tmp_path).entries == ()
    assert LessonIndex.list(tmp_path / "nowhere").entries == ()


def test_listing_loads_no_parser() -> None:
    program = (
        "import sys; from tutor.course import LessonIndex; LessonIndex.list();"
        "print(*{'ruamel.yaml', 'msgspec', 'tinydb', 'awscli', 'tutor.policy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""
