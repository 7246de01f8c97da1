"""How fast the evaluator decides, beside `json.loads` of the same policies (`spec/simulate-format.md`)."""

import json
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench.measure import Row, ratios
from tutor.policy import (
    AttachedPolicy,
    Case,
    Context,
    Decision,
    Request,
    decide,
    load_case,
    parse_policy,
    read_case,
)

WORKLOADS: Final = Path(__file__).with_name("workloads.jsonl")
ROUNDS: Final = 9
ENDINGS: Final = [f"{number:03}" for number in range(0, 1000, 7)]
"""What the resource ends with from decision to decision."""
OTHERS: Final = 9
"""How many other policies there are for each."""
PREFIX: Final = re.compile(r'"((?!arn)\w+):(?=\w)')
"""The service in an action."""
SHORTEST: Final = 0.05
"""Seconds that one measurement takes at least."""


def rows() -> Iterator[Row]:
    """One line a promise."""
    small, layered, wildcards = (read_case(load_case(line)) for line in WORKLOADS.read_bytes().splitlines())
    for case, target in ((small, "2.5"), (layered, "0.25")):
        yield compared(f"decide {case.name}", decided(case), "json.loads", loading(case), target)
    for case in (small, layered):
        yield compared(f"and trace {case.name}", decided(case, look), "decide", decided(case), "3")
    yield limited("expand all of b-layered", decided(layered, expand), 1_000)
    yield limited("decide c-wildcards-2000", decided(wildcards), 5_000)
    more = with_other_services(layered)
    yield compared("10 times as many policies", decided(more), "b-layered", decided(layered), "1.5")
    yield compared("b-layered, its set rebuilt", rebuilt(layered), "b-layered", decided(layered), "")


Work = Callable[[], int]
"""Does something a number of times, and says how often."""


def compared(name: str, ours: Work, against: str, baseline: Work, target: str) -> Row:
    """A line that is a ratio."""
    ratio = ratios(partial(microseconds, ours), partial(microseconds, baseline), ROUNDS)
    return Row(name, ratio.ours, against, ratio.baseline, ratio.ratio, "µs", target)


def limited(name: str, ours: Work, limit: float) -> Row:
    """A line that is a time."""
    took = statistics.median(microseconds(ours) for _ in range(ROUNDS))
    return Row(name, took, "limit", limit, None, "µs", "")


def microseconds(work: Work) -> float:
    """Processor time that each of the things takes which `work` does."""
    start = time.process_time()
    done = work()
    elapsed = time.process_time() - start
    while elapsed < SHORTEST:
        done += work()
        elapsed = time.process_time() - start
    return elapsed / done * 1_000_000


def loading(case: Case) -> Work:
    texts = [json.dumps(json.loads(text), separators=(",", ":")) for text in case.policy_texts]

    def work() -> int:
        for text in texts:
            json.loads(text)
        return 1

    return work


def asked(case: Case) -> Iterator[Request]:
    """The case's request with one resource after another."""
    (request,) = case.requests
    kept = request.resource[: -len(ENDINGS[0])]
    for ending in ENDINGS:
        yield Request(
            request.principal, request.action, kept + ending, request.resource_account, request.context
        )


def decided(case: Case, then: Callable[[Decision], object] | None = None) -> Work:
    policies = case.policies_for(case.requests[0])

    def work() -> int:
        for request in asked(case):
            decision = decide(request, policies)
            if then is not None:
                then(decision)
        return len(ENDINGS)

    return work


def look(decision: Decision) -> object:
    return decision.trace.layers


def expand(decision: Decision) -> object:
    trace = decision.trace
    return [trace.expand(ref).elements for ref in trace.statements()]


def rebuilt(case: Case) -> Work:
    """What a caller does that keeps nothing but its documents, as the sandbox does."""
    held = case.policies_for(case.requests[0])

    def work() -> int:
        for request in asked(case):
            identity = tuple(AttachedPolicy(each.source, each.document) for each in held.identity)
            decide(
                replace(request, context=Context.of({"aws:username": "alice"})),
                replace(held, identity=identity),
            )
        return len(ENDINGS)

    return work


def with_other_services(case: Case) -> Case:
    """The case with ten times as many identity policies, the new ones of services it does not ask about."""
    service = case.requests[0].action.partition(":")[0]
    held = case.policies.identity
    others = [policy for policy in held if service not in policy.document.text]
    new = [
        replace(
            policy, document=parse_policy(PREFIX.sub(rf'"\1-{number}:', policy.document.text), stored=True)
        )
        for number in range(OTHERS)
        for policy in (others * 2)[: len(held)]
    ]
    return replace(case, policies=replace(case.policies, identity=(*held, *new)))
