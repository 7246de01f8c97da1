"""Fixtures of floor 2."""

import pytest

from tests.account.people import Person, fresh_save


@pytest.fixture
def root() -> Person:
    """The root user of an empty account."""
    return Person(fresh_save())
