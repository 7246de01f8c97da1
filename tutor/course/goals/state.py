"""The last resort: what a reading operation answers, judged by a JMESPath expression."""

from functools import cache
from typing import Any

from ..schema import State
from .grounds import Grounds
from .references import Reference
from .requests import missing_principal
from .results import Cause, CauseKind, Help


def state(grounds: Grounds, rule: State) -> Cause | None:
    """None if the expression is true of the operation's answer."""
    from tutor.account import Call, Role, ServiceError, caller_of
    from tutor.account.operations import OPERATIONS

    name = operation_named(rule.call)
    assert name is not None, "the loader knows the operation"
    who = Reference.read(rule.principal, grounds.account_id)
    owner, account = grounds.holder_of(who), grounds.account_of(who)
    if owner is None or account is None:
        return missing_principal(who, rule.principal)
    service, _, operation = name.partition(":")
    parameters = {key: list(v) if isinstance(v, tuple) else v for key, v in rule.parameters.items()}
    mint = grounds.sandbox.save.mint(0)
    assert not isinstance(owner, Role), "the loader takes root and users only"
    caller = caller_of(account, owner)
    call = Call(service, operation, parameters, caller, account.account_id, mint)
    values = {"call": f"aws {rule.call.replace('.', ' ', 1)}", "where": rule.where}
    try:
        answer = OPERATIONS[name].handler(grounds.world, account, call)
    except ServiceError as refusal:
        return Cause(CauseKind.STATE_OTHERWISE, Help.LOOK_AT_STATE, rule.where, refusal.code, values)
    found = _searched(rule.where, answer)
    if found is True or (found not in (None, False, "", [], {})):
        return None
    values |= _compared(rule.where, answer)
    return Cause(CauseKind.STATE_OTHERWISE, Help.LOOK_AT_STATE, "true", str(found).lower(), values)


def operation_named(call: str) -> str | None:
    """`iam.get-account-summary` as `iam:GetAccountSummary`, if it is an operation that only reads."""
    return _by_line().get(call.lower())


def readings() -> tuple[str, ...]:
    """Every reading operation, as the AWS CLI writes it."""
    return tuple(_by_line())


def unsound_expression(where: str) -> str:
    """What is wrong with a JMESPath expression; empty if nothing is."""
    import jmespath
    from jmespath.exceptions import JMESPathError

    try:
        jmespath.compile(where)
    except JMESPathError as error:
        return str(error).splitlines()[0]
    return ""


@cache
def _by_line() -> dict[str, str]:
    from tutor.account.operations import OPERATIONS

    return {_dashed(name): name for name, operation in OPERATIONS.items() if not operation.mutates}


def _dashed(name: str) -> str:
    service, _, operation = name.partition(":")
    letters: list[str] = []
    for place, letter in enumerate(operation):
        before = operation[place - 1] if place else ""
        behind = operation[place + 1 : place + 2]
        begins = letter.isupper() and place and (not before.isupper() or behind.islower())
        letters.append(f"-{letter}" if begins else letter)
    return f"{service}.{''.join(letters)}".lower()


def _compared(where: str, answer: Any) -> dict[str, str]:
    """What an equality was asked of, what it is, and what it should be; or what a list does not contain.

    It is a member (its name), or how long a list is. Of any other expression nothing.
    """
    import jmespath
    from jmespath.visitor import TreeInterpreter

    tree = jmespath.compile(where).parsed
    if tree["type"] == "function_expression" and tree["value"] == "contains":
        asked, wanted = tree["children"]
        name = _last_field(asked)
        lacks = {"member": name, "wanted": _written(wanted.get("value")), "outside": "yes"}
        return lacks if name and wanted["type"] == "literal" else {}
    if tree["type"] != "comparator" or tree["value"] != "eq":
        return {}
    asked, wanted = tree["children"]
    long = asked["type"] == "function_expression" and asked["value"] == "length"
    name = _last_field(asked["children"][0] if long else asked)
    if wanted["type"] != "literal" or not name:
        return {}
    found = TreeInterpreter().visit(asked, answer)
    shown = {"member": name, "found": _written(found), "wanted": _written(wanted["value"])}
    return shown | ({"long": "yes"} if long else {"nothing": "yes"} if found is None else {})


def _last_field(tree: Any) -> str:
    """The member that a path ends in; empty where it is no path."""
    while tree["type"] in {"subexpression", "index_expression"}:
        tree = tree["children"][-1 if tree["type"] == "subexpression" else 0]
    return str(tree["value"]) if tree["type"] == "field" else ""


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "-" if value is None else str(value)


def _searched(where: str, answer: Any) -> object:
    import jmespath
    from jmespath.exceptions import JMESPathError

    try:
        return jmespath.search(where, answer)
    except JMESPathError:
        return None
