"""boto3, as it comes, against the endpoint: each script in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.endpoint.boto3_further import FURTHER
from tests.endpoint.boto3_stories import HEAD, STORIES
from tests.endpoint.test_command import Running, running

pytestmark = pytest.mark.long

SCRIPTS = STORIES | FURTHER


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Running]:
    with running("--fresh", "--control-token", "stories") as endpoint:
        yield endpoint


def environment(endpoint: Running, folder: Path) -> dict[str, str]:
    """What the three lines set, and nothing of the tester's own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    exports = dict(line.removeprefix("export ").split("=", 1) for line in endpoint.lines[1:4])
    named = {name: value.strip("'") for name, value in exports.items()}
    return (
        own
        | named
        | {"AWS_DEFAULT_REGION": "us-east-1", "HOME": str(folder), "AWS_EC2_METADATA_DISABLED": "true"}
    )


@pytest.mark.parametrize("story", SCRIPTS)
def test_a_story_in_boto3(endpoint: Running, story: str, tmp_path: Path) -> None:
    assert endpoint.client.control("reset", token="stories").status == 200
    done = subprocess.run(
        [sys.executable, "-c", HEAD + SCRIPTS[story]],
        env=environment(endpoint, tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
