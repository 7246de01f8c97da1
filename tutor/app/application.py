"""The Textual app."""

import time
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import constants, events, work
from textual.app import App
from textual.binding import Binding, BindingType

from tutor.app.garbage import collect_while_idle
from tutor.app.harmless import HARMLESS
from tutor.app.models.looks import Looks
from tutor.app.registry import Scope, bindings_for
from tutor.app.signals import leave_on_signals
from tutor.app.themes import DARK, NAMES, THEMES
from tutor.wording import Language, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter

    from tutor.app.desk import Desk
    from tutor.app.screens.base import TutorScreen
    from tutor.course.free_play.staged import StagedAccount


TROUBLE: Final = 30
"""Seconds for which a trouble on Home can be read."""
SOON: Final = 0.5
"""Seconds after which the screens that may come next are loaded."""
SOURCES: Final = 512
"""Style sheets that are kept parsed: more than all widgets and screens together have."""


class TutorApp(App[None]):
    """First run, Home and Learn; one screen at a time."""

    TITLE = "IAM Tutor"
    CSS_PATH: ClassVar = ["application.tcss", "screens/home.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(Scope.EVERYWHERE, letters=False),
        Binding("ctrl+c", "nothing", show=False),
    ]

    def __init__(
        self, desk: "Desk", language: Language, *, first_run: bool, looks: Looks | None = None
    ) -> None:
        super().__init__()
        self.desk = desk
        self.language: Language = language
        self._first_run = first_run
        self.wants_tour = False
        """The learner is new and has not been shown round yet."""
        self.sandbox: tuple[str, str] | None = None
        """Where to begin instead of Home: a sandbox's name and the lesson of its account; see `run_app`."""
        self.quiz = False
        """Begin with the quiz instead of Home."""
        self.trouble: BaseException | None = None
        """Why the save cannot be used."""
        self.broken: Exception | None = None
        """A fault of the app's own, because of which it ended."""
        self.keeps_tidy = False
        """Garbage is collected while nobody types; only where the process is the app's own."""
        self.touched = 0.0
        """When the learner did something last."""
        self.stylesheet._parse_cache.grow(SOURCES)
        for colours in THEMES:
            self.register_theme(colours)
        self.looks = looks or Looks()
        """Colours, motion and keys now."""
        self.dress(self.looks)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The app's own colour names, for themes that do not know them."""
        return next(theme.variables for theme in THEMES if theme.name == DARK)

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Textual's own, after the one that lets nothing through that a terminal would obey."""
        return [HARMLESS, *super().get_line_filters()]

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:
        """A screen to be shown, after its style sheet is read.

        Textual would parse all sheets anew for it and style all that is shown by them; what a sheet of the
        tutor's says is about the nodes of its own screen only.
        """
        found = super().get_screen(screen, screen_class)
        unread = [path for path in found.css_path if not self.stylesheet.has_source(str(path), "")]
        if unread:
            self.stylesheet.read_all(unread)
            self.stylesheet.parse()
        return found

    def make_ready(self, *screens: str) -> None:
        """Load the modules of screens that may be opened next, a moment after this one is shown."""
        if self.keeps_tidy:
            self.screen.set_timer(SOON, partial(self._load_screens, screens))

    @work(thread=True, exclusive=True, group="ready", exit_on_error=False)
    def _load_screens(self, screens: tuple[str, ...]) -> None:
        for name in screens:
            import_module(f"tutor.app.screens.{name}")

    def dress(self, looks: Looks) -> None:
        """Colours, motion and keys from now on."""
        self.looks = looks
        self.theme = NAMES[looks.theme]
        self.animation_level = constants.TEXTUAL_ANIMATIONS if looks.motion else "none"
        self.set_keymap(dict(looks.keys))

    async def on_event(self, event: events.Event) -> None:
        """Remember when the learner did something."""
        if isinstance(event, events.InputEvent):
            self.touched = time.monotonic()
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        # Textual would draw a traceback with the values of all variables, secrets among them.
        self.broken = self.broken or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    async def on_mount(self) -> None:
        """The language choice on the first run, else Home."""
        leave_on_signals(self)
        if self.keeps_tidy:
            collect_while_idle(self)
        if self._first_run:
            from tutor.app.screens.language import LanguageScreen

            await self.push_screen(LanguageScreen(self.language))
        else:
            from tutor.app.screens.home import HomeScreen

            await self.push_screen(HomeScreen())
            if self.sandbox is not None:
                self._begin_in(*self.sandbox)
            elif self.quiz:
                self.open_quiz()

    def begin(self, language: Language) -> None:
        """Keep the language of the first run and go straight into the first lesson."""
        self.language = language
        self.keep("language", language)
        self.wants_tour = True
        self.keep("tour", "wanted")
        if self.sandbox is not None:
            self._begin_in(*self.sandbox)
        else:
            self.open_lesson(None)

    def _begin_in(self, name: str, lesson: str) -> None:
        if name:
            self.open_sandbox(name, lesson)
        else:
            self.open_sandboxes()

    def leave_with(self, trouble: BaseException) -> None:
        """Leave because the save cannot be used; whoever started the app says why."""
        self.trouble = trouble
        self.exit()

    def turn_back(self, trouble: BaseException) -> None:
        """Go Home, since what was to be opened cannot be, and say why."""
        from tutor.wording.troubles import trouble_sentence

        self.go_home()
        said = trouble_sentence(self.language, trouble)
        self.notify(said, severity="error", markup=False, timeout=TROUBLE)

    def open_lesson(self, lesson_id: str | None, place: str = "") -> None:
        """Go to Learn: into this lesson, or into the first; `place` as for `Desk.open_lesson`."""
        from tutor.app.screens.learn import LearnScreen

        self.switch_screen(LearnScreen(lesson_id, place))

    def open_sandboxes(self) -> None:
        """Choose an account to play in, or make one."""
        from tutor.app.screens.sandboxes import SandboxesScreen

        self.switch_screen(SandboxesScreen())

    def open_sandbox(self, name: str, lesson: str = "") -> None:
        """Go to an account to play in; a new one begins with the account of a lesson, or empty."""
        from tutor.app.screens.sandbox import SandboxScreen

        self.switch_screen(SandboxScreen(name, lesson))

    def open_staged(self, staged: "StagedAccount") -> None:
        """Go to a new sandbox with the account of a question."""
        from tutor.app.screens.sandbox import SandboxScreen

        name = self.desk.free_play.free_name(say(self.language, "app.quiz.sandbox-name"))
        self.switch_screen(SandboxScreen(name, staged))

    def open_quiz(self) -> None:
        """Choose how to be asked."""
        from tutor.app.screens.quiz_door import QuizDoorScreen

        self.switch_screen(QuizDoorScreen())

    def go_home(self) -> None:
        """Go to Home."""
        from tutor.app.screens.home import HomeScreen

        self.switch_screen(HomeScreen())

    def action_help(self) -> None:
        """Show the keys and words of the screen."""
        from tutor.app.screens.help import HelpScreen

        if tutor_screen := self._tutor_screen:
            self.push_screen(HelpScreen(tutor_screen.SCOPE, self.language, self.looks.keys))

    def action_command_palette(self) -> None:
        """Find anything by its name."""
        from textual.command import CommandPalette

        from tutor.app.palette import RegistryProvider

        if self._tutor_screen:
            placeholder = say(self.language, "app.palette.placeholder")
            self.push_screen(CommandPalette({RegistryProvider}, placeholder=placeholder))

    async def action_switch_language(self) -> None:
        """Korean to English and back, in place."""
        if tutor_screen := self._tutor_screen:
            self.language = "en" if self.language == "ko" else "ko"
            self.keep("language", self.language)
            await tutor_screen.speak(self.language)

    def action_switch_theme(self) -> None:
        """Dark to light and back."""
        theme = "dark" if self.looks.theme == "light" else "light"
        self.dress(replace(self.looks, theme=theme))
        self.keep("theme", theme)

    async def action_settings(self) -> None:
        """Language, colours, motion and keys; the same key closes them."""
        from tutor.app.screens.settings import SettingsScreen

        if isinstance(self.screen, SettingsScreen):
            await self.screen.action_leave()
        elif self._tutor_screen:
            await self.push_screen(SettingsScreen())

    async def action_quit(self) -> None:
        """Leave, unless the editor holds something that is not saved and is to be kept."""
        self._leave()

    @work(exclusive=True, group="dialog")
    async def _leave(self) -> None:
        from tutor.app.screens.base import TutorScreen

        for screen in reversed(self.screen_stack):
            if isinstance(screen, TutorScreen) and not await screen.may_leave():
                return
        self.exit()

    def action_nothing(self) -> None:
        """Ctrl+C outside the console interrupts nothing."""

    @property
    def _tutor_screen(self) -> "TutorScreen | None":
        """The screen on top, if it is one of the tutor's own and not a dialog."""
        from tutor.app.screens.base import TutorScreen

        return self.screen if isinstance(self.screen, TutorScreen) else None

    @work(thread=True, group="settings", exit_on_error=False)
    def keep(self, name: str, value: str) -> None:
        """Keep a setting for the next session."""
        self.desk.keep_setting(name, value)
