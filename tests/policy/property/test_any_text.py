"""Any text ends in a document or in a PolicyError, in time that grows with its length."""

import os
import random
import sys
import time
from contextlib import suppress
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.hostile import HOSTILE
from tests.policy.mutations import mutated, read_or_refused
from tutor.policy import PolicyError, PolicyKind, parse_policy

from .strategies import LAW

FEW = 4_000
MANY = int(os.environ.get("TEXTS", "1000000"))
USUAL, LONGEST = 10_240, 131_072
"""Characters of the longest inline policy, and of what the service reads at all (spec 1.3)."""


@settings(LAW, max_examples=120)
@given(text=st.text() | st.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape")))
def test_noise(text: str) -> None:
    assert not read_or_refused(text, random.Random(0))


def outcomes(seeds: range) -> set[bool]:
    return {read_or_refused(mutated(dice), dice) for dice in map(random.Random, seeds)}


def test_policies_with_faults() -> None:
    assert outcomes(range(FEW)) == {True, False}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_in_steps_that_grow_with_their_length(name: str) -> None:
    short, long = steps(HOSTILE[name](USUAL // 4)), steps(HOSTILE[name](USUAL))
    assert long <= 4.5 * short + 500


def steps(text: str) -> int:
    """How many functions are called to read a text."""
    count = 0

    def call(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(call)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


def read(text: str) -> None:
    with suppress(PolicyError):
        parse_policy(text)


@pytest.mark.parametrize("kind", PolicyKind)
@pytest.mark.parametrize("opening", ["[", '{"a":', '{"Statement":[', '"', "\\", "{", "}"])
def test_deep_and_broken_texts_of_the_greatest_length(opening: str, kind: PolicyKind) -> None:
    with pytest.raises(PolicyError):
        parse_policy(opening * (LONGEST // len(opening)), kind)


def test_nesting_over_32_ends_the_reading_and_says_so() -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy("[" * 33 + "]" * 33)
    assert caught.value.fault == "too-deep"
    with pytest.raises(PolicyError) as caught:
        parse_policy("[" * 32 + "]" * 32)
    assert caught.value.fault != "too-deep"


@pytest.mark.long
@pytest.mark.parametrize("half", [0, 1])
def test_a_million_policies_with_faults(half: int) -> None:
    assert outcomes(range(FEW + half, FEW + MANY, 2)) == {True, False}


@pytest.mark.long
@pytest.mark.parametrize(("size", "most"), [(USUAL, 0.050), (LONGEST, 0.250)])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_in_time(name: str, size: int, most: float) -> None:
    text = HOSTILE[name](size)
    assert min(seconds(text) for _ in range(5)) < most


def seconds(text: str) -> float:
    """Processor time to read a text."""
    start = time.process_time()
    read(text)
    return time.process_time() - start
