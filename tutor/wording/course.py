"""Sentences about lessons: goals and their causes, answers, hints, faults that authors mend."""

from typing import Final

from .course_gate import GATE

OUTCOMES: Final[dict[str, tuple[str, str]]] = {
    "course.answer.right": ("맞았어요.", "Right."),
    "course.answer.wrong": ("정답이 아니에요.", "That is not the answer."),
    "course.answer.foretold": ("예상과 달라요.", "It turns out otherwise."),
    "course.answer.partly": ("다시 볼 곳이 있어요.", "Not everything is right."),
    "course.answer.shown": ("답을 보여 드려요.", "Here is the answer."),
    "course.answer.allowed": ("이 요청은 통과해요.", "This request goes through."),
    "course.answer.refused": ("이 요청은 거부돼요.", "This request is refused."),
    "course.option.allowed": ("통과해요", "It goes through"),
    "course.option.refused": ("거부돼요", "It is refused"),
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
        "더 찾을 것: {count}개",
        "{count} more to find",
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

CAUSES: Final[dict[str, tuple[str, str]]] = {
    "course.state.gone": ("삭제됨", "deleted"),
    "course.state.implicitDeny": ("암시적 거부", "an implicit deny"),
    "course.state.explicitDeny": ("명시적 거부", "an explicit deny"),
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
        "정책이 다른 보안 주체에 연결돼 있어요. 연결된 쪽: `{has}`, 필요한 쪽: `{lacks}`.",
        "The policy is attached to the wrong principal: `{has}` has it, `{lacks}` does not.",
    ),
    "course.cause.not-authenticated": (
        "첫 번째 문에서 멈춰요: {error}. 정책은 읽지도 않아요.",
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
        "필요한 것보다 많이 통과해요: `{resource}` 리소스에 `{action}` 작업. 허용한 정책: `{policy}`.",
        "More goes through than is needed: `{action}` on `{resource}`, allowed by the policy `{policy}`.",
    ),
    "course.cause.missing": (
        "아직 없어요: {kind_word} `{name}`.",
        "There is no {kind_word} `{name}`.",
    ),
    "course.cause.still-there": (
        "아직 남아 있어요: {kind_word} `{name}`.",
        "The {kind_word} `{name}` is still there.",
    ),
    "course.cause.not-member": (
        "`{user}` 사용자가 `{group}` 그룹에 없어요.",
        "The user `{user}` is not in the group `{group}`.",
    ),
    "course.cause.not-attached": (
        "`{policy}` 정책이 `{to}` 쪽에 연결돼 있지 않아요.",
        "The policy `{policy}` is not attached to `{to}`.",
    ),
    "course.cause.own-policies": (
        "`{user}` 사용자에게 따로 붙은 정책이 있어요: `{policy}`.",
        "The user `{user}` holds a policy directly: `{policy}`.",
    ),
    "course.cause.key-count": (
        "`{user}` 사용자의 액세스 키: 모두 {total}개, 활성 {active}개.",
        "Access keys of the user `{user}`: {total}, of which active: {active}.",
    ),
    "course.cause.never-refused": (
        "아직 거부된 요청이 없어요: `{expected}`.",
        "No such request has been refused yet: `{expected}`.",
    ),
    "course.cause.never-done": (
        "아직 통과한 요청이 없어요: `{expected}`.",
        "No such request has gone through yet: `{expected}`.",
    ),
    "course.cause.other-error": (
        "거부됐지만 다른 오류예요. 필요한 것: {expected}, 지금: {actual}.",
        "It was refused with another error: wanted {expected}, found {actual}.",
    ),
    "course.cause.too-few": (
        "{expected}번이 필요한데 지금까지 {actual}번이에요.",
        "Needed {expected} times, so far {actual}.",
    ),
    "course.cause.too-many": (
        "{actual}번 있었는데 {expected}번까지만 있어야 해요: `{request}`.",
        "It happened {actual} times, and {expected} is the most: `{request}`.",
    ),
    "course.cause.boundary-caps": (
        "권한 경계(`{policy}`)에 `{action}` 작업이 없어요. 정책이 허용해도 여기서 걸려요.",
        "The permissions boundary `{policy}` does not include `{action}`, so no policy can allow it.",
    ),
    "course.cause.session-caps": (
        "세션 정책에 `{action}` 작업이 없어요. 역할이 허용해도 여기서 걸려요.",
        "The session policy does not include `{action}`, so the role's own policy is not enough.",
    ),
    "course.cause.control-policy-caps": (
        "조직의 제어 정책(`{policy}`)이 `{action}` 작업을 통과시키지 않아요.",
        "The organization's control policies (`{policy}`) do not let `{action}` through.",
    ),
    "course.cause.resource-side-missing": (
        "`{principal}` 쪽은 허용하지만, 다른 계정에 있는 `{resource}` 리소스의 정책이 허용하지 않아요.",
        "`{principal}`'s own side allows it; the policy on `{resource}`, in another account, does not.",
    ),
    "course.cause.not-trusted": (
        "`{role}` 역할의 신뢰 정책에 `{principal}` 보안 주체가 없어요.",
        "The trust policy of the role `{role}` does not let `{principal}` in.",
    ),
    "course.cause.trusts-account": (
        "`{role}` 역할의 신뢰 정책은 계정 전체를 적었어요. 그러면 `{principal}` 보안 주체의 정책도 `{action}` 작업을 허용해야 하는데, 그런 정책이 없어요.",
        "The trust policy of the role `{role}` names the whole account, which leaves it to the policies of `{principal}`; none of them allows `{action}`.",
    ),
    "course.cause.trusts-others": (
        "`{role}` 역할을 다른 보안 주체도 맡을 수 있어요: `{principal}`.",
        "Somebody else can assume the role `{role}` too: `{principal}`.",
    ),
    "course.cause.no-password": (
        "`{user}` 사용자에게 콘솔 암호가 없어요.",
        "The user `{user}` has no console password.",
    ),
    "course.cause.has-password": (
        "`{user}` 사용자에게 콘솔 암호가 아직 있어요.",
        "The user `{user}` still has a console password.",
    ),
    "course.cause.password-reset": (
        "`{user}` 사용자의 암호 설정이 달라요. 로그인할 때 암호를 바꾸게 할지 살펴보세요.",
        "The password of `{user}` is set up differently: see whether it has to be changed at sign-in.",
    ),
    "course.cause.no-device": (
        "`{user}` 사용자의 MFA 기기는 지금 {actual}개예요. {expected}개가 필요해요.",
        "MFA devices switched on for `{user}`: {actual}, needed: {expected}.",
    ),
    "course.cause.no-such-key": (
        "`{user}` 사용자의 {number}번째 액세스 키가 아직 없어요.",
        "Access key number {number} of `{user}` has not been made yet.",
    ),
    "course.cause.key-status": (
        "`{user}` 사용자의 {number}번째 액세스 키(`{key}`): 지금 {actual}, 필요한 상태 {expected}.",
        "Access key number {number} of `{user}` (`{key}`) is {actual}; wanted: {expected}.",
    ),
    "course.cause.no-instance-profile": (
        "`{instance}` 인스턴스에 인스턴스 프로파일이 없어요.",
        "The instance `{instance}` carries no instance profile.",
    ),
    "course.cause.other-role": (
        "`{instance}` 인스턴스가 받는 역할이 달라요. 지금: `{found}`, 필요한 역할: `{role}`.",
        "The instance `{instance}` gets another role: `{found}` instead of `{role}`.",
    ),
    "course.cause.no-file": (
        "작업 폴더에 `{file}` 파일이 없어요.",
        "There is no file `{file}` in the working folder.",
    ),
    "course.cause.invalid-policy": (
        "`{file}` 파일의 {line}번째 줄에서 IAM이 정책을 읽지 못해요: “{words}”",
        "IAM cannot read the policy in `{file}`, line {line}: “{words}”",
    ),
    "course.cause.allows-more": (
        "`{file}` 파일이 너무 많이 허용해요: `{resource}` 리소스에 `{action}` 작업.",
        "`{file}` allows too much: `{action}` on `{resource}`.",
    ),
    "course.cause.allows-less": (
        "`{file}` 파일이 허용하지 않는 것이 있어요: `{resource}` 리소스에 `{action}` 작업.",
        "`{file}` does not allow what it should: `{action}` on `{resource}`.",
    ),
    "course.cause.state-otherwise": (
        "`{call}` 명령이 보여 주는 계정의 상태가 아직 달라요.",
        "The account has not reached this goal yet, as `{call}` shows.",
    ),
    "course.cause.not-signed-in": (
        "`{user}` 사용자가 아직 콘솔에 로그인하지 않았어요.",
        "`{user}` has not signed in to the console yet.",
    ),
    "course.cause.signed-in-without-code": (
        "`{user}` 사용자가 로그인했지만 MFA 코드는 묻지 않았어요.",
        "`{user}` signed in, but no MFA code was asked for.",
    ),
    "course.cause.still-signed-in": (
        "`{user}` 사용자가 콘솔에 로그인해 있어요.",
        "`{user}` is still signed in to the console.",
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
        "See with `explain` which statement refuses.",
    ),
    "course.help.deny-it": (
        "이 요청에도 걸리는 거부 문(Statement)을 두거나 고치세요.",
        "Write a Deny that this request meets, or mend the one that misses it.",
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
    "course.help.try-it": (
        "그 요청을 보내는 명령을 콘솔에서 실행해 보세요.",
        "Run the command that sends this request.",
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
        "`{role}` 역할의 신뢰 정책에서 Principal 값을 꼭 필요한 보안 주체로 좁히세요.",
        "Narrow the Principal in the trust policy of `{role}` to the one who needs it.",
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
        "`aws iam update-access-key` 명령이나 `aws iam delete-access-key` 명령으로 맞추세요.",
        "Set it with `aws iam update-access-key`, or delete it with `aws iam delete-access-key`.",
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
        "`편집 {file}` 줄로 파일을 열어 그 줄을 고치세요.",
        "Open it with `edit {file}` and mend that line.",
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
        "`aws` 명령으로 지금 상태를 확인하고 목표와 비교하세요.",
        "Look at the present state with `aws` and compare it with the goal.",
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

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **OUTCOMES,
    **CAUSES,
    **HELPS,
    **KINDS,
    **FAULTS,
    **GATE,
    **CHECK,
}
