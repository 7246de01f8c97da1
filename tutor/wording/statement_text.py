"""One statement of a trace as lines of text: how its elements fared, with the values compared."""

from collections.abc import Iterator, Sequence
from typing import Final

from tutor.policy import Effect, ElementTrace, StatementTrace, ValueTrace

from .policy_names import policy_name, policy_phrase, shown
from .say import Language, say
from .weighed import negates

__all__ = ["STEP", "policy_name", "shown", "statement_lines"]

MOST_VALUES: Final = 3
STEP: Final = "  "


def statement_lines(
    language: Language, statement: StatementTrace, *, expand: bool, level: str = ""
) -> Iterator[str]:
    """Which statement it is, and the elements that do not fit, or with `expand` all of them.

    `level` is where in the organization its policy is attached.
    """
    yield STEP * 3 + _head(language, statement, level)
    for element in statement.elements:
        if expand or not element.matched:
            yield from _element(language, element)


def _head(language: Language, statement: StatementTrace, level: str) -> str:
    text = say(
        language,
        "trace.statement.sid" if statement.sid else "trace.statement",
        policy=policy_phrase(language, statement.source),
        number=statement.ref.statement + 1,
        sid=shown(statement.sid or ""),
        line=statement.start.line,
        effect=statement.effect,
    )
    if statement.through is not None:
        group = policy_name(statement.through)
        text = say(language, "trace.statement.inherited", statement=text, group=group)
    if level:
        text = say(language, "trace.statement.level", statement=text, level=level)
    sign = "·" if not statement.matched else "✗" if statement.effect is Effect.DENY else "✓"
    return f"{sign} {text}"


def _element(language: Language, element: ElementTrace) -> Iterator[str]:
    fared = "fits" if element.matched else "misses"
    if element.operator is not None:
        operator, key = shown(element.operator), shown(element.key or "")
        text = say(language, f"trace.condition.{fared}", operator=operator, key=key)
    elif not element.matched and element.element.startswith("Not"):
        text = say(language, "trace.element.lists", element=element.element)
    else:
        text = say(language, f"trace.element.{fared}", element=element.element)
    yield f"{STEP * 4}{'✓' if element.matched else '✗'} {text}"
    written = _some(language, [_value(language, value) for value in element.values])
    yield STEP * 5 + say(language, "trace.compare.written", values=written)
    if element.request_values:
        asked = _some(language, [shown(value) for value in element.request_values])
        yield STEP * 5 + say(language, "trace.compare.asked", values=asked)
        if element.operator is not None and not element.matched and negates(element.operator):
            yield STEP * 5 + say(language, "trace.condition.other", operator=shown(element.operator))
    else:
        yield STEP * 5 + say(language, "trace.compare.missing")


def _value(language: Language, value: ValueTrace) -> str:
    """A value of the policy; what its variables became, where it has some."""
    written = shown(value.text)
    if value.compared is None:
        return say(language, "trace.compare.unfilled", written=written)
    if value.compared != value.text:
        return say(language, "trace.compare.filled", written=written, filled=shown(value.compared))
    return written


def _some(language: Language, values: Sequence[str]) -> str:
    """The first few of several values."""
    text = ", ".join(values[:MOST_VALUES])
    more = len(values) - MOST_VALUES
    return say(language, "trace.compare.more", values=text, count=more) if more > 0 else text
