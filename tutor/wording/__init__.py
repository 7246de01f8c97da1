"""Sentences for learners: every text of the interface, in Korean and English side by side."""

from .say import LANGUAGES, Language, catalogue, say

__all__ = ["LANGUAGES", "Language", "catalogue", "say"]
