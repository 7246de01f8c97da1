"""Options of the console's own words, written as the AWS CLI's are."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from tutor.gateway.notices import Refused


def read_options(
    words: Sequence[str], known: Sequence[str], kind: str
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """`--name value` or `--name=value` by name, and the other words; raises Refused(kind)."""
    options: dict[str, str] = {}
    others: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, sign, value = word.partition("=")
        if not word.startswith("--"):
            others.append(word)
        elif name not in known or (not sign and not rest):
            raise Refused(kind)
        else:
            options[name] = value if sign else rest.pop(0)
    return options, tuple(others)


def option_value(words: Sequence[str], option: str) -> str | None:
    """What an option of an `aws` line was given, whole or after `=`; the last one counts."""
    found = None
    for word, following in zip_longest(words, words[1:]):
        if word == option:
            found = following
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
    return found
