"""What gets loaded by what: seen from outside, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
HEAVY = ("awscli", "textual", "rich", "ruamel", "msgspec")
STORE = ("tinydb", "filelock")


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        (
            "import tutor.account",
            (*HEAVY, *STORE, "tutor.policy", "tutor.account.save", "json", "dataclasses"),
        ),
        ("from tutor.account import OPERATIONS, AWS_MANAGED", (*HEAVY, *STORE)),
        ("from tutor.account import Save; Save.in_memory().begin()", (*HEAVY, *STORE)),
        (
            "import pathlib, tempfile; from tutor.account import Save; "
            "Save.create(pathlib.Path(tempfile.mkdtemp()) / 's').close()",
            HEAVY,
        ),
    ],
)
def test_only_what_is_needed_is_loaded(code: str, absent: tuple[str, ...]) -> None:
    look = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", look], cwd=REPOSITORY, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": f"{REPOSITORY}:{':'.join(path for path in sys.path if 'site-packages' in path)}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not set(absent) & set(done.stdout.split())


def test_every_public_name_is_there() -> None:
    import tutor.account

    for name in tutor.account.__all__:
        assert getattr(tutor.account, name) is not None
    with pytest.raises(AttributeError):
        _ = tutor.account.nothing
