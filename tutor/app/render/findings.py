"""Looks a policy through as the service would, then for what deserves a second look."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from tutor.app.models.finding import FindingRow, Reading
from tutor.wording import Language, say

from .json_colours import coloured

if TYPE_CHECKING:
    from tutor.policy import PolicyError
    from tutor.policy.lint import Finding

KINDS: Final = {
    "identity": "identityPolicy",
    "trust": "trustPolicy",
    "resource": "resourcePolicy",
    "scp": "serviceControlPolicy",
    "rcp": "resourceControlPolicy",
    "boundary": "permissionsBoundary",
    "session": "sessionPolicy",
}
"""The kinds of policy as lessons name them, and their values in `PolicyKind`."""

TEXT: Final = "text"
INDENT: Final = 4


def look_through(name: str, text: str, kind: str, language: Language) -> Reading:
    """Everything there is to say about a file; without a kind it is guessed from the text."""
    if kind == TEXT or (not kind and not name.endswith(".json")):
        return Reading(text, TEXT)
    kind = kind or guess_kind(text)
    return Reading(text, kind, _rows(text, kind, language))


def guess_kind(text: str) -> str:
    """Who is let in stands in a policy of a resource, and how in the trust policy of a role."""
    if '"Principal"' not in text and '"NotPrincipal"' not in text:
        return "identity"
    return "trust" if "sts:AssumeRole" in text else "resource"


def laid_out(text: str) -> str | None:
    """The JSON with a line a value; None if it is none."""
    try:
        document = json.loads(text, object_pairs_hook=_Pairs)
    except ValueError:
        return None
    return json.dumps(document, indent=INDENT, ensure_ascii=False) + "\n"


class _Pairs(dict[str, object]):
    """An object whose names may stand twice: layout must not drop the second one."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        if len(self) < len(pairs):
            raise ValueError


def _rows(text: str, kind: str, language: Language) -> tuple[FindingRow, ...]:
    from tutor.policy import PolicyError, PolicyKind, parse_policy
    from tutor.policy.lint import lint

    try:
        document = parse_policy(text, PolicyKind(KINDS[kind]))
    except PolicyError as error:
        return rows_of(error, (), language)
    return rows_of(None, lint(document), language)


def rows_of(
    error: "PolicyError | None", findings: "Sequence[Finding]", language: Language
) -> tuple[FindingRow, ...]:
    """What the service refuses, else what deserves a second look, in the order of the text."""
    if error is not None:
        return (_refusal(error, language),)
    return tuple(_finding(finding, language) for finding in findings)


def numbered(text: str) -> Iterator[Content]:
    """The lines of a file with their numbers and the colours of JSON."""
    from tutor.gateway.visible import visible

    for number, line in enumerate(coloured(visible(text)).split("\n"), start=1):
        yield Content.assemble((f"{number:>3}  ", "$quiet"), line)


def _refusal(error: "PolicyError", language: Language) -> FindingRow:
    """The service's own words, the line with a caret, and what could stand there."""
    from tutor.wording.statement_text import shown

    words = Content.assemble((error.code, "bold"), f": {shown(error.message)}")
    words += Content("\n") + Content.styled("\n".join(_caret(error)), "$code")
    if error.expected:
        expected = say(language, "app.editor.expected", expected=shown(error.expected))
        words += Content.assemble("\n", (expected, "$accent"))
    return FindingRow(_place(error.position), _place(error.end), words, "refused")


def _caret(error: "PolicyError") -> Iterator[str]:
    """The faulty line from a little before the fault on, and the caret under it."""
    from tutor.gateway.visible import visible

    line, caret = error.caret().replace("\t", " ").rsplit("\n", 1)
    left = max(len(line) - len(line.lstrip()), error.position.column - 1 - 20)
    before = Content(line[:left]).cell_length
    yield visible(line[left : left + 34])
    yield caret[before:] if caret[before:].strip() else caret.lstrip()


def _finding(finding: "Finding", language: Language) -> FindingRow:
    from tutor.wording.finding_text import finding_sentence

    severity = say(language, f"trace.severity.{finding.severity}")
    words = Content.assemble((f"{severity}: ", "bold"), finding_sentence(language, finding))
    return FindingRow(_place(finding.position), _place(finding.end), words, str(finding.severity))


def _place(position: tuple[int, int]) -> tuple[int, int]:
    line, column = position
    return line - 1, column - 1
