"""Whether the actions of a statement exist."""

from collections.abc import Iterator

from .finding import Finding
from .written import WrittenStatement

__all__ = ["check_actions"]


def check_actions(statement: WrittenStatement) -> Iterator[Finding]:
    """Services and actions that do not exist, and patterns that cover none."""
    reading = statement.reading
    catalogue = reading.catalogue
    for text in statement.texts("Action", "NotAction"):
        written = text.value
        prefix, _, name = written.partition(":")
        if prefix == "*" or reading.matches(written):
            continue
        nearest = catalogue.nearest_actions(written)
        if catalogue.service(prefix) is None:
            yield statement.finding("unknown-service", text, nearest, other=prefix)
        elif "*" in name or "?" in name:
            yield statement.finding("pattern-without-action", text, nearest)
        else:
            yield statement.finding("unknown-action", text, nearest)
