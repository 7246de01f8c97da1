"""`iam-tutor lint`: what the service would refuse in a policy, else what deserves a second look."""

import argparse
import json
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutor.cli.parser import Parser, fail
from tutor.wording import Language, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.policy import PolicyError
    from tutor.policy.lint import Finding

STANDARD_INPUT: Final = "-"
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
KINDS: Final = {
    "identity": "identityPolicy",
    "trust": "trustPolicy",
    "resource": "resourcePolicy",
    "scp": "serviceControlPolicy",
    "rcp": "resourceControlPolicy",
    "boundary": "permissionsBoundary",
    "session": "sessionPolicy",
}
"""The kinds of policy as they are typed, and their values in `PolicyKind`."""

Fields = dict[str, object]
"""A JSON object of the report."""


def add_arguments(parser: Parser) -> None:
    """The policy, its kind, and the form of the report."""
    language = parser.language
    parser.add_argument("policy", metavar="FILE", help=say(language, "trace.lint.file"))
    parser.add_argument(
        "--kind", choices=tuple(KINDS), default="identity", help=say(language, "trace.lint.kind")
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=say(language, "cli.help.format")
    )


def run(arguments: argparse.Namespace) -> int:
    """Look through one policy: 0 nothing found, 1 something found, 2 the file cannot be read."""
    from tutor.policy import PolicyError, PolicyKind, parse_policy
    from tutor.policy.lint import lint

    language: Language = arguments.language
    try:
        text = _read(arguments.policy)
    except UnicodeDecodeError:
        return fail(language, "trace.lint.not-text", file=arguments.policy)
    except OSError as error:
        print(f"iam-tutor: {arguments.policy}: {error.strerror or type(error).__name__}", file=sys.stderr)
        return 2
    refused: PolicyError | None = None
    findings: Sequence[Finding] = ()
    try:
        findings = lint(parse_policy(text, PolicyKind(KINDS[arguments.kind])))
    except PolicyError as error:
        refused = error
    if arguments.format == "json":
        print(json.dumps(_report(language, arguments, refused, findings), indent=2))
    elif refused is not None:
        _print_refusal(language, arguments.policy, refused)
    elif findings:
        for finding in findings:
            print(_line(language, arguments.policy, finding))
    else:
        print(say(language, "trace.lint.sound", file=arguments.policy))
    return 1 if refused is not None or findings else 0


def _read(name: str) -> str:
    """The file's text; a byte-order mark in front is part of it, since the service refuses it too."""
    content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    return content.decode("utf-8")


def _print_refusal(language: Language, file: str, error: "PolicyError") -> None:
    """The service's code and words, the line with a caret, and what could stand there."""
    from tutor.wording.statement_text import shown

    place = f"{error.position.line}:{error.position.column}"
    print(f"{file}:{place}: {error.code}: {shown(error.message)}")
    for line in error.caret().split("\n"):
        print("    " + "".join(map(_visible, line)))
    if error.expected:
        print(say(language, "trace.lint.expected", expected=shown(error.expected)))


def _visible(character: str) -> str:
    """A character of the policy's line, as wide as the caret takes it; nothing that moves the cursor."""
    return REPLACEMENT if character != "\t" and unicodedata.category(character) == "Cc" else character


def _line(language: Language, file: str, finding: "Finding") -> str:
    """`file:line:column: severity: sentence`."""
    from tutor.wording.finding_text import finding_sentence

    severity = say(language, f"trace.severity.{finding.severity}")
    place = f"{finding.position.line}:{finding.position.column}"
    return f"{file}:{place}: {severity}: {finding_sentence(language, finding)}"


def _report(
    language: Language,
    arguments: argparse.Namespace,
    refused: "PolicyError | None",
    findings: "Sequence[Finding]",
) -> Fields:
    from tutor.wording.finding_text import finding_fields

    return {
        "file": arguments.policy,
        "kind": arguments.kind,
        "error": None if refused is None else _refusal_fields(refused),
        "findings": [finding_fields(language, finding) for finding in findings],
    }


def _refusal_fields(error: "PolicyError") -> Fields:
    return {
        "code": error.code,
        "message": error.message,
        "fault": error.fault,
        "line": error.position.line,
        "column": error.position.column,
        "found": error.found,
        "expected": error.expected,
    }
