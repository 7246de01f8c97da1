"""What a belief is."""

from collections.abc import Callable

from tutor.policy import Outcome

from ..scene import Scene

__all__ = ["Belief", "Bend"]

Bend = Callable[[Scene], Scene | None]
"""The scene as its holder reads it; None where the belief has no say. May raise PolicyError."""

Belief = Callable[[Scene], Outcome | None]
"""What its holder expects the request to get; None where it has no say. May raise PolicyError."""
