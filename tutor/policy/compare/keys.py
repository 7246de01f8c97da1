"""The values of one condition key, told apart as far as the conditions on it tell them apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import Final

from ..arn import ARN_FIELDS
from ..conditions import Condition
from ..context import Context, ContextValue
from ..operators import NEGATED
from ..variables import read_template
from ..vocabulary import OperatorName
from .answer import DoubtKind
from .budget import Budget
from .languages import Pattern, arn_fields, ignoring_case, literal, pattern_of_parts, wildcard
from .points import OutOfRangeError, addresses_around, dates_around, numbers_around
from .product import EVERYTHING, kinds_of_text
from .templates import EXAMPLE, example_of

__all__ = ["KeyUse", "KeyValues", "key_values"]


class Family(Enum):
    """What a value is read as."""

    TEXT = "text"
    ARN = "arn"
    BOOLEAN = "boolean"
    NUMBER = "number"
    DATE = "date"
    ADDRESS = "address"
    BINARY = "binary"


FAMILIES: Final = {
    "String": Family.TEXT,
    "Arn": Family.ARN,
    "Bool": Family.BOOLEAN,
    "Numeric": Family.NUMBER,
    "Date": Family.DATE,
    "IpAddress": Family.ADDRESS,
    "Binary": Family.BINARY,
}
READ_AS_TEXT: Final = frozenset({Family.TEXT, Family.ARN, Family.BOOLEAN})
ARNS: Final = wildcard("*:*:*:*:*:*")


@dataclass(frozen=True, slots=True)
class KeyUse:
    """A condition, with what is needed to read its values."""

    condition: Condition
    operator: OperatorName
    variables: bool
    """Whether `${...}` is special in the document."""

    @property
    def base(self) -> str:
        """The operator, a negated one as its opposite."""
        return NEGATED.get(self.operator.base, self.operator.base)

    @property
    def family(self) -> Family | None:
        """What the operator reads values as; None for `Null`."""
        return next((family for start, family in FAMILIES.items() if self.base.startswith(start)), None)

    @property
    def values(self) -> tuple[str, ...]:
        """What the document says."""
        return tuple(value.text for value in self.condition.values)

    def patterns(self, context: Context) -> Iterator[tuple[Pattern, str]]:
        """The language of each value, variables filled, and a text of it."""
        wild = self.base.endswith("Like") or self.family is Family.ARN
        for text in self.values:
            template = read_template(text, wildcards=wild, variables=self.variables)
            parts = template.fill(context)
            if parts is None:
                continue
            example = example_of(parts)
            if self.base == "StringLike":
                yield pattern_of_parts(parts), example
            elif self.family is Family.ARN:
                fields = [field.fill(context) or () for field in template.fields(ARN_FIELDS)]
                if len(fields) == ARN_FIELDS:
                    yield arn_fields(fields), example
            elif self.base == "StringEquals":
                yield literal(example), example
            else:
                yield ignoring_case(example), example


@dataclass(frozen=True, slots=True)
class KeyValues:
    """What a key can hold, one value for every combination of conditions that can hold together."""

    options: tuple[ContextValue | None, ...]
    """None: the request does not carry the key."""
    doubt: DoubtKind | None = None
    """Why there may be more than these."""


def key_values(
    key: str, uses: Sequence[KeyUse], unique_ids: Sequence[str], context: Context, budget: Budget
) -> KeyValues:
    """The values of a key that no request has yet; `context` holds the keys that variables name.

    `unique_ids` are patterns that Principal elements compare with the key, besides its conditions.
    """
    texts, doubt = _texts(uses, unique_ids, context, budget)
    over_sets = [use for use in uses if use.operator.over is not None]
    over_single = len(over_sets) < sum(use.family is not None for use in uses)
    options: list[ContextValue | None] = [None]
    if over_single or not over_sets:
        options += [ContextValue((text,)) for text in texts]
    if over_sets:
        atoms = list(_told_apart(key, uses, (), [ContextValue((text,), True) for text in texts], context))
        # A larger set has a part of this size that fares alike: one value a condition that needs one.
        for size in range(1, max(1, len(over_sets)) + 1):
            for chosen in combinations(atoms, size):
                budget.spend()
                options.append(ContextValue(tuple(atom.values[0] for atom in chosen if atom), True))
    return KeyValues(tuple(_told_apart(key, uses, unique_ids, options, context)), doubt)


def _told_apart(
    key: str,
    uses: Sequence[KeyUse],
    unique_ids: Sequence[str],
    options: Sequence[ContextValue | None],
    context: Context,
) -> Iterator[ContextValue | None]:
    """The first option of every kind."""
    seen = set()
    for option in options:
        entries = {name: value for name, value in context.entries.items() if name != key}
        carried = Context(entries if option is None else {**entries, key: option})
        single = carried.single(key)
        kind = (
            *(use.condition.holds(carried) for use in uses),
            *(single is not None and wildcard(pattern).covers(single) for pattern in unique_ids),
        )
        if kind not in seen:
            seen.add(kind)
            yield option


def _texts(
    uses: Sequence[KeyUse], unique_ids: Sequence[str], context: Context, budget: Budget
) -> tuple[list[str], DoubtKind | None]:
    families = {use.family for use in uses if use.family is not None}
    if unique_ids:
        families.add(Family.TEXT)
    texts: list[str] = []
    doubt = DoubtKind.MIXED_KEY if len(families) > 1 and not families <= READ_AS_TEXT else None
    if families & READ_AS_TEXT or not families:
        texts += _words(families, uses, unique_ids, context, budget)
    for family, around in (
        (Family.NUMBER, numbers_around),
        (Family.DATE, dates_around),
        (Family.ADDRESS, addresses_around),
    ):
        if family in families:
            try:
                texts += around([text for use in uses if use.family is family for text in use.values])
            except OutOfRangeError:
                doubt = DoubtKind.OUT_OF_RANGE
    if Family.BINARY in families:
        texts += [text for use in uses if use.family is Family.BINARY for text in use.values]
        texts += [_other_binary(texts)]
    return texts, doubt


def _words(
    families: set[Family],
    uses: Sequence[KeyUse],
    unique_ids: Sequence[str],
    context: Context,
    budget: Budget,
) -> list[str]:
    """Texts for every combination of text values; those that read well come first."""
    if families == {Family.BOOLEAN}:
        return ["true", "false"]
    written = [pair for use in uses if use.family in READ_AS_TEXT for pair in use.patterns(context)]
    patterns = tuple(
        {pattern: None for pattern, _ in written} | {wildcard(text): None for text in unique_ids}
    )
    domain = ARNS if families == {Family.ARN} else EVERYTHING
    made = (*(example for _, example in written), EXAMPLE, f"arn:aws:s3:::{EXAMPLE}")
    readable = [text for text in made if domain.covers(text)]
    return [*readable, *kinds_of_text(domain, patterns, budget).values()]


def _other_binary(texts: Sequence[str]) -> str:
    """Base64 text that is none of these."""
    other = "bm9uZQ=="
    while other in texts:
        other = "bm9u" + other
    return other
