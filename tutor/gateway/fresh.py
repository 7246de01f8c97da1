"""A fresh start on a save."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.account import Save


def begin_again(save: "Save") -> None:
    """The accounts as the newest beginning had them, empty; what was before stays in the journal."""
    from tutor.account import ClockMode
    from tutor.account.journal.entry import Begin

    world = save.world
    if world.clock.mode is ClockMode.WALL:  # no lesson's: it began with one account, no need to look back
        save.begin(accounts=(next(iter(world.accounts)),), mode=ClockMode.WALL)
        return
    begun = save.entries[0].content
    assert isinstance(begun, Begin), "a chain starts with a begin"
    save.begin(
        accounts=begun.accounts,
        mode=begun.mode,
        start=begun.clock_start,
        alias=begun.alias,
        lesson=begun.lesson,
    )
