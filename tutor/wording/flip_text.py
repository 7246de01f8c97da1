"""The least change that turns a decision, as sentences."""

from collections.abc import Iterator
from typing import Final

from tutor.policy import DecidedBy, Edit, EditKind, Flip, Witness

from .say import Language, say
from .signs import short_resource
from .statement_text import policy_name, shown

__all__ = ["flip_sentences"]

MOST_VALUES: Final = 3
ON_RESOURCE: Final = frozenset({DecidedBy.RESOURCE, DecidedBy.TRUST})


def flip_sentences(flip: Flip, language: Language) -> list[str]:
    """What would have to be otherwise, and one request that it would open besides."""
    effect = "allow" if flip.decision.allowed else "deny"
    parts = [_clause(edit, flip, effect, language) for edit in flip.edits]
    edits = say(language, "decision.flip.and").join(parts)
    sentences = [say(language, f"decision.flip.to.{effect}", edits=edits)]
    if flip.gains and isinstance(flip.also_allows, Witness):
        other = flip.also_allows.request
        sentences.append(
            say(language, "decision.flip.also", action=shown(other.action), resource=_short(other.resource))
        )
    return sentences


def _clause(edit: Edit, flip: Flip, effect: str, language: Language) -> str:
    request = flip.request
    caller = shown(request.principal.arn.rpartition(":")[2]) or say(language, "trace.caller.anonymous")
    policy = policy_name(edit.policy or "")
    values: dict[str, object] = {
        "policy": policy,
        "caller": caller,
        "action": shown(request.action),
        "resource": _short(request.resource),
        "effect": say(language, f"decision.flip.effect.{effect}"),
        "place": say(language, "decision.place", policy=policy, number=(edit.statement or 0) + 1),
        "element": " ".join(shown(part) for part in (edit.operator, edit.key) if part) or edit.element,
    }
    match edit.kind:
        case EditKind.SET_CONTEXT:
            message = "carry" if edit.after else "not-carry"
            return say(
                language, f"decision.flip.{message}", key=shown(edit.key or ""), values=_some(edit.after)
            )
        case EditKind.ADD_POLICY if edit.layer in ON_RESOURCE:
            return say(language, "decision.flip.addPolicy.resource", **values)
        case (
            EditKind.DROP_CONDITION
            | EditKind.REMOVE_STATEMENT
            | EditKind.ADD_STATEMENT
            | EditKind.ADD_POLICY
            | EditKind.ATTACH_POLICY
            | EditKind.DETACH_POLICY
        ):
            return say(language, f"decision.flip.{edit.kind}", **values)
        case _:
            return _listing(edit, values, language)


def _listing(edit: Edit, values: dict[str, object], language: Language) -> str:
    """Values of an element that come, go, or take the place of others."""
    come = tuple(value for value in edit.after if value not in edit.before)
    gone = tuple(value for value in edit.before if value not in edit.after)
    message = "change" if come and gone else "add" if come else "remove"
    return say(language, f"decision.flip.{message}", **values, values=_some(come or gone), before=_some(gone))


def _some(values: tuple[str, ...]) -> str:
    return ", ".join(_generator(values))


def _generator(values: tuple[str, ...]) -> Iterator[str]:
    yield from (_short(value) for value in values[:MOST_VALUES])
    if len(values) > MOST_VALUES:
        yield "…"


def _short(resource: str) -> str:
    return shown(short_resource(resource))
