"""Why a scene gets what it gets, statement by statement: said with the right answer."""

from collections.abc import Iterator, Sequence
from typing import Final

from tutor.policy import DecidedBy, Effect, Outcome, PolicyKind, Statement
from tutor.policy.special import owner_of

from .beliefs.bend import fits, fitting, is_about, is_met, is_on, names, requested
from .papers import Paper
from .pieces import Code, Words, words
from .scene import Scene
from .shown import title

__all__ = ["marked", "reason", "sides"]

KINDS: Final = {
    DecidedBy.IDENTITY: PolicyKind.IDENTITY,
    DecidedBy.RESOURCE: PolicyKind.RESOURCE,
    DecidedBy.TRUST: PolicyKind.TRUST,
    DecidedBy.BOUNDARY: PolicyKind.BOUNDARY,
    DecidedBy.SESSION: PolicyKind.SESSION,
    DecidedBy.SCP: PolicyKind.SCP,
    DecidedBy.RCP: PolicyKind.RCP,
}
CAPS: Final = frozenset({PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP, PolicyKind.RCP})


GRANTING: Final = frozenset(PolicyKind) - CAPS
MOST: Final = 4
"""How many statements that do not fit are named, those first that miss by the fewest elements."""

Found = tuple[Paper, Statement]


def reason(scene: Scene) -> Words:
    """Why the scene is decided as it is: what settles it, then what only seems to."""
    decision = scene.decision
    match decision.outcome:
        case Outcome.EXPLICIT_DENY:
            settling = _that_matches(scene, decision.decided_by, Effect.DENY)
            return words("quiz.because.denied", **_placed(scene, settling))
        case Outcome.ALLOWED:
            first, last = _allowed(scene, decision.decided_by)
            missing = _misses(scene, scene.papers, (Effect.DENY,))
        case _:
            first, last = _missing(scene, decision.decided_by)
            missing = _missed(scene, decision.decided_by)
    for more in (*_told(scene, missing, last), *_beside(scene)):
        first = words("quiz.because.and", first=first, more=more)
    return first


def sides(first: Words, scenes: Sequence[Scene]) -> Words:
    """`first`, and of each scene the statement that settles it, or those that do not fit."""
    for scene in scenes:
        decision = scene.decision
        if decision.outcome is Outcome.IMPLICIT_DENY:
            said = list(_told(scene, _missed(scene, decision.decided_by), None))
        else:
            effect = Effect.ALLOW if decision.allowed else Effect.DENY
            found = _that_matches(scene, decision.decided_by, effect)
            said = [words(f"quiz.because.side.{effect}", **_placed(scene, found))]
        for more in said:
            first = words("quiz.because.and", first=first, more=more)
    return first


def _allowed(scene: Scene, layer: DecidedBy) -> tuple[Words, Paper | None]:
    """The sentence, and the last policy that it names."""
    if layer not in KINDS:
        return words("quiz.because.allowed.root"), None
    settling = _that_matches(scene, layer, Effect.ALLOW)
    values = _placed(scene, settling)
    if layer in {DecidedBy.RESOURCE, DecidedBy.TRUST}:
        return words("quiz.because.allowed.resource", **values), settling[0]
    if _is_cross(scene) or scene.of_kind(PolicyKind.TRUST):
        other = _that_matches(scene, DecidedBy.TRUST, Effect.ALLOW, PolicyKind.RESOURCE)
        there = _placed(scene, other)
        more = {"other": there["paper"], "there": there["which"], "by": there["how"]}
        return words("quiz.because.allowed.both", **values, **more), other[0]
    capped = ".capped" if any(one.kind in CAPS for one in scene.papers) else ""
    return words(f"quiz.because.allowed{capped}", **values), settling[0]


def _missing(scene: Scene, layer: DecidedBy) -> tuple[Words, Paper | None]:
    """The sentence, and the last policy that it names."""
    if layer in {DecidedBy.SCP, DecidedBy.BOUNDARY, DecidedBy.SESSION}:
        silent = _silent(scene, KINDS[layer])
        return words("quiz.because.missing.cap", paper=_titled(scene, silent)), silent
    if layer in {DecidedBy.RESOURCE, DecidedBy.TRUST}:
        return words(f"quiz.because.missing.{layer}"), None
    if layer is DecidedBy.ROOT:
        return words("quiz.because.missing.root"), None
    if _is_cross(scene):
        return words("quiz.because.missing.both"), None
    for paper in scene.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST):
        if fitting(scene, Effect.ALLOW, (paper,)):
            return words("quiz.because.missing.delegated", paper=_titled(scene, paper)), paper
    return words("quiz.because.missing"), None


def _missed(scene: Scene, layer: DecidedBy) -> list[Found]:
    """The statements that one might have counted on, or feared, in vain."""
    if layer is DecidedBy.ROOT:
        return []
    if layer in {DecidedBy.SCP, DecidedBy.BOUNDARY, DecidedBy.SESSION}:
        silent = _silent(scene, KINDS[layer])
        papers = [one for one in scene.of_kind(silent.kind) if one.level == silent.level]
    elif layer in {DecidedBy.RESOURCE, DecidedBy.TRUST}:
        papers = list(scene.of_kind(PolicyKind.RESOURCE, PolicyKind.TRUST))
    elif _is_cross(scene):
        papers = list(scene.of_kind(PolicyKind.IDENTITY))
    else:
        papers = list(scene.of_kind(*GRANTING))
    held = set(map(id, papers))
    others = [one for one in scene.papers if id(one) not in held]
    found = [*_misses(scene, papers, tuple(Effect)), *_misses(scene, others, (Effect.DENY,))]
    return sorted(found, key=lambda one: scene.papers.index(one[0]))


def _misses(scene: Scene, papers: Sequence[Paper], effects: tuple[Effect, ...]) -> list[Found]:
    return [
        (paper, statement)
        for paper in papers
        for statement in paper.compiled.statements
        if statement.effect in effects and not fits(scene, statement)
    ]


def _told(scene: Scene, missing: list[Found], last: Paper | None) -> Iterator[Words]:
    """A sentence for each statement that does not fit, in the order of reading."""
    near = sorted(missing, key=lambda found: len(_failing(scene, found[1])))[:MOST]
    for paper, statement in missing:
        if not any(statement is one for _, one in near):
            continue
        elements = _failing(scene, statement)
        listed = ".listed" if len(elements) == 1 and elements[0].startswith("Not") else ""
        place = words("quiz.because.in.same")
        if paper is not last:
            place = words("quiz.because.in", paper=_titled(scene, paper))
        yield words(
            f"quiz.because.misses{listed}",
            place=place,
            which=_which(paper, statement),
            effect=Code(statement.effect),
            elements=Code(", ".join(elements)),
        )
        last = paper


def _beside(scene: Scene) -> Iterator[Words]:
    """A sentence for each policy that is shown and does not apply."""
    for paper in scene.beside:
        yield words("quiz.because.beside", paper=_titled(scene, paper))


def _failing(scene: Scene, statement: Statement) -> list[str]:
    """The elements by which a statement does not fit, in the order of a document."""
    found = [] if names(scene, statement) or statement.principal is None else [statement.principal.name]
    if not is_about(scene, statement):
        found.append(statement.action.name)
    if statement.resource is not None and not is_on(scene, statement):
        found.append(statement.resource.name)
    if not is_met(scene, statement):
        found.append("Condition")
    return found


def marked(scene: Scene, found: Found) -> dict[str, Words | Code]:
    """Which statement of which policy, and whether it allows or denies: what a sentence about it takes."""
    paper, statement = found
    effect = Code(statement.effect)
    return {"paper": _titled(scene, paper), "which": _which(paper, statement), "effect": effect}


def _placed(scene: Scene, found: Found) -> dict[str, Words | Code]:
    """Which statement of which policy, and what in it fits the request."""
    paper, statement = found
    how = Code(", ".join(_fitting_elements(scene, statement)))
    return {"paper": _titled(scene, paper), "which": _which(paper, statement), "how": how}


def _which(paper: Paper, statement: Statement) -> Words:
    """A statement by its name, else by its number."""
    if statement.sid:
        return words("quiz.statement.named", sid=statement.sid)
    if len(paper.compiled.statements) == 1:
        return words("quiz.statement.only")
    return words("quiz.statement.number", number=statement.index + 1)


def _fitting_elements(scene: Scene, statement: Statement) -> Iterator[str]:
    """Each element of a statement that fits, with the value that does."""
    action, resource, principal = statement.action, statement.resource, statement.principal
    if principal is not None:
        request = requested(scene)
        named = [one for one in principal.named if one.grant(request.principal, request.context)]
        yield f"{principal.name} {_listed([one.written.text for one in (named[:1] or principal.named)])}"
    asked = scene.action.lower()
    fit = [one.text for one, test in zip(action.values, action.tests, strict=True) if test(asked)]
    yield f"{action.name} {_listed(fit[:1] or [one.text for one in action.values])}"
    if resource is not None:
        context = requested(scene).context
        tried = zip(resource.values, resource.tests, strict=True)
        fit = [one.text for one, test in tried if test(scene.resource, context)]
        yield f"{resource.name} {_listed(fit[:1] or [one.text for one in resource.values])}"
    for condition in statement.conditions:
        yield f"{condition.operator} `{condition.key}`"


def _listed(values: Sequence[str]) -> str:
    return " · ".join(f"`{value}`" for value in values)


def _is_cross(scene: Scene) -> bool:
    return owner_of(scene.decision.request) != scene.principal.account


def _that_matches(scene: Scene, layer: DecidedBy, effect: Effect, *more: PolicyKind) -> Found:
    """The statement of a layer that settles the request, with its policy."""
    papers = scene.of_kind(KINDS[layer], *more)
    return next(
        (paper, statement)
        for paper in papers
        for statement in paper.compiled.statements
        if statement.effect is effect and fits(scene, statement)
    )


def _silent(scene: Scene, kind: PolicyKind) -> Paper:
    """The first policy of a level of this kind at which none allows."""
    papers = scene.of_kind(kind)
    allowing = {paper.level for paper in papers if fitting(scene, Effect.ALLOW, (paper,))}
    return next(paper for paper in papers if paper.level not in allowing)


def _titled(scene: Scene, paper: Paper) -> Words:
    return title(paper, scene.principal)
