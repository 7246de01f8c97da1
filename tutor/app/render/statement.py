"""A policy's JSON with one statement marked: what of it fits the request, and what does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from textual.content import Content, Span

from tutor.app.widgets.code import hanging
from tutor.app.widgets.policy_text import SHOWN
from tutor.policy import ElementTrace, PolicyDocument, PolicyError, Position, StatementTrace, parse_policy
from tutor.wording import Language, say
from tutor.wording.statement_text import policy_name, statement_lines

from .findings import laid_out
from .json_colours import TOKEN, spans_of

LONG: Final = 100
"""Cells from which a line is no line that somebody wrote to be read."""
FITS, MISSES = "$success", "$error"


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """The document, line by line, and where its statement stands."""

    lines: tuple[Content, ...]
    signs: tuple[str, ...]
    """For each line `✓`, `✗`, or nothing."""
    first: int
    """The statement's first line, from 0."""
    last: int

    def rows(self, width: int) -> tuple[list[Content], int]:
        """Rows for `width` cells, and the number of the row where the statement begins."""
        rows: list[Content] = []
        begins = 0
        digits = len(str(len(self.lines)))
        for number, (line, sign) in enumerate(zip(self.lines, self.signs, strict=True)):
            inside = self.first <= number <= self.last
            if number == self.first:
                begins = len(rows)
            bar = ("▌", "$accent") if inside else (" ", "")
            colour = "bold $success" if sign == "✓" else "bold $error"
            gutter = Content.assemble(
                (f"{number + 1:>{digits}} ", "$quiet"), bar, (f"{sign or ' '} ", colour)
            )
            blank = Content.assemble(" " * (digits + 1), bar, "  ")
            body = hanging(line if inside else line.stylize("dim"), max(width - digits - 4, 8))
            rows += [Content.assemble(gutter if place == 0 else blank, row) for place, row in enumerate(body)]
        return rows, begins


def policy_page(statement: StatementTrace) -> PolicyPage:
    """The policy of a statement, laid out if nobody could read it as it is."""
    statement = _readable(statement)
    texts = [line.removesuffix("\r") for line in statement.policy.document.text.rstrip().split("\n")]
    marks = list(_marks(statement))
    lines, signs = [], []
    for number, text in enumerate(texts, start=1):
        spans = spans_of(text)
        found = [mark for mark in marks if mark[0].line == number]
        for place, colour in found:
            start = place.column - 1
            token = TOKEN.match(text, start)
            end = token.end() if token else start + 1
            spans.append(Span(start, end, f"bold underline {colour}"))
        colours = [colour for _, colour in found]
        lines.append(Content(text.replace("\t", " ").translate(SHOWN), spans))
        signs.append("✗" if MISSES in colours else "✓" if colours else "")
    first = min(statement.start.line, len(lines)) - 1
    return PolicyPage(tuple(lines), tuple(signs), first, min(statement.end.line, len(lines)) - 1)


def policy_title(statement: StatementTrace, language: Language) -> Content:
    """Which policy it is, and by which group it came."""
    policy = policy_name(statement.source)
    if statement.through is None:
        return Content.styled(say(language, "decision.policy", policy=policy), "bold")
    group = policy_name(statement.through)
    return Content.styled(say(language, "decision.policy.inherited", policy=policy, group=group), "bold")


def compared(statement: StatementTrace, language: Language) -> Content:
    """The elements that do not fit, each with the policy's value and the request's; all, if all fit."""
    _, *lines = statement_lines(language, _readable(statement), expand=statement.matched)
    indent = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return Content("\n").join(_coloured(line[indent:]) for line in lines)


def _coloured(line: str) -> Content:
    colours = {"✓": "bold $success", "✗": "bold $error"}
    if line[:1] in colours:
        return Content.assemble((line[0], colours[line[0]]), (line[1:], "bold"))
    return Content(line)


def _marks(statement: StatementTrace) -> Iterator[tuple[Position, str]]:
    """Where something stands that fits, or does not, with its colour."""
    for element in statement.elements:
        colour = FITS if element.matched else MISSES
        if element.key is not None:
            yield element.position, colour
        for value in _speaking(element):
            yield value, colour


def _speaking(element: ElementTrace) -> Sequence[Position]:
    """Of an element's values those that made it fit, or all of them where none did."""
    fitting = [value.position for value in element.values if value.matched]
    return fitting or [value.position for value in element.values]


def _readable(statement: StatementTrace) -> StatementTrace:
    document = _laid_out(statement.policy.document)
    if document is statement.policy.document:
        return statement
    policy = replace(statement.policy, document=document)
    return statement._replace(policy=policy, statement=document.statements[statement.ref.statement])


@lru_cache(maxsize=32)
def _parsed(text: str, kind: str, statements: int) -> PolicyDocument | None:
    """The same policy with a line a value; None where that is not the same."""
    from tutor.policy import PolicyKind

    try:
        document = parse_policy(text, PolicyKind(kind), stored=True)
    except PolicyError:
        return None
    return document if len(document.statements) == statements else None


def _laid_out(document: PolicyDocument) -> PolicyDocument:
    lines = document.text.strip().split("\n")
    if len(lines) > 1 and max(map(len, lines)) <= LONG:
        return document
    text = laid_out(document.text)
    if text is None:
        return document
    return _parsed(text, document.kind.value, len(document.statements)) or document
