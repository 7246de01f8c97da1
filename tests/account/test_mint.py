"""Ids and secrets (spec/iam-facts.md 1.2)."""

import re

from tutor.account import Mint

SHAPES = {
    "user_id": r"AIDA[A-Z0-9]{17}",
    "group_id": r"AGPA[A-Z0-9]{17}",
    "policy_id": r"ANPA[A-Z0-9]{17}",
    "access_key_id": r"AKIA[A-Z0-9]{16}",
    "secret": r"[A-Za-z0-9+/]{40}",
    "request_id": r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
}


def test_ids_have_awss_shapes() -> None:
    for name, shape in SHAPES.items():
        assert re.fullmatch(shape, getattr(Mint(b"seed", 3), name)())


def test_the_same_seed_and_index_give_the_same_ids_in_the_same_order() -> None:
    one, other = Mint(b"seed", 3), Mint(b"seed", 3)
    ids = [one.access_key_id(), one.secret(), one.access_key_id()]
    assert ids == [other.access_key_id(), other.secret(), other.access_key_id()]
    assert ids[0] != ids[2]
    assert one.request_id() == Mint(b"seed", 3).request_id()


def test_another_index_or_seed_gives_other_ids() -> None:
    assert len({Mint(seed, index).user_id() for seed in (b"a", b"b") for index in range(50)}) == 100
