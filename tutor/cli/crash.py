"""A fault of the program itself: written down, and told in one sentence instead of a traceback."""

import os
import platform
import sys
import traceback
from pathlib import Path
from typing import Final

from tutor import __version__
from tutor.wording import Language, say

REPORT: Final = "crash.txt"
EXIT: Final = 70
"""EX_SOFTWARE of sysexits.h: an internal fault."""


def report_crash(error: BaseException, saves: Path, language: Language) -> int:
    """Write the report into the saves folder, say where it is, and give the exit code."""
    lines = (
        f"iam-tutor {__version__}\n",
        f"Python {platform.python_version()}, {platform.system()}\n\n",
        *traceback.format_exception(error),
    )
    path, said = saves / REPORT, "cli.crash.kept"
    try:
        saves.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(lines)
    except OSError:
        said = "cli.crash"
        sys.stderr.writelines(lines)
    print(f"iam-tutor: {say(language, said, path=path)}", file=sys.stderr)
    return EXIT
