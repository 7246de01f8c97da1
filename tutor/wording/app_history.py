"""Sentences of the history screen."""

from typing import Final

HISTORY: Final[dict[str, tuple[str, str]]] = {
    "app.history.title": ("기록", "History"),
    "app.history.count": ("요청 {count}개", "{count} requests"),
    "app.history.seek": ("누가, 무엇을, 어디에…", "who, what, on what…"),
    "app.history.refused": ("거부만", "refused only"),
    "app.history.before": ("시작 전", "before you"),
    "app.history.beginning": ("처음", "the beginning"),
    "app.history.here": ("◂ 지금 여기", "◂ you are here"),
    "app.history.beginning.about": (
        "첫 명령을 실행하기 전이에요. Enter 키를 누르면 그때로 가요.",
        "Before your first command. Enter goes there.",
    ),
    "app.history.left": ("~ 떠나온 갈래에 있는 요청이에요", "~ on a branch that was left"),
    "app.history.nothing": (
        "맞는 요청이 없어요. Esc 키를 누르면 모두 보여요.",
        "No request fits. Esc shows all of them.",
    ),
    "app.history.no-explanation": (
        "여기에는 살펴볼 결정이 없어요. 번호가 있는 요청을 골라 주세요.",
        "No decision to look at here. Choose a request that has a number.",
    ),
    "app.history.not-before": (
        "처음보다 더 앞으로는 갈 수 없어요.",
        "You can go back to the beginning, not beyond it.",
    ),
    "app.history.here-already": ("지금 여기 있어요.", "You are here already."),
    "app.history.ask": (
        "계정을 다른 때로 옮길까요? 진짜 AWS에는 되돌리기가 없어요. 여기서는 아무것도 사라지지 않아서, 언제든 "
        "지금으로 돌아올 수 있어요.",
        "Take the account to another moment? AWS itself has no undo. Here nothing is lost: you can come back "
        "to now at any time.",
    ),
    "app.history.ask.go": ("네, 옮겨요 (다음부터는 묻지 않아요)", "Yes, go (and do not ask again)"),
    "app.history.ask.stay": ("아니요, 그대로 있어요", "No, stay here"),
    "app.explanation.close": ("↑↓ 넘기기 · Esc 기록으로", "↑↓ scroll · Esc back to the history"),
    "app.command.history": ("기록", "history"),
    "app.command.history.about": (
        "요청을 모두 보고 원하는 때로 돌아가요.",
        "Shows every request; goes back to any moment.",
    ),
    "app.command.go": ("이때로", "go there"),
    "app.command.go.about": (
        "고른 요청을 보낸 직후로 계정을 옮겨요.",
        "Takes the account to the moment behind the marked request.",
    ),
    "app.command.explain": ("왜?", "why?"),
    "app.command.explain.about": (
        "고른 요청이 왜 그런 답을 받았는지 보여 줘요.",
        "Tells why the marked request was answered as it was.",
    ),
    "app.command.seek": ("찾기", "filter"),
    "app.command.seek.about": (
        "사람, 작업, 리소스의 이름으로 찾아요.",
        "Finds requests by who, what and on what.",
    ),
    "app.command.refused": ("거부만", "refused"),
    "app.command.refused.about": (
        "거부된 요청만 보거나 다시 모두 봐요.",
        "Shows only what was refused, or all again.",
    ),
    "app.command.before": ("시작 전", "before"),
    "app.command.before.about": (
        "처음보다 앞서 이 계정에 있었던 요청도 보여 줘요.",
        "Shows the account's life before you came, too.",
    ),
    "app.command.travel-undo": ("되돌리기", "undo"),
    "app.command.travel-undo.about": (
        "계정을 마지막으로 바꾼 명령을 되돌려요.",
        "Takes back the last command that changed the account.",
    ),
    "app.command.travel-redo": ("다시", "redo"),
    "app.command.travel-redo.about": ("되돌린 명령을 다시 해요.", "Does again what was taken back."),
    "app.command.back": ("레슨으로", "lesson"),
    "app.command.back.about": ("레슨으로 돌아가요.", "Goes back to the lesson."),
    "app.word.goto": ("이동", "goto"),
}
