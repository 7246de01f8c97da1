"""The account as a tree; what the last command changed carries a sign."""

from typing import Final

from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from tutor.app.models.outline import Branch, BranchKind, Changes, parent_path
from tutor.wording import Language, say

WORDS: Final = frozenset(
    {BranchKind.KEY, BranchKind.ATTACHED, BranchKind.INLINE, BranchKind.MEMBER, BranchKind.DEVICE}
)
"""Leaves that say what they are."""

HOLDERS: Final = frozenset({BranchKind.USER, BranchKind.GROUP, BranchKind.ROLE})
"""Branches that say in one line what they hold while they are folded."""


class AccountTree(Tree[Branch]):
    """Users, groups, policies and buckets."""

    DEFAULT_CSS = """
    AccountTree {
        background: transparent;
        padding: 0 1;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .tree--guides, & > .tree--guides-hover, & > .tree--guides-selected { color: $hairline; }
        &:blur > .tree--cursor { background: transparent; color: $foreground; text-style: none; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(Text(""), id=id)
        self.guide_depth = 2
        self._outline: Branch | None = None
        self._changes = Changes()
        self._language: Language = "ko"
        self._caller = ""
        self._unfolded: dict[str, bool] = {}

    def show(self, outline: Branch, changes: Changes, caller: str, language: Language) -> None:
        """Show the account as it is now, with the signs of what changed; the caller's user stands open."""
        shown = (self._outline, self._changes, self._caller, self._language)
        if (outline, changes, caller, language) == shown:
            return
        calm = bool(self._changes) and not changes
        self._outline, self._changes, self._caller, self._language = outline, changes, caller, language
        self._draw()
        self.call_after_refresh(self.scroll_home if calm else self._scroll_to_change, animate=False)

    def on_mount(self) -> None:
        """Labels hold colours: draw them anew in another theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw())

    def _draw(self) -> None:
        if self._outline is not None:
            self._remember(self.root)
            self.reset(self._label(self._outline), self._outline)
            self._fill(self.root, self._outline)
            self.root.expand()

    def on_tree_node_expanded(self, event: "Tree.NodeExpanded[Branch]") -> None:
        """An open branch shows what it holds below, not beside."""
        if event.node.data:
            event.node.set_label(self._label(event.node.data, unfolded=True))

    def on_tree_node_collapsed(self, event: "Tree.NodeCollapsed[Branch]") -> None:
        """A folded branch names what it holds."""
        if event.node.data:
            event.node.set_label(self._label(event.node.data))

    def _remember(self, node: TreeNode[Branch]) -> None:
        if node.data and node.allow_expand:
            self._unfolded[node.data.path] = node.is_expanded
        for child in node.children:
            self._remember(child)

    def _fill(self, node: TreeNode[Branch], branch: Branch) -> None:
        for child in branch.children:
            if child.children or self._gone_below(child.path):
                unfolded = self._opens(child)
                below = node.add(self._label(child, unfolded=unfolded), child, expand=unfolded)
                self._fill(below, child)
            else:
                node.add_leaf(self._label(child), child)
        for gone in self._gone_below(branch.path):
            node.add_leaf(self._gone(gone), gone)

    def _gone_below(self, path: str) -> list[Branch]:
        return [gone for gone in self._changes.removed if parent_path(gone.path) == path]

    @property
    def _touched(self) -> frozenset[str]:
        gone = {branch.path for branch in self._changes.removed}
        return self._changes.added | self._changes.altered | gone

    def _opens(self, branch: Branch) -> bool:
        if any(path != branch.path and path.startswith(branch.path) for path in self._touched):
            return True
        if branch.path in self._unfolded:
            return self._unfolded[branch.path]
        if branch.kind is BranchKind.SECTION:
            return branch.name in {"users", "policies"}
        return branch.kind is BranchKind.USER and branch.name == self._caller

    def _label(self, branch: Branch, *, unfolded: bool = False) -> Text:
        text = Text(no_wrap=True, end="")
        fresh = branch.path in self._changes.added
        if fresh:
            text.append("+ ", self._style("success", bold=True))
        elif branch.path in self._changes.altered:
            text.append("~ ", self._style("warning", bold=True))
        self._append_name(text, branch, Style(bold=True) if fresh else Style())
        beside = self._beside(branch, unfolded=unfolded)
        if beside:
            text.append(f"  {beside}", self._style("quiet"))
        return text

    def _append_name(self, text: Text, branch: Branch, style: Style) -> None:
        if branch.kind is BranchKind.SECTION:
            text.append(say(self._language, f"app.tree.{branch.name}"), style)
        elif branch.kind is BranchKind.MORE:
            text.append(say(self._language, "app.tree.more", count=branch.name), self._style("quiet"))
        else:
            if branch.kind in WORDS:
                text.append(say(self._language, f"app.tree.{branch.kind}") + " ", self._style("quiet"))
            text.append(branch.name, style)

    def _beside(self, branch: Branch, *, unfolded: bool) -> str:
        if branch.kind is BranchKind.SECTION:
            if not branch.children:
                return say(self._language, "app.tree.nothing")
            return "" if unfolded else " · ".join(child.name for child in branch.children[:8])
        if branch.kind in HOLDERS and not unfolded:
            return " · ".join(child.name for child in branch.children[:5])
        if branch.kind is BranchKind.ATTACHED and branch.note:
            return say(self._language, "app.tree.aws-managed")
        return branch.note

    def _gone(self, branch: Branch) -> Text:
        text = Text(no_wrap=True, end="")
        text.append("- ", self._style("error", bold=True))
        self._append_name(text, branch, self._style("error", strike=True))
        return text

    def _style(self, variable: str, *, bold: bool = False, strike: bool = False) -> Style:
        colour = Color.parse(self.app.theme_variables[variable]).rich_color
        return Style(color=colour, bold=bold, strike=strike)

    def _scroll_to_change(self, *, animate: bool) -> None:
        touched = self._touched
        for node in self._tree_nodes.values():
            if node.data and node.data.path in touched and node.line >= 0:
                self.scroll_to_node(node, animate=animate)
                return
