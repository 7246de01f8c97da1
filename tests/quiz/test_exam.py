"""Exams: the same for a class, no word until the end, and the time that was left after a crash."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.quiz.learners import Clock, right_answer, wrong_answer
from tutor.quiz.exam import CLOCK_NAME, Exam, ExamSpec, exam_questions, unfinished
from tutor.quiz.learner import Learner
from tutor.quiz.log import QuizLog
from tutor.quiz.skills import Taught, section_of

SPEC = ExamSpec(20, 30, "ABCDEFGHI", "class7")


def a_learner(folder: Path | None, *skills: str) -> Learner:
    return Learner(QuizLog(folder), Taught(frozenset(skills or {"A1"})), Clock())


def test_the_code_says_it_all() -> None:
    assert SPEC.code == "20-30-ABCDEFGHI-class7"
    assert ExamSpec.read(" 20-30-ABCDEFGHI-class7 ") == SPEC


UNSOUND = "20 0-30-A-x 101-30-A-x 20-0-A-x 20-241-A-x 20-30-BA-x 20-30-AA-x 20-30-J-x 20-30-A- 20-30-A-X!"


@pytest.mark.parametrize("code", ["", *UNSOUND.split()])
def test_other_codes_are_refused(code: str) -> None:
    assert ExamSpec.read(code) is None


def test_a_class_sits_the_same_exam_whatever_each_has_learnt() -> None:
    one, other = exam_questions(SPEC), exam_questions(SPEC)
    assert one == other
    assert one != exam_questions(ExamSpec(20, 30, "ABCDEFGHI", "class8"))


def test_sections_have_their_share_and_no_question_comes_twice() -> None:
    questions = exam_questions(ExamSpec(68, 60, "ABCDEFGHI", "all"))
    share = Counter(section_of(question.skill) for question in questions)
    assert share == {"A": 3, "B": 4, "C": 6, "D": 4, "E": 6, "F": 11, "G": 12, "H": 9, "I": 13}
    assert len({question.id for question in questions}) == 68
    assert all(one.skill != other.skill for one, other in pairwise(questions))


def test_beyond_the_notes_only_where_it_was_asked_for() -> None:
    plain = exam_questions(ExamSpec(60, 60, "GH", "q"))
    assert {section_of(skill) for question in plain for skill in question.skills} <= set("ABCDEFGHI")


def test_the_report_says_how_each_skill_fared(tmp_path: Path) -> None:
    learner = a_learner(tmp_path)
    exam = Exam.begin(learner, SPEC, tmp_path)
    for place, question in enumerate(exam.questions[:19]):
        exam.answer(place, (wrong_answer if place < 4 else right_answer)(question))
    report = exam.end()
    assert sum(row.asked for row in report) == 20
    assert sum(row.right for row in report) == 15
    assert unfinished(learner) is None
    assert not (tmp_path / CLOCK_NAME).exists()


def test_another_answer_can_be_given_in_its_place(tmp_path: Path) -> None:
    learner = a_learner(tmp_path)
    exam = Exam.begin(learner, SPEC, tmp_path)
    exam.answer(0, wrong_answer(exam.questions[0]))
    exam.answer(0, right_answer(exam.questions[0]))
    assert sum(row.right for row in exam.end()) == 1
    assert len(learner.answers) == 1


def test_an_exam_killed_in_the_middle_goes_on_with_the_time_that_it_had(tmp_path: Path) -> None:
    exam = Exam.begin(a_learner(tmp_path), SPEC, tmp_path)
    exam.answer(0, right_answer(exam.questions[0]))
    exam.answer(2, right_answer(exam.questions[2]))
    for _ in range(95):
        exam.tick(1.0)
    learner = a_learner(tmp_path)
    begun = unfinished(learner)
    assert begun is not None
    again = Exam(learner, begun, tmp_path)
    assert again.seconds_left == 30 * 60 - 95
    assert again.questions == exam.questions
    assert again.next_place == 1
    assert {place: entry.right for place, entry in again.given.items()} == {0: True, 2: True}


def test_without_its_clock_the_answers_say_how_much_time_was_used(tmp_path: Path) -> None:
    from dataclasses import replace

    exam = Exam.begin(a_learner(tmp_path), SPEC, tmp_path)
    exam.answer(0, replace(right_answer(exam.questions[0]), seconds=40.0))
    (tmp_path / CLOCK_NAME).write_text("garbage")
    learner = a_learner(tmp_path)
    begun = unfinished(learner)
    assert begun is not None
    assert Exam(learner, begun, tmp_path).seconds_left == 30 * 60 - 40


def test_when_the_time_is_over_nothing_more_is_taken(tmp_path: Path) -> None:
    exam = Exam.begin(a_learner(tmp_path), ExamSpec(3, 1, "A", "t"), tmp_path)
    exam.tick(61)
    assert exam.is_over
    assert exam.seconds_left == 0
    with pytest.raises(ValueError, match="time is over"):
        exam.answer(0, right_answer(exam.questions[0]))


def test_beginning_another_hands_in_the_one_that_was_going_on(tmp_path: Path) -> None:
    learner = a_learner(tmp_path)
    first = Exam.begin(learner, SPEC, tmp_path)
    second = Exam.begin(learner, ExamSpec(3, 5, "A", "t"), tmp_path)
    begun = unfinished(learner)
    assert begun is not None
    assert begun.number == second.number != first.number
