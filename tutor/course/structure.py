"""Faults in what `lesson.yaml` says as a whole: kinds, ids, references, claims."""

from collections.abc import Iterable, Iterator, Sequence

from .claims import CLAIMS, PRACTISED_AT_MOST, claims_of
from .faults import Fault, nearest_name
from .lesson import Lesson
from .nodes import Node
from .schema import GOAL_KINDS, HISTORY_KINDS, STEP_KINDS, Goal, Keys, Step, Thing

THING_KINDS = ("user", "group", "policy", "bucket", "object")


def structure_faults(lesson: Lesson) -> Iterator[Fault]:
    """Everything in the structure that does not fit together."""
    return _Checker(lesson).all()


class _Checker:
    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson

    def all(self) -> Iterator[Fault]:
        yield from self._profiles()
        yield from self._twice([(step.id, self.lesson.place(step, "id")) for step in self.lesson.steps])
        goals = [*self.lesson.file.keep, *(goal for step in self.lesson.steps for goal in step.goals)]
        yield from self._twice([(goal.id, self.lesson.place(goal, "id")) for goal in goals])
        for keep in self.lesson.file.keep:
            yield from self._keep(keep)
        for row in self.lesson.file.map:
            yield from self._twice([(r.id, self.lesson.place(r, "id")) for r in row.requests])
            yield from self._principal(row, row.principal)
        if not self.lesson.steps:
            yield self._fault(self.lesson.place(self.lesson.file, "steps"), "no-steps")
        for step in self.lesson.steps:
            yield from self._step(step)
        yield from self._claims(self.lesson.file, "skills", self.lesson.file.skills)

    def _fault(
        self, node: Node, code: str, found: str = "", expected: str = "", nearest: str | None = None
    ) -> Fault:
        return Fault(self.lesson.yaml, node.line, node.column, code, found, expected, nearest)

    def _twice(self, names: Sequence[tuple[str, Node]]) -> Iterator[Fault]:
        seen: set[str] = set()
        for name, node in names:
            if name in seen:
                yield self._fault(node, "id-twice", found=name)
            seen.add(name)

    def _unknown(self, node: Node, code: str, found: str, known: Iterable[str]) -> Fault:
        names = list(known)
        return self._fault(node, code, found, ", ".join(names), nearest_name(found, names))

    def _profiles(self) -> Iterator[Fault]:
        profiles = self.lesson.file.profiles
        for name, profile in profiles.items():
            given = [profile.user is not None, profile.root, profile.unknown_key]
            if sum(given) != 1 or (profile.wrong_secret and profile.unknown_key):
                yield self._fault(self.lesson.place(profile), "profile-kind", found=name)
        if self.lesson.file.caller not in profiles:
            node = self.lesson.place(self.lesson.file, "caller")
            yield self._unknown(node, "unknown-profile", self.lesson.file.caller, profiles)

    def _principal(self, structure: object, principal: str | None) -> Iterator[Fault]:
        kind, _, name = (principal or "").partition("/")
        if kind == "profile" and name not in self.lesson.file.profiles:
            node = self.lesson.place(structure, "as")
            yield self._unknown(node, "unknown-profile", name, self.lesson.file.profiles)

    def _keep(self, keep: Goal) -> Iterator[Fault]:
        yield from self._goal(keep)
        if keep.after is not None:
            yield self._fault(self.lesson.place(keep, "after"), "keep-after", found=keep.after)
        if keep.kinds and keep.kind in HISTORY_KINDS:
            yield self._fault(self.lesson.place(keep), "keep-history", found=keep.kind)

    def _goal(self, goal: Goal) -> Iterator[Fault]:
        if len(goal.kinds) != 1:
            found, expected = ", ".join(goal.kinds) or goal.id, ", ".join(GOAL_KINDS)
            yield self._fault(self.lesson.place(goal), "goal-kind", found, expected)
            return
        rule: object = getattr(goal, goal.kind.replace("-", "_"))
        if isinstance(rule, Thing) and sum(getattr(rule, kind) is not None for kind in THING_KINDS) != 1:
            yield self._fault(self.lesson.place(rule), "thing-kind", expected=", ".join(THING_KINDS))
        if isinstance(rule, Keys) and rule.active is None and rule.total is None:
            yield self._fault(self.lesson.place(rule), "keys-count", expected="active, total")
        yield from self._principal(rule, getattr(rule, "principal", None))

    def _step(self, step: Step) -> Iterator[Fault]:
        if len(step.kinds) != 1:
            found, expected = ", ".join(step.kinds) or step.id, ", ".join(STEP_KINDS)
            yield self._fault(self.lesson.place(step), "step-kind", found, expected)
            return
        if step.recall and step.kind not in {"predict", "choose"}:
            yield self._fault(self.lesson.place(step, "recall"), "recall-kind", step.kind, "predict, choose")
        if step.predict:
            yield from self._principal(step.predict, step.predict.principal)
        yield from self._do(step)
        yield from self._choose(step)
        for field, claims in (("teaches", step.teaches), ("practises", step.practises), ("asks", step.asks)):
            yield from self._claims(step, field, claims)
        if len(step.practises) > PRACTISED_AT_MOST:
            node = self.lesson.place(step, "practises")
            yield self._fault(node, "practises-many", str(len(step.practises)), str(PRACTISED_AT_MOST))
        barred = {"read": ("practises", "asks"), "do": ("asks",)}.get(step.kind, ())
        for field in barred:
            if getattr(step, field):
                yield self._fault(self.lesson.place(step, field), "claim-kind", field, step.kind)

    def _do(self, step: Step) -> Iterator[Fault]:
        if step.do is None:
            return
        for field in ("goals", "solution"):
            if not getattr(step.do, field):
                yield self._fault(self.lesson.place(step.do, field), "empty-list", found=field)
        if step.do.line is not None and step.do.begin is not None:
            yield self._fault(self.lesson.place(step.do, "begin"), "line-and-begin")
        after = {goal.id: goal.after for goal in step.goals}
        for goal in step.goals:
            yield from self._goal(goal)
            if goal.after is not None and goal.after not in after:
                yield self._unknown(self.lesson.place(goal, "after"), "unknown-goal", goal.after, after)
            elif _circular(goal.id, after):
                yield self._fault(self.lesson.place(goal, "after"), "after-circle", found=goal.id)

    def _choose(self, step: Step) -> Iterator[Fault]:
        if step.choose is None:
            return
        options = step.choose.options
        node = self.lesson.place(step.choose, "options")
        yield from self._twice([(option, node) for option in options])
        if len(options) < 2 or not step.choose.answers:
            yield self._fault(node, "empty-list", found="options" if len(options) < 2 else "answer")
        for answer in sorted(step.choose.answers - set(options)):
            yield self._unknown(self.lesson.place(step.choose, "answer"), "unknown-option", answer, options)

    def _claims(self, structure: object, field: str, claims: Sequence[str]) -> Iterator[Fault]:
        known = CLAIMS
        if structure is self.lesson.file:
            known = claims_of(self.lesson.id) or CLAIMS
        for claim in claims:
            if claim not in known:
                yield self._unknown(self.lesson.place(structure, field), "unknown-claim", claim, known)


def _circular(goal_id: str, after: dict[str, str | None]) -> bool:
    current, seen = after.get(goal_id), {goal_id}
    while current is not None and current in after:
        if current in seen:
            return True
        seen.add(current)
        current = after[current]
    return False
