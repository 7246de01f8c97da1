"""Sentences about lessons: goals and their causes, answers, hints, faults that authors mend."""

from typing import Final

OUTCOMES: Final[dict[str, tuple[str, str]]] = {
    "course.answer.right": ("맞았어요.", "Right."),
    "course.answer.wrong": ("예상과 달라요.", "It turns out otherwise."),
    "course.answer.shown": ("답을 보여 드려요.", "Here is the answer."),
    "course.answer.allowed": ("이 요청은 통과해요.", "This request goes through."),
    "course.answer.refused": ("이 요청은 거부돼요.", "This request is refused."),
    "course.option.allowed": ("통과해요", "It goes through"),
    "course.option.refused": ("거부돼요", "It is refused"),
    "course.option.none": (
        "그 번호의 답은 없어요. 화면에 있는 번호를 입력하세요.",
        "No answer has that number. Type one of the numbers on the screen.",
    ),
    "course.hint.wait": (
        "먼저 한 번 더 시도해 보세요. {seconds}초 뒤에는 다음 힌트를 볼 수 있어요.",
        "Try once more first. The next hint can be had in {seconds} s.",
    ),
    "course.hint.all-shown": (
        "힌트를 모두 봤어요. `풀이` 낱말을 입력하면 풀이가 나와요.",
        "All hints are shown. Type `solution` to see the solution.",
    ),
    "course.hint.none-here": ("이 단계에는 힌트가 없어요.", "This step has no hints."),
    "course.solution.shown": (
        "한 가지 풀이예요. 직접 입력해 보거나 `다음` 낱말로 넘어가세요.",
        "This is one solution. Type it yourself, or go on with `next`.",
    ),
    "course.solution.ran": (
        "다음 단계에 필요해서 풀이를 대신 실행했어요.",
        "The solution was run for you, since the next step builds on it.",
    ),
    "course.next.missing": ("아직 남은 목표가 있어요.", "Some goals are still open."),
    "course.next.keeps": (
        "오늘의 업무가 멈춰 있어요. 먼저 되살리세요.",
        "Today's work has stopped. Mend it first.",
    ),
    "course.next.answer": ("먼저 번호로 답하세요.", "Answer with a number first."),
    "course.step.passed": (
        "이 단계를 마쳤어요. Enter 키를 누르면 넘어가요.",
        "This step is done. Press Enter to go on.",
    ),
    "course.lesson.finished": ("레슨을 마쳤어요.", "The lesson is done."),
    "course.keep.broken": ("오늘의 업무가 멈췄어요: {text}", "Today's work has stopped: {text}"),
    "course.undone": ("한 단계 되돌렸어요.", "Taken back by one step."),
    "course.redone": ("되돌린 것을 다시 했어요.", "Done again."),
    "course.undo.nothing": ("되돌릴 것이 없어요.", "There is nothing to undo."),
    "course.redo.nothing": ("다시 할 것이 없어요.", "There is nothing to redo."),
    "course.goal.waits": ("먼저 필요한 목표: {text}", "First needed: {text}"),
    "course.help.words": (
        "힌트 · 풀이 · 다음 · 되돌리기 · 다시 · 지도 · 기록 · 지우기 · 도움말",
        "hint · solution · next · undo · redo · map · history · clear · help",
    ),
}

CAUSES: Final[dict[str, tuple[str, str]]] = {
    "course.cause.no-policies": (
        "`{principal}` 보안 주체에 연결된 정책이 하나도 없어요.",
        "No policy is attached to `{principal}`.",
    ),
    "course.cause.no-match": (
        "`{principal}` 보안 주체의 정책 가운데 `{action}` 작업을 허용하는 문(Statement)이 없어요.",
        "No statement in the policies of `{principal}` allows `{action}` here.",
    ),
    "course.cause.action-not-covered": (
        "`{policy}` 정책은 이 리소스를 다루지만 `{action}` 작업은 들어 있지 않아요.",
        "The policy `{policy}` covers this resource, but not the action `{action}`.",
    ),
    "course.cause.resource-not-covered": (
        "`{policy}` 정책은 `{action}` 작업을 허용하지만 `{resource}` 리소스는 들어 있지 않아요.",
        "The policy `{policy}` allows `{action}`, but not on `{resource}`.",
    ),
    "course.cause.bucket-needs-its-own-arn": (
        "`{policy}` 정책은 버킷 안의 객체(`{pattern}`)만 가리켜요. `{action}` 작업은 버킷 자체의 ARN을 봐요.",
        "The policy `{policy}` names objects (`{pattern}`) only. `{action}` is asked of the bucket itself.",
    ),
    "course.cause.object-needs-its-own-arn": (
        "`{policy}` 정책은 버킷(`{pattern}`)만 가리켜요. `{action}` 작업은 객체의 ARN을 봐요.",
        "The policy `{policy}` names the bucket (`{pattern}`) only. `{action}` is asked of an object.",
    ),
    "course.cause.condition-not-met": (
        "`{policy}` 정책의 조건이 이 요청과 맞지 않아요.",
        "A condition in the policy `{policy}` does not fit this request.",
    ),
    "course.cause.explicit-deny": (
        "`{policy}` 정책의 문(Statement)이 `{action}` 작업을 명시적으로 거부해요.",
        "A statement in the policy `{policy}` explicitly denies `{action}`.",
    ),
    "course.cause.attached-elsewhere": (
        "정책이 다른 보안 주체에 연결되어 있어요. 가진 쪽: `{has}`, 없는 쪽: `{lacks}`.",
        "The policy is attached to the wrong principal: `{has}` has it, `{lacks}` has not.",
    ),
    "course.cause.not-authenticated": (
        "첫째 문에서 멈춰요: {error}. 정책은 읽지도 않아요.",
        "It stops at the first gate: {error}. No policy is read.",
    ),
    "course.cause.no-such-user": ("`{user}` 사용자가 없어요.", "There is no user `{user}`."),
    "course.cause.still-allowed": (
        "`{policy}` 정책 때문에 `{resource}` 리소스에 `{action}` 작업이 아직 허용돼요.",
        "The policy `{policy}` still allows `{action}` on `{resource}`.",
    ),
    "course.cause.denied-otherwise": (
        "거부되지만 이유가 달라요. 필요한 것: {expected}, 지금: {actual}.",
        "It is refused, but for another reason: wanted {expected}, found {actual}.",
    ),
    "course.cause.surplus": (
        "필요 이상으로 통과해요: `{resource}` 리소스에 `{action}` 작업. 허용한 정책: `{policy}`.",
        "More goes through than is needed: `{action}` on `{resource}`, allowed by the policy `{policy}`.",
    ),
    "course.cause.missing": (
        "`{name}` 이름의 {kind_word} 항목이 없어요.",
        "There is no {kind_word} `{name}`.",
    ),
    "course.cause.still-there": (
        "`{name}` 이름의 {kind_word} 항목이 아직 있어요.",
        "The {kind_word} `{name}` is still there.",
    ),
    "course.cause.not-member": (
        "`{user}` 사용자가 `{group}` 그룹에 없어요.",
        "The user `{user}` is not in the group `{group}`.",
    ),
    "course.cause.not-attached": (
        "`{policy}` 정책이 `{to}` 쪽에 연결되어 있지 않아요.",
        "The policy `{policy}` is not attached to `{to}`.",
    ),
    "course.cause.own-policies": (
        "`{user}` 사용자가 직접 가진 정책이 있어요: `{policy}`.",
        "The user `{user}` holds a policy directly: `{policy}`.",
    ),
    "course.cause.key-count": (
        "`{user}` 사용자의 액세스 키: 모두 {total}개, 활성 {active}개.",
        "The user `{user}` has {total} access keys, {active} of them active.",
    ),
    "course.cause.never-refused": (
        "아직 거부된 요청이 없어요: {expected}",
        "No such request has been refused yet: {expected}",
    ),
    "course.cause.never-done": (
        "아직 통과한 요청이 없어요: {expected}",
        "No such request has gone through yet: {expected}",
    ),
    "course.cause.other-error": (
        "거부되었지만 다른 오류예요. 필요한 것: {expected}, 지금: {actual}.",
        "It was refused with another error: wanted {expected}, found {actual}.",
    ),
    "course.cause.too-few": (
        "{expected}번이 필요한데 지금까지 {actual}번이에요.",
        "Needed {expected} times, so far {actual}.",
    ),
}

HELPS: Final[dict[str, tuple[str, str]]] = {
    "course.help.attach-policy": (
        "`{principal}` 보안 주체에 `{action}` 작업을 허용하는 정책을 연결하세요.",
        "Attach a policy to `{principal}` that allows `{action}`.",
    ),
    "course.help.attach-to": ("정책을 `{lacks}` 쪽에 연결하세요.", "Attach the policy to `{lacks}`."),
    "course.help.join-group": (
        "`{user}` 사용자를 `{group}` 그룹에 넣으세요.",
        "Add the user `{user}` to the group `{group}`.",
    ),
    "course.help.allow-action": (
        "`{action}` 작업을 허용하는 정책을 고르거나 만드세요.",
        "Choose or write a policy that allows `{action}`.",
    ),
    "course.help.allow-resource": (
        "`{resource}` 리소스를 가리키는 정책을 고르거나 만드세요.",
        "Choose or write a policy that names `{resource}`.",
    ),
    "course.help.add-bucket-arn": (
        "`/*` 기호가 없는 버킷 ARN도 Resource 목록에 넣으세요: `{resource}`",
        "Put the bucket's ARN, without `/*`, into Resource as well: `{resource}`",
    ),
    "course.help.add-object-arn": (
        "버킷 ARN 뒤에 `/*` 기호를 붙인 ARN도 Resource 목록에 넣으세요.",
        "Put the bucket's ARN with `/*` behind it into Resource as well.",
    ),
    "course.help.look-at-condition": (
        "정책의 Condition 부분과 요청의 값을 비교하세요.",
        "Compare the policy's Condition with the values of the request.",
    ),
    "course.help.remove-deny": (
        "거부하는 정책을 떼거나 고치세요. 허용을 더해도 거부가 이겨요.",
        "Detach or mend the policy that denies. No further allow can win against it.",
    ),
    "course.help.use-working-key": (
        "살아 있는 액세스 키로 서명하는 프로필을 쓰세요.",
        "Use a profile that signs with a working access key.",
    ),
    "course.help.create-user": ("먼저 `{user}` 사용자를 만드세요.", "Create the user `{user}` first."),
    "course.help.take-away": (
        "`{policy}` 정책을 떼거나 좁히세요.",
        "Detach the policy `{policy}`, or narrow it.",
    ),
    "course.help.look-at-deny": (
        "어느 문(Statement)이 거부하는지 판정 화면에서 보세요.",
        "See in the decision view which statement refuses.",
    ),
    "course.help.narrow": (
        "`{policy}` 정책을 떼고, 필요한 것만 허용하는 정책으로 바꾸세요.",
        "Replace the policy `{policy}` by one that allows what is needed and no more.",
    ),
    "course.help.create": (
        "`{name}` 이름으로 만드세요. 대문자와 소문자도 맞추세요.",
        "Create it under the name `{name}`; capital and small letters count.",
    ),
    "course.help.delete": ("`{name}` 항목을 지우세요.", "Delete `{name}`."),
    "course.help.detach": (
        "`{user}` 사용자에게서 `{policy}` 정책을 떼세요.",
        "Take the policy `{policy}` away from the user `{user}`.",
    ),
    "course.help.make-keys": (
        "`aws iam create-access-key` 명령으로 키를 만들거나 다시 활성화하세요.",
        "Make a key with `aws iam create-access-key`, or make one active again.",
    ),
    "course.help.remove-keys": (
        "남는 키를 비활성화하거나 지우세요.",
        "Make the surplus key inactive, or delete it.",
    ),
    "course.help.try-it": ("그 명령을 콘솔에서 실행해 보세요.", "Run that command in the console."),
    "course.help.try-again": ("한 번 더 실행하세요.", "Run it once more."),
    "course.help.try-otherwise": (
        "명령의 `--profile` 이름과 대상을 살펴보세요.",
        "Look at the command's `--profile` and at what it asks for.",
    ),
}

KINDS: Final[dict[str, tuple[str, str]]] = {
    "course.kind.user": ("사용자", "user"),
    "course.kind.group": ("그룹", "group"),
    "course.kind.policy": ("정책", "policy"),
    "course.kind.bucket": ("버킷", "bucket"),
    "course.kind.object": ("객체", "object"),
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
    "course.fault.not-supported-yet": ("아직 지원하지 않아요: {found}", "not supported yet: {found}"),
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
    "course.fault.unknown-cause": ("모르는 이유: {found}", "unknown cause kind: {found}"),
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

MESSAGES: Final[dict[str, tuple[str, str]]] = {**OUTCOMES, **CAUSES, **HELPS, **KINDS, **FAULTS, **CHECK}
