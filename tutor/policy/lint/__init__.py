"""Hints about policies that the service accepts: what cannot work, what opens more than it seems to."""

from .finding import Finding, Severity
from .run import LIMIT, lint

__all__ = ["LIMIT", "Finding", "Severity", "lint"]
