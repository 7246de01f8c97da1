"""Settings: language, colours, motion and keys; each is kept as soon as it is changed."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.app.keys import can_change, holder, is_for_typing
from tutor.app.models.heading import Heading
from tutor.app.models.settings import KeyOf, OneOf, Reset, SettingRow, Title
from tutor.app.registry import COMMANDS, Command, Scope, bindings_for, label_of, letter_bindings, with_keys
from tutor.app.themes import NAMES
from tutor.app.widgets.key_bar import KeyBar
from tutor.app.widgets.row_list import RowList
from tutor.app.widgets.settings_list import SettingsList
from tutor.app.widgets.title_bar import TitleBar
from tutor.wording import LANGUAGES, Language, say

from .base import DIALOG, TooSmall, TutorScreen


class KeyScreen(ModalScreen[str]):
    """Gives the key that is pressed, when `complaint` has nothing against it; Esc gives nothing."""

    CSS_PATH = "settings.tcss"

    def __init__(self, command: Command, complaint: Callable[[str], str], language: Language) -> None:
        super().__init__()
        self._command = command
        self._complaint = complaint
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """The command, and what is wrong with the last key."""
        with Vertical(id="new-key"):
            yield Static(Content.styled(self._command.label(self._language), "bold"))
            yield Static(id="key-error")
            yield Static(Content(say(self._language, "app.settings.press")), id="key-close")

    def on_key(self, event: events.Key) -> None:
        """This key."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss("")
        elif wrong := self._complaint(event.key):
            error = self.query_one("#key-error", Static)
            error.update(Content(f"✗ {wrong}"))
            error.display = True
        else:
            self.dismiss(event.key)

    def on_click(self) -> None:
        """A click leaves the key as it is."""
        self.dismiss("")


class SettingsScreen(TutorScreen):
    """Over whatever was on the screen, which speaks and looks as chosen when this closes."""

    SCOPE = Scope.SETTINGS
    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.SETTINGS, letters=False),
        *letter_bindings(),
    ]

    rows = query_one("#rows", SettingsList)

    def __init__(self) -> None:
        super().__init__()
        self._came_in: Language = "ko"
        """The language of the screen below."""

    def compose(self) -> ComposeResult:
        """The settings, and a line about the marked one."""
        yield TitleBar()
        with Vertical(id="settings"):
            yield SettingsList(id="rows")
            yield Static(id="settings-about")
        yield TooSmall(self.language)
        yield KeyBar(self.SCOPE, self.language)

    def on_mount(self) -> None:
        """Show how things are."""
        self._came_in = self.language
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._show())
        self._show()

    def _show(self) -> None:
        self.title_bar.heading = Heading(title=self._say("title"), time=self._say("kept"))
        self.rows.show(list(self._rows()))
        self._about()

    def _rows(self) -> Iterator[SettingRow]:
        looks = self.tutor.looks
        yield Title(self._say("looks"))
        yield self._one_of("language", LANGUAGES, self.language)
        yield self._one_of("theme", tuple(NAMES), looks.theme)
        yield self._one_of("motion", ("on", "off"), "on" if looks.motion else "off")
        yield Title(self._say("keys"))
        places = list(Scope)
        changeable = sorted(filter(can_change, COMMANDS), key=lambda command: places.index(command.scope))
        for own, command in zip(with_keys(changeable, looks.keys), changeable, strict=True):
            first = "" if own.key == command.key else self._say("own", key=command.key_label)
            yield KeyOf(own, self._say(f"scope.{own.scope}"), own.label(self.language), first)
        yield Reset(self._say("reset"))

    def _one_of(self, name: str, values: tuple[str, ...], chosen: str) -> OneOf:
        labels = tuple(self._say(f"{name}.{value}") for value in values)
        return OneOf(name, self._say(name), values, labels, values.index(chosen))

    @on(RowList.Marked)
    def _marked(self) -> None:
        self._about()

    def _about(self) -> None:
        match self.rows.row:
            case KeyOf(command=command):
                self._tell(self._say("about.key", about=command.about(self.language)))
            case Reset():
                self._tell(self._say("about.reset"))
            case _:
                self._tell(self._say("about.choice"))

    def _tell(self, words: str) -> None:
        self.query_one("#settings-about", Static).update(Content(words))

    async def speak(self, language: Language) -> None:
        """Say it in another language."""
        await super().speak(language)
        self._show()

    # What the learner does.

    @on(SettingsList.Chosen)
    async def _chosen(self, message: SettingsList.Chosen) -> None:
        tutor, name, value = self.tutor, message.row.name, message.value
        if name == "language":
            await tutor.action_switch_language()
            return
        tutor.keep(name, value)
        looks = tutor.looks
        tutor.dress(replace(looks, theme=value) if name == "theme" else replace(looks, motion=value == "on"))
        self._show()

    @on(RowList.Opened)
    def action_change(self) -> None:
        """Give the marked command another key, or put all of them back."""
        match self.rows.row:
            case KeyOf(command=command):
                self._ask_key(command)
            case Reset():
                self._map({})
                self._tell(self._say("all-back"))
            case _:
                self.rows.action_choose(1)

    @work(group=DIALOG)
    async def _ask_key(self, command: Command) -> None:
        question = KeyScreen(command, lambda key: self._complaint(command, key), self.language)
        if key := await self.app.push_screen_wait(question):
            self._give(command, key)

    def action_own_key(self) -> None:
        """Give the marked command its first key back, unless another has it now."""
        row = self.rows.row
        if isinstance(row, KeyOf) and row.first:
            first = next(one for one in COMMANDS if one.binding_id == row.command.binding_id)
            taken = [self._taken(first, key) for key in first.key.split(",")]
            if complaint := "".join(taken[:1]):
                self._tell(complaint)
            else:
                self._give(first, first.key)

    def _complaint(self, command: Command, key: str) -> str:
        """Why the command cannot have the key."""
        if is_for_typing(command, key):
            return self._say("typing", key=label_of(key))
        return self._taken(command, key)

    def _taken(self, command: Command, key: str) -> str:
        other = holder(command, key, self.tutor.looks.keys)
        if other is None:
            return ""
        place, name = self._say(f"scope.{other.scope}"), other.label(self.language)
        return self._say("taken", key=label_of(key), scope=place, command=name)

    def _give(self, command: Command, key: str) -> None:
        first = next(one.key for one in COMMANDS if one.binding_id == command.binding_id)
        keys = {name: own for name, own in self.tutor.looks.keys.items() if name != command.binding_id}
        self._map(keys if key == first else {**keys, command.binding_id: key})
        label = command.label(self.language)
        self._tell(self._say("changed", command=label, key=label_of(key.split(",", maxsplit=1)[0])))

    def _map(self, keys: dict[str, str]) -> None:
        """These are the learner's own keys from now on."""
        self.tutor.keep("keys", json.dumps(keys))
        self.tutor.dress(replace(self.tutor.looks, keys=keys))
        self._show()

    async def action_leave(self) -> None:
        """Back to the screen below, in the language and with the keys chosen."""
        below = self.app.screen_stack[-2]
        for screen in self.app.screen_stack[:-1]:
            if isinstance(screen, TutorScreen):
                screen.query_one(KeyBar).name_keys()
        self.app.pop_screen()
        if isinstance(below, TutorScreen) and self.language != self._came_in:
            await below.speak(self.language)

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.settings.{message}", **values)
