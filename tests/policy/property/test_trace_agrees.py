"""What a trace tells is enough to come to the same decision again."""

from hypothesis import given, settings

from tutor.policy import DecidedBy as By
from tutor.policy import Effect, LayerTrace, Outcome, PolicySet, Request, Verdict, decide

from .strategies import LAW, policy_sets, requests

RULES = {By.ROOT, By.PARTITION, By.NOT_CONTROLLED}
"""What settles a request without a policy."""
OWN = (By.IDENTITY, By.BOUNDARY, By.SESSION)


@settings(LAW, max_examples=120)
@given(asked=requests, policies=policy_sets)
def test_the_layers_lead_to_the_decision(asked: Request, policies: PolicySet) -> None:
    decision = decide(asked, policies)
    layers = {layer.layer: layer for layer in decision.trace.layers}
    verdicts = {layer.verdict for layer in layers.values()}
    assert (decision.outcome is Outcome.EXPLICIT_DENY) is (Verdict.EXPLICIT_DENY in verdicts)
    if decision.decided_by in RULES:
        assert not any(layer.decided for layer in layers.values())
        return
    decided = layers[decision.decided_by]
    assert [layer for layer in layers.values() if layer.decided] == [decided]
    match decision.outcome:
        case Outcome.EXPLICIT_DENY:
            denying = [layer for layer in layers.values() if layer.verdict is Verdict.EXPLICIT_DENY]
            assert denying[0] == decided
            assert Effect.DENY in effects(decided)
        case Outcome.IMPLICIT_DENY:
            assert decided.verdict is Verdict.IMPLICIT_DENY
        case Outcome.ALLOWED:
            assert decided.verdict is Verdict.ALLOW
            assert effects(decided) == {Effect.ALLOW}
            if decided.layer is By.IDENTITY:
                assert all(layers[layer].verdict is not Verdict.IMPLICIT_DENY for layer in OWN)


@LAW
@given(asked=requests, policies=policy_sets)
def test_a_layer_says_what_its_matching_statements_say(asked: Request, policies: PolicySet) -> None:
    for layer in decide(asked, policies).trace.layers:
        found = effects(layer)
        if layer.verdict is Verdict.EXPLICIT_DENY:
            assert Effect.DENY in found
        elif layer.verdict is Verdict.ALLOW and layer.layer is not By.RCP:
            assert found == {Effect.ALLOW}
        elif layer.verdict is Verdict.IMPLICIT_DENY:
            assert Effect.DENY not in found


def effects(layer: LayerTrace) -> set[Effect]:
    return {statement.effect for statement in layer.matched}
