"""An open account with its console: what is typed goes in, pictures and lines come out."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.app.authenticator import device_rows
from tutor.app.desk import Turn, journal_size
from tutor.app.inspector import Inspector
from tutor.app.models.console_offers import offers_of
from tutor.app.models.console_page import is_manual
from tutor.app.models.devices import DeviceRow
from tutor.app.models.offer import Offer
from tutor.app.models.outline import Branch, Changes, compare, outline
from tutor.app.models.past import PastPicture
from tutor.app.models.picture import Picture
from tutor.app.models.visitor import Visitor
from tutor.app.outside import Outside, outside_of
from tutor.app.past_rows import past_picture
from tutor.app.render.said import PastRequest, Said, lines_of
from tutor.app.workspace_files import read_file, write_file
from tutor.course import Outcome, OutcomeKind
from tutor.gateway.stamp import Stamp
from tutor.gateway.words import REGISTRY
from tutor.gateway.words.past import Past
from tutor.gateway.workspace import Workspace
from tutor.wording import Language
from tutor.wording.card import DecisionCard
from tutor.wording.cards import event_card

if TYPE_CHECKING:
    from textual.content import Content

    from tutor.account import Account
    from tutor.course import Lesson, ProgressStore
    from tutor.course.run.asked import AskedRequest
    from tutor.course.schema import Predict
    from tutor.gateway import Console, Sandbox
    from tutor.wording.trace_text import Layers

MOST_SAID: Final = 200
"""Lines sent that can be said again in another language."""

OPENS: Final = {OutcomeKind.HELP: "help", OutcomeKind.MAP: "map", OutcomeKind.FINISHED: "home"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What an open account consists of."""

    sandbox: "Sandbox"
    console: "Console"
    folder: Path
    """Of its save."""
    progress: "ProgressStore"
    """Keeps settings and the lines that were typed."""
    layers: "Layers" = "all"
    """Which layers of a decision are spoken of."""


class AccountDesk(ABC):
    """An open account with what the screen showed last, so that changes can be marked.

    What a line means beside the console, and what stands beside the account, is for a lesson and for free
    play to say.
    """

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.sandbox = parts.sandbox
        self.console = parts.console
        self.inspector = Inspector(parts.sandbox, parts.console, parts.layers)
        """Looks at the decision that was spoken of last."""
        self.seen_size = 0
        """Bytes of the journal after the last turn."""
        self._said: list[Said] = []
        self._news: tuple[Outside, ...] = ()
        self._card: DecisionCard | None = self._last_card()
        self._outline: Branch | None = None
        self._changes = Changes()
        self.sandbox.save.catch_up()  # what others did before is no news

    def _last_card(self) -> DecisionCard | None:
        """The last request of an earlier session."""
        event = self.inspector.last_event()
        if event is None:
            return None
        told = replace(event, decision=self.sandbox.explain(event).decision)
        return event_card((told,), self.sandbox.world)

    # What a lesson and free play differ in.

    @abstractmethod
    def enter(self, line: str, language: Language) -> Turn:
        """Take one line."""

    @abstractmethod
    def picture(self, language: Language) -> Picture:
        """Everything that is to be seen now."""

    @abstractmethod
    def checked(self) -> Outcome:
        """What follows from a change that no line of this console made."""

    @abstractmethod
    def file_saved(self, name: str) -> Outcome:
        """What follows from a file that the editor saved."""

    @property
    @abstractmethod
    def account(self) -> "Account":
        """The account that is shown."""

    @property
    @abstractmethod
    def caller_reference(self) -> str:
        """For whom a line without a profile speaks as long as nobody signed in: `user/NAME` or `root`."""

    @property
    def lesson(self) -> "Lesson | None":
        """The lesson that is being done."""
        return None

    @property
    def step(self) -> str:
        """The id of the step on screen."""
        return ""

    @property
    def prediction(self) -> "Predict | None":
        """What the step lets the learner foretell."""
        return None

    def asked(self) -> "tuple[AskedRequest, ...]":
        """The requests that are to pass or to be refused, for the editor to put beside the text."""
        return ()

    def keeps_quiet(self, name: str) -> bool:
        """Whether what deserves a second look in a file is not told yet."""
        return False

    def close(self) -> None:
        """Let go of what is this account's alone; a lesson's save is the learner's own and stays open."""
        return None

    # Doing

    def look(self, language: Language) -> Turn:
        """The picture now."""
        return Turn(self._seen(language), ())

    def saved(self, name: str, text: str, before: str | None, language: Language) -> Turn:
        """Write a file and check everything again; raises FileChangedError if it is not as `before`."""
        write_file(self.console.workspace, name, text, before)
        step = self.step
        return self._took(Said("", self.file_saved(name), step, saved=name), language)

    def travel(self, line: str, language: Language) -> Turn:
        """Go through time by a line of the console; what it was asking is asked no more."""
        step = self.step
        self.console.shell.waiting = None
        result = self.console.run(line)
        outcome = replace(self.checked(), console=result, line=result.line)
        return self._took(Said(line, outcome, step), language)

    def catch_up(self, language: Language) -> Turn:
        """Take in what another process did to the account, and tell it."""
        self._hear_others()
        if not self._news:
            self.checked()
            return self.look(language)
        return self._took(Said("", self.checked(), self.step), language)

    # Looking

    def file_text(self, name: str) -> str:
        """What a file of the workspace holds."""
        return read_file(self.console.workspace, name)

    def file_names(self) -> Sequence[str]:
        """The files of the workspace."""
        return Workspace(self.console.workspace).files()

    def past(self) -> PastPicture:
        """Every request of the account, and where it stands."""
        size = journal_size(self.parts.folder)
        self._hear_others()
        told = self.parts.progress.setting("told-of-travel") is not None
        return past_picture(self.sandbox.save, told=told, size=size)

    def explained(self, number: int, language: Language) -> "Sequence[Content]":
        """Why a request of the history was answered as it was."""
        result = REGISTRY["explain"].run(self.console, (str(number),), Stamp())
        outcome = Outcome(OutcomeKind.CONSOLE, console=result)
        return self._lines(Said("", outcome, self.step), language)

    def devices(self) -> Sequence[DeviceRow]:
        """The MFA devices there are."""
        return tuple(device_rows(self.sandbox))

    def speak(self, language: Language) -> Turn:
        """Everything that stands in the console, said again."""
        lines = [line for said in self._said for line in self._lines(said, language)]
        return Turn(self._seen(language), lines)

    def offers(self, line: str, cursor: int, language: Language) -> Sequence[Offer]:
        """How the word at `cursor` may go on."""
        return offers_of(self.console, line, cursor, language)

    def warm_up(self) -> None:
        """Load the AWS CLI."""
        self.console.warm_up()

    @property
    def caller(self) -> str:
        """Who a line without a profile speaks for: whoever signed in, else who does by default."""
        if signed_in := self.console.shell.signed_in:
            return signed_in.arn.rpartition(":")[2].rpartition("/")[2]
        return self.caller_reference.removeprefix("user/")

    @property
    def place(self) -> str:
        """The instance whose shell this is, by Name tag or id; empty on the learner's own computer."""
        remote = self.console.shell.remote
        instance = remote and self.sandbox.account.compute.instances.get(remote.instance_id)
        return instance.tags.get("Name", instance.instance_id) if instance else ""

    @property
    def shown_caller(self) -> str:
        """Who calls and in which account, for the title bar: at an instance's prompt the instance."""
        return f"{self.place or self.caller} @ {self.account.account_id}"

    @property
    def shown_signed_in(self) -> bool:
        """Whether the caller of the title bar came in by the console's door."""
        return self.console.shell.signed_in is not None and not self.place

    def visitor(self, wanted: str) -> Visitor:
        """Whom the sign-in offers to begin with: `root` or `user/NAME`, with `@ACCOUNT` for another one."""
        reference, _, account_id = wanted.partition("@")
        account = self.sandbox.world.accounts.get(account_id) or self.account
        here = account.alias or account.account_id
        signed_in = self.console.shell.signed_in
        arn = signed_in.arn if signed_in else ""
        if reference == "root":
            return Visitor(root=True, account=here, name=account.root.email or "", signed_in=arn)
        return Visitor(account=here, name=reference.removeprefix("user/"), signed_in=arn)

    # Telling

    def _took(self, said: Said, language: Language, *, cleared: bool = False) -> Turn:
        """What a line, or something that was done beside the console, changed on the screen."""
        outcome = said.outcome
        self._hear_others()
        news, self._news = self._news, ()
        self._show_others(news)
        self._note(outcome)
        if outcome.line:
            self.parts.progress.add_console_line(outcome.line)
        if cleared:
            self._said.clear()
        told = [Said("", Outcome(OutcomeKind.CONSOLE), said.step, outside=news)] if news else []
        told.append(said)
        self._said = [*self._said, *told][-MOST_SAID:]
        opens, subject = _opens(outcome)
        return Turn(
            self._seen(language),
            [line for one in told for line in self._lines(one, language)],
            outcome.line,
            cleared,
            opens,
            subject,
            outcome.console,
            outcome.kind is OutcomeKind.NO_SUCH_OPTION,
            bool(outcome.newly_passed),
        )

    def _past(self, outcome: Outcome) -> "tuple[PastRequest, ...]":
        """For the word `history`: the requests with the numbers by which `explain` and `goto` know them."""
        if outcome.kind is not OutcomeKind.HISTORY:
            return ()
        past = Past(self.sandbox.save)
        return tuple(
            PastRequest(number, past.event(number), past.visitor(number))
            for number, entry in past.requests.items()
            if entry.index in past.here
        )

    def _hear_others(self) -> None:
        """Keep what other processes did until it is told."""
        self._news += outside_of(self.sandbox.save.catch_up(), self.sandbox.save)

    def _show_others(self, news: tuple[Outside, ...]) -> None:
        """The newest request of somebody else is the one to look at, unless a line of ours follows."""
        event = next((one.event for one in reversed(news) if one.event is not None), None)
        if event is not None:
            told = replace(event, decision=self.sandbox.explain(event).decision)
            self._card = event_card((told,), self.sandbox.world)
            self.inspector.turn_to(event)

    def _lines(self, said: Said, language: Language) -> "Sequence[Content]":
        return lines_of(said, self.lesson, language, layers=self.parts.layers)

    def _note(self, outcome: Outcome) -> None:
        """Remember what the outcome shows in the decision panel."""
        self.inspector.note(outcome, self.prediction)
        results = [result for result in (outcome.console, *outcome.ran) if result is not None]
        events = [event for result in results for event in result.events]
        if events:
            self._card = event_card(events, self.sandbox.world)

    def _seen(self, language: Language) -> Picture:
        """The picture now; what changed in the account since the last change is marked."""
        self.seen_size = journal_size(self.parts.folder)
        now = outline(self.account, self.caller)
        if now != self._outline:
            self._changes, self._outline = compare(self._outline, now), now
        return self.picture(language)

    @property
    def outlined(self) -> tuple[Branch, Changes]:
        """The account as a tree, and what changed in it."""
        assert self._outline is not None, "it was looked at"
        return self._outline, self._changes


def _opens(outcome: Outcome) -> tuple[str, str]:
    """Which screen the outcome asks for, and about what."""
    result = outcome.console
    if result is not None and result.edits:
        return "edit", result.edits
    if result is not None and is_manual(result):
        return "page", result.line
    return OPENS.get(outcome.kind, ""), ""
