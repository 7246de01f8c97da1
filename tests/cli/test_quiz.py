"""`iam-tutor quiz`: its modes as plain lines, and the commands that make questions."""

import io
import json
from pathlib import Path

import pytest

from tests.quiz.learners import Clock
from tutor.cli.main import run
from tutor.cli.plain_quiz import PlainQuiz, read_answer
from tutor.course.claims import CLAIMS
from tutor.course.progress import ProgressStore
from tutor.quiz.bank import bank
from tutor.quiz.exam import CLOCK_NAME
from tutor.quiz.family import families
from tutor.quiz.learner import Learner
from tutor.quiz.log import QuizLog
from tutor.quiz.marking import mark, right_sides
from tutor.quiz.question import Kind, Question
from tutor.quiz.sessions import Review
from tutor.quiz.skills import Taught
from tutor.wording import LANGUAGES, Language

LETTERS = "abcdefgh"


@pytest.fixture
def saves(tmp_path: Path) -> Path:
    """A learner who was taught everything."""
    folder = tmp_path / "learner"
    folder.mkdir()
    progress = ProgressStore(folder / "progress.json")
    for claim in CLAIMS:
        progress.note_skill(claim, "seen", "lesson/step")
    progress.set_setting("language", "en")
    progress.close()
    return tmp_path


def quiz(saves: Path, monkeypatch: pytest.MonkeyPatch, *words: str, typed: str = "") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return run(["--saves", str(saves), "--save", "learner", "quiz", *words])


def typed_for(question: Question) -> str:
    """The line that answers a question rightly."""
    ids = [option.id for option in question.options]
    if question.kind is Kind.FILL:
        return question.key.right[0]
    if question.kind is Kind.MATCH:
        rights = [option.id for option in right_sides(question)]
        return " ".join(f"{place + 1}{LETTERS[rights.index(name)]}" for place, name in enumerate(ids))
    return " ".join(str(ids.index(name) + 1) for name in question.key.right)


@pytest.mark.parametrize("question", [next(one for one in bank() if one.kind is kind) for kind in Kind])
def test_every_kind_is_answered_by_numbers_letters_or_the_text(question: Question) -> None:
    typed = read_answer(typed_for(question), question)
    assert mark(question, typed.answer).right
    if question.kind is not Kind.FILL:
        assert read_answer("9", question).trouble
        assert read_answer("x", question).trouble
    assert read_answer("", question).trouble
    assert read_answer("?", question).answer == ("",)


@pytest.mark.parametrize("words", ["hint 힌트 ㅗㅑㅜㅅ", "why 왜", "undo 되돌리기", "exit 끝내기"])
def test_words_work_in_both_languages_and_with_hangul_mode_on(words: str) -> None:
    question = next(one for one in bank() if one.kind is Kind.CHOOSE)
    assert len({read_answer(word, question).word for word in words.split()}) == 1
    assert read_answer(words.split(maxsplit=1)[0], question).word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_goes_from_question_to_explanation_to_the_end(language: Language) -> None:
    learner = Learner(QuizLog(None), Taught(frozenset({"A1", "A3", "G7", "G8", "G11", "G2"})), Clock())
    session = Review(learner)
    said: list[str] = []

    def read() -> str:
        assert session.asked is not None
        return typed_for(session.asked.question) if session.asked.number != 2 else "?"

    PlainQuiz(language, read, said.append).play(session)
    assert len(session.results) == 7, "six, and the one that was missed again"
    assert [one.right for one in session.results].count(False) == 1
    assert all(line.isprintable() for text in said for line in text.split("\n"))


def test_review_from_the_command_line_is_kept(
    saves: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quiz(saves, monkeypatch, "review", typed="?\n?\nexit\n") == 0
    assert "0 of 2 right" in capsys.readouterr().out
    assert len(QuizLog(saves / "learner")) == 2
    assert quiz(saves, monkeypatch, "progress") == 0
    assert "2 answers so far, 0 right" in capsys.readouterr().out


def test_an_exam_that_was_left_goes_on(
    saves: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quiz(saves, monkeypatch, "exam", "3-5-ABC-one", typed="?\nexit\n") == 0
    assert "1 of 3" in capsys.readouterr().out
    assert (saves / "learner" / CLOCK_NAME).exists()
    assert quiz(saves, monkeypatch, "exam", typed="?\n?\n") == 0
    out = capsys.readouterr().out
    assert "The exam goes on where it was" in out
    assert "The exam: 0 of 3 right" in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["exam", "nonsense"], "not an exam code: nonsense"),
        (["exam", "--number", "0"], "not an exam code: 0-30-"),
        (["practice", "Q7"], "not a topic that can be asked: Q7"),
        (["generate", "--family", "riddles"], "no such family: riddles"),
        (["generate", "--level", "9"], "a level is 1 to 5, not 9"),
        (["generate", "--count", "0"], "a count is 1 to"),
        (["export", "--skill", "Z1"], "no such skill: Z1"),
        (["export", "--skill", "C6"], "no family asks that: C6"),
        (["export", "--bank", "-o", "no/such/folder/x"], "cannot be written"),
    ],
)
def test_bad_input_gets_a_sentence_and_exit_code_2(
    saves: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    sentence: str,
) -> None:
    assert quiz(saves, monkeypatch, *words, "--language", "en") == 2
    assert sentence in capsys.readouterr().err


def test_who_was_taught_nothing_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quiz(tmp_path, monkeypatch, "review", "--language", "en") == 2
    assert "Begin with the first lesson" in capsys.readouterr().err
    assert not (tmp_path / "learner").exists(), "looking leaves nothing behind"


def test_questions_as_json_are_the_same_for_the_same_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("generate", "--family", "predict-policy", "--level", "2", "--seed", "7", "--count", "3")
    outputs = []
    for _ in range(2):
        assert quiz(tmp_path, monkeypatch, *words, "--format", "json") == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    rows = json.loads(outputs[0])
    assert [row["id"] for row in rows] == [f"predict-policy:2:7{end}" for end in ("", "-2", "-3")]
    assert all(len(row["answer"]) == 1 and set(row["prompt"]) == set(LANGUAGES) for row in rows)


@pytest.mark.parametrize("way", ["text", "json"])
def test_the_families_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    assert quiz(tmp_path, monkeypatch, "families", "--format", way) == 0
    out = capsys.readouterr().out
    assert all(one.id in out for one in families())
    assert len(families()) >= 12
