"""Sentences of the command line."""

from typing import Final

from tutor.wording.cli_operations import OPERATIONS
from tutor.wording.cli_plain import PLAIN
from tutor.wording.cli_quiz import QUIZ

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **OPERATIONS,
    **PLAIN,
    **QUIZ,
    "cli.help.what": (
        "터미널에서 AWS IAM을 배워요. 진짜 AWS CLI를 오프라인 샌드박스 계정에 입력하고, 거부되면 왜인지 바로 볼 수 있어요.",
        "Learn AWS IAM in the terminal: type the real AWS CLI against an offline sandbox account that says why.",
    ),
    "cli.help.commands": ("명령 (없으면 튜터가 시작돼요)", "commands (without one the tutor starts)"),
    "cli.help.help": ("이 도움말을 보여 주고 끝내요", "show this help and leave"),
    "cli.help.version": ("버전을 보여 주고 끝내요", "show the version and leave"),
    "cli.help.plain": (
        "화면 없이 한 줄씩 주고받아요 (화면 낭독기, 스크립트, 단순한 터미널)",
        "play as plain lines, without a screen (screen readers, scripts, dumb terminals)",
    ),
    "cli.help.saves": ("저장 폴더들이 놓인 곳", "the folder that holds the saves"),
    "cli.help.save": (
        "쓸 저장의 이름. run과 endpoint에서는 샌드박스의 이름도 돼요 (다른 저장의 것이면 저장/이름)",
        "the save to use; for run and endpoint also a sandbox's name (of another save: SAVE/NAME)",
    ),
    "cli.help.language": ("쓸 언어", "the language to speak"),
    "cli.help.run": (
        "콘솔 줄을 표준 입력에서 읽어 실행해요. --save 없이는 매번 새 빈 계정이에요.",
        "run console lines from standard input; without --save each run is a new, empty account",
    ),
    "cli.help.simulate": (
        "정책과 요청을 넣으면 허용인지 거부인지 판정해요",
        "decide a request by its policies, with the reason",
    ),
    "cli.help.check": (
        "레슨을 내보내도 되는지 검사해요",
        "check lessons against the publishing gate",
    ),
    "cli.help.preview": (
        "레슨을 임시 저장에서 실행하고, 파일을 고치면 다시 읽어요",
        "play a lesson on a throw-away save, and read it again when a file changes",
    ),
    "cli.help.new-lesson": (
        "모든 단계의 예가 든 견본 레슨을 써요",
        "write a template lesson with an example of every kind of step",
    ),
    "cli.help.lint": (
        "정책 하나를 검사해요: AWS가 거부할 곳, 다시 볼 곳",
        "look through one policy: what AWS would refuse, what deserves a second look",
    ),
    "cli.help.format": ("출력 형식", "the form of the output"),
    "cli.help.account-id": ("새 계정의 12자리 번호", "the new account's id, 12 digits"),
    "cli.help.seed": (
        "새 계정의 아이디와 비밀 키가 나오는 씨앗 (같은 씨앗이면 같은 아이디)",
        "what the new account's ids and secrets are made from (the same seed gives the same ids)",
    ),
    "cli.usage.see": ("도움말: {command} --help", "For help: {command} --help"),
    "cli.usage.unknown-argument": (
        "모르는 인자가 있어요: {found}",
        "there is no such argument: {found}",
    ),
    "cli.usage.missing-argument": (
        "빠진 인자가 있어요: {found}",
        "something is missing: {found}",
    ),
    "cli.usage.missing-value": (
        "{option} 옵션 뒤에 값이 하나 있어야 해요",
        "{option} needs a value after it",
    ),
    "cli.usage.choice": (
        "{option} 자리에 {found} 값은 쓸 수 없어요. 쓸 수 있는 값: {choices}",
        "{option} cannot be {found}; choose one of {choices}",
    ),
    "cli.usage.value": (
        "{option} 자리에 {found} 값은 맞지 않아요",
        "{option} cannot be {found}",
    ),
    "cli.usage.ambiguous": (
        "{found} 옵션은 여러 가지로 읽혀요: {choices}",
        "{found} could mean {choices}; write it out",
    ),
    "cli.usage.other": ("{option}: {found}", "{option}: {found}"),
    "cli.save-name": (
        "저장 이름으로 {found} 값은 쓸 수 없어요. 글자와 숫자, 밑줄과 붙임표로 64자까지, 폴더 경로 없이 써 주세요.",
        "{found} cannot be the name of a save: use letters, digits, - and _, 64 at most, and no folder path.",
    ),
    "cli.account-id": (
        "계정 번호는 숫자 12자리예요. 받은 값: {found}",
        "an account id is 12 digits, not {found}",
    ),
    "cli.new-only": (
        "{option} 옵션은 새 계정에만 쓸 수 있는데, {save} 저장은 이미 있어요.",
        "{option} is for a new account, but the save {save} exists already.",
    ),
    "cli.crash": (
        "프로그램 안에서 문제가 생겨 멈췄어요. 저장한 내용은 그대로예요. 위 내용을 개발자에게 알려 주세요.",
        "something went wrong inside the program, and it has stopped. What you saved is safe. "
        "Please send the developers what stands above.",
    ),
    "cli.crash.kept": (
        "프로그램 안에서 문제가 생겨 멈췄어요. 저장한 내용은 그대로예요. 개발자에게 이 파일을 보내 주세요: {path}",
        "something went wrong inside the program, and it has stopped. What you saved is safe. "
        "Please send the developers this file: {path}",
    ),
    "cli.dumb-terminal": (
        "이 터미널에는 화면을 그릴 수 없어서 한 줄씩 주고받는 방식(--plain)으로 시작해요.",
        "this terminal cannot draw a screen, so the tutor starts as plain lines (--plain).",
    ),
    "cli.no-terminal": (
        "화면을 그릴 수 있는 터미널이 아니에요. 한 줄씩 주고받는 방식으로 시작하려면: iam-tutor --plain",
        "this is not a terminal that can draw a screen. To play as plain lines: iam-tutor --plain",
    ),
    "cli.simulate.case": (
        "사례 파일, 또는 표준 입력이면 -",
        "the file with the case, or - for standard input",
    ),
    "cli.simulate.batch": (
        "한 줄에 한 사례씩 읽고 한 줄씩 답해요",
        "one case a line in, one answer a line out",
    ),
    "cli.simulate.trace": ("판정 과정도 함께 답해요", "answer with the trace too"),
    "cli.simulate.bench": ("얼마나 빠르게 판정하는지 재요", "measure how fast decisions are made"),
    "cli.simulate.seconds": ("한 번에 잴 시간(초)", "seconds to measure each time"),
    "cli.simulate.runs": ("잴 횟수", "how many times to measure"),
    "cli.plain.language": (
        "IAM Tutor\n1 한국어 · 2 English\n번호를 입력하고 Enter를 누르세요. Enter만 누르면 1이에요.",
        "IAM Tutor\n1 한국어 · 2 English\nType a number, then Enter. Enter alone means 2.",
    ),
    "cli.plain.words": (
        "명령은 `aws`로 시작해요. 그 밖에: 힌트, 되돌리기, 풀이, 다음, 지도, 기록, 자세히 이름, 도움말, 끝내기",
        "Commands begin with `aws`. Besides: hint, undo, solution, next, map, history, show NAME, help, quit",
    ),
    "cli.plain.goals": ("목표:", "Goals:"),
    "cli.plain.go-on": ("Enter를 누르면 다음으로 가요.", "Press Enter to go on."),
    "cli.plain.pick-one": (
        "1부터 {last} 사이의 번호 하나로 답하세요.",
        "Answer with one number from 1 to {last}.",
    ),
    "cli.plain.pick-several": (
        "맞는 번호를 모두 적어 답하세요. 예: 1 3 (1부터 {last} 사이)",
        "Answer with all the numbers that are right, such as 1 3 (from 1 to {last}).",
    ),
    "cli.plain.arrange": (
        "번호를 맞는 순서대로 모두 적으세요. 예: {example}",
        "Type all the numbers in the right order, such as {example}.",
    ),
    "cli.plain.right-order": (
        "맞는 차례예요. ✗ 표시는 다른 자리에 두었던 것이에요.",
        "The right order; what you had in another place is marked ✗.",
    ),
    "cli.plain.right-value": ("{label} 맞는 답: {answers}", "{label} (right: {answers})"),
    "cli.plain.first": ("먼저: {text}", "First: {text}"),
    "cli.plain.gap": ("빈칸 {number}/{total}. {label}", "Gap {number} of {total}. {label}"),
    "cli.plain.gap-typed": (
        "값을 입력하세요. 비어 있어야 하면 - 하나를 입력하세요.",
        "Type the value; type - if it stays empty.",
    ),
    "cli.plain.gap-options": (
        "번호로 고르세요: {options}",
        "Choose by number: {options}",
    ),
    "cli.plain.repair": (
        "고칠 파일: {file}\n"
        "보기: `편집 {file}` · 3번째 줄 바꾸기: `편집 {file} 3 새 내용` · 3번째 줄 앞에 넣기: `편집 {file} +3 내용` · "
        "3번째 줄 빼기: `편집 {file} -3` · 통째로 붙여 넣기: `편집 {file} 전체`\n"
        "내 편집기로 고쳐도 돼요: {path}\n"
        "다 고치면 이렇게 입력하세요: `확인`",
        "The file to mend: {file}\n"
        "`edit {file}` shows it · `edit {file} 3 new text` replaces line 3 · `edit {file} +3 text` puts a line before "
        "line 3 · `edit {file} -3` takes line 3 out · `edit {file} all` takes a whole new text\n"
        "Your own editor will do too: {path}\n"
        "Then type `check`.",
    ),
    "cli.plain.paste": (
        "`{file}` 파일의 새 내용을 붙여 넣고, 마지막 줄에 마침표(.) 하나만 입력하세요.",
        "Paste the new text of {file}; a line with a single full stop (.) ends it.",
    ),
    "cli.plain.not-written": (
        "`{file}` 파일을 쓸 수 없어요. 작업 폴더 안의 이름을 쓰세요.",
        "{file} cannot be written. Give a name inside the working folder.",
    ),
    "cli.plain.no-file": ("`{file}` 파일이 없어요.", "There is no file {file}."),
    "cli.plain.file": ("{file} ({count}줄)", "{file} ({count} lines)"),
    "cli.plain.refused": (
        "IAM이 이 정책을 받지 않아요: {line}번째 줄, {column}번째 글자",
        "IAM refuses this policy at line {line}, column {column}:",
    ),
    "cli.plain.readable": ("IAM이 읽을 수 있는 정책이에요: {file}", "IAM can read this policy: {file}"),
    "cli.plain.more-findings": ("… 그리고 {count}개 더", "… and {count} more"),
    "cli.plain.sign-in": (
        "들어갈 사람: {who}\n`로그인 {option}` 줄로 들어가요. 암호와 코드는 이어서 물어봐요.",
        "Sign in as: {who}\nType `sign-in {option}`; the password and the code are asked for next.",
    ),
    "cli.plain.points": (
        "이 레슨은 도중부터 시작할 수 있어요. 예: `시작 {example}`",
        "You can start this lesson part of the way in, as with `start {example}`:",
    ),
    "cli.plain.test-out": (
        "이미 아는 내용이면 마지막 과제로 바로 갈 수 있어요: `건너뛰기`",
        "If you know all this, type `test-out` to go to the last challenge.",
    ),
    "cli.plain.checked": ("확인했어요. 모두 맞아요.", "Checked: everything holds."),
    "cli.plain.line": (
        "준비된 줄 (Enter를 누르면 실행돼요): {line}",
        "The line to run (Enter runs it): {line}",
    ),
    "cli.plain.begin": (
        "줄의 앞부분: {line}\n이어지는 부분만 입력하거나, 줄 전체를 입력하세요.",
        "The line begins: {line}\nType what follows, or a whole line.",
    ),
    "cli.plain.saved": ("저장했어요. 다음에 여기서 이어져요.", "Saved. Next time it goes on from here."),
    "cli.plain.free.words": (
        "명령은 `aws`로 시작해요. 그 밖에: 힌트(해 볼 만한 것), 되돌리기, 초기화, 지도, 기록, 도움말, 끝내기",
        "Commands begin with `aws`. Besides: hint (things to try), undo, reset, map, history, help, quit",
    ),
    "cli.plain.free.saved": (
        "저장했어요. 다음에 이어서 하려면: iam-tutor sandbox {name} --plain",
        "Saved. To go on with it: iam-tutor sandbox {name} --plain",
    ),
    "cli.help.sandbox": (
        "레슨 없이 자유롭게 써 보는 계정을 열어요. 이름이 없으면 고르고, 없는 이름이면 새로 만들어요.",
        "open an account to play in, without a lesson; a new name makes a new one, no name lets you choose",
    ),
    "cli.sandbox.help.name": ("샌드박스의 이름", "the sandbox's name"),
    "cli.sandbox.help.lesson": (
        "새 샌드박스를 이 레슨이 시작할 때의 계정으로 만들어요 (id 또는 번호)",
        "make a new sandbox with the account this lesson begins with (its id or number)",
    ),
    "cli.sandbox.no-lesson": (
        "{found} 레슨은 없어요. 있는 레슨: {known}",
        "there is no lesson {found}. There are: {known}",
    ),
    "cli.no-terminal.sandbox": (
        "화면을 그릴 수 있는 터미널이 아니에요. 한 줄씩 주고받는 방식으로 시작하려면: iam-tutor sandbox --plain",
        "this is not a terminal that can draw a screen. To play as plain lines: iam-tutor sandbox --plain",
    ),
    "cli.plain.no-more": ("지금 있는 레슨은 여기까지예요.", "These are all the lessons there are for now."),
    "cli.help.endpoint": (
        "샌드박스 계정을 이 컴퓨터 안의 HTTP 주소로 열어요. 내 AWS CLI, boto3, Terraform으로 쓸 수 있어요.",
        "open the sandbox account on a local HTTP address, for your own AWS CLI, boto3 or Terraform",
    ),
    "cli.endpoint.help.port": ("포트 번호 (0이면 빈 포트)", "the port (0 takes any free one)"),
    "cli.endpoint.help.fresh": (
        "저장하지 않는 새 빈 계정 (--save 없이는 늘 이래요)",
        "a new, empty account that is not kept (as without --save)",
    ),
    "cli.endpoint.help.root-key": (
        "계정 루트 사용자의 액세스 키 (없으면 만들어요)",
        "the access key of the account's root user (made if not given)",
    ),
    "cli.endpoint.help.token": (
        "제어 주소에 들어갈 비밀 토큰 (없으면 무작위)",
        "the secret token in the control address (random if not given)",
    ),
    "cli.endpoint.control": ("제어 주소: {address}", "Control address: {address}"),
    "cli.endpoint.fresh-or-save": (
        "--fresh 옵션과 --save 옵션 중 하나만 쓸 수 있어요.",
        "choose one of --fresh and --save.",
    ),
    "cli.endpoint.port": (
        "포트 번호는 0부터 65535까지예요. 받은 값: {found}",
        "a port is a number from 0 to 65535, not {found}",
    ),
    "cli.endpoint.no-port": (
        "포트 {port}번을 열 수 없어요 ({why}). --port 0 옵션은 빈 포트를 골라요.",
        "cannot open port {port} ({why}). --port 0 takes a free one.",
    ),
    "cli.endpoint.root-key": (
        "--root-key 옵션의 값은 ID:SECRET 꼴이에요. ID는 글자와 숫자, 밑줄로 16자에서 128자까지예요.",
        "--root-key is ID:SECRET, with an ID of 16 to 128 letters, digits or underscores.",
    ),
    "cli.endpoint.token": (
        "--control-token 옵션의 값은 영문 글자와 숫자, . _ ~ - 로 128자까지예요.",
        "--control-token is up to 128 letters, digits and . _ ~ -",
    ),
}
