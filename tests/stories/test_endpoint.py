"""The portable stories by a shell and the `aws` program, processes of their own, against an endpoint."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from typing import Final

import pytest

from tests.endpoint.test_command import Running, running
from tests.stories.player import Done, play
from tests.stories.story import Story, stories

pytestmark = pytest.mark.long

PORTABLE: Final = {name: story for name, story in stories().items() if not story.console_only}
AT_ONCE: Final = 2
"""Endpoints, and stories that are played at the same time: each has an account for itself."""

TOKEN: Final = "stories"
ACCOUNT: Final = "111111111111"


class ShellStage:
    """A learner's shell with `aws` on its path, the root's key in the default profile, and an endpoint."""

    console = False

    def __init__(self, endpoint: Running, home: Path) -> None:
        self._endpoint, self._home, self._later = endpoint, home, 0
        self.folder = home / "work"
        self.folder.mkdir(parents=True)
        (home / ".aws").mkdir()
        (home / ".aws" / "credentials").write_text(
            f"[default]\naws_access_key_id = {endpoint.key.access_key_id}\n"
            f"aws_secret_access_key = {endpoint.key.secret_access_key}\n"
        )
        self._shell = subprocess.Popen(
            ["bash", "--norc", "--noprofile"],
            env={
                "AWS_ENDPOINT_URL": endpoint.lines[0],
                "AWS_DEFAULT_REGION": "us-east-1",
                "AWS_EC2_METADATA_DISABLED": "true",
                "HOME": str(home),
                "LC_ALL": "C.UTF-8",
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            },
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, line: str) -> Done:
        assert self._shell.stdin is not None
        assert self._shell.stdout is not None
        out, err = self._home / "out", self._home / "err"
        into = f">{shlex.quote(str(out))} 2>{shlex.quote(str(err))} </dev/null"
        said = f"eval {shlex.quote(line)} {into}; echo $?\n"
        self._shell.stdin.write(said)
        self._shell.stdin.flush()
        status = self._shell.stdout.readline().strip()
        return Done(int(status), out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8"))

    def clock(self, seconds: int) -> None:
        assert self._endpoint.client.control("clock", f"seconds={seconds}", token=TOKEN).status == 200
        self._later += seconds

    def now(self) -> float:
        return time.time() + self._later

    def close(self) -> None:
        """Ends the shell."""
        self._shell.communicate("exit\n")


@pytest.fixture(scope="module")
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[None]]]:
    """Every story that a test was chosen for, as soon as an endpoint is free for it."""
    chosen = {item.name for item in request.session.items}
    free: SimpleQueue[Running] = SimpleQueue()
    homes = tmp_path_factory.mktemp("learners")

    def one(story: Story) -> None:
        endpoint = free.get()
        try:
            assert endpoint.client.control("reset", token=TOKEN).status == 200
            stage = ShellStage(endpoint, homes / story.name)
            try:
                play(story, stage)
            finally:
                stage.close()
        finally:
            free.put(endpoint)

    with ExitStack() as stack, ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in range(AT_ONCE):
            words = ("--fresh", "--control-token", TOKEN, "--account-id", ACCOUNT)
            free.put(stack.enter_context(running(*words)))
        yield {
            name: pool.submit(one, story)
            for name, story in PORTABLE.items()
            if f"test_a_story[{name}]" in chosen
        }


@pytest.mark.parametrize("name", PORTABLE)
def test_a_story(played: dict[str, Future[None]], name: str) -> None:
    played[name].result()


def test_most_stories_are_portable() -> None:
    assert len(PORTABLE) >= 15
