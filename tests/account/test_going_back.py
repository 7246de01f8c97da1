"""Going back a long way: from the nearest world there is, never to another one than replay gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.account.people import SEED, START, Person, contents, still
from tutor.account import Save

LONG = 500
PLACES = (LONG - 1, LONG - 20, LONG - 260, 3)


def worked(folder: Path, *, prefix: str = "u") -> None:
    """A save with a long history whose checkpoint and the one before it are both behind the place to go."""
    with Save.create(folder, seed=SEED, clock=still) as save:
        save.begin(start=START)
        with save.together():
            for number in range(LONG - 30):
                Person(save).ask("iam:CreateUser", UserName=f"{prefix}{number}")
    with Save.open(folder, clock=still) as save, save.together():
        for number in range(40):
            Person(save).ask("iam:CreateGroup", GroupName=f"{prefix}{number}")


def replayed(folder: Path) -> list[object]:
    """The worlds at the places, from the journal alone."""
    alone = folder.with_name("alone")
    alone.mkdir(exist_ok=True)
    shutil.copy(folder / "journal.jsonl", alone)
    with Save.open(alone, clock=still) as save:
        return [contents(save.world_at(place)) for place in PLACES]


@pytest.mark.parametrize("before", ["sound", "gone", "torn", "foreign"])
def test_the_checkpoint_before_the_newest_shortens_the_way_and_nothing_else(
    tmp_path: Path, before: str
) -> None:
    folder = tmp_path / "save"
    worked(folder)
    older = folder / "account.json.bak"
    assert older.exists()
    if before == "gone":
        older.unlink()
    elif before == "torn":
        older.write_bytes(older.read_bytes()[:1000])
    elif before == "foreign":
        worked(tmp_path / "foreign", prefix="f")
        shutil.copy(tmp_path / "foreign" / "account.json.bak", older)
    expected = replayed(folder)
    with Save.open(folder, clock=still) as save:
        assert [contents(save.world_at(place)) for place in PLACES] == expected
        assert [contents(save.world_at(place)) for place in PLACES] == expected


def test_what_is_gone_back_to_is_a_copy_of_its_own(tmp_path: Path) -> None:
    worked(tmp_path / "save")
    with Save.open(tmp_path / "save", clock=still) as save:
        world = save.world_at(LONG - 20)
        before = contents(world)
        next(iter(save.world_at(LONG - 20).accounts.values())).users.clear()
        assert contents(save.world_at(LONG - 20)) == before
        assert contents(world) == before
