"""What is done from the Account screen: a menu, a form, and a line that the console runs."""

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from tutor.app.models.form import Form
from tutor.app.models.form_names import AccountNames
from tutor.app.models.form_table import NEW, delete_form, form_named, forms_for
from tutor.app.models.picture import Picture
from tutor.wording import say
from tutor.wording.statement_text import shown

from .account_work import AccountWork
from .base import DIALOG

if TYPE_CHECKING:
    from tutor.app.desk import Turn


class AccountForms(AccountWork):
    """Every form ends in a line that goes through Learn, as if it had been typed."""

    def ran(self, picture: Picture, lines: list[Content]) -> None:
        """A line has run."""
        raise NotImplementedError

    def tell(self, words: Content) -> None:
        """Say something below."""
        raise NotImplementedError

    @work(group=DIALOG, exclusive=True, exit_on_error=False)
    async def action_act(self) -> None:
        """Choose one of the things that can be done with what is shown."""
        names = await self._names()
        if names is not None and (form := await self._choose(names, forms_for(names))) is not None:
            await self._fill_in(form, names)

    @work(group=DIALOG, exclusive=True, exit_on_error=False)
    async def action_new(self) -> None:
        """Make a new thing of the kind that is shown; where that is none, choose one."""
        names = await self._names()
        if names is None:
            return
        known = NEW.get(names.subject.kind)
        forms = tuple(form_named(one) for one in dict.fromkeys(NEW.values()) if one != "new-version")
        form = form_named(known) if known else await self._choose(names, forms)
        if form is not None:
            await self._fill_in(form, names)

    @work(group=DIALOG, exclusive=True, exit_on_error=False)
    async def action_remove(self) -> None:
        """Delete what is shown, after asking."""
        names = await self._names()
        if names is None:
            return
        form = delete_form(names)
        if form is None:
            self.tell(Content.styled(self.say("no-delete"), "$quiet"))
        else:
            await self._fill_in(form, names)

    async def _names(self) -> AccountNames | None:
        """The names for a form about what is shown; None while the console waits for an answer."""
        picture = self.learn.picture
        if picture is not None and picture.asked:
            self.tell(Content.assemble(("! ", "bold $warning"), self.say("asked")))
            return None
        return await self.names_of(self.subject or "account")

    async def _choose(self, names: AccountNames, forms: tuple[Form, ...]) -> Form | None:
        from .asking import AskingScreen

        name = names.subject.name
        titles = [shown(say(self.language, f"app.form.{form.id}", name=name)) for form in forms]
        about = shown(name.rpartition("/")[2] or name) or self.say(self._kind(names))
        question = self.say("menu" if forms else "menu.none", name=about)
        asking = AskingScreen(question, [*titles, self.say("menu.close")])
        number = await self.app.push_screen_wait(asking)
        return forms[number] if number < len(forms) else None

    @staticmethod
    def _kind(names: AccountNames) -> str:
        kind = names.subject.kind
        return "kind.account" if kind == "account" else f"section.{kind}"

    async def _fill_in(self, form: Form, names: AccountNames) -> None:
        from .form import FormScreen

        line = await self.app.push_screen_wait(FormScreen(form, names, self.language))
        if line:
            self.tell(Content.styled(self.say("waiting"), "$quiet"))
            self.learn.send(line, self._answered)

    def _answered(self, turn: "Turn") -> None:
        self.ran(turn.picture, list(turn.lines))
