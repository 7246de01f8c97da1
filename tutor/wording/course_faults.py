"""Sentences for authors: faults of a lesson, and what `iam-tutor check` says."""

from typing import Final

KINDS: Final[dict[str, tuple[str, str]]] = {
    "course.kind.user": ("사용자", "user"),
    "course.kind.group": ("그룹", "group"),
    "course.kind.policy": ("정책", "policy"),
    "course.kind.bucket": ("버킷", "bucket"),
    "course.kind.object": ("객체", "object"),
    "course.kind.role": ("역할", "role"),
    "course.kind.instance-profile": ("인스턴스 프로파일", "instance profile"),
    "course.kind.instance": ("인스턴스", "instance"),
    "course.kind.login-profile": ("콘솔 암호", "console password"),
    "course.kind.saml-provider": ("SAML 제공업체", "SAML provider"),
    "course.kind.oidc-provider": ("OIDC 제공업체", "OIDC provider"),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "course.fault.nearest": ("가장 가까운 이름: {nearest}", "nearest name: {nearest}"),
    "course.fault.yaml-syntax": ("YAML 문법 오류: {found}", "YAML syntax: {found}"),
    "course.fault.yaml-too-much": (
        "레슨보다 훨씬 깊거나 커요. 별칭이 자기 자신을 담고 있는지 보세요.",
        "deeper or larger than a lesson can be; is there an alias inside itself?",
    ),
    "course.fault.yaml-tag": ("쓸 수 없는 YAML 태그: {found}", "YAML tag that is not used here: {found}"),
    "course.fault.empty-file": ("파일이 비어 있어요", "the file is empty"),
    "course.fault.no-file": ("파일이 없어요: {found}", "file not found: {found}"),
    "course.fault.not-utf-8": ("UTF-8 파일이 아니에요", "the file is not UTF-8"),
    "course.fault.field-twice": ("같은 필드가 두 번 있어요: {found}", "field given twice: {found}"),
    "course.fault.unknown-field": (
        "모르는 필드: {found} (쓸 수 있는 필드: {expected})",
        "unknown field {found}; known here: {expected}",
    ),
    "course.fault.missing-field": ("필드가 빠졌어요: {expected}", "missing field {expected}"),
    "course.fault.not-a-mapping": (
        "`이름: 값` 목록이 필요해요. 지금: {found}",
        "expected `name: value` pairs, found {found}",
    ),
    "course.fault.not-a-list": ("목록이 필요해요. 지금: {found}", "expected a list, found {found}"),
    "course.fault.wrong-value": (
        "값이 맞지 않아요. 지금: {found}, 예: {expected}",
        "found {found}, expected {expected}",
    ),
    "course.fault.folder-name": (
        "폴더 이름이 맞지 않아요. 지금: {found}, 필요한 이름: {expected}",
        "folder is named {found}, expected {expected}",
    ),
    "course.fault.no-steps": ("단계가 하나도 없어요", "the lesson has no steps"),
    "course.fault.id-twice": ("같은 id가 두 번 있어요: {found}", "id used twice: {found}"),
    "course.fault.profile-kind": (
        "`{found}` 프로필에는 user, root, unknown-key 가운데 하나가 필요해요",
        "profile {found} needs exactly one of user, root, unknown-key",
    ),
    "course.fault.unknown-profile": (
        "모르는 프로필: {found} (있는 것: {expected})",
        "unknown profile {found}; there are: {expected}",
    ),
    "course.fault.keep-after": (
        "keep 항목에는 after 필드를 쓸 수 없어요: {found}",
        "a keep takes no after: {found}",
    ),
    "course.fault.keep-hidden": (
        "단계의 목표만 숨길 수 있어요: {found}",
        "only goals of steps can be hidden: {found}",
    ),
    "course.fault.told-mark": (
        "배운 사람이 한 일을 말하는 표시가 잘못됐어요. 지금: {found}, 쓸 수 있는 꼴: {expected}",
        "mark that cannot be read or has no line of its own: {found}; there are: {expected}",
    ),
    "course.fault.unknown-told": (
        "표시가 가리키는 것이 레슨에 없어요: {found} (있는 것: {expected})",
        "the mark {found} asks of something the lesson does not have; there are: {expected}",
    ),
    "course.fault.keep-history": (
        "keep 항목은 기록을 볼 수 없어요: {found}",
        "a keep cannot ask the history: {found}",
    ),
    "course.fault.goal-kind": (
        "목표의 종류는 하나여야 해요. 지금: {found}, 가능한 종류: {expected}",
        "a goal has exactly one kind; found {found}, possible: {expected}",
    ),
    "course.fault.thing-kind": ("다음 가운데 하나만 쓰세요: {expected}", "give exactly one of {expected}"),
    "course.fault.keys-count": ("다음 가운데 하나가 필요해요: {expected}", "give at least one of {expected}"),
    "course.fault.step-kind": (
        "단계의 종류는 하나여야 해요. 지금: {found}, 가능한 종류: {expected}",
        "a step has exactly one kind; found {found}, possible: {expected}",
    ),
    "course.fault.recall-kind": (
        "recall 필드는 {expected} 단계에만 쓸 수 있어요. 지금: {found}",
        "recall belongs to {expected} steps, found {found}",
    ),
    "course.fault.again-kind": (
        "again 필드는 {expected} 단계에만 쓸 수 있어요. 지금: {found}",
        "again belongs to {expected} steps, found {found}",
    ),
    "course.fault.last-challenge-kind": (
        "last-challenge 필드는 {expected} 단계에만 쓸 수 있어요. 지금: {found}",
        "last-challenge belongs to {expected} steps, found {found}",
    ),
    "course.fault.hint-rules-kind": (
        "hint-rules 필드는 {expected} 단계에만 쓸 수 있어요. 지금: {found}",
        "hint-rules belongs to {expected} steps, found {found}",
    ),
    "course.fault.last-challenge-twice": (
        "last-challenge 단계는 하나뿐이에요. 이미 {expected} 단계가 있어요: {found}",
        "a lesson has one last challenge: it is {expected}, so not {found}",
    ),
    "course.fault.last-challenge-none": (
        "마지막 도전(last-challenge: true) 단계가 없어요",
        "no step is the last challenge (last-challenge: true)",
    ),
    "course.fault.unknown-again": (
        "뒤에 오는 질문 단계가 아니에요: {found} (있는 것: {expected})",
        "again must name a question behind this one; found {found}, there are: {expected}",
    ),
    "course.fault.unknown-account": (
        "레슨에 없는 계정: {found} (있는 것: {expected})",
        "unknown account {found}; the lesson has: {expected}",
    ),
    "course.fault.unknown-file": (
        "없는 파일: {found} (있는 것: {expected})",
        "no file {found}; there are: {expected}",
    ),
    "course.fault.unknown-lesson": (
        "없는 레슨: {found} (있는 것: {expected})",
        "no lesson {found}; there are: {expected}",
    ),
    "course.fault.unknown-misconception": (
        "모르는 오개념 id: {found} (있는 것: {expected})",
        "unknown misconception {found}; known: {expected}",
    ),
    "course.fault.unknown-gap": (
        "gaps 목록에 없는 빈칸: {found} (있는 것: {expected})",
        "no gap {found} under gaps; there are: {expected}",
    ),
    "course.fault.gap-unmarked": (
        "text 안에 이 빈칸의 표시가 없어요: {expected}",
        "the text has no mark {expected} for this gap",
    ),
    "course.fault.unknown-operation": (
        "읽기 작업이 아니거나 없는 작업: {found}",
        "no reading operation {found}",
    ),
    "course.fault.jmespath": ("JMESPath 식이 잘못됐어요: {found}", "JMESPath expression: {found}"),
    "course.fault.file-goal": (
        "다음 가운데 하나가 필요해요: {expected}",
        "give at least one of {expected}",
    ),
    "course.fault.vary-name": (
        "vary 이름은 영어 소문자로 시작해요. 지금: {found}, 예: {expected}",
        "a name of vary begins with a small letter; found {found}, such as {expected}",
    ),
    "course.fault.vary-value": (
        "vary 값은 한 줄이어야 해요: {found}",
        "the values of vary are one line each: {found}",
    ),
    "course.fault.placeholder": (
        "가리키는 것이 없는 자리 표시: {found}",
        "placeholder that stands for nothing here: {found}",
    ),
    "course.fault.solution-answer": (
        "풀이의 답이 틀린 것으로 나와요: {found}",
        "the lesson's own answer is judged wrong: {found}",
    ),
    "course.fault.not-a-policy": (
        "풀이 파일을 정책으로 읽을 수 없어요: {found}",
        "the model file is no policy: {found}",
    ),
    "course.fault.practises-many": (
        "한 단계가 연습하는 주장은 최대 {expected}개예요. 지금: {found}개",
        "a step practises at most {expected} claims, found {found}",
    ),
    "course.fault.claim-kind": (
        "{expected} 단계에는 {found} 필드를 쓸 수 없어요",
        "a {expected} step takes no {found}",
    ),
    "course.fault.unknown-claim": (
        "이 레슨에 없는 주장: {found} (있는 것: {expected})",
        "unknown claim {found}; known here: {expected}",
    ),
    "course.fault.empty-list": ("비어 있거나 너무 짧아요: {found}", "empty or too short: {found}"),
    "course.fault.line-and-begin": (
        "line 필드와 begin 필드는 함께 쓸 수 없어요",
        "give line or begin, not both",
    ),
    "course.fault.unknown-goal": (
        "이 단계에 없는 목표: {found} (있는 것: {expected})",
        "no goal {found} in this step; there are: {expected}",
    ),
    "course.fault.after-circle": ("after 필드가 맴돌아요: {found}", "after goes in a circle: {found}"),
    "course.fault.unknown-option": (
        "없는 선택지: {found} (있는 것: {expected})",
        "no option {found}; there are: {expected}",
    ),
    "course.fault.no-title": ("첫 줄에 `# 제목` 줄이 필요해요", "the first line must be `# title`"),
    "course.fault.heading-twice": ("같은 제목이 두 번 있어요: {found}", "heading given twice: {found}"),
    "course.fault.unknown-heading": ("모르는 제목: {found}", "unknown heading: {found}"),
    "course.fault.text-missing": ("글이 빠졌어요: {expected}", "missing text: {expected}"),
    "course.fault.text-unasked": ("lesson.yaml 파일에 없는 글: {found}", "not in lesson.yaml: {found}"),
    "course.fault.text-empty": ("제목 아래에 글이 없어요 {found}", "no text under the heading {found}"),
    "course.fault.text-order": (
        "단계의 순서가 달라요. 지금: {found}, 필요한 것: {expected}",
        "steps in another order than lesson.yaml: found {found}, expected {expected}",
    ),
    "course.fault.hint-count": (
        "힌트는 {expected}개여야 해요. 지금: {found}개",
        "expected {expected} hints, found {found}",
    ),
    "course.fault.page-too-long-ko": (
        "쪽이 너무 길어요. 한글 음절 {found}자, 최대 {expected}자",
        "page too long: {found} syllables, at most {expected}",
    ),
    "course.fault.page-too-long-en": (
        "쪽이 너무 길어요. 영어 낱말 {found}개, 최대 {expected}개",
        "page too long: {found} words, at most {expected}",
    ),
    "course.fault.tone": ("어조에 맞지 않는 낱말: {found}", "word that the tone rules out: {found}"),
    "course.fault.address": ("쓰지 않는 호칭: {found}", "address that is not used: {found}"),
    "course.fault.particle": (
        "넣은 이름 바로 뒤에 한글이 붙었어요: {found} (빈칸과 명사를 두세요)",
        "Hangul directly after an inserted name: {found} (put a space and a noun between)",
    ),
    "course.fault.file-name": (
        "파일 이름이 맞지 않아요. 지금: {found}, 가능한 이름: {expected}",
        "file is named {found}, expected {expected}",
    ),
    "course.fault.start-stale": (
        "start.json 파일이 없거나 낡았어요 (iam-tutor check --write-start)",
        "start.json is missing or stale (iam-tutor check --write-start)",
    ),
    "course.fault.start-line": (
        "시작 줄이 예상과 다르게 끝났어요. 지금: {found}, 필요한 것: {expected}",
        "a start line ended otherwise: found {found}, expected {expected}",
    ),
    "course.fault.goal-at-start": (
        "손대지 않은 시작에서 이미 통과하는 목표: {found}",
        "goal passes at the untouched start: {found}",
    ),
    "course.fault.keep-at-start": (
        "시작에서 지켜지지 않는 keep: {found} ({expected})",
        "keep does not hold at the start: {found} ({expected})",
    ),
    "course.fault.solution-goal": (
        "풀이 뒤에도 통과하지 않는 목표: {found} ({expected})",
        "goal does not pass after the solution: {found} ({expected})",
    ),
    "course.fault.solution-keep": (
        "풀이가 깨뜨리는 keep: {found} ({expected})",
        "the solution breaks the keep {found} ({expected})",
    ),
    "course.fault.prediction": (
        "예측의 답이 달라요. expect: {expected}, 평가 결과: {found}",
        "the prediction turns out {found}, expect says {expected}",
    ),
    "course.fault.solution-header": (
        "첫 줄에 `{expected}` 줄이 필요해요. 지금: {found}",
        "the first line must be `{expected}`, found {found}",
    ),
    "course.fault.wrong-passes": (
        "통과하면 안 되는 풀이가 통과해요: {found}",
        "a wrong alternative passes: {found} does not fail",
    ),
    "course.fault.wrong-cause": (
        "실패의 이유가 달라요. 지금: {found}, 필요한 것: {expected}",
        "fails with another cause: found {found}, expected {expected}",
    ),
    "course.fault.unknown-step": (
        "없는 단계: {found} (있는 것: {expected})",
        "no step {found}; there are: {expected}",
    ),
    "course.fault.unknown-cause": (
        "모르는 이유: {found} (있는 것: {expected})",
        "unknown cause kind {found}; known: {expected}",
    ),
    "course.fault.claim-not-taught": ("가르치지 않는 주장: {found}", "claim is not taught: {found}"),
    "course.fault.claim-not-practised": ("연습하지 않는 주장: {found}", "claim is not practised: {found}"),
    "course.fault.claim-not-asked": ("묻지 않는 주장: {found}", "claim is not asked: {found}"),
    "course.fault.claim-not-listed": (
        "skills 목록에 없는 주장: {found}",
        "claim of this lesson missing from skills: {found}",
    ),
    "course.fault.recall-few": (
        "레슨은 recall 질문 {expected}개 이상으로 끝나야 해요. 지금: {found}개",
        "a lesson closes with at least {expected} recall questions, found {found}",
    ),
    "course.fault.sandbox": ("샌드박스가 거절했어요: {found}", "the sandbox refused: {found}"),
}

CHECK: Final[dict[str, tuple[str, str]]] = {
    "course.check.sound": ("{folder}: 문제가 없어요.", "{folder}: no faults."),
    "course.check.faults": ("{folder}: 고칠 곳 {count}개.", "{folder}: {count} to mend."),
    "course.check.start-written": ("{file} 파일을 새로 썼어요.", "{file} was written."),
    "course.check.not-a-lesson": (
        "`{folder}` 폴더에 lesson.yaml 파일이 없어요. 레슨 폴더의 경로를 주세요.",
        "{folder} holds no lesson.yaml. Give the path of a lesson folder, or of a folder of lessons.",
    ),
    "course.check.folders": (
        "레슨 폴더, 또는 레슨 폴더들이 든 폴더",
        "lesson folders, or folders of lessons",
    ),
    "course.check.write-start": ("start.json 파일을 새로 써요", "write start.json afresh"),
}
