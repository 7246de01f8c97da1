"""The account as a tree; what the last command changed carries a sign. Only lines to be seen are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tutor.app.models.account_rows import Folding, TreeRow, names_beside, tree_rows
from tutor.app.models.outline import SEPARATOR, Branch, BranchKind, Changes, parent_path
from tutor.wording import Language, say
from tutor.wording.statement_text import shown

from .row_list import MARKED, Piece, RowList, fitted, walking

WORDS: Final = frozenset(
    {BranchKind.KEY, BranchKind.ATTACHED, BranchKind.INLINE, BranchKind.MEMBER, BranchKind.DEVICE}
)
"""Leaves that say what they are."""

HOLDERS: Final = frozenset({BranchKind.USER, BranchKind.GROUP, BranchKind.ROLE})
"""Branches that say in one line what they hold while they are folded."""

WHOLE: Final = 2
"""Branches above a user, a group and so on."""

FOLDED, UNFOLDED = "▶ ", "▼ "
MOST_NAMES: Final = {BranchKind.SECTION: 8}
FEW: Final = 5


class AccountTree(RowList, inherit_bindings=False):
    """Users, groups, policies and buckets; Enter or a click opens one."""

    DEFAULT_CSS = """
    AccountTree { background: transparent; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *walking("up", "down"),
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
        Binding("space", "turn_over", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A branch is to be looked at."""

        subject: str

    @dataclass
    class Passed(Message):
        """The mark stands on another branch."""

        subject: str

    def __init__(self, *, id: str | None = None, keeps_mark: bool = False) -> None:
        """`keeps_mark`: the marked branch is to be seen without the focus, too."""
        super().__init__(id=id)
        self.rows: list[TreeRow] = []
        """The lines to be seen."""
        self._keeps_mark = keeps_mark
        self._outline: Branch | None = None
        self._changes = Changes()
        self._language: Language = "ko"
        self._folding = Folding()
        self._query = ""

    def show(self, outline: Branch, changes: Changes, caller: str, language: Language) -> None:
        """Show the account as it is now, with the signs of what changed; the caller's user stands open."""
        shown_now = (self._outline, self._changes, self._folding.caller, self._language)
        if (outline, changes, caller, language) == shown_now:
            return
        calm = bool(self._changes) and not changes
        self._outline, self._changes, self._language = outline, changes, language
        self._folding.caller = caller
        self._lay_out()
        if calm:
            self.scroll_home(animate=False)
        else:
            self._scroll_to_change()

    @property
    def branch(self) -> Branch | None:
        """The marked one."""
        return self.rows[self.marked].branch if self.rows else None

    @property
    def subject(self) -> str:
        """What is marked, or nothing where that is gone."""
        row = self.rows[self.marked] if self.rows else None
        return "" if row is None or row.gone else row.branch.subject

    @property
    def made(self) -> str:
        """The subject of a whole new thing that the last command made; nothing if it made none."""
        added = self._changes.added
        new = [row.branch for row in self.rows if row.branch.path in added]
        return next((one.subject for one in new if one.path.count(SEPARATOR) == WHOLE), "")

    def seek(self, query: str) -> None:
        """Show only what fits; all again with nothing to look for."""
        self._query = query
        self._lay_out()
        if query and self.rows:
            found = next((at for at, row in enumerate(self.rows) if not row.foldable), 0)
            self.mark(found)

    def go_to(self, subject: str) -> None:
        """Mark what stands for a subject, unfolding what is above it."""
        if self._outline is None or subject == self.subject:
            return
        same = [branch for branch in self._outline.walk() if branch.subject == subject]
        found = next((one for one in same if one.kind not in WORDS), next(iter(same), None))
        if found is None:
            return
        path = found.path
        while path := parent_path(path):
            self._folding.chosen[path] = True
        self._lay_out(found.path)

    def _lay_out(self, path: str = "") -> None:
        """Find the lines anew; the mark goes to `path`, or stays where it was."""
        if self._outline is None:
            return
        path = path or (self.branch.path if self.branch else "")
        self.rows = tree_rows(self._outline, self._changes, self._folding, self._query)
        at = next((at for at, row in enumerate(self.rows) if row.branch.path == path), None)
        self.lay_out(len(self.rows), min(self.marked, len(self.rows) - 1) if at is None else at)

    def on_resize(self) -> None:
        """Another height: what changed stays to be seen."""
        super().on_resize()
        if not self.has_focus:
            self._scroll_to_change()

    def _scroll_to_change(self) -> None:
        gone = {branch.path for branch in self._changes.removed}
        touched = self._changes.added | self._changes.altered | gone
        for at, row in enumerate(self.rows):
            if row.branch.path in touched:
                self.call_after_refresh(self.scroll_to, y=max(at - self.size.height // 2, 0), animate=False)
                return

    # Folding.

    def action_unfold(self) -> None:
        """Show what is below; then go there."""
        row = self.rows[self.marked] if self.rows else None
        if row is not None and row.foldable and not row.open:
            self._fold(row, opened=True)
        elif row is not None and row.open:
            self.action_mark(1)

    def action_fold(self) -> None:
        """Hide what is below; then go to the branch above."""
        row = self.rows[self.marked] if self.rows else None
        if row is not None and row.open:
            self._fold(row, opened=False)
        elif row is not None:
            above = parent_path(row.branch.path)
            at = next((at for at, one in enumerate(self.rows) if one.branch.path == above), 0)
            self.mark(at)

    def action_turn_over(self) -> None:
        """Fold or unfold."""
        row = self.rows[self.marked] if self.rows else None
        if row is not None and row.foldable:
            self._fold(row, opened=not row.open)

    def _fold(self, row: TreeRow, *, opened: bool) -> None:
        self._folding.chosen[row.branch.path] = opened
        self._lay_out(row.branch.path)

    # Choosing.

    def mark(self, at: int) -> None:
        """Mark a branch and say so."""
        before = self.marked
        super().mark(at)
        if self.marked != before:
            self.post_message(self.Passed(self.subject))

    def action_open(self) -> None:
        """Look at the marked branch."""
        if self.subject:
            self.post_message(self.Chosen(self.subject))

    def on_click(self, event: events.Click) -> None:
        """A click on the arrow folds, elsewhere it opens."""
        event.stop()
        offset = event.get_content_offset(self)
        at = self.scroll_offset.y + (offset.y if offset else -1)
        if offset is None or not 0 <= at < len(self.rows):
            return
        row = self.rows[at]
        self.mark(at)
        if row.foldable and len(row.guides) <= offset.x < len(row.guides) + len(FOLDED):
            self._fold(row, opened=not row.open)
        else:
            self.action_open()

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """One line; the mark is to be seen where the keys go, elsewhere only if it is kept."""
        at, width = self.scroll_offset.y + y, self._row_width
        if at >= self.count:
            return Strip.blank(self.size.width, self._style("", ""))
        marked = at == self.marked and (self.has_focus or self._keeps_mark)
        if (strip := self._strips.get((at, marked))) is None:
            under = MARKED[self.has_focus] if marked else ""
            pieces = [Segment(text, self._style(style, under)) for text, style in self.draw(at, width)]
            strip = Strip(pieces).crop_extend(0, width, self._style("", under))
            self._strips[at, marked] = strip
        return strip.crop_extend(0, self.size.width, self._style("", ""))

    def draw(self, at: int, width: int) -> Sequence[Piece]:
        """Guides, arrow, sign, name, and what stands beside it."""
        row = self.rows[at]
        pieces = [(row.guides, "$hairline"), *self._label(row)]
        room = width
        fitting: list[Piece] = []
        for text, style in pieces:
            cells = Strip([Segment(text)]).cell_length
            if cells > room:
                fitting.append((fitted(text, room), style))
                break
            fitting.append((text, style))
            room -= cells
        return fitting

    def _label(self, row: TreeRow) -> Iterator[Piece]:
        branch = row.branch
        if row.foldable:
            yield (UNFOLDED if row.open else FOLDED), ""
        fresh = branch.path in self._changes.added
        if row.gone:
            yield "- ", "bold $error"
        elif fresh:
            yield "+ ", "bold $success"
        elif branch.path in self._changes.altered:
            yield "~ ", "bold $warning"
        yield from self._named(branch, "strike $error" if row.gone else "bold" if fresh else "")
        if not row.gone and (beside := self._beside(row)):
            yield f"  {beside}", "$quiet"

    def _named(self, branch: Branch, style: str) -> Iterator[Piece]:
        if branch.kind is BranchKind.SECTION:
            yield say(self._language, f"app.tree.{branch.name}"), style
        elif branch.kind is BranchKind.MORE:
            yield say(self._language, "app.tree.more", count=branch.name), "$quiet"
        else:
            if branch.kind in WORDS:
                yield say(self._language, f"app.tree.{branch.kind}") + " ", "$quiet"
            yield shown(branch.name), style

    def _beside(self, row: TreeRow) -> str:
        branch = row.branch
        names = shown(" · ".join(names_beside(branch, MOST_NAMES.get(branch.kind, FEW))))
        if branch.kind is BranchKind.SECTION:
            if not branch.children:
                return say(self._language, "app.tree.nothing")
            return branch.note if row.open and self._keeps_mark else "" if row.open else names
        if branch.kind in HOLDERS and not row.open:
            return names
        if branch.kind is BranchKind.ATTACHED and branch.note:
            return say(self._language, "app.tree.aws-managed")
        return shown(branch.note)
