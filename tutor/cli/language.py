"""Which language to speak before the learner has chosen one."""

import os
from collections.abc import Mapping, Sequence

from tutor.wording import Language


def locale_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Korean where the locale says so, English elsewhere."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "ko" if chosen.lower().startswith("ko") else "en"


def asked_language(arguments: Sequence[str]) -> Language | None:
    """What `--language` asks for, read before the parser exists, so that usage faults speak it too."""
    for position, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == "--language":
            chosen = value if equals else next(iter(arguments[position + 1 : position + 2]), "")
            return "ko" if chosen == "ko" else "en" if chosen == "en" else None
    return None
