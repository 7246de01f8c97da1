"""Immutable pictures of what the screens show; plain data, made in workers, read by widgets."""
