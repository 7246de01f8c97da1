"""A line as a history may keep it."""

import re
from typing import Final

VALUE: Final = r"""("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']+)"""
PASSWORD_OPTION: Final = re.compile(rf"(--(?:old-\w*|new-pas\w*|pas\w*)(?:\s+|=)){VALUE}+")
PASSWORD_FIELD: Final = re.compile(r"""(\\?["'](?:Old|New)?Password\\?["']\s*:\s*)\\?"(?:[^"\\]|\\.)*\"""")
MASK: Final = "****"


def kept_line(line: str) -> str:
    """The line with every password masked; access keys stay, the save holds them anyway."""
    masked = PASSWORD_OPTION.sub(rf"\1{MASK}", line)
    return PASSWORD_FIELD.sub(rf'\1"{MASK}"', masked)
