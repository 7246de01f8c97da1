"""Where a beginner stands before AWS's own words and does not get on: one sentence more."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from tutor.gateway.notices import Notice

__all__ = ["stuck"]

NO_PROFILE: Final = re.compile(r"The config profile \(([^)]*)\) could not be found")
EXISTS: Final = "(EntityAlreadyExists)"
MALFORMED: Final = ("(MalformedPolicyDocument)", "(MalformedPolicy)", "(MalformedPolicyDocumentException)")
DOCUMENTS: Final = ("-document", "--policy")
"""How options end whose values are policies."""

ANEW: Final[Mapping[str, str]] = {
    "create-role": "aws iam update-assume-role-policy",
    "create-policy": "aws iam create-policy-version",
    "create-login-profile": "aws iam update-login-profile",
    "create-account-alias": "aws iam delete-account-alias",
}
"""What to type where something is there already and is to be another."""


def stuck(
    stderr: str, arguments: Sequence[str], words: Sequence[str], workspace: Path, *, given: bool
) -> Notice | None:
    """What to do about an error of AWS or of its CLI; `given`: there are credentials to be kept."""
    if found := NO_PROFILE.search(stderr):
        return Notice("no-profile-keep" if given else "no-profile", {"name": found[1]})
    if EXISTS in stderr and (command := ANEW.get(next(iter(words[1:2]), ""))):
        return Notice("exists-already", {"command": command})
    if any(code in stderr for code in MALFORMED):
        for option, value in pairwise(arguments):
            plain = Path(value).name == value and value not in {"", ".", ".."}
            if option.endswith(DOCUMENTS) and plain and (workspace / value).is_file():
                return Notice("file-forgotten", {"name": value})
    return None
