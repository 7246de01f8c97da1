"""Resources told apart as far as policies and the rules of evaluation tell them apart."""

from collections.abc import Iterator, Sequence

from ..arn import ARN_FIELDS, partition_of
from ..context import Context
from ..document import Statement
from ..variables import read_template
from ..wildcards import RUN, Part, parts_of
from .budget import Budget
from .frame import Frame, KnownAction
from .languages import ANY_RUN, Pattern, Token, arn_fields, literal, one_of, pattern_of_parts, wildcard
from .product import kinds_of_text

__all__ = ["ResourceKinds", "request_pattern", "resource_pattern"]

EXAMPLE = "example"
"""What stands for a run of any characters in a text made up from a pattern."""


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


class ResourceKinds:
    """One resource for every way in which the statements about an action can cover it."""

    def __init__(self, frame: Frame, budget: Budget) -> None:
        self._frame = frame
        self._budget = budget
        self._marks = tuple(_rule_patterns(frame))
        self._found: dict[tuple[str, tuple[Pattern, ...]], tuple[str, ...]] = {}
        self._covered: dict[tuple[Pattern, str], bool] = {}

    def known(self, action: KnownAction) -> tuple[str, ...]:
        """The resources known to exist that the action can be about."""
        domains = [request_pattern(shape) for shape in action.resources]
        return tuple(
            resource
            for resource in self._frame.known_resources
            if any(self._covers(domain, resource) for domain in domains)
        )

    def of(self, action: KnownAction, statements: Sequence[Statement], context: Context) -> Iterator[str]:
        """A resource of every kind: known ones, else ones that read well, else shortest ones."""
        written = {
            (value.text, statement.variables): None
            for statement in statements
            if statement.resource is not None
            for value in statement.resource.values
        }
        found = (resource_pattern(text, context, variables=variables) for text, variables in written)
        patterns = tuple(pattern for pattern in found if pattern is not None)
        resources = [*self.known(action)]
        resources += self._readable(action, [text for text, _ in written], context)
        for shape in action.resources:
            resources += self._shortest(shape, (*patterns, *self._marks))
        kinds = set()
        for resource in resources:
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

    def _shortest(self, shape: str, patterns: tuple[Pattern, ...]) -> tuple[str, ...]:
        found = self._found.get((shape, patterns))
        if found is None:
            kinds = kinds_of_text(request_pattern(shape), patterns, self._budget)
            found = self._found[shape, patterns] = tuple(kinds.values())
        return found

    def _readable(self, action: KnownAction, written: Sequence[str], context: Context) -> Iterator[str]:
        """Texts made up from the patterns that the action can be about."""
        shapes = [request_pattern(shape) for shape in action.resources]
        account = self._frame.principal.account
        service = action.name.partition(":")[0].lower()
        partition = partition_of(self._frame.principal.arn) or "aws"
        made = [f"arn:{partition}:{service}::{owner}:{EXAMPLE}" for owner in ("", account)]
        for pattern in (*action.resources, *written):
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
