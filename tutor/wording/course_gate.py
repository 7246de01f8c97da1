"""What the gate finds in a lesson that can be opened, and in the course as a whole."""

from typing import Final

GATE: Final[dict[str, tuple[str, str]]] = {
    "course.fault.check-stopped": (
        "이 레슨을 실행해 보다가 튜터가 멈췄어요. 튜터의 잘못이니 알려 주세요: {found}",
        "the tutor itself stumbled while playing this lesson; please report it: {found}",
    ),
    "course.fault.claim-not-set-right": (
        "노트와 다른 주장인데 callout이 없어요: {found} (단계에 `{expected}` 필드, 글에 `### callout {found}`)",
        "the notes' wording of claim {found} needs a callout: `{expected}` on a step, `### callout {found}` in the prose",
    ),
    "course.fault.no-prediction": (
        "결정적인 단계 앞에 예측이 없어요: {found} (앞에 `{expected}` 단계 하나가 필요해요)",
        "no prediction before the decisive step {found}: put a `{expected}` step before it",
    ),
    "course.fault.too-few-alternatives-right": (
        "맞는 풀이가 모자라요. {found}개, 필요한 수 {expected}개 (solution 하나와 solutions/right-*.txt)",
        "too few right alternatives for {found}, expected {expected} (the solution and solutions/right-*.txt)",
    ),
    "course.fault.too-few-alternatives-wrong": (
        "틀린 풀이가 모자라요. {found}개, 필요한 수 {expected}개 (이유를 적은 solutions/wrong-*.txt)",
        "too few wrong alternatives for {found}, expected {expected} (solutions/wrong-*.txt that name a cause)",
    ),
    "course.fault.wrong-without-cause": (
        "틀린 풀이에 실패의 이유가 없어요: {found} (첫 줄: `{expected}`)",
        "a wrong alternative names no cause for {found}; the first line should be `{expected}`",
    ),
    "course.fault.alternative-twice": (
        "같은 풀이가 두 번 있어요: {found}, {expected}",
        "{found} does the same as {expected}",
    ),
    "course.fault.particle-pair": (
        "고르지 않은 조사: {found} (명사를 넣어 하나만 쓰세요)",
        "a particle left open: {found} (put a noun before it and write one)",
    ),
    "course.fault.formal-ending": (
        "해요체가 아닌 끝맺음: {found}",
        "an ending of the formal style, the course speaks in 해요체: {found}",
    ),
    "course.fault.wrong-language": (
        "이 언어의 글이 아니에요: {found}",
        "text that is not in this file's language: {found}",
    ),
    "course.fault.link-address": (
        "쓸 수 없는 주소: {found} (앞부분: {expected})",
        "address that cannot be used: {found}, expected one with {expected}",
    ),
    "course.fault.sentence-shared": (
        "다른 레슨에도 있는 문장: {found} ({expected})",
        "sentence that another lesson has too: {found} ({expected})",
    ),
    "course.fault.lesson-missing": (
        "과정에 빠진 레슨: {found} (주장: {expected})",
        "lesson of the course is missing: {found} (claims: {expected})",
    ),
    "course.fault.lesson-twice": (
        "같은 번호나 id의 레슨이 또 있어요: {found} ({expected})",
        "number or id used by another lesson too: {found} ({expected})",
    ),
}
