"""Sentences about lessons: goals, answers, hints; causes and faults are beside them."""

from typing import Final

from .course_causes import CAUSES
from .course_faults import CHECK, FAULTS, KINDS
from .course_gate import GATE
from .quiz_faults import FAULTS as QUIZ_FAULTS

OUTCOMES: Final[dict[str, tuple[str, str]]] = {
    "course.answer.right": ("맞았어요.", "Right."),
    "course.answer.wrong": ("정답이 아니에요.", "That is not the answer."),
    "course.answer.foretold": ("예상과 달라요.", "Not so."),
    "course.answer.partly": ("다시 볼 곳이 있어요.", "Not quite right."),
    "course.answer.shown": ("답을 보여 드려요.", "Here is the answer."),
    "course.answer.allowed": ("이 요청은 통과해요.", "This request goes through."),
    "course.answer.refused": ("이 요청은 거부돼요.", "This request is refused."),
    "course.option.allowed": ("통과해요", "It goes through"),
    "course.option.refused": ("거부돼요", "It is refused"),
    "course.option.answered": (
        "이 문제에는 이미 답했어요. Enter 키를 누르면 다음으로 가요.",
        "This question is answered already. Enter goes on.",
    ),
    "course.option.none": (
        "그 번호의 답은 없어요. 화면에 있는 번호를 입력하세요.",
        "No answer has that number. Type one of the numbers on the screen.",
    ),
    "course.option.implicitDeny": ("거부돼요. 허용하는 것이 없어서요", "It is refused: nothing allows it"),
    "course.option.explicitDeny": (
        "거부돼요. 막는 문(Statement)이 있어서요",
        "It is refused: a statement denies it",
    ),
    "course.answer.implicitDeny": (
        "이 요청은 거부돼요. 허용하는 문(Statement)이 없어요(암시적 거부).",
        "This request is refused: nothing allows it (implicit deny).",
    ),
    "course.answer.explicitDeny": (
        "이 요청은 거부돼요. 거부하는 문(Statement)이 있어요(명시적 거부).",
        "This request is refused: a statement denies it (explicit deny).",
    ),
    "course.option.order": (
        "번호를 하나도 빼지 말고 한 번씩만 적으세요.",
        "Give every number once.",
    ),
    "course.place.none": (
        "지금은 그리로 갈 수 없어요.",
        "There is no way there from here.",
    ),
    "course.edit.no-such-line": (
        "파일에 그 줄이 없어요.",
        "The file has no such line.",
    ),
    "course.next.arrange": (
        "먼저 번호를 순서대로 적어 답하세요.",
        "Put the numbers in order first.",
    ),
    "course.next.fill": ("먼저 빈칸을 채우세요.", "Fill in the gaps first."),
    "course.hint.wait": (
        "먼저 한 번 더 시도해 보세요. {seconds}초 뒤에는 다음 힌트를 볼 수 있어요.",
        "Try once more first. The next hint comes in {seconds} s.",
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
        "오늘의 업무에 탈이 났어요. 먼저 되돌려 놓으세요.",
        "Today's work has stopped. Mend it first.",
    ),
    "course.next.answer": ("먼저 번호로 답하세요.", "Answer with a number first."),
    "course.next.hidden": (
        "아직 드러나지 않은 목표: {count}개",
        "{count} more, not shown yet",
    ),
    "course.lesson.finished": ("레슨을 마쳤어요.", "The lesson is done."),
    "course.keep.broken": ("오늘의 업무에 탈이 났어요: {text}", "Today's work has stopped: {text}"),
    "course.undone": ("되돌린 것: {what}", "Undone: {what}"),
    "course.undone.idle": (
        "되돌린 것: {what}. 그 뒤의 요청은 거부됐거나 보기만 해서 바꾼 것이 없어요.",
        "Undone: {what}. What came after it was refused or only looked, and had changed nothing.",
    ),
    "course.redone": ("다시 적용한 것: {what}", "Done again: {what}"),
    "course.undo.nothing": ("되돌릴 것이 없어요.", "There is nothing to undo."),
    "course.redo.nothing": ("다시 할 것이 없어요.", "There is nothing to redo."),
    "course.goal.waits": ("먼저 필요한 목표: {text}", "First needed: {text}"),
    "course.help.words": (
        "힌트 · 풀이 · 다음 · 되돌리기 · 다시 · 지도 · 기록 · 지우기 · 도움말",
        "hint · solution · next · undo · redo · map · history · clear · help",
    ),
}

HELPS: Final[dict[str, tuple[str, str]]] = {
    "course.help.attach-policy": (
        "`{action}` 작업을 허용하는 정책을 연결하세요.",
        "Attach one that allows `{action}`.",
    ),
    "course.help.attach-to": ("정책을 `{lacks}` 쪽에 연결하세요.", "Attach the policy to `{lacks}`."),
    "course.help.join-group": (
        "`{user}` 사용자를 `{group}` 그룹에 넣으세요.",
        "Add the user `{user}` to the group `{group}`.",
    ),
    "course.help.allow-action": (
        "`{action}` 작업을 허용하도록 정책을 고치거나, 허용하는 정책을 더하세요.",
        "Change the policy so that it allows `{action}`, or add one that does.",
    ),
    "course.help.allow-resource": (
        "`{resource}` 리소스를 가리키도록 정책을 고치거나, 가리키는 정책을 더하세요.",
        "Change the policy so that it names `{resource}`, or add one that does.",
    ),
    "course.help.add-bucket-arn": (
        "`/*` 기호가 없는 버킷 ARN도 Resource 목록에 넣으세요: `{resource}`",
        "Put the bucket's ARN, without `/*`, into Resource as well: `{resource}`",
    ),
    "course.help.add-object-arn": (
        "객체의 ARN을 Resource 자리에 적으세요: `{resource}`",
        "Put the ARN of the objects into Resource: `{resource}`",
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
    "course.help.take-away.aws": (
        "`{policy}` 정책은 AWS의 것이라 고칠 수 없으니 떼세요.",
        "Detach the policy `{policy}`; it is AWS's own and cannot be narrowed.",
    ),
    "course.help.take-away.inline": (
        "인라인 정책 `{policy}` 문서를 지우거나 좁히세요.",
        "Delete the inline policy `{policy}`, or put a narrower one in its place.",
    ),
    "course.help.look-at-deny": (
        "어느 문(Statement)이 거부하는지 판정 화면에서 보세요.",
        "See with `explain` which statement refuses.",
    ),
    "course.help.deny-it": (
        "이 요청에도 걸리는 거부 문(Statement)을 두거나 고치세요.",
        "Write a Deny that this request meets, or mend the one that misses it.",
    ),
    "course.help.narrow": (
        "`{policy}` 정책을 필요한 것만 허용하는 정책으로 바꾸세요.",
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
    "course.help.try-it": (
        "그 요청을 보내는 명령을 콘솔에서 실행해 보세요.",
        "Run the command that sends this request.",
    ),
    "course.help.set-default": (
        "`aws iam set-default-policy-version` 명령으로 {version} 버전을 기본으로 정하세요.",
        "Make {version} the default with `aws iam set-default-policy-version`.",
    ),
    "course.help.send-as": (
        "`{principal}` 이름으로 다시 보내세요. 누구로 나갈지는 줄 끝의 `--profile` 옵션이, 옵션이 없으면 로그인한 사람이 정해요.",
        "Send it again as `{principal}`: `--profile` at the end of the line says who sends, without it whoever is signed in.",
    ),
    "course.help.try-again": ("한 번 더 실행하세요.", "Run it once more."),
    "course.help.try-otherwise": (
        "명령의 `--profile` 이름과 대상을 살펴보세요.",
        "Look at the command's `--profile` and at what it asks for.",
    ),
    "course.help.widen-boundary": (
        "권한 경계에 `{action}` 작업을 넣거나 경계를 바꾸세요.",
        "Put `{action}` into the boundary, or set another boundary.",
    ),
    "course.help.widen-session": (
        "세션 정책 없이 맡거나, 세션 정책에 `{action}` 작업을 넣으세요.",
        "Assume it without a session policy, or put `{action}` into it.",
    ),
    "course.help.mend-control-policy": (
        "조직의 관리 계정에서 제어 정책을 고치세요. 이 계정의 허용으로는 풀리지 않아요.",
        "Mend the control policy in the management account; no allow in this account can help.",
    ),
    "course.help.mend-resource-policy": (
        "`{resource}` 리소스의 정책에도 `{principal}` 보안 주체를 허용하는 문(Statement)을 넣으세요.",
        "Add a statement that allows `{principal}` to the policy on `{resource}` as well.",
    ),
    "course.help.name-in-trust": (
        "`aws iam update-assume-role-policy` 명령으로 `{role}` 역할의 신뢰 정책에 이 보안 주체를 적으세요.",
        "Name them in the trust policy of `{role}`, with `aws iam update-assume-role-policy`.",
    ),
    "course.help.narrow-trust": (
        "`aws iam update-assume-role-policy` 명령으로 `{role}` 역할의 신뢰 정책에 꼭 필요한 보안 주체만 남기세요.",
        "Leave only who needs it in the trust policy of `{role}`, with `aws iam update-assume-role-policy`.",
    ),
    "course.help.give-password": (
        "`aws iam create-login-profile` 명령으로 암호를 만드세요.",
        "Make a password with `aws iam create-login-profile`.",
    ),
    "course.help.take-password": (
        "`aws iam delete-login-profile` 명령으로 암호를 지우세요.",
        "Take the password away with `aws iam delete-login-profile`.",
    ),
    "course.help.set-reset": (
        "`aws iam update-login-profile` 명령에 `{option}` 옵션을 붙이세요.",
        "Set it with `aws iam update-login-profile` and `{option}`.",
    ),
    "course.help.enable-device": (
        "MFA 기기를 만들고, 이어지는 코드 두 개로 켜세요.",
        "Make an MFA device and switch it on with two codes in a row.",
    ),
    "course.help.set-key-status": (
        "`aws iam update-access-key` 명령으로 맞추세요.",
        "Set it with `aws iam update-access-key`.",
    ),
    "course.help.delete-key": (
        "`aws iam delete-access-key` 명령으로 지우세요.",
        "Delete it with `aws iam delete-access-key`.",
    ),
    "course.help.key-is-gone": (
        "지운 키는 AWS에서 되살릴 수 없어요. 여기서는 `되돌리기` 낱말로 되돌릴 수 있어요.",
        "AWS cannot bring a deleted key back. Here the word `undo` can.",
    ),
    "course.help.narrow-condition": (
        "`{role}` 역할의 신뢰 정책에서 Condition 부분에 `{key}` 값을 적으세요.",
        "Say in the Condition of the trust policy of `{role}` which `{key}` is meant.",
    ),
    "course.help.add-profile": (
        "인스턴스 프로파일을 만들어 역할을 넣고 인스턴스에 연결하세요.",
        "Make an instance profile, put the role into it and associate it with the instance.",
    ),
    "course.help.change-role": (
        "`{profile}` 인스턴스 프로파일에 든 역할을 바꾸세요.",
        "Change the role in the instance profile `{profile}`.",
    ),
    "course.help.make-file": (
        "`편집 {file}` 줄로 파일을 만드세요.",
        "Make the file with `edit {file}`.",
    ),
    "course.help.mend-file": (
        "`편집 {file}` 줄로 파일을 열어 그 줄과 그 앞을 보고 고치세요.",
        "Open it with `edit {file}`; the mistake is in that line or before it.",
    ),
    "course.help.narrow-file": (
        "이 요청이 빠지도록 Action 값이나 Resource 값을 좁히세요.",
        "Narrow Action or Resource so that this request is left out.",
    ),
    "course.help.widen-file": (
        "이 요청이 들어가도록 Action 값과 Resource 값을 고치세요.",
        "Change Action and Resource so that this request is included.",
    ),
    "course.help.look-at-state": (
        "`{call}` 명령이 지금 상태를 보여 줘요.",
        "`{call}` shows the present state.",
    ),
    "course.help.sign-in": (
        "`로그인` 낱말로 콘솔에 들어가세요. `도움말 로그인` 줄이 쓰는 법을 알려 줘요.",
        "Come in with `sign-in`; `help sign-in` says how it is written.",
    ),
    "course.help.sign-in-with-code": (
        "MFA 기기를 켠 다음 다시 로그인하세요.",
        "Switch an MFA device on, then sign in again.",
    ),
    "course.help.sign-out": ("`로그아웃` 낱말을 입력하세요.", "Type `sign-out`."),
    "course.help.too-often": (
        "지나간 횟수는 되돌리기로 줄지 않아요. 레슨을 새로 시작하세요: `초기화`",
        "Undo does not unmake history. Begin the lesson again with `reset`.",
    ),
}

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **OUTCOMES,
    **CAUSES,
    **HELPS,
    **KINDS,
    **FAULTS,
    **QUIZ_FAULTS,
    **GATE,
    **CHECK,
}
