"""Sentences for authors: faults of the quiz's bank."""

from typing import Final

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "course.fault.quiz-unknown-skill": ("모르는 주장: {found}", "unknown claim {found}"),
    "course.fault.quiz-no-skill": (
        "`{found}` 문제가 무엇을 묻는지 skills 필드에 적어 주세요",
        "{found} does not say in `skills` what it asks",
    ),
    "course.fault.quiz-wrong-part": (
        "이 종류의 문제에는 `{found}` 필드가 없어요 (쓸 필드: {expected})",
        "a question of this kind has no {found}; it has {expected}",
    ),
    "course.fault.quiz-count": (
        "보기가 {found}개예요. {expected}개여야 해요",
        "{found} to choose from; there should be {expected}",
    ),
    "course.fault.quiz-id-twice": ("같은 id가 두 번 있어요: {found}", "id given twice: {found}"),
    "course.fault.quiz-right": (
        "맞는 보기가 {found}개예요. {expected}개여야 해요",
        "{found} options are right; there should be {expected}",
    ),
    "course.fault.quiz-says": (
        "참·거짓 문제의 보기는 모두 says 필드가 있어야 하고, 두 값이 다 나와야 해요 ({expected}). 다른 종류에는 없어요",
        "the options of a true-false question all say true or false, and both occur ({expected}); no other kind has `says`",
    ),
    "course.fault.quiz-fill": (
        "빈칸 문제에는 두 언어의 prompt에 {expected} 표시 하나, accept, why가 있어야 해요",
        "a fill needs {expected} once in both prompts, `accept` and `why`",
    ),
    "course.fault.quiz-right-believed": (
        "맞는 보기 `{found}`에는 오개념({expected})을 적을 수 없어요",
        "the right option {found} cannot name a misconception ({expected})",
    ),
    "course.fault.quiz-unknown-misconception": ("모르는 오개념: {found}", "unknown misconception {found}"),
    "course.fault.quiz-alike": (
        "`{found}` 문제와 낱말이 너무 많이 겹쳐요 ({expected})",
        "too much like the question {found} ({expected} of its word trigrams)",
    ),
    "course.fault.quiz-not-asked": (
        "이 주장을 묻는 문제가 없어요: {found}",
        "no question asks the claim {found}",
    ),
    "course.fault.quiz-stale": (
        "YAML 파일과 달라요. `iam-tutor check {found} 폴더` 명령으로 다시 만드세요",
        "not what the YAML files hold; write it anew with `iam-tutor check {found} FOLDER`",
    ),
}
