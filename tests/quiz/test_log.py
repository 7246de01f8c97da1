"""The log of answers: appended, never changed, whole after a crash."""

from pathlib import Path

import pytest

from tests.quiz.learners import NEW_YEAR
from tutor.quiz.log import FILE_NAME, Answered, QuizLog, Undone


def an_answer(question: str = "bank:one") -> Answered:
    return Answered(0, NEW_YEAR, "review", question, "A1", ("entry",), True, 1.1, 1, rating=3)


def test_what_was_appended_is_there_after_opening_again(tmp_path: Path) -> None:
    log = QuizLog(tmp_path)
    log.append(an_answer("bank:one"))
    log.append(an_answer("bank:two"))
    again = QuizLog(tmp_path)
    assert [(entry.number, entry.question) for entry in again.answers()] == [(0, "bank:one"), (1, "bank:two")]
    assert again.entries == log.entries


def test_an_answer_taken_back_stays_in_the_file_and_does_not_count(tmp_path: Path) -> None:
    log = QuizLog(tmp_path)
    log.append(an_answer())
    log.append(Undone(0, NEW_YEAR, 0))
    assert list(QuizLog(tmp_path).answers()) == []
    assert len((tmp_path / FILE_NAME).read_text().splitlines()) == 2


@pytest.mark.parametrize("torn", [b'{"type":"answe', b"\x00\xff", b'{"type":"answered"}\n'])
def test_a_torn_last_line_is_dropped_and_written_over(tmp_path: Path, torn: bytes) -> None:
    QuizLog(tmp_path).append(an_answer("bank:one"))
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes() + torn)
    log = QuizLog(tmp_path)
    assert len(log) == 1
    log.append(an_answer("bank:two"))
    assert [entry.question for entry in QuizLog(tmp_path).answers()] == ["bank:one", "bank:two"]


def test_a_line_in_the_middle_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    log = QuizLog(tmp_path)
    log.append(an_answer("bank:one"))
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole + b"no line of ours\n" + whole)
    assert [entry.question for entry in QuizLog(tmp_path).answers()] == ["bank:one", "bank:one"]


def test_two_programs_write_one_log(tmp_path: Path) -> None:
    app, plain = QuizLog(tmp_path), QuizLog(tmp_path)
    app.append(an_answer("bank:one"))
    plain.append(an_answer("bank:two"))
    app.append(an_answer("bank:three"))
    assert [entry.question for entry in app.answers()] == ["bank:one", "bank:two", "bank:three"]
    plain.catch_up()
    assert plain.entries == app.entries


def test_without_a_folder_everything_stays_in_memory() -> None:
    log = QuizLog(None)
    log.append(an_answer())
    assert [entry.number for entry in log.answers()] == [0]
