"""The compiled evaluator agrees with the plainest one that the specification allows."""

import json
import os
import random

import pytest

from tests.policy.cases import random_case
from tests.policy.reference import evaluate
from tutor.policy import simulate

FEW = 400
MANY = int(os.environ.get("CASES", "100000"))


def differences(seeds: range) -> list[str]:
    """The cases in which the two disagree, with both answers."""
    found: list[str] = []
    for seed in seeds:
        case = random_case(random.Random(seed))
        answer = simulate(case)
        ours, theirs = (answer["EvalDecision"], answer.get("DecidedBy")), evaluate(case)
        if ours != theirs:
            found.append(f"seed {seed}: {ours}, reference {theirs}\n{answer}\n{json.dumps(case)}")
    return found


def test_agreement() -> None:
    assert differences(range(FEW)) == []


@pytest.mark.long
@pytest.mark.parametrize("half", [0, 1])
def test_agreement_in_many_cases(half: int) -> None:
    assert differences(range(1000 + half, 1000 + MANY, 2))[:3] == []
