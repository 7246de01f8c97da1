"""The quiz: its questions, its modes, what is said about answers."""

from typing import Final

from .quiz_believed import MESSAGES as BELIEVED
from .quiz_believed_more import MESSAGES as BELIEVED_MORE
from .quiz_choose import MESSAGES as CHOOSE
from .quiz_modes import MESSAGES as MODES
from .quiz_plain import MESSAGES as PLAIN
from .quiz_predict import MESSAGES as PREDICT
from .quiz_skills import MESSAGES as SKILLS

OWN: Final[dict[str, tuple[str, str]]] = {
    "quiz.outcome.allowed": ("허용돼요", "It is allowed"),
    "quiz.outcome.implicitDeny": ("암시적으로 거부돼요", "It is implicitly denied"),
    "quiz.outcome.explicitDeny": ("명시적으로 거부돼요", "It is explicitly denied"),
    "quiz.outcome.refused": ("거부돼요", "It is refused"),
    "quiz.paper.identityPolicy": ("사용자의 정책 {name}", "The user's policy {name}"),
    "quiz.paper.managed": ("관리형 정책 {name}", "Managed policy {name}"),
    "quiz.paper.inline": ("인라인 정책 {name}", "Inline policy {name}"),
    "quiz.paper.of-user": ("{user} 사용자의 정책 {name}", "Policy {name} of the user {user}"),
    "quiz.paper.role": ("역할의 정책 {name}", "The role's policy {name}"),
    "quiz.paper.group": ("{group} 그룹의 정책 {name}", "Policy {name} of the group {group}"),
    "quiz.paper.resourcePolicy": ("{name} 버킷의 버킷 정책", "Bucket policy of {name}"),
    "quiz.paper.trustPolicy": ("{name} 역할의 신뢰 정책", "Trust policy of the role {name}"),
    "quiz.paper.permissionsBoundary": ("권한 경계 {name}", "Permissions boundary {name}"),
    "quiz.paper.sessionPolicy": ("세션 정책 {name}", "Session policy {name}"),
    "quiz.paper.serviceControlPolicy": (
        "서비스 제어 정책(SCP) {name} · {level}",
        "Service control policy {name} · {level}",
    ),
    "quiz.paper.resourceControlPolicy": (
        "리소스 제어 정책(RCP) {name} · {level}",
        "Resource control policy {name} · {level}",
    ),
    "quiz.level.0": ("조직의 루트", "the organization's root"),
    "quiz.level.1": ("조직 단위(OU)", "the organizational unit"),
    "quiz.level.2": ("계정", "the account"),
    "quiz.request": ("요청", "The request"),
    "quiz.request.who": ("누가      {who}", "who       {who}"),
    "quiz.request.nobody": ("서명하지 않은 누구나", "anybody, unsigned"),
    "quiz.request.action": ("무엇을    {action}", "what      {action}"),
    "quiz.request.resource": ("어디에    {resource}", "on what   {resource}"),
    "quiz.request.groups": ("그룹      {groups}", "groups    {groups}"),
    "quiz.request.session": (
        "세션      {user} 사용자가 맡은 {role} 역할",
        "session   the role {role}, assumed by {user}",
    ),
    "quiz.request.management": (
        "계정      조직의 관리 계정",
        "account   the organization's management account",
    ),
    "quiz.request.member": ("계정      조직의 멤버 계정", "account   a member account of the organization"),
    "quiz.request.full": (
        "그 밖에   다른 수준에는 FullAWSAccess 정책만 있어요",
        "also      at the other levels only FullAWSAccess",
    ),
    "quiz.request.bare": (
        "정책      이 사용자에게 붙은 정책은 없어요",
        "policies  none are attached to this user",
    ),
    "quiz.request.owner": ("누구의    {account} 계정의 리소스", "whose     a resource of account {account}"),
    "quiz.request.key": ("조건 키   {key} = {value}", "with      {key} = {value}"),
}

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **OWN,
    **BELIEVED,
    **BELIEVED_MORE,
    **CHOOSE,
    **MODES,
    **PLAIN,
    **PREDICT,
    **SKILLS,
}
