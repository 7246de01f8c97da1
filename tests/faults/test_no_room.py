"""A disk without room, and files that may not be written or read: nothing is told that is not kept."""

import json
import os
import resource
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.driver import learner
from tests.endpoint.serving import serving
from tests.faults.saves import MAKE, NAME, USERS, Commands, contents, make_save, still, users_made
from tutor.account import Save

NOBODY = 65534


@contextmanager
def no_room(folder: Path) -> Iterator[None]:
    """No file may become larger than the journal is, but for ten bytes: the next line does not fit."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    room = (folder / "journal.jsonl").stat().st_size + 10
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_the_console_answers_no_line_that_does_not_fit(tutor: Commands) -> None:
    folder = make_save(tutor.saves)

    def lines() -> Iterator[str]:
        yield MAKE
        with no_room(folder):
            yield "aws iam create-user --user-name too-much"

    done = tutor.give("run", "--save", NAME, "--language", "ko", lines=lines())
    assert done.code == 2
    assert json.loads(done.out)["User"]["UserName"] == "another"
    assert "방금 요청은 실행하지 않았어요. 앞서 답한 것은 모두 저장돼 있어요." in done.err
    assert users_made(folder) == [*USERS, "another"]
    assert tutor.console().out.split() == sorted([*USERS, "another"])


def test_plain_mode_says_it_and_goes_on_where_it_was(tutor: Commands) -> None:
    folder = make_save(tutor.saves)

    def lines() -> Iterator[str]:
        yield "aws iam create-user --profile mina --user-name another"
        with no_room(folder):
            yield "aws iam create-user --profile mina --user-name too-much"

    done = tutor.give("--plain", lines=lines())
    assert done.code == 2
    assert "방금 요청은 실행하지 않았어요" in done.err
    assert "user/too-much" not in done.out
    assert users_made(folder)[-1] == "another"
    assert tutor.plain("aws iam get-user --profile mina --user-name another").code == 0


def test_a_client_of_the_endpoint_is_told_and_may_try_again(tmp_path: Path) -> None:
    folder = make_save(tmp_path)
    with Save.open(folder, clock=still) as save, serving(save) as client:
        with no_room(folder):
            refused = client.ask("Action=CreateUser&UserName=another")
        assert refused.status == 503
        assert "The save cannot be written" in refused.text
        assert client.ask("Action=GetUser&UserName=another").status == 404
        assert client.ask("Action=CreateUser&UserName=another").status == 200


async def test_the_app_says_it_and_takes_the_line_again(tmp_path: Path) -> None:
    line = "aws iam create-user --profile mina --user-name another"
    async with learner(tmp_path, language="ko") as one:
        await one.press("enter")
        folder = tmp_path / NAME
        with no_room(folder):
            await one.send(line)
            said = "\n".join(line.plain for line in one.learn.console.transcript.lines)
            assert "방금 요청은 실행하지 않았어요" in said
            assert "another" not in users_made(folder)
        await one.send(line)
        assert users_made(folder)[-1] == "another"


@contextmanager
def kept_out() -> Iterator[None]:
    """Whoever is root is nobody meanwhile: permissions count for them too."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shared(tutor: Commands) -> Iterator[Commands]:
    """A save where nobody can come to; the commands have run once, so that all is loaded that they need."""
    folder = make_save(tutor.saves)
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(folder, Path(home) / NAME)
        tutor.console()
        tutor.plain()
        for path in (Path(home), *Path(home).rglob("*")):
            if os.geteuid() == 0:
                os.chown(path, NOBODY, NOBODY)
        tutor.patch.chdir(home)
        yield replace(tutor, saves=Path(home))


@pytest.mark.parametrize(
    ("name", "mode", "plain"),
    [("journal.jsonl", 0o000, False), ("journal.jsonl", 0o400, False), ("progress.json", 0o000, True)],
)
def test_a_file_without_permission_is_named_and_left_alone(
    shared: Commands, name: str, mode: int, plain: bool
) -> None:
    folder = shared.saves / NAME
    before = contents(folder)
    (folder / name).chmod(mode)
    with kept_out():
        done = shared.plain("", "") if plain else shared.console()
    assert done.code == 2
    assert "ermission denied" in done.err
    assert str(folder / name) in done.err
    (folder / name).chmod(0o600)
    assert contents(folder) == before


def test_a_folder_whose_permissions_were_taken_is_given_them_back(shared: Commands) -> None:
    (shared.saves / NAME).chmod(0)
    with kept_out():
        done = shared.console()
    assert (done.code, done.out.split()) == (0, list(USERS))
    assert stat.S_IMODE((shared.saves / NAME).stat().st_mode) == 0o700


def test_a_checkpoint_that_may_not_be_read_is_not_needed(shared: Commands) -> None:
    checkpoint = shared.saves / NAME / "account.json"
    checkpoint.chmod(0)
    with kept_out():
        done = shared.console()
    assert (done.code, done.out.split(), done.err) == (0, list(USERS), "")
    assert stat.S_IMODE(checkpoint.stat().st_mode) == 0
