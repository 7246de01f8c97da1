"""The command line's front door: which command, with which saves, in which language."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from tutor import __version__
from tutor.cli.language import asked_language
from tutor.cli.parser import Parser, fail
from tutor.cli.places import is_place
from tutor.wording import LANGUAGES, Language, say
from tutor.wording.locale import locale_language

COMMANDS: Final = (
    "run",
    "sandbox",
    "quiz",
    "simulate",
    "lint",
    "check",
    "preview",
    "new-lesson",
    "endpoint",
    "operations",
)
"""The commands in the order of help; each is the module of its name, with `_` for `-`."""


def build_parser(language: Language) -> Parser:
    """The parser of the whole command, its help in `language`."""
    parser = Parser(prog="iam-tutor", language=language, description=say(language, "cli.help.what"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"iam-tutor {__version__}",
        help=say(language, "cli.help.version"),
    )
    parser.add_argument("--plain", action="store_true", help=say(language, "cli.help.plain"))
    _add_common(parser, language, at_top=True)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=say(language, "cli.help.commands")
    )
    for name in COMMANDS:
        command = commands.add_parser(
            name,
            language=language,
            help=say(language, f"cli.help.{name}"),
            description=say(language, f"cli.help.{name}"),
        )
        _add_common(command, language, at_top=False)
        _module(name).add_arguments(command)
    return parser


def _add_common(parser: Parser, language: Language, *, at_top: bool) -> None:
    """Options that stand before or after the command's name alike."""
    absent = None if at_top else argparse.SUPPRESS
    parser.add_argument(
        "--saves", type=_folder, metavar="DIR", default=absent, help=say(language, "cli.help.saves")
    )
    parser.add_argument("--save", metavar="NAME", default=absent, help=say(language, "cli.help.save"))
    parser.add_argument(
        "--language", choices=LANGUAGES, default=absent, help=say(language, "cli.help.language")
    )


def _folder(text: str) -> Path:
    """A folder as seen from where the command was typed, whatever the working folder becomes."""
    return Path(text).expanduser().absolute()


def _module(name: str) -> Any:
    """The module of a command: `add_arguments(parser)` and `run(arguments)`, light to import."""
    return import_module(f"tutor.cli.{name.replace('-', '_')}")


def run(words: Sequence[str]) -> int:
    """Run `iam-tutor WORDS…` and give the exit code (design.md, Conventions)."""
    language = asked_language(words) or locale_language()
    arguments = build_parser(language).parse_args(words)
    arguments.chosen_language, arguments.language = arguments.language, language
    if arguments.save is not None and not is_place(arguments.save):
        return fail(language, "cli.save-name", found=arguments.save)
    try:
        return _dispatch(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = None  # the reader is gone: nothing more to flush at exit
        return 0
    except Exception as error:
        from tutor.cli.crash import report_crash
        from tutor.cli.places import saves_folder

        return report_crash(error, arguments.saves or saves_folder(), language)


def _dispatch(arguments: argparse.Namespace) -> int:
    code: int = _module(arguments.command or "play").run(arguments)
    return code
