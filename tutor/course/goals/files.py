"""The goal about a file: a policy that IAM would store, one that decides as another does."""

import json
import re
from typing import TYPE_CHECKING, Final

from ..schema import FileGoal, PolicyType
from .grounds import Grounds
from .requests import Verdict
from .results import Cause, CauseKind, Help
from .witnesses import known_resources, named_actions

if TYPE_CHECKING:
    from tutor.policy import AttachedPolicy, PolicyDocument, PolicyKind, PolicySet
    from tutor.policy.compare import Frame, KnownAction

ACCOUNT: Final = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
"""An account that a policy speaks of."""

WORK: Final = 100_000
"""Steps of a comparison: a command must not wait for it."""

LONGEST: Final = 1_000_000
"""Bytes of a file that is read."""


def file_policy(grounds: Grounds, rule: FileGoal) -> Verdict:
    """Whether the workspace's file holds what is wanted."""
    text = workspace_text(grounds, rule.name)
    values = {"file": rule.name}
    if text is None:
        return Cause(CauseKind.NO_FILE, Help.MAKE_FILE, rule.name, "", values), None
    read = read_policy(text, rule.kind)
    if isinstance(read, Cause):
        return _about(read, values), None
    if rule.equals_policy is None:
        return None, None
    assert grounds.lesson is not None, "only lessons have models"
    model = grounds.lesson.model(rule.equals_policy)
    wanted = read_policy(model, rule.kind)
    assert not isinstance(wanted, Cause), f"{rule.equals_policy} is a policy"
    if json.loads(text) == json.loads(model):
        return None, None  # as most learners write it: nothing to prove
    actions = named_actions((read, wanted))
    for account in (None, *sorted(set(ACCOUNT.findall(model)))):
        cause, decision = _compared(_frame(grounds, account, actions), rule, read, wanted)
        if cause is not None:
            return cause, decision
    return None, None


def workspace_text(grounds: Grounds, name: str) -> str | None:
    """A file of the learner's folder; None if it is not there, or no text."""
    from tutor.gateway.notices import Refused
    from tutor.gateway.workspace import Workspace

    if grounds.console is None:
        return None
    try:
        path = Workspace(grounds.console.workspace).path_of(name)
        return path.read_text(encoding="utf-8-sig") if path.stat().st_size <= LONGEST else None
    except (OSError, UnicodeDecodeError, Refused):
        return None


def kind_of(kind: PolicyType) -> "PolicyKind":
    """The evaluator's name for a kind of policy."""
    from tutor.policy import PolicyKind

    names = {
        "identity": PolicyKind.IDENTITY,
        "trust": PolicyKind.TRUST,
        "resource": PolicyKind.RESOURCE,
        "scp": PolicyKind.SCP,
        "rcp": PolicyKind.RCP,
        "boundary": PolicyKind.BOUNDARY,
        "session": PolicyKind.SESSION,
    }
    return names[kind]


def read_policy(text: str, kind: PolicyType) -> "PolicyDocument | Cause":
    """The policy, or why the service would refuse it."""
    from tutor.policy import PolicyError, parse_policy

    try:
        return parse_policy(text, kind_of(kind))
    except PolicyError as error:
        values = {"line": str(error.position.line), "column": str(error.position.column)}
        values |= {"fault": str(error.fault), "words": error.message}
        return Cause(CauseKind.INVALID_POLICY, Help.MEND_FILE, "policy", error.code, values)


def _about(cause: Cause, values: dict[str, str]) -> Cause:
    return Cause(cause.kind, cause.help, cause.expected, cause.actual, {**cause.values, **values})


def _compared(frame: "Frame", rule: FileGoal, found: "PolicyDocument", wanted: "PolicyDocument") -> Verdict:
    """Whether both decide every request alike; a failure names one that they do not."""
    from tutor.policy import decide
    from tutor.policy.compare import Witness, witness

    settings = [(_set(found, rule.kind), _set(wanted, rule.kind))]
    denies = any(one.effect == "Deny" for document in (found, wanted) for one in document.statements)
    if rule.kind == "identity" and denies:
        settings.append((_beside(found), _beside(wanted)))  # what its Deny takes away
    sides = [
        side
        for mine, theirs in settings
        for side in (
            (mine, theirs, mine, theirs, CauseKind.ALLOWS_MORE, Help.NARROW_FILE),
            (mine, theirs, theirs, mine, CauseKind.ALLOWS_LESS, Help.WIDEN_FILE),
        )
    ]
    for mine, theirs, wider, narrower, kind, help_ in sides:
        answer = witness(wider, narrower, frame)
        if isinstance(answer, Witness):
            request = answer.request
            values = {"file": rule.name, "action": request.action, "resource": request.resource}
            expected, actual = decide(request, theirs).outcome, decide(request, mine).outcome
            return Cause(kind, help_, expected, actual, values), decide(request, mine)
    return None, None


def _set(document: "PolicyDocument", kind: PolicyType) -> "PolicySet":
    """The policy by itself; one that only limits stands beside one that allows everything."""
    from tutor.policy import AttachedPolicy, PolicySet

    held = AttachedPolicy("file", document)
    allowed = (_everything(),)
    if kind == "identity":
        return PolicySet(identity=(held,))
    if kind in {"trust", "resource"}:
        return PolicySet(resource=held)
    if kind == "boundary":
        return PolicySet(identity=allowed, boundary=held)
    if kind == "session":
        return PolicySet(identity=allowed, session=(held,))
    if kind == "scp":
        return PolicySet(identity=allowed, service_control=((held,),))
    return PolicySet(identity=allowed, resource_control=((held,),))


def _beside(document: "PolicyDocument") -> "PolicySet":
    """The policy beside one that allows everything."""
    from tutor.policy import AttachedPolicy, PolicySet

    return PolicySet(identity=(_everything(), AttachedPolicy("file", document)))


def _everything() -> "AttachedPolicy":
    from tutor.policy import AttachedPolicy, parse_policy

    text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
    return AttachedPolicy("everything", parse_policy(text))


def _frame(grounds: Grounds, owner: str | None, actions: "tuple[KnownAction, ...]") -> "Frame":
    """Whatever a user of the account can ask for, of resources of another account where `owner` names it."""
    from tutor.policy import Principal, PrincipalKind
    from tutor.policy.compare import Frame

    account_id = grounds.account_id
    arn = f"arn:aws:iam::{account_id}:user/somebody"
    known = tuple(known_resources(grounds.account))
    who = Principal(PrincipalKind.USER, arn, account_id)
    return Frame(who, owner, actions=actions, known_resources=known, work=WORK)
