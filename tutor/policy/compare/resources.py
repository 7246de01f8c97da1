"""Resources told apart as far as policies and the rules of evaluation tell them apart."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..arn import ARN_FIELDS, partition_of
from ..context import Context
from ..document import Statement
from ..variables import read_template
from ..wildcards import RUN, Part, parts_of
from .budget import Budget, WorkLimitError
from .frame import Frame, KnownAction
from .languages import ANY_RUN, Pattern, Token, arn_fields, literal, one_of, pattern_of_parts, wildcard
from .product import kinds_of_text

__all__ = ["ResourceKinds", "request_pattern", "resource_pattern"]

EXAMPLE: Final = "example"
"""What stands for a run of any characters in a text made up from a pattern."""
PART: Final = 4
"""The part of the work left that reading all patterns at once may take."""


def resource_pattern(text: str, context: Context, *, variables: bool) -> Pattern | None:
    """The language of a value of Resource, variables filled; None where it covers nothing."""
    template = read_template(text, wildcards=True, variables=variables)
    fields = template.fields(ARN_FIELDS)
    if len(fields) < ARN_FIELDS:
        return None if template.has_variables else pattern_of_parts(template.fill(context) or ())
    filled = [field.fill(context) for field in fields]
    known = [field for field in filled if field is not None]
    if any(field.has_variables for field in fields[:-1]) or len(known) < ARN_FIELDS:
        return None
    return arn_fields(known)


def request_pattern(text: str) -> Pattern:
    """The language of what an action can be about: `*` is itself, wildcards of an ARN stay in their field."""
    if text == "*":
        return literal(text)
    fields = text.split(":", ARN_FIELDS - 1)
    return arn_fields([parts_of(field) for field in fields]) if len(fields) == ARN_FIELDS else wildcard(text)


Values = tuple[tuple[str, bool], ...]
"""Values of Resource elements, each with whether variables are special."""


class ResourceKinds:
    """One resource for every way in which the statements about an action can cover it."""

    def __init__(self, statements: Sequence[Statement], frame: Frame, budget: Budget) -> None:
        self._frame = frame
        self._budget = budget
        self._marks = tuple(_rule_patterns(frame))
        self._every = _values(statements)
        self._too_many: set[tuple[Pattern, ...]] = set()
        self._shortest: dict[tuple[str, tuple[Pattern, ...]], tuple[str, ...]] = {}
        self._covered: dict[tuple[Pattern, str], bool] = {}

    def known(self, action: KnownAction) -> list[str]:
        """The resources known to exist that the action can be about."""
        domains = [request_pattern(shape) for shape in action.resources]
        known = self._frame.known_resources
        return [resource for resource in known if any(self._covers(domain, resource) for domain in domains)]

    def of(
        self, action: KnownAction, statements: Sequence[Statement], context: Context
    ) -> tuple[str, ...]:
        """A resource of every kind: known ones, else ones that read well, else shortest ones."""
        values = _values(statements)
        patterns = self._patterns(values, context)
        found = self._found.get((action, patterns))
        if found is None:
            found = tuple(self._sorted(action, statements, context))
            self._found[action, patterns] = found
        return found

    def _sorted(self) -> Iterator[str]:
        resources = self.known(action)
        resources += self._readable(action, values, context)
        for shape in action.resources:
            resources += self._all_kinds(shape, values, context)
        kinds = set()
        for resource in dict.fromkeys(resources):
            covered = (
                *(_covers(statement, resource, context) for statement in statements),
                *(self._covers(pattern, resource) for pattern in self._marks),
            )
            if covered not in kinds:
                kinds.add(covered)
                yield resource

    def _covers(self, pattern: Pattern, text: str) -> bool:
        known = self._covered.get((pattern, text))
        if known is None:
            known = self._covered[pattern, text] = pattern.covers(text)
        return known

    def _all_kinds(self, shape: str, values: Values, context: Context) -> tuple[str, ...]:
        """A shortest resource of every kind, at least as finely as `values` tell resources apart.

        All patterns at once are read once for all actions; where that would be too much, those of the action.
        """
        everything = _patterns(self._every, context)
        if everything not in self._too_many:
            try:
                return self._kinds(shape, everything, self._budget.part(PART))
            except WorkLimitError:
                self._too_many.add(everything)
        return self._kinds(shape, _patterns(values, context), self._budget.part(1))

    def _kinds(self, shape: str, patterns: tuple[Pattern, ...], budget: Budget) -> tuple[str, ...]:
        found = self._shortest.get((shape, patterns))
        if found is None:
            allowed = budget.left
            try:
                kinds = kinds_of_text(request_pattern(shape), (*patterns, *self._marks), budget)
            finally:
                self._budget.spend(allowed - max(budget.left, 0))
            found = self._shortest[shape, patterns] = tuple(kinds.values())
        return found

    def _readable(self, action: KnownAction, values: Values, context: Context) -> Iterator[str]:
        """Texts made up from the patterns that the action can be about."""
        shapes = [request_pattern(shape) for shape in action.resources]
        account = self._frame.principal.account
        service = action.name.partition(":")[0].lower()
        partition = partition_of(self._frame.principal.arn) or "aws"
        made = [f"arn:{partition}:{service}::{owner}:{EXAMPLE}" for owner in ("", account)]
        for pattern in (*action.resources, *(text for text, _ in values)):
            filled = read_template(pattern, wildcards=True, variables=True).fill(context) or ()
            texts = pattern_example(filled).split(":", ARN_FIELDS - 1)
            for place, text in ((1, partition), (3, ""), (4, account)):
                if len(texts) == ARN_FIELDS and texts[place] == EXAMPLE:
                    texts[place] = text
            made.append(":".join(texts))
        for text in made:
            if text != EXAMPLE and any(self._covers(shape, text) for shape in shapes):
                yield text


def pattern_example(parts: Sequence[Part]) -> str:
    """A text made up from a pattern: each run of any characters is a word."""
    return "".join(part if isinstance(part, str) else EXAMPLE if part is RUN else "x" for part in parts)


def _values(statements: Sequence[Statement]) -> Values:
    return tuple(
        {
            (value.text, statement.variables): None
            for statement in statements
            if statement.resource is not None
            for value in statement.resource.values
        }
    )


def _patterns(values: Values, context: Context) -> tuple[Pattern, ...]:
    found = (resource_pattern(text, context, variables=variables) for text, variables in values)
    return tuple(pattern for pattern in found if pattern is not None)


def _covers(statement: Statement, resource: str, context: Context) -> bool:
    return statement.resource is None or statement.resource.covers(resource, context)


def _rule_patterns(frame: Frame) -> Iterator[Pattern]:
    """What the rules of evaluation read from a resource besides patterns (`rules.py`)."""
    yield wildcard("*:role/*")
    yield wildcard("*:key/*")
    partition = partition_of(frame.principal.arn)
    if partition is not None:
        yield pattern_of_parts((f"arn:{partition}:", RUN))
        yield Pattern((*literal("arn:").tokens, _FIELD, one_of(":"), ANY_RUN))
    if frame.resource_account is None:
        yield _account(tuple(map(one_of, frame.principal.account)))
        yield _account((one_of("0123456789"),) * 12)


_FIELD = Token(frozenset(":"), negated=True, repeats=True)


def _account(tokens: tuple[Token, ...]) -> Pattern:
    """ARNs with this account."""
    head = literal("arn:").tokens
    for _ in range(3):
        head = (*head, _FIELD, one_of(":"))
    return Pattern((*head, *tokens, one_of(":"), ANY_RUN))
