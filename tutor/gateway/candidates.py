"""What may stand at the cursor, each with a short description in plain text."""

import re
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Any, Final

TAG: Final = re.compile(r"<[^>]*>")
SPACE: Final = re.compile(r"\s+")
SENTENCE: Final = re.compile(r".+?[.!?](?=\s|$)")
SHORT: Final = re.compile(r"\b(?:e\.g|i\.e|etc|vs)\.$")
MOST: Final = 160
"""Letters of a description: one row of a wide window."""


class Kind(StrEnum):
    """What a candidate is; the front end may know more about some of them."""

    WORD = "word"
    SERVICE = "service"
    COMMAND = "command"
    OPTION = "option"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to go on."""

    text: str
    kind: Kind = Kind.VALUE
    about: str = ""
    """What it is for, in English, from the AWS CLI's own models; or what is known of a name."""
    required: bool = False
    """An option without which the command does not run."""


@dataclass(frozen=True, slots=True)
class CommandOption:
    """An option of one command, as the AWS CLI has it."""

    name: str
    """With its two dashes."""
    about: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    flag: bool = False
    """No value follows it."""
    several: bool = False
    """More than one value may follow it."""


def one_line(documentation: str) -> str:
    """The first sentence of a model's documentation, without its tags."""
    text = SPACE.sub(" ", unescape(TAG.sub(" ", documentation))).strip()
    text = text.replace(" .", ".").replace(" ,", ",")
    end = 0
    for found in SENTENCE.finditer(text):
        end = found.end()
        if SHORT.search(text[:end]) is None:
            break
    first = text[:end] if end else text
    return first if len(first) <= MOST else first[: MOST - 1].rstrip() + "…"


def described(name: str, option: Any) -> CommandOption:
    """An option of the CLI, its documentation cut to one line."""
    model = getattr(option, "argument_model", None)
    kind = str(option.cli_type_name)
    choices = getattr(option, "choices", None) or getattr(model, "enum", None)
    if not choices and kind == "list" and model is not None:
        choices = getattr(getattr(model, "member", None), "enum", None)
    return CommandOption(
        f"--{name}",
        one_line(option.documentation or ""),
        bool(option.required),
        tuple(choices or ()),
        flag=kind == "boolean" or getattr(option, "_action", "") in ("store_true", "store_false"),
        several=kind == "list" or getattr(option, "nargs", None) in ("+", "*"),
    )
