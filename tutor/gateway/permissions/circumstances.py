"""Whether circumstances that a plain request leaves open, such as MFA, could turn its answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from tutor.policy import (
    AttachedPolicy,
    Decision,
    Effect,
    PolicyDocument,
    PolicySet,
    Statement,
    decide,
)

if TYPE_CHECKING:
    from tutor.policy.request import Policies

FIXED: Final = (
    "aws:principal",
    "aws:userid",
    "aws:username",
    "aws:resource",
    "s3:resourceaccount",
    "s3:existingobjecttag/",
    "iam:resourcetag/",
    "ec2:resourcetag/",
)
"""Beginnings of the condition keys that belong to who asks and what is asked about, not to the request."""

MOST_DOCUMENTS: Final = 2048


@dataclass(slots=True)
class Leanings:
    """Remembers what policies come to when all circumstances speak for one effect."""

    _conditional: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    """By a document's text, its statements whose conditions are about circumstances."""
    _leaning: dict[tuple[str, Effect], PolicyDocument] = field(default_factory=dict)

    def keys_that_matter(self, decision: Decision) -> tuple[str, ...]:
        """The condition keys by which the same request could be answered otherwise; none if it could not."""
        if decision.voices is None:
            return ()
        keys = tuple(dict.fromkeys(self._keys_about(decision)))
        if not keys:
            return ()
        answers = {
            decide(decision.request, self._with(decision.policies, effect)).allowed
            for effect in (Effect.ALLOW, Effect.DENY)
        }
        return keys if answers != {decision.allowed} else ()

    def _keys_about(self, decision: Decision) -> Iterator[str]:
        """The varying keys of the statements about the action and the resource."""
        request, action = decision.request, decision.request.action.lower()
        for policy in _every(decision.policies):
            for statement in self._conditional_of(policy.document):
                resource = statement.resource
                about = resource is None or resource.covers(request.resource, request.context)
                if about and statement.action.covers(action):
                    yield from (one.key for one in statement.conditions if _varies(one.key))

    def _conditional_of(self, document: PolicyDocument) -> tuple[Statement, ...]:
        found = self._conditional.get(document.text)
        if found is None:
            if len(self._conditional) >= MOST_DOCUMENTS:
                self._conditional.clear()
            found = tuple(one for one in document.statements if _is_conditional(one))
            self._conditional[document.text] = found
        return found

    def _with(self, policies: PolicySet, effect: Effect) -> PolicySet:
        """The policies when circumstances meet all conditions for `effect` and none against it."""

        def one(policy: AttachedPolicy) -> AttachedPolicy:
            return replace(policy, document=self._lean(policy.document, effect))

        def these(some: "Policies") -> "Policies":
            return tuple(map(one, some))

        return PolicySet(
            these(policies.identity),
            policies.resource and one(policies.resource),
            policies.boundary and one(policies.boundary),
            these(policies.session),
            tuple(map(these, policies.service_control)),
            tuple(map(these, policies.resource_control)),
        )

    def _lean(self, document: PolicyDocument, effect: Effect) -> PolicyDocument:
        if not self._conditional_of(document):
            return document
        key = (document.text, effect)
        if key not in self._leaning:
            if len(self._leaning) >= MOST_DOCUMENTS:
                self._leaning.clear()
            stay = (one for one in document.statements if one.effect is effect or not _is_conditional(one))
            self._leaning[key] = replace(document, statements=tuple(map(_met, stay)))
        return self._leaning[key]


def _every(policies: PolicySet) -> Iterator[AttachedPolicy]:
    yield from policies.identity
    yield from policies.session
    yield from (one for one in (policies.resource, policies.boundary) if one is not None)
    for level in (*policies.service_control, *policies.resource_control):
        yield from level


def _is_conditional(statement: Statement) -> bool:
    return any(_varies(one.key) for one in statement.conditions)


def _varies(key: str) -> bool:
    return not key.lower().startswith(FIXED)


def _met(statement: Statement) -> Statement:
    """The statement as if circumstances met its conditions."""
    fixed = tuple(one for one in statement.conditions if not _varies(one.key))
    return replace(statement, conditions=fixed) if len(fixed) != len(statement.conditions) else statement
