"""Actions told apart as far as policies and the rules of evaluation tell them apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..document import PolicyDocument, Statement
from ..principals import PrincipalKind
from ..special import (
    OUTSIDE_RCP,
    OWN_POLICY_ACTIONS,
    TRUST_ACTIONS,
    WITHOUT_PERMISSION,
    under_resource_control,
)
from .budget import Budget
from .frame import Frame, KnownAction
from .languages import Pattern, Token, literal, one_of, wildcard
from .product import kinds_of_text

__all__ = ["ActionKind", "action_kinds"]


@dataclass(frozen=True, slots=True)
class ActionKind:
    """Actions that every policy and every rule treats alike."""

    action: KnownAction
    """The first of them."""
    statements: tuple[Statement, ...]
    """Those of the compared policies that are about it."""
    stands_for: int
    """How many actions of the vocabulary there are."""


Covering = tuple[tuple[int, int], ...]
"""The statements that are about an action: document and number."""


def action_kinds(documents: Sequence[PolicyDocument], frame: Frame, budget: Budget) -> list[ActionKind]:
    """One action of every kind, in the order of the vocabulary."""
    kinds: dict[object, list[KnownAction]] = {}
    covering: dict[object, Covering] = {}
    for action in frame.actions or _written_actions(documents, frame, budget):
        budget.spend()
        name = action.name.lower()
        about = _about(documents, name)
        kind = (about, _marks(name, frame), action.resources)
        kinds.setdefault(kind, []).append(action)
        covering[kind] = about
    return [
        ActionKind(
            alike[0],
            tuple(documents[document].statements[number] for document, number in covering[kind]),
            len({action.name.lower() for action in alike}),
        )
        for kind, alike in kinds.items()
    ]


def _about(documents: Sequence[PolicyDocument], action: str) -> Covering:
    return tuple(
        (number, statement.index)
        for number, document in enumerate(documents)
        for statements in document.actions.about(action)
        for statement in statements
    )


def _marks(action: str, frame: Frame) -> tuple[bool, ...]:
    """What the rules of evaluation read from an action (`rules.py`)."""
    return (
        action in WITHOUT_PERMISSION,
        action.startswith(TRUST_ACTIONS),
        action == "sts:assumerole",
        action.startswith("sts:"),
        action.startswith("kms:"),
        under_resource_control(action),
        frame.principal.kind is PrincipalKind.ROOT and action in OWN_POLICY_ACTIONS,
    )


NAME: Final = Token(frozenset(":*?"), negated=True)
REST: Final = Token(frozenset(":*?"), negated=True, repeats=True)
ACTIONS: Final = Pattern((NAME, REST, one_of(":"), NAME, REST))
"""All actions that one could write."""


def _written_actions(
    documents: Sequence[PolicyDocument], frame: Frame, budget: Budget
) -> Iterator[KnownAction]:
    """An action for every combination of action patterns; those that stand in a policy come first."""
    written = {
        value.text: None
        for document in documents
        for statement in document.statements
        for value in statement.action.values
    }
    for text in written:
        made = text.replace("*", "Example").replace("?", "x")
        if ACTIONS.covers(made):
            yield KnownAction(made)
    patterns = {wildcard(text.lower()): None for text in written}
    patterns.update((pattern, None) for pattern in _rule_patterns(frame))
    for text in kinds_of_text(ACTIONS, tuple(patterns), budget).values():
        yield KnownAction(text)


def _rule_patterns(frame: Frame) -> Iterator[Pattern]:
    """The languages of what `_marks` tells apart."""
    yield from map(literal, sorted(WITHOUT_PERMISSION))
    yield from (wildcard(f"{action}*") for action in TRUST_ACTIONS)
    yield literal("sts:assumerole")
    yield literal("kms:retiregrant")
    yield from (wildcard(f"{service}:*") for service in sorted({*OUTSIDE_RCP, "sts", "kms"}))
    if frame.principal.kind is PrincipalKind.ROOT:
        yield from map(literal, sorted(OWN_POLICY_ACTIONS))
