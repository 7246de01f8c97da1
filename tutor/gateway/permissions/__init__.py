"""Who may do what to what: the whole account as a table of principals and requests, with the last change."""

from .axes import Axes, Column, Row, axes_of
from .change import Change, last_change
from .narrow import narrowed, sought_by
from .survey import Key, Survey
from .verdict import Cell, Why

__all__ = [
    "Axes",
    "Cell",
    "Change",
    "Column",
    "Key",
    "Row",
    "Survey",
    "Why",
    "axes_of",
    "last_change",
    "narrowed",
    "sought_by",
]
