"""Misconceptions that a decision shows: where each is seen, and the near misses where it must not be."""

import pytest

from tutor.course.detect import DETECTORS, detect

from .beliefs_missed import MISSED
from .beliefs_shown import SHOWN
from .situations import Situation


def _rows(table: dict[str, tuple[Situation, ...]]) -> list[tuple[str, Situation]]:
    return [(name, situation) for name, situations in table.items() for situation in situations]


def _ids(table: dict[str, tuple[Situation, ...]]) -> list[str]:
    return [f"{name}-{number}" for name, situations in table.items() for number in range(len(situations))]


@pytest.mark.parametrize(("name", "situation"), _rows(SHOWN), ids=_ids(SHOWN))
def test_the_belief_shows(name: str, situation: Situation) -> None:
    assert name in detect(situation())


@pytest.mark.parametrize(("name", "situation"), _rows(MISSED), ids=_ids(MISSED))
def test_a_near_miss_is_no_belief(name: str, situation: Situation) -> None:
    assert name not in detect(situation())


def test_each_is_seen_twice_and_missed_twice() -> None:
    assert set(SHOWN) == set(MISSED)
    assert set(SHOWN) <= {name for name, _ in DETECTORS}
    for table in (SHOWN, MISSED):
        assert all(len(situations) >= 2 for situations in table.values())
