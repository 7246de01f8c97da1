"""Requests take turns: those that came together share one hold of the save's lock and one sync."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from tutor.account import SaveLocked
from tutor.gateway.endpoint.accounts import Accounts

MOST: Final = 32
"""Jobs of one turn: whoever else wants the save's lock gets it between two turns."""

Outcome = TypeVar("Outcome")


class _Job:
    """Something to do, and what came of it."""

    __slots__ = ("done", "failed", "outcome", "work")

    def __init__(self, work: Callable[[Accounts], object], done: "asyncio.Future[object]") -> None:
        self.work, self.done = work, done
        self.outcome: object = None
        self.failed: Exception | None = None

    def do(self, accounts: Accounts) -> None:
        """Keeps the outcome until the turn is synced."""
        try:
            self.outcome = self.work(accounts)
        except Exception as fault:  # the client of this job hears of it, the others do not
            self.failed = fault

    def tell(self) -> None:
        """Gives the outcome to whoever waits for it, if they still do."""
        if self.done.done():
            return
        if self.failed is None:
            self.done.set_result(self.outcome)
        else:
            self.done.set_exception(self.failed)


class Turns:
    """Does jobs on the accounts in the order they came, one turn at a time.

    A turn is taken at once, in the event loop's own thread: handing it to another costs more than it takes.
    Only if somebody else holds the save's lock does a thread wait for it.
    """

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._waiting: list[_Job] = []
        self._taking = False
        self._patient: asyncio.Task[None] | None = None

    async def do(self, work: Callable[[Accounts], Outcome], *, alone: bool = False) -> Outcome:
        """The outcome of `work`, kept by then; raises what it raises, and errors of the save.

        Without `alone`, those that come in the same round of the loop get into the same turn.
        """
        loop = asyncio.get_running_loop()
        job = _Job(work, loop.create_future())
        self._waiting.append(job)
        if not self._taking:
            self._taking = True
            if alone:
                self._take_turn()
            else:
                loop.call_soon(self._take_turn)  # behind all that came with this one
        return await job.done  # type: ignore[return-value] # what `work` gave

    async def close(self) -> None:
        """Finish what was begun, and let go of the save."""
        if self._taking:
            await self.do(lambda _accounts: None)
        await asyncio.to_thread(self._accounts.close)

    def _take_turn(self) -> None:
        jobs, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            self._do_all(jobs, wait=0)
        except SaveLocked:
            self._patient = asyncio.get_running_loop().create_task(self._take_turn_patiently(jobs))
        else:
            self._end_turn(jobs)

    async def _take_turn_patiently(self, jobs: Sequence[_Job]) -> None:
        try:
            await asyncio.to_thread(self._do_all, jobs, wait=None)
        except SaveLocked as fault:
            _fail(jobs, fault)
        self._end_turn(jobs)

    def _end_turn(self, jobs: Sequence[_Job]) -> None:
        for job in jobs:
            job.tell()
        self._taking = bool(self._waiting)
        if self._taking:
            asyncio.get_running_loop().call_soon(self._take_turn)

    def _do_all(self, jobs: Sequence[_Job], *, wait: float | None) -> None:
        """All jobs under one lock and one sync; raises SaveLocked, and then none was done."""
        try:
            with self._accounts.save.together(wait=wait):
                for job in jobs:
                    job.do(self._accounts)
        except SaveLocked:
            raise
        except Exception as fault:
            _fail(jobs, fault)


def _fail(jobs: Sequence[_Job], fault: Exception) -> None:
    """Nothing of the turn is kept."""
    for job in jobs:
        job.failed = fault
