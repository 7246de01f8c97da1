"""A form over the Account screen; it gives the line of the console that it stands for."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tutor.app.models.form import Form, Values
from tutor.app.models.form_checks import Problem, problem_of
from tutor.app.models.form_names import AccountNames
from tutor.app.widgets.code import hanging
from tutor.app.widgets.form_field import FieldInput, FormField, first_empty
from tutor.app.widgets.form_offers import FormOffers, fitting
from tutor.wording import Language, say
from tutor.wording.statement_text import shown


class LineView(Static):
    """The line as it stands now; a click runs it."""

    def show(self, line: str) -> None:
        """Show a line, wrapped under its own beginning."""
        self._line = line
        self._draw()

    def on_resize(self) -> None:
        """Wrap it elsewhere."""
        self._draw()

    def _draw(self) -> None:
        words = Content.assemble(("$ ", "bold $accent"), (shown(getattr(self, "_line", "")), "$code"))
        self.update(Content("\n").join(hanging(words, max(self.content_size.width, 10))))


class FormScreen(ModalScreen[str]):
    """Gives the line, or nothing when it is closed."""

    CSS_PATH = "form.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 # as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("enter", "run", show=False),
        Binding("tab", "next_field", show=False),
    ]

    offers = query_one(FormOffers)
    line_view = query_one(LineView)

    def __init__(self, form: Form, names: AccountNames, language: Language) -> None:
        super().__init__()
        self._form, self._names = form, names
        self._language: Language = language

    def compose(self) -> ComposeResult:
        """Title, fields, what is offered, the line, what to press."""
        form, language = self._form, self._language
        first = form.first_values(self._names)
        with Vertical(id="form", classes="-asks" if form.asks else ""):
            title = say(language, f"app.form.{form.id}", name=self._names.subject.name)
            yield Static(Content(shown(title)), id="form-title")
            yield Static(id="form-warning")
            with VerticalScroll(id="form-fields", can_focus=False):
                for field in form.all_fields:
                    yield FormField(field, first[field.id], language)
                yield FormOffers(id="form-offers")
            yield Static(id="form-said")
            with VerticalScroll(id="form-line", can_focus=False):
                yield LineView(id="form-command")
            keys = [self._say(one) for one in ("run", "choose", "fields", "close")]
            yield Static(Content("  ·  ".join(keys)), id="form-keys")

    def on_mount(self) -> None:
        """Warn, show the line, go where something is missing."""
        kind, values = self._form.heeds(self._names)
        warning = self.query_one("#form-warning", Static)
        warning.display = bool(kind)
        if kind:
            what = ", ".join(self._say(f"has.{one}") for one in values.split())
            warning.update(Content.assemble(("! ", "bold $warning"), self._say(kind, what=what)))
        self._look()
        if (field := first_empty(self.fields)) is not None:
            field.enter()

    @property
    def fields(self) -> list[FormField]:
        """All fields, top to bottom."""
        return list(self.query(FormField))

    @property
    def values(self) -> Values:
        """What stands in them."""
        return {one.field.id: one.value for one in self.fields}

    @property
    def line(self) -> str:
        """The line that the form stands for now."""
        return self._form.line(self.values, self._names)

    @property
    def problem(self) -> Problem | None:
        """What keeps it from being sent."""
        return problem_of(self._form, self.values, self._names)

    def _say(self, message: str, **values: object) -> str:
        return say(self._language, f"app.form.{message}", **values)

    @property
    def _here(self) -> FormField | None:
        """The field with the focus."""
        if self.focused is None:
            return None
        return next((one for one in self.focused.ancestors if isinstance(one, FormField)), None)

    # Filling in.

    @on(FormField.Changed)
    def _changed(self, message: FormField.Changed) -> None:
        self._look()
        self._offer()

    @on(events.DescendantFocus)
    def _entered(self) -> None:
        self._offer()

    def _look(self) -> None:
        """The line of now; what is wrong with it is only said once something was tried."""
        self.line_view.show(self.line)
        problem = self.problem
        quiet = problem is None or problem.kind == "missing" or self._may_go_on(problem)
        self._tell(None if quiet else problem)

    def _may_go_on(self, problem: Problem) -> bool:
        """A name is being typed, and something begins or goes on like it."""
        here = self._here
        if problem.kind != "unknown" or here is None or here.field.id != problem.field:
            return False
        return bool(fitting(self._form.offered(here.field, self._names, self.values), here.value))

    def _tell(self, problem: Problem | None) -> None:
        said = self.query_one("#form-said", Static)
        if problem is not None:
            field = self._say(f"field.{problem.field}")
            words = self._say(f"problem.{problem.kind}", field=field, value=shown(problem.value))
            said.update(Content.assemble(("✗ ", "bold $error"), (words, "$error")))
        else:
            key = "line" if self.problem is not None else "sure" if self._form.asks else "ready"
            said.update(Content.styled(self._say(key), "$quiet"))

    def _offer(self) -> None:
        here = self._here
        if here is None or here.field.options:
            self.offers.offer((), "")
            return
        names = self._form.offered(here.field, self._names, self.values)
        typed = "" if here.value in names else here.value
        self.query_one("#form-fields").move_child(self.offers, after=here)
        self.offers.offer(names, typed)
        self.call_after_refresh(self.offers.scroll_visible, animate=False)
        if here.field.known and not names and here.field.offers == "files":
            said = self.query_one("#form-said", Static)
            said.update(Content.assemble(("! ", "bold $warning"), self._say("no-files")))

    @on(FieldInput.Walked)
    def _walked(self, message: FieldInput.Walked) -> None:
        self.offers.move(message.step)

    @on(FormOffers.Taken)
    def _taken(self, message: FormOffers.Taken) -> None:
        self._take(message.name)

    def _take(self, name: str) -> None:
        if (here := self._here) is not None:
            here.put(name)
            self.offers.chosen = False

    def _take_meant(self, *, only: bool) -> bool:
        """Take the marked name, or the `only` one that fits what was typed; False if there is neither."""
        here = self._here
        if here is None or here.field.options:
            return False
        if self.offers.chosen:
            self._take(self.offers.name_marked)
            return True
        names = self._form.offered(here.field, self._names, self.values)
        found = fitting(names, here.value) if only and here.value and here.value not in names else ()
        if len(found) == 1:
            self._take(found[0])
        return len(found) == 1

    def action_next_field(self) -> None:
        """Take what was meant, as Tab does in the console, and go on."""
        self._take_meant(only=True)
        self.focus_next()

    # Sending.

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        problem, here = self.problem, self._here
        unknown = problem is not None and here is not None and problem.field == here.field.id
        if not self._take_meant(only=unknown):
            self.action_run()

    @on(events.Click, "#form-command, #form-keys")
    def action_run(self) -> None:
        """Send the line, or say what is missing and go there."""
        problem = self.problem
        if problem is None:
            self.dismiss(self.line)
            return
        self._tell(problem)
        self.query_one(f"#field-{problem.field}", FormField).enter()

    def action_leave(self) -> None:
        """Send nothing."""
        self.dismiss("")
