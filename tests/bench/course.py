"""How long a lesson takes to answer a line: every solution of the course, line by line, check included."""

import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.measure import Row
from tests.course.test_course_in_plain_mode import Learner, sit_down
from tutor.course import LessonIndex, load_lesson
from tutor.gateway.aws_cli import sandbox_cli


def rows() -> list[Row]:
    """The median and the slowest result, in milliseconds; a learner is to wait 200 at most."""
    took: list[float] = []
    sandbox_cli().warm_up()  # as the tutor does in the background while the first page is read
    for entry in LessonIndex.list().entries:
        with tempfile.TemporaryDirectory() as folder:
            run = sit_down(load_lesson(entry.folder), Path(folder))
            learner = Learner(run)
            while not run.finished:
                line = learner.readline().rstrip("\n")
                if line.startswith("edit "):
                    _edit(learner, line)
                    continue
                started = time.perf_counter()
                run.enter(line)
                took.append((time.perf_counter() - started) * 1000)
    return [
        Row("a line of a lesson, median", statistics.median(took), "limit", 200.0, None, "ms", ""),
        Row("a line of a lesson, slowest", max(took), "limit", 200.0, None, "ms", ""),
    ]


def _edit(learner: Learner, line: str) -> None:
    """Write the file that `edit FILE all` names, as plain mode does."""
    text: list[str] = []
    while (typed := learner.readline().rstrip("\n")) != ".":
        text.append(f"{typed}\n")
    learner.run.write_file(line.split()[1], "".join(text))


if __name__ == "__main__":
    from tests.bench.measure import print_table

    print_table(rows())
