"""What the console says of its own accord: refusals, words of the console, and what it mended."""

from typing import Final

from tutor.gateway.english import ENGLISH
from tutor.wording.console_devices import DEVICES, DEVICES_HELP

REFUSALS: Final[dict[str, str]] = {
    "outside-service": (
        "`aws {command}` 명령은 실제 AWS에 있지만, 이 샌드박스에는 {command} 서비스가 없어요. "
        "여기에서 가장 비슷한 것은 `{nearest}` 명령이에요. "
        "여기에서는 {available} 서비스를 쓸 수 있어요."
    ),
    "outside-operation": (
        "`aws {service} {command}` 명령은 실제 AWS에 있지만, 이 샌드박스에는 없어요. "
        "여기에서 쓸 수 있는 가장 비슷한 명령은 `aws {service} {nearest}` 명령이에요."
    ),
    "outside-unlike": (
        "`aws {service} {command}` 명령은 실제 AWS에 있지만, 이 샌드박스에는 없어요. "
        "같은 일을 하는 명령은 없고, 가장 가까운 것은 `aws {service} {nearest}` 명령이에요."
    ),
    "outside-request": (
        "{service} 서비스의 {operation} 작업은 이 샌드박스에 없어요. 가장 비슷한 것은 {nearest} 작업이에요."
    ),
    "outside-file": "{path} 파일은 작업 폴더 밖에 있어요. 콘솔은 작업 폴더 안의 파일만 읽고 써요.",
    "linked-file": "{path} 파일은 작업 폴더 밖을 가리키는 링크예요. 링크 대신 사본을 작업 폴더에 두세요.",
    "no-network": (
        "콘솔은 네트워크를 쓰지 않아서 {url} 주소를 읽지 않았어요. "
        "내용을 파일로 저장하고 file://이름 형식으로 적어 주세요."
    ),
    "no-input": "콘솔에는 표준 입력이 없어요. 작업 폴더에 파일을 만들고 그 이름을 적어 주세요.",
    "endpoint": "--endpoint-url 옵션은 필요 없어요. 이 콘솔의 모든 명령은 샌드박스로 가요.",
    "debug": "--debug 옵션은 여기에서 보여 줄 것이 없어요. 요청마다 판정 화면이 이유를 보여 줘요.",
    "not-a-command": (
        "{word} 명령은 이 콘솔에 없어요. `aws` 글자로 시작하는 줄이나 이 콘솔의 낱말(기록, 로그인, 목록 등)을 쓸 수 있어요. "
        "모두 보려면 `도움말` 줄을 보내세요."
    ),
    "not-a-command-but": (
        "{word} 명령은 이 콘솔에 없어요. `{nearest}` 명령을 쓰려고 했나요? "
        "쓸 수 있는 낱말은 `help` 명령으로 볼 수 있어요."
    ),
    "no-profile": (
        "{name} 프로필은 아직 없어요. 있는 프로필은 `aws configure list-profiles` 명령으로 볼 수 있어요."
    ),
    "no-profile-keep": "{name} 프로필은 아직 없어요. 방금 받은 자격 증명을 쓰려면 먼저 `간직 {name}` 줄을 보내세요.",
    "exists-already": "이미 있어요. 내용을 바꾸려면 `{command}` 명령을 쓰세요.",
    "file-forgotten": "{name} 파일을 읽게 하려면 이름 앞에 file:// 글자를 붙이세요: file://{name}",
    "perhaps-meant": "가장 비슷한 명령은 `{meant}` 명령이에요.",
    "open-quote": "따옴표를 열고 닫지 않았어요.",
    "shell-pipe": (
        "{sign} 기호는 출력을 다른 프로그램에 넘기는데, 이 콘솔에는 다른 프로그램이 없어요. "
        "필요한 부분은 --query 옵션으로 고르고, 모양은 --output json, table, text 중에서 골라요."
    ),
    "shell-list": (
        "{sign} 기호는 명령을 이어요. 이 콘솔은 한 줄에 명령 하나를 실행하니, 다음 명령은 다음 줄에 적어요."
    ),
    "shell-output": (
        "{sign} 기호는 출력을 파일에 써요. 이 콘솔은 화면에 보여 줘요. 파일을 만드는 명령은 "
        "`aws s3api get-object ... 파일`처럼 파일 이름을 받아요."
    ),
    "shell-input": "{sign} 기호는 파일을 입력으로 읽어요. 여기에서는 옵션에 파일을 적어요: file://이름",
    "shell-substitution": (
        "{sign} 기호는 명령 안에서 명령을 실행해요. 여기에서는 안쪽 명령을 --query와 --output text 옵션으로 "
        "먼저 실행하고, 그 답을 이름=값으로 둔 뒤 $이름으로 써요. 백틱이 든 --query 값은 작은따옴표로 감싸요."
    ),
    "shell-glob": (
        "{sign} 부분은 셸에서 파일 이름으로 바뀌어요 ({files}). 여기에서는 파일을 하나씩 적거나, 기호 "
        "그대로를 "
        "뜻하면 작은따옴표로 감싸요. `aws s3 cp --recursive` 명령에는 --exclude와 --include 옵션이 있어요."
    ),
    "shell-home": (
        "{sign} 기호는 셸에서 홈 폴더예요. 이 콘솔에는 작업 폴더만 있으니, 파일은 작업 폴더에서부터 적어요."
    ),
    "variable-form": (
        "{text} 부분은 이 콘솔이 바꿔 넣지 않아요. $이름과 ${{이름}} 형태만 바뀌어요. "
        "정책 변수처럼 $ 기호가 든 글은 작은따옴표로 감싸요."
    ),
    "no-variable": (
        "{name} 변수가 없어요. {name}=값 또는 `export {name}=값`으로 정해요. "
        "글자 그대로를 뜻하면 작은따옴표로 감싸요."
    ),
    "variable-name": (
        "{name} 부분은 변수가 될 수 없어요. 이름=값을 = 앞뒤 빈칸 없이 적고, 이름은 영문 글자, 숫자, _ "
        "기호로 "
        "짓되 숫자로 시작하지 않아요."
    ),
    "not-a-file": "작업 폴더에 {path} 파일이 없어요.",
    "file-trouble": "{path} 파일을 쓸 수 없어요: {why}",
    "names-a-file": "`{word}` 명령에는 작업 폴더의 파일 이름이 필요해요. `ls` 명령으로 볼 수 있어요.",
    "too-long": "{path} 파일은 이 콘솔이 보여 주기에는 길어요.",
    "edit": (
        "여기에는 편집기가 없어요. {path} 파일을 쓰던 편집기로 작업 폴더에 두거나, "
        "내용을 작은따옴표로 감싸 명령에 바로 적어요."
    ),
    "clock-form": "시간은 이렇게 적어요: clock +1h (+30m, +2d, +10s, +1d12h, -1h도 돼요)",
    "clock-reach": "샌드박스 시계는 그만큼 갈 수 없어요.",
    "history-form": "이렇게 적어요: history, history 5, history all, history before, history before jun",
    "goto-form": "이렇게 적어요: goto 3. 번호는 `history` 목록의 요청 앞에 있어요.",
    "explain-form": "이렇게 적어요: explain, 또는 `history` 목록의 번호로 explain 3",
    "no-such-request": "{number}번 요청은 없어요. 번호는 {last}번까지 있고, `history` 명령으로 볼 수 있어요.",
    "no-help": (
        "{word} 도움말은 없어요. `help` 명령이 낱말을 보여 주고, `aws help` 명령은 AWS의 도움말이에요."
    ),
    "nothing-to-undo": "되돌릴 것이 없어요.",
    "nothing-to-redo": "다시 적용할 것이 없어요.",
    "ascii-name": (
        "AWS의 이름에는 영문 글자와 숫자, 몇 가지 기호만 쓸 수 있어서 {name} 이름은 안 돼요. "
        "태그에는 쓸 수 있어요: --tags Key=Name,Value={name}"
    ),
}

DONE: Final[dict[str, str]] = {
    "undone": "되돌린 것: {what}",
    "undone-idle": "되돌린 것: {what}. 그 뒤의 요청은 거부됐거나 보기만 해서 바꾼 것이 없어요.",
    "undone-first": "되돌린 것: {what} (AWS에는 되돌리기가 없어요. 이 샌드박스에만 있어요.)",
    "undone-first-idle": (
        "되돌린 것: {what}. 그 뒤의 요청은 거부됐거나 보기만 해서 바꾼 것이 없어요. "
        "(AWS에는 되돌리기가 없어요. 이 샌드박스에만 있어요.)"
    ),
    "redone": "다시 적용한 것: {what}",
    "reset-ask": "`reset` 명령은 계정을 처음으로 되돌려요. 정말 하려면 `reset` 명령을 한 번 더 입력해요.",
    "reset": "계정이 처음과 같아졌어요.",
    "gone-to": (
        "계정은 {number}번 요청 직후와 같아요. 이제 하는 일은 새 갈래가 돼요. "
        "떠나온 요청도 `history all` 명령으로 볼 수 있어요."
    ),
    "gone-to-beginning": (
        "계정은 첫 요청 전과 같아요. 이제 하는 일은 새 갈래가 돼요. "
        "떠나온 요청도 `history all` 명령으로 볼 수 있어요."
    ),
    "no-requests": "아직 보낸 요청이 없어요.",
    "no-such-before": "첫 줄을 보내기 전의 기록에 {word} 낱말이 든 줄은 없어요.",
    "no-requests-before": "첫 줄을 보내기 전의 기록은 없어요.",
    "explain-sign-in": (
        "로그인은 첫 번째 문이에요. 암호를 비교하고, MFA 기기가 있으면 코드도 확인해요. 정책은 묻지 않아요."
    ),
    "clock": "샌드박스 시계는 {time} UTC예요.",
    "keep-form": "이렇게 적어요: keep pickup. 방금 받은 자격 증명을 넣을 프로필의 이름이에요.",
    "nothing-to-keep": "간직할 자격 증명이 없어요. `aws sts assume-role` 명령 같은 줄로 먼저 받아야 해요.",
    "kept": (
        "{whose} 보안 주체의 자격 증명({key})을 {name} 프로필에 넣었어요. 이제 줄 끝에 `--profile {name}` 옵션을 붙여 써요. "
        "일터에서는 `aws configure set` 명령이나 `export` 줄로 세 값을 옮겨 적어요."
    ),
    "report-form": "`report` 한 낱말만 적어요. 가장 새로운 자격 증명 보고서를 표로 보여 줘요.",
    "no-report": "자격 증명 보고서가 아직 없어요. `aws iam generate-credential-report` 명령으로 만들어요.",
    "report": (
        "줄여서 보여 주는 표예요. 일터에서는 모든 열을 읽어요: `aws iam get-credential-report --query Content "
        "--output text | base64 --decode`."
    ),
    "not-exported": "{name} 변수는 이 콘솔에서만 쓰여요. `export {name}` 명령을 하면 `aws`도 봐요.",
    "no-effect": (
        "{name} 변수는 여기에서 아무 일도 하지 않아요. 이 콘솔은 AWS 설정을 파일이나 네트워크에서 읽지 "
        "않아요."
    ),
}

IDENTITY: Final[dict[str, str]] = {
    "configure": (
        "여기에서 `aws configure` 뒤에는 이것만 쓸 수 있어요: 아무것도 없이(물어봐요), list, list-profiles, "
        "get 이름, set 이름 값. 프로필은 저장에 남고, 이 콘솔은 컴퓨터의 AWS 설정을 건드리지 않아요."
    ),
    "configured": "{name} 프로필을 저장에 두었어요.",
    "no-setting": "{setting} 설정은 이 콘솔에 없어요. 쓸 수 있는 설정: {available}",
    "secret-kept": "{setting} 값은 저장에만 있고 다시 보여 주지 않아요.",
    "no-profiles": "아직 프로필이 없어요. `aws configure --profile 이름` 명령으로 만들 수 있어요.",
    "ask.aws_access_key_id": "AWS 액세스 키 ID [{now}]:",
    "ask.aws_secret_access_key": "AWS 비밀 액세스 키 [{now}]:",
    "ask.region": "기본 리전 이름 [{now}]:",
    "ask.output": "기본 출력 형식 [{now}]:",
    "ask.password": "암호:",
    "ask.first-password": (
        "이 루트 사용자에게는 아직 암호가 없어요. 정해 주세요 (세 종류 이상의 글자로 8자 이상):"
    ),
    "ask.new-password": "이 암호는 바꿔야 해요. 새 암호:",
    "ask.code": "MFA 코드:",
    "sign-in-form": (
        "이렇게 적어요: sign-in --account 계정 --user 이름, 또는 sign-in --root 이메일. 암호는 물어봐요."
    ),
    "sign-in-failed": "인증 정보가 맞지 않아요. 다시 해 보세요.",
    "sign-in-code": "MFA 코드가 기기와 맞지 않거나 이미 쓴 코드예요. 다음 코드를 기다렸다가 다시 해 보세요.",
    "sign-in-left": "아무도 로그인하지 않았어요.",
    "address-form": "{address} 값은 이메일 주소가 아니에요.",
    "password-weak": (
        "더 강한 암호를 정해 주세요. 8자 이상, 대문자와 소문자와 숫자와 기호 중 세 종류 이상이에요."
    ),
    "signed-in": (
        "로그인했어요: {arn} ({until} UTC까지). 이제 --profile 옵션이 없는 `aws` 줄은 이 사람으로 나가고, "
        "`sign-out` 명령으로 끝내요."
    ),
    "own-sign-in-page": (
        "계정은 이 계정의 로그인 주소 https://{account}.signin.aws.amazon.com/console 안에 들어 있어요. "
        "다른 곳에서 들어올 때는 --account 옵션으로 계정도 적어요."
    ),
    "password-changed": "암호를 바꾸고 로그인했어요: {arn}",
    "not-signed-in": "로그인한 사람이 없어요.",
    "signed-out": "로그아웃했어요.",
    "sign-in-gone": "되돌아간 때에는 아직 로그인하기 전이라, 이제 로그인한 사람이 없어요.",
    "ssh-form": "이렇게 적어요: ssh 인스턴스. 인스턴스 ID는 i-0123456789abcdef0 형태예요.",
    "no-instance": (
        "실행 중인 {instance} 인스턴스가 없어요. `aws ec2 describe-instances` 명령으로 볼 수 있어요."
    ),
    "on-instance": (
        "{instance} 인스턴스에 들어왔어요. 여기서 보내는 요청에는 인스턴스의 {role} 역할이 서명해요. 여기에는 "
        "키가 없고, "
        "새 자격 증명은 저절로 와요. `exit` 명령으로 나가요."
    ),
    "on-instance-alone": (
        "{instance} 인스턴스에 들어왔어요. 인스턴스 프로파일이 없어서 `aws` 명령이 쓸 자격 증명이 없어요. "
        "`exit` 명령으로 나가요."
    ),
    "on-instance-untrusted": (
        "{instance} 인스턴스에 들어왔어요. {role} 역할의 신뢰 정책에 ec2.amazonaws.com 서비스가 없어서 "
        "`aws` 명령이 쓸 자격 증명이 없어요. `exit` 명령으로 나가요."
    ),
    "instance-gone": "{instance} 인스턴스가 더는 실행 중이 아니라서 그 셸에서 나왔어요.",
    "left-instance": "{instance} 인스턴스에서 나왔어요.",
    "not-on-an-instance": "지금은 인스턴스 안이 아니라서 나갈 곳이 없어요.",
    "leave-first": (
        "{word} 명령은 인스턴스 안에서 쓸 수 없어요. `exit` 명령으로 {instance} 인스턴스에서 나가요."
    ),
}

HELP: Final[dict[str, str]] = {
    "help.first": "`aws` 말고 이런 낱말도 있어요. 한국어로도 쓸 수 있어요:",
    "help.sign-in": "{korean}, sign-in: 암호로 로그인: --account 계정 --user 이름, 또는 --root 이메일",
    "help.sign-out": "{korean}, sign-out: 로그인 끝내기",
    "help.profiles": "{korean}, profiles: --profile 옵션에 쓸 프로필 목록. `aws configure` 명령으로 만들어요",
    "help.export": "{korean}, export 이름=값: `aws`도 보는 변수 정하기 (AWS_PROFILE 등)",
    "help.unset": "{korean}, unset 이름: 변수 없애기",
    "help.echo": "{korean}, echo 글: 변수를 바꿔 넣은 글 보기",
    "help.ls": "{korean}, ls: 작업 폴더의 파일 목록",
    "help.cat": "{korean}, cat 파일: 파일 내용 보기",
    "help.edit": "{korean}, edit 파일: 파일 고치기",
    "help.rm": "{korean}, rm 파일: 파일 지우기",
    "help.date": "{korean}, date: 샌드박스의 시각",
    "help.keep": "{korean}, keep 이름: 방금 받은 자격 증명을 그 이름의 프로필로 쓰기",
    "help.report": "{korean}, report: 가장 새로운 자격 증명 보고서를 표로 보기",
    "help.clock": "{korean}, clock +1h: 샌드박스의 시각 옮기기 (+2d, +30m, -1h도 돼요)",
    "help.explain": "{korean}, explain [번호]: 마지막 요청이나 그 번호의 요청이 왜 허용되거나 거부됐는지",
    "help.undo": "{korean}, undo: 무언가 바꾼 마지막 줄 되돌리기",
    "help.redo": "{korean}, redo: 되돌린 것을 다시 하기",
    "help.history": "{korean}, history [개수 | all | before]: 최근 요청과 그 번호, before [낱말]은 처음 오기 전의 기록에서 그 낱말이 든 줄",
    "help.goto": "{korean}, goto 번호: 그 요청 직후로 가서 거기부터 이어 가기",
    "help.reset": "{korean}, reset: 처음으로 (한 번 더 물어봐요)",
    "help.ssh": "{korean}, ssh 인스턴스: 실행 중인 인스턴스의 셸",
    "help.exit": "{korean}, exit: 인스턴스에서 나가기",
    "help.help": "{korean}, help [낱말]: 이 도움말, 또는 낱말 하나의 도움말",
    "help.aws": "aws 서비스 명령: 진짜 AWS CLI. 그 도움말은 `aws help`, `aws iam create-user help`",
    "help.shell": (
        "따옴표, $이름, 이름=값은 셸처럼 쓸 수 있어요. 파이프, >, $( ) 기호는 안 되니 --query와 --output "
        "옵션을 써요."
    ),
}

KOREAN: Final[dict[str, str]] = {
    **REFUSALS,
    **DONE,
    **IDENTITY,
    **DEVICES,
    **HELP,
    **DEVICES_HELP,
}
"""By the kind of a notice; the English sentences are those that stand on the console's stdout and stderr."""

FIXES: Final[dict[str, tuple[str, str]]] = {
    "prompt": ("맨 앞의 `$` 기호는 프롬프트라서 뺐어요.", "The `$` in front is the prompt; it was left out."),
    "quotes": (
        "둥근 따옴표 {found} 문자를 {meant} 문자로 바꿨어요.",
        "The printed quotation mark {found} was changed to {meant}.",
    ),
    "space": ("특수한 빈칸을 보통 빈칸으로 바꿨어요.", "A special space was changed to a plain one."),
    "dash": (
        "긴 줄표가 든 {found} 부분을 {meant} 형태로 바꿨어요.",
        "The long dash was changed: {found} was read as {meant}.",
    ),
    "full-width": (
        "전각 문자 {found} 부분을 {meant} 형태로 바꿨어요.",
        "The full-width letters {found} were changed to {meant}.",
    ),
    "hangul": (
        "한글로 입력된 {found} 부분을 {meant} 글자로 읽었어요.",
        "The keyboard was in Hangul mode: {found} was read as {meant}.",
    ),
}
"""By the kind of a fix: Korean and English."""

EXPLAINED: Final[dict[str, tuple[str, str]]] = {
    "first-gate": (
        "첫 번째 문(누구인가요?)에서 멈췄어요. 키 {key}, 오류 {error}. 정책은 묻지 않았어요.",
        "Stopped at the first gate, who you are: key {key}, error {error}. No policy was asked.",
    ),
    "token": (
        "첫 번째 문(누구인가요?)에서 멈췄어요. ID 제공업체의 토큰을 믿지 않았어요. 오류 {error}. 정책은 묻지 않았어요.",
        "Stopped at the first gate, who you are: the provider's token was not accepted, error {error}. No policy was asked.",
    ),
    "by-service": (
        "서비스가 정책을 보기 전에 {action} 요청을 거부했어요 (오류 {error}).",
        "The service refused {action} before it looked at any policy (error {error}).",
    ),
    "then-error": (
        "허용됐지만, 그다음에 서비스가 오류로 답했어요: {error}",
        "It was allowed; then the service answered with an error: {error}",
    ),
}
"""What `explain` tells beside the trace of a decision: Korean and English."""

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **{f"console.{kind}": (KOREAN[kind], english) for kind, english in ENGLISH.items()},
    **{f"console.fix.{kind}": pair for kind, pair in FIXES.items()},
    **{f"console.explained.{kind}": pair for kind, pair in EXPLAINED.items()},
}
