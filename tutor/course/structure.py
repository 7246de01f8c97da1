"""Faults in what `lesson.yaml` says as a whole: kinds, ids, references, claims."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .claims import CLAIMS, PRACTISED_AT_MOST, claims_of
from .detect.ids import KNOWN
from .faults import Fault
from .index import LessonIndex
from .lesson import Lesson
from .schema import ANSWERED, DONE, STEP_KINDS, Step
from .structure_goals import fact_faults, goal_faults, keep_faults, principal_faults
from .structure_questions import question_faults
from .structure_tools import Places, circular

if TYPE_CHECKING:
    from .nodes import Node

AGAIN_KINDS = frozenset({"predict", "choose"})


def structure_faults(lesson: Lesson) -> Iterator[Fault]:
    """Everything in the structure that does not fit together."""
    return _Checker(lesson).all()


class _Checker(Places):
    def all(self) -> Iterator[Fault]:
        file = self.lesson.file
        yield from self._accounts()
        yield from self._profiles()
        yield from self._twice([(step.id, self.place(step, "id")) for step in self.lesson.steps])
        goals = [*file.keep, *file.facts, *(goal for step in self.lesson.steps for goal in step.goals)]
        yield from self._twice([(goal.id, self.place(goal, "id")) for goal in goals])
        for keep in file.keep:
            yield from keep_faults(self, keep)
        for fact in file.facts:
            yield from fact_faults(self, fact)
        for row in file.map:
            yield from self._twice([(r.id, self.place(r, "id")) for r in row.requests])
            yield from principal_faults(self, row, row.principal)
        yield from self._before()
        for line in file.start.lines:
            if not isinstance(line, str):
                yield from principal_faults(self, line, line.principal)
        if not self.lesson.steps:
            yield self.fault(self.place(file, "steps"), "no-steps")
        for step in self.lesson.steps:
            yield from self._step(step)
        last = [step for step in self.lesson.steps if step.last_challenge]
        for step in last[1:]:
            node = self.place(step, "last-challenge")
            yield self.fault(node, "last-challenge-twice", step.id, last[0].id)
        yield from self._claims(file, "skills", file.skills)

    def _twice(self, names: "Sequence[tuple[str, Node]]") -> Iterator[Fault]:
        seen: set[str] = set()
        for name, node in names:
            if name in seen:
                yield self.fault(node, "id-twice", found=name)
            seen.add(name)

    def _before(self) -> Iterator[Fault]:
        """The lesson that this one starts from lies beside it, and is another one."""
        name = self.lesson.file.start.before
        known = [entry.id for entry in LessonIndex.list(self.lesson.folder.parent).entries] if name else []
        others = [lesson_id for lesson_id in known if lesson_id != self.lesson.id]
        if name is not None and name not in others:
            yield self.unknown(self.place(self.lesson.file.start, "from"), "unknown-lesson", name, others)

    def _accounts(self) -> Iterator[Fault]:
        file = self.lesson.file
        further = [(one.id, self.place(one, "id")) for one in file.accounts]
        yield from self._twice([(file.account, self.place(file, "account")), *further])
        if file.organization is None:
            return
        known = self.lesson.account_ids
        named = [("management", file.organization.management)]
        named += [("members", member) for member in file.organization.members]
        for field, account_id in named:
            if account_id not in known:
                node = self.place(file.organization, field)
                yield self.unknown(node, "unknown-account", account_id, known)

    def _profiles(self) -> Iterator[Fault]:
        profiles = self.lesson.file.profiles
        for name, profile in profiles.items():
            given = [profile.user is not None, profile.root, profile.unknown_key]
            if sum(given) != 1 or (profile.wrong_secret and profile.unknown_key):
                yield self.fault(self.place(profile), "profile-kind", found=name)
            if profile.account is not None and profile.account not in self.lesson.account_ids:
                node = self.place(profile, "account")
                yield self.unknown(node, "unknown-account", profile.account, self.lesson.account_ids)
        if self.lesson.file.caller not in profiles:
            node = self.place(self.lesson.file, "caller")
            yield self.unknown(node, "unknown-profile", self.lesson.file.caller, profiles)

    def _step(self, step: Step) -> Iterator[Fault]:
        if len(step.kinds) != 1:
            found, expected = ", ".join(step.kinds) or step.id, ", ".join(STEP_KINDS)
            yield self.fault(self.place(step), "step-kind", found, expected)
            return
        wrong_kind = {
            "recall": (step.recall and step.kind not in ANSWERED, ANSWERED),
            "again": (step.again is not None and step.kind not in AGAIN_KINDS, AGAIN_KINDS),
            "last-challenge": (step.last_challenge and step.kind not in DONE, DONE),
            "hint-rules": (bool(step.hint_rules) and step.kind not in DONE, DONE),
        }
        for field, (is_wrong, kinds) in wrong_kind.items():
            if is_wrong:
                expected = ", ".join(kind for kind in STEP_KINDS if kind in kinds)
                yield self.fault(self.place(step, field), f"{field}-kind", step.kind, expected)
        yield from self._again(step)
        yield from self._work(step)
        yield from question_faults(self, step)
        for field in ("teaches", "practises", "asks"):
            yield from self._claims(step, field, getattr(step, field))
        yield from self._claims(step, "callout", step.callouts)
        if len(step.practises) > PRACTISED_AT_MOST:
            node = self.place(step, "practises")
            yield self.fault(node, "practises-many", str(len(step.practises)), str(PRACTISED_AT_MOST))
        barred = ("practises", "asks") if step.kind == "read" else ("asks",) if step.kind in DONE else ()
        for field in barred:
            if getattr(step, field):
                yield self.fault(self.place(step, field), "claim-kind", field, step.kind)

    def _again(self, step: Step) -> Iterator[Fault]:
        """The other form of a question comes behind it, and is a question too."""
        if step.again is None:
            return
        behind = self.lesson.steps[self.lesson.steps.index(step) + 1 :]
        forms = [later.id for later in behind if later.kinds and later.kind in ANSWERED]
        if step.again not in forms:
            yield self.unknown(self.place(step, "again"), "unknown-again", step.again, forms)

    def _work(self, step: Step) -> Iterator[Fault]:
        if step.work is None:
            return
        needed = ("goals",) if step.repair else ("goals", "solution")
        for field in needed:
            if not getattr(step.work, field):
                yield self.fault(self.place(step.work, field), "empty-list", found=field)
        if step.do and step.do.line is not None and step.do.begin is not None:
            yield self.fault(self.place(step.do, "begin"), "line-and-begin")
        if step.sign_in:
            yield from principal_faults(self, step.sign_in, step.sign_in.principal)
        if step.repair:
            files = {"file": self.lesson.workspace, "solution-file": self.lesson.folder / "solutions"}
            for field, folder in files.items():
                name = getattr(step.repair, field.replace("-", "_"))
                yield from self.file_faults(self.place(step.repair, field), folder, name)
        after = {goal.id: goal.after for goal in step.goals}
        for goal in step.goals:
            yield from goal_faults(self, goal)
            if goal.after is not None and goal.after not in after:
                yield self.unknown(self.place(goal, "after"), "unknown-goal", goal.after, after)
            elif circular(goal.id, after):
                yield self.fault(self.place(goal, "after"), "after-circle", found=goal.id)
            if isinstance(goal.hidden, str) and goal.hidden not in after:
                yield self.unknown(self.place(goal, "hidden"), "unknown-goal", goal.hidden, after)
        yield from self._hint_rules(step, [*after, *KNOWN])

    def _hint_rules(self, step: Step, known: Sequence[str]) -> Iterator[Fault]:
        for rule in step.hint_rules:
            if rule.when not in known:
                yield self.unknown(self.place(rule, "when"), "unknown-goal", rule.when, known)

    def _claims(self, structure: object, field: str, claims: Iterable[str]) -> Iterator[Fault]:
        known = CLAIMS
        if structure is self.lesson.file:
            known = claims_of(self.lesson.id) or CLAIMS
        for claim in claims:
            if claim not in known:
                yield self.unknown(self.place(structure, field), "unknown-claim", claim, known)
