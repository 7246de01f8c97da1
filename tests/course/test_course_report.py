"""The course as a whole: every claim of the notes, every lesson, no sentence told twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.cli.coverage_table import table_lines
from tutor.course import CLAIMS, LESSON_CLAIMS, Lesson, LessonFaults, lessons_folder, load_lesson
from tutor.course.claims import SET_RIGHT
from tutor.course.gate import ClaimRow, Examined, course_report, is_course
from tutor.course.gate.shared import shared_sentences

from .conftest import CLOAKROOM

SECTIONS = {"A": 3, "B": 4, "C": 6, "D": 4, "E": 6, "F": 11, "G": 12, "H": 9, "I": 10}
NOTES = [f"{letter}{row}" for letter, rows in SECTIONS.items() for row in range(1, rows + 1)]
NOTES += ["I3b", "I4b", "I5b"]
"""The rows of `notes/claims.md`."""

NOT_AS_WRITTEN = {
    *("A2", "B2", "D2", "D3", "E3", "E5", "E6", "F8", "F10", "F11", "G2", "G5", "G10", "G11", "G12", "H8"),
    *("I1", "I4b", "I5b", "I8"),
}
"""Those whose verdict there is not ok."""


def examined(lesson: Lesson) -> Examined:
    """A lesson that was opened and has no fault of its own."""
    return Examined(lesson.folder, lesson, ())


@pytest.fixture(scope="module")
def course() -> list[Examined]:
    """The lessons of the course that can be opened."""
    found = []
    for folder in sorted(lessons_folder().iterdir()):
        try:
            found.append(examined(load_lesson(folder)))
        except LessonFaults:
            continue
    return found


def test_the_claims_are_those_of_the_notes() -> None:
    assert sorted(CLAIMS) == sorted(NOTES)
    assert SET_RIGHT == NOT_AS_WRITTEN
    assert len(set(CLAIMS)) == len(CLAIMS)


def test_every_claim_has_a_row(course: list[Examined]) -> None:
    report = course_report(lessons_folder(), course)
    assert [row.claim for row in report.rows] == list(CLAIMS)


@pytest.mark.parametrize("lesson", [name for name in LESSON_CLAIMS if name != "warm-up"])
def test_a_lesson_taken_out_is_missed(course: list[Examined], lesson: str) -> None:
    left = [one for one in course if one.id != lesson]
    faults = course_report(lessons_folder(), left).faults
    missing = [fault for fault in faults if fault.code == "lesson-missing"]
    assert lesson in {fault.found.partition("-")[2] for fault in missing}


def test_the_warm_up_may_be_left_out(course: list[Examined]) -> None:
    left = [one for one in course if one.id != "warm-up"]
    assert "00-warm-up" not in {fault.found for fault in course_report(lessons_folder(), left).faults}


def test_a_pack_of_other_lessons_is_no_course(cloakroom: Lesson) -> None:
    assert not is_course([examined(cloakroom)])
    assert is_course([Examined(Path("05-groups"), None, ())])


def test_a_lesson_that_cannot_be_opened_is_not_called_missing(course: list[Examined]) -> None:
    broken = Examined(lessons_folder() / "05-groups", None, ())
    left = [one for one in course if one.id != "groups"]
    faults = course_report(lessons_folder(), [*left, broken]).faults
    assert not [fault for fault in faults if fault.found in {"05-groups", *LESSON_CLAIMS["groups"]}]


def test_two_lessons_of_one_number(cloakroom: Lesson) -> None:
    other = Examined(CLOAKROOM.with_name("07-workshop"), None, ())
    faults = course_report(CLOAKROOM.parent, [examined(cloakroom), other]).faults
    assert ("lesson-twice", "07") in {(fault.code, fault.found) for fault in faults}


def test_a_sentence_in_two_lessons(edited: Callable[..., Path], cloakroom: Lesson) -> None:
    told = "The guest forgot a coat and the cloakroom stays open for one more hour."
    twin = load_lesson(edited(en=("Sign with a wrong secret.", told)))
    faults = list(shared_sentences([cloakroom, twin]))
    assert {fault.code for fault in faults} == {"sentence-shared"}
    assert not any(told in fault.found for fault in faults)
    assert list(shared_sentences([twin])) == []


def test_the_table_names_the_steps_and_shows_a_gap() -> None:
    rows = [
        ClaimRow("A1", "two-gates", ("two-gates/hello", "two-gates/mend"), ("two-gates/mend",), ()),
        ClaimRow("I10", "signing-ec2", (), (), ()),
    ]
    assert list(table_lines("en", rows)) == [
        "claim  taught              practised       asked",
        "A1     two-gates/hello +1  two-gates/mend  –",
        "I10    –                   –               –",
    ]
    assert next(table_lines("ko", rows)).startswith("주장")
    assert [row.covered for row in rows] == [False, False]


def test_no_lesson_takes_longer_than_it_says(course: list[Examined]) -> None:
    said = {one.id: one.lesson.file.minutes for one in course if one.lesson is not None}
    needed = {one.id: one.minutes or 0 for one in course}
    assert {name for name, minutes in said.items() if (minutes or 0) + 1 < needed[name]} == set()
