"""A world as TinyDB tables, and back."""

from tutor.account.checkpoint.dump import dump
from tutor.account.checkpoint.load import load
from tutor.account.checkpoint.position import Position, entries_of

__all__ = ["Position", "dump", "entries_of", "load"]
