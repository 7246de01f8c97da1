"""Misconceptions in one sentence each: what was probably meant, what AWS does, one next step."""

from typing import Final

BEGINNERS: Final[dict[str, tuple[str, str]]] = {
    "detect.B1": (
        "들어올 수 있으면 쓸 수도 있다고 본 것 같은데, 로그인과 키는 첫 번째 문만 열고 권한은 정책에서 나오니 정책을 연결해 보세요.",
        "You probably took being let in for being allowed, but a password or key opens only the first gate and rights come from policies: attach one.",
    ),
    "detect.B2": (
        "사용자를 만들면 무언가 할 수 있다고 본 것 같은데, 새 사용자에게는 암호도 키도 권한도 없으니 필요한 것을 하나씩 주세요.",
        "You probably expected a new user to be able to do something, but it starts with no password, no key and no permission: give what is needed, one by one.",
    ),
    "detect.B3": (
        "암호를 없애면 막힌다고 본 것 같은데, 살아 있는 액세스 키는 암호 없이도 계속 통하니 그 키를 비활성화하세요.",
        "You probably thought that without a password nobody gets in, but an active access key goes on working: make that key inactive.",
    ),
    "detect.B4": (
        "비활성화한 키는 없어진 것으로 본 것 같은데, 그 키는 그대로 남아 두 개라는 한도에도 들어가니 필요 없으면 삭제하세요.",
        "You probably counted an inactive key as gone, but it stays and takes one of the two places: delete it if nobody needs it.",
    ),
    "detect.B5": (
        "MFA 기기를 등록하면 액세스 키에도 코드가 필요하다고 본 것 같은데, 정책이 요구할 때만 그러니 MFA 조건을 단 거부 문을 더하세요.",
        "You probably expected the MFA device to guard the access keys too, but it does so only where a policy demands it: add a Deny with a condition on MFA.",
    ),
    "detect.B6": (
        "버킷과 그 안의 객체를 하나로 본 것 같은데, AWS에는 서로 다른 리소스라서 정책에도 따로 적어야 해요.",
        "You probably took a bucket and what lies in it for one thing, but to AWS they are two resources, and a policy has to name each.",
    ),
    "detect.B7": (
        "명령의 이름을 Action 자리에 적은 것 같은데, 정책은 `s3:ListBucket` 같은 작업 이름만 알아보니 거부 메시지에 나온 작업 이름을 옮겨 적으세요.",
        "You probably wrote the command's name as the action, but a policy knows only action names such as `s3:ListBucket`: take the name from the refusal's own message.",
    ),
    "detect.B8": (
        "Version 자리를 오늘 날짜로 고치는 곳으로 본 것 같은데, 그것은 정책 언어의 버전이니 `2012-10-17` 그대로 두세요.",
        "You probably took Version for a date to keep current, but it names the version of the policy language: leave it at `2012-10-17`.",
    ),
    "detect.B9": (
        "거부의 예외에 들면 허용된다고 본 것 같은데, 거부 문은 아무것도 허용하지 않으니 같은 요청을 허용하는 문을 따로 두세요.",
        "You probably read the exception of a Deny as permission, but a Deny never grants: put an Allow for that request beside it.",
    ),
    "detect.B10": (
        "더 자세하거나 뒤에 적은 허용이 이긴다고 본 것 같은데, 명시적 거부는 순서나 넓이와 상관없이 이기니 거부 문의 범위를 고치세요.",
        "You probably expected the narrower or later Allow to win, but an explicit deny wins whatever its place or width: narrow the Deny itself.",
    ),
    "detect.B11": (
        "관리자는 어떤 역할이든 맡을 수 있다고 본 것 같은데, 역할은 신뢰 정책에 적힌 쪽만 맡으니 거기 적힌 사람의 프로필로 보내거나 Principal 부분에 이름을 더하세요.",
        "You probably thought that an administrator can assume any role, but a role opens only to whom its trust policy names: send it under that name, or add the caller to its Principal.",
    ),
    "detect.B12": (
        "들어오는 길을 없애면 세션도 곧 끝난다고 본 것 같은데, 이미 받은 세션은 끝나는 시각까지 통하니 발급 시각을 조건으로 한 거부를 역할에 붙이세요.",
        "You probably expected the session to end with the way in, but one that is out lasts to its end: attach to the role a Deny on sessions issued before now.",
    ),
    "detect.B13": (
        "그룹 안에 그룹을 넣으려 한 것 같은데, 그룹에는 사용자만 들어가니 그 그룹의 사용자를 한 명씩 넣으세요.",
        "You probably tried to put a group into a group, but groups hold users only: add that group's users one by one.",
    ),
    "detect.B14": (
        "그룹을 보안 주체로 적은 것 같은데, Principal 자리에 그룹은 올 수 없으니 사용자나 역할을 적거나 그룹에 정책을 연결하세요.",
        "You probably named a group as principal, but a group never is one: name users or roles, or attach a policy to the group.",
    ),
    "detect.B15": (
        "새 키를 만들면 예전 키가 끝난다고 본 것 같은데, 키는 누군가 끝낼 때까지 살아 있으니 예전 키를 비활성화하세요.",
        "You probably thought that a new key ends the old one, but a key lives until somebody ends it: make the old one inactive.",
    ),
    "detect.B16": (
        "루트 사용자는 아무것도 막지 못한다고 본 것 같은데, 조직의 정책과 리소스 기반 정책은 루트에도 닿으니 그 정책을 고치세요.",
        "You probably thought that nothing can bind the root user, but the organization's policies and those on resources do: change the policy that refuses.",
    ),
    "detect.B17": (
        "역할을 그룹이나 사용자처럼 다룬 것 같은데, 역할에는 구성원도 암호도 키도 없으니 신뢰 정책을 통해 잠깐 맡게 하세요.",
        "You probably treated a role like a group or a user, but it has no members, password or key: let somebody assume it by its trust policy.",
    ),
    "detect.B18": (
        "역할 세션을 더 길게 쓸 수 있다고 본 것 같은데, 역할에 정한 한도까지, 가장 길어야 12시간이니 시간을 줄이거나 역할의 한도를 올리세요.",
        "You probably asked for more time than a role session can have, but the role's own limit counts, twelve hours at most: ask for less, or raise that limit.",
    ),
    "detect.B19": (
        "비밀 키가 요청과 함께 간다고 본 것 같은데, 가는 것은 비밀 키로 만든 서명뿐이니 요청의 Authorization 헤더를 살펴보세요.",
        "You probably thought that the secret key travels with the request, but only a signature made with it does: look at the request's Authorization header.",
    ),
    "detect.B20": (
        "웹사이트 회원이나 운영 체제, 네트워크도 IAM의 일로 본 것 같은데, IAM은 AWS의 API와 콘솔만 지키니 그 일에 맞는 서비스를 고르세요.",
        "You probably gave IAM the sign-in of a website, an operating system or a network, but it guards AWS's own API and console: choose the service made for that task.",
    ),
}

FURTHER: Final[dict[str, tuple[str, str]]] = {
    "detect.M1": (
        "권한 경계가 권한을 준다고 본 것 같은데, 경계는 위를 막을 뿐이니 같은 작업을 허용하는 정책을 따로 연결하세요.",
        "You probably expected the permissions boundary to grant, but it only caps: attach a policy that allows the same action.",
    ),
    "detect.M2": (
        "권한 경계가 버킷 정책도 막는다고 본 것 같은데, 같은 계정의 버킷 정책이 사용자 ARN을 적으면 경계가 닿지 않으니 버킷 정책을 고치세요.",
        "You probably expected the boundary to stop the bucket policy too, but one of the same account that names the user's ARN is out of its reach: change the bucket policy.",
    ),
    "detect.M3": (
        "NotAction 부분에 적으면 금지된다고 본 것 같은데, 그 문에서 빠질 뿐이니 막으려면 거부 문을 쓰거나 다른 허용을 없애세요.",
        "You probably took NotAction in an Allow for a ban, but it only leaves the action out of that statement: write a Deny, or take the other Allow away.",
    ),
    "detect.M4": (
        "계정의 `root` ARN을 루트 사용자 한 명으로 본 것 같은데, Principal 자리에서는 계정 전체를 뜻하니 필요한 사용자나 역할의 ARN으로 바꾸세요.",
        "You probably took the account's `root` ARN for the root user alone, but as a principal it stands for the whole account: name the users or roles that are meant.",
    ),
    "detect.M5": (
        "누구의 권한인지 정책 안에 적으려 한 것 같은데, ID 기반 정책에는 Principal 요소가 올 수 없으니 그 줄을 지우고 사람에게 연결하세요.",
        "You probably meant to say in the policy whom it is for, but an identity-based policy takes no Principal: remove that line and attach the policy to the person.",
    ),
    "detect.M6": (
        "한쪽 계정이 허용하면 된다고 본 것 같은데, 계정을 넘는 요청은 양쪽이 모두 허용해야 하니 빠진 쪽의 정책을 더하세요.",
        "You probably thought that one account's Allow is enough, but between accounts both must allow: add the policy on the side that is missing.",
    ),
    "detect.M7": (
        "사용자의 정책만 없애면 막힌다고 본 것 같은데, 같은 계정에서는 리소스의 정책 하나로도 통하니 리소스의 정책도 고치세요.",
        "You probably thought that taking the caller's policy away is enough, but inside an account the resource's policy alone lets a request through: change that one too.",
    ),
    "detect.M8": (
        "PassRole 거부를 역할 쪽에서 고치려 한 것 같은데, 넘겨주는 사람에게 그 권한이 있어야 하니 호출한 사용자에게 `iam:PassRole` 작업을 허용하세요.",
        "You probably tried to mend the PassRole refusal on the role, but whoever hands the role over needs the right: allow the caller `iam:PassRole` on it.",
    ),
    "detect.M9": (
        "MFA 없는 요청을 `Bool` 연산자로 모두 잡는다고 본 것 같은데, 액세스 키만 쓰는 요청에는 그 키 자체가 없으니 `BoolIfExists` 연산자로 바꾸세요.",
        "You probably expected `Bool` to catch every request without MFA, but one signed with plain access keys lacks the condition key: use `BoolIfExists`.",
    ),
    "detect.M10": (
        "`BoolIfExists` 연산자가 MFA를 요구한다고 본 것 같은데, 허용 문에서는 키가 없어도 맞는 것으로 치니 `Bool` 연산자로 바꾸세요.",
        "You probably expected `BoolIfExists` to demand MFA, but in an Allow a missing key counts as a match: use `Bool`.",
    ),
    "detect.M11": (
        "SCP에 적으면 권한이 생긴다고 본 것 같은데, SCP는 한도만 정하니 계정 안에서 정책을 연결하세요.",
        "You probably expected the SCP to grant, but it only sets a limit: attach a policy inside the account.",
    ),
    "detect.M12": (
        "SCP가 관리 계정도 막는다고 본 것 같은데, 관리 계정에는 닿지 않으니 그 계정의 정책을 직접 고치세요.",
        "You probably expected the SCP to bind the management account, but it does not: change the policies of that account itself.",
    ),
    "detect.M13": (
        "조건 가운데 하나만 맞으면 된다고 본 것 같은데, 키끼리는 모두 맞아야 하고 값끼리만 하나면 되니 맞지 않는 조건을 고치세요.",
        "You probably expected one matching condition to do, but all keys must hold and only the values of one key are alternatives: mend the condition that does not.",
    ),
    "detect.M14": (
        "`ForAllValues` 연산자가 값을 요구한다고 본 것 같은데, 값이 하나도 없어도 맞는 것으로 치니 `Null` 조건을 함께 두세요.",
        "You probably expected `ForAllValues` to demand a value, but an empty set matches too: add a `Null` condition beside it.",
    ),
    "detect.M15": (
        "부정 연산자는 키가 있을 때만 따진다고 본 것 같은데, 키가 없으면 맞는 것으로 치니 `Null` 조건을 함께 두거나 조건을 뒤집으세요.",
        "You probably expected the negated operator to need the key, but a missing key makes it true: add a `Null` condition, or turn the condition round.",
    ),
    "detect.M16": (
        "`${{…}}` 변수가 어디서나 바뀐다고 본 것 같은데, Version 값이 `2012-10-17` 문서에서만 변수로 읽히니 그 값으로 고치세요.",
        "You probably expected the `${{…}}` variable to be filled in anywhere, but only Version `2012-10-17` reads it as one: set that version.",
    ),
    "detect.M17": (
        "같은 이름의 요소 두 개가 합쳐진다고 본 것 같은데, IAM은 그런 문서를 받지 않으니 값을 목록 하나로 모으세요.",
        "You probably expected two elements of one name to be merged, but IAM refuses such a document: gather the values in one list.",
    ),
    "detect.M18": (
        "외부 ID를 직접 정한 것 같은데, 그 값은 맡는 쪽 회사가 고객마다 정해 보내는 것이니 상대가 알려 준 값으로 바꾸세요.",
        "You probably made the external id up, but the third party gives each customer one and sends it along: write theirs into the condition.",
    ),
    "detect.M19": (
        "같은 이름으로 다시 만들면 예전 신뢰도 이어진다고 본 것 같은데, 신뢰 정책에는 예전 고유 ID가 남아 있으니 정책에 ARN을 다시 적어 저장하세요.",
        "You probably expected the old trust to fit somebody made anew under the same name, but the policy holds the old unique id: save it again with the ARN.",
    ),
    "detect.M20": (
        "세션 정책이 권한을 더한다고 본 것 같은데, 세션은 역할의 권한과 겹치는 만큼만 쓰니 역할의 정책에 그 작업을 더하세요.",
        "You probably expected the session policy to add rights, but a session has only what role and session policy share: add the action to the role's policy.",
    ),
    "detect.M21": (
        "거부를 허용으로 풀려 한 것 같은데, 명시적 거부와 SCP는 어떤 허용보다 앞서니 거부하는 문을 찾아 고치세요.",
        "You probably tried to mend the refusal by an Allow, but an explicit deny or an SCP stands above every Allow: find the statement that refuses and change it.",
    ),
    "detect.M22": (
        "작업이 몇 개뿐이니 Resource `*` 기호도 괜찮다고 본 것 같은데, 그러면 모든 리소스에 닿으니 필요한 ARN만 적으세요.",
        "You probably thought that with a short list of actions Resource `*` is modest, but it reaches every resource there is: name only the ARNs that are needed.",
    ),
}

SLIPS: Final[dict[str, tuple[str, str]]] = {
    "detect.wrong-principal": (
        "정책의 내용은 맞지만 다른 대상에 연결한 것 같은데, 정책은 연결된 대상에게만 미치니 연결할 이름을 다시 보세요.",
        "The policy would do, but it is attached to somebody else and counts only there: look again at the name that it was attached to.",
    ),
    "detect.deny-elsewhere": (
        "이 사람의 정책만 본 것 같은데, 그룹이나 버킷, 경계, 조직의 정책이 거부해도 막히니 판정 화면에서 거부한 정책을 찾아 고치세요.",
        "You probably looked at this caller's own policies, but a Deny of a group, a bucket, a boundary or the organization counts too: find it with `explain` and change it.",
    ),
    "detect.trust-misses-caller": (
        "맡을 권한만 주면 된다고 본 것 같은데, 역할의 신뢰 정책에도 그 이름이 있어야 해요.",
        "You probably gave the right to assume the role and no more, but its trust policy has to name the caller as well.",
    ),
}

MESSAGES: Final[dict[str, tuple[str, str]]] = {**BEGINNERS, **FURTHER, **SLIPS}
