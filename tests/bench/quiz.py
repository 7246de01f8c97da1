"""How fast questions are made, beside `json.loads` of the documents that they show."""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from tests.bench.measure import Row, print_table
from tests.bench.policy import Work, compared
from tutor.policy import parse_policy
from tutor.quiz.family import LEVELS, families, generate
from tutor.quiz.question import Question

__all__ = ["rows"]

PER_SECOND: Final = 500
"""Questions a second that each family makes at least, on a core of its own."""


def rows(names: Sequence[str] = ()) -> Iterator[Row]:
    """One line a family, or of those named: the time of a question, beside its documents in `json.loads`."""
    yield compared(
        "parse_policy of one document", _parsing(), "json.loads", _loading(_sample("predict-policy")), ""
    )
    for family in families():
        if names and family.id not in names:
            continue
        made = _made(family.id)
        yield compared(f"question {family.id}", made, "json.loads", _loading(_sample(family.id)), "")


def _made(family_id: str) -> Work:
    """Questions over all levels, none of them twice."""
    seeds = count()

    def work() -> int:
        seed = next(seeds)
        for level in LEVELS:
            generate(family_id, level, f"bench-{seed}")
        return len(LEVELS)

    return work


def _sample(family_id: str) -> list[Question]:
    return [generate(family_id, level, f"bench-{seed}") for level in LEVELS for seed in range(20)]


def _loading(questions: list[Question]) -> Work:
    """Reads the documents of the questions."""
    texts = [[paper.text for paper in one.scene.papers] for one in questions if one.scene is not None]

    def work() -> int:
        for papers in texts:
            for text in papers:
                json.loads(text)
        return len(texts)

    return work


def _parsing() -> Work:
    scene = generate("predict-policy", 3, "bench").scene
    text = scene.papers[0].text if scene is not None else ""

    def work() -> int:
        parse_policy(text)
        return 1

    return work


def main() -> None:
    """Measure and print; the time of a question has to stay below 2,000 µs on a quiet core."""
    table = list(rows(sys.argv[1:]))
    print_table(table)
    slow = [row.name for row in table if row.ours > 1_000_000 / PER_SECOND]
    print(f"slower than {PER_SECOND} a second here: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
