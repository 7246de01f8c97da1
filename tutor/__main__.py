"""The `iam-tutor` command; `python -m tutor` is the same."""

import sys


def main() -> int:
    """Run the command line and give its exit code."""
    from tutor.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
