"""Endings and particles that the Korean prose does without, and their neighbours that are fine."""

import pytest

from tutor.course.gate.prose_rules import FORMAL, PAIR, closes_with_b

ENDINGS = ["합니다", "됩니다", "아닙니다", "입니까", "하십시오", "봅시다", "있습니다만"]
KIND = ["해요", "아니다", "하니까", "되나요", "예요", "다니다가", "주세요", "시오리"]
PAIRS = [
    "버킷을(를)",
    "사용자이(가)",
    "역할은(는)",
    "키와(과)",
    "서울(으)로",
    "버킷을/를",
    "키와/과",
    "은/는",
    "(이)라고",
]
PLAIN = ["버킷을 지워요", "예(아니요)", "아이/가족", "읽기/쓰기", "사용자(보안 주체)가", "로그/로그인"]


def formal(text: str) -> bool:
    return any(closes_with_b(found[0][0]) for found in FORMAL.finditer(text))


@pytest.mark.parametrize("text", ENDINGS)
def test_a_formal_ending(text: str) -> None:
    assert formal(text)


@pytest.mark.parametrize("text", KIND)
def test_no_formal_ending(text: str) -> None:
    assert not formal(text)


@pytest.mark.parametrize("text", PAIRS)
def test_a_particle_left_open(text: str) -> None:
    assert PAIR.search(text)


@pytest.mark.parametrize("text", PLAIN)
def test_no_particle_left_open(text: str) -> None:
    assert not PAIR.search(text)
