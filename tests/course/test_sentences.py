"""Every typed result has its sentence in both languages, and check50's shape holds it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import tutor.course
from tutor.course import (
    LANGUAGES,
    AnswerResult,
    Cause,
    CauseKind,
    Fault,
    Help,
    HintResult,
    HintState,
    Language,
    Result,
)
from tutor.wording import results
from tutor.wording.course import MESSAGES

NAMES = (
    "principal user action resource policy pattern has lacks group error name to near request role option "
    "number key instance found profile file line words call version"
)
VALUES = dict.fromkeys(NAMES.split(), "x") | {"kind": "user", "total": "2", "active": "1", "count": "1"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CauseKind)
def test_every_cause_is_a_sentence(language: Language, kind: CauseKind) -> None:
    assert results.cause_sentence(language, Cause(kind, Help.CREATE, "1", "2", VALUES))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("help_", Help)
def test_every_next_step_is_a_sentence(language: Language, help_: Help) -> None:
    assert results.help_sentence(language, Cause(CauseKind.MISSING, help_, "1", "2", VALUES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_next_step_depends_on_whose_policy_it_is_and_is_told_once(language: Language) -> None:
    def told(misconception: str | None, **marks: str) -> str:
        values = VALUES | marks
        cause = Cause(CauseKind.STILL_ALLOWED, Help.TAKE_AWAY, "1", "2", values, misconception)
        return results.help_sentence(language, cause)

    assert len({told(None), told(None, aws="yes"), told(None, inline="yes")}) == 3
    bucket = Cause(CauseKind.RESOURCE_SIDE, Help.MEND_RESOURCE_POLICY, "1", "2", VALUES)
    assert results.help_sentence(language, bucket)
    assert results.help_sentence(language, replace(bucket, misconception="M6")) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cause_says_what_it_knows_of_the_state(language: Language) -> None:
    def told(**values: str) -> str:
        cause = Cause(
            CauseKind.STATE_OTHERWISE, Help.LOOK_AT_STATE, "1", "2", {"call": "aws iam x", **values}
        )
        return results.cause_sentence(language, cause)

    known = {"member": "MaxSessionDuration", "found": "3600", "wanted": "43200"}
    for marks in ({}, {"long": "yes"}, {"nothing": "yes"}, {"outside": "yes"}):
        assert "`MaxSessionDuration`" in told(**known, **marks)
        assert "43200" in told(**known, **marks)
    assert "3600" in told(**known)
    assert told()


def test_every_fault_that_the_loader_knows_is_a_sentence() -> None:
    source = "\n".join(path.read_text() for path in Path(tutor.course.__file__).parent.rglob("*.py"))
    codes = {name.removeprefix("course.fault.") for name in MESSAGES if name.startswith("course.fault.")}
    written = set(re.findall(r'Fault\([^)]*?, "([a-z][a-z0-9-]+)"', source))
    written |= set(re.findall(r'_?fault\([^"]*?"([a-z]+-[a-z0-9-]+)"', source))
    assert {code for code in written if code not in codes} <= {"en"}


def test_the_nearest_name_stands_behind_the_fault() -> None:
    fault = Fault(Path("lesson.yaml"), 3, 5, "unknown-goal", "a", "b, c", "b")
    assert results.fault_line("en", fault) == (
        "lesson.yaml:3:5: no goal a in this step; there are: b, c; nearest name: b"
    )


def test_the_shape_of_check50() -> None:
    cause = Cause(CauseKind.NOT_MEMBER, Help.JOIN_GROUP, "readers", "", {"user": "yuna", "group": "readers"})
    assert results.to_check50("en", Result("joined", False, cause), "Yuna has joined.") == {
        "name": "joined",
        "description": "Yuna has joined.",
        "passed": False,
        "cause": {
            "rationale": "The user `yuna` is not in the group `readers`.",
            "help": "Add the user `yuna` to the group `readers`.",
            "expected": "readers",
            "actual": "",
        },
        "dependency": None,
    }
    waiting = results.to_check50("ko", Result("last", None, dependency="joined"), "끝")
    assert (waiting["passed"], waiting["cause"], waiting["dependency"]) == (None, None, "joined")


@pytest.mark.parametrize("state", HintState)
def test_a_request_for_a_hint_is_answered(state: HintState) -> None:
    assert bool(results.hint_sentence("ko", HintResult(state, 1, 20))) is (state is not HintState.SHOWN)


@pytest.mark.parametrize(
    ("answer", "korean", "english"),
    [
        (AnswerResult(("a",), ("b",), False), "정답이 아니에요.", "That is not the answer."),
        (AnswerResult(("a", "b"), ("b", "c"), False), "다시 볼 곳이 있어요.", "Not quite right."),
        (
            AnswerResult(("b", "a"), ("a", "b"), False, wrong=("a", "b")),
            "다시 볼 곳이 있어요.",
            "Not quite right.",
        ),
        (AnswerResult(("a",), ("a",), True), "맞았어요.", "Right."),
        (AnswerResult((), ("a",), False), "답을 보여 드려요.", "Here is the answer."),
    ],
    ids=["a choice", "a choice of several", "an order", "right", "shown"],
)
def test_only_a_prediction_turns_out_otherwise(answer: AnswerResult, korean: str, english: str) -> None:
    assert results.answer_sentences("ko", answer) == (korean,)
    assert results.answer_sentences("en", answer) == (english,)
    foretold = AnswerResult(("allowed",), ("refused",), False, error="InvalidClientTokenId")
    assert results.answer_sentences("ko", foretold) == ("예상과 달라요.", "이 요청은 거부돼요.")
