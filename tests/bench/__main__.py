"""Run the benchmarks and print one table; ratios, since machines differ. Never fails on time."""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import policy
from tests.bench.measure import (
    Row,
    console_command_ms,
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
        bare, help_, aws = (
            [python, "-c", "pass"],
            [python, "-m", "tutor", "--help"],
            [python, "-m", "awscli", "--version"],
        )
        frames = ratios(
            lambda: first_frame_ms(tutor, "IAM Tutor"), lambda: first_frame_ms(empty, "YARDSTICK"), ROUNDS
        )
        helps = ratios(lambda: exec_ms(help_), lambda: exec_ms(bare), ROUNDS)
        command = statistics.median(console_command_ms(Path(folder), commands=60))
        starts = statistics.median(exec_ms(aws) for _ in range(ROUNDS))
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
                    "a console command, saved", command, "starting aws", starts, command / starts, "ms", "0.1"
                ),
                Row(
                    "idle memory, first screen",
                    idle_rss_mib(tutor, "IAM Tutor"),
                    "limit",
                    60.0,
                    None,
                    "MiB",
                    "",
                ),
                *policy.rows(),
            ]
        )


if __name__ == "__main__":
    main()
