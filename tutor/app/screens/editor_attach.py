"""How the file becomes a policy of the account: what to do, with whom, and the line that does it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tutor.app.editor_lines import WITH_POLICY, Choice, Holders, choices, line_for
from tutor.app.surroundings import Surroundings
from tutor.app.widgets.policy_text import SHOWN
from tutor.wording import Language, say


class AttachScreen(ModalScreen[str]):
    """Gives the line to run, or nothing."""

    CSS_PATH = "editor_dialogs.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, file: str, kind: str, around: Surroundings, language: Language) -> None:
        super().__init__()
        self._file = file
        self._kind = kind
        self._policies = around.policies
        self._language: Language = language
        holders = around.holders or Holders()
        self.choices: tuple[Choice, ...] = choices(file, kind, around.mine, around.policies, holders)
        """What can be done."""

    def compose(self) -> ComposeResult:
        """The deeds, the names, the line."""
        with Vertical(id="box"):
            title = self._say("", file=self._file.translate(SHOWN))
            yield Static(Content(title), id="box-title")
            deeds = [Option(Content(self._say(f".{choice.deed}"))) for choice in self.choices]
            yield OptionList(*deeds, markup=False)
            for field in ("subject", "policy"):
                with Horizontal(classes="row", id=f"row-{field}"):
                    yield Static(Content(self._say(f".{field}")), classes="row-label")
                    yield Input(id=f"attach-{field}")
            yield Static(id="line")
            yield Static(Content(self._say(".close")), id="box-close")

    def on_mount(self) -> None:
        """Begin with the likeliest."""
        self.query_one(OptionList).highlighted = 0

    @property
    def _choice(self) -> Choice:
        return self.choices[self.query_one(OptionList).highlighted or 0]

    @on(OptionList.OptionHighlighted)
    def _chosen(self) -> None:
        choice = self._choice
        with self.prevent(Input.Changed):
            subject = self._field("subject")
            subject.value, self._field("policy").value = choice.subject, choice.policy
            subject.suggester = SuggestFromList(choice.subjects, case_sensitive=False)
        self.query_one("#row-policy").display = choice.deed in WITH_POLICY
        self._tell()

    @on(Input.Changed)
    def _tell(self) -> None:
        line = Content.assemble(("$ ", "bold $accent"), self.line.translate(SHOWN))
        self.query_one("#line", Static).update(line)

    @property
    def line(self) -> str:
        """The line as it is now."""
        subject, policy = self._field("subject").value.strip(), self._field("policy").value.strip()
        return line_for(self._choice.deed, self._file, subject, policy, self._kind, self._policies)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _run(self) -> None:
        missing = [self._field("subject")] if not self._field("subject").value.strip() else []
        if self._choice.deed in WITH_POLICY and not self._field("policy").value.strip():
            missing.append(self._field("policy"))
        if missing:
            missing[0].focus()
        else:
            self.dismiss(self.line)

    def _field(self, name: str) -> Input:
        return self.query_one(f"#attach-{name}", Input)

    def action_leave(self) -> None:
        """Run nothing."""
        self.dismiss("")

    def _say(self, message: str, **values: object) -> str:
        return say(self._language, f"app.editor.attach{message}", **values)
