"""`tutor.policy` is built on the standard library alone."""

import ast
import subprocess
import sys
from pathlib import Path

import tutor.policy

FOLDER = Path(tutor.policy.__file__).parent
OWN = {"tutor", ""}


def imported(path: Path) -> set[str]:
    """The top names of all modules that a file imports, also inside functions; "" for a relative import."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("" if node.level else (node.module or "").partition(".")[0])
    return names


def test_every_module_imports_the_standard_library_or_its_own_package() -> None:
    outside = {
        str(path.relative_to(FOLDER)): foreign
        for path in FOLDER.rglob("*.py")
        if (foreign := imported(path) - OWN - sys.stdlib_module_names)
    }
    assert outside == {}


PROGRAM = f"""
import sys
sys.path.insert(0, {str(FOLDER.parents[1])!r})
from tutor.policy import PolicySet, Principal, PrincipalKind, Request, decide
decide(Request(Principal(PrincipalKind.ANONYMOUS, "", ""), "s3:GetObject", "*"), PolicySet())
loaded = {{name.partition(".")[0] for name in sys.modules}}
print(sorted(loaded - sys.stdlib_module_names - {{"tutor", "__main__"}}))
"""


def test_it_can_be_used_where_no_package_is_installed() -> None:
    command = [sys.executable, "-I", "-S", "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
