"""`iam-tutor operations`: what the sandbox can do, beside what the AWS CLI's own examples name."""

import argparse
import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tutor.cli.parser import Parser, fail
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.gateway.offered import Offered

WIDTH: Final = 100
FORMATS: Final = ("text", "markdown", "json")


def add_arguments(parser: Parser) -> None:
    """The form of the list, and one service of it."""
    language = parser.language
    parser.add_argument("--format", choices=FORMATS, default="text", help=say(language, "cli.help.format"))
    parser.add_argument("--service", metavar="NAME", help=say(language, "cli.operations.help.service"))


def run(arguments: argparse.Namespace) -> int:
    """Print the list: 0, or 2 for a service that the sandbox does not have."""
    from tutor.gateway.offered import offered

    language: Language = arguments.language
    every = offered()
    chosen = [one for one in every if arguments.service in (None, one.service)]
    if not chosen:
        names = ", ".join(one.service for one in every)
        return fail(language, "cli.operations.no-service", found=arguments.service, available=names)
    print(_FORMS[arguments.format](chosen, language))
    return 0


def markdown(services: "Sequence[Offered]", language: Language) -> str:
    """One table and what the comparison found, as a section of a README holds it."""
    head = [say(language, f"cli.operations.column.{name}") for name in ("service", "count", "operations")]
    lines = [f"| {' | '.join(head)} |", "| --- | ---: | --- |"]
    lines += [
        f"| `aws {one.service}` | {len(one.commands)} | {', '.join(one.commands)} |" for one in services
    ]
    return "\n".join([*lines, "", *_compared(services, language, bullet="- ")])


def _text(services: "Sequence[Offered]", language: Language) -> str:
    lines: list[str] = []
    for one in services:
        lines.append(say(language, "cli.operations.service", service=one.service, count=len(one.commands)))
        lines += textwrap.wrap(
            ", ".join(one.commands),
            WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
            break_on_hyphens=False,
        )
    return "\n".join([*lines, *_compared(services, language, bullet="  ")])


def _compared(services: "Sequence[Offered]", language: Language, *, bullet: str) -> Iterator[str]:
    """How much there is of what the examples name; what of the API is lacking, and why."""
    compared = [one for one in services if one.lacking is not None]
    if not compared:
        return
    named = sum(len(one.documented) for one in compared)
    missing = sum(len(one.undocumented) for one in compared)
    names = ", ".join(one.service for one in compared)
    yield say(language, "cli.operations.compared", services=names, named=named, here=named - missing)
    by_reason: dict[str, list[str]] = {}
    for one in compared:
        for command, reason in (one.lacking or {}).items():
            by_reason.setdefault(reason, []).append(f"{one.service} {command}")
    if by_reason:
        yield say(language, "cli.operations.lacking", services=names)
    for reason, commands in by_reason.items():
        why = say(language, f"cli.operations.reason.{reason}")
        yield f"{bullet}{', '.join(commands)}: {why}"


def _json(services: "Sequence[Offered]", language: Language) -> str:
    rows = [
        {
            "service": one.service,
            "count": len(one.commands),
            "operations": list(one.commands),
            **_comparison(one, language),
        }
        for one in services
    ]
    return json.dumps({"services": rows}, ensure_ascii=False, indent=2)


def _comparison(one: "Offered", language: Language) -> dict[str, object]:
    if one.lacking is None:
        return {}
    return {
        "documented": len(one.documented),
        "documentedHere": len(one.documented) - len(one.undocumented),
        "lacking": [
            {
                "operation": command,
                "documented": command in one.documented,
                "reason": say(language, f"cli.operations.reason.{reason}"),
            }
            for command, reason in one.lacking.items()
        ],
    }


_FORMS: Final = {"text": _text, "markdown": markdown, "json": _json}
