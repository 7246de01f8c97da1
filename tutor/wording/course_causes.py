"""Sentences that say why a goal is open."""

from typing import Final

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
    "course.cause.other-version": (
        "`{policy}` 정책의 {version} 버전이면 되는데, 아직 기본 버전이 아니라서 쓰이지 않아요.",
        "Version {version} of the policy `{policy}` would do, but it is not the default, and only the default counts.",
    ),
    "course.cause.never-refused.other": (
        "그 요청은 `{sender}` 이름으로 나갔어요. 거부돼야 하는 요청: `{expected}`.",
        "It went out as `{sender}`. The request that has to be refused: `{expected}`.",
    ),
    "course.cause.never-done.other": (
        "그 요청은 `{sender}` 이름으로 나갔어요. 통과해야 하는 요청: `{expected}`.",
        "It went out as `{sender}`. The request that has to go through: `{expected}`.",
    ),
    "course.cause.never-refused.plain": ("아직 거부된 적이 없어요.", "It has not been refused yet."),
    "course.cause.never-done.plain": ("아직 그 일을 하지 않았어요.", "That has not been done yet."),
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
        "`{user}` 사용자의 액세스 키 {number}번이 아직 없어요.",
        "Access key number {number} of `{user}` has not been made yet.",
    ),
    "course.cause.key-status": (
        "`{user}` 사용자의 액세스 키 {number}번(`{key}`): 지금 {actual}, 필요한 상태 {expected}.",
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
        "계정이 아직 이 목표와 달라요.",
        "The account has not reached this goal yet.",
    ),
    "course.cause.state-otherwise.member": (
        "`{member}` 값: 지금 `{found}`, 필요한 값 `{wanted}`.",
        "`{member}` is `{found}` now; wanted: `{wanted}`.",
    ),
    "course.cause.state-otherwise.nothing": (
        "`{member}` 값이 아직 없어요. 필요한 값: `{wanted}`.",
        "There is no `{member}` yet; wanted: `{wanted}`.",
    ),
    "course.cause.state-otherwise.lacks": (
        "`{member}` 목록에 `{wanted}` 값이 없어요.",
        "The list `{member}` does not contain `{wanted}`.",
    ),
    "course.cause.state-otherwise.long": (
        "`{member}` 목록에 든 것: 지금 {found}개, 필요한 수 {wanted}개.",
        "The list `{member}` has {found} entries now; wanted: {wanted}.",
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
