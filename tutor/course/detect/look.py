"""Gathers the evidence of a failed goal from the moment that it was checked at."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ..goals.events import wants_refused
from ..start_files import laid_out
from .acts import acted_on
from .detectors import detect
from .evidence import Evidence, document_fault
from .relevance import is_about

if TYPE_CHECKING:
    from tutor.account import RequestRecord
    from tutor.policy import Decision, PolicyKind

    from ..goals.grounds import Grounds
    from ..goals.results import Cause
    from ..schema import Goal

TRYING: Final = frozenset({"done-once", "event"})
"""Goals that wait for a request: the newest one of its kind that was refused says what is in its way."""


def misconceptions_of(
    grounds: "Grounds", goal: "Goal", cause: "Cause", decision: "Decision | None"
) -> tuple[str, ...]:
    """What the learner probably believed, the most telling first; nothing before the first attempt."""
    if cause.kind == "other-version":  # it is written as it has to be
        return ()
    requests = tuple(_unasked_for(grounds))
    texts = tuple(_texts(grounds, goal))
    if not requests and not texts:
        return ()
    acted = goal.file is not None or decision is None or acted_on(grounds.world, decision, requests)
    if decision is None and goal.kind in TRYING:
        decision = _refused_still(grounds, goal, requests)
    own = tuple(request for request in requests if is_about(grounds, goal, request))
    evidence = Evidence(
        goal,
        cause,
        decision,
        grounds.world,
        grounds.account,
        requests,
        texts,
        mended=_mended(grounds),
        own=own,
        acted=acted,
    )
    return detect(evidence)


def _unasked_for(grounds: "Grounds") -> "Iterator[RequestRecord]":
    """The learner's requests in this step, without the refusals that the step itself asks for."""
    goals = grounds.step.goals if grounds.step is not None else ()
    for entry in grounds.requests(since_step=True):
        if entry.request is not None and not any(wants_refused(grounds, entry, goal) for goal in goals):
            yield entry.request


def _mended(grounds: "Grounds") -> bool:
    """Whether the step has a file to mend, and it can be stored by now."""
    from ..goals.files import kind_of, workspace_text

    repair = grounds.step.repair if grounds.step is not None else None
    text = workspace_text(grounds, repair.file) if repair is not None else None
    return text is not None and repair is not None and not document_fault(text, kind_of(repair.kind))


def _texts(grounds: "Grounds", goal: "Goal") -> "Iterator[tuple[str, PolicyKind]]":
    """The learner's file that a goal reads, if it is there and no longer as the lesson laid it out."""
    from ..goals.files import kind_of, workspace_text

    text = workspace_text(grounds, goal.file.name) if goal.file is not None else None
    if goal.file is None or text is None:
        return
    if grounds.lesson is None or text != laid_out(grounds.lesson, goal.file.name):
        yield text, kind_of(goal.file.kind)


def _refused_still(
    grounds: "Grounds", goal: "Goal", requests: "Sequence[RequestRecord]"
) -> "Decision | None":
    """The newest refused request that the goal is about, asked again.

    None if there is none, or if it would go through by now.
    """
    for request in reversed(requests):
        refused = next((asked for asked in request.asked if asked.decision != "allowed"), None)
        if request.caller is None or refused is None or not is_about(grounds, goal, request):
            continue
        try:
            answer = grounds.sandbox.ask(_reference(request), refused.action, refused.resource)
        except LookupError:
            return None
        return None if answer.allowed else answer
    return None


def _reference(request: "RequestRecord") -> str:
    """The caller as the sandbox refers to it; raises LookupError for one that it cannot ask about."""
    principal = request.caller.principal if request.caller is not None else None
    kind, _, name = (principal.arn if principal else "").rpartition(":")[2].partition("/")
    if principal is None or kind not in {"user", "root", "assumed-role"}:
        raise LookupError(kind)
    last = name.rpartition("/")[2] if kind == "user" else name
    return f"{kind}/{last}@{principal.account}" if last else f"{kind}@{principal.account}"
