"""Policies with faults that a hand, a paste or a broken program puts into them."""

import json
import random
from typing import Final

from tests.policy.builders import request
from tests.policy.cases import random_case
from tutor.policy import AttachedPolicy, PolicyError, PolicyKind, PolicySet, decide, parse_policy

__all__ = ["mutated", "read_or_refused"]

PIECES: Final = [
    *"{}[]\":,\\ \n\t\r\0.-+eE0129*?$#/'",
    *"“”：，｛그\u0301\u00a0\ufeff\ud800\U0001f600",
    "${",
    "}",
    "${aws:username}",
    "${a, 'b'}",
    "null",
    "true",
    "False",
    "1e999999999",
    "-0",
    "007",
    "99999999999999999999999999999999",
    "\\u0000",
    "\\ud800",
    "\\q",
    "{" * 40,
    "[" * 40,
    "*" * 50,
    '"Statement"',
    '"Effect":"Allow"',
    '"Effect":"allow"',
    '"Action"',
    '"NotAction":"*"',
    '"Resource":[]',
    '"Principal":"*"',
    '"NotPrincipal":{"AWS":"*"}',
    '"Condition":{}',
    '"DateLessThan":{"a":"2026-*"}',
    '"IpAddress":{"a":"::/129"}',
    '"Null":{"a":[]}',
    '"Version":"2008-10-17"',
    "arn:aws:s3:::",
    "arn:aws:iam:us-east-1::user/a",
    "arn",
    "s3:",
    ":",
]
KINDS: Final = list(PolicyKind)


def texts(case: dict[str, object]) -> list[str]:
    """The policies of a case as texts, compact or indented."""
    held = [case.get("ResourcePolicy"), *as_list(case["PolicyInputList"])]
    for field in ("PermissionsBoundaryPolicyInputList", "SessionPolicyInputList"):
        held += as_list(case.get(field, []))
    return [json.dumps(policy, indent=number % 3 or None) for number, policy in enumerate(held) if policy]


def as_list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def corpus() -> list[str]:
    """Well-formed policies of every kind."""
    return [text for seed in range(120) for text in texts(random_case(random.Random(seed)))]


CORPUS: Final = corpus()


def mutated(dice: random.Random) -> str:
    """A policy with a few faults, or noise."""
    kind = dice.randrange(20)
    if kind == 0:
        return dice.randbytes(dice.randrange(60)).decode(dice.choice(["latin-1", "utf-16"]), "replace")
    if kind == 1:
        return "".join(dice.choices(PIECES, k=dice.randrange(30)))
    text = dice.choice(CORPUS)
    for _ in range(dice.choice([1, 1, 1, 2, 3, 8])):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice([0, 0, 1, 1, 2, 5, 20, 200]))
        again = text[end : end + dice.randrange(60)]
        put = dice.choice(["", dice.choice(PIECES), dice.choice(PIECES), again])
        text = text[:start] + put + text[end:]
    return text


def read_or_refused(text: str, dice: random.Random) -> bool:
    """Whether a text is a policy; what is one can be evaluated, what is none has a place and a caret."""
    try:
        document = parse_policy(text, dice.choice(KINDS), stored=dice.random() < 0.5)
    except PolicyError as error:
        check_error(error, text)
        return False
    held = PolicySet(identity=(AttachedPolicy("inline:fuzzed", document),))
    trace = decide(request(), held).trace
    for ref in trace.statements():
        statement = trace.expand(ref)
        assert statement.matched is all(element.matched for element in statement.elements)
    return True


def check_error(error: PolicyError, text: str) -> None:
    """An error points into the text and says what is wrong."""
    assert 1 <= error.position.line <= error.end.line <= text.count("\n") + 1
    assert error.position <= error.end
    assert error.caret().endswith("^")
    assert error.message
    assert error.fault
