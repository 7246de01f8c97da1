"""More misconceptions as the quiz tells them: about documents, ARNs, conditions and what is surplus."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "quiz.believed.B7": (
        "명령의 이름을 작업의 이름으로 본 답이에요. 정책에는 `s3:GetObject` 같은 API 작업의 이름을 적어요.",
        "This takes a command's name for the action's. Policies name actions of the API, such as `s3:GetObject`.",
    ),
    "quiz.believed.B8": (
        "Version 부분을 문서의 날짜로 본 답이에요. 정책 언어의 판을 가리키는 값이라, 새 문서에는 언제나 `2012-10-17` 값을 적어요.",
        "This takes Version for the date of the document. It names the edition of the policy language, which is `2012-10-17`.",
    ),
    "quiz.believed.M5": (
        "사용자의 정책에도 Principal 부분이 있어야 한다고 본 답이에요. 사용자에게 붙이는 정책에 Principal 부분이 있으면 IAM이 받지 않아요.",
        "This wants a Principal in a user's policy. IAM refuses such a policy: what it is attached to says whose it is.",
    ),
    "quiz.believed.M9": (
        "`Bool`과 `false`로 적은 거부 문이 액세스 키로 바로 보낸 요청도 막는다고 본 답이에요. 그런 요청에는 키가 없어서 `Bool` 조건이 맞지 않아요.",
        "This lets a Deny with `Bool` and `false` catch a plain access key. Such a request carries no key about MFA, and `Bool` does not fit what is missing.",
    ),
    "quiz.believed.M10": (
        "`IfExists`로 끝나는 연산자가 키를 요구한다고 본 답이에요. 키가 없으면 이 조건은 맞은 것으로 쳐요.",
        "This lets an operator that ends in `IfExists` demand its key. Where the key is missing such a condition counts as met.",
    ),
    "quiz.believed.M13": (
        "여러 값이 모두 맞아야 하거나 여러 키 가운데 하나만 맞으면 된다고 본 답이에요. 값은 하나만 맞으면 되고(부정 연산자에서는 모두와 달라야 하고), 키는 모두 맞아야 해요.",
        "This wants all values to fit, or one key of several to be enough. One value is enough (under a negated operator none may fit), and all keys have to be met.",
    ),
    "quiz.believed.M14": (
        "`ForAllValues` 조건에는 값이 하나라도 있어야 한다고 본 답이에요. 값이 하나도 없으면 이 조건은 맞아요. 막으려면 `Null` 조건을 함께 적어요.",
        "This wants `ForAllValues` to see at least one value. Where there is none the condition is met; a `Null` check beside it would stop that.",
    ),
    "quiz.believed.M15": (
        "부정 연산자에도 키가 있어야 한다고 본 답이에요. 키가 없으면 부정 연산자는 맞은 것으로 쳐요.",
        "This wants a negated operator to see its key. Where the key is missing a negated operator counts as met.",
    ),
    "quiz.believed.M16": (
        "Version 값과 상관없이 변수가 채워진다고 본 답이에요. `2008-10-17` 판의 문서에서는 변수가 적힌 글자 그대로 남아요.",
        "This fills variables in whatever the Version. In a document of `2008-10-17` a variable stays the text that it is.",
    ),
    "quiz.believed.M22": (
        "작업이 몇 개뿐이면 Resource 부분의 `*` 기호는 괜찮다고 본 답이에요. 그 작업을 모든 리소스에 할 수 있게 돼요.",
        "This takes `*` in Resource for modest because the actions are few. It opens them on every resource.",
    ),
    "quiz.believed.Q20": (
        "파일을 쓰거나 지울 수 있으면 읽을 수도 있다고 본 답이에요. 읽기는 따로 허용해야 해요.",
        "This lets whoever may change a file read it, too. Reading has to be allowed by itself.",
    ),
    "quiz.believed.Q21": (
        "ARN이 같은 글자로 시작하는 모든 것을 덮는다고 본 답이에요. `*` 기호가 없으면 적힌 그대로와만 맞아요.",
        "This lets an ARN cover whatever begins like it. Without a `*` it covers exactly what it says.",
    ),
    "quiz.believed.Q22": (
        "작업 이름이 같은 글자로 시작하는 다른 작업도 가리킨다고 본 답이에요. `*` 기호가 없으면 그 작업 하나뿐이에요.",
        "This lets an action's name include others that begin like it. Without a `*` it means that one action.",
    ),
    "quiz.believed.Q23": (
        "버킷의 목록을 볼 수 있으면 파일도 열 수 있다고 본 답이에요. 목록 보기와 파일 읽기는 서로 다른 작업이에요.",
        "This lets whoever may list a bucket open its files. Listing and reading are two actions.",
    ),
    "quiz.believed.Q24": (
        "ARN의 대문자와 소문자를 같게 본 답이에요. 리소스의 ARN은 대문자와 소문자를 가려요.",
        "This overlooks capital letters. In the ARN of a resource they matter.",
    ),
    "quiz.believed.Q25": (
        "버킷 이름이나 경로만 적어도 ARN으로 통한다고 본 답이에요. Resource 부분에는 `arn:`으로 시작하는 ARN 전체를 적어요.",
        "This takes a bucket's bare name or path for its ARN. Resource takes whole ARNs, which begin with `arn:`.",
    ),
    "quiz.believed.Q26": (
        "부분마다 정해진 순서가 있다고 본 답이에요. 한 중괄호 안에서 순서는 아무래도 좋아요.",
        "This wants elements in a fixed order. Within a pair of braces their order means nothing.",
    ),
    "quiz.believed.Q27": (
        "문마다 Sid 이름이 있어야 한다고 본 답이에요. Sid 부분은 사람을 위한 이름이라 없어도 돼요.",
        "This wants a Sid in every statement. A Sid is a name for people and may be left out.",
    ),
    "quiz.believed.Q28": (
        "값이 하나뿐이어도 대괄호로 묶어야 한다고 본 답이에요. 값이 하나면 그대로 적어도 돼요.",
        "This wants brackets around a single value. One value may stand by itself.",
    ),
    "quiz.believed.Q29": (
        "어느 서비스의 ARN이든 리전과 계정 자리를 똑같이 쓴다고 본 답이에요. S3 ARN은 두 자리를 모두 비우고, IAM ARN은 리전만 비우고, EC2 ARN은 모두 적어요.",
        "This writes region and account alike for every service. ARNs of S3 leave both empty, those of IAM only the region; those of EC2 have both.",
    ),
    "quiz.believed.Q30": (
        "역할의 ARN을 그 세션의 ARN으로 본 답이에요. 역할은 `iam` 쪽의 `role/`, 세션은 `sts` 쪽의 `assumed-role/` 이름을 써요.",
        "This takes the ARN of sessions for that of the role. A role is `role/` in `iam`; `assumed-role/` in `sts` names its sessions.",
    ),
    "quiz.believed.Q31": (
        "`/*`로 끝나는 ARN이 그 앞의 것까지 품는다고 본 답이에요. 그 아래에 있는 것과만 맞아요.",
        "This lets an ARN with `/*` include the thing before it. It covers only what lies beneath.",
    ),
    "quiz.believed.Q32": (
        "MFA를 쓰지 않은 요청에는 언제나 MFA 키가 없다고 본 답이에요. 임시 자격 증명으로 보낸 요청에는 MFA를 쓰지 않았어도 키가 있고, 값이 `false`예요.",
        "This expects no key about MFA where MFA was not used. With temporary credentials the key is there all the same, and says `false`.",
    ),
    "quiz.believed.Q33": (
        "`*` 기호가 생각한 것만 열어 준다고 본 답이에요. `*` 기호는 생각하지 않은 것까지 모두 열어요.",
        "This lets a `*` open only what one had in mind. It opens everything that fits it.",
    ),
    "quiz.believed.Q34": (
        "`ForAllValues` 조건이 목록의 값을 모두 요구한다고 본 답이에요. 요청에 있는 값이 모두 목록에 들면 맞고, 목록의 값이 다 있을 필요는 없어요.",
        "This lets `ForAllValues` ask for all that is listed. It is met where all values of the request are listed; they need not be all of the list.",
    ),
    "quiz.believed.Q35": (
        "`ForAllValues`와 `ForAnyValue`의 뜻을 바꾸어 본 답이에요. 앞의 것은 요청의 값이 모두 목록에 들어야 맞고, 뒤의 것은 하나만 들어도 맞아요.",
        "This takes `ForAllValues` and `ForAnyValue` for each other. The first wants all values of the request to be listed, the second at least one.",
    ),
    "quiz.believed.Q36": (
        "변수가 아무 이름이나 가리킨다고 본 답이에요. 변수 자리에는 이 요청을 보낸 사람의 값 하나만 들어가요.",
        "This lets a variable stand for any name. What it stands for is the one value that this request carries.",
    ),
    "quiz.believed.Q37": (
        "변수가 적힌 글자 그대로 남는다고 본 답이에요. `2012-10-17` 판에서는 요청의 값으로 바뀌어요.",
        "This leaves a variable as it is written. In a document of `2012-10-17` it is replaced by the request's value.",
    ),
    "quiz.believed.Q39": (
        "요청에 없는 키의 조건은 건너뛴다고 본 답이에요. 보통의 연산자는 키가 없으면 맞지 않아요.",
        "This passes over a condition whose key is missing. A plain operator does not fit where there is no key.",
    ),
    "quiz.believed.Q50": (
        "막는 문이 없으면 허용된다고 본 답이에요. 맞는 허용 문이 없으면 언제나 거부돼요.",
        "This takes for allowed what no Deny forbids. Without an Allow that fits a request is always refused.",
    ),
    "quiz.believed.Q51": (
        "허용 하나를 거두면 곧 거부된다고 본 답이에요. 다른 곳에 맞는 허용 문이 남아 있으면 여전히 허용돼요.",
        "This takes one Allow away and expects a refusal. As long as another Allow fits, the request goes through.",
    ),
    "quiz.believed.Q52": (
        "조건을 거꾸로 읽은 답이에요. 문은 조건이 맞을 때 힘이 있고, 맞지 않으면 아무 말도 하지 않아요.",
        "This reads the condition the wrong way round. A statement counts when its condition is met, and says nothing when it is not.",
    ),
    "quiz.believed.Q55": (
        "ARN 안의 `*` 기호를 글자 그대로 본 답이에요. `*` 기호 자리에는 어떤 글자가 몇 개 와도 맞아요.",
        "This takes a `*` within an ARN for the sign itself. It stands for any text, of any length.",
    ),
    "quiz.believed.Q53": (
        "작업 이름은 모두 소문자로 적어야 한다고 본 답이에요. 작업 이름은 대문자와 소문자를 가리지 않아요.",
        "This wants action names in lower case. Capital letters in them do not matter.",
    ),
}
