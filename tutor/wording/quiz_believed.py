"""Misconceptions as the quiz tells them after a wrong answer: what was probably believed, and what holds."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "quiz.believed.B6": (
        "버킷과 그 안의 객체를 한 리소스로 본 답이에요. 버킷의 ARN과 `/*`로 끝나는 ARN은 서로 다른 리소스라 하나가 다른 하나를 품지 않아요.",
        "This treats a bucket and the objects in it as one resource. The bucket's ARN and the ARN with `/*` are two; neither includes the other.",
    ),
    "quiz.believed.B9": (
        "거부 문이 빼놓은 것은 허용된다고 본 답이에요. 거부 문은 아무것도 허용하지 않아서, 허용 문이 따로 있어야 해요.",
        "This reads what a Deny leaves out as allowed. A Deny never grants: without an Allow the request stays refused.",
    ),
    "quiz.believed.B10": (
        "더 좁거나 나중에 적힌 허용 문이 거부 문을 이긴다고 본 답이에요. 맞는 거부 문이 하나라도 있으면 순서나 넓이와 상관없이 거부돼요.",
        "This lets an Allow beat a Deny because it is narrower or comes later. One Deny that fits wins, whatever its place or width.",
    ),
    "quiz.believed.B11": (
        "관리자라면 어떤 역할이든 맡을 수 있다고 본 답이에요. 관리자라도 역할의 신뢰 정책이 들이지 않으면 맡을 수 없어요.",
        "This lets an administrator assume any role. Even an administrator is turned away where the role's trust policy does not let them in.",
    ),
    "quiz.believed.B13": (
        "그룹이 다른 그룹 안에 들어 있다고 본 답이에요. 그룹에는 사용자만 들어가요. 이름이 비슷해도 서로 다른 그룹이에요.",
        "This takes one group for a part of another. Groups hold users only; whatever their names, they are two groups.",
    ),
    "quiz.believed.B14": (
        "그룹도 보안 주체가 될 수 있다고 본 답이에요. 요청하는 것은 언제나 사용자나 역할이라서, 그룹의 ARN과는 맞지 않아요.",
        "This takes a group for a principal. The caller is always a user or a session of a role, so the ARN of a group never fits.",
    ),
    "quiz.believed.B16": (
        "루트 사용자는 아무것도 막지 못한다고 본 답이에요. 조직의 멤버 계정에서는 SCP가 루트 사용자도 묶어요.",
        "This assumes that nothing binds a root user. In a member account of an organization, SCPs bind the root user, too.",
    ),
    "quiz.believed.M1": (
        "권한 경계가 권한을 준다고 본 답이에요. 권한 경계는 한도만 정해요. 실제로 주는 것은 ID 기반 정책이에요.",
        "This treats a permissions boundary as if it granted. It only caps; permission comes from the identity's own policies.",
    ),
    "quiz.believed.M2": (
        "권한 경계가 버킷 정책의 허용까지 막는다고 본 답이에요. 같은 계정의 버킷 정책이 사용자를 직접 들이면, 권한 경계가 말하지 않은 것은 막히지 않아요. 경계에 맞는 거부 문이 있어야 막혀요.",
        "This lets the boundary cap the bucket policy, too. Where a bucket policy of the same account lets the user in by name, silence of the boundary stops nothing; only a Deny in it would.",
    ),
    "quiz.believed.M3": (
        "NotAction 부분에 적힌 작업을 금지한다고 본 답이에요. 허용 문의 NotAction 부분은 그 작업을 빼놓을 뿐이고, 다른 허용 문이 줄 수 있어요.",
        "This reads an Allow with NotAction as forbidding what it lists. It only leaves those actions out; another Allow may grant them.",
    ),
    "quiz.believed.M4": (
        "`:root`로 끝나는 보안 주체를 루트 사용자 한 명으로 본 답이에요. 이 ARN은 계정 전체를 가리켜서, 그 계정의 사용자와 역할이 모두 해당돼요.",
        "This takes the principal that ends in `:root` for the root user alone. It means the whole account, its users and roles included.",
    ),
    "quiz.believed.M6": (
        "한쪽에서만 허용하면 된다고 본 답이에요. 계정이 다르면 보안 주체 쪽과 리소스 쪽이 모두 허용해야 해요.",
        "This takes one side's Allow as enough. Between two accounts, the caller's side and the resource's side both have to allow.",
    ),
    "quiz.believed.M7": (
        "같은 계정 안에서도 두 쪽이 모두 허용해야 한다고 본 답이에요. 같은 계정이라면 사용자의 정책이나 버킷 정책, 어느 한쪽의 허용으로 충분해요.",
        "This asks for both sides within one account. There an Allow in the caller's policy or in the bucket policy is enough.",
    ),
    "quiz.believed.M11": (
        "SCP가 권한을 준다고 본 답이에요. SCP는 계정이 쓸 수 있는 한도만 정하고, 허용은 사용자나 역할의 정책에서 나와요.",
        "This treats an SCP as if it granted. It only says how far an account may go; permission comes from the policies of users and roles.",
    ),
    "quiz.believed.M12": (
        "SCP가 관리 계정도 묶는다고 본 답이에요. SCP는 멤버 계정만 묶고, 조직의 관리 계정에는 힘이 없어요.",
        "This lets an SCP bind the management account. SCPs bind member accounts only.",
    ),
    "quiz.believed.M20": (
        "세션 정책이 권한을 더한다고 본 답이에요. 세션은 역할의 정책과 세션 정책이 모두 허용하는 것만 할 수 있어요.",
        "This lets a session policy add. A session may do only what both the role's policies and the session policy allow.",
    ),
    "quiz.believed.M21": (
        "모든 거부를 허용이 모자란 탓으로 본 답이에요. 여기서는 맞는 거부 문이 있어서, 허용을 더해도 달라지지 않아요.",
        "This puts every refusal down to a missing Allow. Here a Deny fits, and no further Allow would change that.",
    ),
    "quiz.believed.Q1": (
        "거부됐다면 어딘가에 맞는 거부 문이 있다고 본 답이에요. 여기서는 맞는 거부 문이 하나도 없어요. 꼭 있어야 할 허용이 빠져서 암시적으로 거부돼요.",
        "This puts every refusal down to a Deny. Here no Deny fits; an Allow that is needed is missing, and that is an implicit deny.",
    ),
    "quiz.believed.Q2": (
        "거부 문이 보이면 무조건 걸린다고 본 답이에요. 거부 문도 모든 부분이 요청에 맞을 때만 힘이 있어요.",
        "This counts a Deny because it is there. A Deny, too, has to fit the request in every element.",
    ),
    "quiz.believed.Q3": (
        "`*` 기호가 폴더 하나까지만 닿는다고 본 답이에요. 리소스 ARN의 `*` 기호는 `/` 뒤의 폴더까지 모두 덮어요.",
        "This lets `*` stop at the next slash. In a resource ARN, `*` covers slashes and whatever follows them.",
    ),
    "quiz.believed.Q4": (
        "먼저 적힌 정책 하나가 정한다고 본 답이에요. AWS는 이 요청에 해당하는 정책을 모두 함께 살펴요.",
        "This lets the policy named first decide. All policies that apply are looked at together.",
    ),
    "quiz.believed.Q5": (
        "사용자 자신의 정책이 있으면 그룹의 정책은 빠진다고 본 답이에요. 둘은 서로를 바꾸지 않고 합쳐져요.",
        "This lets a user's own policy replace the group's. The two add up.",
    ),
    "quiz.believed.Q6": (
        "허용 문이 적지 않은 것을 금지한다고 본 답이에요. 허용 문은 맞지 않으면 아무 말도 하지 않아요. 막는 힘은 거부 문에만 있어요.",
        "This reads an Allow as forbidding what it does not list. An Allow that does not fit says nothing; only a Deny can forbid.",
    ),
    "quiz.believed.Q7": (
        "Action 부분만 보고 맞는 문이라고 본 답이에요. 리소스까지 요청에 맞아야 그 문에 힘이 있어요.",
        "This counts a statement whose action fits. Its resource has to fit the request as well.",
    ),
    "quiz.believed.Q8": (
        "Resource 부분만 보고 맞는 문이라고 본 답이에요. 작업까지 요청에 맞아야 그 문에 힘이 있어요.",
        "This counts a statement whose resource fits. Its action has to fit the request as well.",
    ),
    "quiz.believed.Q9": (
        "`*` 기호가 든 작업 이름에는 이 작업이 들지 않는다고 본 답이에요. `*` 기호 자리에는 어떤 글자가 와도 맞아요.",
        "This leaves the action out of a name with `*`. A `*` stands for any letters, so the name includes it.",
    ),
    "quiz.believed.Q10": (
        "맞는 허용 문이 있으면 그것으로 충분하다고 본 답이에요. 맞는 거부 문이 함께 있으면 언제나 거부가 이겨요.",
        "This takes an Allow that fits as enough. Where a Deny fits as well, the Deny always wins.",
    ),
    "quiz.believed.Q11": (
        "보안 주체 자신의 정책만 본 답이에요. 권한 경계, 세션 정책, SCP가 걸려 있으면 그것들도 모두 받아들여야 해요.",
        "This looks at the caller's own policies only. A boundary, a session policy or an SCP that applies has to accept the request, too.",
    ),
    "quiz.believed.Q12": (
        "리소스 쪽이 계정을 적으면 그 계정의 누구나 들어온다고 본 답이에요. 계정을 적은 문은 그 계정에 맡길 뿐이라, 사용자 자신의 정책에도 허용이 있어야 해요.",
        "This lets in everyone from an account that the resource's policy names. Naming an account only delegates: the caller's own policy has to allow as well.",
    ),
    "quiz.believed.Q13": (
        "`sts:AssumeRole` 작업의 허용만 있으면 된다고 본 답이에요. 역할의 신뢰 정책이 보안 주체를 들여야 역할을 맡을 수 있어요.",
        "This takes permission for `sts:AssumeRole` as enough. The role's trust policy has to let the caller in as well.",
    ),
    "quiz.believed.Q14": (
        "Condition 부분을 보지 않은 답이에요. 조건이 맞지 않는 문은 이 요청에 아무 말도 하지 않아요.",
        "This overlooks the condition. A statement whose condition is not met says nothing about the request.",
    ),
    "quiz.believed.Q15": (
        "Principal 부분을 보지 않은 답이에요. 리소스 쪽 문은 거기 적힌 보안 주체에게만 힘이 있어요.",
        "This overlooks the principal. A statement on a resource counts only for those it names.",
    ),
    "quiz.believed.Q16": (
        "문이나 정책이 하나하나 모두 허용해야 한다고 본 답이에요. 한 정책 안에서든, 사용자와 그룹의 정책을 합쳐서든 맞는 허용 문은 하나면 돼요.",
        "This asks every statement or policy to allow. Within a policy, and among those of a user and their groups, one Allow that fits is enough.",
    ),
    "quiz.believed.Q17": (
        "위에서부터 읽어 처음 맞는 문이 정한다고 본 답이에요. 순서는 뜻이 없어요. 맞는 문을 모두 보고, 거부가 하나라도 있으면 거부돼요.",
        "This reads from the top and stops at the first statement that fits. Order means nothing: all are looked at, and one Deny refuses.",
    ),
    "quiz.believed.Q18": (
        "정책에 적혀 있으면 허용된다고 본 답이에요. Effect 부분이 Deny인 문은 거기 적힌 것을 막아요.",
        "This takes whatever a policy lists as allowed. A statement whose Effect is Deny refuses what it lists.",
    ),
    "quiz.believed.Q19": (
        "보이는 정책이 모두 이 보안 주체에게 걸린다고 본 답이에요. 붙어 있는 곳을 보세요. 다른 곳에 붙은 정책은 이 요청과 상관이 없어요.",
        "This counts every policy in sight. Look at what it is attached to: a policy attached elsewhere has no part in this request.",
    ),
    "quiz.believed.Q40": (
        "역할을 맡아도 사용자 자신의 권한이 남는다고 본 답이에요. 세션에는 역할의 권한만 있고, 사용자의 정책은 세션과 상관이 없어요.",
        "This lets the user's own rights live on in the session. A session has what the role has; the user's policies play no part.",
    ),
    "quiz.believed.Q41": (
        "역할을 맡으려면 언제나 자신의 정책에도 허용이 있어야 한다고 본 답이에요. 같은 계정의 신뢰 정책이 사용자를 직접 들이면 그것으로 충분해요.",
        "This always asks for an Allow of the caller's own. Where a trust policy of the same account names the user, that is enough.",
    ),
    "quiz.believed.Q42": (
        "리소스 쪽 정책만 본 답이에요. 보안 주체 자신의 정책도 함께 살펴서 정해요.",
        "This looks at the resource's policy only. The caller's own policies are looked at as well.",
    ),
    "quiz.believed.Q43": (
        "리소스 쪽 정책이 적지 않은 보안 주체를 막는다고 본 답이에요. 허용 문은 적지 않은 보안 주체에게 아무 말도 하지 않아요. 막는 힘은 거부 문에만 있어요.",
        "This reads the resource's policy as shutting out everyone it does not name. About them an Allow says nothing; only a Deny can forbid.",
    ),
    "quiz.believed.Q44": (
        "이름 앞의 Not을 보지 않은 답이에요. NotAction과 NotResource 부분은 적힌 것만 빼고 나머지 모두를 가리켜요.",
        "This overlooks the Not. NotAction and NotResource mean everything except what they list.",
    ),
    "quiz.believed.Q46": (
        "루트 사용자에게도 허용 문이 있어야 한다고 본 답이에요. 막는 정책이 없으면 루트 사용자는 자기 계정에서 무엇이든 할 수 있어요.",
        "This asks for an Allow for the root user. Where no policy stops it, a root user may do anything in its own account.",
    ),
}
