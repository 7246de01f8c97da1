"""Garbage is looked for while nobody types: looking through everything stops the screen for a moment."""

import gc
import time
from typing import TYPE_CHECKING, Final

from textual._styles_cache import StylesCache

if TYPE_CHECKING:
    from tutor.app.application import TutorApp

YOUNG: Final = (2_000, 10)
"""New objects, and rounds of them, after which Python looks for garbage among the new: a few milliseconds."""
NEVER: Final = 1_000_000
"""Rounds after which Python by itself would look through everything."""
OFTEN: Final = 1.0
"""Seconds between two looks whether somebody types."""
PAUSE: Final = 2.0
"""Seconds without a key after which nobody does."""
LONG: Final = 0.015
"""Seconds of a look through everything after which what it found alive is not looked through again."""
MANY: Final = 100
"""Rounds after which it is done though somebody types: that is, hardly ever."""


def collect_while_idle(app: "TutorApp") -> None:
    """From now on, in this process."""
    gc.set_threshold(*YOUNG, NEVER)
    app.set_interval(OFTEN, lambda: _look(app))


def _look(app: "TutorApp") -> None:
    rounds = gc.get_count()[2]
    quiet = time.monotonic() - app.touched > PAUSE and not len(app.workers)
    if rounds and (quiet or rounds > MANY):
        let_go_of_screens()
        began = time.thread_time()
        gc.collect()
        if time.thread_time() - began > LONG:
            gc.freeze()


def let_go_of_screens() -> None:
    """Textual remembers the colours of a thousand widgets, and with each the rows that it drew last."""
    StylesCache.get_inner_outer.cache_clear()


def account_was_opened(*, another: bool) -> None:
    """What was loaded stays; in place of another account it does not: the next look is through everything."""
    if another:
        gc.unfreeze()
    else:
        gc.freeze()
