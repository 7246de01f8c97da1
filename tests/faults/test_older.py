"""Whole saves of older versions are opened and brought up to date; those of newer ones are refused."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.driver import learner
from tests.faults.saves import NAME, Commands, contents, make_save
from tutor.account import Save
from tutor.account.folder_tape import CHECKPOINT_FORMAT
from tutor.account.journal.line import FIRST, seal
from tutor.course import ProgressStore

OLDER = Path(__file__).parents[1] / "account" / "older"
"""Written by earlier versions, never again: `format-1` before roles, `lesson-1` in the middle of a lesson."""


def brought(saves: Path, name: str) -> Path:
    """A copy of an older save, under the name that the commands open."""
    return Path(shutil.copytree(OLDER / name, saves / NAME))


@pytest.mark.parametrize("name", ["format-1", "lesson-1"])
def test_an_older_save_is_opened_and_brought_up_to_date(tutor: Commands, name: str) -> None:
    folder = brought(tutor.saves, name)
    old = contents(folder)
    done = tutor.console("aws iam list-users --query Users[].UserName --output text")
    assert (done.code, done.err) == (0, "")
    assert {"format-1": "yuna", "lesson-1": "kim"}[name] in done.out
    now = contents(folder)
    assert now["journal.jsonl"].startswith(old["journal.jsonl"]), "what was recorded stays as it was"
    assert json.loads(now["account.json"])["format"]["1"]["version"] == CHECKPOINT_FORMAT
    assert now["account.json.bak"] == old["account.json"], "the checkpoint before is kept"
    assert now["journal.jsonl.bak"] == now["journal.jsonl"]
    with Save.open(folder) as save:
        assert save.restored == ()


def test_an_older_lesson_goes_on_in_plain_mode(tutor: Commands) -> None:
    folder = brought(tutor.saves, "lesson-1")
    done = tutor.plain()
    assert done.code == 0
    assert done.out.startswith("IAM Tutor — ")
    progress = ProgressStore(folder / "progress.json")
    assert progress.setting("language") == "ko"
    assert progress.skills()
    assert progress.restored == ()
    progress.close()


async def test_an_older_lesson_goes_on_in_the_app(tmp_path: Path) -> None:
    brought(tmp_path, "lesson-1")
    async with learner(tmp_path) as one:
        await one.press("enter")
        assert one.learn.picture is not None
        assert one.app.trouble is None


def newer_journal(folder: Path) -> None:
    """The first line says that a later version wrote it; the rest follows from it."""
    first = json.loads((folder / "journal.jsonl").read_bytes().splitlines()[0]) | {"format": 7}
    del first["checksum"]
    line = seal(json.dumps(first, separators=(",", ":")), FIRST)
    for name in ("journal.jsonl", "journal.jsonl.bak"):
        (folder / name).write_bytes(line)


def newer(name: str) -> Callable[[Path], None]:
    """The file says that a later version wrote it."""

    def change(folder: Path) -> None:
        document = json.loads((folder / name).read_bytes())
        document["format"]["1"]["version"] += 7
        (folder / name).write_text(json.dumps(document), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("journal.jsonl", newer_journal),
        ("account.json", newer("account.json")),
        ("progress.json", newer("progress.json")),
    ],
    ids=["journal", "account", "progress"],
)
def test_a_newer_save_is_refused_and_left_as_it_is(
    tutor: Commands, file: str, change: Callable[[Path], None]
) -> None:
    folder = make_save(tutor.saves)
    change(folder)
    before = contents(folder)
    for language, words in (("ko", "더 새로운 버전의 것이라"), ("en", "written by a newer version")):
        done = tutor.give("--plain", "--language", language)
        assert (done.code, done.out) == (3, "")
        assert file in done.err
        assert words in done.err
        if file != "progress.json":
            done = tutor.console(language=language)
            assert (done.code, done.out) == (3, "")
            assert words in done.err
    kept = contents(folder)
    asked = () if file == "progress.json" else ("progress.json", "progress.json.bak")
    for name in asked:  # they hold the language that was asked for
        del kept[name], before[name]
    assert kept == before
