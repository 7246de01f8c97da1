"""Errors of the floors below as sentences that say what to do."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "trouble.locked": (
        "다른 프로그램이 이 저장을 쓰고 있어요({command}, 프로세스 {pid}, {host}). 그 프로그램을 닫고 다시 해 보세요.",
        "Another program is using this save ({command}, process {pid} on {host}). Close it and try again.",
    ),
    "trouble.locked-since": (
        "다른 프로그램이 이 저장을 쓰고 있어요({command}, 프로세스 {pid}, {host}, {since}부터). "
        "그 프로그램을 닫고 다시 해 보세요.",
        "Another program is using this save ({command}, process {pid} on {host}, since {since}). "
        "Close it and try again.",
    ),
    "trouble.damaged": (
        "저장 파일 `{path}`의 {line}번째 줄을 믿을 수 없어 읽지 않았어요({why}). 고치지 않고 그대로 두었어요. "
        "다른 이름으로 새로 시작하려면 `--save 이름` 옵션을 쓰세요.",
        "Line {line} of the save file `{path}` cannot be trusted and was not read ({why}). Nothing was changed. "
        "To begin anew under another name use `--save NAME`.",
    ),
    "trouble.too-new": (
        "저장 파일 `{path}` 형식이 더 새로운 버전의 것이라 읽지 않았고, 아무것도 바꾸지 않았어요. "
        "IAM Tutor를 새 버전으로 올려 주세요.",
        "The save file `{path}` was written by a newer version: it was not read, and nothing was changed. "
        "Please update IAM Tutor.",
    ),
    "trouble.not-writable": (
        "`{path}` 위치에 쓸 수 없어요({why}). 그 폴더의 권한과 남은 공간을 확인해 주세요.",
        "`{path}` cannot be written ({why}). Check the folder's permissions and the space left.",
    ),
    "trouble.not-kept": (
        "`{path}` 위치에 쓸 수 없어서({why}) 방금 요청은 실행하지 않았어요. 앞서 답한 것은 모두 저장돼 있어요. "
        "그 폴더의 권한과 남은 공간을 확인하고 다시 해 보세요.",
        "`{path}` cannot be written ({why}), so the request was not carried out. All that was answered before is kept. "
        "Check the folder's permissions and the space left, then try again.",
    ),
    "trouble.progress-damaged": (
        "진도 파일 `{path}` 내용을 읽을 수 없고 백업도 쓸 수 없어요. 아무것도 바꾸지 않았어요. "
        "그 파일을 다른 곳으로 옮기고 다시 시작하세요. 진도는 처음부터지만 계정의 기록은 남아 있어요.",
        "The progress file `{path}` cannot be read, and its backup is of no use. Nothing was changed. "
        "Move it away and start again: progress begins anew, the account's history stays.",
    ),
    "trouble.restored.backup": (
        "저장 파일 `{path}` 내용을 {line}번째 줄부터 믿을 수 없어서 백업에서 되돌렸어요. 잃은 것은 없어요.",
        "The save file `{path}` could not be trusted from line {line} on and was restored from its backup. "
        "Nothing is lost.",
    ),
    "trouble.restored.backup-short": (
        "저장 파일 `{path}` 내용을 {line}번째 줄부터 믿을 수 없어서 백업에서 되돌렸어요. "
        "백업에 없는 마지막 {lost}줄은 빠졌어요.",
        "The save file `{path}` could not be trusted from line {line} on and was restored from its backup, "
        "which lacks its last lines: {lost}.",
    ),
    "trouble.restored.journal": (
        "저장 파일 `{path}` 내용을 믿을 수 없어서 기록(journal.jsonl)으로 다시 만들었어요. 잃은 것은 없어요.",
        "The save file `{path}` could not be trusted and was made again from the journal. Nothing is lost.",
    ),
    "trouble.restored.before": (
        "진도 파일 `{path}` 내용을 읽을 수 없어서 바로 전에 저장한 백업으로 되돌렸어요. "
        "마지막으로 바뀐 진도 하나는 빠졌을 수 있어요.",
        "The progress file `{path}` could not be read and was restored from its backup, the file before. "
        "Its last change may be missing.",
    ),
    "trouble.restored.aside": (
        "망가진 파일은 `{aside}` 이름으로 남겨 두었어요.",
        "The damaged file is kept as `{aside}`.",
    ),
    "trouble.lesson": (
        "이 레슨 파일에 잘못된 곳이 있어 열지 못했어요. {fault}",
        "This lesson cannot be opened, its files have a fault. {fault}",
    ),
    "trouble.unexpected": (
        "뜻밖의 문제가 생겼어요({what}). 한 일은 저장돼 있어요. 앱을 닫았다가 다시 열어 보세요.",
        "Something unexpected happened ({what}). Your work is saved: close the app and open it again.",
    ),
    "trouble.damage.frame": ("줄이 온전하게 끝나지 않아요", "it does not end as a line of a journal does"),
    "trouble.damage.checksum": (
        "적을 때와 내용이 달라졌어요",
        "its bytes are not the ones that were written",
    ),
    "trouble.damage.chain": (
        "앞줄과 이어지지 않아요. 줄이 빠졌거나 바뀌었어요",
        "it does not follow the line before: lines were taken out or exchanged",
    ),
    "trouble.damage.content": ("알 수 없는 내용이에요", "it says nothing that a journal can say"),
    "trouble.damage.replay": (
        "앞선 상태에 적용할 수 없는 내용이에요",
        "what it did is not possible on the account before it",
    ),
    "trouble.damage.shorter": (
        "파일이 짧아져서 그 뒤의 줄이 없어요",
        "the file became shorter: the lines behind it are gone",
    ),
}
