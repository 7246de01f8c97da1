"""A rehearsal: what is done in it is taken back, in the account, the files, the record and the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .book import Book
from .checker import Checker

if TYPE_CHECKING:
    from tutor.account import Save
    from tutor.gateway import Console


@contextmanager
def rehearsal(book: Book, checker: Checker, save: "Save", console: "Console") -> Iterator[None]:
    """A block whose deeds are taken back, and never count for the history."""
    head, first = save.head or 0, checker.journal_end() + 1
    record, shell = deepcopy(book.record), console.shell
    console.shell = replace(shell, variables=dict(shell.variables), exported=set(shell.exported))
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        copytree(console.workspace, kept)
        try:
            yield
        finally:
            rmtree(console.workspace)
            copytree(kept, console.workspace)
            save.goto(head)
            console.shell, book.record = shell, record
            checker.unseen += (range(first, checker.journal_end() + 1),)
