"""What stands on the settings screen."""

from dataclasses import dataclass

from tutor.app.registry import Command


@dataclass(frozen=True, slots=True)
class Title:
    """Above a group of settings; cannot be marked."""

    text: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """A setting with a few values."""

    name: str
    """`language`, `theme` or `motion`."""
    label: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class KeyOf:
    """A command and its key."""

    command: Command
    """With the key that it has now."""
    place: str
    label: str
    first: str
    """The key that the app gave it, as a reader knows it; empty if it still has that one."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Puts all keys back."""

    label: str


SettingRow = Title | OneOf | KeyOf | Reset
