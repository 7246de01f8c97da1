"""argparse that speaks the learner's language and ends with exit code 2 on bad usage."""

import argparse
import re
import sys
from typing import Final, NoReturn

from tutor.wording import Language, say

FAULTS: Final = (
    (r"unrecognized arguments: (?P<found>.+)", "cli.usage.unknown-argument"),
    (r"the following arguments are required: (?P<found>.+)", "cli.usage.missing-argument"),
    (r"argument (?P<option>.+?): expected (?:one|at least one) argument", "cli.usage.missing-value"),
    (
        r"argument (?P<option>.+?): invalid choice: (?P<found>.+) \(choose from (?P<choices>.+)\)",
        "cli.usage.choice",
    ),
    (r"argument (?P<option>.+?): invalid \w+ value: (?P<found>.+)", "cli.usage.value"),
    (r"argument (?P<option>.+?): (?P<found>not allowed with argument .+)", "cli.usage.other"),
    (r"ambiguous option: (?P<found>\S+) could match (?P<choices>.+)", "cli.usage.ambiguous"),
)
"""argparse's own sentences (English only) and the message that says the same in either language."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose usage faults are sentences in `language`."""

    def __init__(self, *, language: Language = "en", **options: object) -> None:
        super().__init__(allow_abbrev=False, add_help=False, **options)  # type: ignore[arg-type]  # typed by argparse
        self.language = language
        self.add_argument("-h", "--help", action="help", help=say(language, "cli.help.help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and what to do, and leave with 2."""
        see = say(self.language, "cli.usage.see", command=self.prog)
        self.exit(2, f"iam-tutor: {self._sentence(message)}\n{see}\n")

    def _sentence(self, message: str) -> str:
        for pattern, sentence in FAULTS:
            if found := re.fullmatch(pattern, message):
                return say(self.language, sentence, **found.groupdict())
        return say(self.language, "cli.usage.other", option=self.prog, found=message)


def fail(language: Language, message: str, **values: object) -> int:
    """Print the sentence of a fault to stderr and give the exit code of bad input, 2."""
    print(f"iam-tutor: {say(language, message, **values)}", file=sys.stderr)
    return 2
