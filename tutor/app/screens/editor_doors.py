"""What opens from the editor: why, another request, attaching, comparing, other files."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from tutor.app.editor_shelf import MOST_REQUESTS
from tutor.app.models.editor_policies import StoredPolicy
from tutor.app.models.editor_requests import SideRequest
from tutor.app.widgets.editor_requests import RequestList
from tutor.wording import say

from .base import DIALOG
from .editor_layout import MOST_SAID, EditorLayout

if TYPE_CHECKING:
    from tutor.app.desk import Turn


class EditorDoors(EditorLayout):
    """Dialogs over the editor; what changes the account goes through Learn as a typed line."""

    # Requests beside the text.

    def action_requests(self) -> None:
        """To the requests, and back to the text."""
        requests = self.notes.requests
        if requests.has_focus:
            self.text.focus()
        elif requests.rows:
            requests.focus()
        else:
            self.action_ask()

    def action_to_text(self) -> None:
        """Back to the text."""
        self.text.focus()

    @on(RequestList.Asked)
    def _why(self, message: RequestList.Asked) -> None:
        row = message.row
        if row.decision is None:
            self._tell("request.no-why")
            return
        from tutor.app.editor_judging import Draft

        from .editor_why import EditorWhyScreen

        draft = Draft(self.name_of_file, self.text.text, self.kind_now, self.around.mine)
        self.app.push_screen(EditorWhyScreen(row, draft))

    @work(group=DIALOG)
    async def action_ask(self) -> None:
        """Add a request."""
        from .editor_ask import AskScreen

        found = await self.app.push_screen_wait(AskScreen(self.around.names, self.requests, self.language))
        if found is not None and found not in self.kept.requests:
            self._keep_requests((*self.kept.requests, found)[-MOST_REQUESTS:])

    @on(RequestList.Removed)
    def _removed(self, message: RequestList.Removed) -> None:
        request = message.row.request
        if not request.own:
            self._tell("request.step")
            return
        self._keep_requests(tuple(row for row in self.kept.requests if row != _as_kept(request)))

    def _keep_requests(self, requests: tuple[tuple[str, str, str, str], ...]) -> None:
        self.kept = replace(self.kept, requests=requests)
        self.write_kept()
        self.judge_now()

    # The policy in the account.

    @work(group=DIALOG)
    async def action_attach(self) -> None:
        """Make the file a policy of the account."""
        picture = self.learn.picture
        if self.reading is not None and self.reading.refused:
            self._tell("attach.refused", key=self.key_of("finding"))
        elif picture is not None and picture.asked:
            self._tell("attach.asked")
        elif await self._is_saved():
            from .editor_attach import AttachScreen

            around = self.around
            screen = AttachScreen(self.name_of_file, self.kind_now, around, self.language)
            if not screen.choices:
                self._tell("attach.nothing", key=self.key_of("kind"))
            elif line := await self.app.push_screen_wait(screen):
                self.learn.send(line, self._ran)

    async def _is_saved(self) -> bool:
        if not self.unsaved:
            return True
        from .asking import AskingScreen

        question = AskingScreen(
            self._say("attach.save", file=self.name_of_file),
            [self._say("attach.save.yes"), self._say("leave.stay")],
        )
        return await self.app.push_screen_wait(question) == 0 and await self.save_now()

    async def save_now(self) -> bool:
        """Write the file; whether it was written."""
        raise NotImplementedError

    def _ran(self, turn: "Turn") -> None:
        """The console's answer beside the text, and what has become of the goals."""
        self.said = (*turn.lines[:1], *turn.lines[1:][-MOST_SAID:])
        self.look_around(self.text.text, self.kept.policy)

    @work(group=DIALOG)
    async def action_compare(self) -> None:
        """Show what differs from the policy in the account."""
        from .editor_diff import DiffScreen

        mine: StoredPolicy | None = self.around.mine or await self._chosen_policy()
        while mine is not None:
            screen = DiffScreen(mine, self.text.text, self.judgement, self.language)
            if not await self.app.push_screen_wait(screen):
                return
            mine = await self._chosen_policy() or mine

    async def _chosen_policy(self) -> StoredPolicy | None:
        from .editor_policies import PoliciesScreen

        return await self.app.push_screen_wait(PoliciesScreen(self.language))

    @work(group=DIALOG)
    async def action_files(self) -> None:
        """Another file, or a policy of the account as a file."""
        from .files import FilesScreen

        name = await self.app.push_screen_wait(FilesScreen(self.language))
        if name and name != self.name_of_file and await self.may_leave():
            self.app.pop_screen()
            self.learn.open_editor(name)

    def _tell(self, message: str, **values: object) -> None:
        self.notify(self._say(message, **values), markup=False)

    def _say(self, message: str, **values: object) -> str:
        return say(self.language, f"app.editor.{message}", **values)


def _as_kept(request: SideRequest) -> tuple[str, str, str, str]:
    return request.principal, request.action, request.resource, request.wanted
