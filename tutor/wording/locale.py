"""Which language to speak before the learner has chosen one."""

import os
from collections.abc import Mapping

from .say import Language


def locale_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Korean where the locale says so, English elsewhere."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "ko" if chosen.lower().startswith("ko") else "en"
