"""Signs in their colours, as content."""

from textual.content import Content

from tutor.wording.signs import COLOURS, SIGNS


def outcome_sign(outcome: str) -> Content:
    """The sign of an outcome in its colour."""
    return Content.styled(SIGNS[outcome], f"bold {COLOURS[outcome]}")


def goal_mark(passed: bool | None) -> Content:
    """`✓` reached, `·` not asked yet, `○` still open."""
    if passed:
        return Content.styled("✓", "bold $success")
    return Content.styled("·" if passed is None else "○", "$quiet")


def keep_mark(passed: bool | None) -> Content:
    """`✓` the work goes on, `✗` it stands still."""
    return Content.styled("✓", "$success") if passed is not False else Content.styled("✗", "bold $error")
