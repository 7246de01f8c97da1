"""A process that holds a save's lock until its input ends: `python -m tests.faults.holder FOLDER`."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.account.lock import SaveLock

REPOSITORY = Path(__file__).parents[2]


@contextmanager
def held_by_another(folder: Path) -> Iterator[int]:
    """The process id of another process that holds the lock of the save."""
    command = [sys.executable, "-m", "tests.faults.holder", str(folder)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process.pid
        finally:
            process.communicate("")


def main() -> None:
    with SaveLock(Path(sys.argv[1]) / "lock").held():
        print("held", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
