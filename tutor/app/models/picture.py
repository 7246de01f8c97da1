"""Everything that Learn shows at one moment, made by a worker and never changed."""

from dataclasses import dataclass

from tutor.wording.card import DecisionCard

from .heading import Heading
from .map import MapPicture
from .outline import Branch, Changes
from .page import LessonPage
from .visitor import Visitor


@dataclass(frozen=True, slots=True)
class Picture:
    """One moment of a lesson."""

    heading: Heading
    page: LessonPage
    outline: Branch
    changes: Changes
    caller: str
    """Name of the user who calls, or `root`."""
    card: DecisionCard | None
    map: MapPicture
    visitor: Visitor
    shows_map: bool = False
    """The step wants the map to be seen."""
    ghost: str = ""
    begin: str = ""
    secret: bool = False
    """The console waits for a password or a code."""
    asked: bool = False
    """The console waits for an answer."""
    place: str = ""
    """The instance whose shell this is; empty for the learner's own computer."""
    finished: bool = False
    """The lesson's last step is done."""
