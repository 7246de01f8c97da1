"""The last decision: one request on its way through the gates, as a column and as one line."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tutor.app.registry import COMMANDS
from tutor.wording import Language, say
from tutor.wording.card import DecisionCard, Gate, GateState
from tutor.wording.signs import COLOURS, FAILED, SIGNS, short_resource
from tutor.wording.statement_text import shown

from .code import broken

RAIL: Final = {GateState.PASSED: "┃", GateState.STOPPED: "╏", GateState.NOT_ASKED: "╏"}
STATE_COLOURS: Final = {
    GateState.PASSED: "$success",
    GateState.STOPPED: "$error",
    GateState.NOT_ASKED: "$quiet",
}
HANG: Final = 4
WHY: Final = next(command.key_label for command in COMMANDS if command.id == "why")
"""The key of the Decision screen."""


class DecisionPanel(Widget):
    """Request, gate 1, gate 2, answer: a line runs as far as the request got."""

    DEFAULT_CSS = """
    DecisionPanel { height: auto; }
    """

    card: reactive[DecisionCard | None] = reactive(None, layout=True)
    language: reactive[Language] = reactive("ko", layout=True)
    in_full: reactive[bool] = reactive(False, layout=True)
    """Show statement by statement what stood behind the second gate."""
    brief: reactive[bool] = reactive(False, layout=True)
    """Two rows, where the map needs the room."""

    def render(self) -> Content:
        """The whole way of the request."""
        return Content("\n").join(self._rows(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the way takes."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        if self.card is None:
            return Content.styled(say(self.language, "app.decision.none"), "$quiet").wrap(max(width, 8))
        card = self.card
        asked = Content.assemble(_request(card), "  ", _target(card)).rstrip()
        if asked.cell_length > width - 2:
            asked = Content.assemble(_request(card), "\n", _target(card))
        if self.brief and not self.in_full:
            way = Content.assemble(_gates(card, self.language), ("  │  ", "$hairline"), self._outcome(card))
            return [line.truncate(width, ellipsis=True) for line in (asked.split("\n")[0], way)]
        rows = self._hang(Content.styled("●" if card.sent else "○", "$primary"), asked, width)
        rail = Content.styled("┃", "$success")
        for number, gate in enumerate(card.gates, start=1):
            rows.append(rail)
            rows += self._gate(number, gate, width)
            rail = Content.styled(
                RAIL[gate.state], "$success" if gate.state is GateState.PASSED else "$hairline"
            )
        if self.in_full:
            for detail in card.details:
                colour = STATE_COLOURS[detail.state]
                body = Content.assemble((detail.sign + " ", f"bold {colour}"), self._sentence(detail))
                rows += self._hang(rail, body, width, lead=2, hang=2)
        rows += [rail, *self._hang(_end(card), self._answer(card), width)]
        if self.in_full and card.sent:
            hint = Content.styled(say(self.language, "decision.hint", key=WHY), "$quiet")
            rows += [Content(), *hint.wrap(max(width, 8))]
        return rows

    def _gate(self, number: int, gate: Gate, width: int) -> list[Content]:
        colour = STATE_COLOURS[gate.state]
        title = say(self.language, f"app.gate.{number}")
        head = Content.assemble((f"{number} ", "$quiet"), (title, f"bold {colour}"))
        why = Content.assemble(
            (self._sentence(gate), "" if gate.state is not GateState.NOT_ASKED else "$quiet")
        )
        rail = Content.styled(RAIL[gate.state], "$success" if gate.state is GateState.PASSED else "$hairline")
        return [
            *self._hang(Content.styled(gate.sign, f"bold {colour}"), head, width),
            *self._hang(rail, why, width, lead=2),
        ]

    def _answer(self, card: DecisionCard) -> Content:
        answer = self._outcome(card)
        if not card.sent:
            answer += Content.styled("  " + say(self.language, "app.decision.not-sent"), "$quiet")
        if card.others:
            answer += Content.styled(
                "  " + say(self.language, "app.decision.others", count=card.others), "$quiet"
            )
        return answer

    def _outcome(self, card: DecisionCard) -> Content:
        message, colour = _result(card)
        return Content.styled(say(self.language, message, error=shown(card.error)), f"bold {colour}")

    def _sentence(self, gate: Gate) -> str:
        return shown(gate.why(self.language))

    @staticmethod
    def _hang(mark: Content, body: Content, width: int, *, lead: int = 0, hang: int = 0) -> list[Content]:
        """`body` beside `mark`, the rail going on beside its later rows; `hang` indents those more."""
        first, *rest = broken(body, max(width - 2 - lead - hang, 8))
        style = mark.spans[0].style if mark.spans else ""
        rail = Content.styled("┃" if mark.plain in "┃●○✓!" else "╏", style)
        further = [Content.assemble(rail, " " * (1 + lead + hang), line) for line in rest]
        return [Content.assemble(mark, " " * (1 + lead), first), *further]


class DecisionLine(Widget):
    """The same in one row, for narrow screens."""

    DEFAULT_CSS = """
    DecisionLine { height: 1; padding: 0 2; background: $panel; text-wrap: nowrap; }
    """

    card: reactive[DecisionCard | None] = reactive(None)
    language: reactive[Language] = reactive("ko")
    more: reactive[str] = reactive("")
    """The key that brings the rest of the text above this line, and where it stands."""

    def render(self) -> Content:
        """`1 who ✓  2 may –  │  refused · s3:ListBucket`, and whether the text above goes on."""
        width = self.content_size.width
        if not self.more:
            return self._way(width)
        key, _, arrow = self.more.partition(" ")
        sign = Content.assemble((key + " ", "bold $footer-key-foreground"), (arrow, "$accent"))
        left = width - sign.cell_length - 2
        return self._way(left).truncate(left, pad=True) + Content("  ") + sign

    def _way(self, width: int) -> Content:
        if self.card is None:
            return Content.styled(say(self.language, "app.decision.none.short"), "$quiet").truncate(
                width, ellipsis=True
            )
        card = self.card
        message, colour = _result(card)
        sign = f"{FAILED[0]} " if card.error else ""
        words = Content.styled(sign + say(self.language, f"{message}.short"), f"bold {colour}")
        way = Content.assemble(_gates(card, self.language), ("  │  ", "$hairline"), words)
        what = Content.assemble(("  ·  ", "$quiet"), _request(card), " ", _target(card))
        return (way + what).truncate(width, ellipsis=True)


def _gates(card: DecisionCard, language: Language) -> Content:
    """`1 who ✓  2 may –`."""
    gates = [
        Content.assemble(
            (f"{number} {say(language, f'app.gate.{number}.short')} ", "$quiet"),
            (gate.sign, f"bold {STATE_COLOURS[gate.state]}"),
        )
        for number, gate in enumerate(card.gates, start=1)
    ]
    return Content("  ").join(gates)


def _request(card: DecisionCard) -> Content:
    parts: list[tuple[str, str]] = []
    if card.caller:
        parts += [(shown(card.caller), "bold $who"), (" → ", "$quiet")]
    return Content.assemble(*parts, (shown(card.action), "bold $what"))


def _target(card: DecisionCard) -> Content:
    return Content.styled("" if card.resource == "*" else shown(short_resource(card.resource)), "$on-what")


def _result(card: DecisionCard) -> tuple[str, str]:
    """What to say of the outcome, and its colour."""
    if card.error:
        return "app.outcome.failed", FAILED[1]
    return f"app.outcome.{card.outcome}", COLOURS[card.outcome]


def _end(card: DecisionCard) -> Content:
    if card.error:
        return Content.styled(FAILED[0], f"bold {FAILED[1]}")
    return Content.styled(SIGNS[card.outcome], f"bold {COLOURS[card.outcome]}")
