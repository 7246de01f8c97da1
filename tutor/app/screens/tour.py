"""The tour of Learn: once, after the first line that went through, and whenever it is asked for."""

from typing import Final

from textual import on
from textual.widget import Widget

from tutor.app.desk import Turn
from tutor.app.widgets.tour_strip import TourStrip
from tutor.wording import Language

from .lesson_doors import LessonDoors

TOUR: Final = "tour"
"""The setting that keeps whether the tour is wanted still or was offered."""
TOURED: Final = "-toured"


class LessonTour(LessonDoors):
    """Shows the stops one by one below the console; nothing of it takes a key from the console."""

    @property
    def tour(self) -> TourStrip | None:
        """The stop that is shown."""
        return next(iter(self.query(TourStrip)), None)

    def offer_tour(self, turn: Turn) -> None:
        """On the first run, when the first request has gone through."""
        result = turn.result
        if self.tutor.wants_tour and result is not None and result.rc == 0 and result.events:
            self.tutor.wants_tour = False
            self.tutor.keep(TOUR, "offered")
            self.action_tour()

    def action_tour(self) -> None:
        """Begin the tour, or go on to its next stop."""
        strip = self.tour
        if strip is None:
            key = next(one.key_label for one in self.commands if one.id == "tour")
            self.mount(TourStrip(key, self.language), after=self.console)
            self._point("console")
        elif strip.is_last:
            self.end_tour()
        else:
            strip.go_on()
            self._point(strip.stop)

    def end_tour(self) -> bool:
        """Close the tour; False if none is shown."""
        strip = self.tour
        if strip is not None:
            self._point("")
            strip.remove()
        return strip is not None

    @on(TourStrip.Clicked)
    def _clicked(self) -> None:
        self.action_tour()

    def _point(self, stop: str) -> None:
        """Mark the part of the screen that is spoken of."""
        parts: dict[str, Widget] = {
            "console": self.console,
            "decision": self.decision_line if self.decision_line.display else self.query_one("#decision-box"),
            "account": self.account,
            "text": self.lesson,
        }
        for name, part in parts.items():
            part.set_class(name == stop, TOURED)

    async def speak(self, language: Language) -> None:
        """Say the stop in another language too."""
        await super().speak(language)
        if self.tour is not None:
            self.tour.speak(language)
