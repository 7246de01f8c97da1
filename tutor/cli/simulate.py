"""`iam-tutor simulate`: cases in, decisions out, and how fast they are made (spec/simulate-format.md)."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from tutor.cli.parser import Parser
from tutor.wording import say

if TYPE_CHECKING:
    from tutor.policy import PolicySet, Request

STANDARD_INPUT: Final = "-"
LOADING_SHARE: Final = 0.25
"""How long reading JSON is measured after each run, as a part of the run."""
ENDINGS: Final = [f"{number:03}" for number in range(0, 1000, 7)]
"""What the resource ends with from decision to decision."""

Answer = dict[str, object]
"""The JSON object that answers one case."""


def add_arguments(parser: Parser) -> None:
    """The case, one or a line each, and what to do with it."""
    language = parser.language
    parser.add_argument(
        "case",
        nargs="?",
        default=STANDARD_INPUT,
        metavar="FILE",
        help=say(language, "cli.simulate.case"),
    )
    parser.add_argument("--batch", action="store_true", help=say(language, "cli.simulate.batch"))
    parser.add_argument("--trace", action="store_true", help=say(language, "cli.simulate.trace"))
    parser.add_argument("--bench", action="store_true", help=say(language, "cli.simulate.bench"))
    parser.add_argument(
        "--seconds", type=_positive_seconds, default=1.0, help=say(language, "cli.simulate.seconds")
    )
    parser.add_argument("--runs", type=_positive_count, default=3, help=say(language, "cli.simulate.runs"))


def run(arguments: argparse.Namespace) -> int:
    """Answer every case: 0 if all were answered, 1 if some were in error, 2 if the input cannot be read."""
    try:
        if arguments.case == STANDARD_INPUT:
            return _answer_all(sys.stdin.buffer, arguments)
        with open(arguments.case, "rb") as stream:
            return _answer_all(stream, arguments)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"iam-tutor: {arguments.case}: {error.strerror or type(error).__name__}", file=sys.stderr)
        return 2


def _answer_all(stream: BinaryIO, arguments: argparse.Namespace) -> int:
    import json

    failed = False
    for text in _cases(stream, batch=arguments.batch):
        answer = _answer(text, arguments)
        failed = failed or answer.get("EvalDecision") == "error"
        print(json.dumps(answer), flush=True)
    return 1 if failed else 0


def _cases(stream: BinaryIO, *, batch: bool) -> Iterable[bytes]:
    """The text of each case: each line as soon as it is there, or the whole input."""
    return iter(stream.readline, b"") if batch else [stream.read()]


def _answer(text: bytes, arguments: argparse.Namespace) -> Answer:
    from tutor.policy import CaseError, load_case, simulate

    try:
        case = load_case(text)
        return _bench(case, arguments) if arguments.bench else simulate(case, trace=arguments.trace)
    except CaseError as error:
        return {"EvalDecision": "error", "Message": str(error)}


def _bench(case: Mapping[str, object], arguments: argparse.Namespace) -> Answer:
    """How many decisions a second one case gets, beside how often `json.loads` reads its policies."""
    import json
    from statistics import median

    from tutor.policy import UnsupportedError, decide, read_case

    read = read_case(case)
    questions = [(request, read.policies_for(request)) for request in read.requests]
    texts = [json.dumps(json.loads(text), separators=(",", ":")) for text in read.policy_texts]
    label: Answer = {} if read.name is None else {"Name": read.name}
    try:
        outcome = decide(*questions[0]).outcome
        decisions: list[float] = []
        loads: list[float] = []
        for _ in range(arguments.runs):
            decisions.append(_rate(_decisions(questions, trace=arguments.trace), arguments.seconds))
            loads.append(_rate(_loads(texts), arguments.seconds * LOADING_SHARE))
    except UnsupportedError as error:
        return {**label, "EvalDecision": "error", "Message": str(error)}
    return {
        **label,
        "EvalDecision": str(outcome),
        "DecisionsPerSecond": round(median(decisions)),
        "Min": round(min(decisions)),
        "Max": round(max(decisions)),
        "LoadsPerSecond": round(median(loads)),
    }


def _rate(rounds: Iterator[int], seconds: float) -> float:
    """Goes round until the time is up; what was done a second. Each round gives how much it did."""
    from time import perf_counter

    done, start = 0, perf_counter()
    elapsed = 0.0
    while elapsed < seconds:
        done += next(rounds)
        elapsed = perf_counter() - start
    return done / elapsed


def _decisions(questions: "Sequence[tuple[Request, PolicySet]]", *, trace: bool) -> Iterator[int]:
    """Decides without end, a round for each ending of the resources; remembers nothing in between."""
    from tutor.policy import Request, decide

    while True:
        for request, policies in questions:
            kept = request.resource[: -len(ENDINGS[0])] if len(request.resource) > 1 else request.resource
            endings = ENDINGS if len(request.resource) > 1 else [""] * len(ENDINGS)
            principal, action, context = request.principal, request.action, request.context
            account = request.resource_account
            for ending in endings:
                decision = decide(Request(principal, action, kept + ending, account, context), policies)
                if trace:
                    _ = decision.trace.layers
            yield len(ENDINGS)


def _loads(texts: Sequence[str]) -> Iterator[int]:
    """Reads the texts as JSON without end; a round is all of them once."""
    import json

    while True:
        for text in texts:
            json.loads(text)
        yield 1


def _positive_seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        raise ValueError(text)
    return seconds


def _positive_count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count
