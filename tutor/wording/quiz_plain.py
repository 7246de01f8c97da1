"""The quiz as plain lines, and its commands."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "quiz.plain.words": (
        "답을 적고 Enter. 다른 말: hint(힌트), ?(모름), why(왜), undo(되돌리기), exit(끝내기)",
        "Type the answer and Enter. Also: hint, ? (I do not know), why, undo, exit",
    ),
    "quiz.plain.door": ("번호를 적고 Enter. exit(끝내기)로 나가요.", "Type a number and Enter; exit leaves."),
    "quiz.plain.topic": (
        "무엇을 연습할까요? 빈 줄은 배운 것 모두예요. ({known})",
        "Practise what? An empty line takes all that was taught. ({known})",
    ),
    "quiz.plain.exam-words": (
        "시험이에요. 답을 적고 Enter. 설명은 끝난 뒤에 나와요. exit(끝내기)로 나가면 나중에 남은 시간만큼 이어서 봐요.",
        "This is an exam. Type the answer and Enter; explanations come at the end. With exit it waits, with the time that is left.",
    ),
    "quiz.plain.how.choose": ("번호 하나 (1–{last})", "one number (1–{last})"),
    "quiz.plain.how.true-false": ("번호 하나 (1–{last})", "one number (1–{last})"),
    "quiz.plain.how.several": ("맞는 번호를 모두, 예: 1 3", "every number that fits, such as 1 3"),
    "quiz.plain.how.order": ("번호를 순서대로 모두, 예: 2 1 3", "all numbers in order, such as 2 1 3"),
    "quiz.plain.how.match": (
        "번호와 글자를 짝지어, 예: 1b 2a 3c",
        "number and letter in pairs, such as 1b 2a 3c",
    ),
    "quiz.plain.how.fill": ("빈칸에 들어갈 것", "what belongs in the gap"),
    "quiz.plain.unread.choose": ("보기의 번호 하나만 적어 주세요.", "Please type one of the numbers."),
    "quiz.plain.unread.true-false": ("보기의 번호 하나만 적어 주세요.", "Please type one of the numbers."),
    "quiz.plain.unread.several": (
        "보기의 번호를 빈칸으로 나누어 적어 주세요.",
        "Please type numbers from the list, with blanks between them.",
    ),
    "quiz.plain.unread.order": (
        "모든 번호를 한 번씩, 순서대로 적어 주세요.",
        "Please type every number once, in order.",
    ),
    "quiz.plain.unread.match": (
        "왼쪽 번호마다 오른쪽 글자 하나씩 적어 주세요. 예: 1b 2a 3c",
        "Please give every number a letter, such as 1b 2a 3c.",
    ),
    "quiz.plain.empty": ("빈칸에 들어갈 것을 적어 주세요.", "Please type what belongs in the gap."),
    "quiz.plain.why": (
        "why(왜): 이 요청이 그렇게 정해진 과정을 보여 줘요.",
        "why: shows how this request was decided.",
    ),
    "quiz.plain.no-why": (
        "요청 하나의 결과를 묻는 문제를 푼 다음에 쓸 수 있어요.",
        "why works after a question about what one request gets.",
    ),
    "quiz.plain.not-in-exam": (
        "시험에서는 쓸 수 없는 말이에요. 끝난 뒤에 설명이 나와요.",
        "Not in an exam; explanations come at the end.",
    ),
}
