"""Which brackets of a text belong together."""

import re
from typing import Final

BRACKET: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|[{}\[\]]')
PARTNERS: Final = {"}": "{", "]": "["}
LONGEST: Final = 60_000
"""Characters of a text whose brackets are looked for while somebody types."""


def paired(text: str) -> tuple[dict[int, int], frozenset[int]]:
    """The offset of each bracket's partner, both ways, and the brackets without one; none is in a string."""
    pairs: dict[int, int] = {}
    alone: set[int] = set()
    open_ones: list[tuple[str, int]] = []
    for token in BRACKET.finditer(text) if len(text) <= LONGEST else ():
        sign, place = token[0], token.start()
        if sign in "{[":
            open_ones.append((sign, place))
        elif sign in PARTNERS:
            if not any(opened == PARTNERS[sign] for opened, _ in open_ones):
                alone.add(place)
                continue
            while open_ones[-1][0] != PARTNERS[sign]:
                alone.add(open_ones.pop()[1])
            other = open_ones.pop()[1]
            pairs[place], pairs[other] = other, place
    alone.update(place for _, place in open_ones)
    return pairs, frozenset(alone)
