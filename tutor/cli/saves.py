"""Opening a save for a command, and the sentence and exit code when it cannot be used."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.places import place_of, saves_folder
from tutor.wording import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.account import Restored, Save


class OnlyForNew(Exception):
    """An option that makes a new account, given for a save that exists."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


def save_path(arguments: argparse.Namespace, name: str) -> Path:
    """Where the save `name` lies: that of a learner, or a sandbox that a learner keeps."""
    return place_of(arguments.saves or saves_folder(), name)


def open_for_console(arguments: argparse.Namespace) -> "Save":
    """The save of `--save`, made if there is none, else a new one in memory; raises OnlyForNew, SaveError."""
    from tutor.account import LEARNER, ClockMode, Save

    seed = arguments.seed.encode() if arguments.seed else None
    if arguments.save is None:
        save = Save.in_memory(seed=seed)
    else:
        save = Save.open_or_create(save_path(arguments, arguments.save), seed=seed)
        tell_restored(save.restored, arguments.language)
    if save.head is None:
        save.begin(accounts=(arguments.account_id or LEARNER,), mode=ClockMode.WALL)
    elif option := next((one for one in ("account_id", "seed") if getattr(arguments, one)), None):
        save.close()
        raise OnlyForNew(f"--{option.replace('_', '-')}")
    return save


def tell_restored(restored: "Iterable[Restored]", language: Language) -> None:
    """Say on standard error what was damaged and is whole again."""
    from tutor.wording.troubles import restored_sentence

    for one in restored:
        print(f"iam-tutor: {restored_sentence(language, one)}", file=sys.stderr)


def report(error: Exception, language: Language) -> int:
    """Say what is wrong and what helps, and give the exit code."""
    from tutor.wording.troubles import exit_code, trouble_sentence

    print(f"iam-tutor: {trouble_sentence(language, error)}", file=sys.stderr)
    return exit_code(error)
