"""Compares policies: a request that one set allows and another does not, or the proof that there is none.

Requests are sorted into kinds that policies cannot tell apart: patterns are read as languages, conditions
as finitely many cases. One request of each kind is put to the evaluator, so what is found is true, and
where all kinds were tried, finding nothing is a proof within the frame: its actions, its principal, values
that operators can read. Where kinds cannot be listed completely the answer is `Undecided`, with the reason.
"""

from .answer import Answer, Comparison, Doubt, DoubtKind, NoWitness, Undecided, Witness
from .budget import WorkLimitError
from .frame import Frame, KnownAction, Need
from .known import catalogue_actions
from .product import contains, shortest_text
from .separate import compare, surplus, witness

__all__ = [
    "Answer",
    "Comparison",
    "Doubt",
    "DoubtKind",
    "Frame",
    "KnownAction",
    "Need",
    "NoWitness",
    "Undecided",
    "Witness",
    "WorkLimitError",
    "catalogue_actions",
    "compare",
    "contains",
    "shortest_text",
    "surplus",
    "witness",
]
