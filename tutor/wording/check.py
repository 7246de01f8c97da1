"""Sentences for authors: the course's coverage, the preview, a new lesson."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "check.claim": ("주장", "claim"),
    "check.taught": ("가르침", "taught"),
    "check.practised": ("연습", "practised"),
    "check.asked": ("질문", "asked"),
    "check.covered": (
        "주장 {total}개 가운데 {covered}개를 가르치고, 연습하고, 물어요.",
        "{covered} of {total} claims are taught, practised and asked.",
    ),
    "check.course-faults": ("과정 전체에 고칠 곳 {count}개.", "{count} to mend in the course as a whole."),
    "check.quiz": (
        "퀴즈: 사람이 쓴 문제 {count}개, 주장 {total}개 가운데 {asked}개를 물어요.",
        "The quiz: {count} written questions ask {asked} of {total} claims.",
    ),
    "check.quiz-faults": ("퀴즈에 고칠 곳 {count}개.", "{count} to mend in the quiz."),
    "check.minutes": ("{folder}: 약 {minutes}분.", "{folder}: about {minutes} minutes."),
    "check.minutes-stated": (
        "{folder}: 약 {minutes}분 (레슨에 적힌 시간 {stated}분).",
        "{folder}: about {minutes} minutes ({stated} stated).",
    ),
    "check.schema": (
        "편집기가 쓰는 lesson.yaml 파일의 JSON Schema를 출력해요",
        "print the JSON Schema of lesson.yaml for editors",
    ),
    "check.preview.path": ("레슨 폴더", "a lesson's folder"),
    "check.preview.step": ("이 단계부터 시작해요", "begin at this step"),
    "check.preview.playing": (
        "{folder} 레슨을 임시 저장에서 실행해요. 파일을 고치면 다음 줄을 입력할 때 다시 읽어요.",
        "Playing {folder} on a save that is thrown away. A changed file is read again at your next line.",
    ),
    "check.preview.reloaded": ("바뀐 파일을 다시 읽었어요.", "The changed files were read again."),
    "check.preview.kept": (
        "고칠 곳이 있어서 마지막으로 읽은 레슨을 계속해요.",
        "There is something to mend; the lesson as last read goes on.",
    ),
    "check.preview.unknown-step": (
        "없는 단계예요: {found}. 있는 단계: {expected}",
        "There is no step {found}. There are: {expected}",
    ),
    "check.preview.finished": (
        "레슨이 끝났어요. 처음부터 다시 시작해요.",
        "The lesson is done. It begins again.",
    ),
    "check.new.id": ("새 레슨의 id (예: night-shift)", "the new lesson's id, such as night-shift"),
    "check.new.folder": (
        "레슨 폴더들이 든 폴더 (없으면 lessons)",
        "the folder that holds the lessons (lessons if left out)",
    ),
    "check.new.bad-id": (
        "`{found}` 값은 레슨 id로 쓸 수 없어요. 로마자 소문자, 숫자, 붙임표만 쓰세요. 예: night-shift",
        "`{found}` cannot be a lesson's id: small letters, digits and hyphens only, such as night-shift.",
    ),
    "check.new.exists": (
        "`{folder}` 폴더가 이미 있어요. 다른 id를 쓰거나 그 폴더를 옮기세요.",
        "{folder} is there already. Choose another id, or move that folder away.",
    ),
    "check.new.id-taken": (
        "`{found}` id를 쓰는 레슨이 이미 있어요: {folder}",
        "The id {found} is taken by {folder}.",
    ),
    "check.new.no-folder": ("`{folder}` 폴더가 없어요.", "There is no folder {folder}."),
    "check.new.too-many": (
        "`{folder}` 폴더에 번호가 남아 있지 않아요.",
        "{folder} has no number left for another lesson.",
    ),
    "check.new.not-written": (
        "`{folder}` 폴더에 쓸 수 없어요: {why}",
        "{folder} cannot be written: {why}",
    ),
    "check.new.written": (
        "{folder} 폴더에 견본 레슨을 썼어요.\n다음: iam-tutor preview {folder}\n검사: iam-tutor check {folder}",
        "A template lesson was written to {folder}.\nNext: iam-tutor preview {folder}\nCheck: iam-tutor check {folder}",
    ),
}
