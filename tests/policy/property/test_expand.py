"""What `Trace.expand` says of one statement is what the full trace says of all."""

from hypothesis import given

from tutor.policy import PolicySet, Request, decide

from .strategies import LAW, policy_sets, requests


@LAW
@given(asked=requests, policies=policy_sets)
def test_expanding_every_statement_gives_the_full_trace(asked: Request, policies: PolicySet) -> None:
    trace = decide(asked, policies).trace
    expanded = [trace.expand(ref) for ref in trace.statements()]
    listed = [statement for layer in trace.layers for statement in layer.matched]
    assert [statement for statement in expanded if statement.matched] == listed
    assert len(expanded) == sum(layer.statements for layer in trace.layers)
    assert all(each.matched is all(element.matched for element in each.elements) for each in expanded)
