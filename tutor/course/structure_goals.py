"""Faults in goals and keeps: kinds, the principals and files that they name."""

from collections.abc import Iterator

from .faults import Fault
from .schema import GOAL_KINDS, HISTORY_KINDS, THING_KINDS, FileGoal, Goal, Keys, Mfa, State, Thing
from .structure_tools import Places


def keep_faults(places: Places, keep: Goal) -> Iterator[Fault]:
    """What is wrong with a keep."""
    yield from goal_faults(places, keep)
    yield from _plain(places, keep)
    if keep.kinds and keep.kind in HISTORY_KINDS:
        yield places.fault(places.place(keep), "keep-history", found=keep.kind)


def fact_faults(places: Places, fact: Goal) -> Iterator[Fault]:
    """What is wrong with a fact that texts ask for."""
    yield from goal_faults(places, fact)
    yield from _plain(places, fact)


def _plain(places: Places, goal: Goal) -> Iterator[Fault]:
    """What belongs to a step's goals only."""
    if goal.after is not None:
        yield places.fault(places.place(goal, "after"), "keep-after", found=goal.after)
    if goal.hidden:
        yield places.fault(places.place(goal, "hidden"), "keep-hidden", found=goal.id)


def goal_faults(places: Places, goal: Goal) -> Iterator[Fault]:
    """What is wrong with a goal, but for its `after`."""
    if len(goal.kinds) != 1:
        found, expected = ", ".join(goal.kinds) or goal.id, ", ".join(GOAL_KINDS)
        yield places.fault(places.place(goal), "goal-kind", found, expected)
        return
    rule = goal.rule
    if isinstance(rule, Thing):
        given = [kind for kind in THING_KINDS if getattr(rule, kind.replace("-", "_")) is not None]
        if len(given) != 1:
            yield places.fault(places.place(rule), "thing-kind", expected=", ".join(THING_KINDS))
    if isinstance(rule, Keys) and rule.active is None and rule.total is None:
        yield places.fault(places.place(rule), "keys-count", expected="active, total")
    if isinstance(rule, Mfa) and (rule.user is None) == (not rule.root):
        yield places.fault(places.place(rule), "thing-kind", expected="user, root")
    if rule is False:
        yield places.fault(places.place(goal, goal.kind), "wrong-value", "false", "true")
    if isinstance(rule, State):
        yield from _state(places, rule)
    if isinstance(rule, FileGoal):
        yield from _file(places, rule)
    field = {"attached": "to", "no-own-policies": goal.kind}.get(goal.kind, "as")
    named = rule if isinstance(rule, str) else getattr(rule, "to" if field == "to" else "principal", None)
    yield from principal_faults(places, goal if isinstance(rule, str) else rule, named, field)
    who = getattr(rule, "who", None)
    if who is not None and not who.startswith("federated:"):
        yield from principal_faults(places, rule, who, "who")
    account_id = getattr(rule, "account", None)
    if account_id is not None:
        yield from _account(places, rule, "account", account_id)


def principal_faults(
    places: Places, structure: object, principal: str | None, field: str = "as"
) -> Iterator[Fault]:
    """A profile or an account that the lesson does not have."""
    reference, _, account_id = (principal or "").partition("@")
    kind, _, name = reference.partition("/")
    if kind == "profile" and name not in places.lesson.file.profiles:
        node = places.place(structure, field)
        yield places.unknown(node, "unknown-profile", name, places.lesson.file.profiles)
    if account_id.isdecimal():
        yield from _account(places, structure, field, account_id)


def _account(places: Places, structure: object, field: str, account_id: str) -> Iterator[Fault]:
    known = places.lesson.account_ids
    if account_id not in known:
        yield places.unknown(places.place(structure, field), "unknown-account", account_id, known)


def _state(places: Places, rule: State) -> Iterator[Fault]:
    from .goals.state import operation_named, readings, unsound_expression

    if operation_named(rule.call) is None:
        yield places.unknown(places.place(rule, "call"), "unknown-operation", rule.call, readings())
    problem = unsound_expression(rule.where)
    if problem:
        yield places.fault(places.place(rule, "where"), "jmespath", problem)


def _file(places: Places, rule: FileGoal) -> Iterator[Fault]:
    if not rule.valid_policy and rule.equals_policy is None:
        yield places.fault(places.place(rule), "file-goal", expected="valid-policy, equals-policy")
    if rule.equals_policy is not None:
        node = places.place(rule, "equals-policy")
        yield from places.file_faults(node, places.lesson.folder / "solutions", rule.equals_policy)
