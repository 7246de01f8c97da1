"""Answers a case of `iam-tutor simulate` (`spec/simulate-format.md`): plain values in, plain values out."""

from collections.abc import Iterator, Mapping

from .case import Case, CaseError, read_case
from .explain import ElementTrace, StatementTrace
from .outcome import UnsupportedError
from .source import Position
from .trace import Decision, LayerTrace, decide

__all__ = ["simulate"]

Answer = dict[str, object]
"""A JSON object of the answer."""


def simulate(case: Mapping[str, object], *, trace: bool = False) -> Answer:
    """The answer to one case; one that cannot be answered gives `EvalDecision` `error`, no exception."""
    name = case.get("Name")
    label: Answer = {"Name": name} if isinstance(name, str) else {}
    try:
        read = read_case(case)
        results = list(_results(read, trace=trace))
    except (CaseError, UnsupportedError) as error:
        return {**label, "EvalDecision": "error", "Message": str(error)}
    if len(results) == 1:
        return {**label, **results[0]}
    pairs = (
        {"EvalActionName": request.action, "EvalResourceName": request.resource, **result}
        for request, result in zip(read.requests, results, strict=True)
    )
    return {**label, "EvaluationResults": list(pairs)}


def _results(case: Case, *, trace: bool) -> Iterator[Answer]:
    for request in case.requests:
        decision = decide(request, case.policies_for(request))
        layers = decision.trace.layers
        answer: Answer = {
            "EvalDecision": str(decision.outcome),
            "DecidedBy": str(decision.decided_by),
            "MatchedStatements": [_matched(statement) for layer in layers for statement in layer.matched],
        }
        if trace:
            answer["Trace"] = _trace(decision, layers)
        yield answer


def _matched(statement: StatementTrace) -> Answer:
    return {
        "SourcePolicyId": statement.source,
        "SourcePolicyType": str(statement.kind),
        "Sid": statement.sid or "",
        "Effect": str(statement.effect),
        "StartPosition": _position(statement.start),
        "EndPosition": _position(statement.end),
    }


def _position(position: Position) -> Answer:
    return {"Line": position.line, "Column": position.column}


def _trace(decision: Decision, layers: tuple[LayerTrace, ...]) -> Answer:
    """Every layer in order; each statement's elements with the values compared."""
    statements = [decision.trace.expand(ref) for ref in decision.trace.statements()]
    return {
        "Layers": [
            {
                "Layer": str(layer.layer),
                "Verdict": str(layer.verdict),
                "Decided": layer.decided,
                "Policies": layer.policies,
                "Statements": [
                    {
                        **_matched(statement),
                        "Matched": statement.matched,
                        "Elements": [_element(element) for element in statement.elements],
                    }
                    for statement in statements
                    if statement.ref.layer is layer.layer
                ],
            }
            for layer in layers
        ]
    }


def _element(element: ElementTrace) -> Answer:
    written: Answer = {"Element": element.element, "Matched": element.matched}
    if element.operator is not None:
        written |= {"Operator": element.operator, "Key": element.key}
    return {
        **written,
        "PolicyValues": [
            {
                "Text": value.text,
                "Compared": value.compared,
                "Matched": value.matched,
                "Position": _position(value.position),
            }
            for value in element.values
        ],
        "RequestValues": list(element.request_values),
        "Position": _position(element.position),
    }
