"""Checks goals in their order; a goal that depends on another waits for it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ..schema import Goal
from . import credentials, events, facts, files, machines, minimal, requests, signins, state, trust
from .grounds import Grounds
from .results import Cause, Result

if TYPE_CHECKING:
    from tutor.policy import Decision

Verdict = tuple[Cause | None, "Decision | None"]

ASKING: Final[Mapping[str, Callable[[Grounds, Any], Verdict]]] = {
    "allow": requests.allow,
    "deny": requests.deny,
    "minimal": minimal.minimal,
    "trusts": trust.trusts,
    "file": files.file_policy,
}

LOOKING: Final[Mapping[str, Callable[[Grounds, Any], Cause | None]]] = {
    "exists": facts.exists,
    "absent": facts.absent,
    "member": facts.member,
    "attached": facts.attached,
    "no-own-policies": facts.no_own_policies,
    "keys": facts.keys,
    "key": credentials.key,
    "password": credentials.password,
    "mfa": credentials.mfa,
    "runs-as": machines.runs_as,
    "state": state.state,
    "signed-in": signins.signed_in,
    "signed-out": signins.signed_out,
    "denied-once": events.denied_once,
    "done-once": events.done_once,
    "event": events.event,
}


def evaluate_goals(
    goals: Iterable[Goal], grounds: Grounds, asked: Collection[str] = ()
) -> tuple[Result, ...]:
    """The result of each goal; with `after` on a goal that has not passed it is null and names that goal.

    Of goals in `asked` the result is never null: they were asked before, so that they hold by a deed.
    """
    results: dict[str, Result] = {}
    waiting = list(goals)
    order = [goal.id for goal in waiting]
    while waiting:
        ready = [goal for goal in waiting if goal.after is None or goal.after in results]
        for goal in ready:
            results[goal.id] = _result(goal, results, grounds, asked)
        waiting = [goal for goal in waiting if goal.id not in results]
    return tuple(results[name] for name in order)


def _result(goal: Goal, results: Mapping[str, Result], grounds: Grounds, asked: Collection[str]) -> Result:
    if goal.after is not None and goal.id not in asked and not results[goal.after].passed:
        return Result(goal.id, None, dependency=goal.after)
    cause, decision = _check(goal, grounds)
    if cause is not None:
        cause = replace(cause, misconception=_believed(goal, cause, decision, grounds))
    return Result(goal.id, cause is None, cause, goal.after, decision)


def _check(goal: Goal, grounds: Grounds) -> Verdict:
    if goal.kind in ASKING:
        return ASKING[goal.kind](grounds, goal.rule)
    return LOOKING[goal.kind](grounds, goal.rule), None


def _believed(goal: Goal, cause: Cause, decision: "Decision | None", grounds: Grounds) -> str | None:
    """The most telling misconception that the failure shows."""
    from ..detect import misconceptions_of

    return next(iter(misconceptions_of(grounds, goal, cause, decision)), None)
