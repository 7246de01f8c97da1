"""What is shown with a generated question: its policies, and its request."""

from collections.abc import Iterable
from typing import Final

from tutor.policy import PolicyKind, Principal, PrincipalKind

from .papers import Paper
from .pieces import Code, Lines, Words, words
from .question import Exhibit
from .scene import Scene

__all__ = ["exhibits", "is_readable", "request_exhibit", "title"]

ROLES: Final = frozenset({PrincipalKind.ROLE, PrincipalKind.ASSUMED_ROLE})
LINES: Final = (24, 24, 24, 30, 34)
"""How many a document may have, by level."""
CELLS: Final = 76
"""How wide a line may be."""


def is_readable(papers: Iterable[Paper], level: int) -> bool:
    """Whether no document is too long for its level, and no line too wide."""
    for paper in papers:
        lines = paper.text.split("\n")
        if len(lines) > LINES[level - 1] or max(map(len, lines)) > CELLS:
            return False
    return True


def exhibits(papers: Iterable[Paper], caller: Principal) -> tuple[Exhibit, ...]:
    """The policies as they are shown with a question."""
    return tuple([Exhibit(title(paper, caller), Code(paper.text)) for paper in papers])


def title(paper: Paper, caller: Principal) -> Words:
    """What a policy is called: its kind, its name, and whose it is."""
    if paper.title is not None:
        return paper.title
    if paper.through is not None:
        return words("quiz.paper.group", name=paper.name, group=paper.through)
    if paper.kind in {PolicyKind.SCP, PolicyKind.RCP}:
        level = words(f"quiz.level.{paper.level}")
        return words(f"quiz.paper.{paper.kind}", name=paper.name, level=level)
    if paper.kind is PolicyKind.IDENTITY and caller.kind in ROLES:
        return words("quiz.paper.role", name=paper.name)
    return words(f"quiz.paper.{paper.kind}", name=paper.name)


def request_exhibit(scene: Scene, facts: Iterable[Words] = ()) -> Exhibit:
    """The request as it is shown with a question: who, what, on what, and what it carries that matters."""
    rows = [
        words("quiz.request.who", who=scene.principal.arn or words("quiz.request.nobody")),
        words("quiz.request.action", action=scene.action),
        words("quiz.request.resource", resource=scene.resource),
    ]
    if scene.resource_account is not None:
        rows.append(words("quiz.request.owner", account=scene.resource_account))
    texts = "\n".join(paper.text for paper in (*scene.papers, *scene.beside)).lower()
    for key, value in scene.context.items():
        if key.lower() in texts and key != "aws:PrincipalArn":
            rows.append(words("quiz.request.key", key=key, value=_shown(value)))
    rows += facts
    return Exhibit(words("quiz.request"), Lines(tuple(rows)), "text")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value)
    return ", ".join(map(str, value)) if isinstance(value, Iterable) else str(value)
