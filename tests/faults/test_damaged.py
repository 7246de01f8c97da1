"""A damaged file of a save: restored with a sentence, or refused with one; never overwritten."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.driver import learner
from tests.faults.saves import USERS, Commands, contents, make_save, users_made
from tests.pty_start import EXPECTED, Terminal
from tutor.account import Save

Damage = Callable[[Path], None]

JOURNAL, BACKUP, ACCOUNT, PROGRESS = "journal.jsonl", "journal.jsonl.bak", "account.json", "progress.json"
FROM_BACKUP = "백업에서 되돌렸어요. 잃은 것은 없어요."
FROM_JOURNAL = "기록(journal.jsonl)으로 다시 만들었어요. 잃은 것은 없어요."
FROM_BEFORE = "바로 전에 저장한 백업으로 되돌렸어요."


def becomes(name: str, change: Callable[[bytes], bytes]) -> Damage:
    """The file is written over with what is made of it."""

    def damage(folder: Path) -> None:
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    return damage


def holds(name: str, text: bytes) -> Damage:
    """The file holds this."""
    return becomes(name, lambda _text: text)


def folder_instead(name: str) -> Damage:
    """A folder with something in it is where the file was."""

    def damage(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name / "x").mkdir(parents=True)

    return damage


def all_of(*damages: Damage) -> Damage:
    """One after the other."""

    def damage(folder: Path) -> None:
        for one in damages:
            one(folder)

    return damage


def gone(name: str) -> Damage:
    """The file is deleted."""
    return lambda folder: (folder / name).unlink()


def lines(text: bytes) -> list[bytes]:
    return text.splitlines(keepends=True)


def line_changed(number: int) -> Callable[[bytes], bytes]:
    """One letter of a line, counted from 1, is another one."""
    return lambda text: b"".join(
        line.replace(b"kind", b"mind") if place == number else line
        for place, line in enumerate(lines(text), 1)
    )


def exchanged(text: bytes) -> bytes:
    first, second, third, *others = lines(text)
    return b"".join([first, third, second, *others])


def line_taken_out(text: bytes) -> bytes:
    return b"".join(lines(text)[:2] + lines(text)[3:])


def torn(text: bytes) -> bytes:
    return text[: len(text) // 2]


def garbled(text: bytes) -> bytes:
    return text[:40] + b"\xff\x00" + text[42:]


NOISE = bytes(range(256))
DEEP = b"[" * 200_000
NO_FORMAT = b'{"format": {"1": {"version": "new"}}}'
ODD_FORMAT = b'{"format": {"1": []}}'

RESTORED: dict[str, tuple[Damage, str, str]] = {
    "account.json is empty": (holds(ACCOUNT, b""), ACCOUNT, FROM_JOURNAL),
    "account.json is torn": (becomes(ACCOUNT, torn), ACCOUNT, FROM_JOURNAL),
    "account.json is garbled": (becomes(ACCOUNT, garbled), ACCOUNT, FROM_JOURNAL),
    "account.json is noise": (holds(ACCOUNT, NOISE), ACCOUNT, FROM_JOURNAL),
    "account.json is nested too deep": (holds(ACCOUNT, DEEP), ACCOUNT, FROM_JOURNAL),
    "account.json was edited": (
        becomes(ACCOUNT, lambda text: text.replace(b"u1", b"u9")),
        ACCOUNT,
        FROM_JOURNAL,
    ),
    "account.json has no format": (holds(ACCOUNT, NO_FORMAT), ACCOUNT, FROM_JOURNAL),
    "account.json has an odd format": (holds(ACCOUNT, ODD_FORMAT), ACCOUNT, FROM_JOURNAL),
    "account.json is a folder": (folder_instead(ACCOUNT), ACCOUNT, FROM_JOURNAL),
    "a line in the middle is garbled": (becomes(JOURNAL, line_changed(3)), JOURNAL, FROM_BACKUP),
    "the first line is garbled": (becomes(JOURNAL, line_changed(1)), JOURNAL, FROM_BACKUP),
    "two lines are exchanged": (becomes(JOURNAL, exchanged), JOURNAL, FROM_BACKUP),
    "a line is missing": (becomes(JOURNAL, line_taken_out), JOURNAL, FROM_BACKUP),
    "a line twice": (becomes(JOURNAL, lambda text: lines(text)[0] + text), JOURNAL, FROM_BACKUP),
}

LAST_LINES_GONE: dict[str, Damage] = {
    "the journal is empty": holds(JOURNAL, b""),
    "the journal is cut at a line": becomes(JOURNAL, lambda text: b"".join(lines(text)[:2])),
    "the journal is cut in a line": becomes(JOURNAL, lambda text: b"".join(lines(text)[:2]) + b'{"ind'),
    "the journal is noise": holds(JOURNAL, NOISE),
    "the journal is gone": gone(JOURNAL),
    "the journal is a folder": folder_instead(JOURNAL),
}

QUIET: dict[str, Damage] = {
    "a last line that was never finished": becomes(JOURNAL, lambda text: text + b'{"index":9,"kind":"re'),
    "zeros behind the last line": becomes(JOURNAL, lambda text: text + bytes(4096)),
    "no account.json": gone(ACCOUNT),
    "no backup of the journal": gone(BACKUP),
    "an empty backup of the journal": holds(BACKUP, b""),
    "a garbled backup of the journal": becomes(BACKUP, garbled),
    "a torn backup of the journal": becomes(BACKUP, torn),
}

REFUSED: dict[str, tuple[Damage, str]] = {
    "a garbled line and no backup": (
        all_of(becomes(JOURNAL, line_changed(3)), gone(BACKUP)),
        "3번째 줄을 믿을 수 없어",
    ),
    "a garbled line and an empty backup": (
        all_of(becomes(JOURNAL, line_changed(3)), holds(BACKUP, b"")),
        "3번째 줄을 믿을 수 없어",
    ),
    "an empty journal and no backup": (all_of(holds(JOURNAL, b""), gone(BACKUP)), "1번째 줄을 믿을 수 없어"),
    "no journal and no backup": (all_of(gone(JOURNAL), gone(BACKUP)), "파일이 짧아져서 그 뒤의 줄이 없어요"),
    "a cut journal and no backup": (
        all_of(becomes(JOURNAL, lambda text: b"".join(lines(text)[:2])), gone(BACKUP)),
        "파일이 짧아져서 그 뒤의 줄이 없어요",
    ),
    "the journal and its backup garbled": (
        all_of(becomes(JOURNAL, line_changed(1)), holds(BACKUP, NOISE)),
        "1번째 줄을 믿을 수 없어",
    ),
}


@pytest.fixture
def folder(tutor: Commands) -> Path:
    return make_save(tutor.saves)


@pytest.mark.parametrize(("damage", "name", "words"), RESTORED.values(), ids=RESTORED.keys())
def test_a_damaged_file_is_restored_and_kept_aside(
    tutor: Commands, folder: Path, damage: Damage, name: str, words: str
) -> None:
    damage(folder)
    damaged = (folder / name).read_bytes() if (folder / name).is_file() else None
    done = tutor.console()
    assert (done.code, done.out.split()) == (0, list(USERS))
    assert words in done.err
    assert f"{name}.damaged 이름으로 남겨" in done.err
    aside = folder / f"{name}.damaged"
    assert aside.is_dir() if damaged is None else aside.read_bytes() == damaged
    again = tutor.console()
    assert (again.code, again.out.split(), again.err) == (0, list(USERS), "")


@pytest.mark.parametrize("damage", LAST_LINES_GONE.values(), ids=LAST_LINES_GONE.keys())
def test_lines_that_only_the_backup_has_come_back(tutor: Commands, folder: Path, damage: Damage) -> None:
    damage(folder)
    done = tutor.console()
    assert (done.code, done.out.split()) == (0, list(USERS[:4]))
    assert "백업에서 되돌렸어요." in done.err
    assert tutor.console().err == ""


def test_lines_behind_the_damage_that_nothing_proves_are_said_to_be_missing(
    tutor: Commands, folder: Path
) -> None:
    becomes(JOURNAL, line_changed(7))(folder)
    damaged = (folder / JOURNAL).read_bytes()
    done = tutor.console(language="en")
    assert (done.code, done.out.split()) == (0, list(USERS[:5]))
    assert "from line 7 on and was restored from its backup, which lacks its last lines: 3." in done.err
    assert (folder / f"{JOURNAL}.damaged").read_bytes() == damaged
    assert users_made(folder) == list(USERS[:5])


@pytest.mark.parametrize("damage", QUIET.values(), ids=QUIET.keys())
def test_what_loses_nothing_needs_no_words(tutor: Commands, folder: Path, damage: Damage) -> None:
    damage(folder)
    done = tutor.console()
    assert (done.code, done.out.split(), done.err) == (0, list(USERS), "")
    with Save.open(folder) as save:
        assert save.restored == ()
    assert (folder / BACKUP).read_bytes() == (folder / JOURNAL).read_bytes()


@pytest.mark.parametrize(("damage", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_nothing_proves_is_refused_and_left_as_it_is(
    tutor: Commands, folder: Path, damage: Damage, words: str
) -> None:
    damage(folder)
    before = contents(folder)
    for done in (tutor.console(), tutor.plain("", "")):
        assert done.code == 3
        assert words in done.err
        assert "`--save 이름`".replace("`", "") in done.err
        assert done.out == ""
    assert contents(folder) == before


PROGRESS_DAMAGE: dict[str, Damage] = {
    "empty": holds(PROGRESS, b""),
    "torn": becomes(PROGRESS, torn),
    "noise": holds(PROGRESS, NOISE),
    "a list": holds(PROGRESS, b"[]"),
    "a folder": folder_instead(PROGRESS),
}


@pytest.mark.parametrize("damage", PROGRESS_DAMAGE.values(), ids=PROGRESS_DAMAGE.keys())
def test_a_damaged_progress_file_is_restored_from_the_one_before(
    tutor: Commands, folder: Path, damage: Damage
) -> None:
    damage(folder)
    done = tutor.plain()
    assert done.code == 0
    assert FROM_BEFORE in done.out
    assert "progress.json.damaged 이름으로" in done.out
    assert (folder / "progress.json.damaged").exists()
    assert FROM_BEFORE not in tutor.plain().out


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(tutor: Commands, folder: Path) -> None:
    for text in ("first", "second"):
        (folder / PROGRESS).write_text(text, encoding="utf-8")
        assert FROM_BEFORE in tutor.plain().out
    kept = [(folder / f"{PROGRESS}.damaged{number}").read_text(encoding="utf-8") for number in ("", "-2")]
    assert kept == ["first", "second"]


def test_progress_without_a_backup_is_refused_and_left_as_it_is(tutor: Commands, folder: Path) -> None:
    for name in (PROGRESS, f"{PROGRESS}.bak"):
        (folder / name).write_bytes(b"{")
    before = contents(folder)
    done = tutor.plain()
    assert (done.code, done.out) == (3, "")
    assert "cannot be read, and its backup is of no use. Nothing was changed." in done.err
    assert contents(folder) == before
    assert tutor.console().out.split() == list(USERS)


async def test_the_app_says_what_was_restored_in_the_learners_language(tmp_path: Path) -> None:
    folder = make_save(tmp_path)
    becomes(JOURNAL, line_changed(3))(folder)
    becomes(PROGRESS, torn)(folder)
    async with learner(tmp_path) as one:
        await one.press("enter")
        said = "\n".join(line.plain for line in one.learn.console.transcript.lines)
        assert FROM_BACKUP in said
        assert FROM_BEFORE in said
    assert set(USERS) <= set(users_made(folder))


def test_plain_mode_says_what_was_restored(tutor: Commands, folder: Path) -> None:
    becomes(JOURNAL, line_changed(3))(folder)
    holds(ACCOUNT, b"")(folder)
    done = tutor.plain()
    assert done.code == 0
    assert FROM_BACKUP in done.out
    assert FROM_JOURNAL in done.out


@pytest.mark.long
@pytest.mark.parametrize("name", ["journal", "progress"])
def test_the_app_leaves_with_3_if_nothing_can_be_restored(tmp_path: Path, name: str) -> None:
    folder = make_save(tmp_path)
    if name == "journal":
        damage, words = REFUSED["a garbled line and no backup"]
        damage(folder)
    else:
        words = "its backup is of no use. Nothing was changed."
        for file in (PROGRESS, f"{PROGRESS}.bak"):
            (folder / file).write_bytes(b"{")
    before = contents(folder)
    command = [sys.executable, "-m", "tutor", "--saves", str(tmp_path)]
    with Terminal(command, environment={"LC_ALL": "C.UTF-8"}) as app:
        if name == "journal":
            assert app.until(lambda: EXPECTED in app.text and "01" in app.text), app.text
            app.send(b"\r")
        app.until(lambda: app.process.poll() is not None)
        assert app.process.poll() == 3
        assert words in " ".join(app.output.rpartition(b"\x1b[?1049l")[2].decode().split())
    assert contents(folder) == before


def test_two_processes_that_mend_at_once_agree(tmp_path: Path) -> None:
    folder = make_save(tmp_path)
    first = Save.open(folder)
    becomes(JOURNAL, line_changed(3))(folder)
    with Save.open(folder) as second:
        assert [one.path.name for one in second.restored] == [JOURNAL]
        second.note({"event": "by the one that mended"})
        first.note({"event": "by the one that was open before"})
        second.catch_up()
        assert [entry.content for entry in second.all_entries[-2:]] == [
            entry.content for entry in first.all_entries[-2:]
        ]
    first.close()
    with Save.open(folder) as again:
        assert again.restored == ()
        assert len(again.all_entries) == len(second.all_entries)


def test_a_copy_of_the_save_is_a_save(tmp_path: Path) -> None:
    folder = make_save(tmp_path)
    shutil.copytree(folder, tmp_path / "copy")
    os.unlink(tmp_path / "copy" / JOURNAL)
    with Save.open_or_create(tmp_path / "copy") as save:
        assert [one.aside for one in save.restored] == [None]
        assert len(save.all_entries) == 5
