"""Requests that arrive together share one sync, and nobody hears of anything before it."""

import asyncio
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.endpoint.serving import NOW, ROOT, fresh_save
from tests.gateway.signing import query, signed
from tutor.account import ClockMode, Save, SaveNotWritable, folder_tape
from tutor.account.lock import SaveLock
from tutor.gateway import HttpResponse
from tutor.gateway.endpoint import Accounts
from tutor.gateway.endpoint.turns import MOST, Turns


class Disk:
    """Stands before the real sync: counts, looks on, and fails when told to."""

    def __init__(self) -> None:
        self.syncs = 0
        self.look: Callable[[], object] = lambda: None
        self.broken = False

    def sync(self, descriptor: int) -> None:
        self.syncs += 1
        self.look()
        if self.broken:
            raise OSError(5, "Input/output error")
        os.fsync(descriptor)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(folder_tape, "_sync", disk.sync)
    return disk


@pytest.fixture
def save(tmp_path: Path, disk: Disk) -> Save:
    save = Save.create(tmp_path / "save", seed=bytes(32), clock=lambda: NOW)
    save.begin(mode=ClockMode.WALL)
    disk.syncs = 0
    return save


def turns_on(save: Save) -> Turns:
    return Turns(Accounts(save, renew=lambda same: same, wall_clock=lambda: NOW, root_key=ROOT))


def create(name: str) -> Callable[[Accounts], HttpResponse]:
    http = signed(query(f"Action=CreateUser&UserName={name}&Version=2010-05-08"), ROOT, NOW)
    return lambda accounts: accounts.sandbox.send(http)


def users(folder: Path) -> list[str]:
    """What another process finds."""
    with Save.open(folder) as save:
        return list(next(iter(save.world.accounts.values())).users)


async def test_those_that_wait_together_are_synced_together(save: Save, disk: Disk, tmp_path: Path) -> None:
    turns = turns_on(save)
    told_at_sync: list[int] = []
    names = [f"u{number:02}" for number in range(MOST + 1)]
    tasks = [asyncio.create_task(turns.do(create(name))) for name in names]
    disk.look = lambda: told_at_sync.append(sum(task.done() for task in tasks))
    answers = await asyncio.gather(*tasks)
    assert {answer.status for answer in answers} == {200}
    assert told_at_sync == [0, MOST]
    await turns.close()
    assert users(tmp_path / "save") == names


async def test_while_somebody_else_holds_the_save_the_loop_goes_on(save: Save, tmp_path: Path) -> None:
    turns = turns_on(save)
    with SaveLock(tmp_path / "save" / "lock").held():
        waits = asyncio.create_task(turns.do(create("kim")))
        for _ in range(10):
            await asyncio.sleep(0)
        assert not waits.done()
    assert (await waits).status == 200
    await turns.close()


async def test_what_cannot_be_synced_has_not_happened(save: Save, disk: Disk, tmp_path: Path) -> None:
    turns = turns_on(save)
    assert (await turns.do(create("kept"))).status == 200
    disk.broken = True
    lost = [asyncio.create_task(turns.do(create(f"lost{number}"))) for number in range(3)]
    outcomes = await asyncio.gather(*lost, return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {SaveNotWritable}
    disk.broken = False
    answer = await turns.do(create("lost0"))
    assert answer.status == 200
    await turns.close()
    assert users(tmp_path / "save") == ["kept", "lost0"]


async def test_one_that_fails_leaves_the_others_of_its_turn_alone(tmp_path: Path, save: Save) -> None:
    turns = turns_on(save)

    def fail(_accounts: Accounts) -> None:
        raise LookupError("this one")

    outcomes = await asyncio.gather(
        turns.do(create("a")), turns.do(fail), turns.do(create("b")), return_exceptions=True
    )
    assert isinstance(outcomes[1], LookupError)
    await turns.close()
    assert users(tmp_path / "save") == ["a", "b"]


async def test_a_client_that_stopped_waiting_does_not_stop_the_others(save: Save, tmp_path: Path) -> None:
    turns = turns_on(save)
    gone = asyncio.create_task(turns.do(create("gone")))
    stays = asyncio.create_task(turns.do(create("stays")))
    await asyncio.sleep(0)
    gone.cancel()
    assert (await stays).status == 200
    await turns.close()
    assert "stays" in users(tmp_path / "save")


async def test_another_console_gets_in_between_and_both_see_everything(save: Save, tmp_path: Path) -> None:
    turns = turns_on(save)
    with Save.open(tmp_path / "save", clock=lambda: datetime.now(UTC)) as other:
        console = Accounts(other, renew=lambda same: same, wall_clock=lambda: NOW, root_key=ROOT)

        def type_away() -> list[int]:
            return [create(f"console{number:02}")(console).status for number in range(20)]

        typed = asyncio.create_task(asyncio.to_thread(type_away))
        sent = await asyncio.gather(*(turns.do(create(f"sent{number:02}")) for number in range(100)))
        assert {answer.status for answer in sent} == {200}
        assert await typed == [200] * 20
        other.catch_up()
        seen = list(next(iter(other.world.accounts.values())).users)
    await turns.close()
    expected = [f"console{number:02}" for number in range(20)] + [f"sent{number:02}" for number in range(100)]
    assert seen == expected == users(tmp_path / "save")


async def test_reset_in_memory_replaces_the_save_within_a_turn() -> None:
    accounts = Accounts(fresh_save(), renew=fresh_save, wall_clock=lambda: NOW, root_key=ROOT)
    turns = Turns(accounts)
    await asyncio.gather(turns.do(create("a")), turns.do(Accounts.reset), turns.do(create("b")))
    assert list(accounts.sandbox.account.users) == ["b"]
    await turns.close()
