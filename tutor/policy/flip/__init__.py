"""The least edit that turns a decision: which one thing to change, and what else that would allow.

Edits come from a fixed list (`EditKind`), are tried on the documents themselves and put to the evaluator.
They are data: where, what was there, what is there after. No sentence is made here.
"""

from .edits import Edit, EditKind, Flip, Proposal
from .search import flips, single_edits
from .wholes import NEW

__all__ = ["NEW", "Edit", "EditKind", "Flip", "Proposal", "flips", "single_edits"]
