"""Run the benchmarks and print one table; ratios, since machines differ. Never fails on time."""

import importlib.util
import sys
import tempfile
from pathlib import Path

from tests.bench import account, app, course, endpoint, policy
from tests.bench.measure import (
    Row,
    exec_ms,
    first_frame_ms,
    idle_rss_mib,
    print_table,
    ratios,
)

ROUNDS = 7


def main() -> None:
    """Measure and print."""
    python = sys.executable
    empty = [python, str(Path(__file__).with_name("empty_app.py"))]
    with tempfile.TemporaryDirectory() as folder:
        tutor = [python, "-m", "tutor", "--saves", folder]
        bare, help_ = [python, "-c", "pass"], [python, "-m", "tutor", "--help"]
        frames = ratios(
            lambda: first_frame_ms(tutor, "IAM Tutor"), lambda: first_frame_ms(empty, "YARDSTICK"), ROUNDS
        )
        helps = ratios(lambda: exec_ms(help_), lambda: exec_ms(bare), ROUNDS)
        print_table(
            [
                Row(
                    "first frame",
                    frames.ours,
                    "an empty Textual app",
                    frames.baseline,
                    frames.ratio,
                    "ms",
                    "2",
                ),
                Row("iam-tutor --help", helps.ours, "python -c pass", helps.baseline, helps.ratio, "ms", "6"),
                Row(
                    "idle memory, first screen",
                    idle_rss_mib(tutor, "IAM Tutor"),
                    "limit",
                    60.0,
                    None,
                    "MiB",
                    "",
                ),
                *app.rows(),
                *account.rows(),
                *policy.rows(),
                *course.rows(),
            ]
        )
    if importlib.util.find_spec("moto") is not None:
        endpoint.main([])
    else:
        print(
            "the endpoint beside moto: .venv-long/bin/python -m tests.bench.endpoint (needs the `long` extra)"
        )


if __name__ == "__main__":
    main()
