"""`iam-tutor quiz`: the quiz's modes as plain lines, questions for scripts and for other programs."""

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

from tutor.cli.parser import Parser, fail
from tutor.cli.places import DEFAULT_SAVE, saves_folder
from tutor.wording import LANGUAGES, Language, say

MODES: Final = ("review", "daily", "practice", "exam", "progress")
FORMATS: Final = ("anki", "gift", "csv", "markdown", "json")


def add_arguments(parser: Parser) -> None:
    """A mode, or one of the commands that make questions."""
    language = parser.language
    parser.add_argument(
        "--plain", action="store_true", default=argparse.SUPPRESS, help=say(language, "cli.help.plain")
    )
    ways = parser.add_subparsers(dest="way", metavar="MODE", title=say(language, "cli.quiz.help.modes"))
    for name in MODES:
        way = _add(ways, language, name)
        if name == "practice":
            way.add_argument("topic", nargs="*", metavar="TOPIC", help=say(language, "cli.quiz.help.topic"))
        if name == "exam":
            way.add_argument("code", nargs="?", metavar="CODE", help=say(language, "cli.quiz.help.code"))
            way.add_argument("--number", type=int, metavar="N", help=say(language, "cli.quiz.help.number"))
            way.add_argument("--minutes", type=int, metavar="N", help=say(language, "cli.quiz.help.minutes"))
            way.add_argument("--sections", metavar="LETTERS", help=say(language, "cli.quiz.help.sections"))
            way.add_argument("--seed", metavar="TEXT", help=say(language, "cli.quiz.help.seed"))
    _add(ways, language, "families").add_argument(
        "--format", choices=("text", "json"), default="text", help=say(language, "cli.help.format")
    )
    generate = _add(ways, language, "generate")
    _add_choice(generate, language)
    generate.add_argument(
        "--format", choices=("text", "json"), default="text", help=say(language, "cli.help.format")
    )
    export = _add(ways, language, "export")
    _add_choice(export, language)
    export.add_argument("--bank", action="store_true", help=say(language, "cli.quiz.help.bank"))
    export.add_argument(
        "--format", choices=FORMATS, default="markdown", help=say(language, "cli.help.format")
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help=say(language, "cli.quiz.help.out"))


def _add(ways: "argparse._SubParsersAction[Parser]", language: Language, name: str) -> Parser:
    text = say(language, f"cli.quiz.help.{name}")
    way = ways.add_parser(name, language=language, help=text, description=text)
    way.add_argument(
        "--saves", type=_folder, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    way.add_argument("--save", metavar="NAME", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    way.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return way


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _add_choice(parser: Parser, language: Language) -> None:
    parser.add_argument("--family", action="append", metavar="ID", help=say(language, "cli.quiz.help.family"))
    parser.add_argument("--level", type=int, metavar="1-5", help=say(language, "cli.quiz.help.level"))
    parser.add_argument("--seed", default="1", metavar="TEXT", help=say(language, "cli.quiz.help.seed"))
    parser.add_argument(
        "--count", type=int, default=10, metavar="N", help=say(language, "cli.quiz.help.count")
    )
    parser.add_argument("--skill", action="append", metavar="ID", help=say(language, "cli.quiz.help.skill"))
    parser.add_argument("--beyond", action="store_true", help=say(language, "cli.quiz.help.beyond"))


def run(arguments: argparse.Namespace) -> int:
    """Run a mode; 0 when done, 2 for what cannot be asked."""
    if arguments.way in {"families", "generate", "export"}:
        from tutor.cli import quiz_making

        return quiz_making.run(arguments)
    if arguments.way is None:
        return _door(arguments)
    return _play(arguments)


def _door(arguments: argparse.Namespace) -> int:
    """Without a mode: the quiz in the app, or its modes as lines."""
    from tutor.cli.play import kept_language
    from tutor.cli.terminal import way_to_play

    saves: Path = arguments.saves or saves_folder()
    name = arguments.save or DEFAULT_SAVE
    language = arguments.chosen_language or kept_language(saves / name) or arguments.language
    way = way_to_play(language, plain=arguments.plain)
    if way == "none":
        return fail(language, "cli.no-terminal")
    if way == "plain":
        return _play(arguments)
    from tutor.app.start import run_app

    return run_app(saves, name, language=arguments.chosen_language, quiz=True)


def _play(arguments: argparse.Namespace) -> int:
    from tutor.cli.play import kept_language
    from tutor.cli.saves import report
    from tutor.course.progress import FILE_NAME, ProgressStore
    from tutor.wording.troubles import EXPECTED

    folder = (arguments.saves or saves_folder()) / (arguments.save or DEFAULT_SAVE)
    language = arguments.chosen_language or kept_language(folder) or arguments.language
    try:
        kept = folder / FILE_NAME
        with closing(ProgressStore(kept if kept.exists() else None)) as progress:
            from tutor.cli.plain_quiz_door import Door

            door = Door(folder, progress, language, read_line, _write)
            return door.open(arguments)
    except Exception as error:
        if not isinstance(error, EXPECTED):
            raise
        return report(error, language)


def read_line() -> str | None:
    """The line that answers a question, without its end; None when there are no more."""
    print("> ", end="", flush=True)
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None


def _write(text: str) -> None:
    from tutor.gateway.visible import visible

    print(visible(text), flush=True)
