"""What opens from a lesson: the editor, the sign-in, the authenticator."""

from typing import TYPE_CHECKING

from textual import events, on, work

from tutor.app.models.picture import Picture
from tutor.app.widgets.account_tree import AccountTree
from tutor.app.widgets.lesson_parts import Door
from tutor.wording import Language, say

from .base import DIALOG
from .lesson_layout import LessonLayout

if TYPE_CHECKING:
    from tutor.gateway.permissions import Key


class LessonDoors(LessonLayout):
    """The screens above Learn; what they ask goes through Learn's own queue."""

    def __init__(self, lesson_id: str | None, place: str = "") -> None:
        super().__init__(lesson_id, place)
        self.picture: Picture | None = None
        """What is shown now; None while the lesson opens."""
        self.spoken: Language = "ko"
        """The language in which it is shown."""
        self._edited = ""
        self.stood_behind = False
        """The line that runs was typed behind a beginning that does not belong to it."""
        self.map_place: Key | None = None
        """Where the cursor was in the permission map."""

    def enter_opens(self) -> bool:
        """Enter without a line opens what the step is about; False if it is about nothing of the kind.

        A door that did not lead in is not opened again: what is typed next would be taken for a password.
        """
        picture = self.picture
        if picture is None or picture.secret or picture.asked or picture.page.passed:
            return False
        if picture.page.file:
            self.action_editor()
        elif picture.page.sign_in and not picture.page.tried:
            self.action_sign_in()
        elif (pieces := self.lesson.pieces) is not None:
            pieces.focus()
        else:
            return False
        return True

    @property
    def is_question(self) -> bool:
        """The step is answered, and nothing is to be run in it."""
        page = self.picture.page if self.picture is not None else None
        return page is not None and bool(page.options or page.pieces or page.gaps)

    def as_meant(self, line: str) -> str:
        """A line without the beginning that the step gave, where a whole other one was typed behind it."""
        from tutor.app.models.account_find import name_asked_for
        from tutor.course.run.words import as_word
        from tutor.gateway.begun import without_beginning

        begin = self.picture.begin if self.picture is not None and not self.picture.asked else ""
        meant = without_beginning(
            begin, line, lambda rest: as_word(rest) is not None or name_asked_for(rest) is not None
        )
        self.stood_behind = bool(begin) and not meant.startswith(begin.rstrip())
        return meant

    @on(Door.Opened)
    async def _door(self, message: Door.Opened) -> None:
        await self.run_action(message.action)

    def action_editor(self) -> None:
        """Open the step's file, or the one that was edited last, or let one be chosen."""
        page = self.picture.page if self.picture else None
        if page is not None and page.file and not page.passed:
            self.open_editor(page.file)
        elif self._edited:
            self.open_editor(self._edited)
        else:
            self.action_files()

    @work(group=DIALOG)
    async def action_files(self) -> None:
        """Choose a file of the workspace, or name a new one."""
        from .files import FilesScreen

        name = await self.app.push_screen_wait(FilesScreen(self.language))
        if name:
            self.open_editor(name)

    def open_editor(self, name: str) -> None:
        """Edit a file of the workspace."""
        from .editor import EditorScreen

        self._edited = name
        page = self.picture.page if self.picture else None
        kind = page.file_kind if page is not None and page.file == name else ""
        self.app.push_screen(EditorScreen(self, name, kind))

    @on(events.Click, "#decision, DecisionLine")
    def action_why(self) -> None:
        """How the last request was decided."""
        from .decision import DecisionScreen

        if self.picture is not None:
            self.app.push_screen(DecisionScreen())

    def action_sign_in(self) -> None:
        """The console's door."""
        from .sign_in import SignInScreen

        if self.picture is not None:
            self.app.push_screen(SignInScreen(self, self.picture.visitor, self.language))

    @on(AccountTree.Chosen)
    def _look_at(self, message: AccountTree.Chosen) -> None:
        self.open_account(message.subject)

    def open_account(self, subject: str = "", sought: str = "") -> None:
        """Everything about one thing of the account, and forms; the console has the keys afterwards."""
        from .account import AccountScreen

        if self.picture is not None:
            screen = AccountScreen(self, subject or self.account.subject, sought)
            self.app.push_screen(screen, self._left_account)

    def action_show_account(self) -> None:
        """The account's own screen."""
        self.open_account()

    def shows_account(self, line: str) -> bool:
        """Go where `show sora` wants to; False for any other line, and for an answer."""
        from tutor.app.models.account_find import branch_named, name_asked_for

        name = name_asked_for(line)
        if name is None or self.picture is None or self.picture.asked:
            return False
        found = branch_named(self.picture.outline, name)
        self.open_account(found.subject if found else "account", "" if found else name)
        return True

    def _left_account(self, _: None) -> None:
        self.show_pane("account", aside=False)
        self.console.prompt.focus()

    @on(events.Click, "#map")
    def _map_clicked(self) -> None:
        self.action_map()

    def action_map(self, sought: str = "") -> None:
        """Who may do what; `sought` narrows it."""
        from .map import MapScreen

        if self.picture is not None:
            self.app.push_screen(MapScreen(self, self.picture.map.requests, sought))

    def sought_in_map(self, line: str) -> str | None:
        """What `map sora` looks for; None for any other line, and for an answer."""
        from tutor.gateway.permissions import sought_by

        return None if self.picture is None or self.picture.asked else sought_by(line)

    def action_history(self) -> None:
        """All requests, and the way back to any moment."""
        from .history import HistoryScreen

        if self.picture is not None:
            self.app.push_screen(HistoryScreen(self))

    def close_lesson(self) -> None:
        """Home, by way of a card that says what was learnt."""
        from .closing import ClosingScreen

        self.app.push_screen(ClosingScreen(self.tutor.desk, self.language), lambda _: self.tutor.go_home())

    def action_sign_out(self) -> None:
        """Nobody is signed in any more."""
        self.send(say(self.language, "app.word.sign-out"))

    def action_authenticator(self) -> None:
        """The codes of the MFA devices there are."""
        from .authenticator import AuthenticatorScreen

        self.app.push_screen(AuthenticatorScreen(self, self.language))
