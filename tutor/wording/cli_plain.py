"""Sentences of plain mode's own words."""

from typing import Final

PLAIN: Final[dict[str, tuple[str, str]]] = {
    "cli.plain.help.show": (
        "{word} 이름: 계정에 있는 것의 모든 것과, 이어서 실행할 수 있는 줄 (이름이 없으면 계정 전체)",
        "{word} NAME: everything about a thing of the account, and the lines that can be run next (no name: the account)",
    ),
    "cli.plain.help.map": (
        "{word} 이름·작업·리소스: 권한 지도에서 그 부분만, 마지막 명령으로 바뀐 곳은 표시해서",
        "{word} NAME ACTION RESOURCE: that part of the permission map; what the last command changed is marked",
    ),
    "cli.plain.help.history": (
        "{word} 말: 그 말이 든 요청만 (`{word} sora`, 거부된 것만: `{word} 거부`)",
        "{word} WORDS: only the requests that hold them (`history sora`; `history refused` for the refused ones)",
    ),
    "cli.plain.help.why": (
        "{word}: 마지막으로 본 판정의 이유 (`{word} 누가 작업 리소스`: 보내지 않은 요청의 답과 이유)",
        "{word}: the reason of the decision looked at last (`why WHO ACTION RESOURCE`: of a request that nobody sent)",
    ),
    "cli.plain.help.what-if": (
        "{word} 누가 작업 리소스 조건키=값: 마지막 요청에서 적은 것만 바꿔 물어보기 (`{word} 누가=bob`)",
        "{word} WHO ACTION RESOURCE KEY=VALUE: the last request with what you name changed (`what-if who=bob`)",
    ),
    "cli.plain.help.flip": (
        "{word} [번호]: 판정이 반대로 되는 가장 작은 변경",
        "{word} [N]: the smallest change that gives the decision the other answer",
    ),
    "cli.plain.help.check": (
        "{word} 파일: 정책에서 걸리는 곳, 지켜보는 요청의 결과, 붙이는 줄 (파일이 없으면 이 단계를 확인)",
        "{word} FILE: findings, what the watched requests would come to, how to attach it (no file: check the step)",
    ),
    "cli.plain.help.watch": (
        "{word} 파일 누가 작업 리소스 [허용|거부]: 그 파일에서 지켜볼 요청 더하기",
        "{word} FILE WHO ACTION RESOURCE [allow|deny]: a request to be watched beside the file",
    ),
    "cli.plain.help.unwatch": (
        "{word} 파일 번호: 지켜보던 요청 빼기",
        "{word} FILE N: let go of a watched request",
    ),
    "cli.plain.help.diff": (
        "{word} 파일 [정책]: 계정에 있는 정책과 다른 곳, 달라지는 요청",
        "{word} FILE [POLICY]: what differs from the policy in the account, and which requests that changes",
    ),
    "cli.plain.help.format": (
        "{word} 파일: JSON의 줄과 들여쓰기 맞추기",
        "{word} FILE: lay the JSON out anew",
    ),
    "cli.plain.help.lessons": (
        "{word} [번호]: 레슨과 진도 보기, 번호를 적으면 그 레슨 열기",
        "{word} [N]: the lessons with your progress; with a number that lesson is opened",
    ),
    "cli.plain.help.sandboxes": (
        "{word}: 레슨 없이 써 볼 수 있는 계정들",
        "{word}: the accounts to play in without a lesson",
    ),
    "cli.plain.help.quiz": (
        "{word}: 복습, 연습, 시험, 오늘의 다섯 문제",
        "{word}: review, practice, an exam, the daily five",
    ),
    "cli.plain.help.tour": ("{word}: 무엇이 있는지 짧게 안내", "{word}: what there is, in a few sentences"),
    "cli.plain.help.language": (
        "{word} [한국어|영어]: 쓰는 언어 바꾸기",
        "{word} [ko|en]: speak the other language",
    ),
    "cli.plain.help.hint": ("힌트: 다음 힌트 한 개 보기", "hint: the next hint"),
    "cli.plain.help.next": (
        "다음: 다음 단계로 가기 (Enter와 같아요)",
        "next: go on to the next step, as Enter does",
    ),
    "cli.plain.help.solution": (
        "풀이: 이 단계의 풀이 보기 (본 뒤에 `다음` 하면 대신 실행돼요)",
        "solution: show this step's solution; `next` then runs it for you",
    ),
    "cli.plain.help.clear": ("지우기: 화면에서만 쓰는 말이에요", "clear: only the app has a screen to clear"),
    "cli.plain.help.test-out": (
        "건너뛰기: 레슨의 마지막 과제로 바로 가기",
        "test-out: go straight to the lesson's last challenge",
    ),
    "cli.plain.what-if.form": (
        "이렇게 적어요: 만약에 누가 작업 리소스, 만약에 누가=bob, 만약에 aws:MultiFactorAuthPresent=true",
        "Write what-if WHO ACTION RESOURCE, what-if who=bob or what-if aws:MultiFactorAuthPresent=true.",
    ),
    "cli.plain.flip.form": (
        "이렇게 적어요: 작은변경, 또는 기록 목록의 번호로 작은변경 1 (번호는 {last}번까지 있어요)",
        "Write flip, or flip 1 with a number of history; the last is {last}.",
    ),
    "cli.plain.watch.form": (
        "이렇게 적어요: 지켜보기 policy.json user/bob s3:GetObject arn:aws:s3:::photos/a.jpg 허용",
        "Write watch policy.json user/bob s3:GetObject arn:aws:s3:::photos/a.jpg allow.",
    ),
    "cli.plain.unwatch.form": (
        "이렇게 적어요: 그만보기 policy.json 1. 번호는 확인 policy.json 줄의 요청 앞에 있어요.",
        "Write unwatch policy.json 1, with a number that check policy.json shows.",
    ),
    "cli.plain.diff.which": (
        "이 파일에 맞는 정책을 찾지 못했어요. 파일 이름 뒤에 정책 이름을 적으세요:",
        "No policy of the account goes with this file. Name one behind the file:",
    ),
    "cli.plain.check.none": (
        "지켜볼 요청이 없어요. 더하려면: 지켜보기 {file} 누가 작업 리소스",
        "No request is watched. To add one: watch {file} WHO ACTION RESOURCE",
    ),
    "cli.plain.check.attach": ("계정의 정책으로 만드는 줄:", "To make it a policy of the account:"),
    "cli.plain.show.next": ("이어서 할 수 있는 것", "What can be done next"),
    "cli.plain.history.none": ("그런 요청은 없어요.", "There is no such request."),
    "cli.plain.lessons": ("레슨을 열려면: `레슨 5`", "To open one: `lessons 5`"),
    "cli.plain.sandboxes": (
        "샌드박스를 열려면 나간 다음: `iam-tutor sandbox 이름 --plain`",
        "To open one, leave and type `iam-tutor sandbox NAME --plain`.",
    ),
    "cli.plain.language.now": ("이제부터 한국어로 말해요.", "English from now on."),
    "cli.plain.tour": (
        "첫 요청이 지나갔어요. 답 아래의 [1] [2]는 요청이 지나는 두 문이에요. 자세한 이유: `왜` · "
        "답이 바뀌려면: `작은변경`\n"
        "계정에 무엇이 있는지: `자세히` · 누가 무엇을 할 수 있는지: `지도` · 지난 요청: `기록` · 되돌리려면: `되돌리기`\n"
        "막히면 `힌트`, 모든 말은 `도움말`에 있어요. 이 안내는 `둘러보기`로 다시 볼 수 있어요.",
        "A request has gone through. [1] and [2] below an answer are the two gates it passes. The whole reason: `why` · "
        "what would change the answer: `flip`\n"
        "What the account holds: `show` · who may do what: `map` · past requests: `history` · to take a line back: `undo`\n"
        "Stuck? `hint`. `help` lists every word, and `tour` says this again.",
    ),
}
