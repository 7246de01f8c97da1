"""Questions that let something be chosen: a request, a change, an ARN, a policy."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # Which request.
    "quiz.choose.request": ("{resource} 리소스에 {action} 작업", "{action} on {resource}"),
    "quiz.choose.allowed": (
        "{user} 사용자에게 붙은 정책은 이것뿐이에요. 다음 요청 가운데 허용되는 것은 무엇일까요?",
        "This is the only policy that {user} has. Which of these requests is allowed?",
    ),
    "quiz.choose.refused": (
        "{user} 사용자에게 붙은 정책은 이것뿐이에요. 다음 요청 가운데 거부되는 것은 무엇일까요?",
        "This is the only policy that {user} has. Which of these requests is refused?",
    ),
    # Which change.
    "quiz.flip.opens": (
        "이 요청은 거부돼요. 다음 중 한 가지만 바꿀 때, 요청이 허용되는 것은 무엇일까요?",
        "This request is refused. Which one of these changes lets it through?",
    ),
    "quiz.flip.stops": (
        "이 요청은 허용돼요. 다음 중 한 가지만 바꿀 때, 요청이 거부되는 것은 무엇일까요?",
        "This request is allowed. Which one of these changes stops it?",
    ),
    "quiz.flip.hint": (
        "먼저 왜 거부됐는지 찾아보세요. 맞는 거부 문이 있나요, 아니면 맞는 허용 문이 없나요?",
        "First find out why it is refused: does a Deny fit, or is there no Allow that does?",
    ),
    "quiz.flip.hint.stop": (
        "맞는 허용 문이 모두 몇 개인지 세어 보고, 하나를 빼도 남는 것이 있는지 보세요.",
        "Count the statements that allow it. If one of them goes, is another left?",
    ),
    "quiz.flip.changed": (
        "{element} 부분의 값 바꾸기: {before} → {after}",
        "Change {element} from {before} to {after}",
    ),
    "quiz.flip.changed.of": (
        "{effect} 문의 {element} 부분 바꾸기: {before} → {after}",
        "In the {effect}, change {element} from {before} to {after}",
    ),
    "quiz.flip.changed.own": (
        "사용자의 정책에서 {element} 부분 바꾸기: {before} → {after}",
        "In the user's own policy, change {element} from {before} to {after}",
    ),
    "quiz.flip.added": (
        "사용자의 정책에 {effect} 문 더하기: Action {action}, Resource {resource}",
        "Add to the user's policy: {effect}, Action {action}, Resource {resource}",
    ),
    "quiz.flip.admin-on": (
        "모든 작업(*)을 허용하는 문 더하기: Resource {resource}",
        "Add an Allow of every action (*) with Resource {resource}",
    ),
    "quiz.flip.admin": (
        "사용자에게 AdministratorAccess 정책 붙이기",
        "Attach AdministratorAccess to the user",
    ),
    "quiz.flip.leave": (
        "{user} 사용자를 {group} 그룹에서 빼기",
        "Take {user} out of the group {group}",
    ),
    "quiz.flip.detach": ("{user} 사용자의 정책 떼기", "Detach {user}'s own policy"),
    "quiz.flip.allow-in-group": (
        "{group} 그룹의 정책에 바로 이 요청을 허용하는 문 더하기",
        "Add an Allow for exactly this request to the policy of the group {group}",
    ),
    "quiz.flip.copy-own": (
        "사용자의 Allow 문을 {group} 그룹의 정책 끝에도 적기",
        "Write the user's Allow at the end of the policy of the group {group} as well",
    ),
    "quiz.flip.star": (
        "사용자의 정책에서 {element} 부분을 * 기호로 넓히기",
        "In the user's policy, widen {element} to *",
    ),
    "quiz.flip.drop-deny": ("Deny 문 지우기", "Remove the Deny"),
    "quiz.flip.drop-allow": ("Allow 문 지우기", "Remove the Allow"),
    "quiz.flip.order": ("Allow 문을 Deny 문 위로 옮기기", "Move the Allow above the Deny"),
    "quiz.flip.more-accounts": (
        "Deny 문의 예외에 {account} 계정 더하기",
        "Add the account {account} to the exceptions of the Deny",
    ),
    "quiz.flip.more-addresses": (
        "Deny 문의 예외에 {address} 주소 더하기",
        "Add the address {address} to the exceptions of the Deny",
    ),
    # Which mend.
    "quiz.fault.ask": (
        "IAM이 이 문서를 받아 주지 않아요. 무엇을 고쳐야 할까요?",
        "IAM does not accept this document. What puts it right?",
    ),
    "quiz.fault.ask.silent": (
        "IAM은 이 정책을 받아 줬는데, 아래 요청은 거부돼요. 무엇을 고쳐야 할까요?",
        "IAM accepted this policy, yet the request below is refused. What puts it right?",
    ),
    "quiz.fault.hint": (
        "위에서부터 한 줄씩, 기호와 값까지 소리 내어 읽듯이 살펴보세요.",
        "Go through it line by line, and look at every sign and value.",
    ),
    "quiz.fault.hint.silent": (
        "요청의 작업과 ARN을 문서의 Action, Resource 부분과 나란히 놓고 견주어 보세요.",
        "Put the action and the ARN of the request beside Action and Resource in the document.",
    ),
    "quiz.fault.mend.version": ("Version 부분에 2012-10-17 값 적기", "Set Version to 2012-10-17"),
    "quiz.fault.mend.no-version": ("Version 2012-10-17 줄 넣기", "Add Version 2012-10-17"),
    "quiz.fault.mend.effect": ("Effect 값을 Allow라고 적기", "Write Allow as the Effect"),
    "quiz.fault.mend.principal": ("Principal 줄 지우기", "Remove Principal"),
    "quiz.fault.mend.brace": ("맨 바깥 중괄호 한 겹 벗기기", "Remove the outermost pair of braces"),
    "quiz.fault.mend.two-actions": (
        "두 Action 줄을 목록 하나로 합치기",
        "Make the two Action lines one list",
    ),
    "quiz.fault.mend.two-statements": (
        "두 Statement 부분을 목록 하나로 합치기",
        "Make the two Statement elements one list",
    ),
    "quiz.fault.mend.comma": (
        "닫는 중괄호 바로 앞의 쉼표 지우기",
        "Remove the comma right before a closing brace",
    ),
    "quiz.fault.mend.no-comma": ("빠진 쉼표 넣기", "Put in a comma that is missing"),
    "quiz.fault.mend.quotes": ("굽은 따옴표를 곧은 따옴표로 바꾸기", "Replace curly quotes by straight ones"),
    "quiz.fault.mend.no-resource": ("Resource 부분 넣기", "Add a Resource"),
    "quiz.fault.mend.prefix": (
        "작업 이름에 서비스 이름 붙이기: {action}",
        "Write the service before the action: {action}",
    ),
    "quiz.fault.mend.changed": (
        "{element} 부분의 값 바꾸기: {before} → {after}",
        "Change {element} from {before} to {after}",
    ),
    "quiz.fault.mend.resource": (
        "Resource 부분의 값 바꾸기: {before} → {after}",
        "Change Resource from {before} to {after}",
    ),
    "quiz.fault.mend.today": (
        "Version 부분에 오늘 날짜 {date} 값 적기",
        "Set Version to today's date, {date}",
    ),
    "quiz.fault.mend.add-principal": (
        "문마다 Principal 부분 넣기: {arn}",
        "Give each statement a Principal: {arn}",
    ),
    "quiz.fault.mend.version-first": (
        "Version, Effect 부분을 맨 위로 옮기기",
        "Move Version, and in statements Effect, to the top",
    ),
    "quiz.fault.mend.effect-first": ("Effect 부분을 Action 부분 위로 옮기기", "Move Effect above Action"),
    "quiz.fault.mend.sid": ("문마다 Sid 이름 붙이기", "Give each statement a Sid"),
    "quiz.fault.mend.brackets": (
        "하나뿐인 Action 값도 대괄호로 묶기",
        "Put a single Action in brackets, too",
    ),
    "quiz.fault.mend.command": (
        "작업을 명령 이름으로 적기: {before} → {after}",
        "Name the action after the command: {before} → {after}",
    ),
    "quiz.fault.mend.lower": ("작업 이름을 모두 소문자로 적기", "Write all action names in lower case"),
    "quiz.fault.why.version": (
        "Version 부분은 문서를 고친 날짜가 아니라 정책 언어의 판을 가리켜요. 새 문서에는 2012-10-17 값을 적어요.",
        "Version names the edition of the policy language, not the day of a change. New documents say 2012-10-17.",
    ),
    "quiz.fault.why.no-version": (
        "Version 부분이 없으면 옛 판의 문서로 읽혀요. IAM은 새 정책으로 2012-10-17 판만 받아요.",
        "Without a Version a document counts as one of the old edition, and IAM takes new policies only of 2012-10-17.",
    ),
    "quiz.fault.why.effect": (
        "Effect 값은 대문자와 소문자까지 정확히 Allow 또는 Deny여야 해요.",
        "Effect is Allow or Deny, written exactly so, capital letter included.",
    ),
    "quiz.fault.why.principal": (
        "사용자에게 붙이는 정책에는 Principal 부분이 들어갈 수 없어요. 누구의 정책인지는 붙은 곳이 말해 줘요.",
        "A policy for a user must not have a Principal: what it is attached to says whose it is.",
    ),
    "quiz.fault.why.brace": (
        "문서 전체는 중괄호 한 쌍으로 묶여요. 두 겹이면 JSON 형식이 아니에요.",
        "A document is one object in one pair of braces. In two pairs it is no JSON.",
    ),
    "quiz.fault.why.two-keys": (
        "한 중괄호 안에 같은 이름의 부분은 하나만 둘 수 있어요. 여러 값은 대괄호 목록에 적어요.",
        "Within one pair of braces each element may stand once. Several values go into one list in brackets.",
    ),
    "quiz.fault.why.comma": (
        "쉼표는 다음 부분이 이어질 때만 적어요. 마지막 부분 뒤에 쉼표가 있으면 JSON 형식이 아니에요.",
        "A comma says that something follows. After the last element it makes the text no JSON.",
    ),
    "quiz.fault.why.no-comma": (
        "다음 부분이 이어지면 사이에 쉼표가 있어야 해요. 한 줄 끝의 쉼표가 빠져 있어요.",
        "Where another element follows there has to be a comma. At the end of one line it is missing.",
    ),
    "quiz.fault.why.quotes": (
        "JSON 형식의 따옴표는 곧은 큰따옴표예요. 문서 편집기가 바꿔 놓은 굽은 따옴표는 다른 글자라 읽히지 않아요.",
        "JSON wants straight double quotes. The curly ones that a word processor makes are other characters.",
    ),
    "quiz.fault.why.bare": (
        "Resource 부분에는 ARN 전체를 적어요. 버킷 이름만으로는 어느 서비스의 무엇인지 알 수 없어요.",
        "Resource takes whole ARNs. A bucket's name alone does not say what it is, nor of which service.",
    ),
    "quiz.fault.why.region": (
        "버킷 이름은 온 세계에서 하나뿐이라, S3 ARN의 리전과 계정 자리는 비워 둬요.",
        "A bucket's name is unique in the world, so the ARNs of S3 leave region and account empty.",
    ),
    "quiz.fault.why.prefix": (
        "작업 이름 앞에는 어느 서비스의 작업인지 적어야 해요. 서비스 이름과 쌍점이 빠지면 IAM이 받지 않아요.",
        "An action begins with its service and a colon. Without them IAM cannot tell whose action it is.",
    ),
    "quiz.fault.why.no-resource": (
        "사용자의 정책에서는 문마다 어디에 하는 작업인지 Resource 부분에 적어야 해요.",
        "In a user's policy every statement has to say, in Resource, what it is about.",
    ),
    "quiz.fault.why.objects": (
        "버킷과 그 안의 객체는 서로 다른 리소스예요. 목록은 버킷의 ARN에, 파일 작업은 객체의 ARN에 허용해야 해요.",
        "A bucket and the objects in it are different resources: listing needs the bucket's ARN, work on files those of objects.",
    ),
    "quiz.fault.why.command": (
        "정책에는 명령의 이름이 아니라 API 작업의 이름을 적어요. 없는 이름이어도 IAM은 받아 주지만, 어떤 요청에도 맞지 않아요.",
        "Policies name actions of the API, not commands. IAM accepts a name that does not exist, but no request ever fits it.",
    ),
    # Which ARN.
    "quiz.arn.files": (
        "{bucket} 버킷에 든 모든 객체를 덮되 그 밖의 것은 덮지 않으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover every object in the bucket {bucket}, and nothing else. What goes into Resource?",
    ),
    "quiz.arn.bucket": (
        "{bucket} 버킷의 목록을 보는 것만 허용하려 해요. Resource 부분에 무엇을 적을까요?",
        "It should allow listing the bucket {bucket}, and no other. What goes into Resource?",
    ),
    "quiz.arn.folder": (
        "{bucket} 버킷의 {folder} 폴더에 든 것을 모두 덮되 그 밖의 것은 덮지 않으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover everything in the folder {folder} of the bucket {bucket}, and nothing else. What goes into Resource?",
    ),
    "quiz.arn.file": (
        "{bucket} 버킷에서 {path} 파일 하나만 덮으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover one file in the bucket {bucket}, {path}, and nothing else. What goes into Resource?",
    ),
    "quiz.arn.users": (
        "{account} 계정의 모든 사용자를 덮되 그룹이나 역할은 덮지 않으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover every user of the account {account}, but no groups or roles. What goes into Resource?",
    ),
    "quiz.arn.user": (
        "{account} 계정의 {user} 사용자 한 명만 덮으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover the user {user} of the account {account} and nobody else. What goes into Resource?",
    ),
    "quiz.arn.path": (
        "{account} 계정에서 {path} 경로 아래의 사용자만 모두 덮으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover all users of the account {account} below the path {path}, and no others. What goes into Resource?",
    ),
    "quiz.arn.role": (
        "{account} 계정의 {role} 역할 하나만 넘겨줄 수 있게 하려 해요. Resource 부분에 무엇을 적을까요?",
        "It should allow handing over one role of the account {account}, {role}, and no other. What goes into Resource?",
    ),
    "quiz.arn.servers": (
        "{account} 계정의 서버 가운데 {region} 리전에 있는 것만 모두 덮으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover all servers of the account {account} in the region {region}, and no others. What goes into Resource?",
    ),
    "quiz.arn.both": (
        "{bucket} 버킷의 목록을 보고 그 안의 {folder} 폴더에 든 파일을 읽는 것만 허용하려 해요. Resource 부분에 무엇을 적을까요?",
        "It should allow listing the bucket {bucket} and reading the files in its folder {folder}, and no more. What goes into Resource?",
    ),
    "quiz.arn.ending": (
        "{bucket} 버킷의 {folder} 폴더 아래에서 {ending} 파일만 덮으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover the files in the folder {folder} of the bucket {bucket} that end in {ending}, and no others. What goes into Resource?",
    ),
    "quiz.arn.any": (
        "{bucket} 버킷의 어느 폴더에 있든 {file} 이름의 파일만 덮으려 해요. Resource 부분에 무엇을 적을까요?",
        "It should cover the files called {file} in any folder of the bucket {bucket}, and no others. What goes into Resource?",
    ),
    "quiz.arn.hint": (
        "덮어야 할 ARN 하나와 덮지 말아야 할 ARN 하나를 떠올려서 답마다 대어 보세요.",
        "Think of one ARN that has to be covered and one that must not be, and try each answer on both.",
    ),
    "quiz.arn.right": (
        "바라는 것은 모두 덮고, 그 밖의 것은 하나도 덮지 않아요.",
        "It covers everything asked for, and nothing else.",
    ),
    # Conditions.
    "quiz.conditions.hint": (
        "조건 키의 값이 요청에 있는지부터 보세요. 그다음에 그 문이 허용하는 문인지 거부하는 문인지 보세요.",
        "First see whether the request carries the condition key at all, then whether the statement allows or denies.",
    ),
    "quiz.conditions.key": (
        "자격 증명 오래 쓰는 액세스 키",
        "signed    with a long-term access key",
    ),
    "quiz.conditions.session": ("자격 증명 임시 자격 증명", "signed    with temporary credentials"),
    "quiz.conditions.demand.deny": (
        "MFA 코드를 넣고 들어온 요청만 허용하려 해요. 액세스 키로 바로 보낸 요청도 막아야 해요. Condition 부분에 무엇을 적을까요?",
        "Only requests made with MFA should go through; those signed with a plain access key should be stopped, too. What goes into Condition?",
    ),
    "quiz.conditions.demand.allow": (
        "MFA 코드를 넣고 들어온 요청만 허용하려 해요. 액세스 키로 바로 보낸 요청은 허용하지 않아요. Condition 부분에 무엇을 적을까요?",
        "Only requests made with MFA should be allowed, and none that is signed with a plain access key. What goes into Condition?",
    ),
    "quiz.conditions.demand.hint": (
        "액세스 키로 바로 보낸 요청에는 이 조건 키가 아예 없어요. 값이 없을 때 답마다 어떻게 되는지 따져 보세요.",
        "A request signed with a plain access key does not carry this key at all. See what each answer does then.",
    ),
    "quiz.conditions.demand.why.deny": (
        "이 거부 문은 값이 false일 때도, 키가 아예 없을 때도 맞아요. 그래서 MFA 없이는 어느 요청도 지나가지 못해요.",
        "This Deny fits when the value is false and when the key is missing, so that nothing passes without MFA.",
    ),
    "quiz.conditions.demand.why.allow": (
        "이 허용 문은 키가 있고 값이 true일 때만 맞아요. 키가 없으면 허용이 없으니 거부돼요.",
        "This Allow fits only where the key is there and true. Where the key is missing, nothing allows the request.",
    ),
    # Two policies.
    "quiz.contrast.ask": (
        "두 정책은 한 군데만 달라요. 어느 정책이 붙어 있어야 이 요청이 허용될까요?",
        "The two policies differ in one place. With which of them is this request allowed?",
    ),
    "quiz.contrast.A": ("정책 A", "Policy A"),
    "quiz.contrast.B": ("정책 B", "Policy B"),
    "quiz.contrast.both": ("둘 다", "With either"),
    "quiz.contrast.first": ("A 정책만", "Only with A"),
    "quiz.contrast.second": ("B 정책만", "Only with B"),
    "quiz.contrast.neither": ("둘 다 아니에요", "With neither"),
    "quiz.contrast.hint": (
        "다른 곳을 먼저 찾고, 그 값이 이 요청에 맞는지 한쪽씩 따져 보세요.",
        "Find the place where they differ, and see on each side whether it fits this request.",
    ),
    "quiz.contrast.why.both": (
        "다른 곳이 있어도 두 정책이 모두 이 요청을 허용해요.",
        "In spite of the difference, both allow this request.",
    ),
    "quiz.contrast.why.first": ("A 정책만 이 요청을 허용해요.", "Only A allows this request."),
    "quiz.contrast.why.second": ("B 정책만 이 요청을 허용해요.", "Only B allows this request."),
    "quiz.contrast.why.neither": (
        "두 정책 모두 이 요청을 허용하지 않아요.",
        "Neither of them allows this request.",
    ),
    # Least privilege.
    "quiz.least.ask": (
        "{user} 사용자에게 필요한 것을 모두 주되 그보다 더 주지 않는 것은 무엇일까요?",
        "Which of these gives {user} everything needed, and no more?",
    ),
    "quiz.least.needs": ("{user} 사용자에게 필요한 것", "What {user} needs"),
    "quiz.least.need.read": (
        "{bucket} 버킷의 {folder} 폴더에 든 파일 읽기",
        "read the files in the folder {folder} of {bucket}",
    ),
    "quiz.least.need.read-all": ("{bucket} 버킷의 모든 파일 읽기", "read every file in {bucket}"),
    "quiz.least.need.upload": (
        "{bucket} 버킷의 {folder} 폴더에 파일 올리기",
        "upload files to the folder {folder} of {bucket}",
    ),
    "quiz.least.need.list": ("{bucket} 버킷의 목록 보기", "list the bucket {bucket}"),
    "quiz.least.need.start": ("{server} 서버 켜기", "start the server {server}"),
    "quiz.least.need.stop": ("{server} 서버 끄기", "stop the server {server}"),
    "quiz.least.need.make-key": ("자신의 액세스 키 만들기", "make access keys of their own"),
    "quiz.least.need.drop-key": ("자신의 액세스 키 지우기", "delete their own access keys"),
    "quiz.least.need.run": ("새 서버 만들기", "launch new servers"),
    "quiz.least.need.pass": ("새 서버에 {role} 역할 넘겨주기", "hand the role {role} to new servers"),
    "quiz.least.hint": (
        "필요한 것을 하나씩 대어 보고, 남는 답에서는 필요 없는데 열리는 것을 찾아보세요.",
        "Try each need on each answer; then, among those that are left, look for what else they open.",
    ),
    "quiz.least.right": (
        "필요한 것은 모두 되고, 필요하지 않은 것은 열리지 않아요.",
        "Everything needed works, and nothing else is opened.",
    ),
    # Sets and variables.
    "quiz.set.hint": (
        "ForAllValues는 요청에 있는 값이 모두 목록에 드는지, ForAnyValue는 하나라도 드는지 물어요. 값이 하나도 없을 때도 따져 보세요.",
        "ForAllValues asks whether all values of the request are listed, ForAnyValue whether any is. Mind the request that has none.",
    ),
    "quiz.set.no-tags": ("태그      요청에 태그 없음", "tags      the request sets none"),
    "quiz.variables.hint": (
        "변수 자리에 이 요청의 값을 넣어서 ARN을 다시 적어 보세요. Version 부분도 함께 보세요.",
        "Write the ARN anew with this request's value in place of the variable. Look at Version, too.",
    ),
}
