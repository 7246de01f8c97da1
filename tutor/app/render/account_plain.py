"""A detail as plain text."""

from collections.abc import Iterator

from tutor.app.models.account_detail import Detail


def plain_detail(detail: Detail) -> Iterator[str]:
    """The whole detail as text without colours, a row a line."""
    yield f"{detail.title} ({detail.kind})" if detail.kind else detail.title
    for section in detail.sections:
        yield ""
        yield f"{section.title} ({section.count})" if section.count else section.title
        for row in section.rows:
            sign = f"{row.sign} " if row.sign else ""
            label = f"{row.label}: " if row.label else ""
            note = f" ({row.note})" if row.note else ""
            yield "  " * (row.depth + 1) + sign + label + row.text + note
