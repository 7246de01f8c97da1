"""The floors hold at run time: importing a floor loads nothing of the floors above, and nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "awscli", "tinydb", "filelock", "ruamel", "msgspec", "docutils", "asyncio")

LOADS_NOTHING_OF = {
    "tutor.policy": (
        *HEAVY,
        "tutor.account",
        "tutor.gateway",
        "tutor.course",
        "tutor.quiz",
        "tutor.wording",
        "tutor.app",
        "tutor.cli",
    ),
    "tutor.account": (
        *HEAVY,
        "tutor.gateway",
        "tutor.course",
        "tutor.quiz",
        "tutor.wording",
        "tutor.app",
        "tutor.cli",
    ),
    "tutor.gateway": (*HEAVY, "tutor.course", "tutor.quiz", "tutor.app", "tutor.cli"),
    "tutor.wording": (*HEAVY, "tutor.app", "tutor.cli"),
    "tutor.course": ("textual", "rich", "awscli", "tutor.quiz", "tutor.wording", "tutor.app", "tutor.cli"),
    "tutor.quiz.exam": ("textual", "rich", "awscli", "fsrs", "tutor.wording", "tutor.app", "tutor.cli"),
    "tutor.cli.main": (*HEAVY, "tutor.policy", "tutor.account", "tutor.gateway", "tutor.course", "tutor.app"),
    "tutor.app": (*HEAVY, "tutor.cli"),
}


def loaded_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `statement`."""
    out = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(out.stdout.split())


@pytest.mark.parametrize("module", LOADS_NOTHING_OF)
def test_importing_a_floor_loads_only_what_it_may(module: str) -> None:
    loaded = loaded_after(f"import {module}")
    forbidden = LOADS_NOTHING_OF[module]
    assert {
        name for name in loaded if name.startswith(tuple(f"{one}." for one in forbidden)) or name in forbidden
    } == set()


def test_help_loads_nothing_heavy() -> None:
    loaded = loaded_after(
        "import io, contextlib\n"
        "from tutor.cli.main import run\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): run(['--help'])"
    )
    assert {name for name in loaded if name.partition(".")[0] in HEAVY} == set()
