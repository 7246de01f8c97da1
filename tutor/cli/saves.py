"""Opening a save for a command, and the sentence and exit code when it cannot be used."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.places import saves_folder
from tutor.wording import Language, say

if TYPE_CHECKING:
    from tutor.account import Holder, Save, SaveError


class OnlyForNew(Exception):
    """An option that makes a new account, given for a save that exists."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


def save_path(arguments: argparse.Namespace, name: str) -> Path:
    """Where the save `name` lies."""
    folder: Path = arguments.saves or saves_folder()
    return folder / name


def open_for_console(arguments: argparse.Namespace) -> "Save":
    """The save of `--save`, made if there is none, else a new one in memory; raises OnlyForNew, SaveError."""
    from tutor.account import LEARNER, ClockMode, Save

    seed = arguments.seed.encode() if arguments.seed else None
    if arguments.save is None:
        save = Save.in_memory(seed=seed)
    else:
        save = Save.open_or_create(save_path(arguments, arguments.save), seed=seed)
    if save.head is None:
        save.begin(accounts=(arguments.account_id or LEARNER,), mode=ClockMode.WALL)
    elif option := next((one for one in ("account_id", "seed") if getattr(arguments, one)), None):
        save.close()
        raise OnlyForNew(f"--{option.replace('_', '-')}")
    return save


def report(error: "SaveError", language: Language) -> int:
    """Say what is wrong with a save; 3 for locked or damaged, 2 where another folder helps."""
    from tutor.account import SaveDamaged, SaveLocked, SaveNotWritable, SaveTooNew

    code = 3
    match error:
        case SaveLocked():
            sentence = say(language, "cli.save-locked", save=error.path.name, holder=_holder(error.holder))
        case SaveDamaged():
            why = say(language, f"cli.damage.{error.why.value}")
            sentence = say(language, "cli.save-damaged", path=error.path, line=error.line, why=why)
        case SaveTooNew():
            sentence = say(language, "cli.save-too-new", path=error.path, found=error.found_version or "?")
        case SaveNotWritable():
            sentence, code = say(language, "cli.save-not-writable", path=error.path, why=error.why), 2
        case _:
            raise error
    print(f"iam-tutor: {sentence}", file=sys.stderr)
    return code


def _holder(holder: "Holder") -> str:
    """Who holds it, as a person finds them."""
    parts = (holder.command, f"pid {holder.pid}" if holder.pid else "", holder.host)
    return ", ".join(part for part in parts if part) or "?"
