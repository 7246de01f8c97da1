"""Findings about policies as sentences."""

from typing import Final

from tutor.policy.lint import LIMIT, Finding

from .say import Language, say
from .statement_text import shown

__all__ = ["finding_fields", "finding_sentence"]

SUGGESTS: Final = {
    "unknown-service": "trace.finding.nearest",
    "unknown-action": "trace.finding.nearest",
    "pattern-without-action": "trace.finding.nearest",
    "unknown-key": "trace.finding.nearest",
    "unknown-variable": "trace.finding.nearest",
    "key-not-carried": "trace.finding.carriers",
}
"""Findings that may know a name to put instead, and the sentence that gives it."""
SEPARATOR: Final = " | "


def finding_sentence(language: Language, finding: Finding) -> str:
    """What is wrong, and what to write instead where that is known."""
    code = finding.code
    typed = code != "resource-without-action" or finding.found_type
    sentence = say(
        language,
        f"trace.finding.{code}" if typed else f"trace.finding.{code}.untyped",
        found=shown(finding.found),
        expected=SEPARATOR.join(finding.expected),
        other=shown(finding.other) or say(language, "trace.finding.all-actions"),
        wanted=", ".join(finding.wanted_types),
        type=finding.found_type,
        count=LIMIT,
    )
    suggestion = SUGGESTS.get(code)
    if suggestion is None or not finding.expected:
        return sentence
    return f"{sentence} {say(language, suggestion, nearest=SEPARATOR.join(finding.expected))}"


def finding_fields(language: Language, finding: Finding) -> dict[str, object]:
    """A finding as `--format json` reports it."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "statement": finding.statement + 1,
        "line": finding.position.line,
        "column": finding.position.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
        "found": finding.found,
        "expected": list(finding.expected),
        "message": finding_sentence(language, finding),
    }
