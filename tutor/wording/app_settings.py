"""Sentences of the settings screen."""

from typing import Final

SETTINGS: Final[dict[str, tuple[str, str]]] = {
    "app.settings.title": ("설정", "Settings"),
    "app.settings.kept": ("바꾸면 바로 저장돼요", "kept as soon as you change it"),
    "app.settings.looks": ("화면", "Screen"),
    "app.settings.keys": ("키", "Keys"),
    "app.settings.language": ("언어", "Language"),
    "app.settings.language.ko": ("한국어", "한국어"),
    "app.settings.language.en": ("English", "English"),
    "app.settings.theme": ("색", "Colours"),
    "app.settings.theme.dark": ("어둡게", "dark"),
    "app.settings.theme.light": ("밝게", "light"),
    "app.settings.theme.contrast": ("고대비", "high contrast"),
    "app.settings.theme.sixteen": ("16색", "16 colours"),
    "app.settings.motion": ("움직임", "Motion"),
    "app.settings.motion.on": ("켜기", "on"),
    "app.settings.motion.off": ("끄기", "off"),
    "app.settings.reset": ("키를 모두 처음대로", "Put all keys back"),
    "app.settings.scope.everywhere": ("어디서나", "everywhere"),
    "app.settings.scope.home": ("처음 화면", "Home"),
    "app.settings.scope.learn": ("레슨", "lesson"),
    "app.settings.scope.editor": ("편집기", "editor"),
    "app.settings.scope.history": ("기록", "history"),
    "app.settings.scope.decision": ("결정", "decision"),
    "app.settings.own": ("(처음: {key})", "(was {key})"),
    "app.settings.press": ("새 키를 눌러 주세요 · Esc 그만두기", "press the new key · Esc leaves it"),
    "app.settings.about.choice": ("←→ 키로 골라요.", "← and → choose."),
    "app.settings.about.key": (
        "{about} Enter 키를 누르면 다른 키로 바꿔요. Delete 키를 누르면 처음 키로 돌아가요.",
        "{about} Enter gives it another key, Delete its first one back.",
    ),
    "app.settings.about.reset": (
        "Enter 키를 누르면 모든 키가 처음 키로 돌아가요.",
        "Enter puts every key back as it was.",
    ),
    "app.settings.taken": (
        "{key} 키는 이미 쓰고 있어요: {scope} · {command}. 다른 키를 골라 주세요.",
        "{key} is already taken: {scope} · {command}. Choose another key.",
    ),
    "app.settings.typing": (
        "{key} 키는 글자를 입력하거나 화면을 다룰 때 써요. F 키나 Ctrl 키와 함께 누르는 키를 골라 주세요.",
        "{key} is for typing and moving. Choose an F key, or a key with Ctrl.",
    ),
    "app.settings.changed": ("{command}: 이제 {key} 키예요.", "{command}: now {key}."),
    "app.settings.all-back": ("모든 키를 처음대로 돌렸어요.", "All keys are as they were."),
    "app.command.settings": ("설정", "settings"),
    "app.command.settings.about": (
        "언어, 색, 움직임, 키를 바꿔요.",
        "Changes language, colours, motion and keys.",
    ),
    "app.command.done": ("돌아가기", "back"),
    "app.command.done.about": ("있던 화면으로 돌아가요.", "Goes back to where you were."),
    "app.command.change": ("바꾸기", "change"),
    "app.command.change.about": (
        "표시된 것을 바꿔요.",
        "Changes what is marked.",
    ),
    "app.command.own-key": ("처음 키로", "first key"),
    "app.command.own-key.about": (
        "표시된 명령에 처음 키를 돌려줘요.",
        "Gives the marked command its first key back.",
    ),
}
