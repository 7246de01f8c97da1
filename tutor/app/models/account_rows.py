"""The lines of the account's tree: only what is unfolded, with the guides before each name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from .outline import Branch, BranchKind, Changes, parent_path

ALWAYS_OPEN: Final = frozenset({"users", "policies"})
"""Headings that are unfolded until the learner folds them."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One line of the tree."""

    branch: Branch
    guides: str
    """`│ ├ ` and the like."""
    foldable: bool = False
    open: bool = False
    gone: bool = False
    """The last command took it away."""


class Folding:
    """Which branches are open: as the learner left them, or as they begin."""

    def __init__(self) -> None:
        self.chosen: dict[str, bool] = {}
        """Paths that the learner folded or unfolded."""
        self.caller = ""
        """Whose user begins unfolded."""

    def opens(self, branch: Branch, touched: frozenset[str]) -> bool:
        """Whether a branch shows what is below it; `touched` are above what the last command changed."""
        if branch.path in touched:
            return True
        if branch.path in self.chosen:
            return self.chosen[branch.path]
        if branch.kind is BranchKind.ACCOUNT:
            return True
        if branch.kind is BranchKind.SECTION:
            return branch.name in ALWAYS_OPEN
        return branch.kind is BranchKind.USER and branch.name == self.caller


def tree_rows(root: Branch, changes: Changes, folding: Folding, query: str = "") -> list[TreeRow]:
    """Every line to be seen; with a query what it fits, and the branches above that."""
    gone: dict[str, list[Branch]] = {}
    for branch in changes.removed:
        gone.setdefault(parent_path(branch.path), []).append(branch)
    words = query.lower().split()
    if words:
        root = _fitting(root, words) or Branch(root.path, root.kind, root.name, root.note, (), root.subject)
        gone = {}
    walk = _Walk(gone, folding, _ancestors(changes), bool(words))
    walk.add(root, "", "")
    return walk.rows


def _ancestors(changes: Changes) -> frozenset[str]:
    paths: set[str] = set()
    for path in (*changes.added, *changes.altered, *(branch.path for branch in changes.removed)):
        while (path := parent_path(path)) and path not in paths:
            paths.add(path)
    return frozenset(paths)


@dataclass(slots=True)
class _Walk:
    """Goes through the outline once."""

    gone: Mapping[str, list[Branch]]
    folding: Folding
    touched: frozenset[str]
    searching: bool
    rows: list[TreeRow] = field(default_factory=list)

    def add(self, branch: Branch, before: str, below: str) -> None:
        """A branch behind its guides, and what is below it with the guides that go on."""
        lost = self.gone.get(branch.path, ())
        foldable = bool(branch.children or lost)
        opened = foldable and (self.searching or self.folding.opens(branch, self.touched))
        self.rows.append(TreeRow(branch, before, foldable, opened))
        if not opened:
            return
        last = len(branch.children) + len(lost) - 1
        for number, child in enumerate(branch.children):
            guide, deeper = ("└ ", "  ") if number == last else ("├ ", "│ ")
            if child.children or child.path in self.gone:
                self.add(child, below + guide, below + deeper)
            else:
                self.rows.append(TreeRow(child, below + guide))
        for number, child in enumerate(lost, start=len(branch.children)):
            self.rows.append(TreeRow(child, below + ("└ " if number == last else "├ "), gone=True))


def _fitting(branch: Branch, words: list[str]) -> Branch | None:
    """The branch with what fits below it; None if nothing does. All of a branch that fits itself is kept."""
    if branch.kind is not BranchKind.ACCOUNT and _fits(branch, words):
        return Branch(branch.path, branch.kind, branch.name, branch.note, (), branch.subject)
    children = tuple(found for child in branch.children if (found := _fitting(child, words)) is not None)
    if not children:
        return None
    return Branch(branch.path, branch.kind, branch.name, branch.note, children, branch.subject)


def _fits(branch: Branch, words: list[str]) -> bool:
    if branch.kind is BranchKind.SECTION:
        return False
    text = f"{branch.name} {branch.subject}".lower()
    return all(word in text for word in words)


def names_beside(branch: Branch, most: int) -> Iterator[str]:
    """What a folded branch names of what it holds."""
    for child in branch.children[:most]:
        yield child.name
