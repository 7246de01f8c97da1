"""Checks goals in their order; a goal that depends on another waits for it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from ..schema import Goal
from . import events, facts, minimal, requests
from .grounds import Grounds
from .results import Cause, Result

if TYPE_CHECKING:
    from tutor.policy import Decision

Verdict = tuple[Cause | None, "Decision | None"]

ASKING: Final[Mapping[str, Callable[[Grounds, Any], Verdict]]] = {
    "allow": requests.allow,
    "deny": requests.deny,
    "minimal": minimal.minimal,
}

LOOKING: Final[Mapping[str, Callable[[Grounds, Any], Cause | None]]] = {
    "exists": lambda grounds, rule: facts.exists(grounds.world, grounds.account, rule),
    "absent": lambda grounds, rule: facts.absent(grounds.world, grounds.account, rule),
    "member": lambda grounds, rule: facts.member(grounds.account, rule),
    "attached": lambda grounds, rule: facts.attached(grounds.account, rule),
    "no-own-policies": lambda grounds, rule: facts.no_own_policies(grounds.account, rule),
    "keys": lambda grounds, rule: facts.keys(grounds.account, rule),
    "denied-once": events.denied_once,
    "done-once": events.done_once,
}


def evaluate_goals(goals: Iterable[Goal], grounds: Grounds) -> tuple[Result, ...]:
    """The result of each goal; with `after` on a goal that has not passed it is null and names that goal."""
    results: dict[str, Result] = {}
    waiting = list(goals)
    order = [goal.id for goal in waiting]
    while waiting:
        ready = [goal for goal in waiting if goal.after is None or goal.after in results]
        for goal in ready:
            results[goal.id] = _result(goal, results, grounds)
        waiting = [goal for goal in waiting if goal.id not in results]
    return tuple(results[name] for name in order)


def _result(goal: Goal, results: Mapping[str, Result], grounds: Grounds) -> Result:
    if goal.after is not None and not results[goal.after].passed:
        return Result(goal.id, None, dependency=goal.after)
    cause, decision = _check(goal, grounds)
    return Result(goal.id, cause is None, cause, goal.after, decision)


def _check(goal: Goal, grounds: Grounds) -> Verdict:
    rule = getattr(goal, goal.kind.replace("-", "_"))
    if goal.kind in ASKING:
        return ASKING[goal.kind](grounds, rule)
    return LOOKING[goal.kind](grounds, rule), None
