"""What a learner probably believed when a goal fails, by the ids of `notes/misconceptions.md`.

Each detector is a function from the evidence (goal, decision, policies, world, history) to yes or no; the
sentences are `detect.<id>` of the wording.
"""

from .detectors import DETECTORS, detect
from .evidence import Evidence
from .ids import (
    ASKED_ONLY,
    DENY_ELSEWHERE,
    KNOWN,
    MISCONCEPTIONS,
    SLIPS,
    TRUST_MISSES_CALLER,
    WRONG_PRINCIPAL,
)
from .look import misconceptions_of

__all__ = [
    "ASKED_ONLY",
    "DENY_ELSEWHERE",
    "DETECTORS",
    "KNOWN",
    "MISCONCEPTIONS",
    "SLIPS",
    "TRUST_MISSES_CALLER",
    "WRONG_PRINCIPAL",
    "Evidence",
    "detect",
    "misconceptions_of",
]
