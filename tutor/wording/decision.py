"""Sentences of the Decision screen: what was looked at, the least change, what if."""

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "app.command.why": ("왜?", "why"),
    "app.command.why.about": (
        "마지막 요청의 판정을 정책의 JSON과 나란히 보여 줘요.",
        "Shows how the last request was decided, beside the policies' JSON.",
    ),
    "app.command.step": ("다음 문", "next statement"),
    "app.command.step.about": ("다음 문(Statement)을 봐요.", "Goes to the next statement."),
    "app.command.step_back": ("이전 문", "statement before"),
    "app.command.step_back.about": ("바로 앞의 문(Statement)을 봐요.", "Goes to the statement before."),
    "app.command.flip": ("작은 변경", "smallest change"),
    "app.command.flip.about": (
        "결과를 뒤집는 가장 작은 변경을 보여 줘요.",
        "Shows the smallest change that turns the answer.",
    ),
    "app.command.what-if": ("만약에", "what if"),
    "app.command.what-if.about": (
        "사람, 작업, 리소스, 조건 키를 바꾸고 결과를 바로 봐요.",
        "Changes who, what, on what or a condition key, and shows the answer at once.",
    ),
    "app.command.json": ("정책 아래로", "policy down"),
    "app.command.json.about": ("정책의 JSON을 아래로 넘겨요.", "Scrolls the policy down."),
    "app.command.json_up": ("정책 위로", "policy up"),
    "app.command.json_up.about": ("정책의 JSON을 위로 넘겨요.", "Scrolls the policy up."),
    "app.command.leave-why": ("레슨으로", "back"),
    "app.command.leave-why.about": ("레슨으로 돌아가요.", "Goes back to the lesson."),
}
"""What the registry's commands of the screen are called."""

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "decision.title": ("판정", "Decision"),
    "decision.title.asked": ("판정 (만약에)", "Decision (what if)"),
    "decision.hint": (
        "{key} 키를 누르면 정책의 JSON과 나란히 볼 수 있어요.",
        "Press {key} to see it beside the JSON of the policies.",
    ),
    "decision.none": (
        "아직 보낸 요청이 없어요. 콘솔에서 명령을 실행한 다음 다시 여세요.",
        "No request has been sent yet. Run a command in the console, then come back.",
    ),
    "decision.by-service": (
        "정책을 보기 전에 서비스가 거절했어요. 그래서 볼 정책이 없어요.",
        "The service refused it before any policy was asked, so there is none to see.",
    ),
    "decision.first-gate": (
        "누가 보냈는지 확인하지 못해서 정책은 보지 않았어요.",
        "Nobody knows who sent it, so no policy was asked.",
    ),
    "decision.no-statement": (
        "이 요청을 다루는 문(Statement)이 하나도 없어요.\n\n"
        "{flip}  결과를 뒤집을 가장 작은 변경 보기\n{what_if}  다른 요청으로 물어보기",
        "No statement speaks of this request.\n\n"
        "{flip}  see the smallest change that turns the answer\n{what_if}  ask about another request",
    ),
    "decision.others": (
        "이 요청에 필요한 다른 권한 {count}개",
        "permissions this request needed besides: {count}",
    ),
    "decision.layer.resourceControlPolicy": ("리소스 제어 정책(RCP)", "RCP"),
    "decision.layer.serviceControlPolicy": ("서비스 제어 정책(SCP)", "SCP"),
    "decision.layer.resourcePolicy": ("리소스 기반 정책", "resource policy"),
    "decision.layer.trustPolicy": ("신뢰 정책", "trust policy"),
    "decision.layer.identityPolicy": ("ID 기반 정책", "identity policies"),
    "decision.layer.permissionsBoundary": ("권한 경계", "boundary"),
    "decision.layer.sessionPolicy": ("세션 정책", "session policies"),
    "decision.says.none": ("없음", "none"),
    "decision.says.exempt": ("매이지 않음", "not bound"),
    "decision.says.empty": ("정책 없음", "no policy"),
    "decision.says.allow": ("허용", "allows"),
    "decision.says.no-deny": ("거부 없음", "no deny"),
    "decision.says.explicitDeny": ("거부", "denies"),
    "decision.says.implicitDeny": ("허용 없음", "no allow"),
    "decision.says.unasked": ("보지 않음", "not asked"),
    "decision.decided": ("◀ 여기에서 결정", "◀ decided here"),
    "decision.outcome.allowed": ("허용", "allowed"),
    "decision.outcome.explicitDeny": ("명시적 거부", "explicit deny"),
    "decision.outcome.implicitDeny": ("암시적 거부", "implicit deny"),
    "decision.outcome.unauthenticated": ("인증되지 않음", "not authenticated"),
    "decision.policy": ("{policy} 정책", "{policy}"),
    "decision.policy.inherited": (
        "{policy} 정책, {group} 그룹에서 물려받음",
        "{policy}, inherited from the group {group}",
    ),
    # the least change
    "decision.flip.to.allow": ("이렇게 하면 허용돼요: {edits}.", "It would be allowed if {edits}."),
    "decision.flip.to.deny": ("이렇게 하면 거부돼요: {edits}.", "It would be refused if {edits}."),
    "decision.flip.and": (", 그리고 ", " and "),
    "decision.flip.none": (
        "이 결과를 뒤집는 작은 변경은 찾지 못했어요.",
        "No small change was found that turns this answer.",
    ),
    "decision.flip.looking": ("작은 변경을 찾고 있어요…", "Looking for the smallest change…"),
    "decision.flip.also": (
        "그러면 이런 요청도 허용돼요: {resource} 리소스에 {action}",
        "It would also allow {action} on {resource}.",
    ),
    "decision.place": ("{policy} 정책 {number}번 문(Statement)", "statement {number} of {policy}"),
    "decision.flip.carry": (
        "{key} 조건 키를 {values} 값으로 보내기",
        "the request carried {key} with the value {values}",
    ),
    "decision.flip.not-carry": (
        "{key} 조건 키 없이 보내기",
        "the request did not carry {key}",
    ),
    "decision.flip.add": (
        "{place} 안의 {element} 요소에 {values} 값 더하기",
        "{element} in {place} also listed {values}",
    ),
    "decision.flip.remove": (
        "{place} 안의 {element} 요소에서 {values} 값 빼기",
        "{element} in {place} did not list {values}",
    ),
    "decision.flip.change": (
        "{place} 안의 {element} 요소에서 {before} 값을 {values} 값으로 바꾸기",
        "{element} in {place} said {values} in place of {before}",
    ),
    "decision.flip.dropCondition": (
        "{place} 안에서 {element} 조건 지우기",
        "{place} did not have the condition {element}",
    ),
    "decision.flip.removeStatement": ("{place} 지우기", "{place} did not exist"),
    "decision.flip.addStatement": (
        "{policy} 정책에 문(Statement)을 더해 {resource} 리소스의 {action} 작업을 {effect}",
        "{policy} had a statement to {effect} {action} on {resource}",
    ),
    "decision.flip.addPolicy": (
        "{caller} 보안 주체에게 새 정책을 붙여 {resource} 리소스의 {action} 작업을 {effect}",
        "{caller} had a new policy to {effect} {action} on {resource}",
    ),
    "decision.flip.addPolicy.resource": (
        "{resource} 리소스에 새 정책을 붙여 {caller} 보안 주체의 {action} 작업을 {effect}",
        "{resource} had a policy of its own to {effect} {action} for {caller}",
    ),
    "decision.flip.effect.allow": ("허용하기", "allow"),
    "decision.flip.effect.deny": ("거부하기", "deny"),
    "decision.flip.attachPolicy": (
        "{caller} 보안 주체에게 {policy} 정책 연결하기",
        "{policy} were attached to {caller}",
    ),
    "decision.flip.detachPolicy": ("{policy} 정책 떼기", "{policy} were taken away"),
    # what if
    "decision.ask": ("만약에 (지금 계정에서)", "What if (account as it is now)"),
    "decision.ask.principal": ("누가", "who"),
    "decision.ask.action": ("작업", "action"),
    "decision.ask.resource": ("리소스", "resource"),
    "decision.ask.key": ("조건 키", "key"),
    "decision.ask.value": ("값", "value"),
    "decision.ask.value.none": ("비우면 키 없음", "empty: not carried"),
    "decision.ask.key.none": ("aws:SourceIp 등", "aws:SourceIp, …"),
    "decision.ask.unknown": (
        "{principal}: 이 계정에 없는 보안 주체예요. user/이름, role/이름, root처럼 적으세요.",
        "{principal} is nobody here. Write user/NAME, role/NAME or root.",
    ),
    "decision.ask.incomplete": (
        "작업은 s3:GetObject처럼, 리소스는 ARN이나 *로 적으세요.",
        "Write an action such as s3:GetObject, and an ARN or * as the resource.",
    ),
    "decision.ask.unsupported": (
        "이 질문은 판정하지 않아요: {what}",
        "This question is not decided here: {what}",
    ),
}
