"""Applying journal entries: the world at a position is the fold of the chain that leads to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from tutor.account.access import Access
from tutor.account.call import Call
from tutor.account.clock import Clock, ClockMode
from tutor.account.entities import LastUsed, RootUser, User
from tutor.account.journal.entry import Begin, ClockChange, Entry, ProfileChange, RequestRecord
from tutor.account.mint import Mint
from tutor.account.operations import operation_of, perform
from tutor.account.roles import Role
from tutor.account.world import World

if TYPE_CHECKING:
    from tutor.account.call import Result

__all__ = ["applied", "empty_world", "perform_request", "settle_request"]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def empty_world() -> World:
    """The world before the first begin: no accounts."""
    return World(Clock(ClockMode.WALL, _EPOCH))


def applied(world: World, entry: Entry, seed: bytes) -> World:
    """The world after an entry of the chain; the one given is changed and must not be used again.

    Raises ServiceError if a request that was performed then cannot be now.
    """
    match entry.content:
        case Begin() as begin:
            clock = Clock.starting(begin.mode, begin.clock_start)
            world = World.fresh(begin.accounts, clock, alias=begin.alias)
            world.lesson = begin.lesson
        case RequestRecord() as request:
            if request.error is None and _changes(request):
                perform_request(world, request, entry.at, Mint(seed, entry.index), recorded=True)
            settle_request(world, request, entry.at)
        case ProfileChange() as change:
            if change.definition:
                world.profiles[change.name] = dict(change.definition)
            else:
                world.profiles.pop(change.name, None)
        case ClockChange() as change:
            world.clock = world.clock.moved(change.seconds)
        case _:
            pass
    return world


def _changes(request: RequestRecord) -> bool:
    """Reads need not be done again; what is not known is tried, so that it is noticed."""
    operation = operation_of(request.action)
    return operation is None or operation.mutates


def perform_request(
    world: World, request: RequestRecord, at: datetime, mint: Mint, *, recorded: bool = False
) -> Result:
    """The operation of a request that was let in; raises ServiceError, and then nothing has changed."""
    caller = request.caller
    if caller is None:
        return {}
    account_id = caller.principal.account or next(iter(world.accounts))
    call = Call(
        request.service,
        request.operation,
        request.parameters,
        caller,
        account_id,
        mint,
        request.region,
        at,
        recorded,
    )
    return perform(world, call)


def settle_request(world: World, request: RequestRecord, at: datetime) -> None:
    """What every request does, refused ones too: the clock goes on, the key was used."""
    world.clock = world.clock.at(at)
    if request.caller is None or request.access_key_id is None:
        return
    found = world.find_key(request.access_key_id)
    session = world.find_session(request.access_key_id)
    owner: User | RootUser | Role | None = found[1] if found is not None else None
    if found is not None:
        found[2].last_used = LastUsed(at, request.region, request.service)
    elif session is not None:
        owner = world.issuer_of(session)
    if isinstance(owner, Role):
        owner.last_used = LastUsed(at, request.region, request.service)
    if isinstance(owner, User | Role):
        access = Access(at, request.region)
        owner.accessed[request.service] = access
        for asked in request.asked:
            owner.accessed[asked.action] = access
