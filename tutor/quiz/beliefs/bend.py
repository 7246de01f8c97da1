"""Scenes with their policies bent: what a belief is made from.

A belief changes compiled statements, not texts, so that it costs little more than a decision.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tutor.policy import Effect, PolicyDocument, PolicyKind, Request, Statement
from tutor.policy.arn import compile_resource
from tutor.policy.document import ActionElement, ResourceElement
from tutor.policy.match import names_caller
from tutor.policy.values import Written

from ..papers import Json, Paper
from ..scene import Scene

__all__ = [
    "anything",
    "as_identity",
    "bent",
    "fits",
    "fitting",
    "is_about",
    "is_met",
    "is_on",
    "names",
    "placed",
    "requested",
    "resources",
    "values",
    "with_resources",
]

Bent = Statement | None
"""A statement as a belief reads it; None where the belief does not see it."""


def bent(scene: Scene, change: Callable[[Paper, Statement], Bent]) -> Scene:
    """The scene with each statement as `change` reads it; the very scene where nothing differs."""
    papers = [_bent_paper(paper, change) for paper in scene.papers]
    same = all(one is other for one, other in zip(papers, scene.papers, strict=True))
    return scene if same else scene.with_papers(papers)


def _bent_paper(paper: Paper, change: Callable[[Paper, Statement], Bent]) -> Paper:
    held = paper.compiled
    kept = [made for statement in held.statements if (made := change(paper, statement)) is not None]
    if len(kept) == len(held.statements) and all(map(_is, kept, held.statements)):
        return paper
    return paper.holding(PolicyDocument(held.text, held.kind, held.version, held.policy_id, tuple(kept)))


def _is(one: Statement, other: Statement) -> bool:
    return one is other


def as_identity(scene: Scene, *kinds: PolicyKind) -> Scene | None:
    """As if papers of these kinds granted like the caller's own; None where none of them would."""
    granting = [paper for paper in scene.of_kind(*kinds) if fitting(scene, Effect.ALLOW, (paper,))]
    if not granting:
        return None
    own = [paper for paper in scene.papers if paper.kind not in kinds]
    more = [paper.holding(paper.compiled, PolicyKind.IDENTITY) for paper in scene.of_kind(*kinds)]
    return scene.with_papers([*own, *more])


def placed(scene: Scene, papers: Sequence[Paper] | None = None) -> Iterator[tuple[Paper, Statement]]:
    """Every statement of every policy (or of some), with its policy, in the order of reading."""
    for paper in scene.papers if papers is None else papers:
        for statement in paper.compiled.statements:
            yield paper, statement


def fitting(scene: Scene, effect: Effect, papers: Sequence[Paper] | None = None) -> list[Statement]:
    """The statements of an effect that fit the request."""
    return [one for _, one in placed(scene, papers) if one.effect is effect and fits(scene, one)]


def fits(scene: Scene, statement: Statement) -> bool:
    """Whether a statement fits the request in every element."""
    return (
        is_about(scene, statement)
        and is_on(scene, statement)
        and is_met(scene, statement)
        and names(scene, statement)
    )


def is_about(scene: Scene, statement: Statement) -> bool:
    """Whether its actions include the one asked for."""
    return statement.action.covers(scene.action.lower())


def is_on(scene: Scene, statement: Statement) -> bool:
    """Whether its resources include the one asked for."""
    covers = statement.resource.covers if statement.resource else None
    return covers is None or covers(scene.resource, requested(scene).context)


def is_met(scene: Scene, statement: Statement) -> bool:
    """Whether its conditions are met."""
    return statement.holds is None or statement.holds(requested(scene).context)


def names(scene: Scene, statement: Statement) -> bool:
    """Whether its principals include the caller; so too where it has none."""
    if statement.principal is None:
        return True
    bounded = bool(scene.of_kind(PolicyKind.BOUNDARY))
    return bool(names_caller(statement, requested(scene), bounded=bounded))


def requested(scene: Scene) -> Request:
    """The scene's request; the decision's, where there is one."""
    return scene.known[0].request if scene.known else scene.request


def resources(statement: Statement) -> list[str]:
    """Its resources as they are written; none where it lists those that it leaves out."""
    element = statement.resource
    return [] if element is None or element.negated else [value.text for value in element.values]


def with_resources(statement: Statement, patterns: Sequence[str]) -> Statement:
    """The statement about these resources."""
    tests = tuple([compile_resource(pattern, variables=statement.variables) for pattern in patterns])
    written = tuple([Written(pattern, statement.start) for pattern in patterns])
    return replace(statement, resource=ResourceElement("Resource", written, tests))


def anything(statement: Statement) -> ActionElement:
    """The statement's actions as if they included every action."""
    return ActionElement("Action", statement.action.values, (lambda _: True,))


def values(value: Json) -> list[Json]:
    """One value or several, as a list."""
    return value if isinstance(value, list) else [value]
