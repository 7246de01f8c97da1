"""The bank: every file is sound, and what an author does wrong is named."""

from pathlib import Path

import pytest

from tests.quiz.learners import right_answer, wrong_answer
from tutor.course.claims import CLAIMS
from tutor.quiz.bank import FOLDER, bank, mixed, read_bank, read_compiled, write_compiled
from tutor.quiz.bank_lint import bank_report
from tutor.quiz.marking import mark, matched, right_sides
from tutor.quiz.question import Kind, Question
from tutor.wording import LANGUAGES
from tutor.wording.quiz_say import answer_text, option_text, told, verdict
from tutor.wording.results import fault_sentence

LESSONS = Path(__file__).parents[2] / "lessons"

SOUND = """\
questions:
  - id: badge-and-key
    kind: choose
    skills: [A1]
    prompt: {ko: "유나 님이 첫 번째 문에서 무엇을 보여 주나요?", en: "What does Yuna show at the first gate?"}
    options:
      - {id: key, right: true, ko: "자격 증명이에요", en: "her credentials",
         why: {ko: "누구인지 밝혀요.", en: "They say who she is."}}
      - {id: policy, misconception: B1, ko: "정책이에요", en: "a policy",
         why: {ko: "두 번째 문의 일이에요.", en: "That is for the second gate."}}
      - {id: bill, ko: "청구서예요", en: "the bill",
         why: {ko: "누구인지와 상관없어요.", en: "It says nothing about her."}}
"""


def bank_in(folder: Path, text: str) -> Path:
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    (place / "a-some.yaml").write_text(text, encoding="utf-8")
    return folder


def codes(folder: Path, text: str) -> list[str]:
    report = bank_report(bank_in(folder, text), of_course=False)
    assert report is not None
    for fault in report.faults:
        for language in LANGUAGES:
            assert fault_sentence(language, fault)
    return [fault.code for fault in report.faults if fault.code != "quiz-stale"]


def test_the_courses_own_bank_asks_every_claim_and_has_no_fault() -> None:
    report = bank_report(LESSONS)
    assert report is not None
    assert report.faults == ()
    assert report.count >= 90
    assert report.asked == len(CLAIMS)


def test_a_sound_file_has_no_fault(tmp_path: Path) -> None:
    assert codes(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("written", "instead", "code"),
    [
        ("skills: [A1]", "skills: [Z9]", "quiz-unknown-skill"),
        ("skills: [A1]", "skills: []", "quiz-no-skill"),
        ("misconception: B1", "misconception: B99", "quiz-unknown-misconception"),
        ("id: policy, misconception: B1", "id: policy, right: true", "quiz-right"),
        ("right: true, ", "", "quiz-right"),
        ("id: key, right: true", "id: key, right: true, misconception: B1", "quiz-right-believed"),
        ("id: key, right: true", "id: key, right: true, says: true", "quiz-says"),
        ("kind: choose", "kind: true-false", "quiz-says"),
        ("kind: choose", "kind: several", "quiz-right"),
        ("kind: choose", "kind: order", "quiz-wrong-part"),
        ("kind: choose", "kind: fill", "quiz-fill"),
        ("kind: choose", "kind: riddle", "wrong-value"),
        ("id: bill", "id: policy", "quiz-id-twice"),
        ("    options:", "    accept: [x]\n    options:", "quiz-wrong-part"),
        ("무엇을 보여 주나요?", "무엇을 보여 줍니까?", "formal-ending"),
        ("What does Yuna show", "What does Yuna simply show", "tone"),
        ("누구인지 밝혀요.", "They say who she is, no more.", "wrong-language"),
        (
            ',\n         why: {ko: "누구인지와 상관없어요.", en: "It says nothing about her."}',
            "",
            "missing-field",
        ),
        ("questions:", "question:", "unknown-field"),
    ],
)
def test_what_an_author_does_wrong_is_named(tmp_path: Path, written: str, instead: str, code: str) -> None:
    assert written in SOUND
    assert code in codes(tmp_path, SOUND.replace(written, instead, 1))


def test_the_same_question_twice_is_found(tmp_path: Path) -> None:
    again = SOUND.partition("\n")[2]
    assert codes(tmp_path, SOUND + again.replace("id: badge-and-key", "id: other")) == ["quiz-alike"]
    assert "quiz-id-twice" in codes(tmp_path, SOUND + again)


def test_a_claim_that_nothing_asks_is_named(tmp_path: Path) -> None:
    report = bank_report(bank_in(tmp_path, SOUND))
    assert report is not None
    missing = {fault.found for fault in report.faults if fault.code == "quiz-not-asked"}
    assert missing == set(CLAIMS) - {"A1"}


def test_the_compiled_bank_is_what_the_files_hold_and_notices_a_change(tmp_path: Path) -> None:
    folder = bank_in(tmp_path, SOUND)
    assert read_compiled(folder) is None
    write_compiled(folder)
    placed, _ = read_bank(folder)
    assert read_compiled(folder) == tuple(one.entry for one in placed)
    bank_in(tmp_path, SOUND.replace("the bill", "a bill"))
    assert read_compiled(folder) is None
    assert "quiz-stale" in {fault.code for fault in bank_report(folder).faults}  # type: ignore[union-attr]  # there is one


def test_a_folder_without_a_bank_has_nothing_to_say(tmp_path: Path) -> None:
    assert bank_report(tmp_path) is None
    assert write_compiled(tmp_path) is None


@pytest.mark.parametrize("question", bank(), ids=lambda question: str(question.id))
def test_every_question_can_be_answered_and_says_why(question: Question) -> None:
    shown = mixed(question, "seed")
    assert {option.id for option in shown.options} == {option.id for option in question.options}
    right = mark(shown, right_answer(shown).answer)
    wrong = mark(shown, wrong_answer(shown).answer)
    assert right.right
    assert not wrong.right
    for language in LANGUAGES:
        texts = [option_text(option, language) for option in shown.options]
        assert len(set(texts)) == len(texts)
        assert answer_text(shown, language)
        assert verdict(right, language) != verdict(wrong, language)
        assert all(one.why for judged in (right, wrong) for one in told(shown, judged, language))
        assert list(told(shown, wrong, language))


def test_a_match_is_answered_by_what_is_put_to_each_left_side() -> None:
    question = next(one for one in bank() if one.kind is Kind.MATCH)
    sides = {one.id: one.id for one in right_sides(question)}
    assert mark(question, matched(question, sides)).right
    assert not mark(question, matched(question, {**sides, question.options[0].id: ""})).right
