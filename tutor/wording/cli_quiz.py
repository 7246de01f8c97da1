"""Sentences of `iam-tutor quiz`."""

from typing import Final

QUIZ: Final[dict[str, tuple[str, str]]] = {
    "cli.help.quiz": (
        "퀴즈: 복습, 연습, 시험, 오늘의 다섯 문제. 문제를 만들어 내보내기도 해요",
        "the quiz: review, practice, exam, daily five; also makes and exports questions",
    ),
    "cli.quiz.help.modes": (
        "방식 (없으면 퀴즈의 문 앞에서 골라요)",
        "modes (without one, choose at the quiz's door)",
    ),
    "cli.quiz.help.review": ("오늘 복습할 것을 물어요", "ask what is due today"),
    "cli.quiz.help.daily": ("오늘의 다섯 문제", "five questions for today"),
    "cli.quiz.help.practice": ("고른 주제를 끝없이 물어요", "ask about a topic, without end"),
    "cli.quiz.help.exam": (
        "시험을 보거나, 하던 시험을 이어서 봐요",
        "sit an exam, or go on with the one that is going on",
    ),
    "cli.quiz.help.progress": ("정답률, 기억, 다가오는 복습", "accuracy, recall and what comes due"),
    "cli.quiz.help.families": ("문제를 만드는 틀의 목록", "list the families of generated questions"),
    "cli.quiz.help.generate": ("문제를 만들어 보여 줘요", "make questions and print them"),
    "cli.quiz.help.export": (
        "문제를 Anki, Moodle GIFT, CSV, Markdown, JSON 형식으로 내보내요",
        "write questions for Anki, Moodle GIFT, CSV, Markdown or JSON",
    ),
    "cli.quiz.help.topic": (
        "레슨의 번호나 아이디, 분야 글자(A–I, X), 기술(G11 …)",
        "a lesson's number or id, letters of sections (A–I, X), skills (G11 …)",
    ),
    "cli.quiz.help.code": (
        "시험 코드 (같은 코드면 같은 시험)",
        "an exam's code (the same code gives the same exam)",
    ),
    "cli.quiz.help.number": ("문항 수 (기본 20)", "how many questions (20)"),
    "cli.quiz.help.minutes": ("시험 시간, 분 (기본 30)", "minutes (30)"),
    "cli.quiz.help.sections": ("분야 글자들 (기본 ABCDEFGHI)", "letters of the sections (ABCDEFGHI)"),
    "cli.quiz.help.seed": ("씨앗: 같은 씨앗이면 같은 문제", "the seed: the same gives the same questions"),
    "cli.quiz.help.family": ("이 틀의 문제만 (여러 번 쓸 수 있어요)", "only this family (may be repeated)"),
    "cli.quiz.help.level": ("이 수준의 문제만", "only this level"),
    "cli.quiz.help.count": ("문제 수 (기본 10)", "how many questions (10)"),
    "cli.quiz.help.skill": ("이 기술의 문제만 (여러 번 쓸 수 있어요)", "only this skill (may be repeated)"),
    "cli.quiz.help.beyond": ("노트 너머의 문제도", "with questions beyond the notes"),
    "cli.quiz.help.bank": (
        "만든 문제 대신 사람이 쓴 문제를",
        "the questions that authors wrote, in place of generated ones",
    ),
    "cli.quiz.help.out": ("쓸 파일 (없으면 표준 출력)", "the file to write (without it: standard output)"),
    "cli.quiz.no-family": (
        "그런 틀이 없어요: {found} (있는 틀: {known})",
        "no such family: {found} (there are: {known})",
    ),
    "cli.quiz.no-skill": (
        "그런 기술이 없어요: {found} (있는 기술: {known})",
        "no such skill: {found} (there are: {known})",
    ),
    "cli.quiz.no-generator": (
        "그 기술을 묻는 틀이 없어요: {found}. --bank 옵션으로 사람이 쓴 문제를 고르세요.",
        "no family asks that: {found}; --bank gives the questions that authors wrote",
    ),
    "cli.quiz.bad-level": ("수준은 1에서 5까지예요: {found}", "a level is 1 to 5, not {found}"),
    "cli.quiz.bad-count": (
        "문제 수는 1에서 {most}까지예요: {found}",
        "a count is 1 to {most}, not {found}",
    ),
    "cli.quiz.not-written": (
        "파일을 쓸 수 없어요: {file} ({why})",
        "the file cannot be written: {file} ({why})",
    ),
    "cli.quiz.written": ("문제 {count}개를 썼어요: {file}", "{count} questions written to {file}"),
}
