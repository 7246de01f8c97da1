"""Tests of the full-screen app."""
