"""`iam-tutor run`: console lines from standard input, each against the sandbox account."""

import argparse
import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.parser import Parser, fail
from tutor.wording import say

if TYPE_CHECKING:
    from tutor.gateway import ConsoleResult


def add_arguments(parser: Parser) -> None:
    """The options of `run`."""
    language = parser.language
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=say(language, "cli.help.format")
    )
    parser.add_argument("--account-id", metavar="ID", help=say(language, "cli.help.account-id"))
    parser.add_argument("--seed", metavar="TEXT", help=say(language, "cli.help.seed"))


def run(arguments: argparse.Namespace) -> int:
    """Answer every line of standard input."""
    from tutor.account import SaveError, wall_clock
    from tutor.cli.saves import OnlyForNew, open_for_console, report
    from tutor.gateway import Console, Sandbox
    from tutor.wording.explained import explanation_lines

    account_id = arguments.account_id
    if account_id is not None and not (
        len(account_id) == 12 and account_id.isascii() and account_id.isdigit()
    ):
        return fail(arguments.language, "cli.account-id", found=account_id)
    try:
        with open_for_console(arguments) as save:
            console = Console(Sandbox(save, wall_clock), workspace=Path.cwd())
            for number, line in enumerate(sys.stdin):
                result = console.run(line.rstrip("\n"))
                said = result.stdout
                if result.explained is not None:
                    said = "\n".join([*explanation_lines(result.explained, arguments.language), ""])
                _answer(result, said, as_json=arguments.format == "json")
                if number == 0:
                    gc.freeze()  # the AWS CLI is loaded and stays: no need to look through it again
    except OnlyForNew as fault:
        return fail(arguments.language, "cli.new-only", option=fault.option, save=arguments.save)
    except SaveError as error:
        return report(error, arguments.language)
    return 0


def _answer(result: "ConsoleResult", stdout: str, *, as_json: bool) -> None:
    if as_json:
        answer = {"rc": result.rc, "stdout": stdout, "stderr": result.stderr}
        print(json.dumps(answer, ensure_ascii=False, separators=(",", ":")), flush=True)
        return
    sys.stdout.write(stdout)
    sys.stdout.flush()
    sys.stderr.write(result.stderr)
    sys.stderr.flush()
