"""The ordered mapping behind users, groups, policies, buckets and objects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.account.table import Table, by_exact_key

KEYS = st.text("abAB", min_size=1, max_size=3)


@given(st.lists(st.tuples(st.booleans(), KEYS)), KEYS)
def test_it_is_a_dictionary_in_order(steps: list[tuple[bool, str]], start: str) -> None:
    table: Table[int] = Table(by_exact_key)
    model: dict[str, int] = {}
    for number, (put, key) in enumerate(steps):
        if put:
            table[key] = model[key] = number
        else:
            assert table.pop(key, None) == model.pop(key, None)
    assert dict(table) == model
    assert list(table.after(None)) == sorted(model.items())
    assert list(table.after(start)) == [(key, value) for key, value in sorted(model.items()) if key > start]
    assert list(table.since(start)) == [(key, value) for key, value in sorted(model.items()) if key >= start]
    assert table == table.copied(lambda value: value)


def test_names_that_differ_by_case_only_are_one_name() -> None:
    table: Table[int] = Table()
    table["Yuna"] = 1
    assert (table.labelled("yuna"), "yuna" in table, list(table)) == (1, False, ["Yuna"])
    with pytest.raises(KeyError):
        table["YUNA"] = 2
    assert dict(table) == {"Yuna": 1}
