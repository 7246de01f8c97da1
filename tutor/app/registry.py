"""Every command of the app, once: keys, key bar, palette, help page and tooltips are made from this table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from textual.binding import Binding

from tutor.wording import Language, say


class Scope(StrEnum):
    """The screen on which a command works."""

    EVERYWHERE = "everywhere"
    CHOICE = "choice"
    HOME = "home"
    LEARN = "learn"
    SANDBOX = "sandbox"
    SANDBOXES = "sandboxes"
    LATER = "later"
    ACCOUNT = "account"
    EDITOR = "editor"
    HISTORY = "history"
    SETTINGS = "settings"
    DECISION = "decision"
    PAGE = "page"
    MAP = "map"
    QUIZ_DOOR = "quiz-door"
    QUIZ_TOPICS = "quiz-topics"
    QUIZ = "quiz"
    QUIZ_WHY = "quiz-why"
    QUIZ_PROGRESS = "quiz-progress"
    EXAM_FORM = "exam-form"
    EXAM = "exam"
    EXAM_REPORT = "exam-report"
    EXAM_LOOK = "exam-look"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the learner can ask of the app."""

    id: str
    """Names the command; its texts are `app.command.<id>` and `app.command.<id>.about`."""
    scope: Scope
    key: str = ""
    """Textual's names of its keys, comma separated; empty for a word of the console."""
    action: str = ""
    letter: str = ""
    """A single letter that does the same on a screen without an input."""
    word: bool = False
    """Also a word typed in the console, `app.word.<id>`."""
    bar: bool = True
    """Stands in the key bar."""
    lessons_only: bool = False
    """Of no use in free play."""
    rank: int = 0
    """The highest rank leaves the key bar first where there is no room for all."""

    @property
    def binding_id(self) -> str:
        """The name by which the learner's own key for it is kept."""
        return f"{self.scope}.{self.id}"

    @property
    def key_label(self) -> str:
        """The first key as a reader knows it."""
        return label_of(self.key.split(",")[0])

    def label(self, language: Language) -> str:
        """What it is called."""
        return say(language, f"app.command.{self.id}")

    def about(self, language: Language) -> str:
        """What it does, in one sentence."""
        return say(language, f"app.command.{self.id}.about")

    def console_word(self, language: Language) -> str:
        """The word to type in the console."""
        return say(language, f"app.word.{self.id}")


LABELS: Final = {
    "escape": "Esc",
    "enter": "Enter",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "delete": "Del",
    "@": "Space",
    "backspace": "⌫",
}


def label_of(key: str) -> str:
    """A key as a reader knows it: `f1`, `^p`, `Esc`."""
    if key.startswith("shift+"):
        return "⇧" + label_of(key[6:])
    if key.startswith("ctrl+"):
        return "^" + LABELS.get(key[5:], key[5:])
    return LABELS.get(key, key)


COMMANDS: Final = (
    Command("help", Scope.EVERYWHERE, "f1", "app.help", letter="?", word=True),
    Command("palette", Scope.EVERYWHERE, "ctrl+p", "app.command_palette", rank=4),
    Command("editor", Scope.LEARN, "f2", "screen.editor", rank=2),
    Command("save", Scope.EDITOR, "ctrl+s", "screen.save"),
    Command("finding", Scope.EDITOR, "f3", "screen.next_finding", rank=1),
    Command("kind", Scope.EDITOR, "f4", "screen.next_kind", rank=2),
    Command("format", Scope.EDITOR, "f5", "screen.lay_out", rank=3),
    Command("requests", Scope.EDITOR, "f6", "screen.requests"),
    Command("attach", Scope.EDITOR, "f7", "screen.attach"),
    Command("compare", Scope.EDITOR, "f11", "screen.compare", rank=1),
    Command("ask", Scope.EDITOR, "ctrl+r", "screen.ask", bar=False),
    Command("propose", Scope.EDITOR, "ctrl+@", "screen.propose", bar=False),
    Command("finding_back", Scope.EDITOR, "shift+f3", "screen.next_finding(-1)", bar=False),
    Command("policies", Scope.EDITOR, "ctrl+o", "screen.files", bar=False),
    Command("undo-text", Scope.EDITOR, "ctrl+z", "screen.text_undo", bar=False),
    Command("redo-text", Scope.EDITOR, "ctrl+y", "screen.text_redo", bar=False),
    Command("decision", Scope.LEARN, "f3", "screen.pane('decision')"),
    Command("account", Scope.LEARN, "f4", "screen.pane('account')"),
    Command("show", Scope.LEARN, action="screen.show_account", word=True, bar=False),
    Command("map", Scope.LEARN, "f5", "screen.map", word=True),
    Command("map-why", Scope.MAP, "enter", "screen.why"),
    Command("map-one", Scope.MAP, "f2", "screen.one", rank=2),
    Command("map-change", Scope.MAP, "f3", "screen.next_change"),
    Command("map-seek", Scope.MAP, "f4", "screen.seek", letter="/"),
    Command("map-letters", Scope.MAP, "tab", "screen.letters", rank=3),
    Command("map-next", Scope.MAP, "ctrl+right", "screen.next_resource(1)", bar=False),
    Command("map-previous", Scope.MAP, "ctrl+left", "screen.next_resource(-1)", bar=False),
    Command("map-leave", Scope.MAP, "escape,f5", "screen.leave"),
    Command("step", Scope.DECISION, "down", "screen.step(1)"),
    Command("step_back", Scope.DECISION, "up", "screen.step(-1)", bar=False),
    Command("flip", Scope.DECISION, "f4", "screen.flip"),
    Command("what-if", Scope.DECISION, "f5", "screen.what_if"),
    Command("json", Scope.DECISION, "ctrl+down", "screen.scroll_json(1)", bar=False),
    Command("json_up", Scope.DECISION, "ctrl+up", "screen.scroll_json(-1)", bar=False),
    Command("leave-why", Scope.DECISION, "escape,f12", "screen.leave"),
    Command("history", Scope.LEARN, "f6", "screen.history", rank=4),
    Command("sign-in", Scope.LEARN, "f7", "screen.sign_in", rank=3),
    Command("why", Scope.LEARN, "f12", "screen.why", rank=4),
    Command("sign-out", Scope.LEARN, action="screen.sign_out", bar=False),
    Command("authenticator", Scope.LEARN, "ctrl+t", "screen.authenticator", bar=False),
    Command("files", Scope.LEARN, action="screen.files", bar=False),
    Command("go", Scope.HISTORY, "enter", "screen.go"),
    Command("explain", Scope.HISTORY, "f3", "screen.explain", letter="d"),
    Command("seek", Scope.HISTORY, "f4", "screen.seek", letter="/"),
    Command("refused", Scope.HISTORY, "f5", "screen.refused_only", letter="x", rank=1),
    Command("before", Scope.HISTORY, "f2", "screen.with_before", letter="b", rank=2),
    Command("travel-undo", Scope.HISTORY, "ctrl+z", "screen.undo"),
    Command("travel-redo", Scope.HISTORY, "ctrl+y", "screen.redo"),
    Command("page-find", Scope.PAGE, "ctrl+f,f3", "screen.find", letter="/"),
    Command("page-next", Scope.PAGE, "f4", "screen.next_found(1)", letter="n"),
    Command("page-before", Scope.PAGE, "f5", "screen.next_found(-1)", letter="b", rank=1),
    Command("page-copy", Scope.PAGE, "ctrl+o", "screen.copy_page", letter="c", rank=2),
    Command("page-close", Scope.PAGE, "escape", "screen.leave", letter="q"),
    Command("look", Scope.ACCOUNT, "enter", "screen.look", rank=4),
    Command("act", Scope.ACCOUNT, "f2", "screen.act"),
    Command("find", Scope.ACCOUNT, "f3", "screen.find", rank=2),
    Command("new", Scope.ACCOUNT, "f5", "screen.new", rank=1),
    Command("remove", Scope.ACCOUNT, "delete", "screen.remove", rank=3),
    Command("previous", Scope.ACCOUNT, "backspace", "screen.previous", bar=False),
    Command("leave-account", Scope.ACCOUNT, "escape,f4", "screen.leave"),
    Command("open", Scope.HOME, "enter", "screen.open"),
    Command("learn", Scope.HOME, "f2", "screen.learn", bar=False),
    Command("sandbox", Scope.HOME, "f3", "screen.sandbox", bar=False),
    Command("quiz", Scope.HOME, "f4", "screen.quiz", bar=False),
    Command("class", Scope.HOME, "f5", "screen.later('class')", bar=False),
    Command("choose", Scope.SANDBOXES, "enter", "screen.choose"),
    Command("begin-again", Scope.SANDBOXES, "f5", "screen.begin_again"),
    Command("delete-sandbox", Scope.SANDBOXES, "delete", "screen.delete_sandbox"),
    Command("back-home", Scope.SANDBOXES, "escape", "screen.leave"),
    Command("lessons", Scope.LATER, "f2", "screen.learn"),
    Command("leave-later", Scope.LATER, "escape", "screen.leave"),
    Command("sandboxes", Scope.SANDBOX, action="screen.sandboxes", bar=False),
    Command("quiz-open", Scope.QUIZ_DOOR, "enter", "screen.open"),
    Command("quiz-home", Scope.QUIZ_DOOR, "escape", "screen.leave"),
    Command("quiz-practise", Scope.QUIZ_TOPICS, "enter", "screen.practise"),
    Command("quiz-topics-back", Scope.QUIZ_TOPICS, "escape", "screen.leave"),
    Command("quiz-answer", Scope.QUIZ, "enter", "screen.go"),
    Command("quiz-hint", Scope.QUIZ, "f2", "screen.hint", letter="h"),
    Command("quiz-decision", Scope.QUIZ, "f3", "screen.decision", letter="w", rank=1),
    Command("quiz-lesson", Scope.QUIZ, "f4", "screen.lesson", rank=3),
    Command("quiz-pass", Scope.QUIZ, "f5", "screen.pass", letter="x"),
    Command("quiz-sandbox", Scope.QUIZ, "f6", "screen.sandbox", rank=3),
    Command("quiz-undo", Scope.QUIZ, "ctrl+z", "screen.undo", letter="u", rank=2),
    Command("quiz-page", Scope.QUIZ, "pagedown", "screen.page(1)", bar=False),
    Command("quiz-page-back", Scope.QUIZ, "pageup", "screen.page(-1)", bar=False),
    Command("quiz-leave", Scope.QUIZ, "escape", "screen.leave"),
    Command("quiz-weakest", Scope.QUIZ_PROGRESS, "enter", "screen.practise"),
    Command("quiz-progress-back", Scope.QUIZ_PROGRESS, "escape", "screen.leave"),
    Command("exam-begin", Scope.EXAM_FORM, "f2", "screen.begin"),
    Command("exam-form-back", Scope.EXAM_FORM, "escape", "screen.leave"),
    Command("exam-answer", Scope.EXAM, "enter", "screen.go"),
    Command("exam-before", Scope.EXAM, "f3", "screen.turn(-1)", letter="p", rank=2),
    Command("exam-next", Scope.EXAM, "f4", "screen.turn(1)", letter="n", rank=2),
    Command("exam-open", Scope.EXAM, "f5", "screen.next_open", letter="o", rank=1),
    Command("exam-hand-in", Scope.EXAM, "f6", "screen.hand_in"),
    Command("exam-page", Scope.EXAM, "pagedown", "screen.page(1)", bar=False),
    Command("exam-page-back", Scope.EXAM, "pageup", "screen.page(-1)", bar=False),
    Command("exam-leave", Scope.EXAM, "escape", "screen.leave"),
    Command("exam-look", Scope.EXAM_REPORT, "enter", "screen.look"),
    Command("exam-report-back", Scope.EXAM_REPORT, "escape", "screen.leave"),
    Command("look-next", Scope.EXAM_LOOK, "enter,right", "screen.turn(1)", letter="n"),
    Command("look-before", Scope.EXAM_LOOK, "left", "screen.turn(-1)", letter="p"),
    Command("look-decision", Scope.EXAM_LOOK, "f3", "screen.decision", letter="w"),
    Command("look-lesson", Scope.EXAM_LOOK, "f4", "screen.lesson", rank=2),
    Command("look-sandbox", Scope.EXAM_LOOK, "f6", "screen.sandbox", rank=2),
    Command("look-page", Scope.EXAM_LOOK, "pagedown", "screen.page(1)", bar=False),
    Command("look-page-back", Scope.EXAM_LOOK, "pageup", "screen.page(-1)", bar=False),
    Command("look-leave", Scope.EXAM_LOOK, "escape", "screen.leave"),
    Command("tour", Scope.LEARN, "ctrl+g", "screen.tour", bar=False),
    Command("language", Scope.EVERYWHERE, "f8", "app.switch_language", rank=6),
    Command("theme", Scope.EVERYWHERE, "f9", "app.switch_theme", bar=False),
    Command("settings", Scope.EVERYWHERE, "f10", "app.settings", rank=7),
    Command("test-out", Scope.HOME, "f6", "screen.test_out", bar=False),
    Command("last-page", Scope.HOME, "f7", "screen.last_page", bar=False),
    Command("home", Scope.LEARN, "escape", "screen.leave"),
    Command("close", Scope.EDITOR, "escape,f2", "screen.leave"),
    Command("back", Scope.HISTORY, "escape,f6", "screen.leave"),
    Command("change", Scope.SETTINGS, "enter", "screen.change"),
    Command("own-key", Scope.SETTINGS, "delete", "screen.own_key"),
    Command("done", Scope.SETTINGS, "escape", "screen.leave"),
    Command("quit", Scope.EVERYWHERE, "ctrl+q", "app.quit", rank=5),
    Command("hint", Scope.LEARN, action="screen.type_word('hint')", word=True, lessons_only=True),
    Command("undo", Scope.LEARN, action="screen.type_word('undo')", word=True),
    Command("redo", Scope.LEARN, action="screen.type_word('redo')", word=True, bar=False),
    Command("next", Scope.LEARN, action="screen.type_word('next')", word=True, lessons_only=True),
    Command(
        "solution",
        Scope.LEARN,
        action="screen.type_word('solution')",
        word=True,
        bar=False,
        lessons_only=True,
    ),
    Command("complete", Scope.LEARN, "tab", bar=False),
    Command("recall", Scope.LEARN, "up", bar=False),
    Command("search", Scope.LEARN, "ctrl+r,f11", "screen.search_lines", bar=False),
    Command("copy-output", Scope.LEARN, "ctrl+o", "screen.copy_last('output')", bar=False),
    Command("copy-error", Scope.LEARN, action="screen.copy_last('error')", bar=False),
    Command("copy-line", Scope.LEARN, action="screen.copy_last('line')", bar=False),
    Command("page", Scope.LEARN, "pagedown", "screen.page(1)", bar=False),
    Command("page_back", Scope.LEARN, "pageup", "screen.page(-1)", bar=False),
    Command("notes", Scope.EDITOR, "ctrl+down", "screen.notes(3)", bar=False),
    Command("notes_up", Scope.EDITOR, "ctrl+up", "screen.notes(-3)", bar=False),
    Command("output", Scope.LEARN, "ctrl+up,shift+up", "screen.output(-1)", bar=False),
    Command("output_down", Scope.LEARN, "ctrl+down,shift+down", "screen.output(1)", bar=False),
    Command("clear", Scope.LEARN, "ctrl+l", "screen.clear_output", word=True, bar=False),
)
"""In the order of the key bar and the help page."""

JAMO: Final = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True)
)
"""What a letter key types when the two-set Korean input mode is on."""


def commands_for(scope: Scope) -> tuple[Command, ...]:
    """The commands that work on a screen, those of every screen among them."""
    return tuple(command for command in COMMANDS if _works(command, scope))


def _works(command: Command, scope: Scope) -> bool:
    """Free play has what a lesson's screen has, but for what needs a lesson; so have the quiz's decisions."""
    if scope is Scope.SANDBOX and command.scope is Scope.LEARN:
        return not command.lessons_only
    if scope is Scope.QUIZ_WHY and command.scope is Scope.DECISION:
        return command.id != "what-if"
    return command.scope in {scope, Scope.EVERYWHERE}


def with_keys(commands: Iterable[Command], keys: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands with the learner's own keys, which are named by `Command.binding_id`."""
    return tuple(
        replace(command, key=keys[command.binding_id]) if command.binding_id in keys else command
        for command in commands
    )


def bindings_for(scope: Scope, *, letters: bool) -> list[Binding]:
    """Textual bindings of the commands of one scope only; `letters` adds single letters and their jamo."""
    return [
        Binding(key, command.action, command.id, id=command.binding_id if index == 0 else None)
        for command in COMMANDS
        if command.scope is scope and command.action
        for index, key in enumerate(_keys(command, letters))
    ]


def letter_bindings() -> list[Binding]:
    """Letters and jamo of the commands of every screen, for screens without an input."""
    return [
        Binding(key, command.action, command.id)
        for command in commands_for(Scope.EVERYWHERE)
        for key in _letters(command)
    ]


def _keys(command: Command, letters: bool) -> Iterable[str]:
    if command.key:
        yield command.key
    if letters:
        yield from _letters(command)


def _letters(command: Command) -> Iterable[str]:
    if command.letter:
        yield command.letter
        if jamo := JAMO.get(command.letter):
            yield jamo
