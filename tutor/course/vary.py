"""Lessons with other names for other learners: which value each name of `vary` has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Final

from .faults import Fault
from .fill_in import filled
from .nodes import Node

__all__ = ["PLAYED_AT_MOST", "chosen_of", "filled", "variant_for", "variants_of"]

PLAYED_AT_MOST: Final = 8
"""Variants of a lesson that the check plays."""

NAME: Final = re.compile(r"[a-z][a-z0-9-]*")


def chosen_of(path: Path, root: Node, wanted: Mapping[str, str]) -> tuple[Mapping[str, str], Sequence[Fault]]:
    """The value of each name in the file's `vary`: the wanted one, else the first; and what is unsound."""
    node = root.value["vary"][1] if isinstance(root.value, dict) and "vary" in root.value else None
    if node is None or not isinstance(node.value, dict):
        return {}, ()
    chosen: dict[str, str] = {}
    faults: list[Fault] = []
    for name, (key, item) in node.value.items():
        values = [str(value) for value in plain] if isinstance(plain := item.plain(), list) else []
        if NAME.fullmatch(name) is None:
            faults.append(Fault(path, key.line, key.column, "vary-name", name, "bucket"))
        if any("\n" in value for value in values):
            faults.append(Fault(path, item.line, item.column, "vary-value", name))
        if values:
            chosen[name] = wanted[name] if wanted.get(name) in values else values[0]
    return chosen, faults


def variant_for(vary: Mapping[str, Sequence[str]], seed: str, lesson_id: str) -> dict[str, str]:
    """The values for one learner: the same seed gives the same ones."""
    return {
        name: values[_number(seed, lesson_id, name) % len(values)] for name, values in vary.items() if values
    }


def variants_of(vary: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """All variants, or where there are too many so many that every value comes up."""
    named = {name: values for name, values in vary.items() if values}
    total = 1
    for values in named.values():
        total *= len(values)
    if total <= PLAYED_AT_MOST:
        for row in product(*named.values()):
            yield dict(zip(named, row, strict=True))
        return
    longest = max(len(values) for values in named.values())
    for turn in range(max(longest, PLAYED_AT_MOST) if longest <= PLAYED_AT_MOST else longest):
        yield {name: values[turn % len(values)] for name, values in named.items()}


def _number(*parts: str) -> int:
    return int.from_bytes(sha256("\0".join(parts).encode()).digest()[:8])
