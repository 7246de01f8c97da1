"""What the console says of its own accord: refusals, words of the console, and what it mended."""

from typing import Final

from tutor.gateway.notices import ENGLISH

KOREAN: Final[dict[str, str]] = {
    "outside-service": (
        "`aws {command}` 명령은 실제 AWS에 있지만, 이 샌드박스에는 {command} 서비스가 없어요. "
        "여기에서는 {available} 서비스를 쓸 수 있어요."
    ),
    "outside-operation": (
        "`aws {service} {command}` 명령은 실제 AWS에 있지만, 이 샌드박스에는 없어요. "
        "여기에서 쓸 수 있는 가장 비슷한 명령은 `aws {service} {nearest}` 명령이에요."
    ),
    "outside-unlike": (
        "`aws {service} {command}` 명령은 실제 AWS에 있지만, 이 샌드박스에는 없어요. "
        "여기에서 `aws {service}` 뒤에 쓸 수 있는 명령: {available}"
    ),
    "outside-request": "{service} 서비스의 {operation} 작업은 이 샌드박스에 없어요.",
    "configure": (
        "여기에서는 `aws configure` 명령이 필요 없어요. 이 콘솔은 컴퓨터의 AWS 설정을 건드리지 않아요. "
        "누구로 일할지는 --profile 옵션으로 고르거나, 명령 앞에 키를 적어요: "
        "AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=... aws ..."
    ),
    "outside-file": "{path} 파일은 작업 폴더 밖에 있어요. 콘솔은 작업 폴더 안의 파일만 읽고 써요.",
    "linked-file": "{path} 파일은 작업 폴더 밖을 가리키는 링크예요. 링크 대신 사본을 작업 폴더에 두세요.",
    "no-network": (
        "콘솔은 네트워크를 쓰지 않아서 {url} 주소를 읽지 않았어요. "
        "내용을 파일로 저장하고 file://이름 형식으로 적어 주세요."
    ),
    "no-input": "콘솔에는 표준 입력이 없어요. 작업 폴더에 파일을 만들고 그 이름을 적어 주세요.",
    "endpoint": "--endpoint-url 옵션은 필요 없어요. 이 콘솔의 모든 명령은 샌드박스로 가요.",
    "debug": "--debug 옵션은 여기에서 보여 줄 것이 없어요. 요청마다 결정 화면이 이유를 보여 줘요.",
    "not-a-command": "{word} 명령은 이 콘솔에 없어요. `aws` 명령으로 시작하거나 {available} 중 하나를 써요.",
    "shell-syntax": "{sign} 기호는 셸에서 쓰는 거예요. 이 콘솔은 한 줄에 `aws` 명령 하나를 실행해요.",
    "open-quote": "따옴표를 열고 닫지 않았어요.",
    "not-a-file": "작업 폴더에 {path} 파일이 없어요.",
    "undone": "되돌렸어요. 계정은 {line}번째 줄을 실행하기 전과 같아요.",
    "nothing-to-undo": "되돌릴 것이 없어요.",
    "redone": "{line}번째 줄을 다시 적용했어요.",
    "nothing-to-redo": "다시 적용할 것이 없어요.",
    "clock": "샌드박스 시계는 이제 {time} UTC예요.",
    "clock-form": "시간은 이렇게 적어요: clock +1h (+30m, +2d, +10s도 돼요)",
}
"""By the kind of a notice; the English sentences are those that stand on the console's stderr."""

FIXES: Final[dict[str, tuple[str, str]]] = {
    "prompt": ("맨 앞의 `$` 기호는 프롬프트라서 뺐어요.", "The `$` in front is the prompt; it was left out."),
    "quotes": (
        "둥근 따옴표 {found} 문자를 {meant} 문자로 바꿨어요.",
        "The printed quotation mark {found} was changed to {meant}.",
    ),
    "space": ("특수한 빈칸을 보통 빈칸으로 바꿨어요.", "A special space was changed to a plain one."),
    "dash": (
        "긴 줄표가 든 {found} 부분을 {meant} 형태로 바꿨어요.",
        "The long dash in {found} was changed: {meant}.",
    ),
    "full-width": (
        "전각 문자 {found} 부분을 {meant} 형태로 바꿨어요.",
        "The full-width letters {found} were changed to {meant}.",
    ),
    "hangul": (
        "한글로 입력된 {found} 부분을 {meant} 명령으로 읽었어요.",
        "The keyboard was in Hangul mode: {found} was read as {meant}.",
    ),
}
"""By the kind of a fix: Korean and English."""

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    **{f"console.{kind}": (KOREAN[kind], english) for kind, english in ENGLISH.items()},
    **{f"console.fix.{kind}": pair for kind, pair in FIXES.items()},
}
