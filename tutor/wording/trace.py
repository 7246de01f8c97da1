"""Sentences about why a request was decided as it was, and about what deserves a second look in a policy."""

from typing import Final

TRACE: Final[dict[str, tuple[str, str]]] = {
    "trace.request": (
        "{caller} 보안 주체가 {resource} 리소스에 {action} 작업을 요청했어요.",
        "{caller} asks for {action} on {resource}.",
    ),
    "trace.request.anywhere": (
        "{caller} 보안 주체가 {action} 작업을 요청했어요. 정해진 리소스 하나에 하는 일은 아니에요.",
        "{caller} asks for {action}, which is about no single resource.",
    ),
    "trace.caller.anonymous": ("익명", "an anonymous caller"),
    "trace.layer.resourceControlPolicy": ("리소스 제어 정책(RCP)", "resource control policies (RCP)"),
    "trace.layer.serviceControlPolicy": ("서비스 제어 정책(SCP)", "service control policies (SCP)"),
    "trace.layer.resourcePolicy": ("리소스 기반 정책", "resource-based policy"),
    "trace.layer.trustPolicy": ("역할의 신뢰 정책", "the role's trust policy"),
    "trace.layer.identityPolicy": ("ID 기반 정책", "identity-based policies"),
    "trace.layer.permissionsBoundary": ("권한 경계", "permissions boundary"),
    "trace.layer.sessionPolicy": ("세션 정책", "session policies"),
    "trace.layer.root": ("루트 사용자 규칙", "the rule for root users"),
    "trace.layer.partition": ("파티션 규칙", "the rule for partitions"),
    "trace.layer.notControlled": (
        "권한이 필요 없는 작업 규칙",
        "the rule for actions that need no permission",
    ),
    "trace.deny.none": ("거부(Deny) 문: 들어맞는 것이 하나도 없어요", "Deny statements: none fits"),
    "trace.deny.found": (
        "거부(Deny) 문: 들어맞는 것이 있어요. 다른 곳에서 무엇을 허용해도 거부돼요",
        "Deny statements: one fits, whatever else may allow",
    ),
    "trace.deny.powerless": (
        "거부(Deny) 문: 들어맞는 것이 있지만, 이 요청은 거기에 매이지 않아요",
        "Deny statements: one fits, but it does not bind this request",
    ),
    "trace.says.none": ("{layer}: 적용되는 정책이 없어요", "{layer}: none applies"),
    "trace.says.exempt": (
        "{layer}: 정책이 있지만 이 요청은 거기에 매이지 않아요",
        "{layer}: there are some, but they do not bind this request",
    ),
    "trace.says.empty": (
        "{layer}: 정책이 하나도 없어서 허용하는 것도 없어요",
        "{layer}: there is none, so nothing allows it",
    ),
    "trace.says.allow": (
        "{layer}: 허용해요 (문 {statements}개 중 {matched}개가 들어맞아요)",
        "{layer}: allowed (statements that fit: {matched} of {statements})",
    ),
    "trace.says.no-deny": (
        "{layer}: 거부하지 않아요 (문 {statements}개를 봤어요)",
        "{layer}: nothing denies it (statements read: {statements})",
    ),
    "trace.says.explicitDeny": (
        "{layer}: 거부해요 (문 {statements}개 중 {matched}개가 들어맞아요)",
        "{layer}: denied (statements that fit: {matched} of {statements})",
    ),
    "trace.says.implicitDeny": (
        "{layer}: 문(Statement) {statements}개를 봤지만 허용하는 것이 없어요",
        "{layer}: nothing allows it (statements read: {statements})",
    ),
    "trace.says.level": (
        "{layer}: 모든 단계에서 허용해야 하는데, {level}번째 단계에는 허용하는 문(Statement)이 없어요 (조직의 루트가 1번째예요)",
        "{layer}: every level must allow it, and level {level} does not (the organization's root is level 1)",
    ),
    "trace.says.not-enough": (
        "{layer}: 들어맞는 문(Statement)이 있지만, 그것만으로는 이 호출자를 들여보내지 못해요",
        "{layer}: a statement fits, but it is not enough to let this caller in",
    ),
    "trace.rule.root.allowed": (
        "루트 사용자: ID 기반 정책이 없어도 할 수 있어요",
        "root user: it needs no identity-based policy",
    ),
    "trace.rule.root.implicitDeny": (
        "루트 사용자: 역할을 맡을 수 없어요",
        "root user: it cannot assume a role",
    ),
    "trace.rule.partition.implicitDeny": (
        "파티션: 호출자와 리소스가 서로 다른 AWS 파티션에 있어서 만날 수 없어요",
        "partition: caller and resource are in different AWS partitions, which never meet",
    ),
    "trace.rule.notControlled.allowed": (
        "이 작업은 권한이 없어도 되고, 정책으로 거부할 수도 없어요",
        "this action needs no permission, and no policy can deny it",
    ),
    "trace.both": ("{first}, {second}", "{first} and {second}"),
    "trace.decided": ("← 여기에서 결정됐어요", "← decided here"),
    "trace.policy.trust": ("{name} 역할의 신뢰", "the trust policy of {name}"),
    "trace.policy.bucket": ("{name} 버킷의", "the policy of the bucket {name}"),
    "trace.statement": (
        "{policy} 정책의 {number}번 문(Statement), {line}번째 줄 ({effect})",
        "{policy}, statement {number}, line {line} ({effect})",
    ),
    "trace.statement.sid": (
        "{policy} 정책의 {number}번 문(Statement) {sid}, {line}번째 줄 ({effect})",
        "{policy}, statement {number} {sid}, line {line} ({effect})",
    ),
    "trace.statement.inherited": (
        "{statement}, {group} 그룹에서 물려받았어요",
        "{statement}, inherited from the group {group}",
    ),
    "trace.level.root": ("조직의 루트", "the organization's root"),
    "trace.level.unit": ("{level}번째 단계의 조직 단위(OU)", "the unit on level {level}"),
    "trace.level.account": ("계정", "the account"),
    "trace.statement.level": ("{statement}, 연결된 곳: {level}", "{statement}, attached to {level}"),
    "trace.statement.more": ("그 밖에 문 {count}개", "{count} more statements"),
    "trace.element.fits": ("{element} 요소가 맞아요", "{element} fits"),
    "trace.element.misses": ("{element} 요소가 맞지 않아요", "{element} does not fit"),
    "trace.element.lists": (
        "{element} 목록에 들어 있어서 이 문이 적용되지 않아요",
        "{element} lists it, so the statement leaves it out",
    ),
    "trace.condition.fits": ("조건이 맞아요: {operator} {key}", "the condition holds: {operator} {key}"),
    "trace.condition.misses": (
        "조건이 맞지 않아요: {operator} {key}",
        "the condition does not hold: {operator} {key}",
    ),
    "trace.condition.other": (
        "{operator} 연산자는 값이 다를 때만 맞아요",
        "{operator} holds only where the values differ",
    ),
    "trace.compare.written": ("정책: {values}", "policy:  {values}"),
    "trace.compare.asked": ("요청: {values}", "request: {values}"),
    "trace.compare.missing": (
        "요청: 이 조건 키가 들어 있지 않아요",
        "request: it does not carry this condition key",
    ),
    "trace.compare.filled": ("{written} (이 요청에서는 {filled})", "{written} (for this request: {filled})"),
    "trace.compare.unfilled": (
        "{written} (요청에 이 변수의 값이 없어요)",
        "{written} (the request has no value for its variable)",
    ),
    "trace.compare.more": ("{values} 외 {count}개", "{values} and {count} more"),
    "trace.gate.who": ("1 누구인가요? {caller}", "1 Who are you? {caller}"),
    "trace.gate.may.allowed": (
        "2 해도 되나요? 허용하는 문(Statement)이 있어요",
        "2 May you? A statement allows it",
    ),
    "trace.gate.may.explicitDeny": (
        "2 해도 되나요? 거부하는 문(Statement)이 있어요",
        "2 May you? A statement denies it",
    ),
    "trace.gate.may.implicitDeny": (
        "2 해도 되나요? 허용하는 문(Statement)이 없어요",
        "2 May you? No statement allows it",
    ),
    "trace.gate.may.rule": ("2 해도 되나요? {rule}", "2 May you? {rule}"),
    "trace.outcome.allowed": (
        "결과: 허용돼요. 결정한 곳: {layer}",
        "Result: allowed. What settled it: {layer}",
    ),
    "trace.outcome.explicitDeny": (
        "결과: 명시적 거부예요. 결정한 곳: {layer}",
        "Result: explicit deny. What settled it: {layer}",
    ),
    "trace.outcome.implicitDeny": (
        "결과: 암시적 거부예요. 결정한 곳: {layer}",
        "Result: implicit deny. What settled it: {layer}",
    ),
}

FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "trace.finding.unknown-service": (
        "{found} 작업의 앞부분 {other}: 그런 이름의 서비스는 없어요.",
        "There is no service {other}, with which {found} begins.",
    ),
    "trace.finding.unknown-action": ("{found} 작업은 없어요.", "There is no action {found}."),
    "trace.finding.pattern-without-action": (
        "{found} 패턴에 들어맞는 작업이 하나도 없어요.",
        "No action fits the pattern {found}.",
    ),
    "trace.finding.resource-without-action": (
        "{other} 작업의 대상은 {wanted} 종류인데, {found} ARN은 {type} 종류예요. 이런 형식이 필요해요: {expected}",
        "{other} acts on the type {wanted}, but {found} is of the type {type}. The form it needs: {expected}",
    ),
    "trace.finding.resource-without-action.untyped": (
        "{other} 작업의 대상은 {wanted} 종류인데, {found} ARN은 그런 형식이 아니에요. 이런 형식이 필요해요: {expected}",
        "{other} acts on the type {wanted}, but {found} has another form. The form it needs: {expected}",
    ),
    "trace.finding.action-without-resource": (
        "{found} 작업의 대상은 {wanted} 종류인데, 이 문(Statement)의 Resource에는 그런 ARN이 없어요. 이런 형식을 더하세요: {expected}",
        "{found} acts on the type {wanted}, but no Resource of this statement is one. Add the form {expected}",
    ),
    "trace.finding.action-without-resource-type": (
        "{found} 작업은 리소스를 하나씩 고를 수 없어서 {other} 값으로는 들어맞지 않아요. Resource에 {expected} 값을 쓰세요.",
        "{found} acts on no single resource, so {other} never fits. Write {expected} as its Resource.",
    ),
    "trace.finding.unknown-key": ("{found} 조건 키는 없어요.", "There is no condition key {found}."),
    "trace.finding.key-not-carried": (
        "{other} 요청에는 {found} 조건 키가 실려 오지 않아요.",
        "A request for {other} does not carry the condition key {found}.",
    ),
    "trace.finding.key-twice": (
        "{other} 조건에 {found} 키가 두 번 있어요. 키 이름은 대소문자를 가리지 않아서 둘은 같은 키예요.",
        "{other} has the key {found} twice: names of keys ignore case, so the two are one.",
    ),
    "trace.finding.unknown-variable": (
        "{found} 값에 든 변수 {other}: 그런 조건 키는 없어요.",
        "The variable {other} in {found} is no condition key.",
    ),
    "trace.finding.variable-place": (
        "{found} 값에 든 변수는 채워지지 않아요. 변수는 ARN의 여섯 번째 칸과 조건의 값에서만 채워져요.",
        "The variable in {found} is not filled in. Only the sixth field of an ARN and values of conditions are.",
    ),
    "trace.finding.variable-old-version": (
        "{found} 값에 든 변수는 글자 그대로 남아요. Version에 {expected} 값을 쓰면 채워져요.",
        "The variable in {found} stays as it is written. With the Version {expected} it is filled in.",
    ),
    "trace.finding.variable-operator": (
        "{other} 연산자는 변수를 채우지 않아요: {found}",
        "The operator {other} fills in no variable: {found}",
    ),
    "trace.finding.operator-case": (
        "{found} 연산자의 대소문자가 AWS 표기와 달라요. {expected} 표기로 쓰세요.",
        "The operator {found} is not spelt as AWS spells it: {expected}.",
    ),
    "trace.finding.null-if-exists": (
        "{found} 대신 {expected} 연산자를 쓰세요. 키가 있는지 묻는 조건에 IfExists를 붙이면 뜻이 없어져요.",
        "Use {expected} in place of {found}: to ask whether a key exists, if it exists, makes no sense.",
    ),
    "trace.finding.set-operator-missing": (
        "{other} 키에는 값이 여러 개 올 수 있어서 {found} 연산자만으로는 들어맞는 일이 없어요. 이 중에서 고르세요: {expected}",
        "{other} can carry several values, so {found} alone never fits. Choose one of {expected}",
    ),
    "trace.finding.set-operator-on-single": (
        "{other} 키의 값은 하나예요. {found} 조건은 요청에 그 키가 없어도 맞아요. {expected} 연산자를 쓰세요.",
        "{other} has one value, and {found} also holds where a request does not carry it. Use {expected}.",
    ),
    "trace.finding.bool-values": (
        "{found} 키에 값을 여러 개 적으면 {other} 조건이 가려내는 것이 없어요. 하나만 적으세요.",
        "With several values for {found} the condition {other} tells nothing apart. Write one.",
    ),
    "trace.finding.private-address": (
        "{found} 주소는 사설 주소라서 {other} 값으로 오지 않아요. VPC 엔드포인트로 오는 요청이라면 {expected} 키를 쓰세요.",
        "{found} is a private address, which never comes as {other}. For requests through a VPC endpoint there is {expected}.",
    ),
    "trace.finding.mfa-deny-spares-keys": (
        "{found} 조건은 액세스 키로 바로 보낸 요청을 막지 못해요. 그런 요청에는 이 키가 아예 없어요. {expected} 연산자를 쓰면 막아요.",
        "{found} does not stop requests made with plain access keys, since such requests do not carry this condition key. {expected} stops them.",
    ),
    "trace.finding.mfa-allow-takes-keys": (
        "{found} 조건은 액세스 키로 바로 보낸 요청도 허용해요. 그런 요청에는 이 키가 아예 없어요. {expected} 연산자를 쓰면 MFA를 요구해요.",
        "{found} also lets in requests made with plain access keys, since such requests do not carry this condition key. {expected} demands MFA.",
    ),
    "trace.finding.trust-anyone": (
        "보안 주체가 {found} 값이면 어느 계정의 누구라도 이 역할을 맡을 수 있어요. 맡아도 되는 계정이나 ARN을 적으세요.",
        "With the principal {found} anyone in any account can assume this role. Name the accounts or ARNs that may.",
    ),
    "trace.finding.trust-anyone-on-condition": (
        "보안 주체가 {found} 값이라서, 다른 계정 사람이 이 역할을 맡지 못하게 하는 것은 조건뿐이에요.",
        "With the principal {found} only the condition keeps people of other accounts from assuming this role.",
    ),
    "trace.finding.service-as-account": (
        "{found} 값은 AWS 서비스예요. {other} 대신 {expected} 아래에 적지 않으면 AWS가 거절해요.",
        "{found} is an AWS service. Under {other} AWS refuses it: write it under {expected}.",
    ),
    "trace.finding.no-such-principal": (
        "{found} 값은 보안 주체의 형식이 아니라서 AWS가 거절해요. 계정 번호나 사용자 또는 역할의 ARN을 적으세요.",
        "{found} is no principal, so AWS refuses it. Write an account's number or the ARN of a user or role.",
    ),
    "trace.finding.no-such-service": (
        "{found} 값은 AWS 서비스의 이름이 아니라서 AWS가 거절해요. ec2.amazonaws.com 같은 이름을 적으세요.",
        "{found} names no AWS service, so AWS refuses it. Write a name such as ec2.amazonaws.com.",
    ),
    "trace.finding.pass-any-role": (
        "{other} 작업과 {found} 리소스가 함께 있으면 어떤 역할이든 서비스에 넘길 수 있어요. 넘겨도 되는 역할의 ARN을 적으세요.",
        "{other} on {found} passes any role to a service, also a more powerful one. Name the roles that may be passed.",
    ),
    "trace.finding.allow-everything": (
        "작업 {found}, 리소스 {other}: 모든 일을 허용해요. 이 정책을 받은 사람은 관리자예요.",
        "Action {found} on resource {other} allows everything: who has this policy is an administrator.",
    ),
    "trace.finding.too-many": (
        "{count}개를 찾았고, 나머지는 여기부터 보지 않았어요. 고친 다음 다시 검사하세요.",
        "{count} found, the rest from here on was not looked at. Mend these, then look again.",
    ),
    "trace.finding.all-actions": ("이 문의 모든", "any action of this statement"),
    "trace.finding.nearest": ("비슷한 이름: {nearest}", "Alike: {nearest}"),
    "trace.finding.carriers": ("그 키가 실려 오는 작업: {nearest}", "Actions that carry it: {nearest}"),
}

LINT: Final[dict[str, tuple[str, str]]] = {
    "trace.lint.file": (
        "정책 파일, 또는 표준 입력이면 -",
        "the file with the policy, or - for standard input",
    ),
    "trace.lint.kind": ("정책의 종류 (없으면 identity)", "the kind of policy (identity unless given)"),
    "trace.lint.sound": ("{file}: 짚을 것이 없어요", "{file}: nothing to point out"),
    "trace.lint.expected": ("여기에 올 수 있는 것: {expected}", "expected here: {expected}"),
    "trace.lint.not-text": ("{file} 파일은 UTF-8 글자가 아니에요", "{file} is not UTF-8 text"),
    "trace.severity.error": ("오류", "error"),
    "trace.severity.securityWarning": ("보안", "security"),
    "trace.severity.warning": ("주의", "warning"),
    "trace.severity.suggestion": ("제안", "suggestion"),
}

MESSAGES: Final[dict[str, tuple[str, str]]] = {**TRACE, **FINDINGS, **LINT}
