"""The wide account, too, is what its journal folds to; its secrets are not in the journal."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.account.people import SEED, Person, contents, still
from tests.account.shapes import play
from tests.account.tapes import Recording, Replaying
from tests.account.test_iam_shapes import PROVIDERS, ROLES, USERS, play_by_hand, played
from tutor.account import Save
from tutor.account.checkpoint import Position, dump, load
from tutor.account.journal.ledger import Cursor


def recorded() -> tuple[Person, Recording]:
    tape = Recording()
    save = Save(tape, SEED, still)
    save.begin(start=still())
    root = Person(save)
    for script in (USERS, ROLES, PROVIDERS):
        play(root, script)
    play_by_hand(root)
    return root, tape


def test_a_wide_journal_replays_to_the_live_world() -> None:
    root, tape = recorded()
    follower = Save(Replaying(tape.lines), b"", still)
    follower.catch_up()
    assert contents(follower.world) == contents(root.save.world)
    assert follower.world.accounts == root.save.world.accounts
    assert follower.world.sessions == root.save.world.sessions


def test_replay_needs_no_wall_clock_for_codes() -> None:
    _root, tape = recorded()
    later = Save(Replaying(tape.lines), b"", lambda: still().replace(year=2031))
    later.catch_up()
    devices = later.world.accounts["111111111111"].mfa_devices.values()
    assert [len(device.used_steps) for device in devices] == [5]


def test_a_checkpoint_of_a_wide_world_holds_all_there_is() -> None:
    root = played()
    position = Position(7, "f" * 64, Cursor(3, (1, 2), 9))
    world, found = load(json.loads(json.dumps(dump(root.save.world, position))))
    assert found == position
    assert world.accounts == root.save.world.accounts
    assert world.sessions == root.save.world.sessions
    assert contents(world) == contents(root.save.world)


def test_a_copy_of_a_wide_world_is_the_same_and_independent() -> None:
    root = played()
    copy, before = root.save.world.copy(), contents(root.save.world)
    assert contents(copy) == before
    root.ask("iam:TagRole", RoleName="r", Tags=[{"Key": "late", "Value": "x"}])
    root.ask("iam:UntagUser", UserName="bora", TagKeys=["team"])
    root.ask("iam:DeactivateMFADevice", UserName="bora", SerialNumber="arn:aws:iam::111111111111:mfa/phone")
    assert contents(copy) == before


def test_no_password_and_no_private_key_is_in_the_journal() -> None:
    _root, tape = recorded()
    journal = b"".join(tape.lines).decode()
    assert "Abcdefg1!" not in journal
    assert "Bcdefgh2?!" not in journal
    assert '"PrivateKey":"****"' in journal


def test_a_refused_password_is_not_in_the_journal_either() -> None:
    tape = Recording()
    save = Save(tape, SEED, still)
    save.begin(start=still())
    root = Person(save)
    root.ask("iam:CreateUser", UserName="yuna")
    root.refused("iam:CreateLoginProfile", UserName="yuna", Password="Secret-word-1")
    root.record("iam:CreateLoginProfile", UserName="nobody", Password="Secret-word-1")
    assert b"Secret-word-1" not in b"".join(tape.lines)


def test_a_save_of_format_1_opens_with_all_it_had(tmp_path: Path) -> None:
    """The folder was written by the version before roles; its journal is read, its checkpoint made anew."""
    folder = tmp_path / "save"
    shutil.copytree(Path(__file__).parent / "older" / "format-1", folder)
    with Save.open(folder, clock=still) as save:
        account = save.world.accounts["111111111111"]
        assert account.alias == "moonrabbit"
        assert account.users["yuna"].tags == {"team": "사진"}
        assert account.groups["admins"].members == ["yuna"]
        assert account.buckets["box"].objects["a/b"].body == b"\x00\xff"
        assert len(save.world.key_owners) == 1
        save.note({"event": "seen"})
        before = contents(save.world)
    tables = json.loads((folder / "account.json").read_bytes())
    assert tables["format"]["1"]["version"] == 2
    with Save.open(folder, clock=still) as again:
        assert contents(again.world) == before
