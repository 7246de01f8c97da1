"""Policy variables: `${aws:username}`, `${key, 'default'}`, and `${*}` for a literal star.

`spec/iam-facts.md` 4.2. Only documents of version 2012-10-17 have variables; before, the text is literal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .context import Context
from .wildcards import Part, parts_of

__all__ = ["Template", "Variable", "filled_text", "read_template"]


@dataclass(frozen=True, slots=True)
class Variable:
    """A place that takes a value of the request."""

    key: str
    """The condition key, as written."""
    default: str | None
    """What stands there when the request does not carry the key."""


@dataclass(frozen=True, slots=True)
class Template:
    """A policy value, taken apart."""

    parts: tuple[Part | Variable, ...]

    @property
    def has_variables(self) -> bool:
        """Whether the value depends on the request."""
        return any(isinstance(part, Variable) for part in self.parts)

    def fill(self, context: Context) -> tuple[Part, ...] | None:
        """The parts with values of the request put in; None when a variable has no value.

        What a request brings in is literal, also where it holds a wildcard character.
        """
        filled: list[Part] = []
        for part in self.parts:
            if isinstance(part, Variable):
                value = context.single(part.key)
                if value is None:
                    value = part.default
                if value is None:
                    return None
                filled.append(value)
            else:
                filled.append(part)
        return tuple(filled)

    def fields(self, count: int) -> "tuple[Template, ...]":
        """The template cut at its first `count - 1` colons; colons inside a variable do not count."""
        fields: list[list[Part | Variable]] = [[]]
        for part in self.parts:
            if not isinstance(part, str):
                fields[-1].append(part)
                continue
            first, *others = part.split(":", count - len(fields))
            if first:
                fields[-1].append(first)
            fields.extend([other] if other else [] for other in others)
        return tuple(Template(tuple(field)) for field in fields)


def filled_text(text: str, context: Context, *, variables: bool) -> str | None:
    """A policy value with the request's values in place of variables; None when one has no value."""
    if not variables or "${" not in text:
        return text
    parts = read_template(text, wildcards=False, variables=variables).fill(context)
    return None if parts is None else "".join(part for part in parts if isinstance(part, str))


def read_template(text: str, *, wildcards: bool, variables: bool) -> Template:
    """Takes a policy value apart; without `wildcards` a plain `*` or `?` is literal."""
    if not variables or "${" not in text:
        return Template(tuple(_plain(text, wildcards)))
    parts: list[Part | Variable] = []
    offset = 0
    for start, end, special in _variables(text):
        parts += _plain(text[offset:start], wildcards)
        parts.append(special)
        offset = end
    parts += _plain(text[offset:], wildcards)
    return Template(tuple(_merged(parts) if offset else parts))


def _plain(text: str, wildcards: bool) -> Sequence[Part]:
    if wildcards:
        return parts_of(text)
    return (text,) if text else ()


def _variables(text: str) -> Iterator[tuple[int, int, str | Variable]]:
    """Each `${...}` that means something: start, end, what it stands for. There is none inside another."""
    start = text.find("${")
    while start >= 0:
        following = text.find("${", start + 2)
        end = text.find("}", start, following if following >= 0 else len(text))
        special = None if end < 0 else _special(text[start + 2 : end])
        if special is not None:
            yield start, end + 1, special
        start = following


def _special(inner: str) -> str | Variable | None:
    """What `${inner}` stands for; None when it is no variable."""
    if inner in {"*", "?", "$"}:
        return inner
    key, comma, default = inner.partition(",")
    if not key.strip():
        return None
    if not comma:
        return Variable(key.strip(), None)
    default = default.strip()
    if len(default) < 2 or default[0] != "'" or default[-1] != "'":
        return None
    return Variable(key.strip(), default[1:-1])


def _merged(parts: Sequence[Part | Variable]) -> Iterator[Part | Variable]:
    literal = ""
    for part in parts:
        if isinstance(part, str):
            literal += part
            continue
        if literal:
            yield literal
            literal = ""
        yield part
    if literal:
        yield literal
